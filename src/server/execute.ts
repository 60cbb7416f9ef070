/**
 * Executes operations compiled: an operation that is asked again and again is turned into code that does nothing but
 * answer it. Apollo Server hands over what it has parsed and validated, by the hook that it has for gateways.
 */
import type { GatewayExecutionResult, GatewayInterface } from '@apollo/server-gateway-interface';
import { type DocumentNode, execute, type GraphQLSchema } from 'graphql';
import type { CompiledQuery } from 'graphql-jit';
import { LRUCache } from 'lru-cache';
import { passing } from '../database/away.ts';
import { compiledSize } from './compiledSize.ts';
import { innermost } from './errors.ts';

/** How many compiled operations are kept. */
const compiledKept = 500;
/**
 * How many fields an operation may compile to. Compiling blocks the process, for about a tenth of a millisecond a field;
 * a short query over interfaces can come to millions.
 */
const largestCompiled = 2_000;
/**
 * How often an operation is asked for before it is compiled: most that are seen once are never seen again, and a large
 * one must be asked for more often until compiling it pays.
 */
const worthCompiling = (size: number): number => 3 + Math.ceil(size / 50);

interface Known {
  asked: number;
  /** In fields, if it were compiled. */
  readonly size: number;
  compiled: CompiledQuery | null;
}

const isPassing = (error: unknown): boolean => passing(innermost(error)) !== undefined;

/** The executor over a schema, in the shape in which Apollo Server takes one. */
export function compilingGateway(schema: GraphQLSchema): GatewayInterface {
  // Apollo Server gives the same document object for the same text, as long as it holds it.
  const known = new LRUCache<DocumentNode, Map<string, Known>>({ max: compiledKept });
  const compiledFor = async (
    document: DocumentNode,
    operationName: string | undefined,
  ): Promise<CompiledQuery | null> => {
    const operations = known.get(document) ?? new Map<string, Known>();
    known.set(document, operations);
    const one = operations.get(operationName ?? '') ?? {
      asked: 0,
      size: compiledSize(schema, document, largestCompiled),
      compiled: null,
    };
    operations.set(operationName ?? '', one);
    one.asked += 1;
    if (one.size <= largestCompiled && one.asked === worthCompiling(one.size)) {
      // The compiler is loaded when there is something to compile, not at the start.
      const { compileQuery, isCompiledQuery } = await import('graphql-jit');
      const compiled = compileQuery(schema, document, operationName);
      one.compiled = isCompiledQuery(compiled) ? compiled : null;
    }
    return one.compiled;
  };
  return {
    load: async () => ({
      executor: async ({ document, operationName, request, context }) => {
        const variableValues = request.variables ?? {};
        const compiled = await compiledFor(document, operationName ?? undefined);
        const answer = await compiled?.query(undefined, context, variableValues);
        // Where something is wrong, the interpreter says it better: of a bad variable what would be right, of an error
        // where it arose. To ask twice does no harm, since there is nothing but queries; but what passes of itself
        // would only fail once more.
        const result =
          answer === undefined || (answer.errors !== undefined && !answer.errors.some(isPassing))
            ? await execute({
                schema,
                document,
                variableValues,
                operationName: operationName ?? null,
                contextValue: context,
              })
            : answer;
        return result as GatewayExecutionResult;
      },
    }),
    onSchemaLoadOrUpdate: (call) => {
      call({ apiSchema: schema, coreSupergraphSdl: '' });
      return () => {};
    },
    stop: async () => {},
  };
}
