/** What verify says of numbers, dates and names that do not follow from what they rest on. */
import { describe, expect, test } from 'vitest';
import { sha256 } from '../../src/seeding/paragraphs.ts';
import { formatProblem } from '../../src/seeding/problem.ts';
import { check } from '../../src/seeding/seed.ts';
import { folderOf } from './fixture.ts';

/** Paragraphs of an article of Friday, 24 January 2014. */
const texts = [
  '01/24/2014',
  'Ann Able of the Example Union asked for six per cent over two years on Monday.',
  'It has 22,000 members, nearly a billion dollars, and two-thirds of the vote since March 31, 2013, or Feb. 1.',
];
const text = texts.join('\n');
const paragraphs = texts.map((line) => `{role: BODY, sha256: ${sha256(line)}}`).join(', ');
const base = `
- id: news
  kind: ARTICLE
  names: {en: {preferred: News of 24 January 2014}}
  summary: An article.
  start: 2014-01-24
  file: news.txt
  sha256: ${sha256(text)}
  paragraphs: [${paragraphs}]
  evidence: [{at: news/1, cues: [01/24/2014]}, {at: news/2, cues: [Monday]}, {at: news/3, cues: [members]}]
- id: wages
  kind: ISSUE
  names: {en: {preferred: Wages}}
  summary: An issue.
  evidence: [{at: news/2, cues: [asked]}]
`;

/** What is said of records that stand beside the sound ones: mistakes, then warnings. */
async function saidOf(yaml: string): Promise<string[]> {
  const { problems, warnings } = await checked(yaml);
  return [...problems, ...warnings];
}

async function checked(yaml: string): Promise<{ problems: string[]; warnings: string[] }> {
  const folders = {
    seedsFolder: folderOf({ 'a.yaml': base, 'b.yaml': yaml }),
    articlesFolder: folderOf({ 'news.txt': text }),
  };
  const { problems, warnings } = await check(folders);
  return { problems: problems.map(formatProblem), warnings: warnings.map(formatProblem) };
}

const entity = (kind: string, ...more: string[]) =>
  ['- id: new', `  kind: ${kind}`, '  summary: It is new.', ...more.map((line) => `  ${line}`)].join('\n');
const titled = (kind: string, ...more: string[]) => entity(kind, 'names: {en: {preferred: New}}', ...more);
const cue = (words: string, paragraph = 3) => `evidence: [{at: news/${paragraph}, cues: [${words}]}]`;
const demand = (value: string, words: string) =>
  titled(
    'PROPOSAL',
    cue('new', 2).replace('[new]', '[asked]'),
    `terms: [{issue: wages, ${value}, unit: PERCENT, text: a raise, ${cue(words, 2)}}]`,
  );
const silent = 'does not stand among the cues of its evidence; add the cue that says it, in digits or in words';

