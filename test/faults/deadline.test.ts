/** Nobody waits any more: then nothing is done any more. */
import { getEventListeners } from 'node:events';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Cancelled, DeadlineExceeded } from '../../src/database/cancellation.ts';
import { Prisma } from '../../src/generated/prisma/client.ts';
import { lazy, openAnswerCache } from '../../src/graph/rows/cache.ts';
import { cancellableLoader } from '../../src/graph/rows/cancellableLoader.ts';
import { openMemory } from '../../src/graph/rows/memory.ts';
import { openMigrated } from '../database.ts';
import { query } from './cluster.ts';
import { blockEvidence, fresh, freshList, type ServedCluster, serveCluster } from './served.ts';
import { ask, serve } from './service.ts';

/** How many statements that read a table a server is at, but for the look whether all tables can be read. */
const working = async (url: string, table: string): Promise<number> => {
  const rows = await query<{ count: number }>(
    url,
    `SELECT count(*)::int AS count FROM pg_stat_activity
     WHERE state = 'active' AND query LIKE '%"${table}"%' AND query NOT LIKE '%"Change"%' AND pid <> pg_backend_pid()`,
  );
  return rows[0]?.count ?? -1;
};

/** Waits until a server is at so many statements that read a table: far less than a request may take, where that counts. */
const becomes = async ({ cluster }: ServedCluster, count: number): Promise<void> =>
  await expect.poll(async () => await working(cluster.url, 'Evidence'), { timeout: 5_000, interval: 50 }).toBe(count);

describe('who hangs up, on a server', () => {
  let served: ServedCluster;
  beforeAll(async () => {
    served = await serveCluster({ connections: 3, wait: 2_000 }, { requestTimeout: 20_000 });
  });
  afterAll(async () => await served.stop());

  const metric = async (name: RegExp): Promise<number> => {
    const metrics = await (await fetch(new URL('/metrics', served.url))).text();
    return Number(new RegExp(`${name.source} (\\d+)`).exec(metrics)?.[1]);
  };
  /** How often an answer was asked for that was not held. */
  const misses = async (): Promise<number> => await metric(/labourgraph_cache_misses\{cache="answers"\}/);

  const abandoned = (text: string) => {
    const hangUp = new AbortController();
    const body = JSON.stringify({ query: text });
    const headers = { 'content-type': 'application/json' };
    const asking = fetch(served.url, { method: 'POST', headers, body, signal: hangUp.signal }).catch(() => 'hung up');
    return { asking, hangUp: () => hangUp.abort() };
  };

  it('row 42: when the client hangs up, the statement is stopped', async () => {
    const release = await blockEvidence(served.cluster.url);
    const { asking, hangUp } = abandoned(freshList());
    await becomes(served, 1);
    hangUp();
    await asking;
    await becomes(served, 0);
    await release();
    expect((await ask(served.url, freshList())).errors).toEqual([]);
  });

  it('row 42: rows that others may wait for are read to the end, and count until then', async () => {
    const release = await blockEvidence(served.cluster.url);
    const { asking, hangUp } = abandoned(fresh());
    await becomes(served, 1);
    hangUp();
    await asking;
    const cost = async (): Promise<number> => await metric(/labourgraph_cost_in_flight/);
    expect(await working(served.cluster.url, 'Evidence')).toBe(1);
    expect(await cost()).toBeGreaterThan(0);
    await release();
    await becomes(served, 0);
    await expect.poll(cost).toBe(0);
  });

  it('row 42: what others wait for too goes on', async () => {
    const release = await blockEvidence(served.cluster.url);
    const text = freshList();
    const { asking, hangUp } = abandoned(text);
    await becomes(served, 1);
    const before = await misses();
    const other = ask(served.url, text);
    // Before that it would be begun anew, which is another matter.
    await expect.poll(misses, { timeout: 5_000, interval: 20 }).toBe(before + 1);
    hangUp();
    await asking;
    setTimeout(() => void release(), 300);
    expect((await other).errors).toEqual([]);
    expect((await other).data).toMatchObject({ evidence: { nodes: [] } });
  });

  it('row 42: what was given up is begun anew for who asks next', async () => {
    const release = await blockEvidence(served.cluster.url);
    const text = freshList();
    const { asking, hangUp } = abandoned(text);
    await becomes(served, 1);
    hangUp();
    await asking;
    // Until then it would be waited for too.
    await becomes(served, 0);
    const next = ask(served.url, text);
    await release();
    expect((await next).errors).toEqual([]);
  });
});

describe('whose time is over, on a server', () => {
  let served: ServedCluster;
  beforeAll(async () => {
    served = await serveCluster({ connections: 3, wait: 2_000 }, { requestTimeout: 1_500 });
  });
  afterAll(async () => await served.stop());

  it('row 43: a query that is past its time is answered so, and its statement is stopped', async () => {
    const release = await blockEvidence(served.cluster.url);
    const told = await ask(served.url, freshList());
    expect(told).toMatchObject({ status: 503, data: undefined, errors: [{ extensions: { code: 'TIME_LIMIT' } }] });
    expect(told.headers.get('retry-after')).toBe('1');
    expect(told.milliseconds).toBeGreaterThan(1_400);
    expect(told.milliseconds).toBeLessThan(6_000);
    await becomes(served, 0);
    await release();
    expect((await ask(served.url, freshList())).status).toBe(200);
  });

  it('row 43: rows that others may wait for are read for no longer than a request may take', async () => {
    const release = await blockEvidence(served.cluster.url);
    expect((await ask(served.url, fresh())).errors).toMatchObject([{ extensions: { code: 'TIME_LIMIT' } }]);
    await becomes(served, 0);
    await release();
  });

  it('row 43: it stands in the log by its name, without what it asked about', async () => {
    const release = await blockEvidence(served.cluster.url);
    served.logged.length = 0;
    const text = freshList();
    const id = /"(.*)"/.exec(text)?.[1];
    const named = text.replace('{', 'query TooSlow($id: ID!) {').replace(`"${id}"`, '$id');
    await ask(served.url, named, { id });
    await release();
    expect(served.logged).toHaveLength(1);
    expect(served.logged[0]?.[1]).toMatchObject({ operation: 'TooSlow', codes: ['TIME_LIMIT'] });
    expect(JSON.stringify(served.logged)).not.toContain(id);
  });
});

