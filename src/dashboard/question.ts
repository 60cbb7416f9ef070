/** A query as a panel sees it: its answer, or why there is none yet; asked again by itself when the service is back. */
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { useEffect, useMemo, useRef, useState } from 'react';
import { type AnyVariables, useQuery } from 'urql';
import { type Computed, computedFrom } from './client.ts';
import type { PageOf } from './paging.ts';
import { type Problem, problemOf } from './problem.ts';
import { grown, type Truncation, truncationsOf } from './truncation.ts';

export interface Question<Data> {
  /** Stays while a changed question is asked, so that the page does not jump. */
  readonly data: Data | undefined;
  readonly problem: Problem | null;
  readonly asking: boolean;
  /** Whether asking has taken longer than a second. */
  readonly slow: boolean;
  readonly computed: Computed | null;
  readonly askAgain: () => void;
  /** What there is more of than the answer holds. */
  readonly truncations: readonly Truncation[];
  /** Asks for all of what was cut; null: no more of it can be asked for. */
  readonly askForRest: (() => void) | null;
}

export interface Asked<Data, Variables> extends Question<Data> {
  /** What is asked, with as much of its lists as was asked for. */
  readonly query: TypedDocumentNode<Data, Variables>;
}

/** Milliseconds until a question without an answer is asked again: the first times soon, then more rarely. */
const waits = [1_000, 2_000, 4_000, 8_000];

/**
 * Asks, and asks again after a failure that may pass.
 * @param pause the question is not asked at all.
 * @param pageOf finds the list whose pages are asked for one by one: it does not count as cut.
 */
export function useQuestion<Data, Variables extends AnyVariables>(
  given: TypedDocumentNode<Data, Variables>,
  variables: Variables,
  pause = false,
  pageOf?: PageOf<Data>,
): Asked<Data, Variables> {
  const [query, setQuery] = useState(given);
  const [{ data, error, fetching, extensions }, ask] = useQuery<Data, Variables>({ query, variables, pause });
  const [failures, setFailures] = useState(0);
  const last = useRef<{ data: Data; extensions: typeof extensions }>(undefined);
  // An error where nothing may be null leaves the whole answer null, whatever its type says.
  if (data !== undefined && data !== null) last.current = { data, extensions };
  const answer = last.current;
  // biome-ignore lint/correctness/useExhaustiveDependencies: where the list stands in an answer does not change
  const truncations = useMemo(
    () => truncationsOf(answer?.data, answer?.extensions, answer && pageOf?.(answer.data)),
    [answer?.data, answer?.extensions],
  );
  const larger = useMemo(() => grown(query, truncations), [query, truncations]);
  const slow = useLongerThan(1_000, fetching);
  const problem = error === undefined ? null : problemOf(error);
  const mayPass = problem !== null && problem.kind !== 'REFUSED';
  const askAgain = (): void => ask({ requestPolicy: 'network-only' });
  useEffect(() => {
    if (!mayPass) return setFailures(0);
    if (fetching) return;
    const timer = setTimeout(
      () => {
        setFailures((count) => count + 1);
        ask({ requestPolicy: 'network-only' });
      },
      waits[Math.min(failures, waits.length - 1)],
    );
    return () => clearTimeout(timer);
  }, [mayPass, fetching, failures, ask]);
  return {
    query,
    data: answer?.data,
    problem,
    asking: fetching,
    slow,
    computed: computedFrom(extensions),
    askAgain,
    truncations,
    askForRest: larger === null ? null : () => setQuery(larger),
  };
}

/** Whether something has lasted longer than so many milliseconds. */
export function useLongerThan(milliseconds: number, lasting: boolean): boolean {
  const [long, setLong] = useState(false);
  useEffect(() => {
    setLong(false);
    if (!lasting) return;
    const timer = setTimeout(() => setLong(true), milliseconds);
    return () => clearTimeout(timer);
  }, [milliseconds, lasting]);
  return long;
}
