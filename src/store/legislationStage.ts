/** The table LegislationStage. */
import type { Read } from '../database/read.ts';
import { type LegislationStage, Prisma } from '../generated/prisma/client.ts';
import { columnsOf } from './rows.ts';

const select = `SELECT ${columnsOf('s', Prisma.LegislationStageScalarFieldEnum)} FROM "LegislationStage" s`;

/** The stages that there are. */
export async function readStages(read: Read, ids: readonly string[]): Promise<LegislationStage[]> {
  const text = `${select} WHERE s."id" = ANY($1::text[])`;
  return await read<LegislationStage>({ name: 'stages', text, values: [ids] });
}

/** The stages of legislation, each one's in their order. */
export async function readStagesOf(read: Read, ids: readonly string[]): Promise<LegislationStage[]> {
  const text = `${select} WHERE s."legislationId" = ANY($1::text[]) ORDER BY s."ordinal"`;
  return await read<LegislationStage>({ name: 'stages of legislation', text, values: [ids] });
}
