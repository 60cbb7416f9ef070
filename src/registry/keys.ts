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

/** A text of the database as the key that it is. @throws Error if it is none of them */
export function toKeyOf<Table extends object>(table: Table, text: string): Extract<keyof Table, string> {
  if (isKeyOf(table, text)) return text;
  throw new Error(`the database has "${text}", which the registry does not have`);
}

/** A table with something for each of the keys: all that there are, whichever they are. */
export const recordOf = <Key extends string, Value>(
  keys: readonly Key[],
  of: (key: Key) => Value,
): Record<Key, Value> => Object.fromEntries(keys.map((key) => [key, of(key)])) as Record<Key, Value>;
