/** The time that clients ask about: a day, or that of an article. */

import type { Graph } from '../graph/graph.ts';
import { type MaybePromise, mapMaybePromise } from '../graph/maybePromise.ts';
import { InvalidArgument } from '../records/invalidArgument.ts';
import type { Time } from '../records/partialDates.ts';
import { checkId } from './filter.ts';
import { entityRow } from './load.ts';

export interface TimeArguments {
  readonly asOf?: Date | null | undefined;
  /** The id of an article. */
  readonly asToldBy?: string | null | undefined;
}

/**
 * The day that is asked about, or the days on which an article may have been published; undefined if neither is given.
 * @throws InvalidArgument if both are given, or the article is none or has no date.
 */
export function timeOf(graph: Graph, { asOf, asToldBy }: TimeArguments): MaybePromise<Time | undefined> {
  if (asToldBy === undefined || asToldBy === null) return asOf ?? undefined;
  if (asOf !== undefined && asOf !== null)
    throw new InvalidArgument(['asToldBy'], '`asOf` is given too', 'one of the two');
  checkId(graph, ['asToldBy'], asToldBy, ['ARTICLE']);
  return mapMaybePromise(entityRow(graph, { id: asToldBy }), ({ start, startEarliest, startLatest }) => {
    if (start !== null) return { first: startEarliest, last: startLatest };
    throw new InvalidArgument(
      ['asToldBy'],
      `it is not known when "${asToldBy}" was published`,
      'an article with a date',
    );
  });
}
