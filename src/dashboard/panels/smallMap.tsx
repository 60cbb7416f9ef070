/** Placeholder module replaced by the map. */
export function SmallMap({ of }: { of: string }) {
  return <span hidden>{of}</span>;
}
