/**
 * Row 56: a backup of a former version of the project is restored by migrating it.
 *
 * former.backup was made by the commit 5e55be5, which kept no history, of the seeds that the tests have still (`base` of
 * test/seeding/fixture.ts, in a folder of its own): `npm run generate && node src/build.mjs server`, then with SEEDS_DIR
 * and DATA_DIR `node dist/main.js seed` and `node dist/main.js backup former.backup`.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, it, onTestFinished, vi } from 'vitest';
import { backUp } from '../../src/backup/backup.ts';
import { BackupRefused, checkBackup } from '../../src/backup/file.ts';
import { withMigrated } from '../../src/backup/former.ts';
import { restore } from '../../src/backup/restore.ts';
import { applyMigrations, migrationNames } from '../../src/database/migrate.ts';
import type { Database } from '../../src/database/open.ts';
import { seed } from '../../src/seeding/seed.ts';
import { readSeeding, readVersion } from '../../src/store/version.ts';
import { commandLine, newDatabase, run } from '../commandLine/run.ts';
import { openEmpty, openMigrated } from '../database.ts';
import { seedBase } from '../network/second.ts';
import { base, folderOf } from '../seeding/fixture.ts';
import { lines, stateOf } from './backedUp.ts';

vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 });

const former = join(import.meta.dirname, 'former.backup');

async function openNew(): Promise<Database> {
  const database = await openMigrated();
  onTestFinished(async () => await database.close());
  return database;
}

// Others use the machine's own, too.
let temporary: string;
const shared = process.env['TMPDIR'];
beforeAll(() => {
  temporary = mkdtempSync(join(tmpdir(), 'former-'));
  process.env['TMPDIR'] = temporary;
});
afterAll(() => {
  if (shared === undefined) delete process.env['TMPDIR'];
  else process.env['TMPDIR'] = shared;
  rmSync(temporary, { recursive: true });
});

/** What a migration leaves behind until it is removed. */
const leftovers = (): string[] => readdirSync(temporary).filter((name) => name.startsWith('labourgraph-restore-'));

it('row 56: it has the facts that the same seeds have now, and says of itself what it said', async () => {
  const [seeded, target] = [await openNew(), await openNew()];
  await seedBase(seeded);
  const head = await checkBackup(former);
  const { digest } = await readVersion(seeded.prisma);
  expect(head.digest).not.toBe(digest);
  const before = leftovers();
  expect(await restore(target.prisma, former)).toEqual({ version: head.version, digest, historyLeftOut: false });
  expect(leftovers()).toEqual(before);
  expect(await target.prisma.changeset.findMany()).toMatchObject([
    { version: 1, origin: 'RESTORE', message: `the backup of ${head.created}, version 1` },
  ]);
  expect(await readSeeding(target.prisma, { version: 1 })).toEqual({
    at: new Date(head.seeding?.at ?? ''),
    digest: head.seeding?.digest,
  });
  // The files have nothing new to say.
  const seedsFolder = folderOf({ 'a.yaml': base });
  expect(await seed(target.prisma, { seedsFolder, trustDigest: true })).toMatchObject({ changed: false });
  expect(await seed(target.prisma, { seedsFolder })).toMatchObject({ changed: false });
});

it('row 56: into a database with facts it goes with --replace alone, and the history there goes on', async () => {
  const target = await openNew();
  await seedBase(target);
  await target.prisma.$executeRaw`UPDATE "Entity" SET "summary" = 'Somebody.' WHERE "id" = 'ann'`;
  const before = await stateOf(target);
  await expect(restore(target.prisma, former)).rejects.toThrow(/has facts already: --replace/);
  expect(await stateOf(target)).toEqual(before);
  expect(await restore(target.prisma, former, { replace: true })).toMatchObject({ version: 3, historyLeftOut: false });
  expect(await target.prisma.changeset.count()).toBe(3);
});

it('row 56: the command says that it migrates', async () => {
  const folder = folderOf({ 'seeds/a.yaml': base });
  const { code, stdout, stderr } = await run(folder, ['restore', former], await newDatabase(folder));
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toMatch(/^Migrating {2}.*former\.backup: it is of an older version of the project, before \d+_\w+, /m);
  expect(stdout).toMatch(/^Restored {3}54 rows, of 2026-.*; version 1, digest \w{32}$/m);
});

