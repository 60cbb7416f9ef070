/** What Apollo Server keeps from one request for the next, bounded by its bytes. */
import { LRUCache } from 'lru-cache';

/** A store as Apollo Server takes one. */
export interface Store<Value> {
  get(key: string): Promise<Value | undefined>;
  set(key: string, value: Value): Promise<void>;
  delete(key: string): Promise<boolean>;
  /** Bytes of all that is kept. */
  bytes(): number;
}

/** A store of at most so many bytes, of which those values go first that were not asked for the longest. */
export function openStore<Value extends object | string>(
  maxBytes: number,
  bytesOf: (value: Value) => number,
): Store<Value> {
  const held = new LRUCache<string, Value>({
    maxSize: maxBytes,
    sizeCalculation: (value, key) => bytesOf(value) + key.length,
  });
  return {
    get: async (key) => held.get(key),
    set: async (key, value) => void held.set(key, value),
    delete: async (key) => held.delete(key),
    bytes: () => held.calculatedSize,
  };
}
