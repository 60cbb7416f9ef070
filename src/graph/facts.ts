/** The parts of entities that are facts of their own: terms of proposals, stages and provisions of legislation. */
import type { LegislationStage, Prisma, PrismaClient, Term } from '../generated/prisma/client.ts';
import { keepRows, type Rows } from './cache.ts';
import { inOrder } from './entities.ts';
import type { Memory } from './memory.ts';

const withAffected = {
  affects: { select: { id: true }, orderBy: { id: 'asc' } },
} as const satisfies Prisma.ProvisionInclude;

/** A provision with the ids of whom it affects. */
export type Provision = Prisma.ProvisionGetPayload<{ include: typeof withAffected }>;
export type { LegislationStage, Term };

const inSequence = { orderBy: { ordinal: 'asc' } } as const;

/** Parts by their own id, and lists of them by the id of the entity that they belong to, kept. */
export function factRows(prisma: PrismaClient, memory: Memory) {
  const terms = async (where: Prisma.TermWhereInput): Promise<Term[]> =>
    await prisma.term.findMany({ where, ...inSequence });
  const stages = async (where: Prisma.LegislationStageWhereInput): Promise<LegislationStage[]> =>
    await prisma.legislationStage.findMany({ where, ...inSequence });
  const provisions = async (where: Prisma.ProvisionWhereInput): Promise<Provision[]> =>
    await prisma.provision.findMany({ where, include: withAffected, ...inSequence });
  return {
    term: one(memory, async (ids) => await terms({ id: { in: ids } })),
    stage: one(memory, async (ids) => await stages({ id: { in: ids } })),
    provision: one(memory, async (ids) => await provisions({ id: { in: ids } })),
    termsOf: many(memory, 'proposalId', async (ids) => await terms({ proposalId: { in: ids } })),
    stagesOf: many(memory, 'legislationId', async (ids) => await stages({ legislationId: { in: ids } })),
    provisionsOf: many(memory, 'legislationId', async (ids) => await provisions({ legislationId: { in: ids } })),
  };
}

function one<Row extends { readonly id: string }>(
  memory: Memory,
  read: (ids: string[]) => Promise<Row[]>,
): Rows<string, Row> {
  return keepRows(memory, async (ids) => inOrder(ids, await read([...ids])));
}

function many<Column extends string, Row extends Readonly<Record<Column, string>>>(
  memory: Memory,
  column: Column,
  read: (ids: string[]) => Promise<Row[]>,
): Rows<string, Row[]> {
  return keepRows(memory, async (ids) => {
    const rows = await read([...ids]);
    return ids.map((id) => rows.filter((row) => row[column] === id));
  });
}
