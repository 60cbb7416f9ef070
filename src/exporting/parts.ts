/** The parts of entities that are facts of their own: terms of proposals, stages and provisions of legislation. */
import type { LegislationStage, Term } from '../generated/prisma/client.ts';
import type { Kind } from '../registry/index.ts';
import { readStages } from '../store/legislationStage.ts';
import { type ProvisionRow, readProvisions } from '../store/provision.ts';
import { readTerms } from '../store/term.ts';
import { type Proven, withEvidence } from './attached.ts';
import { inTurn } from './json.ts';
import { mapBatches } from './leftOut.ts';
import type { Options } from './options.ts';
import { inBatches, type Page, type Reader } from './reading.ts';

/** A part, with what it is. */
export type PartRow =
  | ({ readonly part: 'Term' } & Proven<Term>)
  | ({ readonly part: 'LegislationStage' } & Proven<LegislationStage>)
  | ({ readonly part: 'Provision' } & Proven<ProvisionRow>);

/** True if a kind is asked for. */
export const wants = (kind: Kind, { kinds }: Options): boolean => kinds?.includes(kind) ?? true;

/** The kinds that are asked for of those that have terms. */
export const ofTerms = (options: Options): Kind[] =>
  (['PROPOSAL', 'COLLECTIVE_AGREEMENT'] as const).filter((kind) => wants(kind, options));

/** The parts of the entities of the kinds that are asked for. */
export async function* partBatches(reader: Reader, options: Options): AsyncGenerator<readonly PartRow[]> {
  const { tx, read } = reader;
  const { entity, leftOut } = options;
  const proposalKind = { in: ofTerms(options) };
  if (proposalKind.in.length > 0) {
    const where = { proposalKind, ...(entity !== undefined && { proposalId: entity }) };
    const terms = inBatches(
      options,
      async (page) => await tx.term.findMany({ ...page, where: { ...where, ...page.where } }),
      async (ids) => await withEvidence(reader, 'termId', await readTerms(read, ids)),
    );
    yield* mapBatches(terms, (row): PartRow => ({ part: 'Term', ...row }), leftOut);
  }
  if (!wants('LEGISLATION', options)) return;
  const ofLaw = (page: Page) => ({
    ...page,
    where: { ...(entity !== undefined && { legislationId: entity }), ...page.where },
  });
  const stages = inBatches(
    options,
    async (page) => await tx.legislationStage.findMany(ofLaw(page)),
    async (ids) => await withEvidence(reader, 'stageId', await readStages(read, ids)),
  );
  const provisions = inBatches(
    options,
    async (page) => await tx.provision.findMany(ofLaw(page)),
    async (ids) => await withEvidence(reader, 'provisionId', await readProvisions(read, ids)),
  );
  yield* inTurn<PartRow>(
    mapBatches(stages, (row) => ({ part: 'LegislationStage', ...row }), leftOut),
    mapBatches(provisions, (row) => ({ part: 'Provision', ...row }), leftOut),
  );
}

/** How many parts an export tells of. */
export async function countParts({ tx }: Reader, options: Options): Promise<number> {
  const terms = await tx.term.count({ where: { proposalKind: { in: ofTerms(options) } } });
  if (!wants('LEGISLATION', options)) return terms;
  return terms + (await tx.legislationStage.count()) + (await tx.provision.count());
}
