/** More than the service can carry. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { blockEvidence, fresh, type ServedCluster, serveCluster } from './served.ts';
import { ask } from './service.ts';

let served: ServedCluster;
beforeAll(async () => {
  served = await serveCluster({ connections: 4, wait: 5_000 }, { maxInFlight: 8, maxCostInFlight: 2_000 });
});
afterAll(async () => await served.stop());

it('row 44: of requests beyond what may be in flight, each is sent away at once', async () => {
  const release = await blockEvidence(served.cluster.url);
  const holding = Array.from({ length: 8 }, async () => await ask(served.url, fresh()));
  await new Promise((resolve) => setTimeout(resolve, 500));
  const told = await Promise.all(Array.from({ length: 30 }, async () => await ask(served.url, fresh())));
  for (const { status, headers, errors, milliseconds } of told) {
    expect({ status, code: errors[0]?.extensions.code }).toEqual({ status: 503, code: 'OVERLOADED' });
    expect(headers.get('retry-after')).toBe('1');
    // At once: what is held up is held up for as long as this test likes.
    expect(milliseconds).toBeLessThan(5_000);
  }
  await release();
  for (const { status } of await Promise.all(holding)) expect(status).toBe(200);
  expect((await ask(served.url, fresh())).status).toBe(200);
  const metrics = await (await fetch(new URL('/metrics', served.url))).text();
  expect(metrics).toMatch(/labourgraph_requests_turned_away 30\n/);
  expect(metrics).toMatch(/labourgraph_requests_in_flight 0\n/);
  expect(metrics).toMatch(/labourgraph_cost_in_flight 0\n/);
});

it('row 44: of requests that are answered from memory, so many are let in at a time too', async () => {
  const together = async (count: number): Promise<number[]> => {
    const told = await Promise.all(Array.from({ length: count }, async () => await ask(served.url, '{ __typename }')));
    return told.map(({ status }) => status);
  };
  // Connections are open then, and all of them are read in one turn.
  await together(60);
  const statuses = await together(60);
  expect(new Set(statuses)).toEqual(new Set([200, 503]));
  expect(await together(4)).toEqual([200, 200, 200, 200]);
});

it('row 44: costly operations are sent away sooner, unless one comes alone', async () => {
  const costly = (): string =>
    fresh().replace(
      'evidence {',
      'relationships(first: 100) { nodes { subject { id evidence { nodes { article { id } } } } } } evidence {',
    );
  const release = await blockEvidence(served.cluster.url);
  const holding = Array.from({ length: 2 }, async () => await ask(served.url, costly()));
  await new Promise((resolve) => setTimeout(resolve, 500));
  const told = await Promise.all(Array.from({ length: 3 }, async () => await ask(served.url, costly())));
  await release();
  const held = await Promise.all(holding);
  expect(held[0]?.extensions['cost']).toMatchObject({ requested: expect.any(Number) as number });
  const statuses = [...told, ...held].map(({ status }) => status);
  expect(statuses.filter((status) => status === 503).length).toBeGreaterThanOrEqual(2);
  for (const { status, errors } of told) if (status === 503) expect(errors[0]?.extensions.code).toBe('OVERLOADED');
  expect((await ask(served.url, costly())).status).toBe(200);
  const alone = await ask(
    served.url,
    '{ entities(first: 100) { nodes { relationships(first: 30) { nodes { id } } } } }',
  );
  expect(alone).toMatchObject({ status: 200, extensions: { cost: { requested: 300 + 3_201 } } });
});

it('row 44: at several times of what can be carried there are answers and 503, and nothing else; then it is as before', async () => {
  const statuses = new Map<number, number>();
  const until = performance.now() + 5_000;
  const asking = Array.from({ length: 64 }, async () => {
    while (performance.now() < until) {
      const { status } = await ask(served.url, `{ search(query: "never ${Math.random()}") { totalCount } }`);
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
    }
  });
  await Promise.all(asking);
  expect([...statuses.keys()].sort()).toEqual([200, 503]);
  const after = await ask(served.url, fresh());
  expect(after.status).toBe(200);
  expect(after.milliseconds).toBeLessThan(5_000);
});
