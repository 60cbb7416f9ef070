/** What a client is told whose request cannot be read, by its body or its parameters: in our words, and true. */
import { gzipSync } from 'node:zlib';
import { describe, expect, inject, it } from 'vitest';
import { send, type Told } from './service.ts';
import { json, post, query, told } from './wrong.ts';

const url = inject('url');
const get = async (parameters: string, headers: Readonly<Record<string, string>> = {}): Promise<Told> =>
  await send(`${url}?${parameters}`, { headers });

describe('row 75: a body', () => {
  const cases: readonly (readonly [what: string, send: () => Promise<Told>, status: number, message: string])[] = [
    ['that is cut off', async () => await post('{"query": '), 400, 'The body is not JSON.'],
    [
      'that is none',
      async () => await post(''),
      400,
      'There is no query: send its text as `query`, or its hash as `extensions.persistedQuery`.',
    ],
    [
      'of an empty object',
      async () => await post({}),
      400,
      'There is no query: send its text as `query`, or its hash as `extensions.persistedQuery`.',
    ],
    ['of a number', async () => await post('1'), 400, 'The body is not JSON of an object.'],
    [
      'of several operations',
      async () => await post([{ query }]),
      400,
      'A request asks for one operation; send several one by one.',
    ],
    [
      'whose packing is damaged',
      async () => await post({ query }, { ...json, 'content-encoding': 'gzip' }),
      400,
      'The body cannot be unpacked: it is not what its content-encoding says.',
    ],
    [
      'whose packing is cut off',
      async () =>
        await post(gzipSync(JSON.stringify({ query })).subarray(0, 30), { ...json, 'content-encoding': 'gzip' }),
      400,
      'The body cannot be unpacked: it is not what its content-encoding says.',
    ],
    [
      'in an encoding that is not known',
      async () => await post({ query }, { ...json, 'content-encoding': 'zip' }),
      415,
      'The body’s encoding is not known here; send it plain, or as gzip, deflate or br.',
    ],
    [
      'in letters that are not known',
      async () => await post({ query }, { 'content-type': 'application/json; charset=utf-99' }),
      415,
      'The body’s characters are not known here; send UTF-8.',
    ],
    [
      'that is too large',
      async () => await post({ query: `${query}${'#'.repeat(120_000)}` }),
      413,
      'The body is larger than 100 kB.',
    ],
    [
      'without a query',
      async () => await post({ variables: {} }),
      400,
      'There is no query: send its text as `query`, or its hash as `extensions.persistedQuery`.',
    ],
    [
      'with an empty query',
      async () => await post({ query: '' }),
      400,
      'There is no query: send its text as `query`, or its hash as `extensions.persistedQuery`.',
    ],
    ['with a query that is no text', async () => await post({ query: 1 }), 400, '`query` must be a text.'],
    ['with a parsed query', async () => await post({ query: { kind: 'Document' } }), 400, '`query` must be a text.'],
    [
      'with variables in a text',
      async () => await post({ query, variables: '{}' }),
      400,
      '`variables` must be an object.',
    ],
    [
      'with a list of variables',
      async () => await post({ query, variables: [] }),
      400,
      '`variables` must be an object.',
    ],
    [
      'with extensions in a text',
      async () => await post({ query, extensions: '{}' }),
      400,
      '`extensions` must be an object.',
    ],
    [
      'with a name that is no text',
      async () => await post({ query, operationName: 1 }),
      400,
      '`operationName` must be a text.',
    ],
    [
      'with the hash of another',
      async () => await post({ query, extensions: { persistedQuery: { version: 1, sha256Hash: 'x' } } }),
      400,
      'provided sha does not match query',
    ],
    [
      'with a hash of another version',
      async () => await post({ query, extensions: { persistedQuery: { version: 2, sha256Hash: 'x' } } }),
      400,
      '`extensions.persistedQuery` must be an object with 1 as its version and a text as its sha256Hash.',
    ],
    [
      'with a hash that is no text',
      async () => await post({ extensions: { persistedQuery: { version: 1, sha256Hash: { a: 1 } } } }),
      400,
      '`extensions.persistedQuery` must be an object with 1 as its version and a text as its sha256Hash.',
    ],
    [
      'with a hash that is not there',
      async () => await post({ extensions: { persistedQuery: true } }),
      400,
      '`extensions.persistedQuery` must be an object with 1 as its version and a text as its sha256Hash.',
    ],
    [
      'for who takes no JSON',
      async () => await post({ query }, { ...json, accept: 'text/html' }),
      406,
      'Answers are application/json or application/graphql-response+json, of which the accept header takes neither.',
    ],
  ];
  it.each(cases)('row 75: %s', async (_, sending, status, message) => {
    expect(told(await sending())).toEqual({ status, code: 'BAD_REQUEST', message });
  });

  it.each(['PUT', 'DELETE', 'PATCH', 'OPTIONS'])('row 75: by %s', async (method) => {
    const answer = await send(url, { method, headers: json });
    expect(told(answer)).toEqual({ status: 405, code: 'BAD_REQUEST', message: 'GraphQL is asked by GET or POST.' });
    expect(answer.headers.get('allow')).toBe('GET, POST');
  });
});

it('row 75: a body that is not JSON by its type is said to be missing', async () => {
  expect(told(await post('<query/>', { 'content-type': 'application/xml' }))).toEqual({
    status: 400,
    code: 'BAD_REQUEST',
    message: 'The body is missing: send {"query": "…"} as application/json.',
  });
});

describe('row 75: the parameters of a GET', () => {
  const text = encodeURIComponent(query);
  it.each([
    ['none', '', {}, 400, 'There is no query: send its text as `query`, or its hash as `extensions.persistedQuery`.'],
    ['one twice', `query=${text}&query=${text}`, {}, 400, 'The parameter `query` is given more than once.'],
    ['variables that are not JSON', `query=${text}&variables=x`, {}, 400, '`variables` must be JSON of an object.'],
    ['variables that are a list', `query=${text}&variables=[]`, {}, 400, '`variables` must be JSON of an object.'],
    ['extensions that are not JSON', `query=${text}&extensions=x`, {}, 400, '`extensions` must be JSON of an object.'],
    [
      'a mutation',
      'query=mutation{__typename}',
      {},
      405,
      'GET requests only support query operations, not mutation operations',
    ],
    [
      'a content type',
      `query=${text}`,
      { 'content-type': 'text/xml' },
      415,
      'A GET has no body: leave the content-type header out.',
    ],
  ] as const)('row 75: %s', async (_, parameters, headers, status, message) => {
    expect(told(await get(parameters, headers))).toEqual({ status, code: 'BAD_REQUEST', message });
  });
});
