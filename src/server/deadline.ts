/** Work ends when nobody waits for it any more. */
import type { ExecutionResult } from 'graphql';
import type { Waiter } from '../database/cancellation.ts';
import { passing } from '../database/connectionErrors.ts';
import { innermost } from './errors.ts';

/**
 * Waits for an answer as long as somebody waits for it. One that lacks something because the database was away, or time
 * was, is none: what is missing from it would be taken for what there is not.
 * @throws DatabaseAway, Cancelled
 */
export async function untilGone(waiter: Waiter, work: Promise<ExecutionResult>): Promise<ExecutionResult> {
  let forget = (): void => {};
  const gone = new Promise<never>((_, reject) => {
    forget = waiter.onLeave(reject);
  });
  const result = await Promise.race([work, gone]).finally(forget);
  for (const error of result.errors ?? []) {
    const reason = passing(innermost(error));
    if (reason !== undefined) throw reason;
  }
  return result;
}
