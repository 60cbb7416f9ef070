/** Statistics, held against a count of our own over what the lists say. */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../src/database/open.ts';
import { type Kind, kindDefinition, kindNames } from '../../src/graph/registry.ts';
import { type Dimension, dimensionDefinition, dimensionNames } from '../../src/graph/statisticsDimensions.ts';
import { type Service, startService } from '../../src/server/start.ts';
import { ask, post } from '../ask.ts';
import { createEntities, noteStatements, openMigrated } from '../database.ts';
import { type Meanings, meanings, type Item as Read, readAll } from './meaning.ts';

interface Range {
  readonly min: number | null;
  readonly max: number | null;
}
interface Bucket {
  readonly keys: readonly { readonly key: string | null; readonly state: string }[];
  readonly time: { readonly key: string | null; readonly state: string } | null;
  readonly count: number;
  readonly measured?: {
    readonly stated: number;
    readonly notStated: number;
    readonly none: number;
    readonly inOtherUnits: number;
    readonly sum: Range | null;
    readonly min: Range | null;
    readonly max: Range | null;
  };
}
interface Statistics {
  readonly total: number;
  readonly bucketCount: number;
  readonly truncated: boolean;
  readonly buckets: readonly Bucket[];
}

const counts = 'total bucketCount truncated buckets { count keys { key state } time { key state } }';
const range = '{ min max }';
const measured = `buckets { measured { stated notStated none inOtherUnits sum ${range} min ${range} max ${range} } }`;

const statistics = async (args: string, more = ''): Promise<Statistics> =>
  (await ask<{ statistics: Statistics }>(`{ statistics(${args}) { ${counts} ${more} } }`)).statistics;

const nameOf = ({ keys, time }: Bucket): string =>
  [...(time === null ? [] : [time]), ...keys].map(({ key, state }) => key ?? state).join(' ');

/** What each bucket counts, by its keys. */
function countsOf({ buckets }: Statistics): Record<string, number> {
  const named = Object.fromEntries(buckets.map((bucket) => [nameOf(bucket), bucket.count]));
  expect(Object.keys(named), 'each bucket once').toHaveLength(buckets.length);
  return named;
}

// What the lists say of everything.

interface Item {
  readonly id: string;
  readonly kind: Kind;
  readonly type?: string | null;
  readonly status?: string | null;
  readonly medium?: string | null;
  readonly route?: string | null;
  readonly start?: { readonly earliest: string | null; readonly latest: string | null } | null;
  readonly notStated: readonly { readonly attribute: string }[];
  readonly evidence: readonly {
    readonly article: { readonly id: string } | null;
    readonly paragraph: number | null;
    readonly attribute: string | null;
    readonly quotation: string | null;
  }[];
  readonly terms?: readonly {
    readonly id: string;
    readonly issue: { readonly id: string };
    readonly year: number | null;
    readonly years: number | null;
    readonly value: number | null;
    readonly unit: string | null;
  }[];
  readonly relationships: {
    readonly pageInfo: { readonly hasNextPage: boolean };
    readonly edges: readonly {
      readonly direction: 'IN' | 'OUT';
      readonly node: { readonly type: string; readonly side: string | null };
      readonly other: { readonly id: string; readonly kind: Kind };
    }[];
  };
}

const particular: Partial<Record<Kind, string>> = {
  STATEMENT: 'medium',
  BARGAINING_ROUND: 'route',
  PROPOSAL: 'terms { id issue { id } year years value unit }',
};

async function listed(kind: Kind): Promise<Item[]> {
  const { plural, types, statuses, start } = kindDefinition(kind);
  const fields = `id kind ${types ? 'type' : ''} ${statuses ? 'status' : ''} ${start ? 'start { earliest latest }' : ''}
    notStated { attribute } evidence { article { id } paragraph attribute quotation } ${particular[kind] ?? ''}
    relationships(first: 100) { pageInfo { hasNextPage } edges { direction node { type side } other { id kind } } }`;
  const { list } = await ask<{ list: { totalCount: number; nodes: Item[] } }>(
    `{ list: ${plural}(first: 100) { totalCount nodes { ${fields} } } }`,
  );
  expect(list.nodes, 'a page holds all, on which these tests rely').toHaveLength(list.totalCount);
  expect(list.nodes.filter(({ relationships }) => relationships.pageInfo.hasNextPage)).toEqual([]);
  return list.nodes;
}

