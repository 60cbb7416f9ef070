/** What an operation costs with its variables: worked out once for each that makes a difference, and remembered. */
import { type DocumentNode, GraphQLError, type GraphQLSchema, type OperationDefinitionNode, visit } from 'graphql';
import { type ComplexityEstimator, getComplexity } from 'graphql-query-complexity';
import { messageOf } from '../../database/thrown.ts';
import { InvalidArgument } from '../../records/invalidArgument.ts';
import { batchArguments } from '../../schema/listSizes.ts';
import { costEstimator, filtersIn } from './costEstimator.ts';

/** How many bytes of sets of variables are remembered of an operation; what is more is forgotten, all at once. */
const remembered = 10_000;
/** What a set takes beside its key. */
const entryBytes = 100;

type Variables = Readonly<Record<string, unknown>>;

interface Known {
  /** The variables that the cost can depend on: how many are asked for, and what is left out. */
  readonly decisive: ReadonlySet<string>;
  /** All that it has. */
  readonly names: readonly string[];
  /** By the key of a set of variables. */
  readonly costs: Map<string, number>;
  bytes: number;
}

/**
 * Gives the cost of an operation, the only one of its document, with variables that fit it.
 * @throws GraphQLError if an argument is not what its field takes: what is not priced is not executed.
 */
type CostOf = (document: DocumentNode, operation: OperationDefinitionNode, variables: Variables) => number;

/** Prices operations of a schema. */
export function costs(schema: GraphQLSchema): CostOf {
  const known = new WeakMap<OperationDefinitionNode, Known>();
  const estimators = [costEstimator(schema)];
  return (document, operation, variables) => {
    // Apollo Server gives the same document for the same text, as long as it holds it.
    let one = known.get(operation);
    if (one === undefined) {
      const names = (operation.variableDefinitions ?? []).map(({ variable }) => variable.name.value);
      one = { decisive: decisiveVariables(document), names, costs: new Map(), bytes: 0 };
      known.set(operation, one);
    }
    const key = keyOf(one, variables);
    const before = key === undefined ? undefined : one.costs.get(key);
    if (before !== undefined) return before;
    const cost = workOut(schema, estimators, document, variables);
    if (key !== undefined) remember(one, key, cost);
    return cost;
  };
}

function remember(known: Known, key: string, cost: number): void {
  const bytes = key.length + entryBytes;
  if (bytes > remembered) return;
  if (known.bytes + bytes > remembered) {
    known.costs.clear();
    known.bytes = 0;
  }
  known.costs.set(key, cost);
  known.bytes += bytes;
}

function workOut(
  schema: GraphQLSchema,
  estimators: ComplexityEstimator[],
  query: DocumentNode,
  variables: Variables,
): number {
  try {
    return getComplexity({
      schema,
      estimators,
      query,
      variables,
      // It has been counted: see document.ts.
      maxQueryNodes: Number.POSITIVE_INFINITY,
    });
  } catch (error) {
    throw badArgument(error);
  }
}

const badArgument = (error: unknown): GraphQLError =>
  new GraphQLError(messageOf(error), {
    nodes: error instanceof GraphQLError ? (error.nodes ?? null) : null,
    originalError: error instanceof InvalidArgument ? error : null,
    extensions: { code: 'BAD_USER_INPUT', http: { status: 400 } },
  });

/** Arguments on which it depends how much is given. */
const sizing: readonly string[] = ['first', 'last', ...batchArguments];

/** Variables that stand for a length or in a directive, anywhere in a document. */
function decisiveVariables(document: DocumentNode): ReadonlySet<string> {
  const found = new Set<string>();
  const collect = { Variable: ({ name }: { name: { value: string } }) => void found.add(name.value) };
  visit(document, {
    Argument: (node) => {
      if (sizing.includes(node.name.value)) visit(node, collect);
    },
    Directive: (node) => void visit(node, collect),
  });
  return found;
}

/**
 * Tells sets of variables apart by cost: those that decide by what they are, filters by how many they are, the others by
 * whether they are there, since null may be refused where it is used. Undefined if one is of a sort that no length and no condition is.
 */
function keyOf({ decisive, names }: Known, variables: Variables): string | undefined {
  let key = '';
  for (const name of names) {
    const value = variables[name];
    if (value === undefined || value === null) key += `${value};`;
    else if (!decisive.has(name)) key += `${filtersIn(value)};`;
    else if (Array.isArray(value)) key += `${value.length} items;`;
    else if (typeof value === 'number' || typeof value === 'boolean') key += `${value};`;
    else return undefined;
  }
  return key;
}
