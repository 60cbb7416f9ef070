/** Nobody changes the history; and if somebody forces it, that shows. */
import { beforeEach, describe, expect, it } from 'vitest';
import { historyLines } from '../../src/commands/history.ts';
import type { Database } from '../../src/database/open.ts';
import { checkHistory } from '../../src/store/historyCheck.ts';
import { openMigrated } from '../database.ts';
import { seedBase } from '../network/second.ts';
import { applyAndRevert } from './randomChangesets.ts';

let database: Database;
beforeEach(async () => {
  database = await openMigrated();
  await seedBase(database);
  await run(`UPDATE "Entity" SET "summary" = 'Somebody.' WHERE "id" IN ('ann', 'bob')`);
  await run(`DELETE FROM "Name" WHERE "entityId" = 'example-union' AND "type" = 'ACRONYM'`);
  return async () => await database.close();
});

const run = async (statement: string): Promise<unknown> => await database.prisma.$executeRawUnsafe(statement);
const check = async () => await checkHistory(database.read, new AbortController().signal);

describe('the database refuses', () => {
  it.each([
    [`UPDATE labourgraph_history."Entity" SET "summary" = 'Never.'`, 'the history is never changed: UPDATE'],
    [`DELETE FROM labourgraph_history."Name"`, 'the history is never changed: DELETE'],
    [`TRUNCATE labourgraph_history."Name"`, 'the history is never changed: TRUNCATE'],
    [
      `INSERT INTO labourgraph_history."NotStated" ("entityId", "attribute", "since", "until") VALUES ('ann', 'end', 1, 2)`,
      'the history is written by the database alone: INSERT',
    ],
    [`UPDATE "Changeset" SET "author" = 'nobody'`, 'the history is never changed: UPDATE'],
    [`DELETE FROM "Changeset" WHERE "version" = 2`, 'the history is never changed: DELETE'],
    [
      `INSERT INTO "Changeset" ("version", "origin", "author") VALUES (99, 'DATABASE', 'nobody')`,
      'there is no version 99 yet',
    ],
    [
      `INSERT INTO "Changeset" ("version", "origin", "author", "message") VALUES (0, 'EDIT', 'nobody', 'x')`,
      'Changeset_version',
    ],
  ])('%s', async (statement, message) => {
    await expect(run(statement)).rejects.toThrow(message);
    expect(await check()).toEqual([]);
  });

  it('to pretend another version to the triggers', async () => {
    const pretend = `
      INSERT INTO "NotStated" ("entityId", "attribute")
      SELECT 'ann', 'end' FROM (SELECT set_config('labourgraph.writing', '1', true)) AS pretended`;
    await expect(run(pretend)).rejects.toThrow('a row of "NotStated" would stand since another version than 4');
    expect(await check()).toEqual([]);
  });

  it('to say since when a row stands, otherwise than it does', async () => {
    await run(`UPDATE "Entity" SET "since" = 1 WHERE "id" = 'ann'`);
    await run(`UPDATE "Entity" SET "summary" = 'A person.', "since" = 0 WHERE "id" = 'ann'`);
    await run(
      `INSERT INTO "Name" ("entityId", "text", "language", "type", "ordinal", "since") VALUES ('ann', 'A', 'en', 'ALIAS', 1, 1)`,
    );
    const rows = await database.prisma.$queryRaw`
      SELECT e."since" AS entity, n."since" AS name FROM "Entity" e JOIN "Name" n ON n."entityId" = e."id" AND n."text" = 'A'`;
    expect(rows).toEqual([{ entity: 4, name: 5 }]);
    expect(await check()).toEqual([]);
  });
});

describe('what a superuser forces shows', () => {
  const forced = async (table: string, statement: string): Promise<void> => {
    await run(`ALTER TABLE ${table} DISABLE TRIGGER USER`);
    await run(statement);
    await run(`ALTER TABLE ${table} ENABLE TRIGGER USER`);
  };

  it.each([
    [
      'a revision that was changed',
      'labourgraph_history."Entity"',
      `UPDATE labourgraph_history."Entity" SET "summary" = 'Never.' WHERE "id" = 'ann'`,
      [1],
    ],
    [
      'a revision that was removed',
      'labourgraph_history."Name"',
      `DELETE FROM labourgraph_history."Name" WHERE "text" = 'XU'`,
      [1, 2],
    ],
    [
      'a row that was changed past the triggers',
      '"Entity"',
      `UPDATE "Entity" SET "summary" = 'Never.' WHERE "id" = 'wages'`,
      [1, 2, 3],
    ],
    ['a changeset with another digest', '"Changeset"', `UPDATE "Changeset" SET "high" = 1 WHERE "version" = 2`, [2]],
    ['a changeset that was removed', '"Changeset"', `DELETE FROM "Changeset" WHERE "version" = 2`, [2]],
  ])('%s', async (_, table, statement, versions) => {
    await forced(table, statement);
    expect((await check()).map(({ version }) => version)).toEqual(versions);
  });

  it('and nothing shows of changes that are undone, and of others', async () => {
    await applyAndRevert(database, { seed: 5, count: 15, until: performance.now() + 20_000 });
    expect(await check()).toEqual([]);
  }, 60_000);
});

it('without a database there is nothing to check', async () => {
  expect(await historyLines({ folder: '/nowhere/at/all' })).toEqual({
    lines: ['The history was not checked: there is no database yet.'],
    tampered: false,
  });
});
