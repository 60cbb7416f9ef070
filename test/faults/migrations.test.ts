/** Row 57: migrations that are run twice, at once, by a process that is killed, or where something is in their way. */
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it, onTestFinished, vi } from 'vitest';
import { applyMigrations, MigrationRefused, migrationStatus } from '../../src/database/migrate.ts';
import { type Database, type Location, openDatabase } from '../../src/database/open.ts';
import { openEmpty } from '../database.ts';
import { connectTo, server } from '../network/second.ts';

const migrationNames = ['20990101000000_first', '20990101000100_half', '20990101000200_last'] as const;
const [first, half, last] = migrationNames;

// Databases boot in every test, and on a busy machine that takes many seconds.
vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 });

let folder: string;
let database: Database;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'migrations-'));
  write(first, 'CREATE TABLE first (id int);');
  write(half, 'CREATE TABLE half (id int); SELECT pg_sleep(0.5); CREATE TABLE other_half (id int);');
  write(last, 'CREATE TABLE last (id int);');
  database = await openEmpty();
});
afterEach(async () => {
  await database.close();
  rmSync(folder, { recursive: true, force: true });
});

function write(name: string, script: string): void {
  mkdirSync(join(folder, name), { recursive: true });
  writeFileSync(join(folder, name, 'migration.sql'), `${script}\n-- The end.`);
}

async function tables({ prisma }: Database): Promise<string[]> {
  const rows = await prisma.$queryRaw<{ name: string }[]>`
    SELECT table_name AS name FROM information_schema.tables
    WHERE table_schema = 'public' AND table_name <> '_prisma_migrations' ORDER BY 1`;
  return rows.map(({ name }) => name);
}

async function history({ prisma }: Database): Promise<string[]> {
  const rows = await prisma.$queryRaw<{ name: string }[]>`
    SELECT migration_name AS name FROM _prisma_migrations ORDER BY started_at, migration_name`;
  return rows.map(({ name }) => name);
}

const all = ['first', 'half', 'last', 'other_half'];

async function refusal(adapter = database.adapter): Promise<string> {
  const error: unknown = await applyMigrations(adapter, folder).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(MigrationRefused);
  return (error as MigrationRefused).message;
}

/** Where a database on the server is, for others to open it too. */
async function locate({ prisma }: Database): Promise<{ url: string }> {
  const [row] = await prisma.$queryRaw<{ name: string }[]>`SELECT current_database() AS name`;
  const url = new URL(server);
  url.pathname = `/${row?.name}`;
  return { url: url.href };
}

it('row 57: of two runners at once each migration is applied by one, and there is nothing left to do', async () => {
  // The embedded database has one process, but even there two may begin before either is done.
  const other = server === '' ? database : await openDatabase(await locate(database));
  try {
    const runs = [applyMigrations(database.adapter, folder), applyMigrations(other.adapter, folder)];
    expect((await Promise.all(runs)).flat().sort()).toEqual(migrationNames);
  } finally {
    if (other !== database) await other.close();
  }
  expect(await history(database)).toEqual(migrationNames);
  expect(await tables(database)).toEqual(all);
  expect(await applyMigrations(database.adapter, folder)).toEqual([]);
});

/** Starts another process that migrates, waits until it is in the middle, and kills it there. */
async function killHalfWay(location: Location, isHalfWay: () => Promise<void>): Promise<void> {
  const args = ['--import', 'tsx', join(import.meta.dirname, 'migrator.ts'), folder];
  const child: ChildProcessWithoutNullStreams = spawn(process.execPath, args, {
    env: { ...process.env, LOCATION: JSON.stringify(location) },
  });
  try {
    await once(child.stdout, 'data');
    await isHalfWay();
    expect(child.exitCode).toBeNull();
  } finally {
    child.kill('SIGKILL');
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  }
}

it('row 57: a runner that is killed half-way leaves no half; the next goes on', async () => {
  write(half, 'CREATE TABLE half (id int); SELECT pg_sleep(8); CREATE TABLE other_half (id int);');
  const data = mkdtempSync(join(tmpdir(), 'data-'));
  onTestFinished(() => rmSync(data, { recursive: true, force: true }));
  const location: Location = server === '' ? { folder: data } : await locate(database);
  // The embedded engine, while it sleeps, can say nothing.
  const sleeps = async () => {
    if (server === '') await setTimeout(5_000);
    else await expect.poll(sleeping, { timeout: 20_000 }).toBe(1);
  };
  const sleeping = async () => {
    const rows = await database.prisma.$queryRaw<unknown[]>`
      SELECT FROM pg_stat_activity WHERE wait_event = 'PgSleep' AND datname = current_database()`;
    return rows.length;
  };
  await killHalfWay(location, sleeps);
  const reopened = await openDatabase(location);
  try {
    expect(await tables(reopened)).toEqual(['first']);
    expect(await history(reopened)).toEqual([first]);
    // A server does not notice that its client is gone, and ends the migration: then there is one less to apply.
    const applied = await applyMigrations(reopened.adapter, folder);
    expect([[half, last], [last]]).toContainEqual(applied);
    expect(await tables(reopened)).toEqual(all);
    expect(await history(reopened)).toEqual(migrationNames);
  } finally {
    await reopened.close();
  }
});

it('row 57: a migration that fails is taken back whole, and is applied once it is mended', async () => {
  write(half, 'CREATE TABLE half (id int); SELECT 1 / 0;');
  expect(await refusal()).toMatch(new RegExp(`^${half} fails, and nothing of it was applied: division by zero`));
  expect(await tables(database)).toEqual(['first']);
  expect(await migrationStatus(database.adapter)).toMatchObject({ failed: [] });
  write(half, 'CREATE TABLE half (id int); CREATE TABLE other_half (id int);');
  expect(await applyMigrations(database.adapter, folder)).toEqual([half, last]);
  expect(await tables(database)).toEqual(all);
});

it('row 57: a migration that was edited after it was applied is refused, with those after it', async () => {
  rmSync(join(folder, last), { recursive: true });
  await applyMigrations(database.adapter, folder);
  write(first, 'CREATE TABLE first (id int, name text);');
  write(last, 'CREATE TABLE last (id int);');
  expect(await refusal()).toContain(`changed after it was applied: ${first}.`);
  expect(await tables(database)).not.toContain('last');
});

it('row 57: a database of something else is left alone', async () => {
  await database.prisma.$executeRaw`CREATE TABLE somebody (id int)`;
  expect(await refusal()).toContain('tables of something else');
  expect(await tables(database)).toEqual(['somebody']);
});

it.runIf(server !== '')('row 57: where the lock stays held, a runner says so in seconds', async () => {
  const holder = await connectTo(database);
  try {
    // As Prisma's own tools do.
    await holder.query('SELECT pg_advisory_lock(72707369)');
    const began = performance.now();
    expect(await refusal()).toMatch(/waited 10 s in vain: another process migrates this database/);
    expect(performance.now() - began).toBeLessThan(30_000);
    expect(await tables(database)).toEqual([]);
    await holder.query('SELECT pg_advisory_unlock(72707369)');
    expect(await applyMigrations(database.adapter, folder)).toEqual(migrationNames);
  } finally {
    await holder.end();
  }
});
