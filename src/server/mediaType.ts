/** The media types in which GraphQL is answered. Statuses mean more in the second: see answers.ts. */
import type { Request } from 'express';

export const json = 'application/json; charset=utf-8';
export const graphqlResponse = 'application/graphql-response+json; charset=utf-8';

export type MediaType = typeof json | typeof graphqlResponse;

/** The one that a client prefers, the first where it does not mind; undefined: it takes neither. */
export function mediaTypeFor(request: Request): MediaType | undefined {
  const { accept = '*/*' } = request.headers;
  // What most clients send is not read as a list of types: it is asked of each request.
  if (accept === '*/*' || accept === 'application/json') return json;
  const type = request.accepts([json, graphqlResponse]);
  return type === json || type === graphqlResponse ? type : undefined;
}
