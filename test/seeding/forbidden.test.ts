/** What the registry's words forbid is refused, and what contradicts itself is pointed out. */
import { describe, expect, test } from 'vitest';
import { formatProblem } from '../../src/records/validation/problem.ts';
import { check } from '../../src/seeding/seed.ts';
import { folderOf } from './fixture.ts';

const cited = 'evidence: [{external: The library}]';
const entity = (id: string, kind: string, ...more: string[]) =>
  [
    `- id: ${id}`,
    `  kind: ${kind}`,
    '  names: {en: {preferred: New}}',
    '  summary: New.',
    ...[cited, ...more].map((line) => `  ${line}`),
  ].join('\n');
const relation = (subject: string, ...more: string[]) =>
  [`- subject: ${subject}`, ...[...more, cited].map((line) => `  ${line}`)].join('\n');
const proposal = (id: string, type: string, ...more: string[]) => entity(id, 'PROPOSAL', `type: ${type}`, ...more);
const known = [
  entity('union', 'UNION'),
  entity('province', 'GOVERNMENT', 'type: PROVINCIAL'),
  entity('round', 'BARGAINING_ROUND', 'type: SINGLE_TABLE'),
  entity('case', 'LEGAL_CHALLENGE'),
  entity('act', 'LEGISLATION', 'type: ACT', 'status: PASSED'),
  entity('claim', 'CLAIM', 'type: PROPOSITION'),
].join('\n');

async function checked(...records: string[]) {
  const { problems, warnings } = await check({
    seedsFolder: folderOf({ 'a.yaml': known, 'b.yaml': records.join('\n') }),
  });
  return { problems: problems.map(({ message }) => message), warnings: warnings.map(formatProblem) };
}

