/**
 * Pages of a list by keyset: a cursor holds the sort key of the row that it stands at, so that a page costs the same
 * wherever it begins and rows that come or go shift nothing.
 */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { InvalidArgument } from '../../records/invalidArgument.ts';
import type { MaybePromise } from '../maybePromise.ts';
import { lazy } from '../rows/cache.ts';

/** What clients send; null and absent are alike. */
export interface PageArgs {
  readonly first?: number | null | undefined;
  readonly after?: string | null | undefined;
  readonly last?: number | null | undefined;
  readonly before?: string | null | undefined;
}

/** A checked page: how many rows, of which stretch of a list. */
export interface Page {
  readonly size: number;
  /** The stretch begins after this key; null: with the list. */
  readonly after: Key | null;
  /** The stretch ends before this key; null: with the list. */
  readonly before: Key | null;
  /** Whether they are the last of the stretch, and are read from its end. */
  readonly backward: boolean;
  /** Which list it is of: a cursor is good for the list that it was given out by. */
  readonly list: () => string;
}

/** The values that a list is ordered by, the last of which is unique. */
export type Key = readonly (string | number)[];

/** Numbers that PostgreSQL takes for an integer. */
export const int = z.int32();
/** Texts that PostgreSQL takes: all but those with the character 0. */
export const text = z.string().refine((value) => !value.includes('\0'));

export const defaultPageSize = 20;
export const largestPageSize = 100;

/**
 * Checks the arguments of a page.
 * @param list what the list is of and ordered by; lists that differ in it do not take each other's cursors.
 * @param key what its cursors hold.
 * @throws InvalidArgument if its size is none, or `after` or `before` is no cursor of this list.
 */
export function parsePage(args: PageArgs, list: () => string, key: z.ZodType<Key>): Page {
  const parse = (name: 'after' | 'before', cursor: string | null | undefined): Key | null =>
    cursor === null || cursor === undefined ? null : parseCursor(name, cursor, list(), key);
  return {
    after: parse('after', args.after),
    before: parse('before', args.before),
    size: parseSize(args),
    backward: endOf(args) === 'last',
    list,
  };
}

/** From which end of its stretch a page is counted. */
export function endOf({ first, after, last, before }: PageArgs): 'first' | 'last' {
  if ((first ?? last ?? null) !== null) return (last ?? null) === null ? 'first' : 'last';
  // Before a cursor and nothing else: the page that ends there.
  return (before ?? null) !== null && (after ?? null) === null ? 'last' : 'first';
}

/**
 * How many rows are asked for.
 * @param standard how many, if it is not said.
 * @throws InvalidArgument if that is out of range, or is said for both ends.
 */
export function parseSize({ first, last }: Pick<PageArgs, 'first' | 'last'>, standard = defaultPageSize): number {
  const fromEnd = (last ?? null) !== null;
  if (fromEnd && (first ?? null) !== null)
    throw new InvalidArgument(['last'], '`first` is given too', 'one of the two');
  const size = first ?? last ?? standard;
  if (!Number.isInteger(size) || size < 1 || size > largestPageSize) {
    throw new InvalidArgument([fromEnd ? 'last' : 'first'], `${size} is out of range`, `1 to ${largestPageSize}`);
  }
  return size;
}

/** The cursor of a row: opaque to clients, and no longer than they may send it back: see inputText.ts. */
export function formatCursor({ list }: Page, key: Key): string {
  return JSON.stringify([fingerprint(list()), key]);
}

function parseCursor(argument: string, text: string, list: string, key: z.ZodType<Key>): Key {
  try {
    const shape = z.tuple([z.literal(fingerprint(list)), key]);
    return shape.parse(JSON.parse(text))[1];
  } catch {
    // Answered below: what is wrong with it inside is nobody's concern.
  }
  throw new InvalidArgument(
    [argument],
    'this is not a cursor of this list',
    'a cursor of the same field with the same filter and order, such as its endCursor',
  );
}

const fingerprint = (list: string): string => createHash('sha256').update(list).digest('base64url').slice(0, 8);

/** A line of a page. Cursors are made when they are asked for, which is seldom. */
export interface Edge<Node> {
  readonly cursor: () => string;
  readonly node: Node;
}

export interface Connection<E> {
  readonly edges: readonly E[];
  readonly pageInfo: PageInfo;
  /** Counted only when it is asked for. */
  readonly totalCount: (signal?: AbortSignal) => MaybePromise<number>;
}

export interface PageInfo {
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
  readonly startCursor: () => string | null;
  readonly endCursor: () => string | null;
}

/**
 * Makes a connection of rows that were read one beyond the page's size.
 * @param rows in the order in which the page is read, at most `page.size + 1`.
 */
export function toConnection<Row, E extends Edge<unknown>>(
  page: Page,
  rows: readonly Row[],
  keyOf: (row: Row) => Key,
  toEdge: (row: Row, cursor: () => string) => E,
  totalCount: (signal: AbortSignal) => Promise<number>,
): Connection<E> {
  const edges = rowsOf(page, rows).map((row) => {
    // The cursor keeps the key, not the row.
    const key = keyOf(row);
    return toEdge(row, () => formatCursor(page, key));
  });
  return {
    edges,
    // Asked again of a page that is held, it is not counted again.
    totalCount: lazy(totalCount),
    pageInfo: pageInfoOf(page, edges, rows.length > page.size),
  };
}

/** The rows of a page in the order of the list, from rows in the order in which it is read, one beyond its size. */
export function rowsOf<Row>({ size, backward }: Page, rows: readonly Row[]): readonly Row[] {
  const own = rows.length > size ? rows.slice(0, size) : rows;
  return backward ? own.toReversed() : own;
}

/**
 * Where a page stands.
 * @param more whether there are more rows in its stretch than it has.
 */
export function pageInfoOf(
  { after, before, backward }: Page,
  edges: readonly Edge<unknown>[],
  more: boolean,
): PageInfo {
  return {
    // What a cursor stands at is in the list.
    hasNextPage: before !== null || (more && !backward),
    hasPreviousPage: after !== null || (more && backward),
    startCursor() {
      return edges.at(0)?.cursor() ?? null;
    },
    endCursor() {
      return edges.at(-1)?.cursor() ?? null;
    },
  };
}
