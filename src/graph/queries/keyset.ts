/** A list that one statement reads in pages by keyset, and another counts. */
import type { Read } from '../../database/read.ts';
import { Prisma } from '../../generated/prisma/client.ts';
import type { Sort } from './order.ts';
import { type Connection, type Edge, type Key, type Page, toConnection } from './page.ts';

/** What a list is ordered by, at the last by the id, which is unique. */
export interface Keyset {
  readonly sort: Sort;
  readonly id: Prisma.Sql;
}

export interface KeysetList extends Keyset {
  /** What is read of a row, the id among it. */
  readonly columns: Prisma.Sql;
  /** `FROM … WHERE …`, with the conditions. */
  readonly from: () => Prisma.Sql;
}

type WithKey<Row> = Row & { readonly id: string; readonly key: string | number };

/**
 * Reads a page. A row holds its id, its key, and the columns.
 * @param toNode what the page keeps of a row.
 */
export async function readKeyset<Row, Node>(
  read: Read,
  signal: AbortSignal | undefined,
  list: KeysetList,
  page: Page,
  toNode: (row: WithKey<Row>) => Node,
): Promise<Connection<Edge<Node>>> {
  const { columns, from, sort } = list;
  const statement = Prisma.sql`
    SELECT ${columns}, ${sort.key} AS key ${from()} AND ${inStretch(page, list)}
    ORDER BY ${asRead(page, list)} LIMIT ${page.size + 1}`;
  const rows = await read<WithKey<Row>>(statement, signal);
  return toConnection(
    page,
    rows,
    (row): Key => [row.key, row.id],
    (row, cursor) => ({ cursor, node: toNode(row) }),
    async (counting) => await countRows(read, counting, from()),
  );
}

/** The condition that a row lies in the stretch of a page. */
export function inStretch({ after, before }: Page, { sort: { key, keyType, descending }, id }: Keyset): Prisma.Sql {
  const than = (isGreater: boolean, [value, rowId]: Key): Prisma.Sql =>
    Prisma.sql`(${key}, ${id} COLLATE "C") ${isGreater ? greater : less} (${value}::${keyType}, ${rowId}::text)`;
  return Prisma.join(
    [
      Prisma.sql`true`,
      ...(after === null ? [] : [than(!descending, after)]),
      ...(before === null ? [] : [than(descending, before)]),
    ],
    ' AND ',
  );
}

/** What goes after ORDER BY for a page to be read from its beginning or from its end. */
export function asRead({ backward }: Page, { sort: { key, descending }, id }: Keyset): Prisma.Sql {
  const direction = descending === backward ? Prisma.sql`ASC` : Prisma.sql`DESC`;
  return Prisma.sql`${key} ${direction}, ${id} COLLATE "C" ${direction}`;
}

const [greater, less] = [Prisma.sql`>`, Prisma.sql`<`];

/** How many rows there are. @param from `FROM … WHERE …` */
export async function countRows(read: Read, signal: AbortSignal | undefined, from: Prisma.Sql): Promise<number> {
  const [row] = await read<{ count: number }>(Prisma.sql`SELECT count(*)::int AS count ${from}`, signal);
  return row?.count ?? 0;
}
