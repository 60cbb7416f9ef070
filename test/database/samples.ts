/** A row of each table of facts that is taken, and what is not to be taken of each of its columns. */
import type { Row } from './attempt.ts';

const sha256 = 'a'.repeat(64);

const ends = (type: string, kind: string, subjectId: string, objectId: string) => ({
  ...{ type, subjectId, subjectKind: kind, objectId, objectKind: kind },
});

export interface Sample {
  readonly table: string;
  readonly row: Row;
  readonly bad: Readonly<Record<string, readonly Row[string][]>>;
}

const badTexts = ['', ' \t\n\u00a0\u2003', 'a\u0001b', 'a\u007f', 'a\u0085b', 'x'.repeat(10_001)];
const badIds = ['', 'A', 'a b', 'a--b', '-a', 'a\nb', 'a/b', 'é', 'a.', '.a', 'a.B-c', 'a'.repeat(201)];
const badAddresses = [
  ...['', 'https://', 'javascript:alert(1)', 'https://a b', 'https://a\n', 'ftp://a'],
  `https://${'a'.repeat(2000)}`,
];
const badTimes = ['infinity', '-infinity', '0044-03-15 BC', '1999-12-31', '10000-01-02'];
const badArrays = ['{NULL}', '{""}', '{{a},{b}}', '[0:1]={a,b}', `{${Array.from({ length: 251 }, () => 'a').join()}}`];

const badDates = (column: string) => ({
  [column]: ['2015-05-13', '2015', '[..2015-05-12]', 'infinity', 'soon', '0000', '', '2015-05-12 '],
  [`${column}Earliest`]: ['infinity', '-infinity', '0044-03-15 BC', '2015-05-11', '2015-05-13', null],
  [`${column}Latest`]: ['infinity', '-infinity', '2015-05-11', '2015-05-13', null],
  [`${column}Note`]: [null, ...badTexts],
});
const date = (column: string): Row => ({
  [column]: '2015-05-12',
  [`${column}Earliest`]: '2015-05-12',
  [`${column}Latest`]: '2015-05-12',
  [`${column}Basis`]: 'DERIVED',
  [`${column}Note`]: 'the day before',
});

const share = (column: string): Row => ({
  [column]: 66.6667,
  [`${column}Fraction`]: '2/3',
  [`${column}Approximation`]: 'ALMOST',
});
const badShares = (column: string) => ({
  [column]: ['NaN', -1, 101, 66.6666, 0.6667, null],
  [`${column}Fraction`]: [...badTexts, '3/2', '0/3', '2/0', '1/3'],
});