describe('a number must stand among the cues of its evidence', () => {
  const right: Record<string, string> = {
    'in digits': titled('BARGAINING_UNIT', 'size: 22000', cue('"22,000"')),
    'in a scale’s word': titled(
      'CLAIM',
      'value: 1000000000',
      'unit: CAD',
      'approximation: ALMOST',
      cue('nearly a billion dollars'),
    ),
    'as a fraction': titled('CLAIM', 'value: 2/3', 'unit: SHARE', cue('two-thirds')),
    'in words, with its years': demand('year: 1, years: 2, value: 6', 'six per cent, two years'),
    'in a citation': titled('CLAIM', 'value: 7', 'unit: DAYS', 'evidence: [{external: "The library: 7 days"}]'),
  };
  test.each(Object.entries(right))('%s', async (_, yaml) => {
    expect(await saidOf(yaml)).toEqual([]);
  });

  test('and not another; in a citation it is looked for with less certainty', async () => {
    expect(await saidOf(titled('BARGAINING_UNIT', 'size: 23000', cue('"22,000"')))).toEqual([
      `b.yaml:1:3  size 23000 ${silent}`,
    ]);
    expect(await saidOf(titled('CLAIM', 'value: 1/3', 'unit: SHARE', cue('two-thirds')))).toEqual([
      `b.yaml:1:3  value 1/3 ${silent}`,
    ]);
    expect(await saidOf(demand('year: 1, years: 3, value: 5', 'six per cent, two years'))).toEqual([
      `b.yaml:1:3  the value of a term (wages): 5 ${silent}`,
      `b.yaml:1:3  the years of a term (wages): 3 ${silent}`,
    ]);
    const cited = titled('CLAIM', 'value: 8', 'unit: DAYS', 'evidence: [{external: "The library: 7 days"}]');
    expect(await saidOf(cited)).toEqual([`b.yaml:1:3  value 8 ${silent}`]);
  });

  test('and how long a raise is for is not how large it is', async () => {
    expect(await saidOf(demand('year: 1, years: 2, value: 2', 'six per cent, two years'))).toEqual([
      `b.yaml:1:3  the value of a term (wages): 2 ${silent}`,
    ]);
  });

  test('supports the attribute that it is for, and no other', async () => {
    const pieces = 'evidence: [{at: news/3, cues: [members]}, {at: news/3, cues: ["22,000"], for: [sizeAsOf]}]';
    expect(await saidOf(titled('BARGAINING_UNIT', 'size: 22000', 'sizeAsOf: 2014-01-24', pieces))).toEqual([
      `b.yaml:1:3  size 22000 ${silent}`,
    ]);
  });

  test('the years of terms follow each other', async () => {
    const year = (number: number) =>
      `{issue: wages, year: ${number}, value: 6, unit: PERCENT, text: x, ${cue('six per cent', 2)}}`;
    const of = (...years: number[]) =>
      saidOf(titled('PROPOSAL', cue('asked', 2), `terms: [${years.map(year).join(', ')}]`));
    expect(await of(1, 2, 3)).toEqual([]);
    expect(await of(1, 3)).toEqual(['b.yaml:1:3  of the terms of wages in PERCENT, year 2 is left out']);
  });
});

describe('what a number counts, and how firmly it is given, stands beside it', () => {
  const said = (value: string, words: string, paragraph = 3) => saidOf(titled('CLAIM', value, cue(words, paragraph)));

  test('its unit', async () => {
    expect(await said('value: 6\n  unit: PERCENT', 'six per cent', 2)).toEqual([]);
    expect(await said('value: 2/3\n  unit: SHARE', 'two-thirds')).toEqual([]);
    expect(await said('value: 6\n  unit: CAD', 'six per cent', 2)).toEqual([
      'b.yaml:1:3  value: the unit CAD does not stand among the cues of its number, and its cues say PERCENT',
    ]);
    expect(await said('value: 6\n  unit: PEOPLE', 'six per cent', 2)).toHaveLength(1);
    expect(await said('value: 22000\n  unit: PEOPLE', '"22,000"')).toEqual([]);
    expect(await said('value: 22000\n  unit: DAYS', '"22,000"')).toHaveLength(1);
  });

  test('whether it is exact', async () => {
    const billion = (how: string) => said(`value: 1000000000\n  unit: CAD${how}`, 'nearly a billion dollars');
    expect(await billion('\n  approximation: ALMOST')).toEqual([]);
    expect(await billion('')).toEqual(['b.yaml:1:3  value: it is given as exact, and its cues say ALMOST']);
    expect(await billion('\n  approximation: EXACT')).toHaveLength(1);
    expect(await billion('\n  approximation: MORE_THAN')).toEqual([
      'b.yaml:1:3  value: MORE_THAN does not stand among the cues of its number, and its cues say ALMOST',
    ]);
  });
});

