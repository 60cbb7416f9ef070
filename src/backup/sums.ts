/** What holds a restore to its backup: how many rows there are, and digests of them. */
import type { Prisma } from '../generated/prisma/client.ts';
import type { BackedUpTable } from './tables.ts';

/** The exclusive or of the MD5 of rows, in two halves, as the table DataVersion has it. */
interface Halves {
  readonly high: bigint;
  readonly low: bigint;
}

interface Sums extends Halves {
  /** How many rows each table has, in their order. */
  readonly tables: readonly { readonly name: string; readonly rows: number }[];
}

/** Sums up what the rows of facts say: the digest is that of the data. */
export const sumUpFacts = async (tx: Prisma.TransactionClient, tables: readonly BackedUpTable[]): Promise<Sums> =>
  await sumUp(tx, tables, 'row_hash($1, to_jsonb(r))');

/** Sums up rows with all that is in them: what they say, their numbers, and since when and until when they stand. */
export const sumUpAll = async (tx: Prisma.TransactionClient, tables: readonly BackedUpTable[]): Promise<Sums> =>
  await sumUp(tx, tables, 'md5($1 || to_jsonb(r)::text)');

async function sumUp(tx: Prisma.TransactionClient, tables: readonly BackedUpTable[], hash: string): Promise<Sums> {
  let [high, low] = [0n, 0n];
  const counted: { name: string; rows: number }[] = [];
  for (const table of tables) {
    const [sum] = await tx.$queryRawUnsafe<({ rows: number } & Halves)[]>(
      `SELECT count(*)::int AS rows, coalesce(bit_xor(('x' || left(hash, 16))::bit(64)::bigint), 0) AS high,
         coalesce(bit_xor(('x' || right(hash, 16))::bit(64)::bigint), 0) AS low
       FROM (SELECT ${hash} AS hash FROM (SELECT ${table.columns} FROM ${table.quoted}) AS r) AS h`,
      table.name,
    );
    if (sum === undefined) continue;
    counted.push({ name: table.name, rows: sum.rows });
    high ^= BigInt(sum.high);
    low ^= BigInt(sum.low);
  }
  return { tables: counted, high, low };
}
