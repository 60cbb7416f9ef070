/** What a query costs is what it may take: whoever scans tables pays for it, and nobody has the database alone. */
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { describe, expect, inject, it, onTestFinished, vi } from 'vitest';
import { Cancelled } from '../../src/database/cancellation.ts';
import { numberOfType } from '../../src/graph/index/adjacencyIndex.ts';
import { findNeighborhood } from '../../src/graph/index/network.ts';
import { openAnswerCache } from '../../src/graph/rows/cache.ts';
import { openMemory } from '../../src/graph/rows/memory.ts';
import { kindDefinition, kindNames } from '../../src/registry/index.ts';
import { buildSchema } from '../../src/schema/index.ts';
import { singularOf } from '../../src/schema/vocabulary.ts';
import { adjacencyOf, always } from '../network/graphs.ts';
import { serveCluster } from './served.ts';
import { ask } from './service.ts';

const url = inject('url');

async function costOf(query: string, variables?: unknown): Promise<number> {
  const { cost } = (await ask(url, query, variables)).extensions as { readonly cost: { readonly requested: number } };
  return cost.requested;
}

const aliases = (count: number, field: string): string =>
  `{ ${Array.from({ length: count }, (_, n) => `a${n}: ${field.replaceAll('$n', String(n))}`).join(' ')} }`;

describe('row 65: prices', () => {
  it('row 65: 99 counts by a text cost as many statements that scan, and not 99', async () => {
    const query = aliases(99, 'entities(filter: { text: "word$n" }) { totalCount }');
    expect(await costOf(query)).toBeGreaterThanOrEqual(99 * 100);
  });

  it('row 65: every way into the graph that is not by id is priced', async () => {
    // Each of these reads rows by their keys.
    const byId = [
      'node',
      'nodes',
      '_entities',
      '_service',
      'entity',
      'entityByIdentifier',
      'sourceCoverage',
      'graph',
      'changeset',
      ...kindNames.map(singularOf),
    ];
    const fields = Object.keys(buildSchema().getQueryType()?.getFields() ?? {}).filter((name) => !byId.includes(name));
    const given: Readonly<Record<string, string>> = {
      search: 'search(query: "a") { totalCount }',
      path: 'path(from: "psac", to: "aupe") { length }',
      paths: 'paths(from: "psac", to: "aupe") { outcome }',
      neighborhood: 'neighborhood(of: "psac") { truncated }',
      ranking: 'ranking(by: DEGREE) { score }',
      statistics: 'statistics { total }',
      changes: 'changes(since: 0, first: 1) { totalCount }',
      history: 'history(id: "psac", first: 1) { totalCount }',
    };
    expect(fields).toEqual(expect.arrayContaining(kindNames.map((kind) => kindDefinition(kind).plural)));
    for (const name of fields)
      expect(await costOf(`{ ${given[name] ?? `${name}(first: 1) { totalCount }`} }`), name).toBeGreaterThanOrEqual(
        100,
      );
    for (const name of ['entities', 'relationships', 'evidence', 'articles'])
      expect(await costOf(`{ graph { ${name} } }`), name).toBeGreaterThanOrEqual(100);
  });

  it('row 65: a filter of what something is related to is priced, wherever it stands', async () => {
    const cost = async (filter: string): Promise<number> =>
      await costOf(`{ disputes(first: 10) { nodes { events(first: 1${filter}) { totalCount } } } }`);
    const without = await cost('');
    expect(await cost(', filter: { text: "sick" }')).toBe(without + 10 * 100);
    expect(await cost(', filter: null')).toBe(without);
    expect(await cost(', orderBy: { field: NAME }')).toBe(without + 10 * 100);
    const asVariable = `query ($filter: EntityFilter) { entity(id: "psac") { relationships(filter: $filter) { totalCount } } }`;
    expect((await costOf(asVariable, { filter: { text: 'sick' } })) - (await costOf(asVariable, {}))).toBe(100);
    const three = { or: [{ text: 'sick' }, { not: { text: 'leave' } }] };
    expect((await costOf(asVariable, { filter: three })) - (await costOf(asVariable, {}))).toBe(400);
    expect(await cost(', filter: { or: [{ text: "sick" }, { not: { text: "leave" } }] }')).toBe(without + 10 * 400);
  });

  it('row 65: a length that is null is priced as what it gives, as one that is left out is', async () => {
    for (const [field, inner, standard] of [
      ['statistics(by: [ENTITY]', 'buckets { count }', 1_000],
      ['neighborhood(of: "psac"', 'nodes { distance }', 100],
      ['paths(from: "psac", to: "aupe"', 'paths { length }', 5],
      ['ranking(by: DEGREE', 'score', 20],
    ] as const) {
      const cost = async (first: string): Promise<number> => await costOf(`{ ${field}${first}) { ${inner} } }`);
      const whole = await cost(`, first: ${standard}`);
      expect(await cost(''), field).toBe(whole);
      expect(await cost(', first: null'), field).toBe(whole);
      expect(await cost(', first: 1'), field).toBe(whole - standard + 1);
      const asVariable = `query ($first: Int) { ${field}, first: $first) { ${inner} } }`;
      expect(await costOf(asVariable, { first: null }), field).toBe(whole);
      expect(await costOf(asVariable, {}), field).toBe(whole);
    }
  });

  it('row 65: a page costs as many as it has, counted from whichever end', async () => {
    for (const field of [
      'entities',
      'evidence',
      'timeline',
      'search(query: "a"',
      'union(id: "psac") { relationships',
    ]) {
      const cost = async (size: string): Promise<number> => {
        const [open, close] = [field.includes('query:') ? ', ' : '(', field.includes('{') ? ' }' : ''];
        const variables = size.includes('$n') ? '($n: Int = 3)' : '';
        return await costOf(`query ${variables} { ${field}${open}${size}) { edges { node { __typename } } }${close} }`);
      };
      const one = await cost('first: 1');
      const each = (await cost('first: 2')) - one;
      expect(each).toBeGreaterThan(0);
      const ways = ['first: 100', 'last: 100', 'last: 7', 'last: $n', 'before: null', 'before: null, last: 2'];
      const sizes = [100, 100, 7, 3, 20, 2];
      for (const [index, way] of ways.entries())
        expect(await cost(way), `${field}, ${way}`).toBe(one + ((sizes[index] ?? 0) - 1) * each);
    }
    const query = 'query ($last: Int) { entities(last: $last) { nodes { id } } }';
    const [few, many] = [await costOf(query, { last: 1 }), await costOf(query, { last: 100 })];
    expect(many).toBeGreaterThan(few + 98);
  });

  it('row 65: a neighbourhood holds no more relationships than were priced, and says that there are more', () => {
    const ids = ['one', 'other', 'third'];
    const ends = { type: numberOfType('MEMBER_OF'), ordinal: -1, ...always };
    const adjacency = adjacencyOf({
      nodes: new Map(ids.map((id, seq) => [id, { id, seq, kind: 'PERSON' }])),
      edges: new Map(Array.from({ length: 100 }, (_, seq) => [seq, { ...ends, seq, subject: seq % 2, object: 2 }])),
    });
    const { nodes, edges, truncated } = findNeighborhood(adjacency, { of: 'third', first: 3 });
    expect({ nodes: nodes.length, edges: edges.length, truncated }).toEqual({ nodes: 3, edges: 30, truncated: true });
  });
});

