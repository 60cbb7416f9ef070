/** The table Term. */
import type { Read } from '../database/read.ts';
import { Prisma, type Term } from '../generated/prisma/client.ts';
import { columnsOf } from './rows.ts';

const select = `SELECT ${columnsOf('t', Prisma.TermScalarFieldEnum)} FROM "Term" t`;

/** The terms that there are. */
export async function readTerms(read: Read, ids: readonly string[]): Promise<Term[]> {
  return await read<Term>({ name: 'terms', text: `${select} WHERE t."id" = ANY($1::text[])`, values: [ids] });
}

/** The terms of proposals and agreements, each one's in their order. */
export async function readTermsOf(read: Read, ids: readonly string[]): Promise<Term[]> {
  const text = `${select} WHERE t."proposalId" = ANY($1::text[]) ORDER BY t."ordinal"`;
  return await read<Term>({ name: 'terms of proposals', text, values: [ids] });
}
