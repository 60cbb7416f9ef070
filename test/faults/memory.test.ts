/** What is held in memory is bounded by bytes, whatever is asked for. */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../src/database/open.ts';
import { openGraph, type PresentGraph } from '../../src/graph/graph.ts';
import { openMemory } from '../../src/graph/rows/memory.ts';
import { standardSettings } from '../../src/server/settings.ts';
import { openMigrated } from '../database.ts';
import { ask, serve } from './service.ts';

const count = 2_000;

let database: Database;
beforeAll(async () => {
  database = await openMigrated();
  const { prisma } = database;
  for (const [prefix, kind] of [
    ['person', 'PERSON'],
    ['union', 'UNION'],
  ] as const) {
    await prisma.$transaction([
      prisma.$executeRaw`
        INSERT INTO "Entity" ("id", "kind", "summary", "updatedAt")
        SELECT ${prefix}::text || '-' || n, ${kind}, 'One that is number ' || n || ', of which more is said here.', now()
        FROM generate_series(0, ${count - 1}::int) AS n`,
      prisma.$executeRaw`
        INSERT INTO "Name" ("entityId", "text", "language", "type", "ordinal")
        SELECT ${prefix}::text || '-' || n, 'Name of number ' || n, 'en', 'PREFERRED', 0
        FROM generate_series(0, ${count - 1}::int) AS n`,
    ]);
  }
  await prisma.$executeRaw`
    INSERT INTO "Relationship" ("id", "type", "subjectId", "subjectKind", "objectId", "objectKind",
      "validFrom", "validFromEarliest", "validFromLatest", "validFromBasis")
    SELECT 'person-' || n || '.MEMBER_OF.union-' || n, 'MEMBER_OF', 'person-' || n, 'PERSON', 'union-' || n, 'UNION',
      '2015-05-12', '2015-05-12', '2015-05-12', 'STATED'
    FROM generate_series(0, ${count - 1}::int) AS n`;
  await prisma.$executeRaw`
    INSERT INTO "Evidence" ("id", "entityId", "ordinal", "basis", "cues", "note")
    SELECT 'evidence-' || n, 'person-' || n, 0, 'EXTERNAL', '{}', 'The library of the parliament, in a list of members.'
    FROM generate_series(0, ${count - 1}::int) AS n`;
  await prisma.$executeRaw`ANALYZE`;
});
afterAll(async () => await database.close());

/** What the heap takes once all is collected that nothing holds. */
async function heap(): Promise<number> {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  for (let turn = 0; turn < 3; turn += 1) {
    await new Promise((resolve) => setImmediate(resolve));
    collect();
  }
  return process.memoryUsage().heapUsed;
}

const bytesIn = (graph: PresentGraph): number =>
  Object.values(graph.caches()).reduce((sum, { bytes }) => sum + bytes, 0);

type Question = (graph: PresentGraph, n: number) => unknown;

/** What is asked for by its number, in so many different ways. */
const rows: Readonly<Record<string, Question>> = {
  entities: (graph, n) => graph.entities.load(`person-${n}`),
  'what there is not': (graph, n) => graph.entities.load(`nobody-of-such-a-name-${n}`),
  relationships: (graph, n) => graph.relatedRows(`person-${n}`, { direction: 'OUT' }),
  evidence: (graph, n) => graph.evidence.load({ column: 'entityId', id: `person-${n}` }),
};
const byId = { field: 'ID', direction: 'ASC', language: 'en' } as const;
const answers: Readonly<Record<string, Question>> = {
  'pages of lists': async (graph, n) =>
    await (await graph.list(undefined, { text: `name -other${n}` }, byId, { first: 50 })).totalCount(),
  'pages of searches': (graph, n) => graph.search(undefined, `"number ${n}" or "number 7"`, undefined, {}),
  statistics: (graph, n) =>
    graph.statistics(undefined, { filter: { text: `name -other${n}` }, by: ['ENTITY'], first: 50 }),
};
const all = [
  ...Object.entries(rows).map(
    ([name, question]) => [name, question, name === 'what there is not' ? 10_000 : count] as const,
  ),
  ...Object.entries(answers).map(([name, question]) => [name, question, 300] as const),
];

