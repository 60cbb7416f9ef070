/** A database that is exhausted, full, gone, back, or stands still: bounded, said as it is, and over when it is over. */
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { query } from './cluster.ts';
import { blockEvidence, fresh, type ServedCluster, serveCluster } from './served.ts';
import { ask, inside, send, type Told } from './service.ts';

let served: ServedCluster;
const requestTimeout = 2_000;

function expectUnavailable(told: Told, code: string | RegExp = 'DATABASE_UNAVAILABLE', within = 2_000): void {
  expect(told.status, told.text).toBe(503);
  expect(told.headers.get('retry-after')).toBe('1');
  expect(told.data).toBeUndefined();
  expect(told.errors).toHaveLength(1);
  expect(told.errors[0]?.extensions.code).toMatch(code);
  expect(told.text).not.toMatch(inside);
  expect(told.milliseconds).toBeLessThan(within);
}

const recovers = async (timeout: number): Promise<void> => {
  await expect.poll(async () => (await ask(served.url, fresh())).status, { timeout, interval: 100 }).toBe(200);
  await expect.poll(async () => (await send(new URL('/readyz', served.url), {})).status, { timeout }).toBe(200);
};

describe('row 44: the pool', () => {
  beforeEach(async () => {
    served = await serveCluster({ connections: 2, wait: 400 }, { requestTimeout: 5_000 });
  });
  afterEach(async () => await served.stop());

  it('row 44: exhausted, is said so in a second; and it is over when it is over', async () => {
    const release = await blockEvidence(served.cluster.url);
    const holding = [ask(served.url, fresh()), ask(served.url, fresh())];
    await new Promise((resolve) => setTimeout(resolve, 300));
    const told = await Promise.all(Array.from({ length: 20 }, async () => await ask(served.url, fresh())));
    // A second, on a machine with nothing else to do.
    for (const one of told) expectUnavailable(one, 'OVERLOADED');
    // What is held in memory is answered all the same.
    expect((await ask(served.url, '{ graph { version } }')).status).toBe(200);
    const metrics = await (await fetch(new URL('/metrics', served.url))).text();
    expect(metrics).toMatch(/labourgraph_database_connections\{state="busy"\} 2\n/);
    expect(metrics).toMatch(/labourgraph_errors_total\{code="OVERLOADED"\} 20\n/);
    await release();
    for (const one of await Promise.all(holding)) expect(one.status).toBe(200);
    await recovers(5_000);
  });

  it('row 65: busy with others, is said to be busy and not to be away', async () => {
    await query(
      served.cluster.url,
      `CREATE OR REPLACE FUNCTION fold(word text) RETURNS text LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE STRICT AS
       $$ BEGIN PERFORM pg_sleep(0.05); RETURN word; END $$`,
    );
    const search = (n: number): string => `{ search(query: "word${n}") { totalCount } }`;
    const told = await Promise.all(Array.from({ length: 40 }, async (_, n) => await ask(served.url, search(n))));
    const refused = told.filter(({ status }) => status !== 200);
    for (const one of refused) expectUnavailable(one, /^(OVERLOADED|TIME_LIMIT)$/, 10_000);
    expect(refused.map(({ errors }) => errors[0]?.extensions.code)).toContain('OVERLOADED');
  });

  it('row 44: a query that is compiled waits no longer than one that is not', async () => {
    const text = fresh().replace(/\(.*?\)/, '(id: $id)');
    const compiled = async (): Promise<Told> =>
      await ask(served.url, `query ($id: ID!) ${text}`, { id: /"(.*)"/.exec(fresh())?.[1] });
    const misses = async (): Promise<number> => {
      const metrics = await (await fetch(new URL('/metrics', served.url))).text();
      return Number(/labourgraph_cache_misses\{cache="evidence"\} (\d+)/.exec(metrics)?.[1]);
    };
    for (let time = 0; time < 5; time += 1) expect((await compiled()).status).toBe(200);
    const release = await blockEvidence(served.cluster.url);
    const holding = [ask(served.url, fresh()), ask(served.url, fresh())];
    await new Promise((resolve) => setTimeout(resolve, 300));
    const before = await misses();
    expectUnavailable(await compiled(), 'OVERLOADED');
    // What is asked again waits again.
    expect((await misses()) - before).toBe(1);
    await release();
    await Promise.all(holding);
  });
});

