/** Reads that may take long, in batches: one is cancelled when all who asked for any of it have gone. */
import DataLoader from 'dataloader';
import { openWaiters, type Waiters } from '../../database/cancellation.ts';
import type { MaybePromise } from '../maybePromise.ts';
import type { CacheUsage } from './cache.ts';
import type { Memory } from './memory.ts';

export interface CancellableLoader<Key, Value> {
  /** @param signal of who asks; undefined: it is read to its end. */
  load(key: Key, signal: AbortSignal | undefined): MaybePromise<Value>;
  clear(): void;
  usage(): CacheUsage;
}

/**
 * Keeps values by key, as far as there is room.
 * @param nameOf names a key in full.
 * @param read gives the values in the order of the keys. What is asked for in one turn of the event loop, by whichever
 * request, is read together.
 */
export function cancellableLoader<Key, Value extends object>(
  memory: Memory,
  nameOf: (key: Key) => string,
  read: (keys: readonly Key[], signal: AbortSignal) => Promise<readonly Value[]>,
): CancellableLoader<Key, Value> {
  const held = memory<string, Value>();
  let invalidations = 0;
  let misses = 0;
  /** Of the batch that is being collected, and of those that are being read, by their keys' names. */
  let next = openWaiters();
  const reading = new Map<string, Waiters>();
  const readAll = async (keys: readonly Key[]): Promise<readonly Value[]> => {
    const [mine, before] = [next, invalidations];
    next = openWaiters();
    try {
      const values = await read(keys, mine.signal);
      // What was forgotten while it was read may be old: it is answered with, and not kept.
      if (before === invalidations)
        for (const [index, value] of values.entries()) held.set(nameOf(keys[index] as Key), value);
      return values;
    } finally {
      for (const key of keys) {
        if (reading.get(nameOf(key)) !== mine) continue;
        reading.delete(nameOf(key));
        loader.clear(key);
      }
    }
  };
  const loader = new DataLoader<Key, Value, string>(readAll, { cacheKeyFn: nameOf });
  return {
    load: (key, signal) => {
      const name = nameOf(key);
      const hit = held.get(name);
      if (hit !== undefined) return hit;
      misses += 1;
      if (reading.get(name)?.join(signal) !== true) {
        // It is not being read, or those who had it read have gone.
        loader.clear(key);
        next.join(signal);
        reading.set(name, next);
      }
      return loader.load(key);
    },
    clear: () => {
      invalidations += 1;
      held.clear();
    },
    usage: () => ({ ...held.usage(), misses }),
  };
}
