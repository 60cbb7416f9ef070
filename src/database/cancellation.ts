/**
 * Who waits for what the database does. A statement is sent on somebody's behalf, and given up when they have gone:
 * the client hung up, or the time was over. Work that several wait for goes on until the last of them has gone.
 */
import { AsyncLocalStorage } from 'node:async_hooks';

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

/** Somebody who waits. (An AbortSignal says the same, at several times the price, and each request has one.) */
export interface Waiter {
  /** Why they have gone; undefined as long as they wait. */
  readonly gone: Cancelled | undefined;
  /** Goes, once and for all. */
  leave(reason: Cancelled): void;
  /** Calls when they go, at once if they have gone; what it gives takes that back. */
  onLeave(call: (reason: Cancelled) => void): () => void;
}

export function newWaiter(): Waiter {
  const calls = new Set<(reason: Cancelled) => void>();
  let gone: Cancelled | undefined;
  return {
    get gone() {
      return gone;
    },
    leave: (reason) => {
      if (gone !== undefined) return;
      gone = reason;
      for (const call of calls) call(reason);
      calls.clear();
    },
    onLeave: (call) => {
      if (gone !== undefined) call(gone);
      else calls.add(call);
      return () => void calls.delete(call);
    },
  };
}

/** Who asks just now, until the call returns. What is asked for later, without `carry`, is on nobody's behalf. */
let asking: Waiter | undefined;
/** Who waits for the work that is done: it goes along with all that the work awaits. */
const working = new AsyncLocalStorage<Waiter>();
let worksInProgress = 0;

/** Sets who asks from now on; gives who asked before, which is to be set again before anything else is done. */
export function setAsker(waiter: Waiter | undefined): Waiter | undefined {
  const before = asking;
  asking = waiter;
  return before;
}

/** Calls on somebody's behalf: what is asked for before the call returns is theirs. */
export function asAsker<Result>(waiter: Waiter | undefined, call: () => Result): Result {
  const before = setAsker(waiter);
  try {
    return call();
  } finally {
    setAsker(before);
  }
}

/** Lets what is to be done later ask on behalf of who asks now. */
export function carry<Value, Result>(call: (value: Value) => Result): (value: Value) => Result {
  const waiter = asking;
  return waiter === undefined ? call : (value) => asAsker(waiter, () => call(value));
}

/**
 * Does work on somebody's behalf, to its end. While there is such work, each promise of the process costs more (Node
 * before 24 follows all of them), so that requests that are answered from memory do none.
 */
export async function onBehalfOf<Result>(waiter: Waiter, work: () => Result | Promise<Result>): Promise<Result> {
  worksInProgress += 1;
  try {
    return await asAsker(waiter, () => working.run(waiter, work));
  } finally {
    worksInProgress -= 1;
    if (worksInProgress === 0) working.disable();
  }
}

/** On whose behalf this is done; undefined: on nobody's, and nobody can give it up. */
export const waiterNow = (): Waiter | undefined => asking ?? working.getStore();

/** Does work on nobody's behalf for so many milliseconds at the most. */
export async function within<Result>(milliseconds: number, work: () => Promise<Result>): Promise<Result> {
  const waiter = newWaiter();
  const timer = setTimeout(() => waiter.leave(new DeadlineExceeded()), milliseconds);
  return await onBehalfOf(waiter, work).finally(() => clearTimeout(timer));
}

/** Work that several may wait for. */
export interface Shared {
  /** Waits for it too; false if it has been given up, so that it must be begun anew. */
  join(): boolean;
  /** Does it, on behalf of all who wait. */
  run<Result>(work: () => Promise<Result>): Promise<Result>;
}

export function shareWork(): Shared {
  const all = newWaiter();
  const waiting = new Set<Waiter>();
  let forNobody = false;
  return {
    join: () => {
      if (all.gone !== undefined) return false;
      const waiter = waiterNow();
      if (waiter === undefined) forNobody = true;
      else if (!waiting.has(waiter)) {
        waiting.add(waiter);
        waiter.onLeave((reason) => {
          waiting.delete(waiter);
          if (waiting.size === 0 && !forNobody) all.leave(reason);
        });
      }
      return true;
    },
    run: async (work) => await onBehalfOf(all, work),
  };
}
