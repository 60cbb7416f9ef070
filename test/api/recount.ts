/** What statistics should count, of what the lists say of everything. */
import { expect } from 'vitest';
import { type Dimension, dimensionDefinition } from '../../src/graph/queries/statisticsDimensions.ts';
import { type Kind, kindDefinition, kindNames } from '../../src/registry/index.ts';
import { ask } from '../ask.ts';
import { type Meanings, meanings, type Item as Read, readAll } from './meaning.ts';

export interface Item {
  readonly id: string;
  readonly kind: Kind;
  readonly type?: string | null;
  readonly status?: string | null;
  readonly medium?: string | null;
  readonly route?: string | null;
  readonly start?: { readonly earliest: string | null; readonly latest: string | null } | null;
  readonly notStated: readonly { readonly attribute: string }[];
  readonly evidence: {
    readonly nodes: readonly {
      readonly article: { readonly id: string } | null;
      readonly paragraph: number | null;
      readonly attribute: string | null;
      readonly quotation: string | null;
    }[];
  };
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
    notStated { attribute } evidence { nodes { article { id } paragraph attribute quotation } } ${particular[kind] ?? ''}
    relationships(first: 100) { pageInfo { hasNextPage } edges { direction node { type side } other { id kind } } }`;
  const { list } = await ask<{ list: { totalCount: number; nodes: Item[] } }>(
    `{ list: ${plural}(first: 100) { totalCount nodes { ${fields} } } }`,
  );
  expect(list.nodes, 'a page holds all, on which these tests rely').toHaveLength(list.totalCount);
  expect(list.nodes.filter(({ relationships }) => relationships.pageInfo.hasNextPage)).toEqual([]);
  return list.nodes;
}

export const items = new Map<string, Item>();
/** What belongs to what, as the tests of the filters have it. */
let read: ReadonlyMap<string, Read>;
let mean: Meanings;

/** Reads all that the lists have; to be called before anything is counted. */
export async function readLists(): Promise<void> {
  read = await readAll();
  mean = meanings(read);
  // One after the other: all at once they may come to more than a service answers at a time.
  for (const kind of kindNames) for (const item of await listed(kind)) items.set(item.id, item);
}

function far({ relationships }: Item, direction: 'IN' | 'OUT', types: readonly string[], kind?: Kind): string[] {
  const edges = relationships.edges.filter((edge) => edge.direction === direction && types.includes(edge.node.type));
  return edges.filter(({ other }) => kind === undefined || other.kind === kind).map(({ other }) => other.id);
}

const outletsOf = (item: Item): string[] =>
  [item, ...item.evidence.nodes.flatMap(({ article }) => items.get(article?.id ?? '') ?? [])].flatMap((one) =>
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

export const yearsOf = ({ year, years }: { year: number | null; years: number | null }): string[] =>
  year === null || years === null ? [] : [years === 1 ? String(year) : `${year}-${year + years - 1}`];

/** The paragraphs that bear it out as a whole. */
export const passagesOf = ({ evidence }: Item) =>
  evidence.nodes.filter(({ article, attribute }) => article && attribute === null);

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

export function keysOf(item: Item, dimension: Dimension): string[] {
  const values = [...new Set(valuesOf[dimension](item))];
  if (values.length > 0) return values;
  if (!dimensionDefinition(dimension).fits.includes(item.kind)) return ['DOES_NOT_APPLY'];
  return [open(item, attributes[dimension]) ? 'NOT_STATED' : 'NONE'];
}

export const buckets = ['YEAR', 'QUARTER', 'MONTH', 'WEEK', 'DAY'] as const;
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

export function timeOf(item: Item, bucket: TimeBucket): string {
  if (kindDefinition(item.kind).start === undefined) return 'DOES_NOT_APPLY';
  if (!item.start) return open(item, 'start') ? 'NOT_STATED' : 'NONE';
  const [earliest, latest] = [item.start.earliest, item.start.latest].map((day) => day && spanOf[bucket](day));
  return earliest && earliest === latest ? earliest : 'UNCERTAIN';
}

/** What the statistics should count. Dimensions that share rows, a party with its side, are not for this. */
export function recount(of: readonly Item[], by: readonly Dimension[], bucket?: TimeBucket): Record<string, number> {
  const found: Record<string, number> = {};
  for (const item of of) {
    const parts = [...(bucket === undefined ? [] : [[timeOf(item, bucket)]]), ...by.map((one) => keysOf(item, one))];
    const names = parts.reduce<string[][]>((all, keys) => all.flatMap((one) => keys.map((key) => [...one, key])), [[]]);
    for (const name of names) found[name.join(' ')] = (found[name.join(' ')] ?? 0) + 1;
  }
  return found;
}

export const ofKinds = (...kinds: readonly Kind[]): Item[] =>
  [...items.values()].filter(({ kind }) => kinds.includes(kind));
export const sum = (numbers: readonly number[]): number => numbers.reduce((one, other) => one + other, 0);
