/** The HTTP service: GraphQL at /graphql, files under /export/. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled';
import { ApolloServerPluginDrainHttpServer } from '@apollo/server/plugin/drainHttpServer';
import { expressMiddleware } from '@as-integrations/express5';
import express from 'express';
import type { Database } from '../database/open.ts';
import { type Graph, openGraph } from '../graph/graph.ts';
import { buildSchema } from '../schema/index.ts';
import { isCode, meaningOf } from './codes.ts';
import type { ServerContext } from './context.ts';
import { dashboardRouter } from './dashboard.ts';
import { errorFormatter } from './errors.ts';
import { compilingGateway } from './execute.ts';
import { exportRouter } from './export.ts';
import { documentLimits } from './limits/document.ts';
import { operationLimits } from './limits/limits.ts';
import { boundedCache } from './persisted.ts';
import { type Settings, standardSettings } from './settings.ts';

export interface Service {
  /** Where GraphQL is served. */
  readonly url: string;
  /** Finishes the requests in flight, takes no more, and closes. */
  stop(): Promise<void>;
}

export interface ServiceOptions {
  readonly host: string;
  /** 0: any that is free. */
  readonly port: number;
  readonly log: (line: string, error: unknown) => void;
  /** What is to be otherwise than in `standardSettings`. */
  readonly settings?: Partial<Settings>;
}

/** The address is taken or may not be used; the message says which. */
export class CannotListen extends Error {
  override readonly name = 'CannotListen';
}

/**
 * Starts the service on an open, migrated database.
 * @throws CannotListen
 */
export async function startService(database: Database, options: ServiceOptions): Promise<Service> {
  const { host, port, log } = options;
  const settings = { ...standardSettings, ...options.settings };
  const graph = await openGraph(database, (error) => log('the change log could not be read:', error));
  const schema = buildSchema();
  const formatError = errorFormatter(schema, { suggest: settings.introspection, log });
  const app = express();
  const http = createServer(app);
  const apollo = new ApolloServer<ServerContext>({
    gateway: compilingGateway(schema),
    // The schema is the documentation: whoever may ask may also read what can be asked, unless that is switched off.
    introspection: settings.introspection,
    hideSchemaDetailsFromClientErrors: !settings.introspection,
    parseOptions: { maxTokens: settings.maxTokens },
    validationRules: [documentLimits(settings)],
    persistedQueries: { cache: boundedCache(settings.maxPersistedBytes) },
    includeStacktraceInErrorResponses: false,
    // main.ts decides when to stop.
    stopOnTerminationSignals: false,
    formatError,
    plugins: [
      ApolloServerPluginDrainHttpServer({ httpServer: http }),
      ApolloServerPluginLandingPageDisabled(),
      // It would look at every field of every answer, for hints that this schema does not have.
      ApolloServerPluginCacheControlDisabled(),
      operationLimits(schema, settings),
      citeData(graph),
      statusOfFailure(),
    ],
  });
  await apollo.start();
  app.disable('x-powered-by');
  // Answers to POST are not cached: a hash of each would be made for nothing.
  app.disable('etag');
  app.use(
    '/graphql',
    express.json({ limit: settings.maxBodyBytes }),
    expressMiddleware(apollo, { context: async () => ({ graph }) }),
  );
  app.use(dashboardRouter());
  app.use('/export', exportRouter(database.prisma, formatError));
  app.use(answerBadBody(settings));
  app.use((_request, response) => {
    response.status(404).json({
      errors: [{ message: 'Nothing is served here; GraphQL is at /graphql.', extensions: { code: 'NOT_FOUND' } }],
    });
  });
  http.listen(port, host);
  try {
    await once(http, 'listening');
  } catch (error) {
    await apollo.stop();
    const { code } = error as NodeJS.ErrnoException;
    throw new CannotListen(
      code === 'EADDRINUSE'
        ? `port ${port} is taken; set PORT to another`
        : `cannot listen on ${host}:${port}: ${code}`,
    );
  }
  const { port: bound } = http.address() as AddressInfo;
  return {
    url: `http://${host}:${bound}/graphql`,
    stop: async () => {
      await apollo.stop();
      await graph.close();
    },
  };
}

/** Says with every answer what data it was computed from, so that it can be cited: the version, and the digest. */
const citeData = (graph: Graph): ApolloServerPlugin<ServerContext> => ({
  requestDidStart: async () => ({
    willSendResponse: async ({ response: { body } }) => {
      if (body.kind !== 'single' || body.singleResult.data === undefined) return;
      body.singleResult.extensions = { ...body.singleResult.extensions, graph: graph.version() };
    },
  }),
});

/** An answer that is nothing but errors has the status of the first: whoever looks at statuses alone is told too. */
const statusOfFailure = (): ApolloServerPlugin<ServerContext> => ({
  requestDidStart: async () => ({
    willSendResponse: async ({ response: { body, http } }) => {
      if (body.kind !== 'single' || http.status !== undefined) return;
      const { data, errors = [] } = body.singleResult;
      if (errors.length === 0 || Object.values(data ?? {}).some((value) => value !== null)) return;
      const code = errors[0]?.extensions?.['code'];
      if (isCode(code)) http.status = meaningOf(code).status;
    },
  }),
});

/** A body that cannot be read is answered in JSON, like every other error. */
const answerBadBody =
  ({ maxBodyBytes }: Settings): express.ErrorRequestHandler =>
  (error: { status?: number; type?: string }, _request, response, next) => {
    if (response.headersSent) return next(error);
    const status = error.status ?? 500;
    const messages: Record<number, string> = {
      400: 'The body is not JSON.',
      413: `The body is larger than ${maxBodyBytes / 1024} kB.`,
      415: 'The body’s encoding is not known here.',
    };
    response.status(status).json({
      errors: [{ message: messages[status] ?? 'The request cannot be read.', extensions: { code: 'BAD_REQUEST' } }],
    });
  };
