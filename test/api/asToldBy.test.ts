/** What holds as told by an article: certain where the article reports it, also where only its month is known. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { certaintyOn } from '../../src/records/partialDates.ts';
import { ask, post } from '../ask.ts';

interface Edge {
  readonly certainty: string | null;
  readonly node: { readonly id: string; readonly holdsOn?: string | null };
}
type Pages = Readonly<Record<string, { readonly edges: readonly Edge[] }>>;

/** The days of the month but for the first, which settles an end that is in the month or later. */
const january = Array.from({ length: 30 }, (_, index) => `2016-01-${String(index + 2).padStart(2, '0')}`);

test('who is named in office by an article of which the month is known, is certain as told by it, and on no day', async () => {
  const offices = {
    scott: ['president-of-the-treasury-board', 'scott-brison'],
    chris: ['national-executive-vice-president-of-psac', 'chris-aylward'],
    debi: ['president-of-pipsc', 'debi-daviau'],
  } as const;
  for (const [office, person] of Object.values(offices)) {
    const days = january.map(
      (day, n) => `d${n}: holders(asOf: "${day}", certainty: CERTAIN) { edges { node { id } } }`,
    );
    const { office: found } = await ask<{ office: Pages }>(
      `query ($office: ID!) { office(id: $office) {
      told: holders(asToldBy: "cbc-2016-01", certainty: CERTAIN) { edges { certainty node { id } } } ${days.join(' ')} } }`,
      {
        office,
      },
    );
    const { told, ...others } = found;
    expect(told?.edges, office).toEqual([{ certainty: 'CERTAIN', node: { id: person } }]);
    // When the minister took office, and left it, is known from elsewhere.
    if (person !== 'scott-brison') expect(Object.values(others).flatMap(({ edges }) => edges)).toEqual([]);
  }
});

test('every relationship says of an article what the lists say', async () => {
  const query = `query ($told: ID!) { offices(first: 100) { nodes {
    all: relationships(first: 100) { ...page } holding: relationships(first: 100, asToldBy: $told) { ...page }
    certain: relationships(first: 100, asToldBy: $told, certainty: CERTAIN) { ...page }
  } } } fragment page on RelationshipConnection { edges { certainty node { id holdsOn(asToldBy: $told) } } }`;
  const found = new Set<string | null | undefined>();
  for (const told of ['huffpost-2014-01-24', 'cbc-2015-05-12', 'cbc-2016-01']) {
    const { offices } = await ask<{ offices: { nodes: Pages[] } }>(query, { told });
    for (const { all, holding, certain } of offices.nodes) {
      for (const { node } of all?.edges ?? []) found.add(node.holdsOn);
      const expected = all?.edges.filter(({ node }) => node.holdsOn !== null);
      expect(holding?.edges).toEqual(expected?.map(({ node }) => ({ certainty: node.holdsOn, node })));
      expect(certain?.edges).toEqual(holding?.edges.filter(({ certainty }) => certainty === 'CERTAIN'));
    }
  }
  expect([...found].sort()).toEqual(['CERTAIN', 'POSSIBLE', null]);
});

test('a position is certain as told by an article that tells of it, unless it tells of another time', async () => {
  interface Position {
    readonly id: string;
    readonly holdsOn: string | null;
  }
  const other: string[] = [];
  let certain = 0;
  for (const told of ['huffpost-2014-01-24', 'cbc-2015-05-12', 'cbc-2016-01']) {
    const { relationships } = await ask<{ relationships: { nodes: readonly Position[] } }>(
      `query ($told: ID!) { relationships(filter: { types: [TAKES_POSITION], evidence: { article: $told } }, first: 100) {
        nodes { id holdsOn(asToldBy: $told) } } }`,
      { told },
    );
    for (const { id, holdsOn } of relationships.nodes) {
      if (holdsOn === 'CERTAIN') certain += 1;
      else other.push(`${told}: ${id} ${holdsOn}`);
    }
  }
  // In January 2016 one tells what was planned in May 2015, the other what a message before Christmas said.
  expect(other.sort()).toEqual([
    'cbc-2016-01: conservative-administration-2006-2015.TAKES_POSITION.government-sick-leave-proposal-2015 POSSIBLE',
    'cbc-2016-01: liberal-administration-2015.TAKES_POSITION.bargaining-rights POSSIBLE',
  ]);
  expect(certain).toBeGreaterThan(20);
});

test('an article of a known day tells what holds on that day, however it is asked', async () => {
  const fields = (when: string): string => `{
    union(id: "psac") { president(${when}) { certainty person { id } } positions(${when}) { edges { certainty node { id } } } }
    path(from: "robyn-benson", to: "tony-clement", ${when}) { steps { certainty entity { id } } }
    paths(from: "robyn-benson", to: "tony-clement", ${when}) { outcome paths { length } }
    neighborhood(of: "psac", types: [HOLDS, TAKES_POSITION, STANCE_TOWARDS], ${when}) {
      nodes { entity { id } } edges { certainty } }
    ranking(by: DEGREE, kinds: [PERSON, OFFICE], ${when}) { score entity { id } }
    node(id: "tony-clement.HOLDS.president-of-the-treasury-board") { ... on Relationship { holdsOn(${when}) } }
  }`;
  expect(await ask(fields('asToldBy: "cbc-2015-05-12"'))).toEqual(await ask(fields('asOf: "2015-05-12"')));
});

describe('what cannot be asked', () => {
  test.each([
    ['asOf: "2015-05-12", asToldBy: "cbc-2015-05-12"', ['asToldBy'], 'one of the two'],
    ['asToldBy: "cbc-1999"', ['asToldBy'], expect.stringContaining('of the kind ARTICLE')],
    ['asToldBy: "psac"', ['asToldBy'], expect.stringContaining('of the kind ARTICLE')],
    ['certainty: CERTAIN', ['certainty'], '`certainty` together with `asOf` or `asToldBy`'],
  ])('%s', async (args, argument, allowed) => {
    const { body } = await post(`{ union(id: "psac") { positions(${args}) { totalCount } } }`);
    expect(body.errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', argument, allowed } }]);
  });

  test('whether a relationship holds, of no time', async () => {
    const { body } = await post('{ union(id: "psac") { relationships(first: 1) { nodes { holdsOn } } } }');
    expect(body.errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', argument: ['asOf'] } }]);
  });
});

test('what holds for certain on one day of a period does so at some moment of it; what can on none, cannot', () => {
  const day = (number: number): Date => new Date(Date.UTC(2016, 0, number));
  const end = fc.option(fc.integer({ min: -10, max: 45 }).map(day));
  const validity = fc.record({ fromFirst: end, fromLast: end, toFirst: end, toLast: end }).map((ends) => ({
    validFromEarliest: ends.fromFirst,
    validFromLatest: ends.fromLast,
    validToEarliest: ends.toFirst,
    validToLatest: ends.toLast,
  }));
  const days = fc.tuple(fc.integer({ min: 1, max: 31 }), fc.integer({ min: 0, max: 31 }));
  fc.assert(
    fc.property(validity, days, (one, [first, length]) => {
      const period = certaintyOn(one, { first: day(first), last: day(first + length) });
      const each = Array.from({ length: length + 1 }, (_, index) => certaintyOn(one, day(first + index)));
      if (each.includes('CERTAIN')) expect(period).toBe('CERTAIN');
      if (each.some((certainty) => certainty !== null)) expect(period).not.toBeNull();
      if (length === 0) expect(period).toBe(each[0]);
    }),
  );
});