describe('what several may wait for', () => {
  /** Work that is at a loss until it is told what to give: each time it is begun, a way to tell it. */
  const work = () => {
    const begun: ((answer: string) => void)[] = [];
    const begin = async (): Promise<{ answer: string }> => {
      const answer = await new Promise<string>((resolve) => begun.push(resolve));
      return { answer };
    };
    return { begun, begin };
  };
  type Ask = (signal: AbortSignal) => unknown;
  const kept: Readonly<Record<string, (begin: () => Promise<{ answer: string }>) => Ask>> = {
    'what passes a filter': (begin) => {
      const rows = cancellableLoader<string, { answer: string }>(
        openMemory(1_000_000),
        (key) => key,
        async () => [await begin()],
      );
      return (signal) => rows.load('key', signal);
    },
    'an answer': (begin) => {
      const answers = openAnswerCache(openMemory(1_000_000));
      return (signal) => answers.get('key', signal, begin);
    },
    'a count': (begin) => lazy(begin),
  };
  const turn = async (): Promise<void> => await new Promise((resolve) => setTimeout(resolve, 10));

  it.each(Object.entries(kept))(
    'row 42: %s that was given up is begun anew, though it has not ended',
    async (_, keep) => {
      const { begun, begin } = work();
      const ask = keep(begin);
      const [first, second, third] = [new AbortController(), new AbortController(), new AbortController()];
      void ask(first.signal);
      await turn();
      const joined = ask(second.signal);
      await turn();
      first.abort(new Cancelled());
      await turn();
      expect(begun).toHaveLength(1);
      second.abort(new Cancelled());
      const next = ask(third.signal);
      await turn();
      expect(begun).toHaveLength(2);
      begun[1]?.('new');
      begun[0]?.('old');
      expect(await next).toEqual({ answer: 'new' });
      expect(await joined).toEqual({ answer: 'old' });
    },
  );
});

it('row 42: a request that waits for many keys of a batch listens once', async () => {
  const rows = cancellableLoader<number, object>(openMemory(1_000_000), String, async (keys) => keys.map(() => ({})));
  const { signal } = new AbortController();
  const asked = Array.from({ length: 100 }, (_, key) => rows.load(key, signal));
  expect(getEventListeners(signal, 'abort')).toHaveLength(1);
  await Promise.all(asked);
});

it('row 42: work is told that nobody waits for it any more, by the reason that the last one had', async () => {
  const answers = openAnswerCache(openMemory(1_000_000));
  const [first, second] = [new AbortController(), new AbortController()];
  const told: unknown[] = [];
  const work = async (signal: AbortSignal): Promise<object> => {
    await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve()));
    told.push(signal.reason);
    return {};
  };
  const asked = [answers.get('key', first.signal, work), answers.get('key', second.signal, work)];
  await new Promise((resolve) => setTimeout(resolve, 5));
  first.abort(new Cancelled());
  second.abort(new DeadlineExceeded());
  await Promise.all(asked);
  expect(told).toEqual([expect.any(DeadlineExceeded)]);
});

const embedded = (process.env['DATABASE_URL'] ?? '') === '';

/** It has one connection, for which statements wait in line; a server has several. */
describe.runIf(embedded)('on the embedded database', () => {
  it('row 43: what waits for its turn when its time is over is not sent', async () => {
    const sent: string[] = [];
    const database = await openMigrated((sql) => sent.push(sql));
    const controller = new AbortController();
    const slow = database.read(Prisma.sql`SELECT count(*)::int FROM generate_series(1, 3000000)`);
    const late = database.read(Prisma.sql`SELECT 'late'`, controller.signal).catch((error: unknown) => error);
    controller.abort(new DeadlineExceeded());
    await slow;
    expect(await late).toBeInstanceOf(DeadlineExceeded);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(sent.filter((sql) => sql.includes('late'))).toEqual([]);
    await database.close();
  });

  it('row 43: the answer is an error in time', async () => {
    const database = await openMigrated();
    const own = await serve(database, { requestTimeout: 300 });
    // Its one connection is busy with something else.
    const busy = database.prisma.$transaction(
      async (tx) => {
        await tx.$queryRaw`SELECT 1`;
        await new Promise((resolve) => setTimeout(resolve, 2_500));
      },
      { timeout: 20_000 },
    );
    await new Promise((resolve) => setTimeout(resolve, 300));
    const told = await ask(own.url, '{ search(query: "anything") { totalCount } }');
    expect(told).toMatchObject({ status: 503, errors: [{ extensions: { code: 'TIME_LIMIT' } }] });
    expect(told.milliseconds).toBeLessThan(2_000);
    await busy;
    // As soon as the machine has the time for it: the first one of a service takes longer.
    const again = async () => (await ask(own.url, '{ search(query: "anything") { totalCount } }')).status;
    await expect.poll(again, { timeout: 20_000 }).toBe(200);
    await own.stop();
    await database.close();
  });
});
