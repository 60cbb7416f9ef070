/** JSON arrays, written as they are read: a line for each item. */
import { type LeftOut, mapBatches } from './leftOut.ts';

interface Items<Row> {
  readonly item: (row: Row) => unknown;
  /** What stands for a row that is left out; none: nothing. */
  readonly instead?: (id: string) => unknown;
  /** An item before all rows. */
  readonly first?: object;
  readonly before?: string;
  readonly after?: string;
}

/** Writes the items of all batches as one array, between two texts. */
export async function* writeArray<Row extends object>(
  batches: AsyncIterable<readonly Row[]>,
  leftOut: LeftOut,
  { item, instead, first, before = '', after = '\n' }: Items<Row>,
): AsyncGenerator<string> {
  let separator = `${before}[\n`;
  const write = (lines: readonly string[]): string => {
    const text = separator + lines.join(',\n');
    separator = ',\n';
    return text;
  };
  if (first !== undefined) yield write([JSON.stringify(first)]);
  for await (const lines of mapBatches(batches, (row) => JSON.stringify(item(row)), leftOut)) {
    if (lines.length > 0) yield write(lines);
  }
  if (instead !== undefined && leftOut.ids.length > 0)
    yield write(leftOut.ids.map((id) => JSON.stringify(instead(id))));
  yield `${separator === ',\n' ? '\n' : separator}]${after}`;
}

/** One batch after another out of several sources. */
export async function* inTurn<Row>(
  ...sources: readonly AsyncIterable<readonly Row[]>[]
): AsyncGenerator<readonly Row[]> {
  for (const source of sources) yield* source;
}
