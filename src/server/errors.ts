/** What a client is told of an error: a closed set of codes, and nothing internal. */
import { randomUUID } from 'node:crypto';
import { unwrapResolverError } from '@apollo/server/errors';
import type { GraphQLFormattedError } from 'graphql';
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

/** Makes the formatter; `log` gets the whole of each error that a client is not told. */
export function errorFormatter(log: (line: string, error: unknown) => void) {
  return (formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError => {
    const cause = unwrapResolverError(error);
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
    const { code, allowed } = formatted.extensions ?? {};
    // A literal that a scalar refuses arrives as a failed validation; it is the argument that is bad.
    if (allowed !== undefined)
      return { message: formatted.message, ...where, extensions: { code: 'BAD_USER_INPUT', allowed } };
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
