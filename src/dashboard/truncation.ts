/** What an answer holds less of than there is: lists that were cut short, and pages that are not the last. */
import { Kind } from '@0no-co/graphql.web';
import type { ArgumentNode, DocumentNode, FieldNode } from 'graphql';
import { largestPage } from './paging.ts';

/** Lists of one name of which there is more than the answer holds. */
export interface Truncation {
  /** Under which name the answer has them. */
  readonly name: string;
  readonly shown: number;
  /** Null: nobody counted them. */
  readonly all: number | null;
  /** How many the longest of them has; null likewise. */
  readonly longest: number | null;
}

/** The lengths of lists that were cut; Infinity: nobody counted. */
const lengths = new WeakMap<readonly unknown[], number>();

/** How many there are of what a list holds, cut or not; Infinity: more, and nobody counted them. */
export const lengthOf = (list: readonly unknown[]): number => lengths.get(list) ?? list.length;

/** What was made of a list: where that was cut, nobody counted the rest. */
export function madeOf<Made extends readonly unknown[]>(list: readonly unknown[], made: Made): Made {
  if (lengthOf(list) > list.length) lengths.set(made, Number.POSITIVE_INFINITY);
  return made;
}

/**
 * All that an answer was cut by: what the service says of its lists, and what its pages say of themselves.
 * @param except a page that has others after it and says so itself.
 */
export function truncationsOf(
  data: unknown,
  extensions: Record<string, unknown> | undefined,
  except?: unknown,
): Truncation[] {
  const lists = [extensions?.['truncated'] ?? []].flat().flatMap((one) => readList(data, one));
  const count = extensions?.['truncatedCount'];
  const more = typeof count === 'number' && count > lists.length;
  return merged([...lists.map((one) => (more ? { ...one, all: null } : one)), ...pagesIn(data, '', except)]);
}

/** Each name once. */
export const merged = (truncations: readonly Truncation[]): Truncation[] =>
  [...new Set(truncations.map(({ name }) => name))].map((name) => {
    const same = truncations.filter((truncated) => truncated.name === name);
    return {
      name,
      shown: same.reduce((sum, { shown }) => sum + shown, 0),
      all: same.map(({ all }) => all).reduce(orNull((sum, count) => sum + count)),
      longest: same.map(({ longest }) => longest).reduce(orNull((a, b) => Math.max(a, b))),
    };
  });

/** Of counts, one of which may not be known. */
const orNull =
  (of: (a: number, b: number) => number) =>
  (a: number | null, b: number | null): number | null =>
    a === null || b === null ? null : of(a, b);

/** A list as `extensions.truncated` names it; its length is noted. */
function readList(data: unknown, one: unknown): Truncation[] {
  if (typeof one !== 'object' || one === null || !('path' in one && 'atLeast' in one)) return [];
  const { path, atLeast } = one;
  if (!Array.isArray(path) || typeof atLeast !== 'number') return [];
  const list: unknown = path.reduce((value: unknown, key) => (isObject(value) ? value[key] : undefined), data);
  const name: unknown = path.findLast((key) => typeof key === 'string');
  if (!Array.isArray(list) || typeof name !== 'string') return [];
  lengths.set(list, atLeast);
  return [{ name, shown: list.length, all: atLeast, longest: atLeast }];
}

/** Pages after which others come, and counts that are of the first alone. */
function pagesIn(value: unknown, name: string, except: unknown): Truncation[] {
  if (Array.isArray(value)) return value.flatMap((one) => pagesIn(one, name, except));
  if (!isObject(value)) return [];
  const { pageInfo, totalCount, truncated, buckets, bucketCount } = value;
  const items = value['edges'] ?? value['nodes'];
  const own: Truncation[] = [];
  const all = typeof totalCount === 'number' ? totalCount : null;
  if (value !== except && Array.isArray(items) && hasMore(pageInfo, items, all)) {
    own.push({ name, shown: items.length, all, longest: all });
  }
  if (truncated === true && Array.isArray(buckets)) {
    const all = typeof bucketCount === 'number' ? bucketCount : null;
    own.push({ name: 'buckets', shown: buckets.length, all, longest: all });
  }
  return [...own, ...Object.entries(value).flatMap(([key, inner]) => pagesIn(inner, key, except))];
}

/** Whether others come after a page: as it says, or, of one from the beginning, because there are more than it holds. */
const hasMore = (pageInfo: unknown, items: readonly unknown[], all: number | null): boolean =>
  isObject(pageInfo) ? pageInfo['hasNextPage'] === true : all !== null && all > items.length;

const isObject = (value: unknown): value is Record<string | number, unknown> =>
  typeof value === 'object' && value !== null;

/** Lists of a fixed length: they take no `first`. */
export const fixedLists: readonly string[] = [
  ...['names', 'identifiers', 'notStated', 'nulls', 'matches', 'segments', 'keys', 'steps', 'buckets'],
];

/** How long pages are of which a query does not say it, and how long lists are at the most. */
const [standard, standardList] = [20, 10];

/**
 * A query that asks for so many of what was cut that it would be whole.
 * @returns null if no more can be asked for.
 */
export function grown<Query extends DocumentNode>(query: Query, truncations: readonly Truncation[]): Query | null {
  const longest = new Map(
    truncations
      .filter(({ name }) => !fixedLists.includes(name))
      .map((truncated) => [truncated.name, truncated.longest] as const),
  );
  let larger = false;
  const grow = (node: unknown): unknown => {
    if (Array.isArray(node)) return node.map(grow);
    if (!isObject(node)) return node;
    // Neither where it stood in its text nor the key by which its answer is kept: it is another query.
    const parts = Object.entries(node).filter(([key]) => key !== 'loc' && key !== '__key');
    const copy = Object.fromEntries(parts.map(([key, value]) => [key, grow(value)]));
    const wanted = isField(node) ? longest.get(keyOf(node)) : undefined;
    if (!isField(node) || wanted === undefined) return copy;
    const asked = sizeAsked(node);
    // Others of the same name may be longer already.
    const size = Math.min(largestPage, Math.max(wanted ?? (asked ?? standard) * 4, asked ?? standardList));
    if (asked !== null && asked >= size) return copy;
    larger = true;
    return { ...copy, arguments: [...argumentsBut(node), firstOf(size)] };
  };
  const document = grow(query) as Query;
  return larger ? document : null;
}

/** In a document nothing else is called one. */
const isField = (node: object): node is FieldNode => 'kind' in node && node.kind === Kind.FIELD;

const keyOf = ({ alias, name }: FieldNode): string => (alias ?? name).value;

const argumentsBut = ({ arguments: all = [] }: FieldNode): readonly ArgumentNode[] =>
  all.filter(({ name }) => name.value !== 'first');

const firstOf = (size: number) => ({
  kind: 'Argument',
  name: { kind: 'Name', value: 'first' },
  value: { kind: 'IntValue', value: String(size) },
});

/** How many a field asks for; null: it does not say. What a variable says is not to be changed. */
function sizeAsked({ arguments: all = [] }: FieldNode): number | null {
  const value = all.find(({ name }) => name.value === 'first')?.value;
  if (value === undefined) return null;
  return value.kind === 'IntValue' ? Number(value.value) : Number.POSITIVE_INFINITY;
}
