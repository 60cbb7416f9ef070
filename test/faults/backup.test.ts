/** Row 56: what is backed up is what is restored, from either database to either, or nothing is changed. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { backUp } from '../../src/backup/backup.ts';
import { BackupRefused, newHead, writeBackup } from '../../src/backup/file.ts';
import { examineBackup, restore } from '../../src/backup/restore.ts';
import { applyMigrations, migrationNames } from '../../src/database/migrate.ts';
import { type Database, openDatabase } from '../../src/database/open.ts';
import { syncRules } from '../../src/graph/rules.ts';
import { readVersion } from '../../src/graph/version.ts';
import { seed } from '../../src/seeding/seed.ts';
import { openMigrated } from '../database.ts';
import { connectTo, insertEntity, seedBase, serve, server } from '../network/second.ts';

// Databases boot in every test, and on a busy machine that takes many seconds.
vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 });

let folder: string;
let source: Database;
let file: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'backup-'));
  source = await openEmbedded();
  await seed(source.prisma, { seedsFolder: 'seeds' });
  file = join(folder, 'source.backup');
  await backUp(source.prisma, file);
});
afterAll(async () => {
  await source?.close();
  rmSync(folder, { recursive: true, force: true });
});

async function openEmbedded(): Promise<Database> {
  const database = await openDatabase({ memory: true });
  await applyMigrations(database.adapter);
  await syncRules(database.prisma);
  return database;
}

const lines = (path: string): string[] => gunzipSync(readFileSync(path)).toString('utf8').trimEnd().split('\n');

/** Questions whose answers show the facts, their evidence, the ways between them, and what is found among them. */
const questions = `{
  graph { digest entities relationships evidence articles }
  entities(first: 100) { totalCount nodes { id kind summary names { text } relationships(first: 100) { nodes { id type } } } }
  claim(id: "claim-sick-leave-savings-900m") { figure { value unit period } assertedBy { evidence { paragraph cues } } }
  path(from: "alison-redford", to: "guy-smith", types: [HOLDS, OFFICE_OF, PARTY_TO]) { steps { entity { id } label } }
  search(query: "AFPC") { edges { node { id } matches { reason } } }
  timeline(first: 100) { nodes { __typename } totalCount }
}`;

async function answersOf(database: Database): Promise<unknown> {
  const asked = await serve(database);
  return await asked.ask(questions).finally(asked.stop);
}

it('row 56: from the embedded database to a server and back, all answers and the digest are the same', async () => {
  const answers = await answersOf(source);
  const there = await openMigrated();
  const back = await openEmbedded();
  try {
    await restore(there.prisma, file);
    expect(await answersOf(there)).toEqual(answers);
    expect(await readVersion(there.prisma)).toEqual(await readVersion(source.prisma));
    const second = join(folder, 'second.backup');
    expect((await backUp(there.prisma, second)).digestHolds).toBe(true);
    expect(lines(second).slice(1)).toEqual(lines(file).slice(1));
    await restore(back.prisma, second);
    expect(await answersOf(back)).toEqual(answers);
  } finally {
    await there.close();
    await back.close();
  }
});

it('row 56: the backup holds every table but those that the project itself fills', async () => {
  const rows = await source.prisma.$queryRaw<{ name: string }[]>`
    SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public'`;
  const own = ['Kind', 'KindType', 'KindStatus', 'RelationshipRule', 'Change', 'DataVersion', '_prisma_migrations'];
  const head = await examineBackup(file, migrationNames());
  const names = rows.map(({ name }) => name).filter((name) => !own.includes(name));
  expect(head.tables.map(({ name }) => name).sort()).toEqual(names.sort());
});

it('row 56: a digest that the database keeps wrongly is told of, and does not spoil the backup', async () => {
  const database = await openMigrated();
  const target = await openEmbedded();
  try {
    await seedBase(database);
    const { digest } = await readVersion(database.prisma);
    await database.prisma.$executeRaw`UPDATE "DataVersion" SET high = high + 1`;
    const path = join(folder, 'drifted.backup');
    expect((await backUp(database.prisma, path)).digestHolds).toBe(false);
    expect((await restore(target.prisma, path)).digest).toBe(digest);
  } finally {
    await database.close();
    await target.close();
  }
});