describe('a date must follow from what it rests on', () => {
  const event = (start: string, words: string, ...more: string[]) =>
    saidOf(titled('EVENT', `start: ${start}`, cue(words), ...more));
  const derived = (date: string, rule: string, words = 'members') => event(`{date: "${date}", rule: "${rule}"}`, words);

  test('a stated one from the cues, or the day of the article', async () => {
    expect(await event('2013-03-31', '"March 31, 2013"')).toEqual([]);
    expect(await event('2014-01-24', 'members')).toEqual([]);
    for (const date of ['2013-03-30', '2013-02-28', '2012-03-31']) {
      expect(await event(date, '"March 31, 2013"')).toEqual([
        `b.yaml:1:3  start ${date}: no cue says ${date}, nor is it the day of an article; ` +
          'add the cue, or say by which rule it follows',
      ]);
    }
  });

  test('a derived one from its rule, where that can be followed', async () => {
    const rules: readonly (readonly [rule: string, date: string])[] = [
      ['the Monday before the article of Friday 2014-01-24', '2014-01-20'],
      ['the Tuesday after the walk-out of Monday 2014-01-20', '2014-01-21'],
      ['the Friday of the article', '2014-01-24'],
      ['by the day of the article', '[..2014-01-24]'],
      ['the month before the article of January 2014', '2013-12'],
      ['Feb. 1 after the article', '2014-02-01'],
      ['the December before the article', '2013-12'],
      ['March 31 of the year of the article', '2014-03-31'],
    ];
    for (const [rule, date] of rules) {
      expect(await derived(date, rule), rule).toEqual([]);
      const other = date
        .replace(/\d(?=\]?$)/, (digit) => `${(Number(digit) + 1) % 10}`)
        .replace('2013-13', '2013-11')
        .replace('-32', '-30');
      expect(await derived(other, rule), rule).toEqual([
        `b.yaml:1:3  start ${other}: by its rule (${rule}) it is ${date}`,
      ]);
    }
  });

  test('and one that contradicts its rule is refused', async () => {
    const start = (date: string, rule: string) =>
      checked(titled('EVENT', `start: {date: "${date}", rule: "${rule}"}`, cue('members')));
    expect((await start('2014-01-21', 'the Monday before the article')).problems).toHaveLength(1);
    expect((await start('2014-01-20', 'the Monday before the article')).problems).toEqual([]);
    const inWords = await start('[2013-04-30..2014-01-24]', 'after 31 March 2013');
    expect([inWords.problems.length, inWords.warnings.length]).toEqual([0, 1]);
  });

  test('a week is of work or of the calendar', async () => {
    const rule = 'the week of Monday 2014-01-20';
    expect(await derived('[2014-01-20..2014-01-24]', rule)).toEqual([]);
    expect(await derived('[2014-01-20..2014-01-26]', rule)).toEqual([]);
    expect(await derived('[2014-01-20..2014-01-25]', rule)).toEqual([expect.stringContaining('by its rule')]);
  });

  test('a rule names the weekday and the article as they are', async () => {
    expect(await derived('2014-01-22', 'the Wednesday before the vote of Saturday 2014-01-24')).toEqual([
      expect.stringContaining('2014-01-24 was a Friday, not a Saturday'),
    ]);
    expect(await derived('2013-12', 'the month before the article of March 2014')).toEqual([
      expect.stringContaining('the article is not of 2014-03'),
    ]);
  });

  test('by a rule in free words, from a day that it names or that another record is sure of', async () => {
    expect(await derived('[2013-03-31..2014-01-24]', 'after 31 March 2013 and by the day that it was told')).toEqual(
      [],
    );
    expect(await derived('[2013-04-30..2014-01-24]', 'after 31 March 2013 and by the day that it was told')).toEqual([
      expect.stringContaining('nor a record says 2013-04-30; name the day in the rule'),
    ]);
  });

  test('one from elsewhere from the words of a citation that the record has', async () => {
    const cited = (date: string, citation: string) =>
      saidOf(
        titled(
          'EVENT',
          `start: {date: ${date}, external: "${citation}"}`,
          `evidence: [{external: "The library: 7 May 2015"}]`,
        ),
      );
    expect(await cited('2015-05-07', 'The library: 7 May 2015')).toEqual([]);
    expect(await cited('2015-06-07', 'The library: 7 May 2015')).toEqual([
      'b.yaml:1:3  start 2015-06-07: the citation does not say 2015-06-07; write it into its words',
    ]);
    expect(await cited('2015-05-07', 'A library: 7 May 2015')).toEqual([
      expect.stringContaining('no evidence of the record cites "A library: 7 May 2015"'),
    ]);
  });
});