describe('the server', () => {
  beforeEach(async () => {
    served = await serveCluster({ connections: 5, wait: 500 }, { requestTimeout }, { max_connections: 15 });
  });
  afterEach(async () => await served.stop());

  it('row 45: out of connections, is said so in a second', async () => {
    const hogs: pg.Client[] = [];
    await query(
      served.cluster.url,
      'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND client_port IS NOT NULL',
    );
    for (let full = false; !full; ) {
      const hog = new pg.Client(served.cluster.url);
      hog.on('error', () => {});
      await hog.connect().then(
        () => hogs.push(hog),
        () => {
          full = true;
        },
      );
    }
    // The listener may have been quicker to come back; whoever reads the log may not.
    const told = await Promise.all(Array.from({ length: 5 }, async () => await ask(served.url, fresh())));
    const refused = told.filter(({ status }) => status !== 200);
    expect(refused.length).toBeGreaterThan(0);
    for (const one of refused) expectUnavailable(one);
    await Promise.all(hogs.map(async (hog) => await hog.end()));
    await recovers(10_000);
  });

  it('row 46: killed, is said so at once; back, it is used again without a restart', async () => {
    expect((await ask(served.url, fresh())).status).toBe(200);
    await served.cluster.kill();
    for (let time = 0; time < 20; time += 1) expectUnavailable(await ask(served.url, fresh()), /./, 1_000);
    await expect
      .poll(async () => (await send(new URL('/readyz', served.url), {})).status, { timeout: 15_000, interval: 250 })
      .toBe(503);
    expect((await send(new URL('/livez', served.url), {})).status).toBe(200);
    await served.cluster.start();
    await recovers(15_000);
    // What is written now is heard of, too.
    await query(served.cluster.url, `UPDATE "Entity" SET "summary" = 'Changed.' WHERE "id" = 'union-999'`);
    const summary = async (): Promise<unknown> =>
      (await ask(served.url, '{ union(id: "union-999") { summary } }')).data;
    await expect.poll(summary, { timeout: 10_000 }).toEqual({ union: { summary: 'Changed.' } });
  });

  it('row 46: killed while it answers, the answer is an error', async () => {
    const release = await blockEvidence(served.cluster.url);
    const asking = ask(served.url, fresh());
    await new Promise((resolve) => setTimeout(resolve, 300));
    await served.cluster.kill();
    expectUnavailable(await asking);
    await release();
    await served.cluster.start();
    await recovers(15_000);
  });

  it('row 47: frozen, every answer comes in bounded time; let go on, it is used again', async () => {
    for (let time = 0; time < 5; time += 1) await ask(served.url, fresh());
    served.cluster.freeze();
    const told = await Promise.all(Array.from({ length: 20 }, async () => await ask(served.url, fresh())));
    for (const one of told)
      expectUnavailable(one, /^(TIME_LIMIT|DATABASE_UNAVAILABLE|OVERLOADED)$/, requestTimeout + 2_000);
    expect((await ask(served.url, '{ graph { version } }')).status).toBe(200);
    await expect
      .poll(async () => (await send(new URL('/readyz', served.url), {})).status, { timeout: 15_000, interval: 250 })
      .toBe(503);
    expectUnavailable(
      await ask(served.url, fresh()),
      /^(TIME_LIMIT|DATABASE_UNAVAILABLE|OVERLOADED)$/,
      requestTimeout + 2_000,
    );
    served.cluster.thaw();
    await recovers(15_000);
  });

  it('row 47: frozen, it keeps the service from no end', async () => {
    await ask(served.url, fresh());
    served.cluster.freeze();
    const asking = ask(served.url, fresh()).catch(() => null);
    const before = performance.now();
    await served.stop();
    expect(performance.now() - before).toBeLessThan(20_000);
    await asking;
    served = { ...served, stop: async () => {} };
  });
});