const items = new Map<string, Item>();
/** What belongs to what, as the tests of the filters have it. */
let read: ReadonlyMap<string, Read>;
let mean: Meanings;
beforeAll(async () => {
  read = await readAll();
  mean = meanings(read);
  // One after the other: all at once they may come to more than a service answers at a time.
  for (const kind of kindNames) for (const item of await listed(kind)) items.set(item.id, item);
});

function far({ relationships }: Item, direction: 'IN' | 'OUT', types: readonly string[], kind?: Kind): string[] {
  const edges = relationships.edges.filter((edge) => edge.direction === direction && types.includes(edge.node.type));
  return edges.filter(({ other }) => kind === undefined || other.kind === kind).map(({ other }) => other.id);
}

const outletsOf = (item: Item): string[] =>
  [item, ...item.evidence.flatMap(({ article }) => items.get(article?.id ?? '') ?? [])].flatMap((one) =>
    far(one, 'OUT', ['PUBLISHED_BY']),
  );

const contests = { DISPUTES: 'DISPUTED', DENIES: 'DENIED', QUALIFIES: 'QUALIFIED', REBUTS: 'ANSWERED' };
function contested(item: Item): string[] {
  const inCourt = far(item, 'IN', ['CHALLENGES']).filter((id) => items.get(id)?.status === 'BEFORE_THE_COURT');
  const ways = [
    ...Object.entries(contests).flatMap(([type, word]) => far(item, 'IN', [type]).map(() => word)),
    ...far(item, 'OUT', ['REBUTS']).map(() => 'ANSWERS'),
    ...inCourt.map(() => 'BEFORE_THE_COURT'),
  ];
  return ways.length === 0 && far(item, 'IN', ['ASSERTS']).length > 0 ? ['ASSERTED_ONLY'] : ways;
}

function proposedAs(item: Item): string {
  if (item.type === 'IMPOSED_SETTLEMENT') return 'IMPOSED';
  return item.type === 'DEMAND' || far(item, 'IN', ['MAKES'], 'UNION').length > 0 ? 'ASK' : 'OFFER';
}

const yearsOf = ({ year, years }: { year: number | null; years: number | null }): string[] =>
  year === null || years === null ? [] : [years === 1 ? String(year) : `${year}-${year + years - 1}`];

/** The paragraphs that bear it out as a whole. */
const passagesOf = ({ evidence }: Item) => evidence.filter(({ article, attribute }) => article && attribute === null);

const word = (text: string | null | undefined): string[] => (text === null || text === undefined ? [] : [text]);

/** The values of an entity in each dimension. */
const valuesOf: Record<Dimension, (item: Item) => string[]> = {
  KIND: ({ kind }) => [kind],
  TYPE: ({ type }) => word(type),
  STATUS: ({ status }) => word(status),
  ENTITY: ({ id }) => [id],
  JURISDICTION: ({ id }) => mean.jurisdictions(read.get(id) as Read),
  ISSUE: (item) => far(item, 'OUT', ['CONCERNS']),
  PARTY: ({ id }) => mean.parties(read.get(id) as Read),
  SIDE: ({ id }) => {
    const one = read.get(id) as Read;
    return [...mean.partySides(one), ...mean.sides(one), ...mean.sides(one, true).map(() => 'HEARSAY')];
  },
  SPEAKER: ({ id }) => {
    const one = read.get(id) as Read;
    return [...mean.speakers(one), ...mean.speakers(one, true).map(() => 'HEARSAY')];
  },
  OUTLET: outletsOf,
  ROUND: (item) => far(item, 'OUT', ['MADE_IN', 'PART_OF', 'OCCURS_IN'], 'BARGAINING_ROUND'),
  COURT: (item) => far(item, 'OUT', ['HEARD_BY']),
  MEDIUM: ({ medium }) => word(medium),
  QUOTATION: (item) => (item.kind === 'STATEMENT' ? passagesOf(item).map(({ quotation }) => quotation ?? 'NONE') : []),
  ROUTE: ({ route }) => word(route),
  CONTESTED: contested,
  PROPOSED_AS: (item) => (item.kind === 'PROPOSAL' ? [proposedAs(item)] : []),
  TERM_ISSUE: ({ terms = [] }) => terms.map(({ issue }) => issue.id),
  TERM_YEARS: ({ terms = [] }) => {
    // A term without a year has none: that is a bucket too, beside those of the others.
    const years = terms.map((term) => yearsOf(term));
    return years.every((one) => one.length === 0) ? [] : years.flatMap((one) => (one.length === 0 ? ['NONE'] : one));
  },
};

