/** What has been read is kept, as far as there is room, until the change log says that it has changed. */
import DataLoader from 'dataloader';
import { type SharedWork, shareWork } from '../../database/cancellation.ts';
import { limitConcurrency } from '../concurrency.ts';
import type { MaybePromise } from '../maybePromise.ts';
import type { Memory } from './memory.ts';

/** Rows of one sort by key. */
export interface CachedLoader<Key, Row> {
  /** The row, or null if there is none; promised if it has to be read. */
  load(key: Key): MaybePromise<Row | null>;
  /** The row if it has been read, or null if it is known that there is none; undefined if it would have to be read. */
  peek(key: Key): Row | null | undefined;
  /** Gives what keeps a row that is read some other way from now on, unless something is forgotten meanwhile. */
  keeper(): (key: Key, row: Row) => void;
  invalidate(key: Key): void;
  clear(): void;
  usage(): CacheUsage;
}

export interface CacheUsage {
  /** How many are held, and about how many bytes they take. */
  readonly held: number;
  readonly bytes: number;
  /** How often one was asked for that was not. */
  readonly misses: number;
}

interface Found<Row> {
  readonly row: Row | null;
}

/**
 * Keeps rows by key, as far as there is room.
 * @param read gives the rows in the order of the keys, null where there is none. What is asked for in one turn of the
 * event loop, by whichever request, is read together.
 */
export function cachedLoader<Key extends string | number, Row>(
  memory: Memory,
  read: (keys: readonly Key[]) => Promise<readonly (Row | null)[]>,
): CachedLoader<Key, Row> {
  const held = memory<Key, Found<Row>>();
  let invalidations = 0;
  let misses = 0;
  // What was forgotten while it was read may be old: it is answered with, and not kept.
  const keeper = (): ((key: Key, row: Row | null) => void) => {
    const before = invalidations;
    return (key, row) => {
      if (before === invalidations) held.set(key, { row });
    };
  };
  const readAll = async (keys: readonly Key[]): Promise<(Row | null)[]> => {
    const keep = keeper();
    try {
      const rows = await inBatches(keys, read);
      for (const [index, key] of keys.entries()) keep(key, rows[index] ?? null);
      return rows.map((row) => row ?? null);
    } finally {
      for (const key of keys) loader.clear(key);
    }
  };
  const loader = new DataLoader<Key, Row | null>(readAll);
  return {
    load: (key) => {
      const hit = held.get(key);
      if (hit !== undefined) return hit.row;
      misses += 1;
      return loader.load(key);
    },
    usage: () => ({ ...held.usage(), misses }),
    peek: (key) => held.get(key)?.row,
    keeper,
    invalidate: (key) => {
      invalidations += 1;
      held.delete(key);
    },
    clear: () => {
      invalidations += 1;
      held.clear();
    },
  };
}

/** How many keys are read in one statement: what reads a few does not wait for long behind one that reads very many. */
const batchSize = 5_000;

async function inBatches<Key, Row>(
  keys: readonly Key[],
  read: (keys: readonly Key[]) => Promise<readonly Row[]>,
): Promise<readonly Row[]> {
  if (keys.length <= batchSize) return await read(keys);
  const rows: Row[] = [];
  for (let start = 0; start < keys.length; start += batchSize) {
    for (const row of await read(keys.slice(start, start + batchSize))) rows.push(row);
  }
  return rows;
}

/** Answers to whole questions: lists, timelines, searches, statistics. */
export interface Answers {
  /**
   * The answer to a question, worked out if it is not held. The key names the question in full.
   * @param signal of who asks: the work is cancelled when all who wait for it have gone.
   */
  get<Answer extends object>(
    key: string,
    signal: AbortSignal | undefined,
    work: (signal: AbortSignal) => Promise<Answer>,
  ): MaybePromise<Answer>;
  clear(): void;
  usage(): CacheUsage;
}

/** Keeps answers; whatever changes, all are forgotten, for any row may have had a part in any answer. */
export function openAnswerCache(memory: Memory): Answers {
  const held = memory<string, object>();
  const working = new Map<string, SharedWork<object>>();
  let invalidations = 0;
  let misses = 0;
  const workOut = (
    key: string,
    signal: AbortSignal | undefined,
    work: (signal: AbortSignal) => Promise<object>,
  ): MaybePromise<object> => {
    // While it waited for its turn, another may have had it worked out.
    const hit = held.get(key);
    if (hit !== undefined) return hit;
    const under = working.get(key);
    if (under?.join(signal) === true) return under.result;
    const before = invalidations;
    const shared = shareWork(async (all) => {
      try {
        const answer = await work(all);
        if (before === invalidations) held.set(key, answer);
        return answer;
      } finally {
        if (working.get(key) === shared) working.delete(key);
      }
    });
    shared.join(signal);
    working.set(key, shared);
    return shared.result;
  };
  return {
    get: <Answer extends object>(
      key: string,
      signal: AbortSignal | undefined,
      work: (signal: AbortSignal) => Promise<Answer>,
    ): MaybePromise<Answer> => {
      const hit = held.get(key);
      // The key names the question, and with it the sort of the answer.
      if (hit !== undefined) return hit as Answer;
      misses += 1;
      return limitConcurrency(signal, () => workOut(key, signal, work)) as Promise<Answer>;
    },
    usage: () => ({ ...held.usage(), misses }),
    clear: () => {
      invalidations += 1;
      held.clear();
      working.clear();
    },
  };
}

/** Keeps one value, worked out when it is first asked for; what failed, or was cancelled, is worked out anew. */
export function lazy<Value>(
  work: (signal: AbortSignal) => Promise<Value>,
): (signal: AbortSignal | undefined) => MaybePromise<Value> {
  let held: { readonly value: Value } | undefined;
  let under: SharedWork<Value> | undefined;
  const workOut = (signal: AbortSignal | undefined): MaybePromise<Value> => {
    if (held !== undefined) return held.value;
    if (under?.join(signal) === true) return under.result;
    const shared = shareWork(async (all) => {
      try {
        const value = await work(all);
        held = { value };
        return value;
      } finally {
        if (under === shared) under = undefined;
      }
    });
    shared.join(signal);
    under = shared;
    return shared.result;
  };
  return (signal) => (held === undefined ? limitConcurrency(signal, () => workOut(signal)) : held.value);
}
