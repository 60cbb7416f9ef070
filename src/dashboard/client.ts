/** The one way to the data: the public API, asked with generated, typed operations. */
import { Client, cacheExchange, fetchExchange } from '@urql/core';

export const client = new Client({
  url: '/graphql',
  exchanges: [cacheExchange, fetchExchange],
  preferGetMethod: false,
});

/** What data an answer was computed from; the service says it with every answer. */
export interface Computed {
  readonly version: number;
  readonly digest: string;
}

/** Reads what an answer says of its data, if it does. */
export function computedFrom(extensions: Record<string, unknown> | undefined): Computed | null {
  const graph = extensions?.['graph'];
  if (typeof graph !== 'object' || graph === null || !('version' in graph) || !('digest' in graph)) return null;
  const { version, digest } = graph;
  return typeof version === 'number' && typeof digest === 'string' ? { version, digest } : null;
}
