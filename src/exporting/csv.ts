/** CSV after RFC 4180. */
import { type Options as Format, stringify } from 'csv-stringify/sync';
import type { Column } from './columns.ts';

const format: Format = {
  record_delimiter: 'windows',
  // The delimiter being two characters, a cell with one of them alone would stand unquoted.
  quoted_match: /[\r\n]/,
  // A spreadsheet would otherwise compute what a text that begins with = + - or @ says.
  escape_formulas: true,
  cast: { boolean: String },
};

/** Writes rows under a line with the names of the columns. */
export async function* writeCsv<Row>(
  columns: readonly Column<Row>[],
  batches: AsyncIterable<readonly Row[]>,
): AsyncGenerator<string> {
  yield stringify([columns.map(({ name }) => name)], format);
  for await (const rows of batches)
    yield stringify(
      rows.map((row) => columns.map(({ of }) => of(row))),
      format,
    );
}
