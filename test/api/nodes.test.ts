/** Whatever has an id is found by it, whatever it is; and each line of a page has what it leads to. */
import { createRequire } from 'node:module';
import { expect, onTestFinished, test } from 'vitest';
import { openGraph } from '../../src/graph/graph.ts';
import { kindDefinition, kindNames } from '../../src/registry/index.ts';
import { buildSchema } from '../../src/schema/index.ts';
import { loadNode } from '../../src/schema/node.ts';
import { seed } from '../../src/seeding/seed.ts';
import { ask } from '../ask.ts';
import { noteStatements, openMigrated } from '../database.ts';

// The copy of graphql that the schema was made with: see schema.test.ts.
const { isCompositeType, isNonNullType, isObjectType } = createRequire(import.meta.url)(
  'graphql',
) as typeof import('graphql');

const types = Object.values(buildSchema().getTypeMap()).filter(isObjectType);
const withId = types.filter((type) => 'id' in type.getFields());

interface Node {
  readonly __typename: string;
  readonly id: string;
  readonly kind?: string;
}

test('each type with an id is a node, and nothing else is', () => {
  expect(withId.length).toBeGreaterThan(20);
  for (const type of withId) {
    expect(
      type.getInterfaces().map(({ name }) => name),
      type.name,
    ).toContain('Node');
    expect(String(type.getFields()['id']?.type), type.name).toBe('ID!');
  }
});

/** Everything with an id that a query gives, wherever it stands. */
function nodesIn(value: unknown): Node[] {
  if (Array.isArray(value)) return value.flatMap(nodesIn);
  if (typeof value !== 'object' || value === null) return [];
  const own = 'id' in value ? [value as Node] : [];
  return [...own, ...Object.values(value).flatMap(nodesIn)];
}

/** Some of each type, of the project's own facts; and the kinds of which there are any. */
async function someOfEach(): Promise<{ readonly nodes: readonly Node[]; readonly kinds: readonly string[] }> {
  const lists = kindNames.map((kind) => `${kindDefinition(kind).plural}(first: 5) { nodes { __typename id kind } }`);
  const parts = 'stages { __typename id } provisions { __typename id evidence { nodes { __typename id } } }';
  const answers = await Promise.all([
    ...lists.map((list) => ask(`{ ${list} }`)),
    ask('{ relationships(first: 5) { nodes { __typename id } } evidence(first: 100) { nodes { __typename id } } }'),
    ask('{ proposals(first: 5) { nodes { terms { __typename id evidence { nodes { __typename id } } } } } }'),
    ask(`{ laws(first: 5) { nodes { ${parts} } } }`),
  ]);
  const nodes = [...new Map(nodesIn(answers).map((node) => [node.id, node])).values()];
  return { nodes, kinds: nodes.flatMap(({ kind }) => kind ?? []) };
}

test('each is given back by its id, as what it is', async () => {
  const { nodes, kinds } = await someOfEach();
  const none = kindNames.filter((kind) => !kinds.includes(kind)).map((kind) => kindDefinition(kind).graphql);
  expect([...new Set(nodes.map(({ __typename }) => __typename)), ...none].sort()).toEqual(
    withId.map(({ name }) => name).sort(),
  );
  const expected = nodes.map(({ __typename, id }) => ({ __typename, id }));
  for (let start = 0; start < nodes.length; start += 100) {
    const some = expected.slice(start, start + 100);
    const query = 'query ($ids: [ID!]!) { nodes(ids: $ids) { __typename id } }';
    expect(await ask(query, { ids: some.map(({ id }) => id) })).toEqual({ nodes: some });
  }
  for (const node of new Map(expected.map((one) => [one.__typename, one])).values())
    expect(await ask('query ($id: ID!) { node(id: $id) { __typename id } }', { id: node.id })).toEqual({ node });
});

test('however many are asked for, it takes as many statements as for one of each', async () => {
  const database = await openMigrated();
  onTestFinished(database.close);
  const { prisma } = database;
  await seed(prisma, { seedsFolder: 'seeds' });
  const some = { take: 20, select: { id: true } } as const;
  const tables = await Promise.all([
    prisma.entity.findMany(some),
    prisma.relationship.findMany(some),
    prisma.term.findMany(some),
    prisma.legislationStage.findMany(some),
    prisma.provision.findMany(some),
    prisma.evidence.findMany(some),
  ]);
  const sent = noteStatements(database);
  const statementsFor = async (ids: readonly string[]): Promise<string[]> => {
    const graph = await openGraph(database, (error) => console.error(error), 100_000_000);
    await sent();
    const nodes = await Promise.all(ids.map(async (id) => await loadNode(graph, id)));
    expect(nodes.map((node) => node?.id)).toEqual(ids);
    await graph.close();
    return await sent();
  };
  const one = await statementsFor(tables.flatMap((rows) => rows.slice(0, 1).map(({ id }) => id)));
  const many = await statementsFor(tables.flatMap((rows) => rows.map(({ id }) => id)));
  expect(many.length, many.join('\n')).toBe(one.length);
});

test('each edge says what it leads to', () => {
  const edges = types.filter(({ name }) => name.endsWith('Edge'));
  expect(edges.length).toBeGreaterThan(20);
  for (const edge of edges) {
    const { cursor, node, relationship } = edge.getFields();
    // What is drawn on a map is a relationship, and stands in no page.
    const type = (cursor === undefined ? relationship : node)?.type;
    expect(isNonNullType(type) && isCompositeType(type.ofType), edge.name).toBe(true);
  }
});
