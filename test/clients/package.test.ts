/** The package for clients: its settings in the caches of Apollo Client 4 and 3 and of urql, and its queries. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { ApolloClient, HttpLink, InMemoryCache, type TypePolicies } from '@apollo/client';
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { Client, fetchExchange } from '@urql/core';
import { type CacheExchangeOpts, cacheExchange } from '@urql/exchange-graphcache';
import {
  ApolloClient as ApolloClient3,
  HttpLink as HttpLink3,
  InMemoryCache as InMemoryCache3,
} from 'apollo-client-3/core/index.js';
import { parse } from 'graphql';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { SearchDocument } from '../../src/generated/client/documents.ts';
import { notingFetch, url } from './notes.ts';

interface Package {
  readonly possibleTypes: Record<string, string[]>;
  readonly typePolicies: TypePolicies;
  readonly graphcache: CacheExchangeOpts;
}

const folder = mkdtempSync(join(tmpdir(), 'labourgraph-client-'));
let made: Package;
beforeAll(async () => {
  const { status, stderr } = spawnSync('node', ['--import', 'tsx', 'src/client/make.ts', folder], { encoding: 'utf8' });
  expect([status, stderr]).toEqual([0, '']);
  made = (await import(join(folder, 'index.js'))) as Package;
});
afterAll(() => rmSync(folder, { recursive: true }));

type Query<Data = unknown> = TypedDocumentNode<Data, Record<string, unknown>>;
/** Asks the service; or the cache alone. */
type Ask = (query: Query, variables: Record<string, unknown>, cached?: true) => Promise<unknown>;

const clients: Readonly<Record<string, (fetch: typeof globalThis.fetch) => Ask>> = {
  'Apollo Client 4': (fetch) => {
    const client = new ApolloClient({ link: new HttpLink({ uri: url(), fetch }), cache: new InMemoryCache(made) });
    return async (query, variables, cached) =>
      (await client.query({ query, variables, fetchPolicy: cached ? 'cache-only' : 'network-only' })).data;
  },
  'Apollo Client 3': (fetch) => {
    const cache = new InMemoryCache3(made as never);
    const client = new ApolloClient3({ link: new HttpLink3({ uri: url(), fetch }), cache });
    return async (query, variables, cached) =>
      (await client.query({ query, variables, fetchPolicy: cached ? 'cache-only' : 'network-only' })).data;
  },
  'urql with graphcache': (fetch) => {
    const exchanges = [cacheExchange(made.graphcache), fetchExchange];
    const client = new Client({ url: url(), fetch, exchanges });
    return async (query, variables, cached) => {
      const requestPolicy = cached ? 'cache-only' : 'network-only';
      const { data, error } = await client.query(query, variables, { requestPolicy });
      if (error) throw error;
      return data;
    };
  },
};

// What a cache lacks or loses it complains of.
const complaints: unknown[][] = [];
beforeEach(() => {
  complaints.length = 0;
  for (const method of ['error', 'warn'] as const)
    vi.spyOn(console, method).mockImplementation((...told: unknown[]) => void complaints.push(told));
});
afterEach(() => {
  vi.restoreAllMocks();
  expect(complaints).toEqual([]);
});

/** A fragment on an interface; an object without an id, of which two queries read different parts. */
const when = parse(`query When($id: ID!) { entity(id: $id) { __typename id ...When } }
  fragment When on Dated { start { __typename edtf } }`) as Query;
const bounds = parse(
  `query Bounds($id: ID!) { event(id: $id) { __typename id start { __typename earliest } } }`,
) as Query;

test.each(Object.entries(clients))('%s keeps what it has read', async (_, open) => {
  const { fetch, sent } = notingFetch();
  const ask = open(fetch);
  const variables = { id: 'bill-c-59-introduced' };
  const first = await ask(when, variables);
  expect(first).toEqual({
    entity: { __typename: 'Event', ...variables, start: { __typename: 'PartialDate', edtf: '2015-05-07' } },
  });
  await ask(bounds, variables);
  expect(await ask(when, variables, true)).toEqual(first);
  expect(sent).toHaveLength(2);
});

test.each(Object.entries(clients))('%s asks what the dashboard asks, whole', async (_, open) => {
  const { fetch } = notingFetch();
  const ask = open(fetch);
  const variables = { query: 'AFPC', language: 'EN' };
  const answer = await ask(SearchDocument as Query, variables);
  expect(answer).toMatchObject({ search: { edges: [{ node: { id: 'psac' } }] } });
  expect(await ask(SearchDocument as Query, variables, true)).toEqual(answer);
});

test('what has an id is kept by it, what has none is joined at its place, and the lines of a list are not mixed', () => {
  const { typePolicies, graphcache } = made;
  expect([typePolicies['Evidence'], typePolicies['PartialDate'], typePolicies['Name']]).toEqual([
    { keyFields: ['id'] },
    { keyFields: false, merge: true },
    { keyFields: false },
  ]);
  expect(graphcache.keys?.['Name']?.({ __typename: 'Name' })).toBeNull();
  expect(graphcache.keys).not.toHaveProperty('Union');
});

test('it holds what its description says', () => {
  expect(readdirSync(folder).sort()).toEqual(
    ['LICENSE', 'README.md', 'index.d.ts', 'index.js', 'package.json', 'schema.graphql'].sort(),
  );
});

test('its declarations are what the caches take, and say nothing of any type', () => {
  expect(readFileSync(join(folder, 'index.d.ts'), 'utf8')).not.toMatch(/\bany\b/);
  const user = mkdtempSync(join(tmpdir(), 'labourgraph-user-'));
  try {
    symlinkSync(resolve('node_modules'), join(user, 'node_modules'));
    writeFileSync(
      join(user, 'use.ts'),
      `import { InMemoryCache } from '@apollo/client';
import { cacheExchange } from '@urql/exchange-graphcache';
import { graphcache, possibleTypes, typePolicies } from '${folder}/index.js';
export const caches = [cacheExchange(graphcache), new InMemoryCache({ possibleTypes, typePolicies })];
`,
    );
    const options = ['--noEmit', '--strict', '--skipLibCheck', '--module', 'nodenext', '--target', 'es2022'];
    const { status, stdout } = spawnSync(resolve('node_modules/.bin/tsc'), [...options, 'use.ts'], {
      cwd: user,
      encoding: 'utf8',
    });
    expect([status, stdout]).toEqual([0, '']);
  } finally {
    rmSync(user, { recursive: true });
  }
});