const cases: Record<string, readonly [mistake: string, ...records: string[]]> = {
  'a proposal that supersedes one of the other side': [
    'a proposal supersedes one of the same party; offer is of the employer, ask of the union',
    proposal('offer', 'OFFER'),
    proposal('ask', 'DEMAND', 'status: SUPERSEDED'),
    relation('offer', 'SUPERSEDES: ask'),
  ],
  'so told by who makes them': [
    'a proposal supersedes one of the same party; reply is of the employer, ask of the union',
    proposal('reply', 'COUNTER_OFFER'),
    proposal('ask', 'DEMAND', 'status: SUPERSEDED'),
    relation('province', 'MAKES: reply'),
    relation('reply', 'SUPERSEDES: ask'),
  ],
  'a proposal that supersedes a later one': [
    'early is earlier than late, and cannot supersede it',
    proposal('early', 'DEMAND', 'start: {date: 2013, external: "The library"}'),
    proposal('late', 'DEMAND', 'status: SUPERSEDED', 'start: {date: 2014, external: "The library"}'),
    relation('early', 'SUPERSEDES: late'),
  ],
  'one that is superseded and stands': [
    'ask is superseded here, and its status is TABLED; write SUPERSEDED',
    proposal('less', 'DEMAND'),
    proposal('ask', 'DEMAND', 'status: TABLED'),
    relation('less', 'SUPERSEDES: ask'),
  ],
  'a cause after its effect': [
    'first is earlier than second, and cannot follow from it',
    entity('first', 'EVENT', 'start: {date: 2013, external: "The library"}'),
    entity('second', 'EVENT', 'start: {date: 2014, external: "The library"}'),
    relation('second', 'LEADS_TO: first'),
  ],
  'a ministry that comes after a later one': [
    'old begins before new, and cannot come after it',
    entity('old', 'ADMINISTRATION', 'start: {date: 2013, external: "The library"}'),
    entity('new', 'ADMINISTRATION', 'start: {date: 2014, external: "The library"}'),
    relation('old', 'SUCCEEDS: new'),
  ],
  'a law that imposes a demand': [
    'a law imposes a settlement: the type of ask is DEMAND, not IMPOSED_SETTLEMENT',
    proposal('ask', 'DEMAND'),
    relation('act', 'IMPOSES: ask'),
  ],
  'a law that sets what is no deadline': [
    'a law sets a deadline, and talks is of type TALKS',
    entity('talks', 'EVENT', 'type: TALKS'),
    relation('act', 'SETS: talks'),
  ],
  'a consequence of what is no deadline': [
    '"consequence" is of a DEADLINE, and this is TALKS',
    entity('talks', 'EVENT', 'type: TALKS', 'consequence: none'),
  ],
  'a decision on the extension of what is no deadline': [
    '"extensionDecisionExpected" is of a DEADLINE, and this is CABINET_MEETING',
    entity(
      'meeting',
      'EVENT',
      'type: CABINET_MEETING',
      'extensionDecisionExpected: {date: 2014, external: The library}',
    ),
  ],
  'a result of what is no vote': [
    '"result" is of a RATIFICATION_VOTE or STRIKE_VOTE or ELECTION, and this is BUDGET',
    entity('budget', 'EVENT', 'type: BUDGET', 'result: APPROVED'),
  ],
  'a question of what is no vote': [
    '"question" is of a RATIFICATION_VOTE or STRIKE_VOTE or ELECTION, and this is BUDGET',
    entity('budget', 'EVENT', 'type: BUDGET', 'question: Is it'),
  ],
  'a unit of what is no figure': [
    '"unit" is of a FIGURE, and this is PROPOSITION',
    entity('worth', 'CLAIM', 'type: PROPOSITION', 'unit: CAD'),
  ],
  'a measure of what is told in words': [
    '"measure" is of a FIGURE, and this is PROPOSITION',
    entity('worth', 'CLAIM', 'type: PROPOSITION', 'measure: savings'),
  ],
  'a table of no round': [
    'a TABLE is part of a round, and this is part of none; add PART_OF, or its type is SINGLE_TABLE',
    entity('table', 'BARGAINING_ROUND', 'type: TABLE'),
  ],
  'a bill that is enacted before it is passed': [
    'a law is enacted when it is passed, and bill is INTRODUCED; write INTRODUCES, or a later status',
    entity('bill', 'LEGISLATION', 'type: BILL', 'status: INTRODUCED'),
    relation('province', 'ENACTS: bill'),
  ],
  'a union against which a case is': [
    'a case is against a law or an act of an employer, and union is a UNION; it is APPLICANT or INTERVENER',
    relation('union', 'PARTY_TO: case', 'side: RESPONDENT'),
  ],
  'a government that challenges the law of its own ministry': [
    'a case is against a law or an act of an employer, and act is of province itself, which is RESPONDENT',
    entity('ministry', 'ADMINISTRATION'),
    relation('ministry', 'ADMINISTRATION_OF: province'),
    relation('ministry', 'ENACTS: act'),
    relation('case', 'CHALLENGES: act'),
    relation('province', 'PARTY_TO: case', 'side: APPLICANT'),
  ],
  'a party on both sides of a case': [
    'union is APPLICANT in case already; a party stands on one side',
    relation('union', 'PARTY_TO: case', 'side: APPLICANT'),
    relation('union', 'PARTY_TO: case', 'side: INTERVENER', 'key: too'),
  ],
  'an act that is not yet law': [
    'an ACT is made law, and INTRODUCED is not; its type is BILL, or its status a later one',
    entity('law', 'LEGISLATION', 'type: ACT', 'status: INTRODUCED'),
  ],
  'a bill in force': [
    'a BILL is before a legislature, and IN_FORCE is said of an ACT',
    entity('law', 'LEGISLATION', 'type: BILL', 'status: IN_FORCE'),
  ],
  'stages out of order': [
    'stages stand in order, and PASSED is before the one ahead of it',
    entity(
      'law',
      'LEGISLATION',
      `stages: [{stage: INTRODUCED, date: {date: 2014, external: The library}, ${cited}}, {stage: PASSED, date: {date: 2013, external: The library}, ${cited}}]`,
    ),
  ],
  'a provincial government that governs a country': [
    'a PROVINCIAL government governs a PROVINCE, and land is a COUNTRY',
    entity('land', 'JURISDICTION', 'type: COUNTRY', 'code: CA'),
    relation('province', 'GOVERNS: land'),
  ],
  'a country with the code of a province': [
    'CA-AB is the code of a PROVINCE, not of a COUNTRY',
    entity('land', 'JURISDICTION', 'type: COUNTRY', 'code: CA-AB'),
  ],
  'a premier of the country': [
    'a PREMIER is of a provincial government, and country is FEDERAL',
    entity('country', 'GOVERNMENT', 'type: FEDERAL'),
    entity('premier', 'OFFICE', 'type: PREMIER', 'singleSeat: true'),
    relation('premier', 'OFFICE_OF: country'),
  ],
  'a union’s offer': [
    'an OFFER is what an employer proposes, and union is a UNION',
    proposal('offer', 'OFFER'),
    relation('union', 'MAKES: offer'),
  ],
  'a government’s demand': [
    'a DEMAND is what a union asks for, and province is a GOVERNMENT',
    proposal('ask', 'DEMAND'),
    relation('province', 'MAKES: ask'),
  ],
  'a side of a court case in a round': [
    'the side of a party to a BARGAINING_ROUND is EMPLOYEE or EMPLOYER, not APPLICANT',
    relation('union', 'PARTY_TO: round', 'side: APPLICANT'),
  ],
  'a side of a round in a court case': [
    'the side of a party to a LEGAL_CHALLENGE is APPLICANT, RESPONDENT or INTERVENER, not EMPLOYEE',
    relation('union', 'PARTY_TO: case', 'side: EMPLOYEE'),
  ],
  'a union on the employer’s side': [
    'union is a UNION, and not on the side of the EMPLOYER',
    relation('union', 'PARTY_TO: round', 'side: EMPLOYER'),
  ],
  'a government on the employees’ side': [
    'province is a GOVERNMENT, and not on the side of the EMPLOYEE',
    relation('province', 'PARTY_TO: round', 'side: EMPLOYEE'),
  ],
  'a stance without a word': [
    'the note of a stance says in words what it is; add one',
    relation('union', 'STANCE_TOWARDS: province'),
  ],
  'a measure of what is no figure': [
    'two figures are compared, and claim is a PROPOSITION',
    entity('figure', 'CLAIM', 'type: FIGURE'),
    relation('figure', 'SAME_MEASURE_AS: claim'),
  ],
  'two units at a single table': [
    'a round at a SINGLE_TABLE is for one unit, and round covers unit already',
    entity('unit', 'BARGAINING_UNIT'),
    entity('unit-2', 'BARGAINING_UNIT'),
    relation('round', 'COVERS: [unit, unit-2]'),
  ],
  'two outlets, and no word of which is the publisher': [
    'news is published by several; say by "role" who is its publisher, and who the agency that wrote it',
    entity('outlet', 'NEWS_OUTLET'),
    entity('agency', 'NEWS_OUTLET'),
    entity(
      'news',
      'ARTICLE',
      'file: x.txt',
      `sha256: ${'0'.repeat(64)}`,
      `paragraphs: [{role: HEADLINE, sha256: ${'0'.repeat(64)}}]`,
    ),
    relation('news', 'PUBLISHED_BY: outlet'),
    relation('news', 'PUBLISHED_BY: agency', 'role: agency'),
  ],
};

