/** What has been read is kept, up to a bound, until the change log says that it has changed. */
import DataLoader from 'dataloader';
import { LRUCache } from 'lru-cache';
import { type Shared, shareWork } from '../database/waiting.ts';
import type { Maybe } from './maybe.ts';

/** Rows of one sort by key. */
export interface Rows<Key extends string | number, Row> {
  /** The row, or null if there is none; promised if it has to be read. */
  load(key: Key): Maybe<Row | null>;
  /** The row if it has been read, or null if it is known that there is none; undefined if it would have to be read. */
  held(key: Key): Row | null | undefined;
  forget(key: Key): void;
  clear(): void;
  usage(): CacheUsage;
}

export interface CacheUsage {
  /** How many are held. */
  readonly held: number;
  /** How often one was asked for that was not. */
  readonly misses: number;
}

/** How many rows of one sort are kept. */
const rowsKept = 50_000;
/** How many answers to whole questions are kept: lists, timelines, searches, statistics. */
const answersKept = 2_000;

interface Held<Row> {
  readonly row: Row | null;
}

/**
 * Keeps rows by key.
 * @param read gives the rows in the order of the keys, null where there is none. What is asked for in one turn of the
 * event loop, by whichever request, is read together.
 */
export function keepRows<Key extends string | number, Row>(
  read: (keys: readonly Key[]) => Promise<readonly (Row | null)[]>,
): Rows<Key, Row> {
  const held = new LRUCache<Key, Held<Row>>({ max: rowsKept });
  let forgotten = 0;
  let misses = 0;
  /** What is being collected, and what is being read: on behalf of all who asked for any of it. */
  let next = shareWork();
  const reading = new Map<Key, Shared>();
  const loader: DataLoader<Key, Row | null> = new DataLoader(async (keys) => {
    const mine = next;
    next = shareWork();
    const before = forgotten;
    try {
      const rows = await mine.run(async () => await read(keys));
      // What was forgotten while it was read may be old: it is answered with, and not kept.
      if (before === forgotten) for (const [index, key] of keys.entries()) held.set(key, { row: rows[index] ?? null });
      return rows.map((row) => row ?? null);
    } finally {
      for (const key of keys) {
        if (reading.get(key) !== mine) continue;
        reading.delete(key);
        loader.clear(key);
      }
    }
  });
  const fetch = (key: Key): Promise<Row | null> => {
    misses += 1;
    if (reading.get(key)?.join() !== true) {
      // It is not being read, or those who had it read have gone.
      loader.clear(key);
      next.join();
      reading.set(key, next);
    }
    return loader.load(key);
  };
  return {
    load: (key) => {
      const hit = held.get(key);
      return hit === undefined ? fetch(key) : hit.row;
    },
    usage: () => ({ held: held.size, misses }),
    held: (key) => held.get(key)?.row,
    forget: (key) => {
      forgotten += 1;
      held.delete(key);
    },
    clear: () => {
      forgotten += 1;
      held.clear();
    },
  };
}

/** Answers to whole questions. */
export interface Answers {
  /** The answer to a question, worked out if it is not held. The key names the question in full. */
  get<Answer extends object>(key: string, work: () => Promise<Answer>): Maybe<Answer>;
  clear(): void;
  usage(): CacheUsage;
}

/** Keeps answers; whatever changes, all are forgotten, for any row may have had a part in any answer. */
export function keepAnswers(): Answers {
  const held = new LRUCache<string, object>({ max: answersKept });
  const working = new Map<string, { readonly answer: Promise<object>; readonly shared: Shared }>();
  let forgotten = 0;
  let misses = 0;
  return {
    get: <Answer extends object>(key: string, work: () => Promise<Answer>): Maybe<Answer> => {
      const hit = held.get(key);
      // The key names the question, and with it the sort of the answer.
      if (hit !== undefined) return hit as Answer;
      misses += 1;
      const under = working.get(key);
      if (under?.shared.join() === true) return under.answer as Promise<Answer>;
      const before = forgotten;
      const shared = shareWork();
      shared.join();
      const answer = shared
        .run(work)
        .then((found) => {
          if (before === forgotten) held.set(key, found);
          return found;
        })
        .finally(() => {
          if (working.get(key)?.answer === answer) working.delete(key);
        });
      working.set(key, { answer, shared });
      return answer;
    },
    usage: () => ({ held: held.size, misses }),
    clear: () => {
      forgotten += 1;
      held.clear();
      working.clear();
    },
  };
}

/** Keeps one value, worked out when it is first asked for; what failed, or was given up, is worked out anew. */
export function keepOne<Value>(work: () => Promise<Value>): () => Maybe<Value> {
  let held: { readonly value: Value } | undefined;
  let under: { readonly answer: Promise<Value>; readonly shared: Shared } | undefined;
  return () => {
    if (held !== undefined) return held.value;
    if (under?.shared.join() === true) return under.answer;
    const shared = shareWork();
    shared.join();
    const answer = shared
      .run(work)
      .then((value) => {
        held = { value };
        return value;
      })
      .finally(() => {
        if (under?.answer === answer) under = undefined;
      });
    under = { answer, shared };
    return answer;
  };
}
