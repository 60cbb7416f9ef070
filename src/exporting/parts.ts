/** The parts of entities that are facts of their own: terms of proposals, stages and provisions of legislation. */
import type { Evidence, LegislationStage, Term } from '../generated/prisma/client.ts';
import type { Provision } from '../graph/rows/entityParts.ts';
import type { Kind } from '../registry/index.ts';
import { withEvidence } from './attached.ts';
import { inTurn } from './json.ts';
import { mapBatches } from './leftOut.ts';
import type { Options } from './options.ts';
import { inBatches, type Page, type Reader } from './reading.ts';

type WithEvidence<Row> = Row & { readonly evidence: readonly Evidence[] };

/** A part, with what it is. */
export type PartRow =
  | ({ readonly part: 'Term' } & WithEvidence<Term>)
  | ({ readonly part: 'LegislationStage' } & WithEvidence<LegislationStage>)
  | ({ readonly part: 'Provision' } & WithEvidence<Provision>);

/** True if a kind is asked for. */
export const wants = (kind: Kind, { kinds }: Options): boolean => kinds?.includes(kind) ?? true;

/** The kinds that are asked for of those that have terms. */
export const ofTerms = (options: Options): Kind[] =>
  (['PROPOSAL', 'COLLECTIVE_AGREEMENT'] as const).filter((kind) => wants(kind, options));

/** The parts of the entities of the kinds that are asked for. */
export async function* partBatches(reader: Reader, options: Options): AsyncGenerator<readonly PartRow[]> {
  const id = { select: { id: true } } as const;
  const { leftOut } = options;
  const { term, legislationStage, provision } = reader;
  const proposalKind = { in: ofTerms(options) };
  const { entity } = options;
  if (proposalKind.in.length > 0) {
    const query = (page: Page) => ({
      ...page,
      where: { proposalKind, ...(entity !== undefined && { proposalId: entity }), ...page.where },
    });
    const read = async (page: Page) => await withEvidence(reader, 'termId', await term.findMany(query(page)));
    const terms = inBatches(options, read, (page) => term.findMany({ ...query(page), ...id }));
    yield* mapBatches(terms, (row): PartRow => ({ part: 'Term', ...row }), leftOut);
  }
  if (!wants('LEGISLATION', options)) return;
  const ofLaw = (page: Page) => ({
    ...page,
    where: { ...(entity !== undefined && { legislationId: entity }), ...page.where },
  });
  const stages = inBatches(
    options,
    async (page) => await withEvidence(reader, 'stageId', await legislationStage.findMany(ofLaw(page))),
    (page) => legislationStage.findMany({ ...ofLaw(page), ...id }),
  );
  const affects = { ...id, orderBy: { id: 'asc' } } as const;
  const provisions = inBatches(
    options,
    async (page) =>
      await withEvidence(reader, 'provisionId', await provision.findMany({ ...ofLaw(page), include: { affects } })),
    (page) => provision.findMany({ ...ofLaw(page), ...id }),
  );
  yield* inTurn<PartRow>(
    mapBatches(stages, (row) => ({ part: 'LegislationStage', ...row }), leftOut),
    mapBatches(provisions, (row) => ({ part: 'Provision', ...row }), leftOut),
  );
}

/** How many parts an export tells of. */
export async function countParts(reader: Reader, options: Options): Promise<number> {
  const terms = await reader.term.count({ where: { proposalKind: { in: ofTerms(options) } } });
  if (!wants('LEGISLATION', options)) return terms;
  return terms + (await reader.legislationStage.count()) + (await reader.provision.count());
}
