/** Every query of the page is asked as known at what its reader chose. */
import { parse, print } from 'graphql';
import { describe, expect, test } from 'vitest';
import { clientAt } from '../../src/dashboard/client.ts';
import { asKnownAt, type KnownAt, readKnownAt } from '../../src/dashboard/knownAt.ts';
import { costs, grouped, merged } from '../../src/dashboard/merged.ts';

describe('an address', () => {
  test.each([
    ['12', { version: 12 }],
    ['0', { version: 0 }],
    ['2026-11-24', { day: '2026-11-24' }],
  ])('names by %s what is known', (text, known) => {
    expect(readKnownAt(text, '2026-11-27')).toEqual(known);
  });

  test.each(['', 'yesterday', '-1', '1.5', '9999999999', '2026-02-30', '2026-11-27', '2026-11-28'])(
    'names nothing by "%s": it must be a version or a day that is over',
    (text) => {
      expect(readKnownAt(text, '2026-11-27')).toBeNull();
    },
  );
});

const queries = ['query A($id: ID!) { a(id: $id) { ...F } } fragment F on T { id }', 'query B { b { id } }'].map(
  (text) => parse(text, { noLocation: true }),
);
const [one = parse('{ a }')] = queries;
const asked = (known: KnownAt | null) =>
  queries.map((query) => ({ query: asKnownAt(query, known), variables: { id: 'x' } }));

describe('a query', () => {
  test('is left alone for the present', () => {
    expect(asKnownAt(one, null)).toBe(one);
  });

  test('says the version, or the end of the day by UTC, and is the same query each time', () => {
    costs.set(one, 42);
    const then = asKnownAt(one, { version: 12 });
    expect(print(then)).toContain('query A($id: ID!) @knownAt(version: 12) {');
    expect(print(asKnownAt(one, { day: '2026-11-24' }))).toContain('@knownAt(time: "2026-11-24T23:59:59.999Z")');
    expect(asKnownAt(one, { version: 12 })).toBe(then);
    expect(costs.get(then)).toBe(42);
    expect(print(asKnownAt(then, { version: 12 })).match(/@knownAt/g)?.length).toBe(1);
  });

  test('says it once, together with others', () => {
    const groups = grouped(asked({ version: 3 }));
    expect(groups.length).toBe(1);
    const [text = ''] = groups.map((group) => print(merged(group)));
    expect(text.match(/@knownAt\(version: 3\)/g)?.length).toBe(1);
    expect(text).toContain('_0_a');
    expect(text).toContain('_1_b');
  });

  test('is never asked together with one of another version', () => {
    const mixed = [...asked({ version: 3 }), ...asked(null)];
    expect(grouped(mixed).map(({ parts }) => parts.length)).toEqual([2, 2]);
  });
});

test('what the present answers is no answer of the past', () => {
  expect(clientAt(null)).toBe(clientAt(null));
  expect(clientAt({ version: 1 })).toBe(clientAt({ version: 1 }));
  expect(clientAt({ version: 1 })).not.toBe(clientAt(null));
  expect(clientAt({ version: 1 })).not.toBe(clientAt({ version: 2 }));
  expect(clientAt({ day: '2026-11-24' })).not.toBe(clientAt({ version: 2 }));
});