describe('what the registry’s words forbid is refused', () => {
  test.each(Object.entries(cases))('%s', async (_, [mistake, ...records]) => {
    expect((await checked(...records)).problems).toEqual([mistake]);
  });

  test('a figure that measures the same as another is told once', async () => {
    const figures = [entity('one', 'CLAIM', 'type: FIGURE'), entity('two', 'CLAIM', 'type: FIGURE')];
    const { problems } = await checked(
      ...figures,
      relation('one', 'SAME_MEASURE_AS: two'),
      relation('two', 'SAME_MEASURE_AS: one'),
    );
    expect(problems).toEqual([
      expect.stringContaining('SAME_MEASURE_AS reads both ways, and stands the other way round at b.yaml:13:3'),
    ]);
  });

  test('what they allow is not', async () => {
    const records = [
      proposal('less', 'COUNTER_OFFER'),
      proposal('ask', 'DEMAND', 'status: SUPERSEDED'),
      relation('union', 'MAKES: [less, ask]'),
      relation('less', 'SUPERSEDES: ask'),
      relation('union', 'PARTY_TO: case', 'side: APPLICANT'),
      relation('province', 'PARTY_TO: round', 'side: EMPLOYER'),
      relation('province', 'PARTY_TO: case', 'side: RESPONDENT'),
      relation('province', 'ENACTS: act'),
      entity('talks', 'BARGAINING_ROUND', 'type: MULTIPLE_TABLES'),
      entity('table', 'BARGAINING_ROUND', 'type: TABLE'),
      relation('table', 'PART_OF: talks'),
      entity('vote', 'EVENT', 'type: STRIKE_VOTE', 'question: Is it', 'result: APPROVED'),
    ];
    expect((await checked(...records)).problems).toEqual([]);
  });
});

