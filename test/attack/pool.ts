/** What is asked: honest questions, as docs/api.md and the dashboard ask them, and random ones over the schema. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import {
  buildClientSchema,
  type DocumentNode,
  type GraphQLInputType,
  type GraphQLSchema,
  getIntrospectionQuery,
  getNamedType,
  getNullableType,
  type IntrospectionQuery,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  print,
  typeFromAST,
} from 'graphql';
import type { Random } from '../../bench/generate/random.ts';
import { randomQueries } from '../faults/randomQueries.ts';
import { bytesOf, posted, type Question } from './envelope.ts';
import { exchange, textOf } from './sockets.ts';
import { parsed } from './verdict.ts';

export interface Pool {
  readonly schema: GraphQLSchema;
  readonly ids: readonly string[];
  /** Each is answered with data. */
  readonly honest: readonly Question[];
  /** Queries that may be refused, as many as are asked for. */
  random(seed: number, count: number): Question[];
}

const root = new URL('../..', import.meta.url).pathname;

/** Asks the service for its schema and for ids of its facts. */
export async function readPool(port: number, random: Random): Promise<Pool> {
  const data = async (query: string): Promise<unknown> => {
    const { answers } = await exchange(port, bytesOf(posted({ query })));
    const body = answers[0] === undefined ? undefined : parsed(textOf(answers[0]));
    return (body as { readonly data?: unknown } | undefined)?.data;
  };
  const schema = buildClientSchema((await data(getIntrospectionQuery())) as IntrospectionQuery);
  const { entities } = (await data('{ entities(first: 100) { nodes { id } } }')) as {
    readonly entities: { readonly nodes: readonly { readonly id: string }[] };
  };
  const ids = entities.nodes.map(({ id }) => id);
  return {
    schema,
    ids,
    honest: [...documentedQueries(), ...dashboardQueries(schema, random, ids)],
    random: (seed, numRuns) =>
      fc
        .sample(randomQueries(schema, { ids: [...ids, 'no-such-thing'] }), { seed, numRuns })
        .map(({ query }) => ({ query })),
  };
}

/** The blocks of GraphQL in docs/api.md have a query in each paragraph. */
const documentedQueries = (): Question[] =>
  [...readFileSync(`${root}docs/api.md`, 'utf8').matchAll(/^```graphql\n(.*?)^```/gms)].flatMap(([, block = '']) =>
    block.split(/\n\s*\n/).map((query) => ({ query })),
  );

/** The dashboard's operations, with variables made up for them. */
function dashboardQueries(schema: GraphQLSchema, random: Random, ids: readonly string[]): Question[] {
  const generated = readFileSync(`${root}src/generated/operations/graphql.ts`, 'utf8');
  return [...generated.matchAll(/^export const \w+Document = (\{.*\}) as unknown as /gm)].map(([, text = '']) => {
    const document = JSON.parse(text) as DocumentNode;
    const operation = document.definitions.find((one) => one.kind === 'OperationDefinition');
    const variables = Object.fromEntries(
      (operation?.variableDefinitions ?? []).flatMap(({ variable: { name }, type: node }) => {
        const type = node.kind === 'NonNullType' ? typeFromAST(schema, node) : undefined;
        return type === undefined ? [] : [[name.value, plausible(type as GraphQLInputType, random, ids)]];
      }),
    );
    return { query: print(document), operationName: operation?.name?.value, variables };
  });
}

/** A value that the type allows. */
export function plausible(type: GraphQLInputType, random: Random, ids: readonly string[]): unknown {
  const bare = getNullableType(type);
  if (isListType(bare)) return [plausible(bare.ofType, random, ids)];
  if (isEnumType(bare)) return random.pick(bare.getValues()).name;
  if (isInputObjectType(bare))
    return Object.fromEntries(
      Object.values(bare.getFields())
        .filter((field) => isNonNullType(field.type))
        .map((field) => [field.name, plausible(field.type, random, ids)]),
    );
  switch (getNamedType(bare).name) {
    case 'ID':
      return random.pick(ids);
    case 'Int':
    case 'Float':
      return 5;
    case 'Boolean':
      return false;
    case 'Date':
      return '2015-05-12';
    case '_Any':
      return { __typename: 'Union', id: random.pick(ids) };
    default:
      return 'sick leave';
  }
}
