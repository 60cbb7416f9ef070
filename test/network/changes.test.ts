/** What another process writes shows in the next answer: a service on a database that is changed behind its back. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../src/database/open.ts';
import { readVersion } from '../../src/store/version.ts';
import { openMigrated } from '../database.ts';
import { cases, officeOf } from './changeCases.ts';
import { type Asked, insertEntity, insertRelationship, openSecond, type Second, seedBase, serve } from './second.ts';

let database: Database;
let second: Second;
let asked: Asked;
/** How long each change took to show, in milliseconds. */
const latencies: number[] = [];

beforeAll(async () => {
  database = await openMigrated();
  await seedBase(database);
  second = await openSecond(database);
  asked = await serve(database);
});
afterAll(async () => {
  await asked?.stop();
  await second?.close();
  await database?.close();
});

describe('what a second connection changes shows, and so does its undoing', () => {
  test.each(Object.entries(cases))('%s', async (_, { change, undo, query, before, after }) => {
    // Asked first, so that what is held in memory is what was before.
    expect(await asked.ask(query)).toEqual(before);
    const held = await asked.version();
    await second.transact(change);
    latencies.push(await asked.becomes(query, after));
    await expect.poll(asked.version).toMatchObject({ version: held.version + 1 });
    expect((await asked.version()).digest).not.toBe(held.digest);
    await second.transact(undo);
    latencies.push(await asked.becomes(query, before));
    await expect.poll(asked.version).toEqual({ version: held.version + 2, digest: held.digest });
  });

  test('within a second', () => {
    const inOrder = latencies.sort((a, b) => a - b);
    expect(inOrder.length).toBe(2 * Object.keys(cases).length);
    // Most of them, since a busy machine may stand still for a while.
    expect(inOrder[Math.floor(inOrder.length * 0.9)]).toBeLessThan(1_000);
  });
});

describe('a transaction', () => {
  test('of several statements is one version, and shows as a whole; so does an entity that goes with all it had', async () => {
    const query = '{ entity(id: "dora") { id } path(from: "dora", to: "dispute") { length } graph { version } }';
    const { version, digest } = await asked.version();
    await second.transact(
      insertEntity('dora', 'PERSON'),
      insertRelationship('dora-member', 'MEMBER_OF', ['dora', 'PERSON'], ['example-union', 'UNION']),
      `UPDATE "Entity" SET "summary" = 'Changed twice.' WHERE "id" = 'dora'`,
    );
    await asked.becomes(query, { entity: { id: 'dora' }, path: { length: 2 }, graph: { version: version + 1 } });
    await second.transact(`DELETE FROM "Entity" WHERE "id" = 'dora'`);
    await asked.becomes('{ entity(id: "dora") { id } graph { version } }', {
      entity: null,
      graph: { version: version + 2 },
    });
    expect(await asked.version()).toMatchObject({ digest });
    await expect(asked.ask('{ path(from: "dora", to: "ann") { length } }')).rejects.toThrow('there is no entity');
    // The same id may come back, as a row with another number.
    await second.transact(
      insertEntity('dora', 'PERSON'),
      insertRelationship('dora-member', 'MEMBER_OF', ['dora', 'PERSON'], ['example-union', 'UNION']),
    );
    await asked.becomes(query, { entity: { id: 'dora' }, path: { length: 2 }, graph: { version: version + 3 } });
    await second.transact(`DELETE FROM "Entity" WHERE "id" = 'dora'`);
    await expect.poll(asked.version).toEqual({ version: version + 4, digest });
  });

  test('that changes nothing, or is rolled back, is no version', async () => {
    const before = await asked.version();
    await second.transact(`UPDATE "Entity" SET "summary" = "summary"`, `DELETE FROM "Term" WHERE "id" = 'none'`);
    // Longer than the log is left alone: whoever looked into an open transaction would keep what it saw.
    await second.rollBack(
      700,
      `UPDATE "Entity" SET "summary" = 'Never.' WHERE "id" = 'bob'`,
      insertEntity('never', 'UNION'),
      officeOf,
    );
    // What comes after it shows, and so it would have shown too.
    await second.transact(insertEntity('after', 'UNION'));
    await asked.becomes(
      '{ entity(id: "after") { id } bob: entity(id: "bob") { summary } never: entity(id: "never") { id } unions { totalCount } }',
      { entity: { id: 'after' }, bob: { summary: 'Another person.' }, never: null, unions: { totalCount: 2 } },
    );
    expect(await asked.ask('{ path(from: "ann", to: "example-union") { length } }')).toEqual({ path: null });
    // What memory does not hold is read from the database, which may be ahead of the log's feed.
    await expect.poll(asked.version).toMatchObject({ version: before.version + 1 });
    await second.transact(`DELETE FROM "Entity" WHERE "id" = 'after'`);
    await expect.poll(asked.version).toEqual({ version: before.version + 2, digest: before.digest });
  });
});