describe('two values from one article that contradict each other are pointed out', () => {
  const paragraph = `{role: BODY, sha256: ${'0'.repeat(64)}}`;
  const described = ['file: x.txt', `sha256: ${'0'.repeat(64)}`, `paragraphs: [${paragraph}, ${paragraph}]`];
  const article = entity('news', 'ARTICLE', ...described).replace(
    cited,
    'evidence: [{at: news/1, cues: [x]}, {at: news/2, cues: [x]}]',
  );
  const at = (cues: string, more = '', number = 1) => `{at: news/${number}, cues: [${cues}]${more}}`;
  const contradictions = async (...records: string[]) => {
    const { problems, warnings } = await checked(article, entity('wages', 'ISSUE'), ...records);
    expect(problems).toEqual([]);
    return warnings
      .filter((warning) => /two |the same,/.test(warning))
      .map((warning) => warning.replace(/^\S+ {2}/, ''));
  };
  const term = (value: number, word: string) =>
    `{issue: wages, key: ${word}, year: 1, value: ${value}, unit: PERCENT, text: x, evidence: [${at(word)}]}`;

  test('of a term, of a size, of a day', async () => {
    expect(await contradictions(proposal('ask', 'DEMAND', `terms: [${term(6, 'six')}, ${term(7, 'seven')}]`))).toEqual([
      'two values of wages in year 1 from news: 6 and 7',
    ]);
    const unit = entity('unit', 'BARGAINING_UNIT', 'size: 6').replace(
      cited,
      `evidence: [${at('six', ', for: [size]')}, ${at('seven', ', for: [size]', 2)}]`,
    );
    expect(await contradictions(unit)).toEqual(['two values of size from one article, at news/1 and /2: 6 and 7']);
    const days = `evidence: [${at('"May 1, 2015"', ', for: [start]')}, ${at('"May 2, 2015"', ', for: [start]', 2)}]`;
    expect(await contradictions(entity('talks', 'EVENT', 'start: 2015-05-01').replace(cited, days))).toEqual([
      'two values of start from news: 2015-05-01 and 2015-05-02',
    ]);
  });

  test('of a position, and of what somebody holds true', async () => {
    const here = (record: string) => record.replace(cited, `evidence: [${at('x')}]`);
    const position = (word: string, key: string) =>
      here(relation('union', 'TAKES_POSITION: wages', `position: ${word}`, `key: ${key}`));
    expect(await contradictions(position('SUPPORT', 'one'), position('OPPOSE', 'two'))).toEqual([
      'two values of position of TAKES_POSITION: SUPPORT and OPPOSE, both from news; see union.TAKES_POSITION.wages.one',
    ]);
    expect(
      await contradictions(here(relation('union', 'ASSERTS: claim')), here(relation('union', 'DENIES: claim'))),
    ).toEqual(['union ASSERTS and DENIES the same, both from news; see union.ASSERTS.claim']);
  });
});
