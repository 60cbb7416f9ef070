/** The table Relationship. */
import type { Read } from '../database/read.ts';
import { Prisma, type Relationship } from '../generated/prisma/client.ts';
import { columnsOf, inOrder } from './rows.ts';

const select = `SELECT ${columnsOf('r', Prisma.RelationshipScalarFieldEnum)} FROM "Relationship" r`;

/** The relationships, in the order of their numbers in the database. */
export async function readRelationships(read: Read, seqs: readonly number[]): Promise<(Relationship | null)[]> {
  const rows = await read<Relationship>({
    name: 'relationships',
    text: `${select} WHERE r."seq" = ANY($1::int[])`,
    values: [seqs],
  });
  const bySeq = new Map(rows.map((row) => [row.seq, row]));
  return seqs.map((seq) => bySeq.get(seq) ?? null);
}

/** The relationships, in the order of the ids. */
export async function readRelationshipsById(read: Read, ids: readonly string[]): Promise<(Relationship | null)[]> {
  const text = `${select} WHERE r."id" = ANY($1::text[])`;
  return inOrder(ids, await read<Relationship>({ name: 'relationships by id', text, values: [ids] }));
}
