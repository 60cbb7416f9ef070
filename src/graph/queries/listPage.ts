/**
 * Pages of a list that is at hand as a whole. A cursor holds the id of the row that it stands at, so that rows that come
 * or go shift nothing, and its place, for when this row itself has gone.
 */
import { z } from 'zod';
import type { MaybePromise } from '../maybePromise.ts';
import {
  type Edge,
  formatCursor,
  int,
  type Key,
  type Page,
  type PageArgs,
  type PageInfo,
  pageInfoOf,
  parsePage,
  text,
} from './page.ts';

/** A page of a list. Most clients ask for its rows alone: the rest is made when it is asked for. */
export interface ListPage<Row> {
  readonly nodes: readonly Row[];
  readonly edges: () => readonly Edge<Row>[];
  readonly pageInfo: () => PageInfo;
  readonly totalCount: () => MaybePromise<number>;
}

const cursorShape = z.tuple([int.nonnegative(), text]);

/**
 * A page of a list.
 * @param idOf tells the rows of the list apart.
 * @param list what the list is of: lists that differ in it do not take each other's cursors.
 * @throws InvalidArgument if the page cannot be.
 */
export function listPage<Row>(
  rows: readonly Row[],
  args: PageArgs,
  idOf: (row: Row) => string,
  list: () => string,
): ListPage<Row> {
  const page = parsePage(args, list, cursorShape);
  const { size, after, before, backward } = page;
  // The stretch that the page is of.
  const from = after === null ? 0 : placeOf(after, rows, idOf, 1);
  const to = before === null ? rows.length : placeOf(before, rows, idOf, 0);
  const start = backward ? Math.max(from, to - size) : from;
  const end = backward ? to : Math.min(to, from + size);
  const nodes = start === 0 && end === rows.length ? rows : rows.slice(start, end);
  // Methods, not arrow functions: a method costs nothing until it is called.
  return {
    nodes,
    edges() {
      return toEdges(nodes, start, page, idOf);
    },
    pageInfo() {
      return pageInfoOf(page, toEdges(nodes, start, page, idOf), to - from > size);
    },
    totalCount() {
      return rows.length;
    },
  };
}

function toEdges<Row>(nodes: readonly Row[], start: number, page: Page, idOf: (row: Row) => string): Edge<Row>[] {
  return nodes.map((node, index) => ({
    node,
    cursor() {
      return formatCursor(page, [start + index, idOf(node)]);
    },
  }));
}

/** @param beyond 1: the place after the row that a cursor stands at; 0: its own. */
function placeOf<Row>([place, id]: Key, rows: readonly Row[], idOf: (row: Row) => string, beyond: 0 | 1): number {
  const found = rows.findIndex((row) => idOf(row) === id);
  return found === -1 ? Math.min(Number(place), rows.length) : found + beyond;
}
