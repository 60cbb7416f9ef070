/** The cost without the answer: `X-Cost: explain`. */
import { describe, expect, inject, test } from 'vitest';
import type { Answer } from '../ask.ts';

interface Told {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Answer<unknown> & {
    readonly extensions?: { readonly cost: { readonly requested: number; readonly limit: number } };
  };
}

const type = { 'content-type': 'application/json', accept: 'application/graphql-response+json' };
const explain = { 'x-cost': 'explain' };

async function told(init: RequestInit, search = ''): Promise<Told> {
  const response = await fetch(inject('url') + search, init);
  return { status: response.status, headers: response.headers, body: (await response.json()) as Told['body'] };
}

const post = async (query: string, headers: Record<string, string>, variables = {}): Promise<Told> =>
  await told({ method: 'POST', headers: { ...type, ...headers }, body: JSON.stringify({ query, variables }) });

describe('a query is priced and not executed', () => {
  const page = 'query ($first: Int) { unions(first: $first) { nodes { name } } }';

  test('at the price that it has', async () => {
    for (const first of [1, 100]) {
      const { body } = await post(page, {}, { first });
      const dry = await post(page, explain, { first });
      expect(dry.status).toBe(200);
      expect(dry.body).toEqual({ data: null, extensions: { cost: body.extensions?.cost } });
      expect(body.extensions?.cost.requested).toBeGreaterThan(first);
    }
  });

  test('so that what goes wrong only in its execution does not', async () => {
    const query = '{ neighborhood(of: "nobody") { truncated } }';
    expect((await post(query, {})).body.errors).toHaveLength(1);
    expect((await post(query, explain)).body).toEqual({
      data: null,
      extensions: { cost: { requested: expect.any(Number) as number, limit: expect.any(Number) as number } },
    });
  });

  test('also where it costs more than it may', async () => {
    const related = (of: string): string => `relationships(first: 100) { nodes { subject { ${of} } } }`;
    const query = `{ union(id: "psac") { ${related(related(related('id')))} } }`;
    expect((await post(query, {})).body.errors).toMatchObject([{ extensions: { code: 'COST_LIMIT' } }]);
    const { cost } = (await post(query, explain)).body.extensions ?? {};
    expect(cost?.requested).toBeGreaterThan(cost?.limit ?? 0);
  });

  test('unless it is wrong', async () => {
    expect(await post('{ graf }', explain)).toMatchObject({
      status: 400,
      body: { errors: [{ extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }] },
    });
    expect(await post(page, explain, { first: 0 })).toMatchObject({
      status: 400,
      body: { errors: [{ extensions: { code: 'BAD_USER_INPUT', argument: ['first'] } }] },
    });
  });
});

test('by GET it is nothing to keep, and not taken for the answer', async () => {
  const search = `?query=${encodeURIComponent('{ union(id: "psac") { name } }')}`;
  const answer = await told({}, search);
  const tag = answer.headers.get('etag') ?? '';
  expect(tag).toMatch(/^W\//);
  expect(answer.headers.get('vary')?.toLowerCase()).toContain('x-cost');
  const dry = await told({ headers: { ...explain, 'if-none-match': tag } }, search);
  expect(dry.status).toBe(200);
  expect(dry.body).toEqual({ data: null, extensions: { cost: answer.body.extensions?.cost } });
  expect(dry.headers.get('etag')).toBeNull();
  expect(dry.headers.get('cache-control')).toBe('no-store');
});

test('the header says nothing else', async () => {
  expect(await post('{ graph { version } }', { 'x-cost': '1' })).toMatchObject({
    status: 400,
    body: { errors: [{ message: 'The header X-Cost is `explain`, for the cost without the answer, or left out.' }] },
  });
});
