/** What the adjacency index knows is not read from the database; the rest is, in one statement for all of an answer. */
import { isObjectType } from 'graphql';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Database } from '../../src/database/open.ts';
import { kindDefinition, kindNames } from '../../src/registry/index.ts';
import { buildSchema } from '../../src/schema/index.ts';
import { type Service, startService } from '../../src/server/start.ts';
import { noteStatements, openMigrated } from '../database.ts';
import { insertEntity, insertRelationship } from './second.ts';

let database: Database;
let service: Service;
let sent: () => Promise<string[]>;
const logged: unknown[] = [];

beforeAll(async () => {
  database = await openMigrated();
  sent = noteStatements(database);
  const run = async (sql: string) => await database.prisma.$executeRawUnsafe(sql);
  for (const [id, kind] of [
    ['ann', 'PERSON'],
    ['one', 'UNION'],
    ['bob', 'PERSON'],
    ['two', 'UNION'],
    ['cyd', 'PERSON'],
    ['dan', 'PERSON'],
  ] as const)
    await run(insertEntity(id, kind));
  for (const [person, union] of [
    ['ann', 'one'],
    ['bob', 'one'],
    ['bob', 'two'],
    ['cyd', 'two'],
    ['dan', 'one'],
  ] as const)
    await run(insertRelationship(`${person}.${union}`, 'MEMBER_OF', [person, 'PERSON'], [union, 'UNION']));
  service = await startService(database, { host: 'localhost', port: 0, log: (_, { err }) => void logged.push(err) });
});
afterAll(async () => {
  await service.stop();
  await database.close();
});

/** The answer, and the statements that it took. */
async function ask(query: string) {
  await sent();
  const response = await fetch(service.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  });
  const answer = (await response.json()) as { data: unknown; errors?: { path: unknown }[] };
  return { ...answer, statements: await sent() };
}

const way = (fields: string) => `{ path(from: "ann", to: "cyd") { length steps { ${fields} } } }`;
const ref = (kind: string, id: string) => ({ __typename: kind, id, kind: kind.toUpperCase() });

test('who and what stands on a way, and what leads there, is read of no table', async () => {
  const { data, statements } = await ask(
    way(
      'label direction entity { __typename id kind } relationship { type inverseLabel subject { id } object { id } }',
    ),
  );
  const memberOf = { type: 'MEMBER_OF', inverseLabel: 'has as a member' };
  const step = (entity: object, direction: 'IN' | 'OUT', subject: string, object: string) => ({
    ...{ label: direction === 'OUT' ? 'is a member of' : 'has as a member', direction, entity },
    relationship: { ...memberOf, subject: { id: subject }, object: { id: object } },
  });
  expect(data).toEqual({
    path: {
      length: 4,
      steps: [
        { label: null, direction: null, entity: ref('Person', 'ann'), relationship: null },
        step(ref('Union', 'one'), 'OUT', 'ann', 'one'),
        step(ref('Person', 'bob'), 'IN', 'bob', 'one'),
        step(ref('Union', 'two'), 'OUT', 'bob', 'two'),
        step(ref('Person', 'cyd'), 'IN', 'cyd', 'two'),
      ],
    },
  });
  expect(statements).toEqual([]);
});

test('neither is who stands around an entity, or high in the network', async () => {
  const around = await ask(`{
    neighborhood(of: "one", depth: 2) { nodes { distance entity { id kind } } edges { relationship { type } } }
    ranking(by: DEGREE) { entity { id } score }
    entity(id: "missing") { id }
  }`);
  expect(around.data).toMatchObject({ neighborhood: { nodes: { length: 5 }, edges: { length: 4 } } });
  // The one statement is for the entity that nobody knows.
  expect(around.statements).toHaveLength(1);
});

test('names of all that stands on a way, and the rows of all its relationships, are read in a statement each', async () => {
  const named = await ask(way('entity { id name ... on Union { type } }'));
  expect(named.data).toMatchObject({ path: { steps: { 4: { entity: { id: 'cyd', name: 'cyd' } } } } });
  expect(named.statements).toHaveLength(1);
  const related = await ask(way('relationship { id role note } entity { summary }'));
  expect(related.data).toMatchObject({ path: { steps: { 4: { relationship: { id: 'cyd.two', note: null } } } } });
  expect(related.statements).toHaveLength(1);
  expect((await ask(way('relationship { id } entity { name }'))).statements).toEqual([]);
});

test('a row that is gone before it is read, and before the log tells of it, is an error where it was asked for', async () => {
  const run = async (sql: string) => await database.prisma.$executeRawUnsafe(sql);
  await run(insertEntity('eve', 'PERSON'));
  await run(insertRelationship('eve.one', 'MEMBER_OF', ['eve', 'PERSON'], ['one', 'UNION']));
  const toEve = (fields: string) => `{ path(from: "ann", to: "eve") { steps { ${fields} } } }`;
  await expect
    .poll(async () => (await ask(toEve('label'))).data, { timeout: 5_000 })
    .toMatchObject({ path: { steps: { length: 3 } } });
  for (const table of ['Entity', 'Relationship']) await run(`ALTER TABLE "${table}" DISABLE TRIGGER USER`);
  await run(`DELETE FROM "Entity" WHERE "id" = 'eve'`);
  logged.length = 0;
  const { data, errors } = await ask(toEve('entity { id }'));
  expect([data, errors]).toMatchObject([{ path: { steps: { 2: { entity: { id: 'eve' } } } } }, undefined]);
  const entity = await ask(toEve('entity { id name }'));
  expect([entity.data, entity.errors?.[0]?.path]).toEqual([{ path: null }, ['path', 'steps', 2, 'entity', 'name']]);
  const relationship = await ask(toEve('relationship { id }'));
  expect(relationship.data).toMatchObject({
    path: { steps: { 1: { relationship: { id: 'ann.one' } }, 2: { relationship: null } } },
  });
  expect(logged.map(String)).toEqual([
    expect.stringContaining('the entity eve was removed while this was answered'),
    expect.stringMatching(/the relationship \d+ was removed while this was answered/),
  ]);
  // As of the version that the answer names, it is there.
  expect((await ask('{ entity(id: "eve") { id } }')).data).toEqual({ entity: { id: 'eve' } });
  expect((await ask('{ entity(id: "eve") { name } }')).data).toEqual({ entity: null });
});

test('every field of a kind but its id and kind reads the row itself: it may be handed on without', () => {
  const schema = buildSchema();
  for (const kind of kindNames) {
    const type = schema.getType(kindDefinition(kind).graphql);
    const fields = isObjectType(type) ? Object.values(type.getFields()) : [];
    const plain = fields.filter(({ resolve }) => resolve === undefined || resolve.name === 'defaultMergedResolver');
    expect(plain.map(({ name }) => name)).toEqual(['id', 'kind']);
  }
});
