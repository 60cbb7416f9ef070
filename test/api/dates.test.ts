/** Partial dates, and what holds on a day, by properties. */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../src/database/open.ts';
import { openGraph, type PresentGraph } from '../../src/graph/graph.ts';
import {
  certaintyOn,
  formatDay,
  type PartialDate,
  parseDay,
  parsePartialDate,
  type Validity,
} from '../../src/records/partialDates.ts';
import { standardSettings } from '../../src/server/settings.ts';
import { ask } from '../ask.ts';
import { createEntities, openMigrated } from '../database.ts';

const dayLength = 86_400_000;
const anyDay = fc
  .integer({ min: Date.UTC(1000, 0, 1) / dayLength, max: Date.UTC(9999, 11, 31) / dayLength })
  .map((number) => new Date(number * dayLength));
/** Days that lie close together, so that spans of them touch. */
const nearDay = fc.integer({ min: 0, max: 400 }).map((number) => new Date(Date.UTC(2015, 0, 1) + number * dayLength));
const lastOfMonth = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();
const two = (number: number): string => String(number).padStart(2, '0');

describe('a partial date', () => {
  test('that is a day bounds that day alone', () => {
    fc.assert(
      fc.property(anyDay, fc.constantFrom('', '~', '?', '%'), (day, qualifier) => {
        const text = formatDay(day) + qualifier;
        expect(parsePartialDate(text)).toEqual({ edtf: text, earliest: day, latest: day });
        expect(parseDay(formatDay(day))).toEqual(day);
      }),
    );
  });

  test('that is a month, or a year, bounds all its days and no other', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1000, max: 9999 }), fc.integer({ min: 1, max: 12 }), (year, month) => {
        const bounds = (text: string) => {
          const { earliest, latest } = parsePartialDate(text);
          return [earliest && formatDay(earliest), latest && formatDay(latest)];
        };
        const last = `${year}-${two(month)}-${lastOfMonth(year, month)}`;
        expect(bounds(`${year}-${two(month)}`)).toEqual([`${year}-${two(month)}-01`, last]);
        expect(bounds(`${year}-${two(month)}-XX`)).toEqual([`${year}-${two(month)}-01`, last]);
        expect(bounds(`${year}`)).toEqual([`${year}-01-01`, `${year}-12-31`]);
        expect(bounds(`${year}-XX`)).toEqual([`${year}-01-01`, `${year}-12-31`]);
      }),
    );
  });

  test('that is a range bounds from the first day of its beginning to the last of its end', () => {
    const part = fc.tuple(anyDay, fc.constantFrom(4, 7, 10)).map(([day, length]) => formatDay(day).slice(0, length));
    fc.assert(
      fc.property(part, part, (from, to) => {
        const [begins, ends] = [parsePartialDate(from), parsePartialDate(to)];
        expect(parsePartialDate(`[${from}..]`)).toMatchObject({ earliest: begins.earliest, latest: null });
        expect(parsePartialDate(`[..${to}]`)).toMatchObject({ earliest: null, latest: ends.latest });
        const range = () => parsePartialDate(`[${from}..${to}]`);
        if ((begins.earliest ?? 0) > (ends.latest ?? 0)) expect(range).toThrow(RangeError);
        else expect(range()).toMatchObject({ earliest: begins.earliest, latest: ends.latest });
      }),
    );
  });

  test('has its earliest day not after its latest; whatever is none throws a RangeError that quotes it', () => {
    const letters = fc.string({ unit: fc.constantFrom(...'0123456789X-~?%[]./ ,{}uy'), maxLength: 26 });
    fc.assert(
      fc.property(fc.oneof(fc.string(), letters), (text) => {
        const parsed = read(text);
        if (parsed === null) return;
        expect(parsed.earliest !== null || parsed.latest !== null).toBe(true);
        if (parsed.earliest !== null && parsed.latest !== null)
          expect(+parsed.earliest).toBeLessThanOrEqual(+parsed.latest);
      }),
      { numRuns: 2000 },
    );
  });

  test.each([
    '',
    '..',
    '[..]',
    '[]',
    '2015-13',
    '2015-02-30',
    '2014-02-29',
    '2015-00',
    '2015-5-1',
    '2015-21',
    '2015/2016',
    '20150512',
    '2015-05-12T10:00:00Z',
    '0000',
    '-2015',
    '+2015',
    'May 2015',
    '{2015,2016}',
    '[2015,2016]',
    '[2016..2015]',
    ' 2015',
    '2015 ',
  ])('%j is none', (text) => {
    expect(() => parsePartialDate(text)).toThrow(RangeError);
    expect(() => parsePartialDate(text)).toThrow(`"${text}" is not a date`);
  });
});

