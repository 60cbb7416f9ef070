/** What clients send, unless they are told otherwise. */
import { inject } from 'vitest';

export interface Sent {
  readonly method: string;
  readonly status: number;
  /** The media type of the answer. */
  readonly type: string;
}

/** A fetch for a client, which notes what it sends and how that is answered. */
export function notingFetch(): { readonly fetch: typeof fetch; readonly sent: readonly Sent[] } {
  const sent: Sent[] = [];
  return {
    sent,
    fetch: async (input, init) => {
      const request = new Request(input, init);
      const response = await fetch(request);
      const type = response.headers.get('content-type')?.split(';')[0] ?? '';
      sent.push({ method: request.method, status: response.status, type });
      return response;
    },
  };
}

export const json = 'application/json';
export const graphqlResponse = 'application/graphql-response+json';

/** Where the service under test answers. */
export const url = (): string => inject('url');

/** A question, and what is answered. */
export const whoIs = 'query WhoIs($id: ID!) { union(id: $id) { __typename id name } }';
export const psac = { __typename: 'Union', id: 'psac', name: 'Public Service Alliance of Canada' };

/** Questions that are refused: before they are executed, by what they ask for or by their variables, and while. */
export const refused = {
  'what there is not': { query: 'query { graf }', variables: {}, says: /Cannot query field "graf"/ },
  'a variable that does not fit': { query: whoIs, variables: { id: {} }, says: /ID cannot represent/ },
  'a page that cannot be': {
    query: 'query Page($first: Int) { unions(first: $first) { totalCount } }',
    variables: { first: 0 },
    says: /first: 0 is out of range; allowed: 1 to 100/,
  },
} as const;