const attributes: Partial<Record<Dimension, string>> = {
  TYPE: 'type',
  STATUS: 'status',
  COURT: 'court',
  MEDIUM: 'medium',
  ROUTE: 'route',
};

const open = ({ notStated }: Item, attribute: string | undefined): boolean =>
  notStated.some((one) => one.attribute === attribute);

function keysOf(item: Item, dimension: Dimension): string[] {
  const values = [...new Set(valuesOf[dimension](item))];
  if (values.length > 0) return values;
  if (!dimensionDefinition(dimension).fits.includes(item.kind)) return ['DOES_NOT_APPLY'];
  return [open(item, attributes[dimension]) ? 'NOT_STATED' : 'NONE'];
}

const buckets = ['YEAR', 'QUARTER', 'MONTH', 'WEEK', 'DAY'] as const;
type TimeBucket = (typeof buckets)[number];

/** The name of the span that a day lies in. */
const spanOf: Record<TimeBucket, (day: string) => string> = {
  YEAR: (day) => day.slice(0, 4),
  QUARTER: (day) => `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`,
  MONTH: (day) => day.slice(0, 7),
  WEEK: (day) => {
    // A week belongs to the year that its Thursday lies in.
    const thursday = new Date(`${day}T00:00:00Z`);
    thursday.setUTCDate(thursday.getUTCDate() + 4 - (thursday.getUTCDay() || 7));
    const year = thursday.getUTCFullYear();
    const week = Math.floor((thursday.getTime() - Date.UTC(year, 0, 1)) / (7 * 86_400_000)) + 1;
    return `${year}-W${String(week).padStart(2, '0')}`;
  },
  DAY: (day) => day,
};

function timeOf(item: Item, bucket: TimeBucket): string {
  if (kindDefinition(item.kind).start === undefined) return 'DOES_NOT_APPLY';
  if (!item.start) return open(item, 'start') ? 'NOT_STATED' : 'NONE';
  const [earliest, latest] = [item.start.earliest, item.start.latest].map((day) => day && spanOf[bucket](day));
  return earliest && earliest === latest ? earliest : 'UNCERTAIN';
}

/** What the statistics should count. Dimensions that share rows, a party with its side, are not for this. */
function recount(of: readonly Item[], by: readonly Dimension[], bucket?: TimeBucket): Record<string, number> {
  const found: Record<string, number> = {};
  for (const item of of) {
    const parts = [...(bucket === undefined ? [] : [[timeOf(item, bucket)]]), ...by.map((one) => keysOf(item, one))];
    const names = parts.reduce<string[][]>((all, keys) => all.flatMap((one) => keys.map((key) => [...one, key])), [[]]);
    for (const name of names) found[name.join(' ')] = (found[name.join(' ')] ?? 0) + 1;
  }
  return found;
}

const ofKinds = (...kinds: readonly Kind[]): Item[] => [...items.values()].filter(({ kind }) => kinds.includes(kind));
const sum = (numbers: readonly number[]): number => numbers.reduce((one, other) => one + other, 0);

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