describe('what changes a whole table', () => {
  const many = 1_100;
  const query = `{
    entity(id: "many-700") { summary }
    dispute(id: "dispute") { relationships(types: [PARTY_TO]) { totalCount } }
    path(from: "many-7", to: "many-9") { length }
  }`;
  const answer = (summary: string) => ({
    entity: { summary },
    dispute: { relationships: { totalCount: many + 1 } },
    path: { length: 2 },
  });
  const keyless = async (table: string) =>
    await database.prisma.change.count({ where: { table, keys: { isEmpty: true } } });

  test('a statement that touches more than a thousand rows is followed though the log names none of them', async () => {
    const of = `FROM generate_series(1, ${many}) AS i`;
    await second.transact(
      `INSERT INTO "Entity" ("id", "kind", "summary") SELECT 'many-' || i, 'UNION', 'One of many.' ${of}`,
      `INSERT INTO "Name" ("entityId", "text", "language", "type", "ordinal")
        SELECT 'many-' || i, 'One of many', 'en', 'PREFERRED', 0 ${of}`,
      `INSERT INTO "Relationship" ("id", "type", "subjectId", "subjectKind", "objectId", "objectKind", "side")
        SELECT 'many-' || i, 'PARTY_TO', 'many-' || i, 'UNION', 'dispute', 'DISPUTE', 'EMPLOYEE' ${of}`,
    );
    await asked.becomes(query, answer('One of many.'));
    await second.transact(`UPDATE "Entity" SET "summary" = 'Changed.' WHERE "id" LIKE 'many-%'`);
    await asked.becomes(query, answer('Changed.'));
    await second.transact(`DELETE FROM "Relationship" WHERE "id" LIKE 'many-%'`);
    await asked.becomes(query, { ...answer('Changed.'), dispute: { relationships: { totalCount: 1 } }, path: null });
    expect([await keyless('Entity'), await keyless('Relationship')]).toEqual([2, 2]);
  });

  test('TRUNCATE is followed, and leaves the digest of nothing', async () => {
    const evidence = '{ entity(id: "bob") { evidence { nodes { citation } } } graph { evidence } }';
    expect(await asked.ask(evidence)).toMatchObject({ entity: { evidence: { nodes: [{ citation: 'The library' }] } } });
    await second.transact('TRUNCATE "Evidence"');
    await asked.becomes(evidence, { entity: { evidence: { nodes: [] } }, graph: { evidence: 0 } });
    await second.transact('TRUNCATE "Entity" CASCADE');
    await asked.becomes('{ entity(id: "bob") { id } graph { entities relationships digest } }', {
      entity: null,
      graph: { entities: 0, relationships: 0, digest: '0'.repeat(32) },
    });
    await expect(asked.ask('{ neighborhood(of: "bob") { truncated } }')).rejects.toThrow('there is no entity');
  });
});

test('the same facts have the same digest, in whatever order and by whatever detours they were written', async () => {
  const facts = [
    insertEntity('ann', 'PERSON'),
    insertEntity('bob', 'PERSON'),
    insertEntity('union', 'UNION', 'Theirs.'),
    `INSERT INTO "Name" ("entityId", "text", "language", "type", "ordinal") VALUES ('ann', 'Ann', 'en', 'ALIAS', 1)`,
    insertRelationship('a', 'MEMBER_OF', ['ann', 'PERSON'], ['union', 'UNION']),
    insertRelationship('b', 'MEMBER_OF', ['bob', 'PERSON'], ['union', 'UNION']),
  ] as const;
  await second.transact(...facts);
  await asked.becomes('{ path(from: "ann", to: "bob") { length } }', { path: { length: 2 } });
  const other = await openMigrated();
  try {
    const [ann, bob, union, name, a, b] = facts;
    for (const statement of [
      union.replace('Theirs.', 'Ours.'),
      bob,
      b,
      insertEntity('gone', 'ISSUE'),
      ann,
      a,
      name,
      `UPDATE "Entity" SET "summary" = 'Theirs.' WHERE "id" = 'union'`,
      `DELETE FROM "Entity" WHERE "id" = 'gone'`,
    ]) {
      await other.prisma.$executeRawUnsafe(statement);
    }
    const { digest } = await asked.version();
    expect(digest).not.toBe('0'.repeat(32));
    expect(await readVersion(other.prisma)).toEqual({ version: 9, digest });
  } finally {
    await other.close();
  }
});
