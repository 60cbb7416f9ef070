/** What is asked in one turn goes to the service as one request, and each gets what it would have got by itself. */
import { Client, type CombinedError, fetchExchange, type OperationResult } from '@urql/core';
import { buildSchema, graphql, parse } from 'graphql';
import { describe, expect, test } from 'vitest';
import { keepAnswers } from '../../src/dashboard/kept.ts';
import { costs, grouped, limits } from '../../src/dashboard/merged.ts';
import { askTogether } from '../../src/dashboard/together.ts';

const schema = buildSchema(`
  type Query { thing(id: ID!): Thing, things(first: Int): [Thing!]!, broken: Thing, allBroken: Thing! }
  type Thing { id: ID! name(language: String): String, broken: String, parts: [Thing!]! }
`);

const thing = (id: string): object => ({
  id,
  name: ({ language }: { language?: string }) => `${id} ${language ?? ''}`,
  broken: () => Promise.reject(new Error('broken within')),
  parts: () => [thing(`${id}-1`), thing(`${id}-2`)],
});
const root = {
  thing: ({ id }: { id: string }) => thing(id),
  things: () => [thing('a'), thing('b')],
  broken: () => Promise.reject(new Error('broken')),
  allBroken: () => Promise.reject(new Error('all broken')),
};

interface Body {
  readonly query: string;
  readonly variables?: Record<string, unknown>;
}

/** A client of a service in this process. @param instead what the service does with a request, if not answer it. */
function open(instead: (body: Body) => Response | Promise<Response> | undefined = () => undefined) {
  const sent: Body[] = [];
  const fetch = async (_: unknown, init?: RequestInit): Promise<Response> => {
    const body = JSON.parse(String(init?.body)) as Body;
    sent.push(body);
    const { query, variables } = body;
    return (
      (await instead(body)) ??
      Response.json(await graphql({ schema, source: query, rootValue: root, variableValues: variables ?? null }))
    );
  };
  const exchanges = [keepAnswers, askTogether, fetchExchange];
  return { client: new Client({ url: 'http://service/', exchanges, fetch, preferGetMethod: false }), sent };
}

const fragment = 'fragment Named on Thing { id name(language: $language) }';
const queries = {
  thing: `query A($id: ID!, $language: String) { thing(id: $id) { ...Named } } ${fragment}`,
  things: `query B($id: ID!, $language: String) { things { ...Named } it: thing(id: $id) { id } } ${fragment}`,
  parts: 'query C($id: ID!) { thing(id: $id) { parts { id } } }',
  broken: 'query D { broken { id } }',
  brokenWithin: 'query E($id: ID!) { thing(id: $id) { id broken } }',
  allBroken: 'query F { allBroken { id } }',
} as const;

const variables = { id: 'x', language: 'fr' };

const ask = async (client: Client, names: readonly (keyof typeof queries)[]): Promise<OperationResult[]> =>
  await Promise.all(
    names.map(async (name) => await client.query(queries[name], name.startsWith('broken') ? { id: 'x' } : variables)),
  );

/** An answer without what differs by how it was asked. */
const told = ({ data, error }: { data?: unknown; error?: CombinedError | undefined }) => ({
  data,
  errors: error?.graphQLErrors.map(({ message, path }) => ({ message, path })),
});

