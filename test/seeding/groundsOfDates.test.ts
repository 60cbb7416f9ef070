/** What verify says of dates that do not follow from what they rest on. */
import { describe, expect, test } from 'vitest';
import { checked, cue, saidOf, titled } from './grounded.ts';

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
