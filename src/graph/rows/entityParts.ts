/** The parts of entities that are facts of their own: terms of proposals, stages and provisions of legislation. */
import type { Read } from '../../database/read.ts';
import type { LegislationStage, Term } from '../../generated/prisma/client.ts';
import { readStages, readStagesOf } from '../../store/legislationStage.ts';
import { type ProvisionRow, readProvisions, readProvisionsOf } from '../../store/provision.ts';
import { inOrder } from '../../store/rows.ts';
import { readTerms, readTermsOf } from '../../store/term.ts';
import { type CachedLoader, cachedLoader } from './cache.ts';
import type { Memory } from './memory.ts';

export type { LegislationStage, ProvisionRow as Provision, Term };

/** Parts by their own id, and lists of them by the id of the entity that they belong to, kept. */
export const factRows = (read: Read, memory: Memory) => ({
  term: one(memory, async (ids) => await readTerms(read, ids)),
  stage: one(memory, async (ids) => await readStages(read, ids)),
  provision: one(memory, async (ids) => await readProvisions(read, ids)),
  termsOf: many(memory, 'proposalId', async (ids) => await readTermsOf(read, ids)),
  stagesOf: many(memory, 'legislationId', async (ids) => await readStagesOf(read, ids)),
  provisionsOf: many(memory, 'legislationId', async (ids) => await readProvisionsOf(read, ids)),
});

function one<Row extends { readonly id: string }>(
  memory: Memory,
  read: (ids: readonly string[]) => Promise<Row[]>,
): CachedLoader<string, Row> {
  return cachedLoader(memory, async (ids) => inOrder(ids, await read(ids)));
}

function many<Column extends string, Row extends Readonly<Record<Column, string>>>(
  memory: Memory,
  column: Column,
  read: (ids: readonly string[]) => Promise<Row[]>,
): CachedLoader<string, Row[]> {
  return cachedLoader(memory, async (ids) => {
    const rows = await read(ids);
    return ids.map((id) => rows.filter((row) => row[column] === id));
  });
}
