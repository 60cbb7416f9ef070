/** The table Passage. */
import type { Read } from '../database/read.ts';
import { type Passage, Prisma } from '../generated/prisma/client.ts';
import { columnsOf } from './rows.ts';

/** A paragraph of an article. */
export interface PassageKey {
  readonly articleId: string;
  readonly number: number;
}

const columns = columnsOf('p', Prisma.PassageScalarFieldEnum, { uncoveredReason: 'without' });

/** The passages that there are, in any order. */
export async function readPassages(read: Read, keys: readonly PassageKey[]): Promise<Passage[]> {
  return await read<Passage>({
    name: 'passages',
    text: `SELECT ${columns} FROM unnest($1::text[], $2::int[]) AS wanted(article, number)
      JOIN "Passage" p ON p."articleId" = wanted.article AND p."number" = wanted.number`,
    values: [keys.map(({ articleId }) => articleId), keys.map(({ number }) => number)],
  });
}

/** The passages of articles, each article's in their order. */
export async function readPassagesOf(read: Read, articleIds: readonly string[]): Promise<Passage[]> {
  return await read<Passage>({
    name: 'passages of articles',
    text: `SELECT ${columns} FROM "Passage" p WHERE p."articleId" = ANY($1::text[]) ORDER BY p."number"`,
    values: [articleIds],
  });
}
