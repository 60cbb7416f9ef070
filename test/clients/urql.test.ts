/** urql, as it is where nothing is set: it asks by GET as long as the address is short enough. */
import { Client, cacheExchange, fetchExchange } from '@urql/core';
import { describe, expect, test } from 'vitest';
import { graphqlResponse, notingFetch, psac, refused, url, whoIs } from './notes.ts';

const open = () => {
  const { fetch, sent } = notingFetch();
  return { client: new Client({ url: url(), exchanges: [cacheExchange, fetchExchange], fetch }), sent };
};

test('is answered by GET', async () => {
  const { client, sent } = open();
  const { data, error, extensions } = await client.query(whoIs, { id: 'psac' });
  expect(error).toBeUndefined();
  expect(data).toEqual({ union: psac });
  expect(extensions).toHaveProperty('graph.version');
  expect(sent).toEqual([{ method: 'GET', status: 200, type: graphqlResponse }]);
});

test('is answered by POST where the address would be too long', async () => {
  const { client, sent } = open();
  const aliases = Array.from({ length: 90 }, (_, index) => `anotherName${index}: union(id: $id) { name }`).join(' ');
  const { data, error } = await client.query(`query Long($id: ID!) { ${aliases} }`, { id: 'psac' });
  expect([error, Object.keys(data ?? {}).length]).toEqual([undefined, 90]);
  expect(sent.map(({ method }) => method)).toEqual(['POST']);
});

describe('is told what is wrong', () => {
  test.each(Object.entries(refused))('with %s', async (_, { query, variables, says }) => {
    const { client } = open();
    const { error } = await client.query(query, variables);
    expect(error?.networkError).toBeUndefined();
    expect(error?.graphQLErrors.map(({ message }) => message)).toEqual([expect.stringMatching(says)]);
  });
});
