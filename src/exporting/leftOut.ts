/**
 * Rows that an export cannot tell, such as one with a word that this version does not know: all others come, and these
 * are named at its end. Why is for the log; whoever reads an export learns which.
 */

export interface LeftOut {
  readonly ids: readonly string[];
  /** Of the first of them. */
  readonly reasons: readonly { readonly id: string; readonly reason: string }[];
  readonly note: (id: string, error: unknown) => void;
}

/** What stands for a row that is left out. */
export const notExported = 'not exported; the log of the service says why';

const reasonsKept = 20;

export function noneLeftOut(): LeftOut {
  const [ids, reasons]: [string[], { id: string; reason: string }[]] = [[], []];
  return {
    ids,
    reasons,
    note: (id, error) => {
      ids.push(id);
      if (reasons.length < reasonsKept) reasons.push({ id, reason: reasonOf(error) });
    },
  };
}

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** Each row as something else; without those that cannot be made that. */
export function mapRows<Row extends object, Item>(
  rows: readonly Row[],
  item: (row: Row) => Item,
  leftOut: LeftOut,
): Item[] {
  return rows.flatMap((row) => {
    try {
      return [item(row)];
    } catch (error) {
      leftOut.note('id' in row ? String(row.id) : '', error);
      return [];
    }
  });
}

/** The same with the rows of each batch. */
export async function* mapBatches<Row extends object, Item>(
  batches: AsyncIterable<readonly Row[]>,
  item: (row: Row) => Item,
  leftOut: LeftOut,
): AsyncGenerator<Item[]> {
  for await (const rows of batches) yield mapRows(rows, item, leftOut);
}
