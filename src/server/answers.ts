/** What every answer carries: of what data it is, what it cost, and a status that says how it went. */
import type { ApolloServerPlugin, HTTPGraphQLHead } from '@apollo/server';
import type { DataVersion } from '../store/version.ts';
import { type Code, isCode, meaningOf } from './codes.ts';
import type { ServerContext } from './context.ts';
import { json, type MediaType } from './mediaType.ts';
import type { Settings } from './settings.ts';

/** Completes answers before they are sent. */
export function completeAnswers({ maxCost, cacheControl }: Settings): ApolloServerPlugin<ServerContext> {
  return {
    requestDidStart: async () => ({
      willSendResponse: async ({ request, response: { body, http }, contextValue }) => {
        if (body.kind !== 'single') return;
        const { graph, cost, truncated, version, tag, dryRun } = contextValue;
        const { data, errors, extensions } = body.singleResult;
        const now = graph.version();
        body.singleResult.extensions = {
          ...extensions,
          // Not known of what was refused before it was priced.
          cost: { requested: cost ?? null, limit: maxCost },
          // So that it can be cited: the version, and the digest.
          ...(data !== undefined && !dryRun && { graph: readBetween(version, now) }),
          // What there is more of than was asked for: the first such lists, and how many they are.
          ...(truncated !== undefined &&
            truncated.count > 0 && { truncated: truncated.told, truncatedCount: truncated.count }),
        };
        http.headers.set('content-type', contextValue.mediaType);
        if (request.http?.method === 'GET') {
          // What went wrong may not go wrong again, and what is of two versions is of none.
          const keeps = tag !== undefined && errors === undefined && version.version === now.version;
          http.headers.set('cache-control', keeps ? cacheControl : 'no-store');
          if (keeps) http.headers.set('etag', tag);
        }
        if (errors !== undefined) setStatus(http, contextValue.mediaType, data !== undefined, codeOf(errors[0]));
      },
    }),
  };
}

/**
 * Sets the status of an answer with errors, as GraphQL over HTTP has it. What was executed is 200, whatever went wrong in
 * it. What was not has the status of its code as application/graphql-response+json. As application/json it is 200 too if
 * the client can mend it, since some clients look at no other answer; but what a proxy should notice, that it can be had
 * elsewhere or later, and that it was no request, keeps its status.
 */
function setStatus(http: HTTPGraphQLHead, mediaType: MediaType, executed: boolean, code: Code): void {
  const { status, retryAfter } = meaningOf(code);
  if (executed) http.status = 200;
  // Apollo Server knows better what was wrong with a request, and takes for our fault what it does not know.
  else if (code === 'BAD_REQUEST') http.status ??= status;
  else http.status = mediaType === json && status < 500 ? 200 : status;
  if (!executed && retryAfter !== undefined) http.headers.set('retry-after', String(retryAfter));
}

/** Of what data an answer is: where they changed while it was worked out, of those of before, of after, or of both. */
const readBetween = (begun: DataVersion, ended: DataVersion) =>
  begun.version === ended.version ? begun : { ...begun, until: ended };

/** The code of an error that has been formatted. */
export function codeOf(error: { readonly extensions?: Readonly<Record<string, unknown>> } | undefined): Code {
  const code = error?.extensions?.['code'];
  return isCode(code) ? code : 'INTERNAL_SERVER_ERROR';
}
