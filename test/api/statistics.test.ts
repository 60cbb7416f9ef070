/** The statistics that dashboards ask for, held against a count of our own over what the lists say. */
import { beforeAll, describe, expect, test } from 'vitest';
import { ask } from '../ask.ts';
import { type Bucket, countsOf, measured, nameOf, statistics } from './askStatistics.ts';
import { type Item, ofKinds, passagesOf, readLists, recount, sum, yearsOf } from './recount.ts';

beforeAll(readLists);

describe('what dashboards ask', () => {
  test('disputes by status and jurisdiction', async () => {
    const found = await statistics('filter: { kinds: [DISPUTE] }, by: [STATUS, JURISDICTION]');
    expect(countsOf(found)).toEqual({ 'OPEN alberta': 1, 'TALKS_RESUMING canada': 1 });
    expect(countsOf(found)).toEqual(recount(ofKinds('DISPUTE'), ['STATUS', 'JURISDICTION']));
    expect(found).toMatchObject({ total: 2, bucketCount: 2, truncated: false });
  });

  test('events by month and type', async () => {
    const found = await statistics('filter: { kinds: [EVENT] }, by: [TYPE], bucket: MONTH');
    expect(countsOf(found)).toMatchObject({
      '2013-12 LAW_PASSED': 2,
      '2015-05 STATEMENT_MADE': 2,
      '2015-05 TALKS': 1,
      '2015-05 WALK_AWAY': 1,
      '2015-06 TALKS': 1,
      '2016-02 TALKS': 1,
      '2015-06 COURT_FILING': 1,
      'UNCERTAIN COURT_FILING': 1,
      'NOT_STATED TALKS': 1,
      'UNCERTAIN CONCESSION': 2,
      'UNCERTAIN TALKS': 1,
    });
    expect(countsOf(found)).toEqual(recount(ofKinds('EVENT'), ['TYPE'], 'MONTH'));
    expect(sum(found.buckets.map(({ count }) => count))).toBe(found.total);
    expect(found.total).toBe(26);
  });

  test('statements by speaker, quoted or paraphrased', async () => {
    const found = await statistics('filter: { kinds: [STATEMENT] }, by: [SPEAKER, TYPE]');
    expect(countsOf(found)).toMatchObject({
      'tony-clement MIXED': 3,
      'tony-clement PARAPHRASE': 3,
      'guy-smith DIRECT_QUOTATION': 3,
      'spokesperson-of-the-treasury-board DIRECT_QUOTATION': 1,
    });
    expect(countsOf(found)).toEqual(recount(ofKinds('STATEMENT'), ['SPEAKER', 'TYPE']));
    expect(found.total).toBe(36);
  });

  test('claims by how they are contested, and by issue', async () => {
    const found = await statistics('filter: { kinds: [CLAIM] }, by: [CONTESTED]');
    expect(found.total).toBe(54);
    expect(countsOf(found)).toMatchObject({ DISPUTED: 2, ANSWERED: 2, ANSWERS: 2, DENIED: 1, QUALIFIED: 1 });
    expect(countsOf(found)).toEqual(recount(ofKinds('CLAIM'), ['CONTESTED']));
    const byIssue = await statistics('filter: { kinds: [CLAIM] }, by: [CONTESTED, ISSUE]');
    expect(countsOf(byIssue)).toMatchObject({ 'DISPUTED sick-leave': 2, 'DISPUTED sick-leave-savings': 1 });
    expect(countsOf(byIssue)).toEqual(recount(ofKinds('CLAIM'), ['CONTESTED', 'ISSUE']));
  });

  test('legislation and challenges by jurisdiction', async () => {
    const found = await statistics('filter: { kinds: [LEGISLATION, LEGAL_CHALLENGE] }, by: [KIND, JURISDICTION]');
    expect(countsOf(found)).toEqual({
      'LEGISLATION alberta': 2,
      'LEGISLATION canada': 1,
      'LEGAL_CHALLENGE alberta': 1,
      'LEGAL_CHALLENGE canada': 1,
    });
    expect(countsOf(found)).toEqual(recount(ofKinds('LEGISLATION', 'LEGAL_CHALLENGE'), ['KIND', 'JURISDICTION']));
  });

  test('days without a contract by round', async () => {
    const rounds = 'filter: { kinds: [BARGAINING_ROUND] }, by: [ENTITY]';
    const asOf = 'measure: { of: DAYS_WITHOUT_CONTRACT, asOf: "2014-01-24" }';
    const found = await statistics(`${rounds}, ${asOf}`, measured);
    const nothing = { stated: 0, notStated: 0, none: 0, inOtherUnits: 0, sum: null, min: null, max: null };
    // 31 March 2013 to 24 January 2014.
    const days = { min: 299, max: 299 };
    expect(Object.fromEntries(found.buckets.map((bucket) => [nameOf(bucket), bucket.measured]))).toEqual({
      'alberta-round-2013-14': { ...nothing, stated: 1, sum: days, min: days, max: days },
      // When the last agreements of the federal unions expired the sources leave open.
      'federal-round-2014-15': { ...nothing, notStated: 1 },
      'federal-round-2016': { ...nothing, notStated: 1 },
    });
    // When the rounds ended the sources leave open.
    const ended = await statistics(`${rounds}, measure: { of: DAYS_WITHOUT_CONTRACT }`, measured);
    expect(ended.buckets[0]).toMatchObject({ measured: { ...nothing, notStated: 1 } });
    expect(nameOf(ended.buckets[0] as Bucket)).toBe('alberta-round-2013-14');
  });

  test('what was asked, offered and imposed, by year: what is not stated is not zero', async () => {
    const args =
      'filter: { kinds: [PROPOSAL] }, by: [PROPOSED_AS, TERM_YEARS], measure: { of: TERM_VALUE, unit: PERCENT }';
    const found = await statistics(args, measured);
    const shown = found.buckets.map((bucket) => {
      const { stated, notStated, sum: total } = bucket.measured ?? {};
      return [nameOf(bucket), [stated, notStated, total?.min ?? null, total?.max ?? null]];
    });
    expect(Object.fromEntries(shown)).toEqual({
      'ASK 1-2': [1, 0, 6, 6],
      'ASK NONE': [0, 1, null, null],
      'OFFER NONE': [0, 1, null, null],
      'IMPOSED 1': [1, 0, 0, 0],
      'IMPOSED 2': [1, 0, 0, 0],
      'IMPOSED 3': [1, 0, 1, 1],
      'IMPOSED 4': [1, 0, 1, 1],
    });
    // The same out of the gaps of the rounds, each term once.
    type GapTerm = NonNullable<Item['terms']>[number] & { readonly stated: string };
    type GapRow = Record<'ask' | 'offer' | 'imposed', readonly GapTerm[]>;
    const term = '{ id issue { id } year years stated value unit }';
    const { bargainingRounds } = await ask<{ bargainingRounds: { nodes: { gap: GapRow[] }[] } }>(
      `{ bargainingRounds { nodes { gap { ask ${term} offer ${term} imposed ${term} } } } }`,
    );
    const rows = bargainingRounds.nodes.flatMap(({ gap }) => gap);
    for (const bucket of found.buckets) {
      const [as = '', years = ''] = nameOf(bucket).split(' ');
      const inColumn = rows.flatMap((row) => row[as.toLowerCase() as keyof GapRow]);
      const terms = [...new Map(inColumn.map((one) => [one.id, one])).values()];
      // A term without any figure has none to be left open.
      const figures = terms.filter(({ stated }) => stated !== 'NO_FIGURE');
      const values = figures.filter((one) => (yearsOf(one)[0] ?? 'NONE') === years).map(({ value }) => value);
      const stated = values.filter((value) => value !== null);
      expect(bucket.measured, nameOf(bucket)).toMatchObject({
        stated: stated.length,
        notStated: values.length - stated.length,
        sum: stated.length === 0 ? null : { min: sum(stated), max: sum(stated) },
        min: stated.length === 0 ? null : { min: Math.min(...stated), max: Math.min(...stated) },
        max: stated.length === 0 ? null : { min: Math.max(...stated), max: Math.max(...stated) },
      });
    }
    expect(sum(found.buckets.map((bucket) => (bucket.measured?.stated ?? 0) + (bucket.measured?.notStated ?? 0)))).toBe(
      7,
    );
  });

  test('paragraphs, each once, though several entities stand on one', async () => {
    const found = await statistics('filter: { kinds: [STATEMENT] }, count: PARAGRAPHS, by: [TYPE]');
    const statements = ofKinds('STATEMENT');
    const places = (of: readonly Item[]): number =>
      new Set(of.flatMap((item) => passagesOf(item).map(({ article, paragraph }) => `${article?.id}/${paragraph}`)))
        .size;
    expect(found.total).toBe(places(statements));
    for (const bucket of found.buckets) {
      const key = bucket.keys[0]?.key;
      expect(bucket.count).toBe(places(statements.filter(({ type }) => type === key)));
    }
  });

  test('figures of one unit, apart from those of others; of what is close to a number nothing is the least', async () => {
    const args = 'filter: { kinds: [CLAIM], types: ["FIGURE"] }, measure: { of: FIGURE, unit: CAD }';
    expect((await statistics(args, measured)).buckets).toMatchObject([
      {
        count: 4,
        measured: { stated: 2, notStated: 1, none: 0, inOtherUnits: 1, sum: { min: null, max: 1.9e9 } },
      },
    ]);
  });

  test('parties with the side of each', async () => {
    const found = countsOf(await statistics('filter: { kinds: [BARGAINING_ROUND] }, by: [PARTY, SIDE]'));
    expect(found).toMatchObject({ 'psac EMPLOYEE': 2, 'treasury-board EMPLOYER': 2, 'aupe EMPLOYEE': 1 });
    expect(Object.keys(found).filter((name) => name.startsWith('psac'))).toEqual(['psac EMPLOYEE']);
  });
});