describe('a name must be known from somewhere', () => {
  const person = (name: string, words: string) =>
    saidOf(entity('PERSON', `names: {en: {preferred: "${name}"}}`, cue(words, 2)));

  test('its capitals stand in a cue, a citation, or the name of what it is related to', async () => {
    expect(await person('Ann Able', 'Ann Able')).toEqual([]);
    expect(await person('Ann Able of the Example Union', 'Ann Able, Example Union')).toEqual([]);
    expect(await person('Ann Zeta', 'Ann Able')).toEqual([
      expect.stringContaining('"Ann Zeta" stands together in no cue'),
    ]);
    expect(await person('Able Ann', 'Ann Able')).toEqual([
      expect.stringContaining('"Able Ann" stands together in no cue'),
    ]);
  });

  test('a word that stands nowhere else may be misspelt', async () => {
    expect(await saidOf(titled('CLAIM', cue('members')).replace('preferred: New', 'preferred: New memebrs'))).toEqual([
      'b.yaml:1:3  the name "New memebrs": "memebrs" stands nowhere else; did you mean "members"?',
    ]);
  });

  test('a date or figure in a text is one of the record’s', async () => {
    const summary = (words: string) => saidOf(titled('CLAIM', cue('"22,000"')).replace('It is new', words));
    expect(await summary('The 22,000 of January 2014')).toEqual([]);
    expect(await summary('The 23,000 of January 2014')).toEqual([expect.stringContaining('23,000 stands in no cue')]);
    expect(await summary('The 22,000 of January 2013')).toEqual([expect.stringContaining('is 2013-1')]);
  });
});

describe('a text says no number and no name but those of its record', () => {
  const offer = (summary: string, text: string, value = 6) =>
    checked(
      [
        '- id: ask',
        '  kind: PROPOSAL',
        '  names: {en: {preferred: Raise}}',
        `  summary: ${summary}`,
        `  ${cue('six per cent, two years', 2)}`,
        `  terms: [{issue: wages, year: 1, years: 2, value: ${value}, unit: PERCENT, text: ${text}, ${cue('six per cent, two years', 2)}}]`,
      ].join('\n'),
    );

  test('in words or in digits, of a summary or a term', async () => {
    const sound = await offer(
      'The union asks for six per cent, first of all, as one side.',
      '6 per cent over two years',
    );
    expect(sound.problems).toEqual([]);
    for (const [summary, text, wrong] of [
      ['Seven per cent.', 'a raise', 'Seven per cent'],
      ['A five-year deal.', 'a raise', 'five'],
      // Two are the years, and no share.
      ['A raise.', 'two per cent in the first year', 'two per cent'],
      ['A raise.', 'one per cent in the first year', 'one per cent'],
      ['A raise in the fourth year.', 'a raise', 'fourth'],
      ['A raise of 170,000.', 'a raise', '170,000'],
      ['Une hausse sur quatre ans.', 'a raise', 'quatre'],
      ['A dozen asked for a raise.', 'a raise', 'dozen'],
      ['They asked twice for a raise of half.', 'a raise', 'half'],
      ['A raise of a billion.', 'a raise', 'a billion'],
    ] as const) {
      expect((await offer(summary, text)).problems, wrong).toEqual([
        expect.stringContaining(`${wrong} stands in no cue, citation, value or name that it could be from`),
      ]);
    }
  });

  const people = ['Ann Able', 'Bob Baker']
    .map((name) =>
      [
        `- id: ${name.split(' ')[0]?.toLowerCase()}`,
        '  kind: PERSON',
        `  names: {en: {preferred: ${name}}}`,
        '  summary: Somebody.',
        `  evidence: [{external: "The library: ${name}"}]`,
      ].join('\n'),
    )
    .join('\n');

  test('a note says no number that nothing says', async () => {
    const stance = (note: string) =>
      checked(`${people}\n- {subject: ann, STANCE_TOWARDS: bob, note: '${note}', ${cue('Ann Able', 2)}}`);
    expect((await stance('hopeful')).problems).toEqual([]);
    expect((await stance('for 170,000 people')).problems).toEqual([
      expect.stringContaining('170,000 stands in no cue'),
    ]);
  });

  test('a person is one whom the record names', async () => {
    const claim = (summary: string) =>
      checked(`${people}\n${titled('CLAIM', cue('Ann Able', 2)).replace('It is new.', summary)}`);
    expect((await claim('What Able asks for.')).problems).toEqual([]);
    expect((await claim('What Baker asks for.')).problems).toEqual([expect.stringContaining('the name "Baker"')]);
    expect((await claim('What Abel asks for.')).problems).toEqual([expect.stringContaining('the name "Abel"')]);
  });

  test('who says so, and whom a relationship points at, is not another than its cues name', async () => {
    const wants = (who: string) =>
      checked(
        `${people}\n${titled('CLAIM', cue('asked', 2))}\n- {subject: ann, SUPPORTS: new, accordingTo: ${who}, ${cue('asked', 2)}}\n` +
          `- {subject: ${who}, ASSERTS: new, ${cue('Ann Able', 2)}}`,
      );
    expect((await wants('ann')).problems).toEqual([]);
    expect((await wants('bob')).problems).toEqual([
      expect.stringContaining('the evidence of ASSERTS names ann, and not bob'),
    ]);
    const told = (who: string) => checked(`${people}\n${titled('EVENT', `accordingTo: ${who}`, cue('Ann Able', 2))}`);
    expect((await told('ann')).problems).toEqual([]);
    expect((await told('bob')).problems).toEqual([
      expect.stringContaining('the evidence names ann, and not bob, who is said to say so'),
    ]);
  });
});

