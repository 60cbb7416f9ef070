/** The whole graph as seed files have it: records that come to the same facts when they are seeded. */
import { stringify } from 'yaml';
import { type EntityRows, recordsOf } from '../records/fromRows.ts';
import { groupBy } from '../store/groupBy.ts';
import { withEvidence } from './attached.ts';
import { licence } from './dataset.ts';
import { type EntityRow, entityBatchesWith } from './entities.ts';
import { mapBatches, notExported } from './leftOut.ts';
import type { Options } from './options.ts';
import type { Reader } from './reading.ts';

/** Writes a list of records, each entity with the relationships of which it is the subject. */
export async function* writeRecords(reader: Reader, options: Options): AsyncGenerator<string> {
  const { data, leftOut } = options;
  yield `# Facts of version ${data.version}, digest ${data.digest}, under ${licence.name}: ${licence.url}\n`;
  const batches = entityBatchesWith(reader, options, async (entities) => await withParts(reader, entities));
  for await (const entities of mapBatches(batches, recordsOf, leftOut))
    for (const records of entities) for (const record of records) yield `\n${stringify([record], { lineWidth: 120 })}`;
  for (const id of leftOut.ids) yield `# ${id}: ${notExported}\n`;
}

/** Adds to entities what else their records say. */

async function withParts(reader: Reader, entities: readonly EntityRow[]): Promise<(EntityRow & EntityRows)[]> {
  const ids = entities.map(({ id }) => id);
  const ofLaws = { where: { legislationId: { in: ids } }, orderBy: { ordinal: 'asc' } } as const;
  const affects = { select: { id: true }, orderBy: { id: 'asc' } } as const;
  // One after the other: all the queries of a transaction share a connection.
  const terms = await reader.term.findMany({ where: { proposalId: { in: ids } }, orderBy: { ordinal: 'asc' } });
  const stages = await reader.legislationStage.findMany(ofLaws);
  const provisions = await reader.provision.findMany({ ...ofLaws, include: { affects } });
  const passages = await reader.passage.findMany({ where: { articleId: { in: ids } }, orderBy: { number: 'asc' } });
  const outgoing = await reader.relationship.findMany({ where: { subjectId: { in: ids } }, orderBy: { id: 'asc' } });
  const termsOf = groupBy(await withEvidence(reader, 'termId', terms), ({ proposalId }) => proposalId);
  const stagesOf = groupBy(await withEvidence(reader, 'stageId', stages), ({ legislationId }) => legislationId);
  const provisionsOf = groupBy(
    await withEvidence(reader, 'provisionId', provisions),
    ({ legislationId }) => legislationId,
  );
  const outgoingOf = groupBy(await withEvidence(reader, 'relationshipId', outgoing), ({ subjectId }) => subjectId);
  const passagesOf = groupBy(passages, ({ articleId }) => articleId);
  return entities.map((entity) => ({
    ...entity,
    terms: termsOf(entity.id),
    stages: stagesOf(entity.id),
    provisions: provisionsOf(entity.id),
    passages: passagesOf(entity.id),
    outgoing: outgoingOf(entity.id),
  }));
}
