/** The pages of a list: what an address says of one, and the ways to those beside it. */
import { describe, expect, test } from 'vitest';
import { besides, firstPage, pageArguments, rangeOf, readPlace } from '../../src/dashboard/place.ts';

const read = (address: string) => readPlace(new URLSearchParams(address));
const first = read('');

/** A page of so many of a list of 120. */
const page = (size: number, hasPreviousPage: boolean, hasNextPage: boolean) => ({
  nodes: Array.from({ length: size }),
  totalCount: 120,
  pageInfo: { hasPreviousPage, startCursor: 'start', hasNextPage, endCursor: 'end' },
});

test('an address asks for the page after a cursor, before one, or the first', () => {
  expect(pageArguments(first, 50)).toEqual({ first: 50, after: null, last: null, before: null });
  expect(pageArguments(read('after=a'), 50)).toEqual({ first: 50, after: 'a', last: null, before: null });
  expect(pageArguments(read('before=b'), 50)).toEqual({ first: null, after: null, last: 50, before: 'b' });
  // Both are no page of ours; the service takes no `first` together with `last`.
  expect(pageArguments(read('after=a&before=b'), 50)).toEqual(pageArguments(read('after=a'), 50));
  expect(read(`${new URLSearchParams({ after: 'a', at: '51' })}`)).toEqual({ after: 'a', before: null, at: 51 });
});

describe('which entries a page has', () => {
  test.each([
    ['the first page', '', page(50, false, true), [1, 50]],
    ['the last page, whatever its address says', 'after=a&at=7', page(20, true, false), [101, 120]],
    ['one between, as its address says', 'after=a&at=51', page(50, true, true), [51, 100]],
    ['one between, of which its address says nothing', 'after=a', page(50, true, true), null],
    ['one between, of which its address says what is no number', 'after=a&at=x', page(50, true, true), null],
    ['one between, of which its address says what cannot be', 'after=a&at=81', page(50, true, true), null],
    ['nothing', '', { ...page(0, false, false), totalCount: 0 }, null],
  ])('%s', (_, address, shown, expected) => {
    expect(rangeOf(read(address), shown)).toEqual(expected);
  });
});

describe('the ways to the pages beside', () => {
  test('the first: to the next alone', () => {
    const next = { after: 'end', before: null, at: '51' };
    expect(besides(first, page(50, false, true), 50)).toEqual({ first: null, previous: null, next });
  });

  test('the second: back to the first by its own address', () => {
    const { first: toFirst, previous } = besides(read('after=a&at=51'), page(50, true, true), 50);
    expect([toFirst, previous]).toEqual([null, firstPage]);
  });

  test('the last: back, and to the first', () => {
    const previous = { after: null, before: 'start', at: '51' };
    expect(besides(read('after=a&at=101'), page(20, true, false), 50)).toEqual({
      ...{ first: firstPage, previous, next: null },
    });
  });

  test('one whose place is not known: both ways, and neither with a number', () => {
    expect(besides(read('before=b'), page(50, true, true), 50)).toEqual({
      first: firstPage,
      previous: { after: null, before: 'start', at: null },
      next: { after: 'end', before: null, at: null },
    });
  });

  test('the only one: none', () => {
    expect(besides(first, page(20, false, false), 50)).toEqual({ first: null, previous: null, next: null });
  });
});
