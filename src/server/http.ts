/** What holds for every request, before anybody looks at what it asks. */
import { createServer, type RequestListener, type Server } from 'node:http';
import type express from 'express';
import helmet from 'helmet';
import { codeOf } from './answers.ts';
import { type Connections, watchConnections } from './connections.ts';
import type { ErrorFormatter } from './errors.ts';
import { sendError } from './sendError.ts';
import type { Settings } from './settings.ts';

/** How often connections are looked at that take too long to send, in milliseconds. */
const lookEvery = 1_000;

/** The server: who is slow to send or to take is cut off, and so are connections beyond what there may be. */
export function openHttp(
  listener: RequestListener,
  { receiveTimeout, sendTimeout, maxConnections }: Settings,
): { readonly server: Server; readonly connections: Connections } {
  const server = createServer({
    headersTimeout: receiveTimeout,
    requestTimeout: receiveTimeout,
    connectionsCheckingInterval: Math.min(lookEvery, receiveTimeout),
  });
  server.maxConnections = maxConnections;
  return { server, connections: watchConnections(server, listener, sendTimeout) };
}

/** An answer of the API is data: nothing in it is to be run, shown or framed. */
const contentSecurityPolicy = {
  useDefaults: false,
  directives: { defaultSrc: ["'none'"], baseUri: ["'none'"], formAction: ["'none'"], frameAncestors: ["'none'"] },
};

/** What everything is answered with that is not GraphQL; pages bring a policy of their own. */
export const securityHeaders = helmet({
  contentSecurityPolicy,
  // Whether there is HTTPS is known to what stands before the service.
  strictTransportSecurity: false,
  xFrameOptions: { action: 'deny' },
});

/**
 * The same for GraphQL, without what is about pages and old browsers: each header costs time, in every answer. They are
 * made once; helmet makes them for each.
 */
const headersOfData = new Map([
  ['Content-Security-Policy', "default-src 'none';base-uri 'none';form-action 'none';frame-ancestors 'none'"],
  ['Cross-Origin-Resource-Policy', 'same-origin'],
  ['Referrer-Policy', 'no-referrer'],
  ['X-Content-Type-Options', 'nosniff'],
]);

/** Sets the headers of answers to GraphQL. */
export const securityHeadersOfData: express.RequestHandler = (_request, response, next) => {
  response.setHeaders(headersOfData);
  next();
};

/** Lets pages of the configured origins ask; others are not told that they may. */
export function allowOrigins({ corsOrigins }: Settings): express.RequestHandler {
  return (request, response, next) => {
    response.vary('Origin');
    const { origin } = request.headers;
    if (origin === undefined || !corsOrigins.includes(origin)) return next();
    response.set('Access-Control-Allow-Origin', origin);
    response.set('Access-Control-Expose-Headers', 'x-request-id, retry-after, etag');
    if (request.method !== 'OPTIONS') return next();
    response.set({
      'Access-Control-Allow-Methods': 'GET, POST',
      'Access-Control-Allow-Headers':
        'content-type, if-none-match, x-cost, apollo-require-preflight, x-apollo-operation-name',
      'Access-Control-Max-Age': '3600',
    });
    response.status(204).end();
  };
}

/** Refuses an address that cannot be read: whoever looks for something in it would fail. */
export const checkAddress: express.RequestHandler = (request, response, next) => {
  // The path is worked out only if there is something in it to decode.
  if (request.url.includes('%') && !canDecode(request.path))
    return sendError(
      response,
      'BAD_REQUEST',
      'The address is malformed: each % must be followed by two hexadecimal digits that make up UTF-8.',
    );
  next();
};

function canDecode(text: string): boolean {
  try {
    decodeURIComponent(text);
    return true;
  } catch {
    return false;
  }
}

/** What was wrong with a request, by the type that the reader of bodies gives it, or else by its status. */
const mistakes: Readonly<Record<string, string>> = {
  'charset.unsupported': 'The body’s characters are not known here; send UTF-8.',
  'encoding.unsupported': 'The body’s encoding is not known here; send it plain, or as gzip, deflate or br.',
  'entity.parse.failed': 'The body is not JSON.',
  'request.aborted': 'The body was not sent to its end.',
  'request.size.invalid': 'The body is not as long as its content-length says.',
  412: 'What the request takes for granted of the file does not hold.',
  416: 'The file does not have the bytes that are asked for.',
};

interface HttpError extends Error {
  readonly type?: string;
  readonly status?: number;
}

/** A request that cannot be read is answered in JSON, like every other mistake; and so is a fault of ours. */
export function answerBadRequest({ maxBodyBytes }: Settings, format: ErrorFormatter): express.ErrorRequestHandler {
  const mistakeOf = ({ type, status }: HttpError, packed: boolean): string => {
    if (type === 'entity.too.large') return `The body is larger than ${maxBodyBytes / 1024} kB.`;
    // What unpacks a body says by no type what is wrong with it.
    if (type === undefined && status === 400 && packed)
      return 'The body cannot be unpacked: it is not what its content-encoding says.';
    return mistakes[type ?? ''] ?? mistakes[status ?? ''] ?? 'The request cannot be answered as it was sent.';
  };
  return (error: HttpError, { headers }, response, next) => {
    if (response.headersSent) return next(error);
    if (error.status !== undefined && error.status < 500) {
      const message = mistakeOf(error, headers['content-encoding'] !== undefined);
      return sendError(response, 'BAD_REQUEST', message, {}, error.status);
    }
    const { message, extensions } = format({ message: error.message }, error);
    sendError(response, codeOf({ ...(extensions && { extensions }) }), message, extensions);
  };
}

/** Whatever is not served. */
export const answerNotFound: express.RequestHandler = (_request, response) =>
  sendError(response, 'NOT_FOUND', 'Nothing is served here; GraphQL is at /graphql.');
