/** A list that one statement reads in pages by keyset, and another counts. */
import { Prisma, type PrismaClient } from '../generated/prisma/client.ts';
import { type Connection, type Edge, type Key, type Page, toConnection } from './page.ts';

export interface KeysetList {
  /** What is read of a row. */
  readonly columns: Prisma.Sql;
  /** `FROM … WHERE …`, with the conditions. */
  readonly from: () => Prisma.Sql;
  /** What it is ordered by before the id, as text or int, and the id. */
  readonly key: Prisma.Sql;
  readonly keyType: Prisma.Sql;
  readonly id: Prisma.Sql;
  readonly descending?: boolean;
}

type WithKey<Row> = Row & { readonly id: string; readonly key: string | number };

/** Reads a page. A row holds its id, its key, and the columns. */
export async function readKeyset<Row>(
  prisma: PrismaClient,
  { columns, from, key, keyType, id, descending = false }: KeysetList,
  page: Page,
): Promise<Connection<Edge<WithKey<Row>>>> {
  const beyond = descending ? Prisma.sql`<` : Prisma.sql`>`;
  const direction = descending ? Prisma.sql`DESC` : Prisma.sql`ASC`;
  const after =
    page.after === null
      ? Prisma.empty
      : Prisma.sql`AND (${key}, ${id} COLLATE "C") ${beyond} (${page.after[0]}::${keyType}, ${page.after[1]}::text)`;
  const rows = await prisma.$queryRaw<WithKey<Row>[]>`
    SELECT ${columns}, ${key} AS key ${from()} ${after}
    ORDER BY ${key} ${direction}, ${id} COLLATE "C" ${direction} LIMIT ${page.size + 1}`;
  const count = async (): Promise<number> => {
    const [row] = await prisma.$queryRaw<{ count: number }[]>`SELECT count(*)::int AS count ${from()}`;
    return row?.count ?? 0;
  };
  return toConnection(
    page,
    rows,
    (row): Key => [row.key, row.id],
    (row, cursor) => ({ cursor, node: row }),
    count,
  );
}
