/** Apollo Server as the service uses it: it parses, checks and forms; the gateway limits and executes. */
import type { Server } from 'node:http';
import { ApolloServer } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled';
import { ApolloServerPluginDrainHttpServer } from '@apollo/server/plugin/drainHttpServer';
import type { DocumentNode, GraphQLSchema } from 'graphql';
import type { PastGraphs } from '../graph/pastGraphs.ts';
import type { Admission } from './admission.ts';
import { completeAnswers } from './answers.ts';
import type { ServerContext } from './context.ts';
import type { ErrorFormatter } from './errors.ts';
import type { Executor } from './execute.ts';
import { pricingGateway } from './gateway.ts';
import { documentLimits } from './limits/document.ts';
import { noServiceSdl } from './limits/hidden.ts';
import type { Log } from './log.ts';
import type { Metrics } from './metrics.ts';
import { observeRequests, type RequestOf } from './observe.ts';
import type { Settings } from './settings.ts';
import type { Store } from './store.ts';

interface ApolloParts {
  readonly schema: GraphQLSchema;
  readonly executor: Executor;
  readonly pasts: PastGraphs;
  readonly admission: Admission;
  readonly http: Server;
  /** Documents that have been parsed and found valid. */
  readonly documents: Store<DocumentNode>;
  /** Texts of queries, by their hashes. */
  readonly persisted: Store<string>;
  readonly requestOf: RequestOf;
  readonly formatError: ErrorFormatter;
  readonly log: Log;
  readonly metrics: Metrics;
  readonly settings: Settings;
}

/** Makes it; it is to be started. */
export function openApollo(parts: ApolloParts): ApolloServer<ServerContext> {
  const {
    schema,
    executor,
    pasts,
    admission,
    http,
    documents,
    persisted,
    requestOf,
    formatError,
    log,
    metrics,
    settings,
  } = parts;
  return new ApolloServer<ServerContext>({
    gateway: pricingGateway(schema, executor, pasts, admission, settings),
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
}
