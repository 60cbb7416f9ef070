/** Every word of the registry can be seeded, and asked for; and what a strike and its end need can be told. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type AttributeType, type Kind, kindDefinition, kindNames } from '../../src/registry/index.ts';
import { type Seeded, serveSeeds } from './seeded.ts';

const library = 'evidence: [{external: The library}]';
const record = (id: string, kind: Kind, ...more: string[]): string =>
  [`- id: ${id}`, `kind: ${kind}`, `names: {en: {preferred: ${id}}}`, 'summary: Made up.', library, ...more].join(
    '\n  ',
  );

/** What an entity of a kind cannot be without. */
const needed: Partial<Record<Kind, string[]>> = {
  OFFICE: ['singleSeat: false'],
  JURISDICTION: ['code: CA'],
  ARTICLE: ['file: x.txt', `sha256: ${'a'.repeat(64)}`, `paragraphs: [{role: HEADLINE, sha256: ${'a'.repeat(64)}}]`],
};

interface Word {
  readonly kind: Kind;
  readonly attribute: string;
  readonly word: string;
}

/** The words of types, statuses and attributes; the type of a statement follows from its evidence. */
const words: readonly Word[] = kindNames.flatMap((kind) => {
  const { types = {}, statuses = {}, details } = kindDefinition(kind);
  const ofAttribute = ([attribute, type]: [string, AttributeType]): Word[] =>
    typeof type === 'object' && !/^unit$|pproximation$/.test(attribute)
      ? Object.keys(type.oneOf).map((word) => ({ kind, attribute, word }))
      : [];
  return [
    ...(kind === 'STATEMENT' ? [] : Object.keys(types).map((word) => ({ kind, attribute: 'type', word }))),
    ...Object.keys(statuses).map((word) => ({ kind, attribute: 'status', word })),
    ...Object.entries(details?.attributes ?? {}).flatMap(ofAttribute),
  ];
});

const idOf = ({ kind, attribute, word }: Word): string =>
  `${kind}-${attribute}-${word}`.toLowerCase().replaceAll('_', '-');

/** Jurisdictions have codes of their own, of a country two letters; a table is part of a round. */
const own = ({ kind, word }: Word, index: number): string[] => {
  if (word === 'TABLE') return [`relationships: [{PART_OF: rounds, ${library}}]`];
  return kind === 'JURISDICTION' ? [word === 'COUNTRY' ? 'code: CA' : `code: CA-${index}`] : (needed[kind] ?? []);
};

const strike = [
  record('league', 'UNION'),
  record('wages', 'ISSUE'),
  record('reporter', 'PERSON'),
  record('agency', 'NEWS_OUTLET', 'type: AGENCY'),
  record('nurses', 'BARGAINING_UNIT', 'essentialShare: 2/3', 'essentialShareApproximation: AT_LEAST'),
  record('ward', 'BARGAINING_UNIT', `relationships: [{PART_OF: nurses, ${library}}]`, 'essentialShare: 45'),
  record('round', 'BARGAINING_ROUND', 'type: MULTIPLE_TABLES', 'status: IN_BARGAINING'),
  record('rounds', 'BARGAINING_ROUND'),
  ...['RATIFIED', 'IMPASSE'].map((status, index) =>
    record(
      `table-${index}`,
      'BARGAINING_ROUND',
      'type: TABLE',
      `status: ${status}`,
      `relationships: [{PART_OF: round, ${library}}]`,
    ),
  ),
  record(
    'vote',
    'EVENT',
    'type: RATIFICATION_VOTE',
    'start: 2019-06-12',
    'timeOfDay: "17:30"',
    'question: whether to take the tentative agreement',
    'result: APPROVED',
    'inFavour: 2/3',
    'turnout: 91.5',
    'turnoutApproximation: MORE_THAN',
  ),
  record('walk-out', 'EVENT', 'type: STRIKE', 'status: ONGOING', 'turnout: not stated').replace(
    'The library}',
    'The library}, {at: news/1, cues: [turnout], for: [turnout]}',
  ),
  record(
    'agreement',
    'COLLECTIVE_AGREEMENT',
    'status: TENTATIVE',
    `relationships: [{MADE_IN: round, ${library}}]`,
    'terms:',
    `  - {issue: wages, year: 1, years: 4, value: 12.6, unit: PERCENT, compounded: true, text: x, ${library}}`,
    `  - {issue: wages, value: 2500, unit: CAD, lumpSum: true, key: signing, text: x, ${library}}`,
    `  - {issue: wages, retroactive: true, effective: 2018-04, key: back-pay, text: x, ${library}}`,
  ),
  `- {subject: league, TAKES_POSITION: agreement, position: SUPPORT, ${library}}`,
  record(
    'news',
    'ARTICLE',
    ...(needed.ARTICLE ?? []),
    'byline: R. Porter, The Agency',
    'headline: The strike ends',
    'address: "https://example.org/strike?page=1"',
    'retrieved: 2018-05-03',
    `relationships: [{WRITTEN_BY: reporter, ordinal: 1, ${library}}, {WRITTEN_BY: agency, ordinal: 2, ${library}}]`,
  ),
];

