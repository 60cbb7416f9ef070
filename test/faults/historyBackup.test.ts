/** Row 56: a backup has the history, and a new database restores it as it was; one with a history of its own keeps that. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, it, onTestFinished, vi } from 'vitest';
import { randomOf } from '../../bench/generate/random.ts';
import { backUp } from '../../src/backup/backup.ts';
import { BackupRefused } from '../../src/backup/file.ts';
import { restore } from '../../src/backup/restore.ts';
import { apply } from '../../src/curation/apply.ts';
import { settleBy } from '../../src/curation/settle.ts';
import type { Database } from '../../src/database/open.ts';
import { readSource } from '../../src/seeding/read.ts';
import { seed } from '../../src/seeding/seed.ts';
import { readVersion } from '../../src/store/version.ts';
import { openMigrated } from '../database.ts';
import { seedBase } from '../network/second.ts';
import { base, folderOf } from '../seeding/fixture.ts';
import { lines, openEmbedded } from './backedUp.ts';
import { ask, serve } from './service.ts';

vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 });

let source: Database;
let file: string;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'history-'));
  source = await openMigrated();
  await seedBase(source);
  await edit(source, 7);
  file = join(folder, 'source.backup');
  await backUp(source.prisma, file);
});
afterAll(async () => {
  await source?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** A new database that is gone after the test. */
async function openNew(open: () => Promise<Database> = openMigrated): Promise<Database> {
  const database = await open();
  onTestFinished(async () => await database.close());
  return database;
}

const insert = (id: string): string => `
  INSERT INTO "Entity" ("id", "kind", "summary", "updatedAt") VALUES ('${id}', 'PERSON', 'New.', now());
  INSERT INTO "Name" ("entityId", "text", "language", "type", "ordinal") VALUES ('${id}', '${id}', 'en', 'PREFERRED', 0)`;

async function transact({ prisma }: Database, script: string): Promise<void> {
  await prisma.$transaction(script.split(';').map((statement) => prisma.$executeRawUnsafe(statement)));
}

async function applied({ prisma }: Database, yaml: string, message: string, remove: readonly string[] = []) {
  await apply(prisma, { source: readSource('edit.yaml', yaml), remove, author: 'ann', message });
}

const union = (word: string): string => `
- id: example-union
  kind: UNION
  type: NATIONAL
  names: {en: {preferred: Example Union}}
  summary: A ${word} union.
  evidence:
    - {at: news-1/1, cues: [example union, "22,000"]}
`;
const words = ['trade', 'craft', 'large', 'small'] as const;

/** Seeds what is in conflict, too, as the files say. */
async function seedOurs({ prisma }: Database, yaml: string): Promise<void> {
  const seedsFolder = mkdtempSync(join(folder, 'seeds-'));
  writeFileSync(join(seedsFolder, 'a.yaml'), yaml);
  await seed(prisma, { seedsFolder, settle: settleBy({ ours: true }) });
}

/** Each way in which facts change, in an order by chance: by records, by SQL, whole tables, and what comes back. */
async function edit(database: Database, chance: number): Promise<void> {
  const random = randomOf(chance).next;
  const word = () => words[Math.floor(random() * words.length)] ?? 'trade';
  let made = 0;
  const ways: readonly (() => Promise<void>)[] = [
    async () => await applied(database, union(word()), 'Say what sort of union it is'),
    async () =>
      await transact(
        database,
        `UPDATE "Entity" SET "summary" = '${word()} ' || "summary" WHERE "id" IN ('ann', 'bob')`,
      ),
    async () =>
      await transact(
        database,
        `DELETE FROM "Name" WHERE "language" = 'fr'; UPDATE "Name" SET "text" = "text" || ' II' WHERE "entityId" = 'bob'`,
      ),
    async () => await transact(database, insert(`person-${made++}`)),
    async () =>
      await transact(database, `DELETE FROM "Relationship" WHERE "seq" = (SELECT max("seq") FROM "Relationship")`),
    async () => await transact(database, 'TRUNCATE "NotStated"'),
    async () => {
      if ((await database.prisma.entity.count({ where: { id: 'bill' } })) > 0)
        await applied(database, '', 'Forget the bill', ['bill']);
    },
    async () => await seedOurs(database, base.replace('A person.', `A ${word()} person.`)),
  ];
  for (const way of [...ways, ...Array.from({ length: 8 }, () => ways[Math.floor(random() * ways.length)])])
    await way?.();
}

/** What clients are answered of every version, with its digest. */
async function answersOf(database: Database): Promise<unknown[]> {
  const { url } = await serve(database);
  const { version } = await readVersion(database.prisma);
  const answers: unknown[] = [];
  for (let asked = 0; asked <= version; asked += 1) {
    const { data, errors, extensions } = await ask(
      url,
      `query Then($version: Int!) @knownAt(version: $version) {
        graph { version digest entities relationships evidence }
        entities(first: 100) { totalCount nodes { id summary names { text } relationships(first: 50) { nodes { id } } } }
        search(query: "union") { nodes { id } }
        changesets(first: 100) { nodes { version origin author message at } }
        history(id: "example-union", first: 100) { totalCount }
      }`,
      { version: asked },
    );
    answers.push({ data, errors, graph: extensions['graph'] });
  }
  return answers;
}

