/** A filter as clients send it: what it may hold, and how much of it. */
import type { EvidenceFilter } from '../generated/graphql.ts';
import type { Side, TextStatus } from '../generated/prisma/client.ts';
import type { TextFilter } from '../graph/queries/entityFilter.ts';
import { deepestFilter, type FilterName, filterNames, mostConditions } from '../graph/queries/filters.ts';
import type { RestsOn } from '../graph/queries/restsOn.ts';
import type { Undated } from '../graph/queries/spans.ts';
import { InvalidArgument } from '../records/invalidArgument.ts';
import type { Contest, Kind } from '../registry/index.ts';

/** What a client may leave out. */
export type Given<Value> = Value | null | undefined;

/** What the filters of all kinds have; each kind's own leaves out what cannot be asked of it. */
export interface FilterInput {
  readonly kinds?: Given<readonly Kind[]>;
  readonly ids?: Given<readonly string[]>;
  readonly name?: Given<{ readonly [Operator in keyof TextFilter]: Given<string> }>;
  readonly types?: Given<readonly string[]>;
  readonly statuses?: Given<readonly string[]>;
  readonly jurisdiction?: Given<string>;
  readonly issue?: Given<string>;
  readonly narrower?: Given<boolean>;
  readonly party?: Given<string>;
  readonly speaker?: Given<string>;
  readonly sides?: Given<readonly Side[]>;
  readonly contested?: Given<boolean>;
  readonly contestedAs?: Given<readonly Contest[]>;
  readonly publishedBy?: Given<string>;
  readonly verifications?: Given<readonly TextStatus[]>;
  readonly evidence?: Given<EvidenceFilter>;
  readonly restsOn?: Given<RestsOn>;
  readonly from?: Given<Date>;
  readonly to?: Given<Date>;
  readonly undated?: Given<Undated>;
  readonly text?: Given<string>;
  readonly notStated?: Given<string>;
  readonly and?: Given<readonly FilterInput[]>;
  readonly or?: Given<readonly FilterInput[]>;
  readonly not?: Given<FilterInput>;
}

/** The conditions that a filter has by itself. */
export const namesOf = (given: FilterInput): FilterName[] =>
  filterNames.filter((name) => (given[name] ?? null) !== null && (name !== 'name' || saysText(given.name)));

export const saysText = (given: FilterInput['name']): boolean =>
  Object.values(given ?? {}).some((text) => (text ?? null) !== null);

/** How filters stand in one another. */
export interface Nested<Filter = unknown> {
  readonly and?: Given<readonly Filter[]>;
  readonly or?: Given<readonly Filter[]>;
  readonly not?: Given<Filter>;
}

/** The filters within a filter, each with its place. */
export function nestedIn<Filter>(
  { and, or, not }: Nested<Filter>,
  path: readonly string[],
): { readonly as: keyof Nested; readonly filter: Filter; readonly path: readonly string[] }[] {
  const list = (as: 'and' | 'or', filters: Given<readonly Filter[]>) =>
    (filters ?? []).map((filter, index) => ({ as, filter, path: [...path, as, String(index)] }));
  return [
    ...list('and', and),
    ...list('or', or),
    ...(not === undefined || not === null ? [] : [{ as: 'not' as const, filter: not, path: [...path, 'not'] }]),
  ];
}

/**
 * Checks how many conditions a filter has, and how deep they stand.
 * @throws InvalidArgument also if `or` has none, or `not` says nothing: both would leave nothing.
 */
export function checkSize(filter: FilterInput, path: readonly string[]): void {
  // One filter alone has no more conditions than there are.
  if (!filter.and && !filter.or && !filter.not) return;
  let count = 0;
  const measure = (one: FilterInput, at: readonly string[], depth: number): number => {
    if (depth > deepestFilter)
      throw new InvalidArgument(at, 'filters stand too deep in one another', `at most ${deepestFilter} deep`);
    if (one.or?.length === 0) throw new InvalidArgument([...at, 'or'], 'there is none', 'one filter or more');
    const inner = nestedIn(one, at);
    const own = namesOf(one).length;
    count += inner.length === 0 ? Math.max(own, 1) : own;
    if (count > mostConditions)
      throw new InvalidArgument(path, 'it has too many conditions', `at most ${mostConditions}`);
    const all = inner.reduce((sum, { as, filter, path: place }) => {
      const said = measure(filter, place, depth + 1);
      if (as === 'not' && said === 0)
        throw new InvalidArgument(
          place,
          'it has no condition, so nothing would be left',
          'a condition other than `kinds`',
        );
      return sum + said;
    }, own);
    return all;
  };
  measure(filter, path, 0);
}