/** What a text says; null if it is none, which must be said by a RangeError. */
function read(text: string): PartialDate | null {
  try {
    return parsePartialDate(text);
  } catch (error) {
    expect(error).toBeInstanceOf(RangeError);
    expect((error as RangeError).message).toContain(`"${text}"`);
    return null;
  }
}

/** One end of a validity, as the seeds write it. */
const anyEnd = fc.oneof(
  fc.constant(null),
  nearDay.map(formatDay),
  nearDay.map((day) => formatDay(day).slice(0, 7)),
  nearDay.map((day) => `[..${formatDay(day)}]`),
  nearDay.map((day) => `[${formatDay(day)}..]`),
  fc.tuple(nearDay, nearDay).map((days) => {
    const [from, to] = [...days].sort((a, b) => +a - +b) as [Date, Date];
    return `[${formatDay(from)}..${formatDay(to)}]`;
  }),
);

const unbounded = { edtf: '', earliest: null, latest: null };
interface Ends {
  readonly from: PartialDate | null;
  readonly to: PartialDate | null;
}
/** A validity that the database takes: it does not end before it begins. */
const anyEnds: fc.Arbitrary<Ends> = fc
  .record({ from: anyEnd, to: anyEnd })
  .map(({ from, to }) => ({
    from: from === null ? null : parsePartialDate(from),
    to: to === null ? null : parsePartialDate(to),
  }))
  .filter(({ from, to }) => !(from?.earliest && to?.latest && from.earliest > to.latest));

const validityOf = ({ from, to }: Ends): Validity => ({
  validFromEarliest: (from ?? unbounded).earliest,
  validFromLatest: (from ?? unbounded).latest,
  validToEarliest: (to ?? unbounded).earliest,
  validToLatest: (to ?? unbounded).latest,
});

describe('what holds on a day', () => {
  test('is nothing outside of the bounds, certain inside of the sure ones, and else possible', () => {
    fc.assert(
      fc.property(anyEnds.map(validityOf), nearDay, (validity, day) => {
        const {
          validFromEarliest: first,
          validFromLatest: sureFrom,
          validToEarliest: sureTo,
          validToLatest: last,
        } = validity;
        const outside = (first !== null && day < first) || (last !== null && day > last);
        const sure = sureFrom !== null && sureTo !== null && sureFrom <= day && day <= sureTo;
        expect(certaintyOn(validity, day)).toBe(outside ? null : sure ? 'CERTAIN' : 'POSSIBLE');
      }),
    );
  });

  test('only gains certainty up to a day and only loses it after: never possible between two certain days', () => {
    const rank = { CERTAIN: 2, POSSIBLE: 1 };
    fc.assert(
      fc.property(anyEnds.map(validityOf), fc.tuple(nearDay, nearDay, nearDay), (validity, days) => {
        const sorted = [...days].sort((a, b) => +a - +b);
        const [before = 0, between = 0, after = 0] = sorted.map((day) => {
          const certainty = certaintyOn(validity, day);
          return certainty === null ? 0 : rank[certainty];
        });
        expect(between).toBeGreaterThanOrEqual(Math.min(before, after));
      }),
    );
  });

  test('grows no more certain by knowing less', () => {
    fc.assert(
      fc.property(anyEnds.map(validityOf), nearDay, (validity, day) => {
        const less: Validity = { ...validity, validFromEarliest: null, validFromLatest: null };
        if (certaintyOn(less, day) === 'CERTAIN') expect.unreachable('without a start nothing is certain');
        if (certaintyOn(validity, day) !== null) expect(certaintyOn(less, day)).toBe('POSSIBLE');
      }),
    );
  });
});

