/** What one request asks of the database at a time: whoever asks a hundred questions leaves connections to others. */
import { type CostQueue, openCostQueue } from './costQueue.ts';

/** How many long questions of one request are worked on at a time. Reads by key are shared, and do not count. */
const atOnce = 2;

const queueOf = new WeakMap<AbortSignal, CostQueue>();

/**
 * Does work when the request has a turn free, in the order in which it was asked for.
 * @param signal the request's; undefined: it is of no request, and done at once.
 * @throws the signal's reason, if it was aborted by then.
 */
export async function limitConcurrency<Result>(
  signal: AbortSignal | undefined,
  work: () => Result | Promise<Result>,
): Promise<Result> {
  if (signal === undefined) return await work();
  const queue = queueOf.get(signal) ?? openCostQueue(atOnce);
  queueOf.set(signal, queue);
  const turn = queue.take(1);
  try {
    if (turn.come !== undefined) await turn.come;
    signal.throwIfAborted();
    return await work();
  } finally {
    turn.end();
  }
}
