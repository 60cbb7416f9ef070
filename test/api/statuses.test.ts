/** The status of an answer, by the media type that it comes as: GraphQL over HTTP lets them say more in its own. */
import { describe, expect, inject, test } from 'vitest';

const json = 'application/json';
const response = 'application/graphql-response+json';

interface Answered {
  readonly status: number;
  readonly type: string | null;
  readonly body: {
    readonly data?: unknown;
    readonly errors?: readonly { readonly extensions: { readonly code: string } }[];
  };
}

async function post(accept: string | undefined, body: unknown): Promise<Answered> {
  const answer = await fetch(inject('url'), {
    method: 'POST',
    headers: { 'content-type': json, ...(accept !== undefined && { accept }) },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  return {
    status: answer.status,
    type: answer.headers.get('content-type'),
    body: (await answer.json()) as Answered['body'],
  };
}

/** An issue that is none: found out while it is answered. */
const wrong = 'disputes(filter: { issue: "psac" }) { totalCount }';
const asked = 'query ($first: Int) { unions(first: $first) { totalCount } }';
const persistedQuery = { version: 1, sha256Hash: 'nobody has sent it' };

/** What was not executed, by its code. */
const refused: readonly (readonly [code: string, body: object])[] = [
  ['GRAPHQL_PARSE_FAILED', { query: '{' }],
  ['GRAPHQL_VALIDATION_FAILED', { query: '{ graf }' }],
  ['BAD_USER_INPUT', { query: asked, variables: { first: 'x' } }],
  ['OPERATION_RESOLUTION_FAILURE', { query: 'query A { __typename } query B { __typename }' }],
  ['DEPTH_LIMIT', { query: `{ union(id: "psac") ${'{ parent '.repeat(30)}{ id }${' }'.repeat(31)}` }],
  ['PERSISTED_QUERY_NOT_FOUND', { extensions: { persistedQuery } }],
];

describe('a request that is not executed', () => {
  test.each(refused)('%s: 400 in the type of GraphQL over HTTP, 200 in JSON', async (code, body) => {
    for (const [accept, status, type] of [
      [response, 400, `${response}; charset=utf-8`],
      [json, 200, `${json}; charset=utf-8`],
      ['*/*', 200, `${json}; charset=utf-8`],
      [undefined, 200, `${json}; charset=utf-8`],
      [`${response}, ${json};q=0.9`, 400, `${response}; charset=utf-8`],
      [`${response};q=0.1, ${json}; charset=utf-8`, 200, `${json}; charset=utf-8`],
    ] as const) {
      const answer = await post(accept, body);
      expect([answer.status, answer.type], accept).toEqual([status, type]);
      expect(answer.body.errors?.[0]?.extensions.code).toBe(code);
      expect(answer.body).not.toHaveProperty('data');
    }
  });

  test('and is no request of GraphQL at all, is 400 in either', async () => {
    for (const body of ['{', '{}', '[]', { query: '{ __typename }', variables: [] }])
      for (const accept of [json, response]) {
        const answer = await post(accept, body);
        expect([answer.status, answer.body.errors?.[0]?.extensions.code]).toEqual([400, 'BAD_REQUEST']);
      }
  });
});

test('what is executed is 200, whatever goes wrong in it', async () => {
  for (const accept of [json, response])
    for (const query of [`{ ${wrong} }`, `{ graph { version } ${wrong} }`]) {
      const answer = await post(accept, { query });
      expect(answer.status, query).toBe(200);
      expect(answer.body.errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
      expect(answer.body).toHaveProperty('data');
    }
});
