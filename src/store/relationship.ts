/** The table Relationship. */
import type { Read } from '../database/read.ts';
import { type Evidence, Prisma, type Relationship } from '../generated/prisma/client.ts';
import { evidenceOfRelationship } from './evidence.ts';
import { columnsOf, inOrder } from './rows.ts';

const columns = columnsOf('r', Prisma.RelationshipScalarFieldEnum);
const select = `SELECT ${columns} FROM "Relationship" r`;

/** The relationships, in the order of their numbers in the database. */
export async function readRelationships(read: Read, seqs: readonly number[]): Promise<(Relationship | null)[]> {
  const text = `${select} WHERE r."seq" = ANY($1::int[])`;
  return inOrderOfSeqs(seqs, await read<Relationship>({ name: 'relationships', text, values: [seqs] }));
}

/** A relationship with its evidence. */
export interface RelationshipWithEvidence extends Relationship {
  readonly evidence: Evidence[];
}

/** The relationships with their evidence, in the order of their numbers. */
export async function readRelationshipsWithEvidence(
  read: Read,
  seqs: readonly number[],
): Promise<(RelationshipWithEvidence | null)[]> {
  const text = `SELECT ${columns}, ${evidenceOfRelationship} AS evidence FROM "Relationship" r
  WHERE r."seq" = ANY($1::int[])`;
  const name = 'relationships with evidence';
  return inOrderOfSeqs(seqs, await read<RelationshipWithEvidence>({ name, text, values: [seqs] }));
}

function inOrderOfSeqs<Row extends { readonly seq: number }>(
  seqs: readonly number[],
  rows: readonly Row[],
): (Row | null)[] {
  const bySeq = new Map(rows.map((row) => [row.seq, row]));
  return seqs.map((seq) => bySeq.get(seq) ?? null);
}

/** The relationships, in the order of the ids. */
export async function readRelationshipsById(read: Read, ids: readonly string[]): Promise<(Relationship | null)[]> {
  const text = `${select} WHERE r."id" = ANY($1::text[])`;
  return inOrder(ids, await read<Relationship>({ name: 'relationships by id', text, values: [ids] }));
}

/** Which relationships are meant: of these subjects and of these objects; of these types alone, if any are given. */
export interface Ends {
  readonly subjects?: readonly string[];
  readonly objects?: readonly string[];
  readonly types?: readonly string[];
}

/** The relationships of entities, in the order of their ids. */
export async function readRelationshipsOf(
  read: Read,
  { subjects = [], objects = [], types }: Ends,
): Promise<Relationship[]> {
  const ofEnds = `${select} WHERE (r."subjectId" = ANY($1::text[]) OR r."objectId" = ANY($2::text[]))`;
  // Two texts: a plan for either would not look the types up in an index.
  const [name, ofTypes] =
    types === undefined ? ['of ends', ''] : ['of ends by type', ' AND r."type" = ANY($3::text[])'];
  return await read<Relationship>({
    name: `relationships ${name}`,
    text: `${ofEnds}${ofTypes} ORDER BY r."id"`,
    values: [subjects, objects, ...(types === undefined ? [] : [types])],
  });
}