let served: Seeded;
beforeAll(async () => {
  const each = words.map((word, index) =>
    record(idOf(word), word.kind, ...own(word, index), `${word.attribute}: ${word.word}`),
  );
  served = await serveSeeds([...each, ...strike].join('\n'));
});
afterAll(async () => await served.close());

/** What the API has within another field. */
const within: Readonly<Record<string, string>> = {
  result: 'vote { word: result }',
  extensionLikelihood: 'extension { word: likelihood }',
};

describe('every word of the registry', () => {
  test('is seeded, and comes back', async () => {
    expect(words.length).toBeGreaterThan(120);
    for (let from = 0; from < words.length; from += 50) {
      const some = words.slice(from, from + 50);
      const fields = some.map(({ kind, attribute }, index) => {
        const type = kindDefinition(kind).graphql;
        const field = within[attribute] ?? attribute;
        return `w${index}: entity(id: ${JSON.stringify(idOf(some[index] as Word))}) { ... on ${type} { said: ${field} } }`;
      });
      const found = await served.ask<Record<string, { said: string | { word: string } }>>(`{ ${fields.join('\n')} }`);
      const said = some.map((_, index) => {
        const value = found[`w${index}`]?.said;
        return typeof value === 'object' ? value.word : value;
      });
      expect(said).toEqual(some.map(({ word }) => word));
    }
  });

  test('of events can be asked for by a filter', async () => {
    for (const type of Object.keys(kindDefinition('EVENT').types ?? {})) {
      const { events } = await served.ask<{ events: { nodes: { id: string }[] } }>(
        `{ events(filter: { types: [${type}] }) { nodes { id } } }`,
      );
      expect(events.nodes.map(({ id }) => id)).toContain(idOf({ kind: 'EVENT', attribute: 'type', word: type }));
    }
  });
});

test('a vote has its question, its result and its shares; an event its time of day', async () => {
  const share = '{ percent fraction approximation }';
  const vote = `vote { question result inFavour ${share} turnout ${share} }`;
  const found = await served.ask(`{
    vote: event(id: "vote") { timeOfDay ${vote} }
    strike: event(id: "walk-out") { status timeOfDay ${vote} notStated { attribute } }
  }`);
  expect(found).toEqual({
    vote: {
      timeOfDay: '17:30',
      vote: {
        question: 'whether to take the tentative agreement',
        result: 'APPROVED',
        inFavour: { percent: 200 / 3, fraction: '2/3', approximation: null },
        turnout: { percent: 91.5, fraction: null, approximation: 'MORE_THAN' },
      },
    },
    strike: { status: 'ONGOING', timeOfDay: null, vote: null, notStated: [{ attribute: 'turnout' }] },
  });
});

