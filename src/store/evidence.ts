/** The table Evidence. */
import type { Read } from '../database/read.ts';
import { type Evidence, Prisma } from '../generated/prisma/client.ts';
import { columnsOf, inOrder } from './rows.ts';

/** What evidence hangs on: the column that names the fact. */
export const factColumns = ['entityId', 'relationshipId', 'termId', 'provisionId', 'stageId'] as const;
export type FactColumn = (typeof factColumns)[number];

/** The columns of the table as `v`, by the names that they have in rows. */
export const columns = columnsOf('v', Prisma.EvidenceScalarFieldEnum, { anchors: 'cues' });
const select = `SELECT ${columns} FROM "Evidence" v`;
const ofFacts = factColumns.map((column, index) => `v."${column}" = ANY($${index + 1}::text[])`).join(' OR ');

/** The evidence of facts, each fact's in its order. @param ids of the facts of each column. */
export async function readEvidenceOfFacts(
  read: Read,
  ids: Readonly<Record<FactColumn, readonly string[]>>,
): Promise<Evidence[]> {
  return await read<Evidence>({
    name: 'evidence of facts',
    text: `${select} WHERE ${ofFacts} ORDER BY v."ordinal"`,
    values: factColumns.map((column) => ids[column]),
  });
}

/** The evidence of the relationship `r` as JSON, in its order. */
export const evidenceOfRelationship = `(SELECT coalesce(json_agg(one), '[]') FROM (
    ${select} WHERE v."relationshipId" = r."id" ORDER BY v."ordinal") AS one)`;

/** The evidence, in the order of the ids. */
export async function readEvidence(read: Read, ids: readonly string[]): Promise<(Evidence | null)[]> {
  const text = `${select} WHERE v."id" = ANY($1::text[])`;
  return inOrder(ids, await read<Evidence>({ name: 'evidence', text, values: [ids] }));
}

/** The evidence that articles give, in the order of its ids. */
export async function readEvidenceOfArticles(read: Read, articleIds: readonly string[]): Promise<Evidence[]> {
  const text = `${select} WHERE v."articleId" = ANY($1::text[]) ORDER BY v."id"`;
  return await read<Evidence>({ name: 'evidence of articles', text, values: [articleIds] });
}
