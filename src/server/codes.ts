/** The codes of errors: a closed set, with the status of an answer that has no data but the error alone. */

/** In how many seconds it may go better, told as Retry-After. */
const shortly = 1;

interface Meaning {
  readonly status: number;
  readonly retryAfter?: number;
}

export const codes = {
  // What the client asked for is wrong.
  BAD_REQUEST: { status: 400 },
  BAD_USER_INPUT: { status: 400 },
  GRAPHQL_PARSE_FAILED: { status: 400 },
  GRAPHQL_VALIDATION_FAILED: { status: 400 },
  OPERATION_RESOLUTION_FAILURE: { status: 400 },
  PERSISTED_QUERY_NOT_FOUND: { status: 400 },
  PERSISTED_QUERY_NOT_SUPPORTED: { status: 400 },
  NOT_FOUND: { status: 404 },
  // It is too much at once.
  ALIAS_LIMIT: { status: 400 },
  COST_LIMIT: { status: 400 },
  DEPTH_LIMIT: { status: 400 },
  DIRECTIVE_LIMIT: { status: 400 },
  INPUT_LIMIT: { status: 400 },
  SELECTION_LIMIT: { status: 400 },
  TOKEN_LIMIT: { status: 400 },
  SEARCH_GAVE_UP: { status: 200 },
  // It cannot be had just now.
  BUSY: { status: 503, retryAfter: 5 },
  DATABASE_UNAVAILABLE: { status: 503, retryAfter: shortly },
  OVERLOADED: { status: 503, retryAfter: shortly },
  TIME_LIMIT: { status: 503, retryAfter: shortly },
  // The service is at fault.
  INTERNAL_SERVER_ERROR: { status: 500 },
} satisfies Readonly<Record<string, Meaning>>;

export type Code = keyof typeof codes;

/** Whether a word is one of the codes. */
export const isCode = (word: unknown): word is Code => typeof word === 'string' && Object.hasOwn(codes, word);

/** What a code means for HTTP. */
export const meaningOf = (code: Code): Meaning => codes[code];