test('a count of some days says how many of it are certain', async () => {
  type Counts = { total: number; buckets: { count: number; certainCount: number | null }[] };
  const of = async (args: string): Promise<Counts> =>
    (await ask<{ statistics: Counts }>(`{ statistics(${args}) { total buckets { count certainCount } } }`)).statistics;
  const all = await of('filter: { kinds: [STATEMENT] }, by: [SPEAKER]');
  expect(new Set(all.buckets.map(({ certainCount }) => certainCount))).toEqual(new Set([null]));
  for (const kinds of ['STATEMENT', 'EVENT', 'CLAIM', 'LEGISLATION', 'DISPUTE']) {
    for (const days of [
      'to: "2014-01-20"',
      'to: "2015-05-12"',
      'from: "2014-01-24"',
      'from: "2015-05-01", to: "2015-06-30"',
    ]) {
      const { nodes } = (
        await ask<{ entities: { nodes: readonly Spanned[] } }>(
          `{ entities(filter: { kinds: [${kinds}], ${days} }, first: 100) { nodes { ... on Dated { isPeriod start { earliest latest } end { earliest latest } }
            ... on Legislation { stages { date { earliest latest } } }
            ... on Claim { assertedBy(first: 10) { sayings(first: 5) { statement { start { earliest latest } } } } } } } }`,
        )
      ).entities;
      const [, from = '0000'] = /from: "(.*?)"/.exec(days) ?? [];
      const [, to = '9999'] = /to: "(.*?)"/.exec(days) ?? [];
      const { total, buckets } = await of(`filter: { kinds: [${kinds}], ${days} }`);
      expect(total).toBe(nodes.length);
      const certain = buckets.reduce((sum, bucket) => sum + (bucket.certainCount ?? 0), 0);
      expect(certain, `${kinds} ${days}`).toBe(nodes.filter((one) => isCertain(one, from, to)).length);
    }
  }
});

interface Span {
  readonly earliest: string | null;
  readonly latest: string | null;
}
interface Spanned {
  readonly start?: Span | null;
  readonly end?: Span | null;
  readonly stages?: readonly { readonly date: Span | null }[];
  readonly assertedBy?: readonly { readonly sayings: readonly { readonly statement: Spanned | null }[] }[];
}

/** It had begun by a day whatever its dates mean, and went on until another or began after it. */
function isCertain({ start, end, stages = [], assertedBy }: Spanned, from: string, to: string): boolean {
  if (assertedBy !== undefined)
    return assertedBy.some(({ sayings }) =>
      sayings.some(({ statement }) => statement !== null && isCertain(statement, from, to)),
    );
  const dates = stages.flatMap(({ date }) => date ?? []);
  if (!start && !end && dates.length === 0) return false;
  const begun = start?.latest ?? dates.map(({ latest }) => latest).sort()[0] ?? end?.latest ?? null;
  const still = [start?.earliest, end?.earliest, ...dates.map(({ earliest }) => earliest)].filter((day) => day != null);
  return (to === '9999' || (begun !== null && begun <= to)) && (from === '0000' || still.some((day) => day >= from));
}

test('a count by jurisdiction says how many are in none', async () => {
  const { statistics } = await ask<{
    statistics: {
      total: number;
      buckets: { count: number; keys: { key: string | null; state: string; label: string }[] }[];
    };
  }>(
    '{ statistics(filter: { kinds: [STATEMENT, EVENT] }, by: [JURISDICTION]) { total buckets { count keys { key state label } } } }',
  );
  const none = statistics.buckets.find(({ keys: [one] }) => one?.key === null);
  expect(none?.keys).toEqual([{ key: null, state: 'NONE', label: 'none' }]);
  const { entities } = await ask<{ entities: { totalCount: number } }>(
    '{ entities(filter: { kinds: [STATEMENT, EVENT] }) { totalCount } }',
  );
  const within = await Promise.all(
    ['canada', 'alberta'].map(async (id) =>
      (
        await ask<{ entities: { nodes: { id: string }[] } }>(
          `{ entities(filter: { kinds: [STATEMENT, EVENT], jurisdiction: "${id}" }, first: 100) { nodes { id } } }`,
        )
      ).entities.nodes.map((one) => one.id),
    ),
  );
  expect(none?.count).toBe(entities.totalCount - new Set(within.flat()).size);
});

