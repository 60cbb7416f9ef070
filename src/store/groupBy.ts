/** Rows by what they belong to, in their order. */
export function groupBy<Row>(rows: readonly Row[], keyOf: (row: Row) => string | null): (key: string) => Row[] {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const key = keyOf(row) ?? '';
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row]);
    else group.push(row);
  }
  return (key) => groups.get(key) ?? [];
}