describe('asOf in the database', () => {
  let database: Database;
  let graph: PresentGraph;
  const validities = fc.sample(anyEnds, { numRuns: 300, seed: 2015 });

  beforeAll(async () => {
    database = await openMigrated();
    const { prisma } = database;
    const people = validities.map((_, n) => ({ id: `p${n}`, kind: 'PERSON', summary: 'Made up.' }));
    await createEntities(prisma, [...people, { id: 'u', kind: 'UNION', summary: 'Made up.' }]);
    await prisma.relationship.createMany({
      data: validities.map(({ from, to }, n) => ({
        id: `p${n}.MEMBER_OF.u`,
        type: 'MEMBER_OF',
        subjectId: `p${n}`,
        subjectKind: 'PERSON',
        objectId: 'u',
        objectKind: 'UNION',
        ...validityOf({ from, to }),
        ...(from && { validFrom: from.edtf, validFromBasis: 'STATED' as const }),
        ...(to && { validTo: to.edtf, validToBasis: 'STATED' as const }),
      })),
    });
    graph = await openGraph(database, () => {}, standardSettings.maxCacheBytes);
  });
  afterAll(async () => {
    await graph.close();
    await database.close();
  });

  test('finds what the code says holds on that day', async () => {
    await fc.assert(
      fc.asyncProperty(nearDay, async (asOf) => {
        const query = { direction: 'IN', types: ['MEMBER_OF'], asOf } as const;
        const holding = graph.relatedAll('u', query);
        const certain = graph.relatedAll('u', { ...query, certainty: 'CERTAIN' });
        const expected = validities.map((ends, n) => [`p${n}`, certaintyOn(validityOf(ends), asOf)] as const);
        const found = holding.map(({ node, certainty }) => [node, certainty] as const);
        expect(new Map(found)).toEqual(new Map(expected.filter(([, certainty]) => certainty !== null)));
        expect(certain.map(({ node }) => node).sort()).toEqual(
          expected.flatMap(([id, certainty]) => (certainty === 'CERTAIN' ? [id] : [])).sort(),
        );
      }),
      { numRuns: 25 },
    );
  });
});

test('asOf over HTTP gives what each relationship says of that day', async () => {
  interface Edge {
    readonly certainty: string | null;
    readonly node: { readonly id: string; readonly holdsOn: string | null };
  }
  type Node = Readonly<Record<'all' | 'holding' | 'certain' | 'possible', { readonly edges: readonly Edge[] }>>;
  const query = `query ($asOf: Date!) { offices(first: 100) { nodes {
    all: relationships(first: 100) { ...page } holding: relationships(first: 100, asOf: $asOf) { ...page }
    certain: relationships(first: 100, asOf: $asOf, certainty: CERTAIN) { ...page }
    possible: relationships(first: 100, asOf: $asOf, certainty: POSSIBLE) { ...page }
  } } } fragment page on RelationshipConnection { edges { certainty node { id holdsOn(asOf: $asOf) } } }`;
  const found = new Set<string | null>();
  for (const asOf of ['2009-12-31', '2014-01-24', '2015-05-12', '2015-11-04', '2016-01-15', '2030-01-01']) {
    const { offices } = await ask<{ offices: { nodes: Node[] } }>(query, { asOf });
    for (const { all, holding, certain, possible } of offices.nodes) {
      const expected = all.edges.filter(({ node }) => node.holdsOn !== null);
      for (const { node } of all.edges) found.add(node.holdsOn);
      expect(all.edges.every(({ certainty }) => certainty === null)).toBe(true);
      expect(holding.edges).toEqual(expected.map(({ node }) => ({ certainty: node.holdsOn, node })));
      expect(certain.edges).toEqual(holding.edges.filter(({ certainty }) => certainty === 'CERTAIN'));
      // "This certainty or more".
      expect(possible.edges).toEqual(holding.edges);
    }
  }
  expect([...found].sort()).toEqual(['CERTAIN', 'POSSIBLE', null]);
});

test('what a passage says of a date that was worked out from it is derived, by the rule of the date', async () => {
  const { event } = await ask<{
    event: {
      start: { basis: string; note: string };
      evidence: { nodes: { attribute: string | null; basis: string; rule: string | null }[] };
    };
  }>(
    '{ event(id: "alberta-bargaining-deadline-2014") { start { basis note } evidence(first: 100) { nodes { attribute basis rule } } } }',
  );
  const { start, evidence } = event;
  expect(start.basis).toBe('DERIVED');
  const of = (attribute: string | null) => evidence.nodes.filter((piece) => piece.attribute === attribute);
  expect(of('start')).toEqual([{ attribute: 'start', basis: 'DERIVED', rule: start.note }]);
  expect(of('extensionDecisionExpected')).toMatchObject([{ basis: 'DERIVED' }]);
  expect(of('extensionDecidedBy')).toMatchObject([{ basis: 'DERIVED', rule: expect.stringMatching(/likely/) }]);
  expect(of('consequence')).toEqual([{ attribute: 'consequence', basis: 'STATED', rule: null }]);
  expect(of(null)).toMatchObject([{ basis: 'STATED' }]);
});
