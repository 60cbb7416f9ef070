/** Tells the log and the metrics of each request: a line for one that failed or was slow, or at `info` for all, with no variables. */
import type { ApolloServerPlugin } from '@apollo/server';
import { DeadlineExceeded } from '../database/cancellation.ts';
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
  { slowRequest, logLevel }: Settings,
  { log, metrics }: { readonly log: Log; readonly metrics: Metrics },
): ApolloServerPlugin<ServerContext> {
  return {
    requestDidStart: async () => ({
      didEncounterErrors: async ({ errors, contextValue }) => {
        for (const error of errors) requestOf.set(error, contextValue);
      },
      willSendResponse: async ({ response: { body }, operationName, operation, contextValue }) => {
        const { id, began, faults, signal, dryRun } = contextValue;
        // What was only priced cost nothing.
        const cost = dryRun ? undefined : contextValue.cost;
        const milliseconds = performance.now() - began;
        const codes = body.kind === 'single' ? [...new Set(body.singleResult.errors?.map(codeOf))] : [];
        // Only what is an operation has a name that is worth counting by.
        const name = operation === undefined ? undefined : operationName;
        // Nobody reads what is answered to who has gone.
        const gone = signal.aborted && !(signal.reason instanceof DeadlineExceeded);
        metrics.request({ operation: name, codes: gone ? ['GONE'] : codes, milliseconds, cost });
        const failed = !gone && (faults.length > 0 || codes.some((code) => meaningOf(code).status >= 500));
        const slow = !gone && milliseconds >= slowRequest;
        if (!failed && !slow && logLevel !== 'info') return;
        const [err, ...others] = gone ? [] : faults;
        const details = {
          requestId: id,
          operation: operationName ?? null,
          codes,
          milliseconds: Math.round(milliseconds),
          cost: cost ?? null,
          ...(err !== undefined && { err }),
          ...(others.length > 0 && { others: others.map(String) }),
        };
        if (failed || slow) log(`${failed ? 'error' : 'slow'} ${id}`, details);
        else log(`${gone ? 'gone' : 'answered'} ${id}`, details, 'info');
      },
    }),
  };
}
