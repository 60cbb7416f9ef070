/** Work ends when nobody waits for it any more. */
import type { ExecutionResult } from 'graphql';
import { onAbort } from '../database/cancellation.ts';
import { passing } from '../database/connectionErrors.ts';
import { innermost } from './errors.ts';

/** Waits until a signal is aborted, and no longer. @throws the signal's reason */
export async function untilAborted<Result>(signal: AbortSignal, work: Promise<Result>): Promise<Result> {
  let forget = (): void => {};
  const aborted = new Promise<never>((_, reject) => {
    forget = onAbort(signal, () => reject(signal.reason));
  });
  return await Promise.race([work, aborted]).finally(forget);
}

/**
 * An answer that is one. What lacks something because the database was away, or time was, is none: what is missing from
 * it would be taken for what there is not.
 * @throws DatabaseAway, Cancelled
 */
export function wholeAnswer(result: ExecutionResult): ExecutionResult {
  for (const error of result.errors ?? []) {
    const reason = passing(innermost(error));
    if (reason !== undefined) throw reason;
  }
  return result;
}