describe('a target that has facts', () => {
  let target: Database;
  beforeAll(async () => {
    target = await openMigrated();
    await seedBase(target);
  });
  afterAll(async () => await target?.close());

  const state = async () => ({ ...(await readVersion(target.prisma)), logged: await target.prisma.change.count() });

  it('row 56: is left alone without --replace', async () => {
    const before = await state();
    await expect(restore(target.prisma, file)).rejects.toThrow(/has facts already: --replace/);
    expect(await state()).toEqual(before);
  });

  describe('is as before after', () => {
    let before: Awaited<ReturnType<typeof state>>;
    beforeEach(async () => {
      before = await state();
    });

    /** Writes another file: both who examines it and who restores it without that refuse it. */
    async function refused(bytes: Buffer | string, words: RegExp): Promise<void> {
      const path = join(folder, 'bad.backup');
      writeFileSync(path, bytes);
      const error: unknown = await examineBackup(path, migrationNames()).catch((thrown: unknown) => thrown);
      expect(error).toBeInstanceOf(BackupRefused);
      expect(String(error)).toMatch(words);
      await refusedByRestoring(bytes, words);
    }

    /** The same of one that only the database can tell from a right one. */
    async function refusedByRestoring(bytes: Buffer | string, words: RegExp): Promise<void> {
      const path = join(folder, 'bad.backup');
      writeFileSync(path, bytes);
      const error: unknown = await restore(target.prisma, path, { replace: true }).catch((thrown: unknown) => thrown);
      expect(error).toBeInstanceOf(BackupRefused);
      expect(String(error)).toMatch(words);
      expect(await state()).toEqual(before);
    }

    it('row 56: a file that was cut off', async () => {
      const bytes = readFileSync(file);
      for (const length of [bytes.length - 1, bytes.length - 9, bytes.length >> 1, 5000]) {
        await refused(bytes.subarray(0, length), /cut off/);
      }
      await refused('', /no backup|cut off/);
    });

    it('row 56: a file in which bits were turned', async () => {
      const bytes = readFileSync(file);
      for (const place of [2, 3000, bytes.length >> 1, bytes.length - 100, bytes.length - 8]) {
        const damaged = Buffer.from(bytes);
        damaged[place] = (damaged[place] ?? 0) ^ 0x10;
        await refused(damaged, /damaged|cut off|no backup|cannot be restored/);
      }
    });

    it('row 56: a file of something else', async () => {
      await refused('a text', /no backup of this service/);
      await refused(gzipSync('a text\n'), /no backup of this service/);
      await refused(gzipSync('{"format":"something else"}\n'), /no backup of this service/);
    });

    const rezipped = (change: (lines: string[]) => string[]) => gzipSync(`${change(lines(file)).join('\n')}\n`);
    const withHead = (change: Readonly<Record<string, unknown>>) =>
      rezipped(([head = '', ...rows]) => [JSON.stringify({ ...JSON.parse(head), ...change }), ...rows]);

    it('row 56: a file of another version of the format or of the tables, and says what to do', async () => {
      await refused(withHead({ formatVersion: 2 }), /backup format 2.*Restore it with the version that made it/);
      const [first = '', ...others] = migrationNames();
      await refused(
        withHead({ migrations: others }),
        new RegExp(`older version of the project, before ${first}.*migrate`),
      );
      await refused(
        withHead({ migrations: [first, ...others, '2999_later'] }),
        /newer version of the project, which has 2999_later/,
      );
    });

    it('row 56: a file that lacks a row, or has one too many', async () => {
      const fewer = rezipped((all) => all.slice(0, -1));
      const more = rezipped((all) => [...all, '{}']);
      await refused(fewer, /rows instead of|end is missing/);
      await refused(more, /rows instead of|more rows than it says/);
    });

    it('row 56: a file in which a fact was changed, written twice, or is not allowed', async () => {
      const edit = (from: RegExp, to: string) => rezipped((all) => all.map((line) => line.replace(from, to)));
      const twice = rezipped(([head = '', first = '', , ...rows]) => [head, first, first, ...rows]);
      const broken = rezipped(([head = '', , ...rows]) => [head, 'no JSON', ...rows]);
      const refusals = [
        [edit(/"The head of AUPE\."/, '"The foot of AUPE."'), /have the digest .* instead of/],
        [edit(/"kind": "PERSON", "type": null/, '"kind": "GUILD", "type": null'), /"Entity".*Entity_kind_fkey/s],
        [twice, /"Entity".*(unique|duplicate)/s],
        [broken, /"Entity".*json/s],
      ] as const;
      for (const [bytes, words] of refusals) await refusedByRestoring(bytes, words);
    });
  });

  it('row 56: is replaced with --replace, and a service that runs on it answers with the new facts', async () => {
    const asked = await serve(target);
    // On a server as another process would: by connections of its own.
    const other = server === '' ? target : await openSame(target);
    try {
      const question = '{ union(id: "example-union") { name } graph { digest } }';
      expect(await asked.ask(question)).toMatchObject({ union: { name: 'Example Union' } });
      const before = await asked.version();
      await restore(other.prisma, file, { replace: true });
      const { digest } = await readVersion(source.prisma);
      await asked.becomes(question, { union: null, graph: { digest } });
      expect((await asked.version()).version).toBe(before.version + 1);
      expect(await asked.ask(questions)).toEqual(await answersOf(source));
    } finally {
      await asked.stop();
      if (other !== target) await other.close();
    }
  });
});

