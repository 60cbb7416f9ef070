/** What an operation costs with its variables: worked out once for each that makes a difference, and remembered. */
import {
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  visit,
} from 'graphql';
import { type ComplexityEstimator, getComplexity } from 'graphql-query-complexity';
import { LRUCache } from 'lru-cache';
import { BadInput } from '../../graph/badInput.ts';
import { priceOf } from './price.ts';

/** How many sets of variables are remembered of an operation. */
const remembered = 100;

type Variables = Readonly<Record<string, unknown>>;

interface Known {
  /** The variables that the cost can depend on: how many are asked for, and what is left out. */
  readonly decisive: readonly string[];
  readonly costs: LRUCache<string, number>;
}

/**
 * Gives the cost of an operation; undefined if its variables do not fit it, so that it will not be executed.
 * @throws GraphQLError if an argument is not what its field takes: what is not priced is not executed.
 */
export type CostOf = (
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Variables,
) => number | undefined;

/** Prices operations of a schema. */
export function costs(schema: GraphQLSchema): CostOf {
  const known = new WeakMap<OperationDefinitionNode, Known>();
  const estimators = [priceOf(schema)];
  return (document, operation, variables) => {
    // Apollo Server gives the same document for the same text, as long as it holds it.
    let one = known.get(operation);
    if (one === undefined) {
      one = { decisive: decisiveVariables(document), costs: new LRUCache({ max: remembered }) };
      known.set(operation, one);
    }
    const key = keyOf(one.decisive, variables);
    const before = key === undefined ? undefined : one.costs.get(key);
    if (before !== undefined) return before;
    const cost = workOut(schema, estimators, document, operation, variables);
    if (key !== undefined && cost !== undefined) one.costs.set(key, cost);
    return cost;
  };
}

function workOut(
  schema: GraphQLSchema,
  estimators: ComplexityEstimator[],
  query: DocumentNode,
  { name }: OperationDefinitionNode,
  variables: Variables,
): number | undefined {
  try {
    return getComplexity({
      schema,
      estimators,
      query,
      variables,
      // It has been counted: see document.ts.
      maxQueryNodes: Number.POSITIVE_INFINITY,
      ...(name !== undefined && { operationName: name.value }),
    });
  } catch (error) {
    if (error instanceof GraphQLError && error.nodes?.[0]?.kind === Kind.VARIABLE_DEFINITION) return undefined;
    throw badArgument(error);
  }
}

const badArgument = (error: unknown): GraphQLError =>
  new GraphQLError(error instanceof Error ? error.message : String(error), {
    nodes: error instanceof GraphQLError ? (error.nodes ?? null) : null,
    originalError: error instanceof BadInput ? error : null,
    extensions: { code: 'BAD_USER_INPUT', http: { status: 400 } },
  });

/** Variables that stand for a length or in a directive, anywhere in a document. */
function decisiveVariables(document: DocumentNode): string[] {
  const found = new Set<string>();
  const collect = { Variable: ({ name }: { name: { value: string } }) => void found.add(name.value) };
  visit(document, {
    Argument: (node) => {
      if (node.name.value === 'first' || node.name.value === 'ids') visit(node, collect);
    },
    Directive: (node) => void visit(node, collect),
  });
  return [...found];
}

/** Tells sets of variables apart by cost; undefined if one is of a sort that no length and no condition is. */
function keyOf(decisive: readonly string[], variables: Variables): string | undefined {
  let key = '';
  for (const name of decisive) {
    const value = variables[name];
    if (Array.isArray(value)) key += `${value.length} items;`;
    else if (value === undefined || value === null || typeof value === 'number' || typeof value === 'boolean')
      key += `${value};`;
    else return undefined;
  }
  return key;
}