describe('row 77: the bytes of what is held', () => {
  it.each(all)('row 77: of %s are estimated to within a factor of two', async (_, question, times) => {
    const graph = await openGraph(database, () => {}, standardSettings.maxCacheBytes);
    // What is made at the first time is no part of what is held.
    for (let n = 0; n < 50; n += 1) await question(graph, n);
    const [before, estimatedBefore] = [await heap(), bytesIn(graph)];
    for (let n = 50; n < times; n += 50)
      await Promise.all(Array.from({ length: 50 }, (_none, index) => question(graph, n + index)));
    const [grown, estimated] = [(await heap()) - before, bytesIn(graph) - estimatedBefore];
    await graph.close();
    expect(estimated).toBeGreaterThan(100_000);
    expect(grown / estimated).toBeGreaterThan(0.5);
    expect(grown / estimated).toBeLessThan(2);
  });

  it('row 77: is bounded in all, and what was asked for last is still there', async () => {
    const most = 500_000;
    const graph = await openGraph(database, () => {}, most);
    for (const [, question] of all)
      for (let n = 0; n < 60; n += 1) {
        await question(graph, n);
        expect(bytesIn(graph)).toBeLessThanOrEqual(most);
      }
    expect(bytesIn(graph)).toBeGreaterThan(most / 2);
    const before = graph.caches()['answers']?.misses;
    await answers['statistics']?.(graph, 59);
    expect(graph.caches()['answers']?.misses).toBe(before);
    await graph.close();
  });

  it('row 77: is told by a metric, of a service that is asked broadly and keeps to its setting', async () => {
    const own = await serve(database, { maxCacheBytes: 1_000_000 });
    const query =
      'query ($after: String) { people(first: 100, after: $after) { nodes { name summary } pageInfo { endCursor } } }';
    for (let page = 0, after = null; page < count / 100; page += 1) {
      const { data } = await ask(own.url, query, { after });
      after = (data as { people: { pageInfo: { endCursor: null } } }).people.pageInfo.endCursor;
    }
    const text = await (await fetch(new URL('/metrics', own.url))).text();
    // What is kept of queries has settings of its own.
    const bytes = [...text.matchAll(/^labourgraph_cache_bytes\{cache="(\w+)"\} (\d+)$/gm)].flatMap(([, name, some]) =>
      ['documents', 'compiled', 'persisted'].includes(name ?? '') ? [] : [Number(some)],
    );
    expect(bytes.length).toBeGreaterThan(10);
    const sum = bytes.reduce((total, some) => total + some, 0);
    expect(sum).toBeGreaterThan(500_000);
    expect(sum).toBeLessThanOrEqual(1_000_000);
  });
});

describe('row 77: room', () => {
  it('row 77: the cache that has the most gives up what was not asked for the longest', () => {
    const memory = openMemory(10_000);
    const [large, small] = [memory<number, { text: string }>(), memory<number, { text: string }>()];
    small.set(1, { text: 'a' });
    for (let key = 0; key < 50; key += 1) {
      large.set(key, { text: 'b'.repeat(500) });
      large.get(0);
    }
    expect(small.get(1)).toEqual({ text: 'a' });
    expect([large.get(0), large.get(1), large.get(49)].map((one) => one !== undefined)).toEqual([true, false, true]);
    expect(large.usage().bytes + small.usage().bytes).toBeLessThanOrEqual(10_000);
  });

  it('row 77: what is larger than all the room is not kept, and drives nothing out', () => {
    const cache = openMemory(10_000)<string, { text: string }>();
    cache.set('small', { text: 'a' });
    cache.set('large', { text: 'b'.repeat(10_000) });
    expect([cache.get('small'), cache.get('large')]).toEqual([{ text: 'a' }, undefined]);
    // Two bytes for each character, as V8 has it.
    cache.set('wide', { text: '’'.repeat(6_000) });
    expect(cache.get('wide')).toBeUndefined();
    expect(cache.usage().held).toBe(1);
  });
});
