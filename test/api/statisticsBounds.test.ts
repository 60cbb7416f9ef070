/** Statistics of data of their own: bounds where dates are partial, how many buckets are given, in how many statements. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../src/database/open.ts';
import { type Service, startService } from '../../src/server/start.ts';
import { createEntities, noteStatements, openMigrated } from '../database.ts';
import { counts, countsOf, measured, nameOf, type Statistics } from './askStatistics.ts';

describe('on data of its own', () => {
  let database: Database;
  let service: Service;
  let sent: () => Promise<string[]>;

  beforeAll(async () => {
    database = await openMigrated();
    sent = noteStatements(database);
    const { prisma } = database;
    const people = Array.from({ length: 1001 }, (_, index) => ({
      id: `person-${index}`,
      kind: 'PERSON',
      summary: '.',
    }));
    await createEntities(prisma, people);
    const day = (text: string | null): Date | null => (text === null ? null : new Date(text));
    type Span = readonly [string | null, string | null] | null;
    const edtfOf = ([first, last]: NonNullable<Span>) => `[${first ?? ''}..${last ?? ''}]`;
    const round = async (id: string, expiry: Span, end: Span, notStated: readonly string[] = []): Promise<void> => {
      await prisma.entity.create({
        data: {
          id,
          kind: 'BARGAINING_ROUND',
          summary: '.',
          names: { create: { text: id, language: 'en', type: 'PREFERRED', ordinal: 0 } },
          ...(end === null
            ? {}
            : { end: edtfOf(end), endBasis: 'STATED', endEarliest: day(end[0]), endLatest: day(end[1]) }),
          notStated: { create: notStated.map((attribute) => ({ attribute })) },
        },
      });
      const [earliest = null, latest = null] = expiry ?? [];
      const stated =
        expiry === null ? {} : { agreementExpiry: edtfOf(expiry), agreementExpiryBasis: 'STATED' as const };
      const days = { agreementExpiryEarliest: day(earliest), agreementExpiryLatest: day(latest) };
      await prisma.bargainingRound.create({ data: { id, ...stated, ...days } });
    };
    await round('in-june', ['2014-06-01', '2014-06-30'], ['2015-01-10', '2015-01-10']);
    await round('by-march', [null, '2013-03-31'], null, ['end']);
    await round('later', ['2020-01-01', '2020-01-01'], null);
    await round('from-2015', ['2014-01-01', '2014-01-01'], ['2015-01-01', null]);
    await round('until-2015', ['2014-01-01', '2014-01-01'], [null, '2015-01-01']);
    await round('not-stated', null, null, ['agreementExpiry']);
    await round('nothing', null, null, ['end']);
    // The same actor is a party twice.
    await createEntities(prisma, [
      { id: 'union', kind: 'UNION', summary: '.' },
      { id: 'wages', kind: 'ISSUE', summary: '.' },
    ]);
    const ends = { subjectId: 'union', subjectKind: 'UNION', objectId: 'in-june', objectKind: 'BARGAINING_ROUND' };
    const twice = ['1', '2'].map((id) => ({ id, type: 'PARTY_TO', side: 'EMPLOYEE' as const, ...ends }));
    await prisma.relationship.createMany({ data: twice });
    service = await startService(database, {
      host: 'localhost',
      port: 0,
      log: (line, error) => console.error(line, error),
    });
  });
  afterAll(async () => {
    await service.stop();
    await database.close();
  });

  async function here(query: string): Promise<Statistics> {
    await sent();
    const response = await fetch(service.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: `{ statistics${query} }` }),
    });
    const body = (await response.json()) as { data: { statistics: Statistics } };
    expect(body).not.toHaveProperty('errors');
    return body.data.statistics;
  }

  /** The statements of the last question that read entities. */
  const asked = async (): Promise<string[]> => (await sent()).filter((statement) => statement.includes('"Entity"'));

  const days = async (asOf?: string): Promise<Record<string, unknown>> => {
    const until = asOf === undefined ? '' : `, asOf: "${asOf}"`;
    const args = `filter: { kinds: [BARGAINING_ROUND] }, by: [ENTITY], measure: { of: DAYS_WITHOUT_CONTRACT${until} }`;
    const found = await here(`(${args}) { ${counts} ${measured} }`);
    return Object.fromEntries(
      found.buckets.map((bucket) => {
        const { stated, notStated, sum: total } = bucket.measured ?? {};
        return [
          nameOf(bucket),
          total ? [total.min, total.max] : stated === 0 && notStated === 1 ? 'not stated' : 'none',
        ];
      }),
    );
  };

  test('days without a contract lie between bounds where dates are partial', async () => {
    expect(await days('2014-03-31')).toEqual({
      'in-june': [0, 0],
      'by-march': [365, null],
      later: [0, 0],
      'from-2015': [89, 89],
      'until-2015': [0, 89],
      'not-stated': 'not stated',
      nothing: 'none',
    });
    expect(await days()).toEqual({
      'in-june': [194, 223],
      'by-march': 'not stated',
      later: 'none',
      'from-2015': [365, null],
      'until-2015': [0, 365],
      'not-stated': 'not stated',
      nothing: 'none',
    });
  });

  test('sums, least and greatest values have bounds too', async () => {
    const measure = 'measure: { of: DAYS_WITHOUT_CONTRACT, asOf: "2016-01-01" }';
    const found = await here(`(filter: { kinds: [BARGAINING_ROUND] }, ${measure}) { ${counts} ${measured} }`);
    // in-june 194..223, by-march 1006.., later 0, from-2015 365..730, until-2015 0..365.
    expect(found.buckets).toMatchObject([
      {
        count: 7,
        measured: {
          stated: 5,
          notStated: 1,
          none: 1,
          sum: { min: 194 + 1006 + 0 + 365 + 0, max: null },
          min: { min: 0, max: 0 },
          max: { min: 1006, max: null },
        },
      },
    ]);
  });

  test('what stands in two relationships with the same party is added up once', async () => {
    const measure = 'measure: { of: DAYS_WITHOUT_CONTRACT }';
    const found = await here(`(filter: { party: "union" }, by: [PARTY], ${measure}) { ${counts} ${measured} }`);
    expect(found.buckets).toMatchObject([{ count: 1, measured: { stated: 1, sum: { min: 194, max: 223 } } }]);
  });

  test('no more than a thousand buckets are given, and it is said that there are more', async () => {
    const found = await here(`(filter: { kinds: [PERSON] }, by: [ENTITY]) { ${counts} }`);
    expect(found).toMatchObject({ total: 1001, bucketCount: 1001, truncated: true });
    expect(found.buckets).toHaveLength(1000);
    const few = await here(`(by: [KIND], first: 2) { ${counts} }`);
    expect(few).toMatchObject({ total: 1010, bucketCount: 4, truncated: true });
    expect(countsOf(few)).toEqual({ PERSON: 1001, BARGAINING_ROUND: 7 });
  });

  test('takes one statement, and those of the names of its keys where they are asked for', async () => {
    const measure = 'measure: { of: DAYS_WITHOUT_CONTRACT, asOf: "2016-01-01" }';
    const filter = 'filter: { text: "x or y", issue: "wages" }, by: [PARTY, JURISDICTION], bucket: YEAR';
    await here(`(${filter}, ${measure}) { ${counts} ${measured} }`);
    expect(await asked()).toHaveLength(1);
    const named = 'buckets { keys { label entity { id } } }';
    await here(`(filter: { kinds: [BARGAINING_ROUND] }, by: [ENTITY, PARTY], ${measure}) { ${counts} ${named} }`);
    expect(await asked()).toHaveLength(2);
    await here(`(by: [ENTITY, PARTY], first: 900) { ${counts} ${named} }`);
    expect(await asked()).toHaveLength(2);
  });
});
