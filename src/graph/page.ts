/**
 * Pages of a list by keyset: a cursor holds the sort key of the row that it stands at, so that a page costs the same
 * wherever it begins and rows that come or go shift nothing.
 */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { BadInput } from './badInput.ts';
import { keepOne } from './cache.ts';
import type { Maybe } from './maybe.ts';

/** What clients send; null and absent are alike. */
export interface PageArgs {
  readonly first?: number | null | undefined;
  readonly after?: string | null | undefined;
}

/** A checked page: how many rows, after which key. */
export interface Page {
  readonly size: number;
  readonly after: Key | null;
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
 * @throws BadInput if `first` is out of range or `after` is no cursor of this list.
 */
export function parsePage({ first, after }: PageArgs, list: () => string, key: z.ZodType<Key>): Page {
  return {
    size: parseSize(first),
    list,
    after: after === undefined || after === null ? null : parseCursor(after, list(), key),
  };
}

/** How many rows are asked for. @throws BadInput if that is out of range. */
export function parseSize(first: number | null | undefined): number {
  const size = first ?? defaultPageSize;
  if (!Number.isInteger(size) || size < 1 || size > largestPageSize) {
    throw new BadInput(['first'], `${size} is out of range`, `1 to ${largestPageSize}`);
  }
  return size;
}

/** The cursor of a row: opaque to clients, and no longer than they may send it back: see inputText.ts. */
export function formatCursor({ list }: Page, key: Key): string {
  return JSON.stringify([fingerprint(list()), key]);
}

function parseCursor(text: string, list: string, key: z.ZodType<Key>): Key {
  try {
    const shape = z.tuple([z.literal(fingerprint(list)), key]);
    return shape.parse(JSON.parse(text))[1];
  } catch {
    // Answered below: what is wrong with it inside is nobody's concern.
  }
  throw new BadInput(
    ['after'],
    'this is not a cursor of this list',
    'an endCursor or cursor of the same field with the same filter and order',
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
  readonly totalCount: () => Maybe<number>;
}

export interface PageInfo {
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
  readonly startCursor: () => string | null;
  readonly endCursor: () => string | null;
}

/**
 * Makes a connection of rows that were read one beyond the page's size.
 * @param rows in order, at most `page.size + 1`.
 */
export function toConnection<Row, E extends Edge<unknown>>(
  page: Page,
  rows: readonly Row[],
  keyOf: (row: Row) => Key,
  toEdge: (row: Row, cursor: () => string) => E,
  totalCount: () => Promise<number>,
): Connection<E> {
  const edges = rows.slice(0, page.size).map((row) => {
    // The cursor keeps the key, not the row.
    const key = keyOf(row);
    return toEdge(row, () => formatCursor(page, key));
  });
  return {
    edges,
    // Asked again of a page that is held, it is not counted again.
    totalCount: keepOne(totalCount),
    pageInfo: pageInfoOf(page, edges, rows.length > page.size),
  };
}

/** Where a page stands, from its edges and whether there are more. */
export function pageInfoOf(page: Page, edges: readonly Edge<unknown>[], hasNextPage: boolean): PageInfo {
  return {
    hasNextPage,
    hasPreviousPage: page.after !== null,
    startCursor() {
      return edges.at(0)?.cursor() ?? null;
    },
    endCursor() {
      return edges.at(-1)?.cursor() ?? null;
    },
  };
}