async function openSame(database: Database): Promise<Database> {
  const [row] = await database.prisma.$queryRaw<{ name: string }[]>`SELECT current_database() AS name`;
  const url = new URL(server);
  url.pathname = `/${row?.name}`;
  return await openDatabase({ url: url.href });
}

it('row 56: until a backup is whole there is nothing under its name, or what was there before', async () => {
  const path = join(folder, 'growing.backup');
  const seen: boolean[] = [];
  await backUp(source.prisma, path, () => seen.push(existsSync(path)));
  expect(seen.length).toBeGreaterThan(1);
  expect(seen).not.toContain(true);
  const before = readFileSync(path);
  const broken = writeBackup(path, newHead({ ...(await examineBackup(path, migrationNames())) }), failing());
  await expect(broken).rejects.toThrow('pulled out');
  expect(readFileSync(path)).toEqual(before);
  expect(existsSync(`${path}.part`)).toBe(false);
});

async function* failing() {
  yield '{}\n';
  throw new Error('pulled out');
}

it.runIf(server !== '')('row 56: a backup is of one state, whoever writes meanwhile', async () => {
  const database = await openMigrated();
  const writer = await connectTo(database);
  try {
    await restore(database.prisma, file);
    const { digest } = await readVersion(database.prisma);
    const path = join(folder, 'meanwhile.backup');
    let written: Promise<unknown> | undefined;
    await backUp(database.prisma, path, () => {
      written ??= writer.query(`${insertEntity('meanwhile', 'UNION')}; DELETE FROM "NotStated"`);
    });
    await written;
    expect((await readVersion(database.prisma)).digest).not.toBe(digest);
    expect((await examineBackup(path, migrationNames())).digest).toBe(digest);
    expect(lines(path).slice(1)).toEqual(lines(file).slice(1));
  } finally {
    await writer.end();
    await database.close();
  }
});

/** Reads a file, after writing so many megabytes of rows to it, in a process that has little memory. */
function inLittleMemory(path: string, megabytes: number): { status: number | null; stdout: string } {
  const script = join(import.meta.dirname, 'largeBackup.ts');
  const args = ['--max-old-space-size=120', '--import', 'tsx', script, path, String(megabytes)];
  const { status, stdout } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  return { status, stdout };
}

it('row 56: however large, a backup is written and read in little memory', () => {
  expect(inLittleMemory(join(folder, 'large.backup'), 400)).toEqual({ status: 0, stdout: '400000 rows\n' });
});

it('row 56: a small file that unpacks to a large one without lines is refused in little memory', () => {
  const path = join(folder, 'bomb.backup');
  const part = gzipSync(Buffer.alloc(50 * 1024 * 1024, 'x'));
  writeFileSync(path, Buffer.concat(Array.from({ length: 10 }, () => part)));
  expect(inLittleMemory(path, 0)).toEqual({ status: 0, stdout: expect.stringContaining('no backup of this service') });
});
