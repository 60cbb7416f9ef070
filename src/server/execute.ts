/**
 * Executes operations compiled: a query that is asked again and again is turned into code that does nothing but answer
 * it. An operation is executed once, and what it ends with is its answer.
 */
import {
  type DocumentNode,
  type ExecutionResult,
  execute,
  GraphQLError,
  type GraphQLSchema,
  type OperationDefinitionNode,
  OperationTypeNode,
} from 'graphql';
import type { CompiledQuery } from 'graphql-jit';
import { LRUCache } from 'lru-cache';
import { asCoerced, withCoerced } from './asCoerced.ts';
import { compiledSize } from './compiledSize.ts';
import type { ServerContext } from './context.ts';
import { documentBytes } from './documentBytes.ts';

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
/** Memory of a compiled operation, measured: so many bytes, and so many for each field; and it keeps its document. */
const bytesOf = (size: number, document: DocumentNode): number => 15_000 + 700 * size + documentBytes(document);

/** An operation that is to be executed: the only one of its document. */
interface Operation {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  /** Coerced: each as its type has it inside. */
  readonly variables: Readonly<Record<string, unknown>>;
}

export interface Executor {
  execute(operation: Operation, context: ServerContext): Promise<ExecutionResult>;
  /** Bytes of the compiled operations. */
  bytes(): number;
}

/** The executor over a schema. It keeps at most so many bytes of compiled operations. */
export function compilingExecutor(schema: GraphQLSchema, maxCompiledBytes: number): Executor {
  const compiledSchema = withCoerced(schema);
  // Apollo Server gives the same document for the same text, as long as it holds it.
  const seen = new WeakMap<OperationDefinitionNode, { asked: number; readonly size: number }>();
  const held = new LRUCache<OperationDefinitionNode, CompiledQuery>({
    maxSize: maxCompiledBytes,
    dispose: (_, operation) => void seen.delete(operation),
  });
  const compiledFor = async ({ document, operation }: Operation): Promise<CompiledQuery | undefined> => {
    if (operation.operation !== OperationTypeNode.QUERY) return undefined;
    const known = seen.get(operation) ?? { asked: 0, size: compiledSize(schema, document, largestCompiled) };
    seen.set(operation, known);
    known.asked += 1;
    if (known.size <= largestCompiled && known.asked === worthCompiling(known.size)) {
      // The compiler is loaded when there is something to compile, not at the start.
      const { compileQuery, isCompiledQuery } = await import('graphql-jit');
      const compiled = compileQuery(compiledSchema, asCoerced(schema, document));
      if (isCompiledQuery(compiled)) held.set(operation, compiled, { size: bytesOf(known.size, document) });
    }
    return held.get(operation);
  };
  return {
    execute: async (asked, contextValue) => {
      const { document, variables: variableValues } = asked;
      const compiled = held.get(asked.operation) ?? (await compiledFor(asked));
      if (compiled === undefined) return await execute({ schema, document, variableValues, contextValue });
      const result = await compiled.query(undefined, contextValue, variableValues);
      return result.errors === undefined ? result : { ...result, errors: result.errors.map(complete) };
    },
    bytes: () => held.calculatedSize,
  };
}

/** The compiled code's errors only look like those of graphql: they lack `extensions`, and what is made of a cause. */
function complete({ message, path, locations, originalError }: GraphQLError): GraphQLError {
  const cause = originalError instanceof Error ? originalError : null;
  const error = new GraphQLError(message, { path: path ?? null, originalError: cause });
  return Object.defineProperty(error, 'locations', { value: locations, enumerable: true });
}
