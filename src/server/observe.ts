/** Tells the log and the metrics of each request: a line for one that failed or was slow, with no variables. */
import type { ApolloServerPlugin } from '@apollo/server';
import { codeOf } from './answers.ts';
import { meaningOf } from './codes.ts';
import type { ServerContext } from './context.ts';
import type { Log } from './log.ts';
import type { Metrics } from './metrics.ts';
import type { Settings } from './settings.ts';

/** Knows of each error which request it is of. */
export type RequestOf = WeakMap<object, ServerContext>;

export function observeRequests(
  requestOf: RequestOf,
  { slowRequest }: Settings,
  { log, metrics }: { readonly log: Log; readonly metrics: Metrics },
): ApolloServerPlugin<ServerContext> {
  return {
    requestDidStart: async () => ({
      didEncounterErrors: async ({ errors, contextValue }) => {
        for (const error of errors) requestOf.set(error, contextValue);
      },
      willSendResponse: async ({ response: { body }, operationName, operation, contextValue }) => {
        const { id, began, cost, faults, waiter } = contextValue;
        const milliseconds = performance.now() - began;
        const codes = body.kind === 'single' ? [...new Set(body.singleResult.errors?.map(codeOf))] : [];
        // Only what is an operation has a name that is worth counting by.
        const name = operation === undefined ? undefined : (operationName ?? 'anonymous');
        // Nobody reads what is answered to who has gone.
        if (waiter.gone?.reason === 'gone')
          return metrics.request({ operation: name, codes: ['GONE'], milliseconds, cost });
        metrics.request({ operation: name, codes, milliseconds, cost });
        const failed = faults.length > 0 || codes.some((code) => meaningOf(code).status >= 500);
        if (!failed && milliseconds < slowRequest) return;
        const [err, ...others] = faults;
        log(`${failed ? 'error' : 'slow'} ${id}`, {
          requestId: id,
          operation: operationName ?? null,
          codes,
          milliseconds: Math.round(milliseconds),
          cost: cost ?? null,
          ...(err !== undefined && { err }),
          ...(others.length > 0 && { others: others.map(String) }),
        });
      },
    }),
  };
}