it('row 56: nothing is left of it when the command is stopped', async () => {
  const script = join(import.meta.dirname, 'stoppedMigration.ts');
  const { signal } = spawnSync(process.execPath, [...commandLine.slice(0, 2), script, former]);
  expect(signal).toBe('SIGTERM');
  expect(leftovers()).toEqual([]);
});

it('row 56: one that is damaged, or cannot be migrated, is refused, and nothing is written or left behind', async () => {
  const target = await openNew();
  const before = { state: await stateOf(target), left: leftovers() };
  const path = join(folderOf({ x: '' }), 'bad.backup');
  const [head = '', ...rows] = lines(former);
  const said = JSON.parse(head);
  const zipped = (about: object, some = rows) =>
    gzipSync(`${[JSON.stringify({ ...said, ...about }), ...some].join('\n')}\n`);
  const whole = zipped({});
  const edited = rows.map((row) => row.replace('A person.', 'Somebody.'));
  const refusals: readonly (readonly [Buffer, RegExp])[] = [
    [whole.subarray(0, whole.length - 9), /cut off/],
    [zipped({}, rows.slice(0, -1)), /its end is missing/],
    [zipped({}, [...rows, '{}']), /more rows than it says/],
    [zipped({}, edited), /its facts have the digest/],
    [zipped({ migrations: said.migrations.slice(0, 3) }), /cannot be restored/],
    [zipped({ migrations: said.migrations.slice(1) }), /an older version of the project, and cannot be migrated/],
    [zipped({ migrations: [...said.migrations, '2999_later'] }), /of a newer version of the project/],
    [zipped({ tables: [{ name: 'Kind', rows: 54 }] }), /a table "Kind"/],
  ];
  for (const [bytes, words] of refusals) {
    writeFileSync(path, bytes);
    const error: unknown = await restore(target.prisma, path).catch((thrown: unknown) => thrown);
    expect(String(error)).toMatch(words);
    expect(error).toBeInstanceOf(BackupRefused);
    expect({ state: await stateOf(target), left: leftovers() }).toEqual(before);
  }
});

it('row 56: tables of a former version are not backed up, and it says what to do', async () => {
  const { prisma, adapter, close } = await openEmpty();
  onTestFinished(close);
  const names = migrationNames();
  await applyMigrations(adapter, undefined, names.slice(0, -1));
  const file = join(folderOf({ x: '' }), 'a.backup');
  const told = new RegExp(`lack ${names.at(-1)}\\. Back up with that version, or call \`npm run migrate\` first`);
  await expect(backUp(prisma, file)).rejects.toThrow(told);
  expect(existsSync(file)).toBe(false);
});

it('row 56: what has a history is migrated with it', async () => {
  const [source, target] = [await openNew(), await openNew()];
  await seedBase(source);
  await source.prisma.$executeRaw`UPDATE "Entity" SET "summary" = 'Somebody.' WHERE "id" = 'ann'`;
  const file = join(folderOf({ x: '' }), 'now.backup');
  await backUp(source.prisma, file);
  // A later version: with a column more, which the history gets too, a rule that all rows are held to, and a change.
  const later = folderOf({ 'migrations/2999_later/migration.sql': laterMigration });
  const migrations = join(later, 'migrations');
  for (const name of migrationNames())
    cpSync(join('prisma/migrations', name), join(migrations, name), { recursive: true });
  mkdirSync(join(later, 'kept'));
  const kept = join(later, 'kept', 'migrated.backup');
  await withMigrated(file, async (migrated) => cpSync(migrated, kept), migrations);
  const [was, is] = [await checkBackup(file), await checkBackup(kept)];
  expect(is).toMatchObject({ created: was.created, version: 3, migrations: [...was.migrations, '2999_later'] });
  expect(is.history).toMatchObject({ from: 0, changesets: 3, seedBase: was.history?.seedBase });
  const text = gunzipSync(gzipSync(lines(kept).join('\n'))).toString();
  expect(text).toMatch(/"nick": null.*"since": 1, .*"until": 2/);
  expect(text).toMatch(/"nick": "ann"/);
  await expect(restore(target.prisma, kept)).rejects.toThrow(/of a newer version of the project/);
});

const laterMigration = `
SELECT drop_past('Entity');
ALTER TABLE "Entity" ADD COLUMN "nick" TEXT;
ALTER TABLE "Entity" ADD CONSTRAINT "again" FOREIGN KEY ("kind") REFERENCES "Kind" ("name");
SELECT keep_history('Entity');
UPDATE "Entity" SET "nick" = "id";
`;
