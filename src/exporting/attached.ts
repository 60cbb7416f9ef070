/**
 * What hangs on the rows of a batch, read one table after another: all the queries of a transaction share a
 * connection, which takes one at a time. What has a word that this version does not know is read, and cannot be told.
 */
import type { Evidence, Name } from '../generated/prisma/client.ts';
import { type FactColumn, factOf, keyOfFact } from '../graph/rows/evidence.ts';
import { type EntityRow, readEntities, readNamesOf } from '../store/entity.ts';
import { readEvidenceOfFacts } from '../store/evidence.ts';
import { groupBy } from '../store/groupBy.ts';
import type { Reader, RowOf } from './reading.ts';
import { known, type Table } from './words.ts';

/** The names of entities, by entity: by language, the preferred ones first. */
export async function readNames({ read }: Reader, ids: readonly string[]): Promise<(id: string) => Name[]> {
  const namesOf = groupBy(await readNamesOf(read, [...new Set(ids)]), ({ entityId }) => entityId);
  return (id) => namesOf(id).map((name) => known('name', name));
}

/** Entities that rows name, with their names. */
export async function readNamed({ read }: Reader, ids: readonly string[]): Promise<RowOf<EntityRow>> {
  const entityOf = byId(await readEntities(read, [...new Set(ids)]));
  return (id) => {
    const entity = entityOf(id);
    return entity && withKnownNames(known('entity', entity));
  };
}

/** The entity itself. @throws Error if a name of it has a word that this version does not know. */
export function withKnownNames<Row extends { readonly names: readonly Name[] }>(entity: Row): Row {
  for (const name of entity.names) known('name', name);
  return entity;
}

interface Fact {
  readonly id: string;
}

/** The rows that there are, by their ids. */
export function byId<Row extends Fact>(rows: readonly (Row | null)[]): RowOf<Row> {
  const found = new Map(rows.flatMap((row) => (row === null ? [] : [[row.id, row] as const])));
  return (id) => found.get(id);
}

/** A fact with its evidence, in order. */
export type Proven<Row> = Row & { readonly evidence: readonly Evidence[] };

const tables: Readonly<Record<FactColumn, Table>> = {
  entityId: 'entity',
  relationshipId: 'relationship',
  termId: 'term',
  provisionId: 'provision',
  stageId: 'legislationStage',
};

/** Adds to each fact its evidence, by the fact's id. */
export async function withEvidence<Row extends Fact>(
  { read }: Reader,
  column: FactColumn,
  rows: readonly (Row | null)[],
): Promise<RowOf<Proven<Row>>> {
  const ids = rows.flatMap((row) => row?.id ?? []);
  const none = { entityId: [], relationshipId: [], termId: [], provisionId: [], stageId: [] };
  const found = await readEvidenceOfFacts(read, { ...none, [column]: ids });
  const evidenceOf = groupBy(found, (row) => keyOfFact(factOf(row)));
  const rowOf = byId(rows);
  return (id) => {
    const row = rowOf(id);
    if (row === undefined) return undefined;
    const evidence = evidenceOf(keyOfFact({ column, id })).map((piece) => known('evidence', piece));
    return { ...known(tables[column], row), evidence };
  };
}
