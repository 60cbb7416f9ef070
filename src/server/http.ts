/** What holds for every request, before anybody looks at what it asks. */
import { createServer, type RequestListener, type Server } from 'node:http';
import type express from 'express';
import helmet from 'helmet';
import type { Settings } from './settings.ts';
import { tell } from './tell.ts';

/** How often connections are looked at that take too long to send, in milliseconds. */
const lookEvery = 1_000;

/** The server: a client that is slow to send is cut off, and so are connections beyond what there may be. */
export function openHttp(listener: RequestListener, { receiveTimeout, maxConnections }: Settings): Server {
  const server = createServer(
    {
      headersTimeout: receiveTimeout,
      requestTimeout: receiveTimeout,
      connectionsCheckingInterval: Math.min(lookEvery, receiveTimeout),
    },
    listener,
  );
  server.maxConnections = maxConnections;
  return server;
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

/** The same for GraphQL, without what is about pages and old browsers: each header costs time, in every answer. */
export const securityHeadersOfData = helmet({
  contentSecurityPolicy,
  strictTransportSecurity: false,
  crossOriginOpenerPolicy: false,
  originAgentCluster: false,
  xDnsPrefetchControl: false,
  xDownloadOptions: false,
  xFrameOptions: false,
  xPermittedCrossDomainPolicies: false,
  xXssProtection: false,
});

/** Lets pages of the configured origins ask; others are not told that they may. */
export function allowOrigins({ corsOrigins }: Settings): express.RequestHandler {
  return (request, response, next) => {
    if (corsOrigins.length === 0) return next();
    response.vary('Origin');
    const { origin } = request.headers;
    if (origin === undefined || !corsOrigins.includes(origin)) return next();
    response.set('Access-Control-Allow-Origin', origin);
    response.set('Access-Control-Expose-Headers', 'x-request-id, retry-after');
    if (request.method !== 'OPTIONS') return next();
    response.set({
      'Access-Control-Allow-Methods': 'GET, POST',
      'Access-Control-Allow-Headers': 'content-type, apollo-require-preflight, x-apollo-operation-name',
      'Access-Control-Max-Age': '3600',
    });
    response.status(204).end();
  };
}

/** A body that cannot be read is answered in JSON, like every other error. */
export function answerBadBody({ maxBodyBytes }: Settings): express.ErrorRequestHandler {
  return (error: { status?: number }, _request, response, next) => {
    if (response.headersSent) return next(error);
    const status = error.status ?? 500;
    const messages: Record<number, string> = {
      400: 'The body is not JSON.',
      413: `The body is larger than ${maxBodyBytes / 1024} kB.`,
      415: 'The body’s encoding is not known here.',
    };
    tell(response, 'BAD_REQUEST', messages[status] ?? 'The request cannot be read.', {}, status);
  };
}

/** Whatever is not served. */
export const answerNotFound: express.RequestHandler = (_request, response) =>
  tell(response, 'NOT_FOUND', 'Nothing is served here; GraphQL is at /graphql.');
