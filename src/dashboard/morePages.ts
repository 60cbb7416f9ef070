/** The pages of a panel's list: asked for one by one on the page, and all of them for what is taken away. */
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import type { Client, OperationResult } from '@urql/core';
import { useMemo, useState } from 'react';
import { type AnyVariables, useClient } from 'urql';
import { joined, nextCursor, type PageOf } from './paging.ts';
import { type Problem, problemOf } from './problem.ts';
import type { Asked } from './question.ts';
import { grown, type Truncation, truncationsOf } from './truncation.ts';

export interface Pages<Data> {
  /** The first page with those after it that were asked for. */
  readonly data: Data | undefined;
  /** What is cut in pages after the first. */
  readonly truncations: readonly Truncation[];
  readonly asking: boolean;
  readonly problem: Problem | null;
  /** Asks for the next page; null: there is none. */
  readonly more: (() => void) | null;
}

interface Answer<Data> {
  readonly data: Data;
  readonly truncations: readonly Truncation[];
}

/** The pages after the first; another first page begins anew. */
export function usePages<Data, Variables extends AnyVariables>(
  { data, query }: Asked<Data, Variables>,
  variables: Variables,
  pageOf: PageOf<Data> | undefined,
): Pages<Data> {
  const client = useClient();
  const [read, setRead] = useState<{ first?: Data; pages: readonly Answer<Data>[] }>({ pages: [] });
  const [asking, setAsking] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const pages = read.first === data ? read.pages : none;
  // biome-ignore lint/correctness/useExhaustiveDependencies: where the list stands in an answer does not change
  const whole = useMemo(
    () =>
      data === undefined || pageOf === undefined
        ? data
        : pages.reduce<Data>((all, page) => joined(all, page.data, pageOf), data),
    [data, pages],
  );
  if (data === undefined || pageOf === undefined) return { data, truncations: [], asking, problem, more: null };
  const after = nextCursor(whole ?? data, pageOf);
  const more = async (): Promise<void> => {
    setAsking(true);
    const { data: next, error, extensions } = await client.query(query, { ...variables, after }).toPromise();
    setAsking(false);
    setProblem(error === undefined ? null : problemOf(error));
    if (!next) return;
    const truncations = truncationsOf(next, extensions, pageOf(next));
    setRead({ first: data, pages: [...pages, { data: next, truncations }] });
  };
  return {
    data: whole ?? data,
    truncations: pages.flatMap((page) => page.truncations),
    asking,
    problem,
    more: after === null || asking ? null : () => void more(),
  };
}

const none: readonly never[] = [];

/**
 * All there is of an answer: every page of its list, and of its other lists as much as can be asked for.
 * @throws what the service answers instead.
 */
export async function wholeAnswer<Data, Variables extends AnyVariables>(
  client: Client,
  query: TypedDocumentNode<Data, Variables>,
  variables: Variables,
  pageOf: PageOf<Data> | undefined,
): Promise<Answer<Data>> {
  let whole = await uncut(client, query, variables, pageOf);
  if (pageOf === undefined) return whole;
  for (let after = nextCursor(whole.data, pageOf); after !== null; after = nextCursor(whole.data, pageOf)) {
    const next = await uncut(client, query, { ...variables, after }, pageOf);
    whole = { data: joined(whole.data, next.data, pageOf), truncations: [...whole.truncations, ...next.truncations] };
  }
  return whole;
}

/** An answer in which no list is shorter than it has to be. */
async function uncut<Data, Variables extends AnyVariables>(
  client: Client,
  query: TypedDocumentNode<Data, Variables>,
  variables: Variables,
  pageOf: PageOf<Data> | undefined,
): Promise<Answer<Data>> {
  let last: Answer<Data> | undefined;
  for (let asked = query; ; ) {
    const { data, error, extensions }: OperationResult<Data, Variables> = await client
      .query(asked, variables)
      .toPromise();
    // What costs too much at its full length is given as long as it could be had; the file says what is missing.
    if (!data && last !== undefined) return last;
    if (!data) throw error ?? new Error('no answer');
    const truncations = truncationsOf(data, extensions, pageOf?.(data));
    last = { data, truncations };
    const longer = grown(asked, truncations);
    if (longer === null) return last;
    asked = longer;
  }
}
