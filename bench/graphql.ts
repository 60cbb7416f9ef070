/** Asks a GraphQL server one question. */
import { ask } from './load.ts';
import type { Variables } from './works/work.ts';

interface Answer {
  readonly data?: unknown;
  readonly errors?: readonly { readonly message: string; readonly extensions?: { readonly code?: string } }[];
}

/** A server does not know the question; the message is its own. */
export class NotServed extends Error {
  override readonly name = 'NotServed';
}

/**
 * Asks a GraphQL server.
 * @throws NotServed if it finds the question invalid.
 */
export async function askGraphql(url: string, query: string, variables: Variables): Promise<unknown> {
  const { data, errors } = (await ask(url, JSON.stringify({ query, variables }))) as Answer;
  if (errors === undefined) return data;
  const [first] = errors;
  if (first?.extensions?.code === 'GRAPHQL_VALIDATION_FAILED') throw new NotServed(first.message);
  throw new Error(`${url}: ${JSON.stringify(errors)}`);
}
