/** The one way to the data: the public API, asked with generated, typed operations. */
import { Client, fetchExchange, makeOperation, mapExchange, type OperationResult } from '@urql/core';
import { persistedExchange } from '@urql/exchange-persisted';
import { keepAnswers } from './kept.ts';
import { asKnownAt, type KnownAt } from './knownAt.ts';
import { askTogether } from './together.ts';

/** The SHA-256 of a query; empty where the browser computes none, as on a page that came without HTTPS. */
async function hashOf(query: string): Promise<string> {
  // Its type says that it is always there.
  const { subtle }: { readonly subtle?: SubtleCrypto } = crypto;
  const bytes = await subtle?.digest('SHA-256', new TextEncoder().encode(query));
  return bytes === undefined
    ? ''
    : [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** What asks for the graph as it is, and as it was known: what one keeps is no answer to the other. */
const clients = new Map<string, Client>();

/** Asks for the graph as it was known; null: as it is. */
export function clientAt(known: KnownAt | null): Client {
  const name = JSON.stringify(known);
  const client = clients.get(name) ?? openClient(known);
  clients.set(name, client);
  return client;
}

const openClient = (known: KnownAt | null): Client =>
  new Client({
    url: '/graphql',
    // By its hash, a question of any length is asked by GET: the browser keeps its answer, and asks only whether that
    // still holds. Longer addresses than 2 kB are cut off by some proxies: what comes to more goes by POST.
    exchanges: [
      mapExchange({
        onOperation: (one) => makeOperation(one.kind, { ...one, query: asKnownAt(one.query, known) }, one.context),
        onResult: wholeOrNone,
      }),
      keepAnswers,
      askTogether,
      persistedExchange({ generateHash: hashOf }),
      fetchExchange,
    ],
    preferGetMethod: 'within-url-limit',
    // A hash that the service does not know yet is nothing that a browser should complain of: asked for JSON, it answers
    // 200.
    fetchOptions: { headers: { accept: 'application/json' } },
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
