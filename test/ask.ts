/** Asks the service under test, over HTTP, as a user would. */
import { inject } from 'vitest';

export interface Answer<Data> {
  readonly data?: Data | null;
  readonly errors?: readonly {
    readonly message: string;
    readonly path?: readonly (string | number)[];
    readonly extensions: Readonly<Record<string, unknown>>;
  }[];
}

/** Sends a query and gives what came back, errors and all. */
export async function post<Data>(
  query: string,
  variables: Readonly<Record<string, unknown>> = {},
): Promise<{ status: number; body: Answer<Data> }> {
  const response = await fetch(inject('url'), {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json' },
    body: JSON.stringify({ query, variables }),
  });
  return { status: response.status, body: (await response.json()) as Answer<Data> };
}

/** Sends a query that must succeed, and gives its data. */
export async function ask<Data>(query: string, variables?: Readonly<Record<string, unknown>>): Promise<Data> {
  const { body } = await post<Data>(query, variables);
  if (body.errors !== undefined || body.data === undefined || body.data === null) {
    throw new Error(`the query failed: ${JSON.stringify(body.errors, null, 2)}`);
  }
  return body.data;
}