/** Everything that the tables of a database hold of facts and their history. */
async function contentOf({ prisma }: Database): Promise<Record<string, unknown>> {
  const tables = await prisma.$queryRaw<{ name: string }[]>`
    SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
    WHERE schemaname IN ('public', 'labourgraph_history') AND tablename NOT IN ('Change', 'DataVersion', '_prisma_migrations')`;
  const content: Record<string, unknown> = {};
  for (const { name } of tables) {
    const rows = await prisma.$queryRawUnsafe<{ row: string }[]>(
      `SELECT to_jsonb(r)::text AS row FROM ${name} r ORDER BY 1`,
    );
    content[name] = rows.map(({ row }) => row);
  }
  const { xid, ...version } = await prisma.dataVersion.findUniqueOrThrow({ where: { one: true } });
  return { ...content, version };
}

/** Nothing was written: no fact, no history, no version. */
async function expectUntouched(database: Database, before: unknown): Promise<void> {
  expect(await contentOf(database)).toEqual(before);
  expect(await database.prisma.change.count()).toBe(0);
}

it('row 56: a new database answers of every version as the one that was backed up', async () => {
  const { version } = await readVersion(source.prisma);
  expect(version).toBeGreaterThan(12);
  const target = await openNew(openEmbedded);
  expect(await restore(target.prisma, file)).toEqual({ ...(await readVersion(source.prisma)), historyLeftOut: false });
  expect(await contentOf(target)).toEqual(await contentOf(source));
  expect(await answersOf(target)).toEqual(await answersOf(source));
  const again = join(folder, 'again.backup');
  await backUp(target.prisma, again);
  expect(lines(again).slice(1)).toEqual(lines(file).slice(1));
  const headOf = (path: string) => ({ ...JSON.parse(lines(path)[0] ?? ''), created: '' });
  expect(headOf(again)).toEqual(headOf(file));
});

it('row 56: after that, changes and seeding go on as in the one that was backed up', async () => {
  const [first, second] = [await openNew(), await openNew()];
  await restore(first.prisma, file);
  const { version } = await readVersion(source.prisma);
  await transact(first, insert('newcomer'));
  expect((await readVersion(first.prisma)).version).toBe(version + 1);
  const [newcomer] = await first.prisma.$queryRaw<{ since: number; seq: number }[]>`
    SELECT "since", "seq" FROM "Entity" WHERE "id" = 'newcomer'`;
  const highest = await first.prisma.$queryRaw<
    { seq: number }[]
  >`SELECT max("seq") AS seq FROM labourgraph_history."Entity"`;
  expect(newcomer).toMatchObject({ since: version + 1 });
  expect(newcomer?.seq).toBeGreaterThan(highest[0]?.seq ?? Number.NaN);
  expect(await first.prisma.changeset.findMany({ where: { version: { gt: version } } })).toMatchObject([
    { version: version + 1, origin: 'DATABASE' },
  ]);
  // Without what the files last said, it would take back what was changed in the database.
  await restore(second.prisma, file);
  const seedsFolder = folderOf({ 'a.yaml': base.replace('A bill.', 'A better bill.') });
  const seeded = await seed(second.prisma, { seedsFolder, settle: settleBy({ theirs: true }) });
  expect(seeded.kept).toBeGreaterThan(0);
  const bob = async ({ prisma }: Database) => await prisma.entity.findUnique({ where: { id: 'bob' } });
  expect((await bob(second))?.summary).toBe((await bob(source))?.summary);
});

it('row 56: a database with a history of its own keeps it, and takes the facts alone', async () => {
  const target = await openNew();
  await seedBase(target);
  const before = await readVersion(target.prisma);
  const { digest } = await readVersion(source.prisma);
  await expect(restore(target.prisma, file)).rejects.toThrow(/has facts already: --replace/);
  const restored = await restore(target.prisma, file, { replace: true });
  expect(restored).toMatchObject({ digest, historyLeftOut: true });
  const changesets = await target.prisma.changeset.findMany({ orderBy: { version: 'asc' } });
  expect(changesets).toMatchObject([{ origin: 'FILES' }, { origin: 'RESTORE', version: restored.version }]);
  const { url } = await serve(target);
  const then = await ask(url, 'query @knownAt(version: 1) { graph { digest } }');
  expect(then.data).toEqual({ graph: { digest: before.digest } });
  await target.prisma.$executeRaw`DELETE FROM "Relationship"`;
  await target.prisma.$executeRaw`DELETE FROM "Entity"`;
  expect(await restore(target.prisma, file)).toMatchObject({ digest, historyLeftOut: true });
  expect(await target.prisma.changeset.count()).toBe(4);
});

