/** The whole graph as seed files have it: records that come to the same facts when they are seeded. */
import { stringify } from 'yaml';
import { type EntityRows, type Plain, recordsOf } from '../records/fromRows.ts';
import { mistakesOf } from '../records/validation/alone.ts';
import type { FactColumn } from '../store/evidence.ts';
import { groupBy } from '../store/groupBy.ts';
import { readStagesOf } from '../store/legislationStage.ts';
import { readPassagesOf } from '../store/passage.ts';
import { readProvisionsOf } from '../store/provision.ts';
import { readRelationshipsOf } from '../store/relationship.ts';
import { readTermsOf } from '../store/term.ts';
import { type Proven, withEvidence } from './attached.ts';
import { licence } from './dataset.ts';
import { entityIds, readEntityRows } from './entities.ts';
import { mapBatches, notExported } from './leftOut.ts';
import type { Options } from './options.ts';
import { inBatches, type Reader, type RowOf } from './reading.ts';
import { known } from './words.ts';

/** Writes a list of records, each entity with the relationships of which it is the subject. */
export async function* writeRecords(reader: Reader, options: Options): AsyncGenerator<string> {
  const { data, leftOut } = options;
  yield `# Facts of version ${data.version}, digest ${data.digest}, under ${licence.name}: ${licence.url}\n`;
  for await (const entities of recordBatches(reader, options))
    for (const records of entities) for (const record of records) yield `\n${stringify([record], { lineWidth: 120 })}`;
  for (const id of leftOut.ids) yield `# ${id}: ${notExported}\n`;
}

/** The records of each entity, in batches. */
export function recordBatches(reader: Reader, options: Options): AsyncGenerator<(readonly Plain[])[]> {
  const batches = inBatches(options, entityIds(reader, options), async (ids) => await readWhole(reader, ids));
  return mapBatches(batches, seedable, options.leftOut);
}

/**
 * The records of an entity, as seeding takes them.
 * @throws Error if it does not: somebody wrote the entity past the files.
 */
function seedable(entity: EntityRows): readonly Plain[] {
  const { terms, stages, provisions, outgoing } = entity;
  const bare = [entity, ...terms, ...stages, ...provisions, ...outgoing].filter(
    ({ evidence }) => evidence.length === 0,
  );
  const ids = bare.map(({ id }) => id);
  if (ids.length > 0)
    throw new Error(
      `${ids.join(', ')} ${ids.length === 1 ? 'has' : 'have'} no evidence; a record has at least one piece`,
    );
  const records = recordsOf(entity);
  const mistakes = records.flatMap(mistakesOf);
  if (mistakes.length > 0) throw new Error(`no record comes to it: ${mistakes.join('; ')}`);
  return records;
}

/** Entities with all that their records say. */
async function readWhole(reader: Reader, ids: readonly string[]): Promise<RowOf<EntityRows>> {
  const { read } = reader;
  // One after the other: all the queries of a transaction share a connection.
  const entityOf = await readEntityRows(reader, ids);
  const termsOf = await partsOf(reader, 'termId', await readTermsOf(read, ids), (row) => row.proposalId);
  const stagesOf = await partsOf(reader, 'stageId', await readStagesOf(read, ids), (row) => row.legislationId);
  const provisions = await readProvisionsOf(read, ids);
  const provisionsOf = await partsOf(reader, 'provisionId', provisions, (row) => row.legislationId);
  const outgoing = await readRelationshipsOf(read, { subjects: ids });
  const outgoingOf = await partsOf(reader, 'relationshipId', outgoing, (row) => row.subjectId);
  const passagesOf = groupBy(await readPassagesOf(read, ids), ({ articleId }) => articleId);
  return (id) => {
    const entity = entityOf(id);
    return (
      entity && {
        ...entity,
        terms: termsOf(id),
        stages: stagesOf(id),
        provisions: provisionsOf(id),
        passages: passagesOf(id).map((passage) => known('passage', passage)),
        outgoing: outgoingOf(id),
      }
    );
  };
}

/** Facts with their evidence, by the entity that they are a part of. */
async function partsOf<Row extends { readonly id: string }>(
  reader: Reader,
  column: FactColumn,
  rows: readonly Row[],
  wholeOf: (row: Row) => string,
): Promise<(id: string) => Proven<Row>[]> {
  const rowOf = await withEvidence(reader, column, rows);
  const partsWithin = groupBy(rows, wholeOf);
  return (entityId) => partsWithin(entityId).flatMap(({ id }) => rowOf(id) ?? []);
}
