/** What one request asks of the database at a time: whoever asks a hundred questions leaves connections to others. */
import { asAsker, type Waiter, waiterNow } from '../database/cancellation.ts';
import { type CostQueue, openCostQueue } from './costQueue.ts';

/** How many long questions of one request are worked on at a time. Reads by key are shared, and do not count. */
const atOnce = 2;

const queueOf = new WeakMap<Waiter, CostQueue>();

/**
 * Does work when the request that asks has a turn free, in the order in which it was asked for.
 * @throws Cancelled if the request has gone by then.
 */
export async function limitConcurrency<Result>(work: () => Result | Promise<Result>): Promise<Result> {
  const asker = waiterNow();
  if (asker === undefined) return await work();
  const queue = queueOf.get(asker) ?? openCostQueue(atOnce);
  queueOf.set(asker, queue);
  const turn = queue.take(1);
  try {
    if (turn.come !== undefined) await turn.come;
    if (asker.gone !== undefined) throw asker.gone;
    return await asAsker(asker, work);
  } finally {
    turn.end();
  }
}
