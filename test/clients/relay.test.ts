/** Relay's runtime: what its compiler would write stands here by hand, so that the test needs no build. */
import {
  type ConcreteRequest,
  createOperationDescriptor,
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
import { ask } from '../ask.ts';
import { notingFetch, psac, url } from './notes.ts';

const scalar = (name: string) => ({ alias: null, args: null, kind: 'ScalarField', name, storageKey: null }) as const;
const whoIs = [{ defaultValue: null, kind: 'LocalArgument', name: 'id' }] as const;
const id = [{ kind: 'Variable', name: 'id', variableName: 'id' }] as const;

const linked = (name: string, concreteType: string, selections: readonly unknown[], plural = false) =>
  ({ alias: null, args: null, concreteType, kind: 'LinkedField', name, plural, selections, storageKey: null }) as const;

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

/**
 * `query Events($before: String) { events(last: 10, before: $before) @connection(key: "Events") { edges { node { id } } } }`,
 * compiled: the compiler asks for what the connection handler needs, and reads what that has put together.
 */
function compiledPages(): ConcreteRequest {
  const info = linked(
    'pageInfo',
    'PageInfo',
    ['hasPreviousPage', 'startCursor', 'hasNextPage', 'endCursor'].map(scalar),
  );
  const node = linked('node', 'Event', [scalar('id'), scalar('__typename')]);
  const selections = [linked('edges', 'EventEdge', [node, scalar('cursor')], true), info];
  const args = [
    { kind: 'Variable', name: 'before', variableName: 'before' },
    { kind: 'Literal', name: 'last', value: 10 },
  ];
  const argumentDefinitions = [{ defaultValue: null, kind: 'LocalArgument', name: 'before' }];
  const field = { ...linked('events', 'EventConnection', selections), args };
  const handle = { alias: null, args, filters: null, handle: 'connection', key: 'Events', kind: 'LinkedHandle' };
  const read = { ...linked('__Events_connection', 'EventConnection', selections), alias: 'events' };
  const text = `query Events($before: String) { events(last: 10, before: $before) {
    edges { node { id __typename } cursor } pageInfo { hasPreviousPage startCursor hasNextPage endCursor } } }`;
  return {
    kind: 'Request',
    fragment: {
      argumentDefinitions,
      kind: 'Fragment',
      metadata: null,
      name: 'Events',
      selections: [read],
      type: 'Query',
    },
    operation: {
      argumentDefinitions,
      kind: 'Operation',
      name: 'Events',
      selections: [field, { ...handle, name: 'events' }],
    },
    params: { cacheID: 'events', id: null, metadata: {}, name: 'Events', operationKind: 'query', text },
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

test('pages backwards, and its connection handler puts the pages together', async () => {
  interface Events {
    readonly edges: readonly { readonly node: { readonly id: string } }[];
    readonly pageInfo: { readonly hasPreviousPage: boolean; readonly startCursor: string };
  }
  const { environment, sent } = open();
  const request = compiledPages();
  let read: Events | undefined;
  do {
    const variables = { before: read?.pageInfo.startCursor ?? null };
    environment.retain(createOperationDescriptor(request, variables));
    const data = await fetchQuery(environment, request, variables, { fetchPolicy: 'network-only' }).toPromise();
    read = (data as { events: Events }).events;
  } while (read.pageInfo.hasPreviousPage);
  const { events } = await ask<{ events: { nodes: { id: string }[] } }>('{ events(first: 100) { nodes { id } } }');
  expect(read.edges.map(({ node }) => node.id)).toEqual(events.nodes.map((event) => event.id));
  expect(read.pageInfo).toMatchObject({ hasNextPage: false });
  expect(sent.length).toBe(Math.ceil(events.nodes.length / 10));
  expect(sent.length).toBeGreaterThan(1);
});

test('is told what is wrong', async () => {
  const { environment } = open();
  const asked = fetchQuery(environment, compiled('union'), { id: {} }).toPromise();
  await expect(asked).rejects.toThrow(/ID cannot represent/);
});
