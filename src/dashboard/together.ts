/**
 * Asks at once what is asked in the same turn. The panels of a page each ask for themselves; the page sends one request
 * for them, or as few as the service takes, and gives each what it asked for. If the service refuses one, each panel's
 * question is sent by itself: what is wrong with one is not wrong with all.
 */
import {
  type Client,
  createRequest,
  type Exchange,
  makeOperation,
  makeResult,
  type Operation,
  type OperationResult,
} from '@urql/core';
import { filter, fromArray, makeSubject, merge, mergeMap, pipe, tap } from 'wonka';
import { grouped, merged, partOf } from './merged.ts';
import { problemOf } from './problem.ts';

interface Together {
  readonly operation: Operation;
  readonly parts: readonly Operation[];
  /** Of the parts, those that somebody still waits for. */
  readonly wanted: Set<Operation>;
}

export const askTogether: Exchange =
  ({ client, forward }) =>
  (operations$) => {
    const { source: sent$, next: send } = makeSubject<Operation>();
    const { take, answersIn } = openTurns(client, send);
    return pipe(
      merge([
        pipe(
          operations$,
          tap(take),
          filter((): boolean => false),
        ),
        sent$,
      ]),
      forward,
      mergeMap((result) => fromArray(answersIn(result))),
    );
  };

/** Takes what is asked, sends it at the end of the turn, and finds in what comes back the answer to each. */
function openTurns(client: Client, send: (operation: Operation) => void) {
  /** What has been asked in this turn. */
  let asked: Operation[] = [];
  /** What is on its way, by its key. */
  const together = new Map<number, Together>();

  const sendAll = (): void => {
    const groups = grouped(asked);
    asked = [];
    for (const group of groups) {
      const { parts, variables } = group;
      if (parts.length === 1) {
        for (const one of parts) send(one);
        continue;
      }
      const operation = client.createRequestOperation('query', createRequest(merged(group), variables));
      together.set(operation.key, { operation, parts, wanted: new Set(parts) });
      send(operation);
    }
  };
  const take = (operation: Operation): void => {
    if (operation.kind === 'query') {
      if (asked.push(operation) === 1) setTimeout(sendAll);
      return;
    }
    asked = asked.filter(({ key }) => key !== operation.key);
    for (const { operation: all, wanted } of together.values()) {
      for (const one of wanted) if (one.key === operation.key) wanted.delete(one);
      if (wanted.size === 0) stop(all);
    }
    send(operation);
  };
  const stop = (operation: Operation): void => {
    together.delete(operation.key);
    send(makeOperation('teardown', operation, operation.context));
  };
  const answersIn = (result: OperationResult): OperationResult[] => {
    const all = together.get(result.operation.key);
    if (all === undefined) return [result];
    together.delete(result.operation.key);
    if (isRefused(result) || tellsNotAll(result)) {
      for (const one of all.wanted) send(one);
      return [];
    }
    return all.parts.map((operation, index) => answerTo(operation, result, index));
  };
  return { take, answersIn };
}

/** What of an answer to several is the answer to one. */
function answerTo(operation: Operation, result: OperationResult, index: number): OperationResult {
  const { data, error, extensions } = result;
  // Nothing came: it is the same for all.
  if (!data) return { ...result, operation };
  const errors = (error?.graphQLErrors ?? []).map(({ message, path, extensions: more }) => ({
    message,
    path,
    extensions: more,
  }));
  const { errors: own, ...rest } = partOf({ data, errors, extensions: extensions ?? {} }, index);
  return makeResult(operation, own.length === 0 ? rest : { ...rest, errors: own }, error?.response);
}

const isRefused = ({ data, error }: OperationResult): boolean =>
  !data && error !== undefined && problemOf(error).kind === 'REFUSED';

/** The service tells of twenty lists of an answer that it cut, and of no more: it may be those of one panel alone. */
const tellsNotAll = ({ extensions }: OperationResult): boolean => [extensions?.['truncated'] ?? []].flat().length >= 20;
