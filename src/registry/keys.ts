/** The keys of a table that is written out in the code: these and no others, so their type is known. */

/** The keys, in the order in which they are written. */
export function keysOf<Table extends object>(table: Table): Extract<keyof Table, string>[] {
  const keys: Extract<keyof Table, string>[] = [];
  for (const key in table) keys.push(key);
  return keys;
}

/** True if the text is one of the keys. */
export function isKeyOf<Table extends object>(table: Table, text: string): text is Extract<keyof Table, string> {
  return Object.hasOwn(table, text);
}
