/** What the files of this folder share. */

/**
 * The columns of a table as a statement lists them: not `*`, since a prepared statement fails once a migration has added
 * a column.
 * @param fields as Prisma's client has them.
 * @param mapped the columns of other names than their fields.
 */
export function columnsOf(
  alias: string,
  fields: Readonly<Record<string, string>>,
  mapped: Readonly<Record<string, string>> = {},
): string {
  return Object.values(fields)
    .map((field) => `${alias}."${mapped[field] ?? field}" AS "${field}"`)
    .join(', ');
}

/** The rows in the order of the ids; null for an id without one. */
export function inOrder<Item extends { readonly id: string }>(
  ids: readonly string[],
  rows: readonly Item[],
): (Item | null)[] {
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.map((id) => byId.get(id) ?? null);
}
