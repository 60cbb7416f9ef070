/** Pages of lists that are at hand: rows that come or go between two pages shift nothing. */
import { expect, test } from 'vitest';
import { listPage } from '../../src/graph/queries/listPage.ts';
import type { PageArgs } from '../../src/graph/queries/page.ts';

const page = (rows: readonly string[], args: PageArgs) =>
  listPage(
    rows,
    args,
    (row) => row,
    () => 'letters',
  );
const cursorOf = (rows: readonly string[], row: string): string => {
  const edge = page(rows, { first: 100 })
    .edges()
    .find(({ node }) => node === row);
  return edge?.cursor() ?? '';
};

const rows = ['a', 'b', 'c', 'd', 'e'];
const [afterC, beforeC] = [{ after: cursorOf(rows, 'c') }, { before: cursorOf(rows, 'c') }];

test('a row that comes or goes before a cursor shifts nothing', () => {
  for (const changed of [['new', ...rows], rows.slice(1)]) {
    expect(page(changed, { ...afterC, first: 1 }).nodes).toEqual(['d']);
    expect(page(changed, { ...beforeC, last: 1 }).nodes).toEqual(['b']);
  }
});

test('where the row that a cursor stands at has gone, its place counts', () => {
  const without = rows.filter((row) => row !== 'c');
  expect(page(without, { ...afterC, first: 2 }).nodes).toEqual(['d', 'e']);
  expect(page(without, { ...beforeC, last: 2 }).nodes).toEqual(['a', 'b']);
  expect(page(['a'], afterC).nodes).toEqual([]);
  expect(page(['a'], beforeC).nodes).toEqual(['a']);
});

test('between two cursors that have passed each other there is nothing', () => {
  const crossed = { after: cursorOf(rows, 'd'), before: cursorOf(rows, 'b') };
  for (const size of [{ first: 3 }, { last: 3 }]) expect(page(rows, { ...crossed, ...size }).nodes).toEqual([]);
});

test('of a list that is shorter than the page there is no copy', () => {
  expect(page(rows, { first: 5 }).nodes).toBe(rows);
});