test('a bucket says what its keys are, to show and to link', async () => {
  const args =
    'filter: { kinds: [LEGAL_CHALLENGE], jurisdiction: "alberta" }, by: [STATUS, JURISDICTION], bucket: YEAR';
  const found = await ask(`{ statistics(${args}) { buckets {
    keys { dimension key state label french: label(language: FR) description meaning: description(language: FR) entity { id kind } }
    time { key label start end state }
  } } }`);
  expect(found).toEqual({
    statistics: {
      buckets: [
        {
          keys: [
            {
              dimension: 'STATUS',
              key: 'BEFORE_THE_COURT',
              state: 'VALUE',
              label: 'before the court',
              french: 'devant le tribunal',
              description: 'Filed and not decided.',
              meaning: 'Déposée, et non tranchée.',
              entity: null,
            },
            {
              dimension: 'JURISDICTION',
              key: 'alberta',
              state: 'VALUE',
              label: 'Alberta',
              french: 'Alberta',
              description: null,
              meaning: null,
              entity: { id: 'alberta', kind: 'JURISDICTION' },
            },
          ],
          time: { key: null, label: 'uncertain', start: null, end: null, state: 'UNCERTAIN' },
        },
      ],
    },
  });
  const labels = async (of: string) => {
    const { statistics } = await ask<{ statistics: { buckets: { keys: { key: string; label: string }[] }[] } }>(
      `{ statistics(${of}) { buckets { keys { key label(language: FR) } } } }`,
    );
    return Object.fromEntries(statistics.buckets.map(({ keys: [one] }) => [one?.key, one?.label]));
  };
  expect(await labels('filter: { kinds: [CLAIM] }, by: [CONTESTED]')).toMatchObject({
    ASSERTED_ONLY: 'affirmé, sans contestation',
    DISPUTED: 'mis en doute',
  });
  expect(await labels('filter: { kinds: [PROPOSAL] }, by: [PROPOSED_AS]')).toEqual({
    ASK: 'demande',
    OFFER: 'offre',
    IMPOSED: 'imposée par la loi',
  });
  const none = await ask(`{ statistics(filter: { kinds: [LEGAL_CHALLENGE] }, by: [COURT]) {
    buckets { keys { key label entity { id } } } } }`);
  expect(none).toEqual({ statistics: { buckets: [{ keys: [{ key: null, label: 'not stated', entity: null }] }] } });
});

test.each([
  ['YEAR', '2015', '2015-01-01', '2015-12-31'],
  ['QUARTER', '2015-Q2', '2015-04-01', '2015-06-30'],
  ['MONTH', '2015-05', '2015-05-01', '2015-05-31'],
  ['WEEK', '2015-W20', '2015-05-11', '2015-05-17'],
  ['DAY', '2015-05-12', '2015-05-12', '2015-05-12'],
] as const)('spans of time: %s', async (bucket, key, start, end) => {
  const { statistics: found } = await ask<{ statistics: { buckets: { time: { start: string | null } }[] } }>(
    `{ statistics(filter: { kinds: [EVENT] }, bucket: ${bucket}) { buckets { time { key label start end state } } } }`,
  );
  const times = found.buckets.map(({ time }) => time);
  expect(times).toContainEqual({ key, label: key, start, end, state: 'VALUE' });
  const starts = times.map((time) => time.start ?? '9999');
  expect(starts).toEqual([...starts].sort());
});

test.each(dimensionNames)('everything by %s', async (dimension) => {
  const found = await statistics(`by: [${dimension}]`);
  expect(countsOf(found)).toEqual(recount([...items.values()], [dimension]));
  expect(found).toMatchObject({ total: items.size, truncated: false });
});

test.each(buckets)('everything by %s and kind', async (bucket) => {
  const found = await statistics(`by: [KIND], bucket: ${bucket}`);
  expect(countsOf(found)).toEqual(recount([...items.values()], ['KIND'], bucket));
});

