/** The history of the tables: begun, continued, and refused where it cannot be continued. */
import { rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { applyMigrations, createMigration, MigrationRefused, migrationStatus } from '../../src/database/migrate.ts';
import type { Database } from '../../src/database/open.ts';
import { rules } from '../../src/registry/index.ts';
import { syncRules } from '../../src/store/rules.ts';
import { createEntities, openEmpty } from '../database.ts';

let database: Database;

beforeAll(async () => {
  database = await openEmpty();
});
afterAll(async () => await database.close());

const tables = async (): Promise<string[]> => {
  const rows = await database.prisma.$queryRaw<{ name: string }[]>`
    SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' ORDER BY 1`;
  return rows.map(({ name }) => name);
};

const history = async () =>
  await database.prisma.$queryRaw<{ migration_name: string; checksum: string; finished_at: Date | null }[]>`
    SELECT migration_name, checksum, finished_at FROM _prisma_migrations ORDER BY started_at, migration_name`;

/** What is thrown by applying, which must be the refusal. */
async function refusal(): Promise<string> {
  const error: unknown = await applyMigrations(database.adapter).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(MigrationRefused);
  return (error as MigrationRefused).message;
}

describe('the migrations', () => {
  test('of an empty database are pending, then applied, then not applied again', async () => {
    const before = await migrationStatus(database.adapter);
    expect(before.known.length).toBeGreaterThan(0);
    expect(before).toEqual({ known: before.known, pending: before.known, edited: [], failed: [], foreign: [] });
    expect(await tables()).toEqual([]);

    expect(await applyMigrations(database.adapter)).toEqual(before.known);
    expect(await tables()).toEqual(expect.arrayContaining(['Entity', 'Relationship', '_prisma_migrations']));
    expect(await migrationStatus(database.adapter)).toEqual({ ...before, pending: [] });
    const applied = await history();

    expect(await applyMigrations(database.adapter)).toEqual([]);
    expect(await history()).toEqual(applied);
  });

  test('make what prisma/schema.prisma says: there is none to create', async () => {
    const path = await createMigration('left_over_by_a_test');
    if (path !== null) rmSync(dirname(path), { recursive: true });
    expect(path).toBeNull();
  });

  test('that were changed after they were applied are refused by name', async () => {
    const [first] = await history();
    const name = first?.migration_name ?? '';
    await database.prisma
      .$executeRaw`UPDATE _prisma_migrations SET checksum = 'another' WHERE migration_name = ${name}`;
    expect(await migrationStatus(database.adapter)).toMatchObject({
      edited: [name],
      pending: [],
      failed: [],
      foreign: [],
    });
    expect(await refusal()).toContain(`changed after it was applied: ${name}`);
    await database.prisma.$executeRaw`
      UPDATE _prisma_migrations SET checksum = ${first?.checksum} WHERE migration_name = ${name}`;
    expect(await applyMigrations(database.adapter)).toEqual([]);
  });

  test('that were begun and not finished are refused by name', async () => {
    const last = (await history()).at(-1);
    const name = last?.migration_name ?? '';
    await database.prisma.$executeRaw`
      UPDATE _prisma_migrations SET finished_at = NULL, applied_steps_count = 0 WHERE migration_name = ${name}`;
    expect((await migrationStatus(database.adapter)).failed).toEqual([name]);
    expect(await refusal()).toContain(`begun and not finished: ${name}`);
    await database.prisma.$executeRaw`
      UPDATE _prisma_migrations SET finished_at = now(), applied_steps_count = 1 WHERE migration_name = ${name}`;
    expect(await applyMigrations(database.adapter)).toEqual([]);
  });

  test('that this version does not know are refused by name', async () => {
    const name = '29990101000000_of_a_later_version';
    await database.prisma.$executeRaw`
      INSERT INTO _prisma_migrations (id, checksum, finished_at, migration_name, applied_steps_count)
      VALUES ('later', 'c', now(), ${name}, 1)`;
    expect((await migrationStatus(database.adapter)).foreign).toEqual([name]);
    expect(await refusal()).toContain(`the database is ahead, by ${name}`);
    await database.prisma.$executeRaw`DELETE FROM _prisma_migrations WHERE id = 'later'`;
    expect(await applyMigrations(database.adapter)).toEqual([]);
  });

  test('that are unknown are refused also where others are pending', async () => {
    const last = (await history()).at(-1);
    const name = '29990101000000_of_a_branch';
    await database.prisma.$executeRaw`
      UPDATE _prisma_migrations SET migration_name = ${name} WHERE migration_name = ${last?.migration_name}`;
    expect(await migrationStatus(database.adapter)).toMatchObject({ foreign: [name], pending: [last?.migration_name] });
    expect(await refusal()).toContain(name);
    await database.prisma.$executeRaw`
      UPDATE _prisma_migrations SET migration_name = ${last?.migration_name} WHERE migration_name = ${name}`;
    expect(await applyMigrations(database.adapter)).toEqual([]);
  });
});

describe('the rules', () => {
  const stored = async () => ({
    kinds: await database.prisma.kind.findMany({ orderBy: { name: 'asc' } }),
    types: await database.prisma.kindType.findMany({ orderBy: [{ kind: 'asc' }, { type: 'asc' }] }),
    statuses: await database.prisma.kindStatus.findMany({ orderBy: [{ kind: 'asc' }, { status: 'asc' }] }),
    rules: await database.prisma.relationshipRule.findMany({
      orderBy: [{ type: 'asc' }, { subjectKind: 'asc' }, { objectKind: 'asc' }],
    }),
  });
  const lost = { type: 'PART_OF', subjectKind: 'PERSON', objectKind: 'OFFICE' };

  test('are those of the registry, also when written twice', async () => {
    await syncRules(database.prisma);
    const once = await stored();
    expect(once.rules).toHaveLength(rules.length);
    expect(once.rules).toEqual(expect.arrayContaining([...rules]));
    // Rows that are written again get a new xmin.
    const versions = async () =>
      await database.prisma.$queryRaw`SELECT xmin::text, * FROM "RelationshipRule" ORDER BY 2, 3, 4`;
    const before = await versions();
    await syncRules(database.prisma);
    expect(await stored()).toEqual(once);
    expect(await versions()).toEqual(before);
  });

  test('lose what the registry lost', async () => {
    const once = await stored();
    await database.prisma.relationshipRule.create({ data: lost });
    await database.prisma.kind.create({ data: { name: 'GUILD' } });
    await database.prisma.kindType.create({ data: { kind: 'GUILD', type: 'OLD' } });
    await database.prisma.kindStatus.create({ data: { kind: 'UNION', status: 'MERGED' } });
    await syncRules(database.prisma);
    expect(await stored()).toEqual(once);
  });

  test('are not taken from under an edge that uses them: all stays as it was', async () => {
    const { prisma } = database;
    await prisma.relationshipRule.create({ data: lost });
    await prisma.kindStatus.create({ data: { kind: 'UNION', status: 'MERGED' } });
    const entity = (id: string, kind: string) => ({ id, kind, summary: 'Made up.' });
    await createEntities(prisma, [entity('ann', 'PERSON'), entity('chair', 'OFFICE')]);
    const relationship = { id: 'r', ...lost, subjectId: 'ann', objectId: 'chair' };
    await prisma.relationship.create({ data: relationship });
    const before = await stored();
    await expect(syncRules(prisma)).rejects.toThrow(/foreign key/i);
    expect(await stored()).toEqual(before);
    await prisma.relationship.delete({ where: { id: 'r' } });
    await syncRules(prisma);
    expect((await stored()).rules).toHaveLength(rules.length);
  });
});