it('row 56: a digest that the database keeps wrongly does not spoil the history', async () => {
  const database = await openNew();
  await seedBase(database);
  const { digest } = await readVersion(database.prisma);
  await database.prisma.$executeRaw`UPDATE "DataVersion" SET high = high + 1`;
  await transact(database, insert('carl'));
  await transact(database, `DELETE FROM "Name" WHERE "entityId" = 'carl'; DELETE FROM "Entity" WHERE "id" = 'carl'`);
  const path = join(folder, 'drifted.backup');
  expect((await backUp(database.prisma, path)).digestHolds).toBe(false);
  const target = await openNew();
  expect(await restore(target.prisma, path)).toEqual({ version: 3, digest, historyLeftOut: false });
});

it('row 56: nobody writes a history where there is one, whatever is set', async () => {
  const { prisma } = await openNew();
  await restore(prisma, file);
  const asRestore = async (...statements: readonly string[]) =>
    await prisma.$transaction(
      [
        `SET LOCAL labourgraph.restoring = 'on'`,
        // Nor where it seems to whoever writes that there is none.
        'CREATE TEMP TABLE "Changeset" ("version" integer) ON COMMIT DROP',
        ...statements,
      ].map((statement) => prisma.$executeRawUnsafe(statement)),
    );
  const former = `INSERT INTO labourgraph_history."NotStated" SELECT n.*, 2 FROM "NotStated" n LIMIT 1`;
  await seedOurs({ ...source, prisma }, base);
  await expect(asRestore(former)).rejects.toThrow('the history is written by the database alone');
  await asRestore(
    `INSERT INTO "Identifier" ("entityId", "scheme", "value", "since") VALUES ('ann', 'WIKIDATA', 'Q1', 1)`,
    `UPDATE "Entity" SET "since" = 1, "summary" = 'Since long.' WHERE "id" = 'ann'`,
  );
  const since = await prisma.$queryRaw<{ since: number }[]>`
    SELECT "since" FROM "Entity" WHERE "id" = 'ann' UNION ALL SELECT "since" FROM "Identifier" WHERE "entityId" = 'ann'`;
  const { version: written } = await readVersion(prisma);
  expect(since).toEqual([{ since: written }, { since: written }]);
});

it('row 56: nor does anybody where there is none, who does not restore', async () => {
  const { prisma } = await openNew();
  const former = `INSERT INTO labourgraph_history."NotStated" VALUES ('ann', 'START', 1, 2)`;
  await expect(prisma.$executeRawUnsafe(former)).rejects.toThrow('the history is written by the database alone');
});

const rezipped = (change: (lines: string[]) => string[]) => gzipSync(`${change(lines(file)).join('\n')}\n`);
const withHistory = (change: Readonly<Record<string, unknown>>) =>
  rezipped(([head = '', ...rows]) => {
    const said = JSON.parse(head);
    return [JSON.stringify({ ...said, history: { ...said.history, ...change } }), ...rows];
  });

it('row 56: a file whose history is not whole, or not what it says, is refused, and nothing is written', async () => {
  const target = await openNew();
  const before = await contentOf(target);
  const { version } = await readVersion(source.prisma);
  const whole = gzipSync(`${lines(file).join('\n')}\n`);
  const edited = (from: RegExp, to: string) => rezipped((all) => all.map((line) => line.replace(from, to)));
  const refusals: readonly (readonly [Buffer, RegExp])[] = [
    [whole.subarray(0, whole.length - 9), /cut off/],
    [rezipped((all) => all.slice(0, -1)), /its end is missing/],
    [rezipped((all) => [...all, '{}']), /more rows than it says/],
    [edited(/"until": 2,/, '"until": 3,'), /its rows have the digest/],
    [edited(/"since": 2,/, '"since": 1,'), /its rows have the digest/],
    [edited(/"seq": 3,/, '"seq": 3000,'), /its rows have the digest/],
    [edited(/"author": "ann"/, '"author": "bob"'), /its rows have the digest/],
    [edited(/"until": 2,/, '"until": 0,'), /check constraint/],
    [edited(new RegExp(`"version": ${version}\\b`), `"version": ${version + 1}`), /there is no version/],
    [withHistory({ digest: '0'.repeat(32) }), /its rows have the digest/],
    [withHistory({ tables: [{ name: 'DataVersion', rows: 1 }] }), /a table "DataVersion"/],
    [withHistory({ changesets: 'many' }), /first line has a wrong "history.changesets"/],
    [withHistory({ from: -1 }), /first line has a wrong "history.from"/],
  ];
  const path = join(folder, 'bad.backup');
  for (const [bytes, words] of refusals) {
    writeFileSync(path, bytes);
    const error: unknown = await restore(target.prisma, path).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(BackupRefused);
    expect(String(error)).toMatch(words);
    await expectUntouched(target, before);
  }
});