describe('for any dimensions, spans and filters', () => {
  const kinds = fc.uniqueArray(fc.constantFrom(...kindNames), { minLength: 1, maxLength: 4 });
  const condition = fc.constantFrom(
    'jurisdiction: "alberta"',
    'issue: "sick-leave"',
    'issue: "compensation"',
    'party: "psac"',
    'from: "2015-05-12"',
    'to: "2015-05-12"',
    'from: "2014-01-24", to: "2015-05-11"',
    'text: "sick or law"',
    'notStated: "start"',
  );
  const [perhapsKinds, perhapsCondition] = [fc.option(kinds), fc.option(condition)];
  // What shares a row, a party with its side, a recount of each by itself cannot see.
  const dimension = fc.constantFrom(...dimensionNames.filter((name) => name !== 'SIDE' && name !== 'TERM_ISSUE'));
  const by = fc.uniqueArray(dimension, { maxLength: 2 });
  const perhapsBucket = fc.option(fc.constantFrom(...buckets));
  const single = new Set<Dimension>(['KIND', 'TYPE', 'STATUS', 'ENTITY', 'MEDIUM', 'ROUTE', 'PROPOSED_AS']);

  /** What the list with a filter has, page by page. */
  async function filtered(filter: string): Promise<Item[]> {
    const found: Item[] = [];
    for (let after: string | null = null; ; ) {
      const page: { entities: { nodes: { id: string }[]; pageInfo: { hasNextPage: boolean; endCursor: string } } } =
        await ask(
          `query ($after: String) {
            entities(${filter}, first: 100, after: $after) { nodes { id } pageInfo { hasNextPage endCursor } }
          }`,
          { after },
        );
      found.push(...page.entities.nodes.flatMap(({ id }) => items.get(id) ?? []));
      if (!page.entities.pageInfo.hasNextPage) return found;
      after = page.entities.pageInfo.endCursor;
    }
  }

  test('the buckets are those of a recount, and add up where each entity has one value', async () => {
    let compared = 0;
    const property = fc.asyncProperty(
      perhapsKinds,
      perhapsCondition,
      by,
      perhapsBucket,
      async (of, where, dims, bucket) => {
        const filter = `filter: { ${of === null ? '' : `kinds: [${of.join()}]`} ${where ?? ''} }`;
        const span = bucket === null ? '' : `, bucket: ${bucket}`;
        const query = `{ statistics(${filter}, by: [${dims.join()}]${span}) { ${counts} } }`;
        const { body } = await post<{ statistics: Statistics }>(query);
        const fits = (some: readonly Kind[]): boolean => (of ?? kindNames).some((kind) => some.includes(kind));
        const dated = kindNames.filter((kind) => kindDefinition(kind).start !== undefined);
        const refused = (await post(`{ entities(${filter}) { totalCount } }`)).body.errors !== undefined;
        if (!dims.every((one) => fits(dimensionDefinition(one).fits)) || (bucket !== null && !fits(dated)) || refused) {
          expect(body.errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
          return;
        }
        if (of === null && body.errors !== undefined) {
          // The condition leaves kinds of which none has a value in one of the dimensions, or a date.
          const left = await filtered(filter);
          const without = (keys: (one: Item) => string[]) => left.every((one) => keys(one).join() === 'DOES_NOT_APPLY');
          const byDimension = dims.some((one) => without((item) => keysOf(item, one)));
          expect(byDimension || (bucket !== null && without((item) => [timeOf(item, bucket)]))).toBe(true);
          return;
        }
        expect(body.errors).toBeUndefined();
        const found = body.data?.statistics as Statistics;
        const { list } = await ask<{ list: { totalCount: number } }>(`{ list: entities(${filter}) { totalCount } }`);
        expect(found.total).toBe(list.totalCount);
        expect(countsOf(found)).toEqual(recount(await filtered(filter), dims, bucket ?? undefined));
        if (dims.every((one) => single.has(one))) {
          expect(sum(found.buckets.map(({ count }) => count))).toBe(list.totalCount);
        }
        compared += Math.min(1, list.totalCount);
      },
    );
    await fc.assert(property, { numRuns: 150 });
    expect(compared).toBeGreaterThan(30);
  });
});

test('a dimension that one of the kinds lacks counts what is of that kind as none, under a key of its own', async () => {
  const of = (kind: Kind): number => [...items.values()].filter((item) => item.kind === kind).length;
  const byMedium = await statistics('filter: { kinds: [EVENT, STATEMENT] }, by: [MEDIUM]');
  expect(countsOf(byMedium)['DOES_NOT_APPLY']).toBe(of('EVENT'));
  expect(byMedium.total).toBe(of('EVENT') + of('STATEMENT'));
  expect(sum(byMedium.buckets.map(({ count }) => count))).toBe(byMedium.total);
  const byYear = await statistics('filter: { kinds: [EVENT, PERSON] }, bucket: YEAR');
  expect(countsOf(byYear)['DOES_NOT_APPLY']).toBe(of('PERSON'));
});

describe('what cannot be asked', () => {
  test.each([
    [
      'filter: { kinds: [EVENT] }, by: [MEDIUM]',
      ['by'],
      'KIND, TYPE, STATUS, ENTITY, JURISDICTION, ISSUE, PARTY, SIDE, OUTLET, ROUND',
    ],
    ['filter: { kinds: [PERSON] }, by: [STATUS]', ['by'], 'KIND, ENTITY, OUTLET'],
    [
      'filter: { kinds: [CLAIM] }, by: [KIND, MEDIUM]',
      ['by'],
      'TYPE, ENTITY, JURISDICTION, ISSUE, SPEAKER, OUTLET, CONTESTED',
    ],
    [
      'filter: { kinds: [CLAIM] }, by: [TYPE, TYPE]',
      ['by'],
      'KIND, ENTITY, JURISDICTION, ISSUE, SPEAKER, OUTLET, CONTESTED',
    ],
    ['by: [KIND, TYPE, STATUS]', ['by'], 'at most 2'],
    ['filter: { kinds: [PERSON, CLAIM] }, bucket: YEAR', ['bucket'], expect.stringContaining('EVENT')],
    ['filter: { kinds: [CLAIM] }, measure: { of: TERM_VALUE, unit: CAD }', ['measure', 'of'], 'FIGURE'],
    ['filter: { kinds: [PERSON] }, measure: { of: DURATION }', ['measure', 'of'], 'none'],
    ['measure: { of: TERM_VALUE }', ['measure', 'unit'], 'PERCENT, SHARE, CAD, DAYS, PEOPLE'],
    ['measure: { of: UNIT_SIZE, unit: CAD }', ['measure', 'unit'], 'PEOPLE'],
    [
      'measure: { of: UNIT_SIZE, asOf: "2015-01-01" }',
      ['measure', 'asOf'],
      'only with DAYS_WITHOUT_CONTRACT, DURATION',
    ],
    ['filter: { from: "2015-05-13", to: "2015-05-12" }', ['filter', 'from'], 'at the latest 2015-05-12'],
    [
      'filter: { kinds: [DISPUTE], statuses: ["OPEN", "AJAR"] }',
      ['filter', 'statuses'],
      'OPEN, SETTLED, TALKS_BROKEN_OFF, TALKS_RESUMING',
    ],
    ['filter: { kinds: [PERSON], types: ["STRIKE"] }', ['filter', 'types'], 'none'],
    ['filter: { kinds: [UNION], notStated: "court" }', ['filter', 'notStated'], 'type'],
    ['first: 0', ['first'], '1 to 1000'],
    ['first: 1001', ['first'], '1 to 1000'],
  ])('%s', async (args, argument, allowed) => {
    const { body } = await post(`{ statistics(${args}) { total } }`);
    expect(body.errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', argument, allowed } }]);
  });

  test('a dimension that there is not', async () => {
    const { body } = await post('query ($by: [Dimension!]!) { statistics(by: $by) { total } }', { by: ['COLOUR'] });
    expect(body.errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  });

  test('of no kinds there is nothing', async () => {
    const found = await statistics('filter: { kinds: [] }, by: [COURT, KIND], bucket: DAY, measure: { of: DURATION }');
    expect(found).toEqual({ total: 0, bucketCount: 0, truncated: false, buckets: [] });
  });
});

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
