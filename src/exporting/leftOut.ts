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

/** The last line of Prisma's errors is what it is; those before are of the call. */
const reasonOf = (error: unknown): string => String(error).trimEnd().split('\n').at(-1) ?? '';

/** The batches with each row as something else; without those that cannot be made that. */
export async function* mapBatches<Row extends object, Item>(
  batches: AsyncIterable<readonly Row[]>,
  item: (row: Row) => Item,
  leftOut: LeftOut,
): AsyncGenerator<Item[]> {
  for await (const rows of batches) {
    const items: Item[] = [];
    for (const row of rows) {
      try {
        items.push(item(row));
      } catch (error) {
        leftOut.note('id' in row ? String(row.id) : '', error);
      }
    }
    yield items;
  }
}
