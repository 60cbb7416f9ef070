/** Row 56: what is backed up is what is restored, from either database to either, or nothing is changed. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { backUp } from '../../src/backup/backup.ts';
import { newHead, writeBackup } from '../../src/backup/file.ts';
import { examineBackup, restore } from '../../src/backup/restore.ts';
import { migrationNames } from '../../src/database/migrate.ts';
import { type Database, openDatabase } from '../../src/database/open.ts';
import { readVersion } from '../../src/store/version.ts';
import { openMigrated } from '../database.ts';
import { connectTo, insertEntity, seedBase, serve, server } from '../network/second.ts';
import { backedUp, lines, openEmbedded, stateOf } from './backedUp.ts';

const made = backedUp();

/** Questions whose answers show the facts, their evidence, the ways between them, and what is found among them. */
const questions = `{
  graph { digest entities relationships evidence articles }
  entities(first: 100) { totalCount nodes { id kind summary names { text } relationships(first: 100) { nodes { id type } } } }
  claim(id: "claim-sick-leave-savings-900m") { figure { value unit period } assertedBy { evidence { nodes { paragraph anchors } } } }
  path(from: "alison-redford", to: "guy-smith", types: [HOLDS, OFFICE_OF, PARTY_TO]) { steps { entity { id } label } }
  search(query: "AFPC") { edges { node { id } matches { reason } } }
  timeline(first: 100) { nodes { __typename } totalCount }
}`;

async function answersOf(database: Database): Promise<unknown> {
  const asked = await serve(database);
  return await asked.ask(questions).finally(asked.stop);
}

it('row 56: from the embedded database to a server and back, all answers and the digest are the same', async () => {
  const answers = await answersOf(made.source);
  const there = await openMigrated();
  const back = await openEmbedded();
  try {
    await restore(there.prisma, made.file);
    expect(await answersOf(there)).toEqual(answers);
    expect(await readVersion(there.prisma)).toEqual(await readVersion(made.source.prisma));
    const second = join(made.folder, 'second.backup');
    expect((await backUp(there.prisma, second)).digestHolds).toBe(true);
    expect(lines(second).slice(1)).toEqual(lines(made.file).slice(1));
    await restore(back.prisma, second);
    expect(await answersOf(back)).toEqual(answers);
  } finally {
    await there.close();
    await back.close();
  }
});

it('row 56: the backup holds every table but those that the project itself fills', async () => {
  const rows = await made.source.prisma.$queryRaw<{ name: string }[]>`
    SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public'`;
  const rules = ['Kind', 'KindType', 'KindStatus', 'RelationshipRule', 'IdentifierScheme'];
  const own = [...rules, 'Change', 'Changeset', 'DataVersion', 'SeedBase', '_prisma_migrations'];
  const head = await examineBackup(made.file, migrationNames());
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
    const path = join(made.folder, 'drifted.backup');
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

  it('row 56: is left alone without --replace', async () => {
    const before = await stateOf(target);
    await expect(restore(target.prisma, made.file)).rejects.toThrow(/has facts already: --replace/);
    expect(await stateOf(target)).toEqual(before);
  });

  it('row 56: is replaced with --replace, and a service that runs on it answers with the new facts', async () => {
    const asked = await serve(target);
    // On a server as another process would: by connections of its own.
    const other = server === '' ? target : await openSame(target);
    try {
      const question = '{ union(id: "example-union") { name } graph { digest } }';
      expect(await asked.ask(question)).toMatchObject({ union: { name: 'Example Union' } });
      const before = await asked.version();
      await restore(other.prisma, made.file, { replace: true });
      const { digest } = await readVersion(made.source.prisma);
      await asked.becomes(question, { union: null, graph: { digest } });
      expect((await asked.version()).version).toBe(before.version + 1);
      expect(await asked.ask(questions)).toEqual(await answersOf(made.source));
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
  const path = join(made.folder, 'growing.backup');
  const seen: boolean[] = [];
  await backUp(made.source.prisma, path, () => seen.push(existsSync(path)));
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
    await restore(database.prisma, made.file);
    const { digest } = await readVersion(database.prisma);
    const path = join(made.folder, 'meanwhile.backup');
    let written: Promise<unknown> | undefined;
    await backUp(database.prisma, path, () => {
      written ??= writer.query(`${insertEntity('meanwhile', 'UNION')}; DELETE FROM "NotStated"`);
    });
    await written;
    expect((await readVersion(database.prisma)).digest).not.toBe(digest);
    expect((await examineBackup(path, migrationNames())).digest).toBe(digest);
    expect(lines(path).slice(1)).toEqual(lines(made.file).slice(1));
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
  expect(inLittleMemory(join(made.folder, 'large.backup'), 400)).toEqual({ status: 0, stdout: '400000 rows\n' });
});

it('row 56: a small file that unpacks to a large one without lines is refused in little memory', () => {
  const path = join(made.folder, 'bomb.backup');
  const part = gzipSync(Buffer.alloc(50 * 1024 * 1024, 'x'));
  writeFileSync(path, Buffer.concat(Array.from({ length: 10 }, () => part)));
  expect(inLittleMemory(path, 0)).toEqual({ status: 0, stdout: expect.stringContaining('no backup of this service') });
});