describe('what a fact points at is borne out by its evidence', () => {
  const about = (id: string, evidence: string) =>
    saidOf(
      [
        '- {id: pay, kind: ISSUE, names: {en: {preferred: Pay}}, summary: An issue., evidence: [{external: A library}]}',
        titled('CLAIM', cue('members')),
        `- {subject: new, CONCERNS: ${id}, ${evidence}}`,
      ].join('\n'),
    );

  test('named in a cue or a rule, or resting on the same passage', async () => {
    expect(await about('wages', cue('asked', 2).replace('}]', '}, {at: news/3, cues: [members]}]'))).toEqual([]);
    expect(await about('pay', cue('members').replace('}]', ', rule: members are after pay}]'))).toEqual([]);
    expect(await about('pay', cue('members'))).toEqual([
      expect.stringContaining('CONCERNS: nothing in the evidence tells of pay'),
    ]);
  });
});

describe('a paragraph of a statement is quoted or told as its quotation marks say', () => {
  const lines = [
    'Able said the deal is "not even close."',
    '"We made significant movement, and they did not," she said.',
    'She said it is over.',
  ];
  const article = lines.join('\n');
  const read = async (paragraph: number, quotation: string, words: string): Promise<string[]> => {
    const folders = {
      seedsFolder: folderOf({
        'a.yaml': `
- id: news
  kind: ARTICLE
  names: {en: {preferred: News}}
  summary: An article.
  file: news.txt
  sha256: ${sha256(article)}
  paragraphs: [${lines.map((line) => `{role: BODY, sha256: ${sha256(line)}}`).join(', ')}]
  evidence: [{at: news/1, cues: [Able]}, {at: news/2, cues: [movement]}, {at: news/3, cues: [over]}]
- id: new
  kind: STATEMENT
  names: {en: {preferred: New}}
  summary: It is new.
  evidence: [{at: news/${paragraph}, cues: [${words}], quotation: ${quotation}}]`,
      }),
      articlesFolder: folderOf({ 'news.txt': article }),
    };
    return (await check(folders)).warnings.map(({ message }) => message);
  };

  test.each([
    [1, 'PARTLY_QUOTED', 'close', []],
    [1, 'TOLD', 'deal', []],
    [1, 'TOLD', 'close', ['TOLD: its cues stand within the quotation']],
    [1, 'QUOTED', 'close', ['QUOTED: most of the paragraph stands in no quotation marks']],
    [2, 'QUOTED', 'movement', []],
    [2, 'PARTLY_QUOTED', 'movement', ['PARTLY_QUOTED: most of the paragraph is quoted']],
    [3, 'TOLD', 'over', []],
    [3, 'PARTLY_QUOTED', 'over', ['PARTLY_QUOTED: none of the paragraph is quoted']],
  ] as const)('paragraph %d, %s', async (paragraph, quotation, words, said) => {
    expect(await read(paragraph, quotation, words)).toEqual(said);
  });
});

test('one source is cited in the same words everywhere', async () => {
  const cited = (id: string, citation: string) =>
    `- {id: ${id}, kind: ISSUE, names: {en: {preferred: New}}, summary: New., evidence: [{external: "${citation}"}]}`;
  const records = [
    cited('a', 'An act of 2003, section 2'),
    cited('b', 'An act of 2003, section 2'),
    cited('c', 'An act of 2005, section 2'),
  ];
  expect(await saidOf(records.join('\n'))).toEqual([
    'b.yaml:3:3  the citation "An act of 2005, section 2" is "An act of 2003, section 2" but for a figure; which of them is right?',
  ]);
});
