/**
 * Cancelling work that nobody waits for any more. Each request has an AbortSignal, which is aborted when its client
 * hangs up or its time is over. Long questions take it; reads by key take none: whoever asks for the same rows shares
 * them, and they run to their end, within the time limit of a statement.
 */

/** Nobody waits any more: whoever asked has gone. */
export class Cancelled extends Error {
  override readonly name: string = 'Cancelled';

  constructor(message = 'nobody waits any more') {
    super(message);
  }
}

/** Nobody waits any more, for the time is over. */
export class DeadlineExceeded extends Cancelled {
  override readonly name = 'DeadlineExceeded';

  constructor() {
    super('the time is over');
  }
}

/**
 * Calls when a signal is aborted, at once if it has been.
 * @returns takes that back.
 */
export function onAbort(signal: AbortSignal | undefined, call: () => void): () => void {
  if (signal?.aborted === true) call();
  else signal?.addEventListener('abort', call, { once: true });
  return () => signal?.removeEventListener('abort', call);
}

/** Does work for so many milliseconds at the most: then its signal is aborted with DeadlineExceeded. */
export async function withDeadline<Result>(
  milliseconds: number,
  work: (signal: AbortSignal) => Promise<Result>,
): Promise<Result> {
  const deadline = new AbortController();
  const timer = setTimeout(() => deadline.abort(new DeadlineExceeded()), milliseconds);
  return await work(deadline.signal).finally(() => clearTimeout(timer));
}

/** Those who wait for something. */
export interface Waiters {
  /** Aborted when the last of them has gone, for the reason that this one had. */
  readonly signal: AbortSignal;
  /** Waits too, for ever without a signal; false if all had gone, so that it must be begun anew. */
  join(signal: AbortSignal | undefined): boolean;
}

export function openWaiters(): Waiters {
  const all = new AbortController();
  // A request that asks for a thousand keys of a batch listens once: each listener is compared with all before it.
  const waiting = new Set<AbortSignal>();
  let forEver = false;
  return {
    signal: all.signal,
    join: (signal) => {
      if (all.signal.aborted) return false;
      if (signal === undefined) forEver = true;
      else if (!waiting.has(signal)) {
        waiting.add(signal);
        onAbort(signal, () => {
          waiting.delete(signal);
          if (waiting.size === 0 && !forEver) all.abort(signal.reason);
        });
      }
      return true;
    },
  };
}

/** Work that several may wait for. */
export interface SharedWork<Result> extends Pick<Waiters, 'join'> {
  readonly result: Promise<Result>;
}

/** Begins work that is cancelled when nobody waits for it any more. */
export function shareWork<Result>(work: (signal: AbortSignal) => Promise<Result>): SharedWork<Result> {
  const { signal, join } = openWaiters();
  // Begun in a microtask of its own, so that whoever begins it holds it by then.
  return { result: Promise.resolve(signal).then(work), join };
}
