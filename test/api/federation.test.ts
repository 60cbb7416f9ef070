/** The graph as a part of a federated one: it composes with another, and gives what a router asks for. */
import { composeServices } from '@theguild/federation-composition';
import { parse } from 'graphql';
import { describe, expect, inject, test } from 'vitest';
import { ask, post } from '../ask.ts';
import { openMigrated } from '../database.ts';
import { serve } from '../faults/service.ts';

const sdlOf = async (): Promise<string> =>
  (await ask<{ _service: { sdl: string } }>('{ _service { sdl } }'))._service.sdl;

/** Another part of a graph: what unions pay their members in strikes. */
const payroll = `
  extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key", "@shareable"])
  type Query { strikeFunds: FundConnection }
  type FundConnection { nodes: [Fund!]!, pageInfo: PageInfo! }
  type Fund { union: Union!, weekly: Int }
  type Union @key(fields: "id") { id: ID!, strikeFund: Fund }
  type PageInfo @shareable { hasNextPage: Boolean!, hasPreviousPage: Boolean!, startCursor: String, endCursor: String }`;

test('it composes with another part, which adds fields to what has an id', async () => {
  const sdl = await sdlOf();
  expect(sdl).not.toMatch(/_entities|_Any|_Service/);
  const composed = composeServices([
    { name: 'labourgraph', typeDefs: parse(sdl) },
    { name: 'payroll', typeDefs: parse(payroll) },
  ]);
  expect(composed.errors ?? []).toEqual([]);
  const { supergraphSdl = '' } = composed;
  expect(supergraphSdl).toMatch(/strikeFund: Fund @join__field\(graph: PAYROLL\)/);
  for (const type of ['Union', 'Relationship', 'Evidence'])
    expect(supergraphSdl, type).toMatch(new RegExp(`type ${type} [^{]*@join__type\\(graph: LABOURGRAPH, key: "id"\\)`));
});

const query = `query ($representations: [_Any!]!) {
  _entities(representations: $representations) { __typename ... on Node { id } ... on Union { name } }
}`;

describe('what a router refers to', () => {
  const psac = { __typename: 'Union', id: 'psac' };
  const holds = { __typename: 'Relationship', id: 'tony-clement.HOLDS.president-of-the-treasury-board' };

  test('is given in its order, null where there is nothing of that type with that id', async () => {
    const representations = [holds, psac, { ...psac, __typename: 'Person' }, { ...psac, id: 'nobody' }, psac];
    const union = { ...psac, name: 'Public Service Alliance of Canada' };
    // Asked often it is compiled, and says the same.
    for (let time = 0; time < 6; time += 1)
      expect(await ask(query, { representations })).toEqual({ _entities: [holds, union, null, null, union] });
    expect(await ask('{ _entities(representations: [{ __typename: "Union", id: "psac" }]) { __typename } }')).toEqual({
      _entities: [{ __typename: 'Union' }],
    });
  });

  test.each([['psac'], [1], [{ id: 'psac' }], [{ __typename: 'Union' }], [{ __typename: 'Union', id: 7 }]])(
    'is refused where it is none: %j',
    async (one) => {
      expect((await post(query, { representations: [psac, one] })).body.errors).toMatchObject([
        { extensions: { code: 'BAD_USER_INPUT', argument: ['representations'] } },
      ]);
    },
  );

  test('is priced one by one, and bounded as the ids of nodes are', async () => {
    const asked = async (count: number) =>
      (await post(query, { representations: Array.from({ length: count }, () => psac) })).body as {
        readonly errors?: unknown;
        readonly extensions: { readonly cost: { readonly requested: number } };
      };
    expect((await asked(1)).extensions.cost.requested).toBe(1);
    const most = await asked(100);
    expect([most.extensions.cost.requested, most.errors]).toEqual([100, undefined]);
    expect((await asked(101)).errors).toMatchObject([
      { extensions: { code: 'BAD_USER_INPUT', argument: ['representations'], allowed: 'at most 100' } },
    ]);
    expect((await asked(251)).errors).toMatchObject([{ extensions: { code: 'INPUT_LIMIT' } }]);
  });
});

test('a router that asks for it has no field of its answer timed', async () => {
  const response = await fetch(inject('url'), {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'apollo-federation-include-trace': 'ftv1' },
    body: JSON.stringify({ query: '{ union(id: "psac") { id } }' }),
  });
  expect(((await response.json()) as { extensions: object }).extensions).not.toHaveProperty('ftv1');
});

test('where the schema may not be asked for, a router is not given it either', async () => {
  const database = await openMigrated();
  const own = await serve(database, { introspection: false });
  const response = await fetch(own.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: '{ _service { sdl } }' }),
  });
  expect(await response.json()).toMatchObject({
    errors: [{ message: 'The schema cannot be asked for here.', extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }],
  });
  await own.stop();
  await database.close();
});
