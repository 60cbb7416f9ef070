/** What the list can be narrowed by, from its address; and what goes when another kind cannot be asked for it. */
import { describe, expect, test } from 'vitest';
import { kindsWithDay, kindsWithSide, leftBehind, readFilter } from '../../src/dashboard/list/filter.ts';
import { filterKinds } from '../../src/graph/filters.ts';

const read = (address: string) => readFilter(new URLSearchParams(address));

test('the address says what has no date, which side, and which article', () => {
  expect(read('kinds=STATEMENT&undated=ONLY&sides=EMPLOYEE&article=cbc-2015-05-12')).toEqual({
    ...{ kinds: ['STATEMENT'], undated: 'ONLY', sides: ['EMPLOYEE'], evidence: { article: 'cbc-2015-05-12' } },
  });
  expect(read('undated=SOME&from=2015-13-45&article=')).toEqual({});
});

describe('the form offers days and sides', () => {
  test('for the kinds that can be asked for them', () => {
    expect(new Set(kindsWithDay)).toEqual(new Set(filterKinds.undated));
    expect(new Set(kindsWithDay)).toEqual(new Set(filterKinds.from));
    expect(new Set(kindsWithSide)).toEqual(new Set(filterKinds.sides));
  });

  test('and another kind leaves behind what it cannot be asked for', () => {
    expect(leftBehind('STATEMENT')).toEqual({ types: null, statuses: null, after: null });
    expect(leftBehind('EVENT')).toMatchObject({ sides: null });
    expect(leftBehind('EVENT')).not.toHaveProperty('from');
    expect(leftBehind('UNION')).toMatchObject({ from: null, to: null, undated: null, sides: null });
    expect(leftBehind('')).toEqual(leftBehind('STATEMENT'));
  });
});
