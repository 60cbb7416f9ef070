/** Relay's runtime: what its compiler would write stands here by hand, so that the test needs no build. */
import {
  type ConcreteRequest,
  Environment,
  fetchQuery,
  type GraphQLResponse,
  Network,
  RecordSource,
  type RequestParameters,
  Store,
  type Variables,
} from 'relay-runtime';
import { expect, test } from 'vitest';
import { notingFetch, psac, url } from './notes.ts';

const scalar = (name: string) => ({ alias: null, args: null, kind: 'ScalarField', name, storageKey: null }) as const;
const whoIs = [{ defaultValue: null, kind: 'LocalArgument', name: 'id' }] as const;
const id = [{ kind: 'Variable', name: 'id', variableName: 'id' }] as const;

/** `query WhoIs($id: ID!) { <root>(id: $id) { __typename id ... on Union { name } } }`, compiled. */
function compiled(root: 'union' | 'node'): ConcreteRequest {
  const name =
    root === 'node'
      ? [{ kind: 'InlineFragment', selections: [scalar('name')], type: 'Union', abstractKey: null }]
      : [scalar('name')];
  const selections = [
    {
      alias: null,
      args: id,
      concreteType: root === 'node' ? null : 'Union',
      kind: 'LinkedField',
      name: root,
      plural: false,
      selections: [scalar('__typename'), scalar('id'), ...name],
      storageKey: null,
    },
  ];
  const text = `query WhoIs($id: ID!) { ${root}(id: $id) { __typename id ... on Union { name } } }`;
  return {
    kind: 'Request',
    fragment: {
      argumentDefinitions: whoIs,
      kind: 'Fragment',
      metadata: null,
      name: 'WhoIs',
      selections,
      type: 'Query',
      abstractKey: null,
    },
    operation: { argumentDefinitions: whoIs, kind: 'Operation', name: 'WhoIs', selections },
    params: { cacheID: root, id: null, metadata: {}, name: 'WhoIs', operationKind: 'query', text },
  } as unknown as ConcreteRequest;
}

function open() {
  const { fetch, sent } = notingFetch();
  // As Relay's own guide has it.
  const network = Network.create(
    async ({ text }: RequestParameters, variables: Variables): Promise<GraphQLResponse> => {
      const response = await fetch(url(), {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query: text, variables }),
      });
      return (await response.json()) as GraphQLResponse;
    },
  );
  return { environment: new Environment({ network, store: new Store(new RecordSource()) }), sent };
}

test.each(['union', 'node'] as const)('is answered, and keeps what it has by its id, asked by %s', async (root) => {
  const { environment, sent } = open();
  const data = await fetchQuery(environment, compiled(root), { id: 'psac' }).toPromise();
  expect(data).toEqual({ [root]: psac });
  expect(environment.getStore().getSource().get('psac')).toMatchObject({ __typename: 'Union', name: psac.name });
  expect(sent).toMatchObject([{ status: 200 }]);
});

test('is told what is wrong', async () => {
  const { environment } = open();
  const asked = fetchQuery(environment, compiled('union'), { id: {} }).toPromise();
  await expect(asked).rejects.toThrow(/ID cannot represent/);
});