describe('what is asked in one turn', () => {
  test.each([
    [['thing', 'things', 'parts']],
    [['thing', 'broken', 'things']],
    [['brokenWithin', 'parts', 'brokenWithin', 'broken']],
  ] as const)('is one request, and answered as if each of %s were asked alone', async (names) => {
    const { client, sent } = open();
    const answers = await ask(client, names);
    expect(sent.length).toBe(1);
    for (const [index, name] of names.entries()) {
      const alone = open();
      const [expected] = await ask(alone.client, [name]);
      expect(answers[index]).toBeDefined();
      expect(told(answers[index] as OperationResult)).toEqual(told(expected as OperationResult));
    }
  });

  test('has each fragment and each variable once', async () => {
    const { client, sent } = open();
    await ask(client, ['thing', 'things']);
    const [{ query, variables: given } = { query: '', variables: {} }] = sent;
    expect(query.match(/fragment Named/g)?.length).toBe(1);
    expect(query.match(/\$id: ID!/g)?.length).toBe(1);
    expect(given).toEqual(variables);
  });

  test('is asked one by one if none can be answered since one cannot', async () => {
    const { client, sent } = open();
    const [one, other] = await ask(client, ['thing', 'allBroken']);
    expect(sent.length).toBe(3);
    expect(one?.data).toEqual({ thing: { id: 'x', name: 'x fr' } });
    expect(one?.error).toBeUndefined();
    expect(other?.error?.graphQLErrors.map(({ message }) => message)).toEqual(['all broken']);
  });

  test('is asked one by one if together it is refused', async () => {
    const { client, sent } = open(({ query }) =>
      query.includes('_1_')
        ? Response.json({ errors: [{ message: 'too much', extensions: { code: 'COST_LIMIT' } }] }, { status: 400 })
        : undefined,
    );
    const answers = await ask(client, ['thing', 'parts']);
    expect(sent.length).toBe(3);
    expect(answers.map(({ data, error }) => [data?.thing !== undefined, error])).toEqual([
      [true, undefined],
      [true, undefined],
    ]);
  });

  test.each([
    ['is busy', () => Response.json({ errors: [{ message: 'busy' }] }, { status: 503 })],
    ['cannot be reached', () => Promise.reject(new TypeError('no network'))],
  ])('fails as one if the service %s', async (_, instead) => {
    const { client, sent } = open(instead);
    const answers = await ask(client, ['thing', 'parts']);
    expect(sent.length).toBe(1);
    expect(answers.map(({ error }) => error === undefined)).toEqual([false, false]);
    expect(answers[0]?.error?.response?.status).toBe(answers[1]?.error?.response?.status);
  });

  test('is told what of its own lists is cut, and of which data it is', async () => {
    const truncated = [
      { path: ['_0_thing', 'parts'], given: 2, atLeast: 3 },
      { path: ['_1_things'], given: 2, atLeast: 4 },
    ];
    const { client } = open(() =>
      Response.json({
        data: { _0_thing: { id: 'x' }, _1_things: [], _1_it: null },
        extensions: { truncated, graph: { version: 7 } },
      }),
    );
    const [one, other] = await ask(client, ['thing', 'things']);
    expect(one?.extensions).toEqual({
      truncated: [{ path: ['thing', 'parts'], given: 2, atLeast: 3 }],
      graph: { version: 7 },
    });
    expect(other?.extensions?.['truncated']).toEqual([{ path: ['things'], given: 2, atLeast: 4 }]);
  });

  test('is still answered where one of it is not wanted any more', async () => {
    const { client, sent } = open();
    const gone = client.query(queries.parts, variables).subscribe(() => expect.fail('it was given up'));
    const answer = client.query(queries.thing, variables).toPromise();
    await Promise.resolve();
    gone.unsubscribe();
    expect((await answer).data).toEqual({ thing: { id: 'x', name: 'x fr' } });
    expect(sent.map(({ query }) => query.includes('parts'))).toEqual([false]);
  });

  test('is asked in several requests where its variables are not the same', async () => {
    const { client, sent } = open();
    const [one, other] = await Promise.all(['x', 'y'].map(async (id) => await client.query(queries.parts, { id })));
    expect(sent.length).toBe(2);
    expect([one?.data?.thing.parts[0].id, other?.data?.thing.parts[0].id]).toEqual(['x-1', 'y-1']);
  });
});

test('a request stops once nobody wants any of its answers', async () => {
  const signals: AbortSignal[] = [];
  const fetch = async (_: unknown, init?: RequestInit): Promise<Response> =>
    await new Promise((_resolve, reject) => {
      if (init?.signal) signals.push(init.signal);
      init?.signal?.addEventListener('abort', () => reject(new Error('aborted')));
    });
  const exchanges = [keepAnswers, askTogether, fetchExchange];
  const client = new Client({ url: 'http://service/', exchanges, fetch, preferGetMethod: false });
  const both = [queries.thing, queries.parts].map((query) => client.query(query, variables).subscribe(() => undefined));
  await expect.poll(() => signals.length).toBe(1);
  both[0]?.unsubscribe();
  expect(signals[0]?.aborted).toBe(false);
  both[1]?.unsubscribe();
  expect(signals[0]?.aborted).toBe(true);
});

test('what was answered is kept, unless it is asked anew', async () => {
  const { client, sent } = open();
  await ask(client, ['thing', 'parts']);
  await ask(client, ['parts', 'thing']);
  expect(sent.length).toBe(1);
  await client.query(queries.thing, variables, { requestPolicy: 'network-only' });
  expect(sent.length).toBe(2);
});

test('what together would pass a limit is asked in several requests, the first first', () => {
  const fields = Array.from({ length: limits.selections / 4 }, (_, index) => `field${index}`).join(' ');
  const all = ['a', 'b', 'c', 'd', 'e'].map((name) => ({ query: parse(`{ ${name} { ${fields} } }`), variables: {} }));
  expect(grouped(all).map(({ parts }) => parts.map((one) => all.indexOf(one)))).toEqual([
    [0, 1, 2],
    [3, 4],
  ]);
  const small = Array.from({ length: limits.aliases + 1 }, () => ({ query: parse('{ a }'), variables: {} }));
  expect(grouped(small).map(({ parts }) => parts.length)).toEqual([limits.aliases, 1]);
  const priced = [0.5, 0.6, 0.5, 0.1, 2].map((share) => {
    const query = parse('{ a }');
    costs.set(query, limits.cost * share);
    return { query, variables: {} };
  });
  expect(grouped(priced).map(({ parts }) => parts.map((one) => priced.indexOf(one)))).toEqual([[0, 2], [1, 3], [4]]);
});
