/** A list that one statement reads in pages by keyset, and another counts. */
import { Prisma, type PrismaClient } from '../generated/prisma/client.ts';
import type { Sort } from './order.ts';
import { type Connection, type Edge, type Key, type Page, toConnection } from './page.ts';

export interface KeysetList {
  /** What is read of a row, the id among it. */
  readonly columns: Prisma.Sql;
  /** `FROM … WHERE …`, with the conditions. */
  readonly from: () => Prisma.Sql;
  readonly sort: Sort;
  readonly id: Prisma.Sql;
}

type WithKey<Row> = Row & { readonly id: string; readonly key: string | number };

/**
 * Reads a page. A row holds its id, its key, and the columns.
 * @param toNode what the page keeps of a row.
 */
export async function readKeyset<Row, Node>(
  prisma: PrismaClient,
  { columns, from, sort: { key, keyType, descending }, id }: KeysetList,
  page: Page,
  toNode: (row: WithKey<Row>) => Node,
): Promise<Connection<Edge<Node>>> {
  const beyond = descending ? Prisma.sql`<` : Prisma.sql`>`;
  const direction = descending ? Prisma.sql`DESC` : Prisma.sql`ASC`;
  const after =
    page.after === null
      ? Prisma.empty
      : Prisma.sql`AND (${key}, ${id} COLLATE "C") ${beyond} (${page.after[0]}::${keyType}, ${page.after[1]}::text)`;
  const rows = await prisma.$queryRaw<WithKey<Row>[]>`
    SELECT ${columns}, ${key} AS key ${from()} ${after}
    ORDER BY ${key} ${direction}, ${id} COLLATE "C" ${direction} LIMIT ${page.size + 1}`;
  return toConnection(
    page,
    rows,
    (row): Key => [row.key, row.id],
    (row, cursor) => ({ cursor, node: toNode(row) }),
    async () => await countRows(prisma, from()),
  );
}

/** How many rows there are. @param from `FROM … WHERE …` */
export async function countRows(prisma: PrismaClient, from: Prisma.Sql): Promise<number> {
  const [row] = await prisma.$queryRaw<{ count: number }[]>`SELECT count(*)::int AS count ${from}`;
  return row?.count ?? 0;
}
