/** Rows 48 to 50: transactions that take too long, that are asked beside, and that have to wait too long. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { backUp } from '../../src/backup/backup.ts';
import { restore } from '../../src/backup/restore.ts';
import type { Database } from '../../src/database/open.ts';
import { inTransaction } from '../../src/database/transaction.ts';
import type { PrismaClient } from '../../src/generated/prisma/client.ts';
import { seed } from '../../src/seeding/seed.ts';
import { syncRules } from '../../src/store/rules.ts';
import { openMigrated } from '../database.ts';
import { connectTo, insertEntity, server } from '../network/second.ts';
import { folderOf } from '../seeding/fixture.ts';

const project = join(import.meta.dirname, '..', '..');

// Databases boot in every test, and on a busy machine that takes many seconds.
vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 });

let database: Database;

beforeAll(async () => {
  database = await openMigrated();
});
afterAll(async () => await database?.close());

const entity = async (id: string) => await database.prisma.entity.findUnique({ where: { id } });

/** Writes in a transaction, and then does something that outlasts it; gives how long it took, in milliseconds. */
async function outlast(
  id: string,
  bounds: { limit: number; idle?: number },
  work: (tx: Parameters<Parameters<typeof inTransaction>[2]>[0]) => Promise<unknown>,
): Promise<number> {
  const began = performance.now();
  const done = inTransaction(database.prisma, bounds, async (tx) => {
    await tx.$executeRawUnsafe(insertEntity(id, 'UNION'));
    await work(tx);
    await tx.$executeRawUnsafe(insertEntity(`${id}-after`, 'UNION'));
  });
  await expect(done).rejects.toThrow();
  return performance.now() - began;
}

/** What the transaction wrote is gone, and others can write. */
async function nothingLeft(id: string): Promise<void> {
  expect([await entity(id), await entity(`${id}-after`)]).toEqual([null, null]);
  await database.prisma.$executeRawUnsafe(insertEntity(`next-to-${id}`, 'UNION'));
}

describe('a transaction', () => {
  it('row 48: over its limit is rolled back', async () => {
    await outlast('slow', { limit: 500 }, async () => await setTimeout(1_500));
    await nothingLeft('slow');
  });

  // The embedded database stops a statement in a transaction only when the time of any statement is over.
  it.runIf(server !== '')('row 48: is rolled back while one of its statements takes too long', async () => {
    const took = await outlast('stuck', { limit: 1_000 }, async (tx) => await tx.$queryRaw`SELECT pg_sleep(20)::text`);
    expect(took).toBeLessThan(15_000);
    await nothingLeft('stuck');
  });

  it.runIf(server !== '')('row 48: is rolled back by the server if its process stands still', async () => {
    const other = await connectTo(database);
    try {
      let held: Promise<unknown> | undefined;
      const took = await outlast('frozen', { limit: 60_000, idle: 500 }, async () => {
        // Another writer waits for this one, and goes on as soon as the server has had enough.
        held = other.query(insertEntity('waiting', 'UNION'));
        await held;
      });
      expect(took).toBeLessThan(30_000);
      expect(await entity('waiting')).not.toBeNull();
      await nothingLeft('frozen');
    } finally {
      await other.end();
    }
  });
});

describe('inside of a transaction', () => {
  const plugin = join(project, 'src', 'database', 'transaction.grit');

  /** What the linter says of a piece of code, by this rule alone. */
  const lint = (...lines: string[]): string => {
    const folder = folderOf({ 'biome.json': JSON.stringify({ plugins: [plugin] }), 'example.ts': lines.join('\n') });
    const biome = join(project, 'node_modules', '.bin', 'biome');
    const { stdout, stderr } = spawnSync(biome, ['lint', 'example.ts'], { cwd: folder, encoding: 'utf8' });
    expect(stdout).toContain('Checked 1 file');
    return stderr;
  };
  const call = (inside: string, begin = 'prisma.$transaction(') => [
    'export async function example(prisma: PrismaClient): Promise<void> {',
    `  await ${begin}async (tx) => {`,
    '    await tx.entity.count();',
    `    await ${inside};`,
    '  });',
    '}',
  ];

  it('row 49: a query of the outer client is refused by the linter', () => {
    const { plugins } = JSON.parse(readFileSync(join(project, 'biome.json'), 'utf8')) as { plugins: string[] };
    expect(plugins.map((path) => join(project, path))).toContain(plugin);
    const complaint = 'Inside of a transaction use the client that it gives';
    expect(lint(...call('tx.name.count()'))).not.toContain(complaint);
    expect(lint(...call('prisma.name.count()'))).toContain(complaint);
    expect(lint(...call('readAll(prisma)'))).toContain(complaint);
    expect(lint(...call('prisma.name.count()', 'inTransaction(prisma, { limit: 1 }, '))).toContain(complaint);
    expect(lint(...call('tx.name.count()', 'inTransaction(prisma, { limit: 1 }, '))).not.toContain(complaint);
  });

  /** A client that notes what it is asked while one of its transactions is open. */
  function watched(prisma: PrismaClient): { client: PrismaClient; beside: string[] } {
    const beside: string[] = [];
    let open = 0;
    const client = new Proxy(prisma, {
      get: (target, name) => {
        const value: unknown = Reflect.get(target, name, target);
        if (name === '$transaction') {
          return async (...args: Parameters<typeof target.$transaction>) => {
            open += 1;
            return await target.$transaction(...args).finally(() => {
              open -= 1;
            });
          };
        }
        if (open > 0) beside.push(String(name));
        return typeof value === 'function' ? value.bind(target) : value;
      },
    });
    return { client, beside };
  }

  it('row 49: nothing that writes asks beside its transaction, whichever way it calls', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'beside-'));
    const other = await openMigrated();
    try {
      const { client, beside } = watched(other.prisma);
      const file = join(folder, 'a.backup');
      await syncRules(client);
      await seed(client, { seedsFolder: 'seeds' });
      await backUp(client, file);
      await restore(client, file, { replace: true });
      expect(beside).toEqual([]);
    } finally {
      await other.close();
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

it('row 50: after transactions waited in vain for a connection, the pool is clean', async () => {
  const count = 40;
  const runs = Array.from({ length: count }, async (_, index) =>
    inTransaction(database.prisma, { limit: 20_000, maxWait: 500 }, async (tx) => {
      await tx.$executeRawUnsafe('SELECT 1');
      await setTimeout(2_000);
      return index;
    }),
  );
  const results = await Promise.allSettled(runs);
  const refused = results.filter(({ status }) => status === 'rejected');
  // Some had a connection, and the others were told in time.
  expect(refused.length).toBeGreaterThan(0);
  expect(refused.length).toBeLessThan(count);
  for (const result of refused) expect(result).toMatchObject({ reason: { code: 'P2028' } });
  if (server !== '') {
    const other = await connectTo(database);
    const left = async () => {
      const { rows } = await other.query(
        `SELECT state FROM pg_stat_activity WHERE datname = current_database() AND state LIKE 'idle in transaction%'`,
      );
      return rows;
    };
    await expect
      .poll(left, { timeout: 10_000 })
      .toEqual([])
      .finally(async () => await other.end());
  }
  // As many as before find a connection, one after the other.
  const again = Array.from({ length: count }, async () =>
    inTransaction(database.prisma, { limit: 20_000, maxWait: 20_000 }, async (tx) => await tx.entity.count()),
  );
  expect(await Promise.all(again)).toHaveLength(count);
});
