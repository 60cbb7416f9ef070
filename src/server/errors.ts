/** What a client is told of an error: a closed set of codes, and nothing internal. */
import { randomUUID } from 'node:crypto';
import { ApolloServerValidationErrorCode } from '@apollo/server/errors';
import { GraphQLError, type GraphQLFormattedError, type GraphQLSchema, isEnumType } from 'graphql';
import { Cancelled } from '../database/cancellation.ts';
import { DatabaseBusy, passing } from '../database/connectionErrors.ts';
import { InvalidArgument } from '../records/invalidArgument.ts';
import { tooMuch } from './admission.ts';
import { type Code, isCode } from './codes.ts';
import type { Log } from './log.ts';
import type { RequestOf } from './observe.ts';

/** What a client is told of an error: what Apollo Server would say of it, and the error itself. */
export type ErrorFormatter = (formatted: GraphQLFormattedError, error: unknown) => GraphQLFormattedError;

interface FormatterOptions {
  /** Whether a message may name what else there is, which a client may have meant. */
  readonly suggest: boolean;
  /** Of which request an error is: there it is kept for the log. */
  readonly requestOf: RequestOf;
  /** Gets the whole of each error that a client is not told, if it is of no request. */
  readonly log: Log;
}

/** Makes the formatter. */
export function errorFormatter(schema: GraphQLSchema, { suggest, requestOf, log }: FormatterOptions): ErrorFormatter {
  return (formatted, error) => {
    const cause = innermost(error);
    const told = toldOf(suggest ? schema : undefined, formatted, error, cause);
    const where = {
      ...(formatted.locations && { locations: formatted.locations }),
      ...(formatted.path && { path: formatted.path }),
    };
    if (told !== undefined) {
      const { message, ...extensions } = told;
      return { message: suggest ? message : withoutSuggestion(message), ...where, extensions };
    }
    const request = error instanceof Error ? requestOf.get(error) : undefined;
    const correlationId = request?.id ?? randomUUID();
    if (request === undefined) log(`error ${correlationId}`, { err: cause });
    else request.faults.push(cause);
    return {
      message: 'Something went wrong on our side. Quote the correlation id if you report it.',
      ...where,
      extensions: { code: 'INTERNAL_SERVER_ERROR' satisfies Code, correlationId },
    };
  };
}

/** What was thrown first: executors wrap it to say where. */
export function innermost(error: unknown): unknown {
  const inner = error instanceof Error && 'originalError' in error ? error.originalError : undefined;
  return inner instanceof Error ? innermost(inner) : error;
}

interface Told {
  readonly code: Code;
  readonly message: string;
  readonly [more: string]: unknown;
}

/**
 * What may be told of an error; undefined: it is the service's own, and nobody's business.
 * @param schema undefined: its words are not to be told.
 */
function toldOf(
  schema: GraphQLSchema | undefined,
  { message, extensions: { code, ...extensions } = {} }: GraphQLFormattedError,
  error: unknown,
  cause: unknown,
): Told | undefined {
  if (cause instanceof InvalidArgument)
    return { message: cause.message, code: 'BAD_USER_INPUT', argument: cause.argument, allowed: cause.allowed };
  const passes = passing(cause);
  if (passes instanceof Cancelled)
    return { message: 'The query took too long and was given up; ask for less of it.', code: 'TIME_LIMIT' };
  if (passes instanceof DatabaseBusy) return { message: tooMuch, code: 'OVERLOADED' };
  if (passes !== undefined)
    return { message: 'The database does not answer just now; ask again shortly.', code: 'DATABASE_UNAVAILABLE' };
  const own = cause instanceof GraphQLError ? cause.extensions : {};
  // Apollo Server gives its own code to what a rule of ours refused.
  if (isLimit(own['code'])) return { message, code: own['code'], ...withoutHttp(own) };
  if (code === ('GRAPHQL_PARSE_FAILED' satisfies Code)) {
    const tokens = /contains more tha[nt] (\d+) tokens/.exec(message)?.[1];
    if (tokens !== undefined)
      return {
        message: `The query has more than ${tokens} words and signs.`,
        code: 'TOKEN_LIMIT',
        limit: Number(tokens),
      };
    // The parser calls itself for each level.
    if (cause instanceof RangeError) return { message: 'The query is nested too deeply.', code: 'DEPTH_LIMIT' };
  }
  const allowed = extensions['allowed'] ?? (schema && wordsOf(schema, message));
  // A literal that a scalar refuses arrives as a failed validation; it is the argument that is bad.
  if (allowed !== undefined) return { message, code: 'BAD_USER_INPUT', allowed };
  if (extensions['validationErrorCode'] === ApolloServerValidationErrorCode.INTROSPECTION_DISABLED)
    return { message: 'The schema cannot be asked for here.', code: 'GRAPHQL_VALIDATION_FAILED' };
  if (isCode(code) && code !== 'INTERNAL_SERVER_ERROR') return { message: ownWords[message] ?? message, code };
  // Apollo Server has no code for some of what it refuses, such as a persisted query with another's hash.
  if (isRefusedByApollo(error)) return { message, code: 'BAD_REQUEST' };
  return undefined;
}

/** What graphql says of a query that it stops looking at, as it is told. */
const ownWords: Readonly<Record<string, string>> = {
  'Validation aborted.': 'The query asks for the same fields too often for them to be compared: ask for each once.',
  'Too many validation errors, error limit reached. Validation aborted.': 'There are more mistakes than these.',
};

const isLimit = (code: unknown): code is Code => isCode(code) && code.endsWith('_LIMIT');

const withoutHttp = ({ http: _, code: __, ...rest }: Readonly<Record<string, unknown>>) => rest;

function isRefusedByApollo(error: unknown): boolean {
  if (!(error instanceof GraphQLError) || error.originalError !== undefined) return false;
  const { http } = error.extensions;
  const status = typeof http === 'object' && http !== null && 'status' in http ? http.status : undefined;
  return typeof status === 'number' && status >= 400 && status < 500;
}

const withoutSuggestion = (message: string): string => message.replace(/ Did you mean [^?]*\?/g, '');

/** What an enumeration allows, where a message says that a word is none of it. */
function wordsOf(schema: GraphQLSchema, message: string): string | undefined {
  const name = /does not exist in "(\w+)" enum|^Enum "(\w+)" cannot represent/.exec(
    message.replace(/^Variable .*?; /, ''),
  );
  const type = schema.getType(name?.[1] ?? name?.[2] ?? '');
  return isEnumType(type)
    ? type
        .getValues()
        .map((value) => value.name)
        .join(', ')
    : undefined;
}
