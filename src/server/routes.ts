/** What is served where: GraphQL, exports, identifiers, the dashboard, and what operators look at. */
import type { ApolloServer } from '@apollo/server';
import compression from 'compression';
import express, { type Express } from 'express';
import type { GraphQLSchema } from 'graphql';
import type { Database } from '../database/open.ts';
import type { PresentGraph } from '../graph/graph.ts';
import type { Admission } from './admission.ts';
import type { Canary } from './canary.ts';
import type { ServerContext } from './context.ts';
import { dashboardRouter, leadToExplorer } from './dashboard.ts';
import { dryRunHeader, isDryRun } from './dryRun.ts';
import { openTags } from './entityTag.ts';
import type { ErrorFormatter } from './errors.ts';
import { exportRouter } from './export.ts';
import { answerGraphql } from './graphql.ts';
import { healthRouter } from './health.ts';
import {
  allowOrigins,
  answerBadRequest,
  answerNotFound,
  checkAddress,
  securityHeaders,
  securityHeadersOfData,
} from './http.ts';
import { identifierRouter, wantsPage } from './identifier.ts';
import type { Log } from './log.ts';
import { mediaTypeFor } from './mediaType.ts';
import type { Metrics } from './metrics.ts';
import type { Outbox } from './outbox.ts';
import { findPast, pastOf } from './pastAsked.ts';
import { schemaRouter } from './schemaFile.ts';
import type { Settings } from './settings.ts';

interface RouteParts {
  readonly schema: GraphQLSchema;
  readonly database: Database;
  readonly graph: PresentGraph;
  readonly apollo: ApolloServer<ServerContext>;
  readonly admission: Admission;
  readonly outbox: Outbox;
  readonly metrics: Metrics;
  readonly canary: Canary;
  readonly formatError: ErrorFormatter;
  readonly log: Log;
  readonly settings: Settings;
  /** Where the service can be reached. */
  readonly address: () => string;
  /** Whether it takes no more requests. */
  readonly stopping: () => boolean;
}

/** Adds all routes to an application, in the order in which they are tried. */
export function addRoutes(app: Express, parts: RouteParts): void {
  const { schema, database, graph, apollo, admission, outbox, metrics, canary, formatError, log, settings } = parts;
  const { address, stopping } = parts;
  // Express would hash each answer once it is made; the tags of ours are known before.
  app.disable('etag');
  // What it is made with is nobody's concern.
  app.disable('x-powered-by');
  if (settings.corsOrigins.length > 0) app.use(allowOrigins(settings));
  const tagged = openTags({
    version: (response) => pastOf(response)?.data ?? graph.version(),
    settings,
    onUnchanged: (id) => {
      metrics.unchanged();
      if (settings.logLevel === 'info') log(`unchanged ${id}`, {}, 'info');
    },
  });
  // First, and each handler once for all methods: every question comes by here.
  app
    .route('/graphql')
    .all(securityHeadersOfData)
    .get(
      tagged({
        about: (request) => (isDryRun(request) ? undefined : mediaTypeFor(request)),
        vary: `Accept, Accept-Encoding, ${dryRunHeader}`,
      }),
      leadToExplorer,
    )
    .all(
      express.json({ limit: settings.maxBodyBytes, strict: false }),
      answerGraphql({ apollo, graph, admission, outbox, settings }),
    );
  app.use(checkAddress, securityHeaders, compression());
  if (settings.introspection) app.use(schemaRouter(schema, settings));
  app.use(healthRouter({ graph, metrics, canary, settings, stopping }));
  app.use(dashboardRouter());
  const exporting = { database, admission, address, format: formatError, log, settings };
  app.use(['/export', '/id'], findPast(exporting));
  app.use('/export', tagged({ about: address, vary: 'Accept-Encoding' }), exportRouter(exporting));
  app.use(
    '/id',
    tagged({ about: (request) => (wantsPage(request) ? undefined : address()), vary: 'Accept, Accept-Encoding' }),
    identifierRouter(exporting),
  );
  app.use(answerBadRequest(settings, formatError));
  app.use(answerNotFound);
}
