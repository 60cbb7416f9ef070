/** What verify says of names and texts that do not follow from what they rest on. */
import { describe, expect, test } from 'vitest';
import { checked, cue, entity, saidOf, titled } from './grounded.ts';

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
