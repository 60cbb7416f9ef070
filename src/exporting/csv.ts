/** CSV after RFC 4180. */
import { type Options as Format, stringify } from 'csv-stringify/sync';
import type { Column } from './columns.ts';
import { type LeftOut, mapBatches, notExported } from './leftOut.ts';

const format: Format = {
  record_delimiter: 'windows',
  // The delimiter being two characters, a cell with one of them alone would stand unquoted.
  quoted_match: /[\r\n]/,
  // A spreadsheet would otherwise compute what a text that begins with = + - or @ says.
  escape_formulas: true,
  cast: { boolean: String },
};

/**
 * Writes rows under a line with the names of the columns. A row that is left out stands at the end, with its id in the
 * first column, and in the second that it is.
 */
export async function* writeCsv<Row extends object>(
  columns: readonly Column<Row>[],
  batches: AsyncIterable<readonly Row[]>,
  leftOut: LeftOut,
): AsyncGenerator<string> {
  yield stringify([columns.map(({ name }) => name)], format);
  const cellsOf = (row: Row) => columns.map(({ of }) => of(row));
  for await (const rows of mapBatches(batches, cellsOf, leftOut)) yield stringify(rows, format);
  const others = columns.slice(2).map(() => null);
  yield stringify(
    leftOut.ids.map((id) => [id, notExported, ...others]),
    format,
  );
}
