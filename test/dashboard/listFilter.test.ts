/** What the list can be narrowed by, from its address; and what goes when another kind cannot be asked for it. */
import { describe, expect, test } from 'vitest';
import {
  kindsWithDay,
  kindsWithSide,
  leftBehind,
  orders,
  readFilter,
  readOrder,
} from '../../src/dashboard/list/filter.ts';
import { firstPage } from '../../src/dashboard/place.ts';
import { filterKinds } from '../../src/graph/queries/filters.ts';

const read = (address: string) => readFilter(new URLSearchParams(address));

test('the address says what has no date, which side, and which article', () => {
  expect(read('kinds=STATEMENT&undated=ONLY&sides=EMPLOYEE&article=cbc-2015-05-12')).toEqual({
    ...{ kinds: ['STATEMENT'], undated: 'ONLY', sides: ['EMPLOYEE'], evidence: { article: 'cbc-2015-05-12' } },
  });
  expect(read('undated=SOME&from=2015-13-45&article=')).toEqual({});
});

test('the address says the order, by name unless told', () => {
  const order = (address: string) => readOrder(new URLSearchParams(address));
  expect(order('order=DATE&direction=DESC')).toEqual({ field: 'DATE', direction: 'DESC' });
  expect(order('order=DATE')).toEqual({ field: 'DATE', direction: 'ASC' });
  expect(order('order=ID')).toEqual({ field: 'ID', direction: 'ASC' });
  for (const address of ['', 'order=DATE_DESC', 'order=DATE&direction=DOWN', 'direction=DESC'])
    expect(order(address)).toBe(orders[0]);
});

describe('the form offers days and sides', () => {
  test('for the kinds that can be asked for them', () => {
    expect(new Set(kindsWithDay)).toEqual(new Set(filterKinds.undated));
    expect(new Set(kindsWithDay)).toEqual(new Set(filterKinds.from));
    expect(new Set(kindsWithSide)).toEqual(new Set(filterKinds.sides));
  });

  test('and another kind leaves behind what it cannot be asked for', () => {
    expect(leftBehind('STATEMENT')).toEqual({ types: null, statuses: null, ...firstPage });
    expect(leftBehind('EVENT')).toMatchObject({ sides: null });
    expect(leftBehind('EVENT')).not.toHaveProperty('from');
    expect(leftBehind('UNION')).toMatchObject({ from: null, to: null, undated: null, sides: null });
    expect(leftBehind('')).toEqual(leftBehind('STATEMENT'));
  });
});
