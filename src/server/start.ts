/** The HTTP service: GraphQL at /graphql, files under /export/, the dashboard, and what operators look at. */
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { ApolloServer } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled';
import { ApolloServerPluginDrainHttpServer } from '@apollo/server/plugin/drainHttpServer';
import compression from 'compression';
import express from 'express';
import type { Database } from '../database/open.ts';
import { keepTrimmed } from '../database/trimChanges.ts';
import { openGraph } from '../graph/graph.ts';
import { buildSchema } from '../schema/index.ts';
import { openAdmission } from './admission.ts';
import { completeAnswers } from './answers.ts';
import { openCanary } from './canary.ts';
import { CannotListen } from './cannotListen.ts';
import type { ServerContext } from './context.ts';
import { dashboardRouter, leadToExplorer } from './dashboard.ts';
import { documentBytes } from './documentBytes.ts';
import { dryRunHeader, isDryRun } from './dryRun.ts';
import { openTags } from './entityTag.ts';
import { errorFormatter } from './errors.ts';
import { compilingExecutor } from './execute.ts';
import { exportRouter } from './export.ts';
import { pricingGateway } from './gateway.ts';
import { answerGraphql } from './graphql.ts';
import { healthRouter } from './health.ts';
import {
  allowOrigins,
  answerBadRequest,
  answerNotFound,
  checkAddress,
  openHttp,
  securityHeaders,
  securityHeadersOfData,
} from './http.ts';
import { identifierRouter, wantsPage } from './identifier.ts';
import { documentLimits } from './limits/document.ts';
import { noServiceSdl } from './limits/hidden.ts';
import type { Log } from './log.ts';
import { mediaTypeFor } from './mediaType.ts';
import { openMetrics } from './metrics.ts';
import { observeRequests, type RequestOf } from './observe.ts';
import { openOutbox } from './outbox.ts';
import { schemaRouter } from './schemaFile.ts';
import { type Settings, standardSettings } from './settings.ts';
import { openStore } from './store.ts';

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

/**
 * Starts the service on an open, migrated database.
 * @throws CannotListen
 */
export async function startService(database: Database, options: ServiceOptions): Promise<Service> {
  const { host, port, log } = options;
  const settings = { ...standardSettings, ...options.settings };
  // First, since it may fail: what reads the change log would keep the process from its end.
  const schema = buildSchema();
  const graph = await openGraph(database, complainSeldom(log), settings.maxCacheBytes);
  const admission = openAdmission(settings);
  const executor = compilingExecutor(schema, settings.maxCompiledBytes);
  const outbox = openOutbox(settings.maxUnsentBytes);
  const documents = openStore(settings.maxDocumentBytes, documentBytes);
  const persisted = openStore<string>(settings.maxPersistedBytes, Buffer.byteLength);
  const stores = { documents, compiled: executor, persisted };
  const requestOf: RequestOf = new WeakMap();
  const formatError = errorFormatter(schema, { suggest: settings.introspection, requestOf, log });
  let stopping = false;
  let listensAt = '';
  const app = express();
  const { server: http, connections } = openHttp(app, settings);
  const metrics = openMetrics({ database, graph, admission, outbox, connections, stores });
  const apollo = new ApolloServer<ServerContext>({
    gateway: pricingGateway(schema, executor, admission, settings),
    // The schema is the documentation: whoever may ask may also read what can be asked, unless that is switched off.
    introspection: settings.introspection,
    hideSchemaDetailsFromClientErrors: !settings.introspection,
    parseOptions: { maxTokens: settings.maxTokens },
    validationRules: [documentLimits(settings), ...(settings.introspection ? [] : [noServiceSdl])],
    documentStore: documents,
    persistedQueries: { cache: persisted },
    includeStacktraceInErrorResponses: false,
    // Ours is in forgery.ts: theirs asks for a header in every GET, which clients do not send unless told to.
    csrfPrevention: false,
    // The command decides when to stop.
    stopOnTerminationSignals: false,
    formatError,
    plugins: [
      ApolloServerPluginDrainHttpServer({ httpServer: http, stopGracePeriodMillis: settings.shutdownTimeout }),
      ApolloServerPluginLandingPageDisabled(),
      // It would look at every field of every answer, for hints that this schema does not have.
      ApolloServerPluginCacheControlDisabled(),
      // It would be on by itself, since a router may ask: it looks at every field, too.
      ApolloServerPluginInlineTraceDisabled(),
      completeAnswers(settings),
      observeRequests(requestOf, settings, { log, metrics }),
    ],
  });
  const canary = openCanary({ prisma: database.prisma, admission, log }, settings.databaseTimeout + 10_000);
  const stopTrimming = keepTrimmed(database.prisma, settings.trimInterval, (err) =>
    log('the change log could not be trimmed; it is tried again', { err }),
  );
  await apollo.start();
  // Express would hash each answer once it is made; the tags of ours are known before.
  app.disable('etag');
  app.use(allowOrigins(settings), checkAddress);
  const tagged = openTags({
    version: () => graph.version(),
    settings,
    onUnchanged: (id) => {
      metrics.unchanged();
      if (settings.logLevel === 'info') log(`unchanged ${id}`, {}, 'info');
    },
  });
  const address = (): string => settings.publicUrl || listensAt;
  app.all(
    '/graphql',
    tagged({
      about: (request) => (isDryRun(request) ? undefined : mediaTypeFor(request)),
      vary: `Accept, Accept-Encoding, ${dryRunHeader}`,
    }),
    securityHeadersOfData,
    leadToExplorer,
    express.json({ limit: settings.maxBodyBytes, strict: false }),
    answerGraphql({ apollo, graph, admission, outbox, settings }),
  );
  app.use(securityHeaders, compression());
  if (settings.introspection) app.use(schemaRouter(schema, settings));
  app.use(healthRouter({ graph, metrics, canary, settings, stopping: () => stopping }));
  app.use(dashboardRouter());
  const exporting = { prisma: database.prisma, admission, address, format: formatError, log, settings };
  app.use('/export', tagged({ about: address, vary: 'Accept-Encoding' }), exportRouter(exporting));
  app.use(
    '/id',
    tagged({ about: (request) => (wantsPage(request) ? undefined : address()), vary: 'Accept, Accept-Encoding' }),
    identifierRouter(exporting),
  );
  app.use(answerBadRequest(settings, formatError));
  app.use(answerNotFound);
  http.listen(port, host);
  try {
    await once(http, 'listening');
  } catch (error) {
    await apollo.stop();
    canary.stop();
    await stopTrimming();
    await graph.close();
    const { code } = error as NodeJS.ErrnoException;
    throw new CannotListen(
      code === 'EADDRINUSE'
        ? `port ${port} is taken; set PORT to another`
        : `cannot listen on ${host}:${port}: ${code}`,
    );
  }
  const { port: bound } = http.address() as AddressInfo;
  listensAt = `http://${host.includes(':') ? `[${host}]` : host}:${bound}`;
  return {
    url: `${listensAt}/graphql`,
    stop: async () => {
      stopping = true;
      await setTimeout(settings.shutdownDelay);
      await apollo.stop();
      metrics.close();
      canary.stop();
      await stopTrimming();
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
