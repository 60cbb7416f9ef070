/** graphql-request by GET, with its defaults otherwise. */
import { ClientError, GraphQLClient } from 'graphql-request';
import { describe, expect, test } from 'vitest';
import { graphqlResponse, notingFetch, psac, refused, url, whoIs } from './notes.ts';

const open = (method: 'GET' | 'POST') => {
  const { fetch, sent } = notingFetch();
  return { client: new GraphQLClient(url(), { method, fetch }), sent };
};

test.each(['GET', 'POST'] as const)('is answered by %s', async (method) => {
  const { client, sent } = open(method);
  expect(await client.request(whoIs, { id: 'psac' })).toEqual({ union: psac });
  expect(sent).toEqual([{ method, status: 200, type: graphqlResponse }]);
});

describe.each(['GET', 'POST'] as const)('by %s, is told what is wrong', (method) => {
  test.each(Object.entries(refused))('with %s', async (_, { query, variables, says }) => {
    const { client } = open(method);
    const error = await client.request(query, variables).catch((cause: unknown) => cause);
    expect(error).toBeInstanceOf(ClientError);
    expect((error as ClientError).response.errors?.map(({ message }) => message)).toEqual([
      expect.stringMatching(says),
    ]);
  });
});
