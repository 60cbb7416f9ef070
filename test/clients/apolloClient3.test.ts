/** Apollo Client 3 with its defaults: it reads no error of an answer whose status is not 200. */
import { ApolloClient, ApolloError, gql, HttpLink, InMemoryCache } from 'apollo-client-3/core/index.js';
import { describe, expect, test } from 'vitest';
import { json, notingFetch, psac, refused, url, whoIs } from './notes.ts';

const open = () => {
  const { fetch, sent } = notingFetch();
  const link = new HttpLink({ uri: url(), fetch });
  return { client: new ApolloClient({ link, cache: new InMemoryCache() }), sent };
};

test('is answered, and keeps what it has by its type and id', async () => {
  const { client, sent } = open();
  const { data } = await client.query({ query: gql(whoIs), variables: { id: 'psac' } });
  expect(data).toEqual({ union: psac });
  expect(client.cache.extract()).toHaveProperty('Union:psac');
  expect(sent).toEqual([{ method: 'POST', status: 200, type: json }]);
});

describe('is told what is wrong', () => {
  test.each(Object.entries(refused))('with %s', async (_, { query, variables, says }) => {
    const { client } = open();
    const error = await client.query({ query: gql(query), variables }).catch((cause: unknown) => cause);
    expect(error).toBeInstanceOf(ApolloError);
    const { graphQLErrors, networkError } = error as ApolloError;
    expect(networkError).toBeNull();
    expect(graphQLErrors.map(({ message }) => message)).toEqual([expect.stringMatching(says)]);
  });
});
