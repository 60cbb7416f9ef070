/** From records to rows and back: at random, of every kind and type of the registry, the same rows. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { rowsOf } from '../../src/curation/rows.ts';
import { type EntityRows, recordsOf } from '../../src/records/fromRows.ts';
import { mistakesOf } from '../../src/records/validation/alone.ts';
import { readEntity } from '../../src/records/validation/entity.ts';
import type { Context } from '../../src/records/validation/fields.ts';
import type { EntityRecord, Records, RelationshipRecord } from '../../src/records/validation/records.ts';
import type { Register } from '../../src/records/validation/register.ts';
import { readRelationships, readRelationshipsOf } from '../../src/records/validation/relationship.ts';
import { type Kind, kindDefinition, kindNames, relationshipTypeNames } from '../../src/registry/index.ts';
import { readSource } from '../../src/seeding/read.ts';
import type { Row, Rows } from '../../src/store/tables.ts';
import { type Data, entityOf, idOf, relationshipOf } from './generate.ts';

/** The entities that records point at. */
const register: Register = new Map(
  kindNames.flatMap((kind) =>
    ['', 'other-'].map((prefix) => {
      const place = { file: 'a.yaml', line: 1, column: 1 };
      return [`${prefix}${idOf(kind)}`, { place, kind, paragraphs: kind === 'ARTICLE' ? 3 : 0 }] as const;
    }),
  ),
);

/** What records say, without a look at each other. */
function read(records: readonly unknown[]): Records {
  const yaml = stringify(records, { aliasDuplicateObjects: false });
  const mistakes: string[] = [];
  const report = (_: unknown, message: string): void => void mistakes.push(message);
  const context: Context = { report, register, cite: () => {}, expect: () => {} };
  const [entities, relationships]: [EntityRecord[], RelationshipRecord[]] = [[], []];
  for (const node of readSource('a.yaml', yaml).records) {
    if (node.type === 'mapping' && node.entries.has('subject'))
      relationships.push(...(readRelationships(node, undefined, context) ?? []));
    else {
      entities.push(readEntity(node, context) as EntityRecord);
      relationships.push(...readRelationshipsOf(node, context));
    }
  }
  expect(mistakes, yaml).toEqual([]);
  return { entities, relationships };
}

const tableRows = (rows: Rows, model: string, column: string, id: string): Row[] =>
  (rows.get(model) ?? []).filter((row) => row[column] === id);

/** The rows of an entity as a database gives them. */
function entityRows(rows: Rows, entity: Row): EntityRows {
  const { id } = entity as Row & { id: string };
  const withEvidence = (some: readonly Row[], column: string): Row[] =>
    some.map((row) => ({ ...row, evidence: tableRows(rows, 'evidence', column, String(row['id'])) as never }));
  const model = kindDefinition(entity['kind'] as Kind).details?.model;
  const provisions = withEvidence(tableRows(rows, 'provision', 'legislationId', id), 'provisionId');
  const affects = ({ id: provision }: Row): object[] =>
    tableRows(rows, 'affectedEntity', 'provisionId', String(provision)).map((row) => ({ id: row['affectedId'] }));
  const read = {
    ...withEvidence([entity], 'entityId')[0],
    names: tableRows(rows, 'name', 'entityId', id),
    identifiers: tableRows(rows, 'identifier', 'entityId', id),
    notStated: tableRows(rows, 'notStated', 'entityId', id),
    detail: model === undefined ? {} : tableRows(rows, model, 'id', id)[0],
    terms: withEvidence(tableRows(rows, 'term', 'proposalId', id), 'termId'),
    stages: withEvidence(tableRows(rows, 'legislationStage', 'legislationId', id), 'stageId'),
    provisions: provisions.map((row) => ({ ...row, affects: affects(row) })),
    passages: tableRows(rows, 'passage', 'articleId', id),
    outgoing: withEvidence(tableRows(rows, 'relationship', 'subjectId', id), 'relationshipId'),
  };
  return read as never;
}

/** Whether the same rows come out: those of a table in whatever order. */
function comesBack(records: readonly unknown[]): void {
  const rows = rowsOf(read(records), new Map());
  // Two parts with one id are refused when a file is looked at as a whole.
  const parts = ['term', 'legislationStage', 'provision'].flatMap((model) => rows.get(model) ?? []);
  fc.pre(new Set(parts.map(({ id }) => id)).size === parts.length);
  const written = (rows.get('entity') ?? []).flatMap((entity) => recordsOf(entityRows(rows, entity)));
  expect(written.flatMap(mistakesOf)).toEqual([]);
  const again = rowsOf(read(written), new Map());
  for (const [model, before] of rows) {
    const sorted = (some: readonly Row[]) => some.map((row) => JSON.stringify(row, Object.keys(row).sort())).sort();
    expect(sorted(again.get(model) ?? []), model).toEqual(sorted(before));
  }
}

describe('records at random come back as the same rows', () => {
  test.each(kindNames)('%s', (kind) => {
    fc.assert(
      fc.property(entityOf(kind), (record) => comesBack([record])),
      { numRuns: 40 },
    );
  });

  test.each(relationshipTypeNames)('%s', (type) => {
    const subjectOf = ({ subject }: Data): Data => {
      const kind = kindNames.find((one) => idOf(one) === subject) as Kind;
      const [record] = fc.sample(entityOf(kind), { numRuns: 1, seed: 1 });
      return { ...record, id: subject };
    };
    fc.assert(
      fc.property(relationshipOf(type), (record) => comesBack([subjectOf(record), record])),
      { numRuns: 20 },
    );
  });
});
