/** The version that answers state is never later than the data that they are made of. */
import { expect, onTestFinished, test, vi } from 'vitest';
import type { Database } from '../../src/database/open.ts';
import type { Read } from '../../src/database/read.ts';
import { openGraph } from '../../src/graph/graph.ts';
import { readVersion } from '../../src/store/version.ts';
import { openMigrated } from '../database.ts';

/** The same client, which does something else right after each statement that `isMeant`. */
function doingAfter(prisma: Database['prisma'], isMeant: (sql: string) => boolean, work: () => Promise<unknown>) {
  return new Proxy(prisma, {
    get: (client, name) => {
      const own: unknown = Reflect.get(client, name);
      if (typeof own !== 'function') return own;
      if (name !== '$queryRaw') return own.bind(client);
      return async (text: TemplateStringsArray, ...values: unknown[]): Promise<unknown> => {
        const rows = await client.$queryRaw(text, ...values);
        if (isMeant(text.join(''))) await work();
        return rows;
      };
    },
  });
}

test.each([
  ['has been read', '"Change"'],
  ['is opened', 'max("seq")'],
])('what is written right after the change log, or the network, %s', async (_, meant) => {
  const database = await openMigrated();
  onTestFinished(database.close);
  const { prisma } = database;
  const names = { create: { text: 'Somebody', language: 'en', type: 'PREFERRED', ordinal: 0 } } as const;
  const add = async (id: string) =>
    await prisma.entity.create({ data: { id, kind: 'PERSON', summary: 'New.', names } });
  await add('ann');
  let isArmed = meant !== '"Change"';
  const prismaOfGraph = doingAfter(
    prisma,
    (sql) => isArmed && sql.includes(meant),
    async () => {
      isArmed = false;
      await add('carl');
    },
  );
  const read: Read = async (statement, signal) => {
    const rows = await database.read<never>(statement, signal);
    if (isArmed && statement.text.includes(meant)) {
      isArmed = false;
      await add('carl');
    }
    return rows;
  };
  // The log is looked at when the test says so, and at no other time.
  const listen: Database['listen'] = async () => async () => {};
  const timer = vi.spyOn(globalThis, 'setInterval').mockImplementation(() => setTimeout(() => {}, 0));
  const graph = await openGraph({ prisma: prismaOfGraph, read, listen }, console.error, 10_000_000);
  timer.mockRestore();
  onTestFinished(graph.close);
  const isTold = async (): Promise<boolean> => graph.version().version === (await readVersion(prisma)).version;
  const isKnown = (id: string): boolean => graph.adjacency().nodeById.has(id);
  if (meant === '"Change"') {
    await add('bob');
    isArmed = true;
    await graph.changeFeed.catchUp();
    expect([isKnown('bob'), isKnown('carl')]).toEqual([true, false]);
  }
  expect(await isTold()).toBe(isKnown('carl'));
  await graph.changeFeed.catchUp();
  expect([await isTold(), isKnown('carl')]).toEqual([true, true]);
});
