/** A table that can be taken away. */
import type { Truncation } from '../truncation.ts';
import type { Words } from '../words/words.ts';
import { truncationWords } from './truncationWords.ts';

type Row = readonly (string | number | null | undefined)[];

/** A head and rows of as many cells. */
export interface Table {
  readonly head: readonly string[];
  readonly rows: readonly Row[];
}

/** Its lines as they are written, the last saying what is missing. A row that does not fit the head is an error. */
export function linesOf({ head, rows }: Table, truncations: readonly Truncation[], words: Words): Row[] {
  // A cell too many would stand under the wrong heading, and so would all after it.
  const wrong = rows.find((row) => row.length !== head.length);
  if (wrong !== undefined) throw new Error(`A row of ${wrong.length} cells for ${head.length} headings: ${head}`);
  const missing =
    truncations.length === 0 ? [] : [[truncationWords(truncations, words), ...head.slice(1).map(() => null)]];
  return [head, ...rows, ...missing];
}
