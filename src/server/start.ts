/** The HTTP service: GraphQL at /graphql, files under /export/, the dashboard, and what operators look at. */
import { once } from 'node:events';
import type { Server } from 'node:http';
import { setTimeout } from 'node:timers/promises';
import express from 'express';
import type { Database } from '../database/open.ts';
import { systemErrorOf } from '../database/thrown.ts';
import { keepTrimmed } from '../database/trimChanges.ts';
import { openGraph } from '../graph/graph.ts';
import { openPastGraphs } from '../graph/pastGraphs.ts';
import { buildSchema } from '../schema/index.ts';
import { openAdmission } from './admission.ts';
import { openApollo } from './apollo.ts';
import { openCanary } from './canary.ts';
import { CannotListen } from './cannotListen.ts';
import { documentBytes } from './documentBytes.ts';
import { errorFormatter } from './errors.ts';
import { compilingExecutor } from './execute.ts';
import { openHttp } from './http.ts';
import type { Log } from './log.ts';
import { openMetrics } from './metrics.ts';
import type { RequestOf } from './observe.ts';
import { openOutbox } from './outbox.ts';
import { addRoutes } from './routes.ts';
import { type Settings, standardSettings } from './settings.ts';
import { openStore } from './store.ts';

export interface Service {
  /** Where GraphQL is served. */
  readonly url: string;
  /** Says that it is not ready, takes no more requests, finishes those in flight if they end in time, and closes. */
  stop(): Promise<void>;
}

interface ServiceOptions {
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
  const pasts = openPastGraphs(database, {
    maxBytes: settings.maxPastBytes,
    onProgress: (message) => log(message, {}, 'info'),
  });
  const admission = openAdmission(settings);
  const executor = compilingExecutor(schema, settings.maxCompiledBytes);
  const outbox = openOutbox(settings.maxUnsentBytes);
  const documents = openStore(settings.maxDocumentBytes, documentBytes);
  const persisted = openStore<string>(settings.maxPersistedBytes, Buffer.byteLength);
  const stores = { documents, compiled: executor, persisted, past: { bytes: () => pasts.usage().bytes } };
  const requestOf: RequestOf = new WeakMap();
  const formatError = errorFormatter(schema, { suggest: settings.introspection, requestOf, log });
  const app = express();
  const { server: http, connections } = openHttp(app, settings);
  const metrics = openMetrics({ database, graph, admission, outbox, connections, stores });
  const shared = { schema, admission, metrics, formatError, log, settings };
  const apollo = openApollo({ ...shared, executor, pasts, http, documents, persisted, requestOf });
  const canary = openCanary({ read: database.read, admission, log }, settings.databaseTimeout + 10_000);
  const stopTrimming = keepTrimmed(database, settings.trimInterval, (err) =>
    log('the change log could not be trimmed; it is tried again', { err }),
  );
  const close = async (): Promise<void> => {
    canary.stop();
    await stopTrimming();
    await graph.close();
  };
  await apollo.start();
  let stopping = false;
  let listensAt = '';
  const address = (): string => settings.publicUrl || listensAt;
  addRoutes(app, { ...shared, database, graph, apollo, outbox, canary, address, stopping: () => stopping });
  try {
    listensAt = await listen(http, host, port);
  } catch (error) {
    await apollo.stop();
    await close();
    throw error;
  }
  return {
    url: `${listensAt}/graphql`,
    stop: async () => {
      stopping = true;
      await setTimeout(settings.shutdownDelay);
      await apollo.stop();
      metrics.close();
      await close();
    },
  };
}

/** Gives where it listens. @throws CannotListen */
async function listen(http: Server, host: string, port: number): Promise<string> {
  http.listen(port, host);
  try {
    await once(http, 'listening');
  } catch (error) {
    const { code } = systemErrorOf(error);
    throw new CannotListen(
      code === 'EADDRINUSE'
        ? `port ${port} is taken; set PORT to another`
        : `cannot listen on ${host}:${port}: ${code}`,
    );
  }
  const address = http.address();
  const bound = typeof address === 'object' && address !== null ? address.port : port;
  return `http://${host.includes(':') ? `[${host}]` : host}:${bound}`;
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
