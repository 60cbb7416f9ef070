/** What a client is told of an error: a closed set of codes, and nothing internal. */
import { randomUUID } from 'node:crypto';
import { type GraphQLFormattedError, type GraphQLSchema, isEnumType } from 'graphql';
import { BadInput } from '../graph/badInput.ts';

/** Codes that Apollo gives to what a client did wrong: their messages are for the client. */
const clientCodes = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_REQUEST',
  'BAD_USER_INPUT',
  'OPERATION_RESOLUTION_FAILURE',
  'PERSISTED_QUERY_NOT_FOUND',
  'PERSISTED_QUERY_NOT_SUPPORTED',
  'SEARCH_GAVE_UP',
]);

/** What a client is told of an error: what Apollo Server would say of it, and the error itself. */
export type ErrorFormatter = ReturnType<typeof errorFormatter>;

/** Makes the formatter; `log` gets the whole of each error that a client is not told. */
export function errorFormatter(schema: GraphQLSchema, log: (line: string, error: unknown) => void) {
  return (formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError => {
    const cause = innermost(error);
    const where = {
      ...(formatted.locations && { locations: formatted.locations }),
      ...(formatted.path && { path: formatted.path }),
    };
    if (cause instanceof BadInput) {
      return {
        message: cause.message,
        ...where,
        extensions: { code: 'BAD_USER_INPUT', argument: cause.argument, allowed: cause.allowed },
      };
    }
    const { code, allowed = wordsOf(schema, formatted.message) ?? textAllowed(cause) } = formatted.extensions ?? {};
    // A literal that a scalar refuses arrives as a failed validation; it is the argument that is bad.
    if (allowed !== undefined)
      return {
        message: String(code) === 'INTERNAL_SERVER_ERROR' ? unreadable : formatted.message,
        ...where,
        extensions: { code: 'BAD_USER_INPUT', allowed },
      };
    if (typeof code === 'string' && clientCodes.has(code))
      return { message: formatted.message, ...where, extensions: { code } };
    const correlationId = randomUUID();
    log(`error ${correlationId}`, cause);
    return {
      message: 'Something went wrong on our side. Quote the correlation id if you report it.',
      ...where,
      extensions: { code: 'INTERNAL_SERVER_ERROR', correlationId },
    };
  };
}

/** What was thrown first: executors wrap it to say where. */
function innermost(error: unknown): unknown {
  const inner = error instanceof Error && 'originalError' in error ? error.originalError : undefined;
  return inner instanceof Error ? innermost(inner) : error;
}

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

const unreadable = 'A text has a character that none can have.';

/** What a text may be, where the database could not take one: PostgreSQL's 22021, of the character 0. */
function textAllowed(cause: unknown): string | undefined {
  const refused = cause instanceof Error && /22021|invalid byte sequence/.test(cause.message);
  return refused ? 'texts without the character U+0000' : undefined;
}
