/** The one way to the data: the public API, asked with generated, typed operations. */
import { Client, cacheExchange, fetchExchange, mapExchange, type OperationResult } from '@urql/core';

export const client = new Client({
  url: '/graphql',
  exchanges: [mapExchange({ onResult: wholeOrNone }), cacheExchange, fetchExchange],
  // What is asked by GET the browser keeps, and asks only whether it still holds. Longer addresses are cut off by some
  // proxies: whatever comes to more than 2 kB goes by POST.
  preferGetMethod: 'within-url-limit',
});

/**
 * An answer that lacks a part because of an error is none, and the error is shown in its place: what is asked for together
 * is shown together. The types of the operations count on it: see codegen.ts.
 */
function wholeOrNone(result: OperationResult): OperationResult {
  const { data, error } = result;
  const lacks = error?.graphQLErrors.some(({ path }) => path?.[0] !== undefined && data?.[path[0]] === null);
  return lacks ? { ...result, data: undefined } : result;
}

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
