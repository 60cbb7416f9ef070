/** What every answer carries: of what data it is, what it cost, and a status that says how it went. */
import type { ApolloServerPlugin } from '@apollo/server';
import { type Code, isCode, meaningOf } from './codes.ts';
import type { ServerContext } from './context.ts';
import type { Settings } from './settings.ts';

/** Completes answers before they are sent. */
export function completeAnswers({ maxCost }: Settings): ApolloServerPlugin<ServerContext> {
  return {
    requestDidStart: async () => ({
      willSendResponse: async ({ response: { body, http }, contextValue: { graph, cost } }) => {
        if (body.kind !== 'single') return;
        const { data, errors, extensions } = body.singleResult;
        body.singleResult.extensions = {
          ...extensions,
          // Not known of what was refused before it was priced.
          cost: { requested: cost ?? null, limit: maxCost },
          // So that it can be cited: the version, and the digest.
          ...(data !== undefined && { graph: graph.version() }),
        };
        if (errors === undefined || Object.values(data ?? {}).some((value) => value !== null)) return;
        const { status, retryAfter } = meaningOf(codeOf(errors[0]));
        // Nothing but errors: whoever looks at statuses alone is told too. Apollo Server knows better what was wrong
        // with a request, and takes for our fault what it does not know.
        if (http.status === undefined || status >= 500) http.status = status;
        if (retryAfter !== undefined) http.headers.set('retry-after', String(retryAfter));
      },
    }),
  };
}

/** The code of an error that has been formatted. */
export function codeOf(error: { readonly extensions?: Readonly<Record<string, unknown>> } | undefined): Code {
  const code = error?.extensions?.['code'];
  return isCode(code) ? code : 'INTERNAL_SERVER_ERROR';
}
