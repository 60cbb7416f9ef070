/** The HTTP service: GraphQL at /graphql, files under /export/, the dashboard, and what operators look at. */
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { ApolloServer } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled';
import { ApolloServerPluginDrainHttpServer } from '@apollo/server/plugin/drainHttpServer';
import { expressMiddleware } from '@as-integrations/express5';
import express from 'express';
import type { Database } from '../database/open.ts';
import { openGraph } from '../graph/graph.ts';
import { buildSchema } from '../schema/index.ts';
import { completeAnswers } from './answers.ts';
import { beginRequest, type ServerContext } from './context.ts';
import { dashboardRouter } from './dashboard.ts';
import { givingUp } from './deadline.ts';
import { errorFormatter } from './errors.ts';
import { compilingGateway } from './execute.ts';
import { exportRouter } from './export.ts';
import { openGate } from './gate.ts';
import { healthRouter } from './health.ts';
import {
  allowOrigins,
  answerBadBody,
  answerNotFound,
  openHttp,
  securityHeaders,
  securityHeadersOfData,
} from './http.ts';
import { documentLimits } from './limits/document.ts';
import { operationLimits } from './limits/limits.ts';
import type { Log } from './log.ts';
import { openMetrics } from './metrics.ts';
import { observeRequests, type RequestOf } from './observe.ts';
import { boundedCache } from './persisted.ts';
import { type Settings, standardSettings } from './settings.ts';

export interface Service {
  /** Where GraphQL is served. */
  readonly url: string;
  /** Says that it is not ready, takes no more requests, finishes those in flight if they end in time, and closes. */
  stop(): Promise<void>;
}

export interface ServiceOptions {
  readonly host: string;
  /** 0: any that is free. */
  readonly port: number;
  readonly log: Log;
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
  const graph = await openGraph(database, complainSeldom(log));
  const schema = buildSchema();
  const gate = openGate(settings);
  const metrics = openMetrics(database, graph, gate);
  const requestOf: RequestOf = new WeakMap();
  const formatError = errorFormatter(schema, { suggest: settings.introspection, requestOf, log });
  let stopping = false;
  const app = express();
  const http = openHttp(app, settings);
  const apollo = new ApolloServer<ServerContext>({
    gateway: givingUp(compilingGateway(schema)),
    // The schema is the documentation: whoever may ask may also read what can be asked, unless that is switched off.
    introspection: settings.introspection,
    hideSchemaDetailsFromClientErrors: !settings.introspection,
    parseOptions: { maxTokens: settings.maxTokens },
    validationRules: [documentLimits(settings)],
    persistedQueries: { cache: boundedCache(settings.maxPersistedBytes) },
    includeStacktraceInErrorResponses: false,
    // The command decides when to stop.
    stopOnTerminationSignals: false,
    formatError,
    plugins: [
      ApolloServerPluginDrainHttpServer({ httpServer: http, stopGracePeriodMillis: settings.shutdownTimeout }),
      ApolloServerPluginLandingPageDisabled(),
      // It would look at every field of every answer, for hints that this schema does not have.
      ApolloServerPluginCacheControlDisabled(),
      operationLimits(schema, settings),
      completeAnswers(settings),
      observeRequests(requestOf, settings, { log, metrics }),
    ],
  });
  await apollo.start();
  // Answers to POST are not cached: a hash of each would be made for nothing.
  app.disable('etag');
  app.use(allowOrigins(settings));
  app.use(
    '/graphql',
    securityHeadersOfData,
    express.json({ limit: settings.maxBodyBytes }),
    gate.enter,
    expressMiddleware(apollo, { context: async ({ res }) => beginRequest(res, graph, gate, settings) }),
  );
  app.use(securityHeaders);
  app.use(healthRouter({ graph, metrics, settings, stopping: () => stopping }));
  app.use(dashboardRouter());
  app.use('/export', exportRouter(database.prisma, formatError));
  app.use(answerBadBody(settings));
  app.use(answerNotFound);
  http.listen(port, host);
  try {
    await once(http, 'listening');
  } catch (error) {
    await apollo.stop();
    await graph.close();
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
      stopping = true;
      await setTimeout(settings.shutdownDelay);
      await apollo.stop();
      metrics.close();
      await graph.close();
    },
  };
}

/** A change log that cannot be read is tried again twice a second: it is enough to say so once a minute. */
function complainSeldom(log: Log): (error: unknown) => void {
  let last = Number.NEGATIVE_INFINITY;
  return (err) => {
    if (performance.now() - last < 60_000) return;
    last = performance.now();
    log('the change log could not be read; it is tried again', { err });
  };
}
