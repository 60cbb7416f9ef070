/** JSON arrays, written as they are read: a line for each item. */

/** Writes the items of all batches as one array, between two texts. */
export async function* writeArray<Row>(
  batches: AsyncIterable<readonly Row[]>,
  item: (row: Row) => unknown,
  [before, after]: readonly [string, string] = ['', '\n'],
): AsyncGenerator<string> {
  let separator = `${before}[\n`;
  for await (const rows of batches) {
    if (rows.length === 0) continue;
    yield separator + rows.map((row) => JSON.stringify(item(row))).join(',\n');
    separator = ',\n';
  }
  yield `${separator === ',\n' ? '\n' : separator}]${after}`;
}

/** One batch after another out of several sources. */
export async function* inTurn<Row>(
  ...sources: readonly AsyncIterable<readonly Row[]>[]
): AsyncGenerator<readonly Row[]> {
  for (const source of sources) yield* source;
}

/** The batches with each row as something else. */
export async function* mapBatches<Row, Item>(
  batches: AsyncIterable<readonly Row[]>,
  item: (row: Row) => Item,
): AsyncGenerator<Item[]> {
  for await (const rows of batches) yield rows.map(item);
}
