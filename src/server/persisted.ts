/** Persisted queries: clients send the hash of a query that the service has seen. What is kept is bounded. */
import type { ApolloServerOptions } from '@apollo/server';
import { LRUCache } from 'lru-cache';

type Cache = Exclude<NonNullable<ApolloServerOptions<object>['persistedQueries']>, false>['cache'];

/** A cache of at most so many bytes, of which those go first that were not asked for the longest. */
export function boundedCache(maxBytes: number): NonNullable<Cache> {
  const held = new LRUCache<string, string>({
    maxSize: maxBytes,
    sizeCalculation: (text, key) => Buffer.byteLength(text) + key.length,
  });
  return {
    get: async (key) => held.get(key),
    set: async (key, text) => void held.set(key, text),
    delete: async (key) => held.delete(key),
  };
}
