export function PathPage() {
  return <div className="page" />;
}
