/** Keeps answers for the visit. Nothing is changed from here, so none is outdated before it is asked for anew. */
import type { Exchange, Operation, OperationResult } from '@urql/core';
import { filter, map, merge, pipe, tap } from 'wonka';

export const keepAnswers: Exchange = ({ forward }) => {
  const kept = new Map<number, OperationResult>();
  const answerTo = ({ kind, key, context }: Operation): OperationResult | undefined =>
    kind === 'query' && context.requestPolicy !== 'network-only' ? kept.get(key) : undefined;
  return (operations$) =>
    merge([
      pipe(
        operations$,
        map(answerTo),
        filter((answer) => answer !== undefined),
      ),
      pipe(
        operations$,
        filter((operation) => answerTo(operation) === undefined),
        forward,
        tap((answer) => {
          if (answer.data) kept.set(answer.operation.key, answer);
        }),
      ),
    ]);
};
