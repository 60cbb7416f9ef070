/** The parts of entities that are facts of their own: terms of proposals, stages and provisions of legislation. */
import type { Prisma } from '../generated/prisma/client.ts';
import { inTurn, mapBatches } from './json.ts';
import type { Options } from './options.ts';
import { batchSize, inBatches, type Reader } from './reading.ts';

const evidence = { orderBy: { ordinal: 'asc' } } as const;
const withEvidence = { evidence } as const;
const withAffected = { evidence, affects: { select: { id: true }, orderBy: { id: 'asc' } } } as const;

/** A part, with what it is. */
export type PartRow =
  | ({ readonly part: 'Term' } & Prisma.TermGetPayload<{ include: typeof withEvidence }>)
  | ({ readonly part: 'LegislationStage' } & Prisma.LegislationStageGetPayload<{ include: typeof withEvidence }>)
  | ({ readonly part: 'Provision' } & Prisma.ProvisionGetPayload<{ include: typeof withAffected }>);

/** The parts of the entities of the kinds that are asked for. */
export async function* partBatches(reader: Reader, options: Options): AsyncGenerator<readonly PartRow[]> {
  const wanted = (kind: 'PROPOSAL' | 'LEGISLATION'): boolean => options.kinds?.includes(kind) ?? true;
  const page = (after: string) => ({ where: { id: { gt: after } }, orderBy: { id: 'asc' }, take: batchSize }) as const;
  const { term, legislationStage, provision } = reader;
  if (wanted('PROPOSAL')) {
    const read = async (after: string) => await term.findMany({ ...page(after), include: withEvidence });
    yield* mapBatches(inBatches(options, read), (row): PartRow => ({ part: 'Term', ...row }));
  }
  if (!wanted('LEGISLATION')) return;
  const stages = async (after: string) => await legislationStage.findMany({ ...page(after), include: withEvidence });
  const provisions = async (after: string) => await provision.findMany({ ...page(after), include: withAffected });
  yield* inTurn<PartRow>(
    mapBatches(inBatches(options, stages), (row) => ({ part: 'LegislationStage', ...row })),
    mapBatches(inBatches(options, provisions), (row) => ({ part: 'Provision', ...row })),
  );
}

/** How many parts an export tells of. */
export async function countParts(reader: Reader, { kinds }: Options): Promise<number> {
  const terms = (kinds?.includes('PROPOSAL') ?? true) ? await reader.term.count() : 0;
  if (!(kinds?.includes('LEGISLATION') ?? true)) return terms;
  return terms + (await reader.legislationStage.count()) + (await reader.provision.count());
}
