/** The parts of entities that are facts of their own: terms of proposals, stages and provisions of legislation. */
import type { Evidence, LegislationStage, Term } from '../generated/prisma/client.ts';
import type { Provision } from '../graph/facts.ts';
import { withEvidence } from './attached.ts';
import { inTurn, mapBatches } from './json.ts';
import type { Options } from './options.ts';
import { batchSize, inBatches, type Reader } from './reading.ts';

type WithEvidence<Row> = Row & { readonly evidence: readonly Evidence[] };

/** A part, with what it is. */
export type PartRow =
  | ({ readonly part: 'Term' } & WithEvidence<Term>)
  | ({ readonly part: 'LegislationStage' } & WithEvidence<LegislationStage>)
  | ({ readonly part: 'Provision' } & WithEvidence<Provision>);

/** The parts of the entities of the kinds that are asked for. */
export async function* partBatches(reader: Reader, options: Options): AsyncGenerator<readonly PartRow[]> {
  const wanted = (kind: 'PROPOSAL' | 'LEGISLATION'): boolean => options.kinds?.includes(kind) ?? true;
  const page = (after: string) => ({ where: { id: { gt: after } }, orderBy: { id: 'asc' }, take: batchSize }) as const;
  const { term, legislationStage, provision } = reader;
  if (wanted('PROPOSAL')) {
    const read = async (after: string) => await withEvidence(reader, 'termId', await term.findMany(page(after)));
    yield* mapBatches(inBatches(options, read), (row): PartRow => ({ part: 'Term', ...row }));
  }
  if (!wanted('LEGISLATION')) return;
  const stages = async (after: string) =>
    await withEvidence(reader, 'stageId', await legislationStage.findMany(page(after)));
  const affects = { select: { id: true }, orderBy: { id: 'asc' } } as const;
  const provisions = async (after: string) =>
    await withEvidence(reader, 'provisionId', await provision.findMany({ ...page(after), include: { affects } }));
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
