/**
 * The one way to an answer: whoever asks, by POST, by GET, by a hash, comes through here. The operation that was named
 * is taken out of its document, and that alone is limited, priced, admitted and executed: what was not priced is not
 * run. Apollo Server hands over what it has parsed and validated, by the hook that it has for gateways.
 */
import type { GatewayExecutor, GatewayInterface } from '@apollo/server-gateway-interface';
import {
  type DocumentNode,
  type ExecutionResult,
  GraphQLError,
  type GraphQLSchema,
  getOperationAST,
  getVariableValues,
  Kind,
  type OperationDefinitionNode,
} from 'graphql';
import { openCostQueue } from '../graph/costQueue.ts';
import type { KnownAt } from '../graph/knownAt.ts';
import type { PastGraphs } from '../graph/pastGraphs.ts';
import { type Admission, tooMuch } from './admission.ts';
import type { ServerContext } from './context.ts';
import { untilAborted, wholeAnswer } from './deadline.ts';
import type { Executor } from './execute.ts';
import { costOfKnownAt, knownAtReader } from './knownAt.ts';
import { costs } from './limits/cost.ts';
import { refusal } from './limits/refusal.ts';
import { valueBeyond } from './limits/variables.ts';
import type { Settings } from './settings.ts';

/** How many mistakes in the variables are told; each repeats the value that it is of. */
const mistakesTold = 10;

/** The gateway, in the shape in which Apollo Server takes one. */
export function pricingGateway(
  schema: GraphQLSchema,
  { execute }: Executor,
  pasts: PastGraphs,
  admission: Admission,
  settings: Settings,
): GatewayInterface {
  const costOf = costs(schema);
  const readKnownAt = knownAtReader(schema);
  const { maxCost, maxCostAtOnce } = settings;
  const queue = openCostQueue(maxCostAtOnce);
  const executor: GatewayExecutor = async ({
    document: whole,
    request: { operationName, variables = {} },
    context,
  }) => {
    const asking = context as ServerContext;
    const operation = operationOf(whole, operationName);
    if (schema.getRootType(operation.operation) === undefined)
      throw unresolved(`Nothing here is asked by a ${operation.operation}.`);
    const bad = valueBeyond(variables, settings);
    if (bad !== undefined) throw bad;
    const document = alone(whole, operation);
    const definitions = operation.variableDefinitions ?? [];
    const { coerced, errors } = getVariableValues(schema, definitions, variables, { maxErrors: mistakesTold });
    // The last one only says that there are more.
    if (errors !== undefined) return { errors: errors.filter(({ nodes }) => nodes !== undefined) };
    const knownAt = readKnownAt(operation, coerced);
    const cost = costOf(document, operation, variables) + (knownAt === undefined ? 0 : costOfKnownAt);
    asking.cost = cost;
    // Without data it would be no answer, and clients would take it for none.
    if (asking.dryRun) return { data: null };
    if (cost > maxCost) {
      const message = `The query may cost ${cost}, which is more than ${maxCost}: ask for shorter pages or fewer levels.`;
      throw refusal('COST_LIMIT', message, { limit: maxCost, requested: cost });
    }
    const release = admission.admit(cost);
    if (release === undefined) throw new GraphQLError(tooMuch, { extensions: { code: 'OVERLOADED' } });
    const turn = queue.take(cost);
    const { signal } = asking;
    // It counts until it has ended, also when its client has gone: what others may be waiting for too is read to its end.
    const work = async (): Promise<ExecutionResult> => {
      try {
        if (turn.come !== undefined) await untilAborted(signal, turn.come);
        if (knownAt !== undefined) await answerAsOf(asking, pasts, knownAt);
        return await execute({ document, operation, variables: coerced }, asking);
      } finally {
        turn.end();
        release();
      }
    };
    return wholeAnswer(await untilAborted(signal, work()));
  };
  return gatewayOf(schema, executor);
}

/** Has a request answered by the graph as it was. @throws InvalidArgument if that is not known */
async function answerAsOf(asking: ServerContext, pasts: PastGraphs, knownAt: KnownAt): Promise<void> {
  asking.graph = await pasts.at(knownAt, asking.signal);
  asking.version = asking.graph.version();
}

const gatewayOf = (schema: GraphQLSchema, executor: GatewayExecutor): GatewayInterface => ({
  load: async () => ({ executor }),
  onSchemaLoadOrUpdate: (call) => {
    call({ apiSchema: schema, coreSupergraphSdl: '' });
    return () => {};
  },
  stop: async () => {},
});

/**
 * The operation that is asked for.
 * @throws GraphQLError that says which ones there are, if the name is of none, or is needed and missing.
 */
function operationOf(document: DocumentNode, name: string | undefined): OperationDefinitionNode {
  const operation = getOperationAST(document, name);
  if (operation) return operation;
  const names = document.definitions.flatMap((node) =>
    node.kind === Kind.OPERATION_DEFINITION && node.name !== undefined ? [`"${node.name.value}"`] : [],
  );
  if (name === undefined)
    throw unresolved(`The document has several operations: give ${listed(names, 'or')} as operationName.`);
  const what = names.length === 0 ? 'its only one has no name' : `it has ${listed(names, 'and')}`;
  throw unresolved(`The document has no operation "${name}"; ${what}.`);
}

const listed = (names: readonly string[], word: string): string =>
  [names.slice(0, -1).join(', '), ...names.slice(-1)].filter(Boolean).join(` ${word} `);

const unresolved = (message: string): GraphQLError =>
  new GraphQLError(message, { extensions: { code: 'OPERATION_RESOLUTION_FAILURE', http: { status: 400 } } });

const documents = new WeakMap<OperationDefinitionNode, DocumentNode>();

/** An operation as the only one of a document, with the fragments: nobody who gets it can take another. */
function alone(document: DocumentNode, operation: OperationDefinitionNode): DocumentNode {
  const known = documents.get(operation);
  if (known !== undefined) return known;
  const definitions = document.definitions.filter(
    (node) => node === operation || node.kind === Kind.FRAGMENT_DEFINITION,
  );
  const own = definitions.length === document.definitions.length ? document : { ...document, definitions };
  documents.set(operation, own);
  return own;
}