export const samples: readonly Sample[] = [
  {
    table: 'Entity',
    row: {
      id: 'new',
      seq: 1_000_000,
      kind: 'EVENT',
      summary: 'x',
      ...date('start'),
      ...date('end'),
      createdAt: '2026-01-01',
      updatedAt: '2026-01-01',
    },
    bad: {
      id: [...badIds, 'a.b', 'a'.repeat(81)],
      seq: [0, -1],
      kind: ['', 'GUILD'],
      summary: badTexts,
      createdAt: badTimes,
      updatedAt: badTimes,
      ...badDates('start'),
      ...badDates('end'),
    },
  },
  {
    table: 'Name',
    row: { entityId: 'ann', text: 'Annie', language: 'en', type: 'ALIAS', ordinal: 0 },
    bad: { entityId: badIds, text: [...badTexts, 'x'.repeat(301)], language: ['', 'de', 'EN'], ordinal: [-1] },
  },
  {
    table: 'Identifier',
    row: { entityId: 'ann', scheme: 'OPENPARLIAMENT', value: 'politicians/ann-able_2' },
    bad: {
      entityId: badIds,
      scheme: ['', 'wikidata', 'LIBRARY'],
      value: ['', ' ', 'a b', '/a', 'a/', 'a//b', '..', 'a?b', 'a#b', '"', '<a>', 'é', 'a\nb', 'a'.repeat(101)],
    },
  },
  {
    table: 'NotStated',
    row: { entityId: 'ann', attribute: 'end' },
    bad: { entityId: badIds, attribute: ['', ' ', 'End', 'a b', 'a'.repeat(51)] },
  },
  {
    table: 'Relationship',
    row: {
      id: 'r',
      seq: 1_000_000,
      ...ends('PART_OF', 'UNION', 'branch', 'local'),
      role: 'x',
      ordinal: 1,
      note: 'x',
      accordingToId: 'ann',
      ...date('validFrom'),
      ...date('validTo'),
    },
    bad: {
      id: badIds,
      seq: [0, -1],
      type: ['', 'EATS'],
      subjectId: badIds,
      subjectKind: ['', 'GUILD'],
      objectId: badIds,
      objectKind: ['', 'GUILD'],
      role: badTexts,
      ordinal: [-1],
      note: badTexts,
      accordingToId: badIds,
      heldOfficeId: ['local'],
      ...badDates('validFrom'),
      ...badDates('validTo'),
    },
  },
  {
    table: 'Evidence',
    row: {
      id: 'e',
      entityId: 'ann',
      attribute: 'end',
      basis: 'EXTERNAL',
      note: 'x',
      url: 'https://example.org/a?b#c',
      cues: '{}',
      ordinal: 0,
    },
    bad: {
      id: badIds,
      entityId: badIds,
      ...{ relationshipId: badIds, termId: badIds, provisionId: badIds, stageId: badIds, articleId: badIds },
      attribute: ['', ' ', 'End', 'a b'],
      paragraph: [0, -1, 1],
      note: badTexts,
      url: badAddresses,
      cues: [null, ...badArrays],
      ordinal: [-1],
    },
  },
  {
    table: 'Evidence',
    row: { id: 'e', entityId: 'ann', basis: 'STATED', articleId: 'news', paragraph: 1, cues: '{Ann}', ordinal: 0 },
    bad: { articleId: badIds, paragraph: [0, -1, 2], cues: [null, ...badArrays] },
  },
  {
    table: 'Article',
    row: {
      ...{ id: 'first', file: 'a.txt', sha256, ...date('updated') },
      ...{ headline: 'x', byline: 'x', address: 'https://example.org/a?b#c', ...date('retrieved') },
    },
    bad: {
      id: badIds,
      kind: ['', 'UNION'],
      file: [...badTexts, 'x'.repeat(301)],
      headline: [...badTexts, 'x'.repeat(301)],
      byline: [...badTexts, 'x'.repeat(301)],
      address: badAddresses,
      ...badDates('retrieved'),
      sha256: ['', 'a', 'A'.repeat(64), 'g'.repeat(64), 'a'.repeat(65)],
      ...badDates('updated'),
    },
  },
  {
    table: 'Passage',
    row: { articleId: 'news', number: 2, role: 'BODY', sha256, without: 'x', text: 'x' },
    bad: { articleId: badIds, number: [0, -1], sha256: ['', 'a', 'A'.repeat(64)], without: badTexts, text: badTexts },
  },
  {
    table: 'Jurisdiction',
    row: { id: 'alberta', code: 'CA-AB' },
    bad: { id: badIds, kind: ['UNION'], code: ['', 'ca', 'CAN', 'CA-', 'CA-ABCD', 'CA AB'] },
  },
  {
    table: 'BargainingUnit',
    row: { id: 'unit', size: 5, occupations: '{a}', ...date('sizeAsOf'), ...share('essentialShare') },
    bad: {
      id: badIds,
      kind: ['UNION'],
      size: [-1],
      occupations: badArrays,
      ...badDates('sizeAsOf'),
      ...badShares('essentialShare'),
    },
  },
  {
    table: 'BargainingRound',
    row: { id: 'first', kind: 'BARGAINING_ROUND', ...date('agreementExpiry') },
    bad: { id: badIds, kind: ['UNION'], ...badDates('agreementExpiry') },
  },
  {
    table: 'Term',
    row: {
      id: 't',
      proposalId: 'offer',
      ordinal: 1,
      issueId: 'wages',
      year: 1,
      years: 1,
      value: 1,
      unit: 'PERCENT',
      text: 'x',
    },
    bad: {
      id: badIds,
      proposalId: badIds,
      proposalKind: ['ISSUE', 'DISPUTE'],
      ordinal: [-1],
      issueId: badIds,
      issueKind: ['PROPOSAL'],
      year: [0, -1, 101, null],
      years: [0, -1, 101, null],
      value: ['NaN', 'Infinity', '-Infinity'],
      text: badTexts,
    },
  },
  {
    table: 'Term',
    row: {
      ...{ id: 't', proposalId: 'offer', ordinal: 1, issueId: 'wages', text: 'x' },
      ...{ value: 0.6667, valueFraction: '2/3', unit: 'SHARE', lumpSum: true, ...date('effective') },
    },
    bad: {
      valueFraction: [...badTexts, '3/2', '0/3', '2/0', '2 / 3'],
      compounded: [true],
      ...badDates('effective'),
    },
  },
  {
    table: 'Legislation',
    row: { id: 'first', number: 'C-4', title: 'x' },
    bad: { id: badIds, kind: ['UNION'], number: badTexts, title: badTexts },
  },
  {
    table: 'LegislationStage',
    row: { id: 's', legislationId: 'bill', ordinal: 0, stage: 'PASSED', ...date('date') },
    bad: {
      id: badIds,
      legislationId: badIds,
      ordinal: [-1],
      kind: ['DISPUTE'],
      stage: ['', 'SETTLED'],
      ...badDates('date'),
    },
  },
  {
    table: 'Provision',
    row: { id: 'p', legislationId: 'bill', ordinal: 0, effect: 'x', condition: 'x' },
    bad: { id: badIds, legislationId: badIds, ordinal: [-1], effect: badTexts, condition: badTexts },
  },
  {
    table: 'LegalChallenge',
    row: { id: 'challenge', grounds: 'x' },
    bad: { id: badIds, kind: ['UNION'], grounds: badTexts },
  },
  {
    table: 'Event',
    row: {
      id: 'talks',
      consequence: 'x',
      ...date('extensionTo'),
      extensionDecidedById: 'ann',
      ...date('extensionDecisionExpected'),
      extensionAccordingToId: 'ann',
      accordingToId: 'ann',
      timeOfDay: '00:01',
      question: 'x',
      ...share('inFavour'),
      ...share('turnout'),
    },
    bad: {
      id: badIds,
      kind: ['UNION'],
      timeOfDay: ['', '24:00', '7:30', '07:60', '07:30:00'],
      question: badTexts,
      ...badShares('inFavour'),
      ...badShares('turnout'),
      consequence: badTexts,
      extensionDecidedById: badIds,
      accordingToId: badIds,
      extensionAccordingToId: badIds,
      ...badDates('extensionTo'),
      ...badDates('extensionDecisionExpected'),
    },
  },
  {
    table: 'Claim',
    row: { id: 'figure', measure: 'x', low: 1, high: 2, unit: 'CAD', period: 'x' },
    bad: {
      id: badIds,
      kind: ['UNION'],
      measure: badTexts,
      low: ['NaN', 'Infinity', '-Infinity', 3],
      high: ['NaN', 'Infinity', '-Infinity', 0],
      period: badTexts,
    },
  },
  {
    table: 'Claim',
    row: { id: 'figure', value: 0.6667, valueFraction: '2/3', unit: 'SHARE' },
    bad: { value: ['NaN', 'Infinity', 0.5, null], valueFraction: [...badTexts, '3/2', '0/3', '2/0', '2 / 3'] },
  },
];

/** Taken in place of the sample's ids where a row needs an entity of its own kind. */
export const homes: Readonly<Record<string, readonly [id: string, kind: string]>> = {
  Article: ['home', 'ARTICLE'],
  BargainingRound: ['home', 'BARGAINING_ROUND'],
  Legislation: ['home', 'LEGISLATION'],
};
