/** Changes to each sort of row, and what must be answered once they show. Over the facts of the seeding tests. */
import { insertEntity, insertRelationship } from './second.ts';

/** The office's organization: a relationship that is missing from the facts. */
export const officeOf = insertRelationship('new', 'OFFICE_OF', ['president', 'OFFICE'], ['example-union', 'UNION']);
const holds = `"subjectId" = 'ann' AND "type" = 'HOLDS'`;
const setValidTo = (edtf: string, day: string, basis: string) =>
  `UPDATE "Relationship" SET "validTo" = ${edtf}, "validToEarliest" = ${day}, "validToLatest" = ${day},
    "validToBasis" = ${basis} WHERE ${holds}`;

/** A change and its undoing, and a question with its answer before and after. */
interface Case {
  readonly change: string;
  readonly undo: string;
  readonly query: string;
  readonly before: unknown;
  readonly after: unknown;
}

export const cases: Record<string, Case> = {
  'a summary': {
    change: `UPDATE "Entity" SET "summary" = 'Somebody else.' WHERE "id" = 'bob'`,
    undo: `UPDATE "Entity" SET "summary" = 'Another person.' WHERE "id" = 'bob'`,
    query: '{ entity(id: "bob") { summary } }',
    before: { entity: { summary: 'Another person.' } },
    after: { entity: { summary: 'Somebody else.' } },
  },
  'a name, in what it is found by too': {
    change: `UPDATE "Name" SET "text" = 'Robert' WHERE "entityId" = 'bob'`,
    undo: `UPDATE "Name" SET "text" = 'Bob' WHERE "entityId" = 'bob'`,
    query: '{ entity(id: "bob") { name } search(query: "Robert") { nodes { id } } }',
    before: { entity: { name: 'Bob' }, search: { nodes: [] } },
    after: { entity: { name: 'Robert' }, search: { nodes: [{ id: 'bob' }] } },
  },
  'an identifier': {
    change: `INSERT INTO "Identifier" ("entityId", "scheme", "value") VALUES ('ann', 'WIKIDATA', 'Q42')`,
    undo: `DELETE FROM "Identifier"`,
    query: `{
      entity(id: "ann") { identifiers { value } }
      entityByIdentifier(scheme: WIKIDATA, value: "Q42") { id }
      search(query: "Q42") { nodes { id } }
    }`,
    before: { entity: { identifiers: [] }, entityByIdentifier: null, search: { nodes: [] } },
    after: {
      entity: { identifiers: [{ value: 'Q42' }] },
      entityByIdentifier: { id: 'ann' },
      search: { nodes: [{ id: 'ann' }] },
    },
  },
  'what is not stated': {
    change: `DELETE FROM "NotStated" WHERE "entityId" = 'dispute' AND "attribute" = 'end'`,
    undo: `INSERT INTO "NotStated" ("entityId", "attribute") VALUES ('dispute', 'end')`,
    query: '{ entity(id: "dispute") { notStated { attribute } } }',
    before: { entity: { notStated: [{ attribute: 'end' }, { attribute: 'status' }] } },
    after: { entity: { notStated: [{ attribute: 'status' }] } },
  },
  'a relationship that comes and goes': {
    change: officeOf,
    undo: `DELETE FROM "Relationship" WHERE "id" = 'new'`,
    query: `{
      path(from: "ann", to: "example-union") { length }
      entity(id: "president") { relationships { totalCount } }
      graph { relationships }
    }`,
    before: { path: null, entity: { relationships: { totalCount: 1 } }, graph: { relationships: 2 } },
    after: { path: { length: 2 }, entity: { relationships: { totalCount: 2 } }, graph: { relationships: 3 } },
  },
  'when a relationship holds': {
    change: setValidTo(`'2015-12-31'`, `'2015-12-31'`, `'STATED'`),
    undo: setValidTo('NULL', 'NULL', 'NULL'),
    query: `{
      path(from: "ann", to: "president", asOf: "2016-01-01") { length }
      entity(id: "ann") { relationships { nodes { validTo { text: edtf } } } }
    }`,
    before: { path: { length: 1 }, entity: { relationships: { nodes: [{ validTo: null }] } } },
    after: { path: null, entity: { relationships: { nodes: [{ validTo: { text: '2015-12-31' } }] } } },
  },
  'an end of a relationship': {
    change: `UPDATE "Relationship" SET "subjectId" = 'bob' WHERE ${holds}`,
    undo: `UPDATE "Relationship" SET "subjectId" = 'ann' WHERE "subjectId" = 'bob'`,
    query: '{ ann: path(from: "ann", to: "president") { length } bob: path(from: "bob", to: "president") { length } }',
    before: { ann: { length: 1 }, bob: null },
    after: { ann: null, bob: { length: 1 } },
  },
  'the evidence of a relationship': {
    change: `UPDATE "Evidence" SET "note" = 'The archive' WHERE "relationshipId" IN
      (SELECT "id" FROM "Relationship" WHERE ${holds})`,
    undo: `UPDATE "Evidence" SET "note" = 'The library' WHERE "relationshipId" IN
      (SELECT "id" FROM "Relationship" WHERE ${holds})`,
    query: '{ path(from: "ann", to: "president") { steps { evidence { nodes { citation } } } } }',
    before: { path: { steps: [{ evidence: { nodes: [] } }, { evidence: { nodes: [{ citation: 'The library' }] } }] } },
    after: { path: { steps: [{ evidence: { nodes: [] } }, { evidence: { nodes: [{ citation: 'The archive' }] } }] } },
  },
  'evidence that is added to an entity': {
    change: `INSERT INTO "Evidence" ("id", "entityId", "basis", "note", "ordinal", "cues")
      VALUES ('more', 'bob', 'EXTERNAL', 'The archive', 9, '{}')`,
    undo: `DELETE FROM "Evidence" WHERE "id" = 'more'`,
    query: '{ entity(id: "bob") { evidence { nodes { citation } } } }',
    before: { entity: { evidence: { nodes: [{ citation: 'The library' }] } } },
    after: { entity: { evidence: { nodes: [{ citation: 'The library' }, { citation: 'The archive' }] } } },
  },
  'a passage': {
    change: `UPDATE "Passage" SET "text" = 'It says so.' WHERE "articleId" = 'news-1' AND "number" = 1`,
    undo: `UPDATE "Passage" SET "text" = NULL WHERE "articleId" = 'news-1' AND "number" = 1`,
    query: '{ entity(id: "example-union") { evidence { nodes { passage { text } } } } }',
    before: { entity: { evidence: { nodes: [{ passage: { text: null } }] } } },
    after: { entity: { evidence: { nodes: [{ passage: { text: 'It says so.' } }] } } },
  },
  'a term': {
    change: `UPDATE "Term" SET "value" = 3 WHERE "proposalId" = 'demand' AND "ordinal" = 1`,
    undo: `UPDATE "Term" SET "value" = 2.5 WHERE "proposalId" = 'demand' AND "ordinal" = 1`,
    query: '{ proposal(id: "demand") { terms { value } } }',
    before: { proposal: { terms: [{ value: 2.5 }, { value: null }] } },
    after: { proposal: { terms: [{ value: 3 }, { value: null }] } },
  },
  'a provision': {
    change: `UPDATE "Provision" SET "effect" = 'freezes pay' WHERE "legislationId" = 'bill'`,
    undo: `UPDATE "Provision" SET "effect" = 'limits raises' WHERE "legislationId" = 'bill'`,
    query: '{ legislation(id: "bill") { provisions { effect } } }',
    before: { legislation: { provisions: [{ effect: 'limits raises' }] } },
    after: { legislation: { provisions: [{ effect: 'freezes pay' }] } },
  },
  'whom a provision affects': {
    change: `DELETE FROM "AffectedEntity" WHERE "affectedId" = 'wages'`,
    undo: `INSERT INTO "AffectedEntity" ("affectedId", "provisionId") SELECT 'wages', "id" FROM "Provision"`,
    query: '{ legislation(id: "bill") { provisions { affects { id } } } }',
    before: { legislation: { provisions: [{ affects: [{ id: 'example-union' }, { id: 'wages' }] }] } },
    after: { legislation: { provisions: [{ affects: [{ id: 'example-union' }] }] } },
  },
  'a stage': {
    change: `UPDATE "LegislationStage" SET "date" = '2015-05-08', "dateEarliest" = '2015-05-08',
      "dateLatest" = '2015-05-08'`,
    undo: `UPDATE "LegislationStage" SET "date" = '2015-05-07', "dateEarliest" = '2015-05-07',
      "dateLatest" = '2015-05-07'`,
    query: '{ legislation(id: "bill") { stages { date { text: edtf } } } }',
    before: { legislation: { stages: [{ date: { text: '2015-05-07' } }] } },
    after: { legislation: { stages: [{ date: { text: '2015-05-08' } }] } },
  },
  'a column of a detail table': {
    change: `UPDATE "Legislation" SET "title" = 'An Act' WHERE "id" = 'bill'`,
    undo: `UPDATE "Legislation" SET "title" = NULL WHERE "id" = 'bill'`,
    query: '{ legislation(id: "bill") { title } }',
    before: { legislation: { title: null } },
    after: { legislation: { title: 'An Act' } },
  },
  'an entity that comes and goes': {
    change: insertEntity('carol', 'PERSON'),
    undo: `DELETE FROM "Entity" WHERE "id" = 'carol'`,
    query: '{ entity(id: "carol") { kind } people { totalCount } ranking(by: DEGREE, kinds: [PERSON]) { score } }',
    before: { entity: null, people: { totalCount: 2 }, ranking: [{ score: 0 }, { score: 0 }] },
    after: {
      entity: { kind: 'PERSON' },
      people: { totalCount: 3 },
      ranking: [{ score: 0 }, { score: 0 }, { score: 0 }],
    },
  },
};
