/** So many bytes for all that is held: what was not asked for the longest goes first, from the cache that has the most. */
import { LRUCache } from 'lru-cache';
import { bytesOf } from './bytes.ts';

/** What is held by key, as far as there is room. */
interface Held<Key extends string | number, Value extends object> {
  get(key: Key): Value | undefined;
  set(key: Key, value: Value): void;
  delete(key: Key): void;
  clear(): void;
  usage(): { readonly held: number; readonly bytes: number };
}

/** Makes caches that share the room. */
export type Memory = <Key extends string | number, Value extends object>() => Held<Key, Value>;

/** Keeps nothing: for what is read together, and kept elsewhere. */
export const keepNothing: Memory = () => ({
  get: () => undefined,
  set: () => {},
  delete: () => {},
  clear: () => {},
  usage: () => ({ held: 0, bytes: 0 }),
});

/** What one more entry takes beside its key and its value: its places in the cache's tables. */
const entryBytes = 200;

/** Room for so many bytes, as bytes.ts estimates them. */
export function openMemory(maxBytes: number): Memory {
  const caches: { readonly calculatedSize: number; pop(): unknown }[] = [];
  const makeRoom = (): void => {
    for (;;) {
      let total = 0;
      let largest = caches[0];
      for (const cache of caches) {
        total += cache.calculatedSize;
        if (largest === undefined || cache.calculatedSize > largest.calculatedSize) largest = cache;
      }
      if (total <= maxBytes) return;
      largest?.pop();
    }
  };
  return <Key extends string | number, Value extends object>(): Held<Key, Value> => {
    // What is larger than all the room is not kept at all.
    const cache = new LRUCache<Key, Value>({
      maxSize: maxBytes,
      sizeCalculation: (value, key) => entryBytes + bytesOf(key) + bytesOf(value),
    });
    caches.push(cache);
    return {
      get: (key) => cache.get(key),
      set: (key, value) => {
        cache.set(key, value);
        makeRoom();
      },
      delete: (key) => void cache.delete(key),
      clear: () => cache.clear(),
      usage: () => ({ held: cache.size, bytes: cache.calculatedSize }),
    };
  };
}