test('an agreement has terms, a state, and who stands where on it', async () => {
  const { agreement, round, terms } = await served.ask<{
    agreement: object;
    round: object;
    terms: { buckets: object[] };
  }>(`{
    agreement: collectiveAgreement(id: "agreement") {
      status
      madeIn { nodes { id } }
      positions { nodes { id } }
      terms {
        of { id } proposal { id } agreement { id } stated value unit years compounded retroactive lumpSum
        effective { edtf }
      }
    }
    round: bargainingRound(id: "round") { agreements { nodes { id } } }
    terms: statistics(filter: { kinds: [COLLECTIVE_AGREEMENT] }, by: [TERM_ISSUE], measure: { of: TERM_VALUE, unit: CAD }) {
      buckets { keys { key } measured { stated none inOtherUnits sum { min max } } }
    }
  }`);
  const own = { of: { id: 'agreement' }, proposal: null, agreement: { id: 'agreement' } };
  const plain = { years: null, compounded: null, retroactive: null, lumpSum: null, effective: null };
  expect(agreement).toEqual({
    status: 'TENTATIVE',
    madeIn: { nodes: [{ id: 'round' }] },
    positions: { nodes: [{ id: 'league' }] },
    terms: [
      { ...own, ...plain, stated: 'STATED', value: 12.6, unit: 'PERCENT', years: 4, compounded: true },
      { ...own, ...plain, stated: 'STATED', value: 2500, unit: 'CAD', lumpSum: true },
      {
        ...own,
        ...plain,
        stated: 'NO_FIGURE',
        value: null,
        unit: null,
        retroactive: true,
        effective: { edtf: '2018-04' },
      },
    ],
  });
  expect(round).toEqual({ agreements: { nodes: [{ id: 'agreement' }] } });
  const measured = { stated: 1, none: 1, inOtherUnits: 1, sum: { min: 2500, max: 2500 } };
  expect(terms.buckets).toContainEqual({ keys: [{ key: 'wages' }], measured });
});

test('a round has tables with states of their own; a unit, parts and a share that is essential', async () => {
  const found = await served.ask(`{
    round: bargainingRound(id: "round") { type tables { nodes { id type status partOf { id } } } }
    unit: bargainingUnit(id: "nurses") {
      essentialShare { percent fraction approximation }
      parts { nodes { id essentialShare { percent fraction } partOf { id } } }
    }
  }`);
  const table = { type: 'TABLE', partOf: { id: 'round' } };
  expect(found).toEqual({
    round: {
      type: 'MULTIPLE_TABLES',
      tables: {
        nodes: [
          { id: 'table-0', status: 'RATIFIED', ...table },
          { id: 'table-1', status: 'IMPASSE', ...table },
        ],
      },
    },
    unit: {
      essentialShare: { percent: 200 / 3, fraction: '2/3', approximation: 'AT_LEAST' },
      parts: {
        nodes: [{ id: 'ward', essentialShare: { percent: 45, fraction: null }, partOf: { id: 'nurses' } }],
      },
    },
  });
});

test('an article has a headline, a byline and its authors, an address, and a day on which it was taken from there', async () => {
  const asked = 'headline byline authors { nodes { id } } address retrieved { edtf basis }';
  expect(await served.ask(`{ article(id: "news") { ${asked} } }`)).toEqual({
    article: {
      headline: 'The strike ends',
      byline: 'R. Porter, The Agency',
      authors: { nodes: [{ id: 'reporter' }, { id: 'agency' }] },
      address: 'https://example.org/strike?page=1',
      retrieved: { edtf: '2018-05-03', basis: 'STATED' },
    },
  });
});

test('exports carry them', async () => {
  const csv = async (name: string) => await (await fetch(new URL(`/export/${name}`, served.url))).text();
  const terms = await csv('terms.csv');
  expect(terms.split('\r\n')[0]).toContain(',compounded,retroactive,lumpSum,effective,');
  expect(terms).toContain('agreement');
  const entities = await csv('entities.csv?kinds=EVENT');
  expect(entities.split('\r\n').find((line) => line.startsWith('vote,'))).toMatch(/17:30.*66\.6667,2\/3.*91\.5/);
  const { '@graph': nodes } = (await (await fetch(new URL('/export/graph.jsonld', served.url))).json()) as {
    '@graph': Record<string, unknown>[];
  };
  const ofTerms = nodes.filter((node) => node['@type'] === 'Term');
  expect(ofTerms).toHaveLength(3);
  for (const node of ofTerms) expect(node).toHaveProperty('agreement');
});