describe('row 65: turns', () => {
  /** Asks so many different questions on somebody's behalf; `running` counts what is worked on. */
  function asking(count: number) {
    const answers = openAnswerCache(openMemory(1_000_000));
    const controller = new AbortController();
    const seen = { running: 0, most: 0, begun: 0 };
    const ends: (() => void)[] = [];
    const question = (key: string) => async () => {
      seen.running += 1;
      seen.begun += 1;
      seen.most = Math.max(seen.most, seen.running);
      await new Promise<void>((resolve) => void ends.push(resolve));
      seen.running -= 1;
      return { key };
    };
    const get = async (key: string, { signal } = controller) => await answers.get(key, signal, question(key));
    const asked = Array.from({ length: count }, (_, n) => get(`question ${n}`));
    return { controller, seen, ends, get, asked };
  }

  it('row 65: of what one request asks, two questions are worked on at a time, and all in the end', async () => {
    const { seen, ends, asked } = asking(10);
    for (let n = 0; n < 10; n += 1) {
      await sleep(0);
      expect(seen.running).toBe(Math.min(2, 10 - n));
      ends.shift()?.();
      await sleep(0);
    }
    expect(await Promise.all(asked)).toHaveLength(10);
    expect(seen).toEqual({ running: 0, most: 2, begun: 10 });
  });

  it('row 65: another request need not wait for it, not even for the same question', async () => {
    const { seen, ends, get, asked } = asking(5);
    const other = new AbortController();
    const same = get('question 4', other);
    await sleep(0);
    expect(seen.running).toBe(3);
    ends[2]?.();
    expect(await same).toEqual({ key: 'question 4' });
    for (let n = 0; n < 5; n += 1) {
      for (const end of ends) end();
      await sleep(0);
    }
    await Promise.all(asked);
    // What the other had worked out was held by then.
    expect(seen.begun).toBe(5);
  });

  it('row 65: what waits for its turn when its request goes is not begun', async () => {
    const { controller, seen, ends, asked } = asking(5);
    await sleep(0);
    controller.abort(new Cancelled());
    for (const end of ends) end();
    const settled = await Promise.allSettled(asked);
    expect(settled.slice(2).map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
    expect(seen.begun).toBe(2);
  });
});

it('row 65: a request of 99 counts leaves connections to others', async () => {
  const warnings: Error[] = [];
  const warned = (warning: Error): void => void warnings.push(warning);
  process.on('warning', warned);
  onTestFinished(() => void process.off('warning', warned));
  const served = await serveCluster({ connections: 4, wait: 500 });
  const holder = new pg.Client(served.cluster.url);
  await holder.connect();
  // Every statement that looks at names waits.
  await holder.query('BEGIN; LOCK TABLE "Name" IN ACCESS EXCLUSIVE MODE');
  const many = ask(served.url, aliases(99, 'entities(filter: { text: "word$n" }) { totalCount }'));
  await sleep(300);
  // What looks whether each table can be read waits too, on a connection of its own, for a second.
  await vi.waitFor(() => {
    const { connections, idle, waiting } = served.database.usage();
    expect({ busy: connections - idle, waiting }).toEqual({ busy: 2, waiting: 0 });
  }, 20_000);
  const other = await ask(served.url, '{ timeline { totalCount } }');
  await holder.end();
  const { status, errors } = await many;
  await served.stop();
  expect({ status: other.status, errors: other.errors }).toEqual({ status: 200, errors: [] });
  expect({ status, errors }).toEqual({ status: 200, errors: [] });
  expect(warnings.map(({ message }) => message)).toEqual([]);
});
