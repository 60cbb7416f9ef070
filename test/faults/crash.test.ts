/** Rows 55 and 59: processes that are killed while they write, and processes that want the same folder. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { randomOf } from '../../bench/generate/random.ts';
import { backUp } from '../../src/backup/backup.ts';
import { apply } from '../../src/curation/apply.ts';
import { applyMigrations } from '../../src/database/migrate.ts';
import { type Database, type Location, openDatabase } from '../../src/database/open.ts';
import type { PrismaClient } from '../../src/generated/prisma/client.ts';
import { openGraph, type PresentGraph } from '../../src/graph/graph.ts';
import { seed } from '../../src/seeding/seed.ts';
import { readChangedFacts } from '../../src/store/revisions.ts';
import { syncRules } from '../../src/store/rules.ts';
import { readVersion } from '../../src/store/version.ts';
import { run } from '../commandLine/run.ts';
import { openEmpty } from '../database.ts';
import { seedBase, server } from '../network/second.ts';
import { editOf } from './editOf.ts';
import { expectEdits } from './expectEdits.ts';

// Databases boot in every test, and on a busy machine that takes many seconds.
vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 });

let folder: string;
let data: string;
const children: ChildProcess[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'crash-'));
  data = join(folder, 'data');
});
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

/** Starts another process on a database, which is killed by itself in the middle of its writing. */
function start(location: Location, ...args: readonly string[]): ChildProcess & { stdout: NodeJS.ReadableStream } {
  const script = join(import.meta.dirname, 'seeder.ts');
  const child = spawn(process.execPath, ['--import', 'tsx', script, ...args], {
    env: { ...process.env, LOCATION: JSON.stringify(location) },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.push(child);
  return child;
}

async function killed(location: Location, ...args: readonly string[]): Promise<void> {
  const [, signal] = (await once(start(location, ...args), 'exit')) as [number | null, string | null];
  expect(signal).toBe('SIGKILL');
}

/** All that a database holds, and how often it was changed. */
async function state({ prisma }: Database) {
  return {
    ...(await readVersion(prisma)),
    entities: await prisma.entity.count(),
    relationships: await prisma.relationship.count(),
    evidence: await prisma.evidence.count(),
    logged: await prisma.change.count(),
  };
}

/** A database that others can open too, and how to open it again after `release`. */
async function prepare(): Promise<{ location: Location; database: Database; release: () => Promise<void> }> {
  const made = server === '' ? await openDatabase({ folder: data }) : await openEmpty();
  await applyMigrations(made.adapter);
  await syncRules(made.prisma);
  await seedBase(made);
  if (server === '') return { location: { folder: data }, database: made, release: made.close };
  const [row] = await made.prisma.$queryRaw<{ name: string }[]>`SELECT current_database() AS name`;
  const url = new URL(server);
  url.pathname = `/${row?.name}`;
  // On a server it stays open beside the process that is killed.
  return { location: { url: url.href }, database: made, release: async () => {} };
}

describe.each(['seed', 'restore'] as const)('a %s that is killed', (command) => {
  it('row 55: leaves no partial rows; the database opens again, and the next one succeeds', async () => {
    const { location, database, release } = await prepare();
    const before = await state(database);
    let what = 'seeds';
    if (command === 'restore') {
      const source = await openDatabase({ memory: true });
      await applyMigrations(source.adapter);
      await syncRules(source.prisma);
      await seed(source.prisma, { seedsFolder: 'seeds' });
      what = join(folder, 'source.backup');
      await backUp(source.prisma, what);
      await source.close();
    }
    await release();
    await killed(location, command, what);
    const reopened = server === '' ? await openDatabase(location) : database;
    try {
      expect(await state(reopened)).toEqual(before);
      // Nobody is kept waiting by what the dead process had begun.
      await seed(reopened.prisma, { seedsFolder: 'seeds' });
      expect(await reopened.prisma.entity.count()).toBeGreaterThan(before.entities);
    } finally {
      await reopened.close();
    }
  });
});

describe('changesets of a process that is killed', () => {
  it('are whole or not there, others go on after them, and whoever follows or comes anew answers so', async () => {
    const { location, release, database } = await prepare();
    // On a server somebody follows all along. The embedded database is of one process at a time.
    const following = server === '' ? undefined : await open(database);
    await release();
    const random = randomOf(3).next;
    let applied = 0;
    for (const round of ['p', 'q', 'r', 's', 't', 'u', 'v', 'w']) {
      const child = start(location, 'apply', round);
      const lines = createInterface(child.stdout);
      const told: string[] = [];
      lines.on('line', (line) => told.push(line));
      // So many changesets, and then at some moment of the next one.
      const last = 8 + Math.floor(random() * 8);
      while (told.length <= last && child.exitCode === null) await once(lines, 'line');
      await new Promise((resolve) => setTimeout(resolve, random() * 40));
      child.kill('SIGKILL');
      await once(child, 'exit');
      const reopened = server === '' ? await openDatabase(location) : database;
      const { prisma } = reopened;
      // A server ends what was sent to it, whoever has gone since.
      if (server !== '') await expect.poll(async () => await othersAtWork(database), { timeout: 60_000 }).toBe(0);
      const anew = await open(reopened);
      try {
        const people = await prisma.entity.findMany({ where: { id: { in: ['carl', 'dora'] } } });
        const summary = people[0]?.summary ?? '';
        expect(people.map((one) => one.summary)).toEqual([summary, summary]);
        const edits = await prisma.changeset.findMany({ where: { origin: 'EDIT' }, orderBy: { version: 'asc' } });
        const version = edits.at(-1)?.version;
        const message = edits.at(-1)?.message ?? '';
        const words = edits.map((one) => one.message ?? '');
        // What was said to be done is done; the one after it may be.
        expect(words).toContain(told.at(-1));
        expect(summary).toBe(`A person, ${message}.`);
        expect(version).toBe((await readVersion(prisma)).version);
        const facts = await readChangedFacts(
          reopened.read,
          { after: (version ?? 0) - 1, upTo: version ?? 0 },
          { size: 100, after: null, before: null, backward: false },
        );
        const removed = words.at(-2)?.startsWith(round) === true ? [`union-${words.at(-2)}`] : [];
        const entities = facts.filter(({ fact }) => fact === 'entities').map(({ id }) => id);
        expect(entities.sort()).toEqual(['carl', 'dora', ...removed, `union-${message}`].sort());
        const graphs = [anew, ...(following === undefined ? [] : [following])];
        for (const graph of graphs) await answers(prisma, graph, words);
        // They follow what comes after, too.
        const next = `${round}-next`;
        await apply(prisma, editOf(next, 1999, message));
        for (const graph of graphs) await answers(prisma, graph, [...words, next]);
        applied = edits.length;
      } finally {
        await anew.close();
        if (server === '') await reopened.close();
      }
    }
    expect(applied).toBeGreaterThan(80);
    await following?.close();
    if (server !== '') await database.close();
    // Eight processes, one after the other, on a machine that may be busy.
  }, 600_000);

  const open = async (database: Database): Promise<PresentGraph> =>
    await openGraph(database, (error) => console.error(error), 100_000_000);

  /** Holds a graph to the changesets, once it has read the change log to its end. */
  async function answers(prisma: PrismaClient, graph: PresentGraph, words: readonly string[]): Promise<void> {
    await graph.changeFeed.catchUp();
    expect(graph.version()).toEqual(await readVersion(prisma));
    await expectEdits(prisma, graph, words);
  }

  /** How many sessions have a transaction open that writes. */
  async function othersAtWork({ prisma }: Database): Promise<number | undefined> {
    const [row] = await prisma.$queryRaw<{ count: number }[]>`
      SELECT count(*)::int AS count FROM pg_stat_activity
      WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_xid IS NOT NULL`;
    return row?.count;
  }
});

describe.runIf(server === '')('an embedded database', () => {
  it('row 59: is refused to a second process, with the process id of the first, until that one is killed', async () => {
    const first = start({ folder: data }, 'hold');
    const [said] = (await once(first.stdout, 'data')) as [Buffer];
    expect(String(said)).toBe(`hold ${first.pid}\n`);
    const second = await run(folder, ['migrate', 'status'], { DATA_DIR: 'data' });
    expect(second).toMatchObject({ code: 1, stdout: '' });
    expect(second.stderr).toMatch(new RegExp(`^${data} is in use by process ${first.pid}\\. .*DATABASE_URL.*\n$`));
    first.kill('SIGKILL');
    await once(first, 'exit');
    expect(await run(folder, ['migrate', 'status'], { DATA_DIR: 'data' })).toMatchObject({ code: 0, stderr: '' });
  });
});
