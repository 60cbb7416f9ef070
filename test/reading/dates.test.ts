import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findDates } from '../../src/reading/dates.ts';
import { sentencesOf } from '../../src/reading/sentences.ts';
import type { Article } from '../../src/reading/types.ts';
import { derive } from '../../src/records/grounds/rules.ts';

/** Published on a Wednesday, unless it says otherwise. */
const article = (
  text: string,
  published = '2019-06-12',
  role: Article['paragraphs'][number]['role'] = 'BODY',
): Article => ({
  published,
  outlet: undefined,
  paragraphs: [{ number: 1, start: 0, end: text.length, text, role, sentences: sentencesOf(text) }],
});
const dates = (text: string, published?: string): string[] =>
  findDates(article(text, published)).map(({ edtf }) => edtf);

describe('dates that are stated', () => {
  it.each([
    ['Posted: May 12, 2015 5:00 AM ET', '2015-05-12'],
    ['02/27/2013 07:12 EST | Updated 03/28/2013 08:40 EDT', '2013-02-27 2013-03-28'],
    ['Published 2019-06-12T10:00:00Z', '2019-06-12'],
    ['Updated 12/06/2019 at noon', '2019-06-12'],
    ['Thu 13 Jun 2019 06.00 BST', '2019-06-13'],
    ['The deal lapsed on Tuesday, Dec. 31, 2013.', '2013-12-31'],
    ['It ran from June 1st, 2015 to 31 March 2018.', '2015-06-01 2018-03-31'],
    ['Talks were held on May 3, 4 and 5, 2017.', '2017-05-03 2017-05-04 2017-05-05'],
    ['Pay has been frozen since January 2015.', '2015-01'],
    ['The last strike, in 2009, and the 2012 lockout.', '2009 2012'],
    ['La grève du 3 mars 2018 a pris fin le 1er mai 2018.', '2018-03-03 2018-05-01'],
    ['En mai 2015, le syndicat a signé.', '2015-05'],
    ['STRIKE BEGINS MARCH 3, 2020', '2020-03-03'],
  ])('%s', (text, expected) => {
    const found = findDates(article(text));
    expect(found.map(({ edtf }) => edtf).join(' ')).toBe(expected);
    expect(found.every(({ derivation }) => derivation === undefined)).toBe(true);
  });
});

describe('dates that follow from the day of publication', () => {
  it.each([
    ['The league met Monday.', '2019-06-10', 'the Monday before the article'],
    ['The league met Wednesday.', '2019-06-12', 'the day of the article'],
    ['The board meets Friday.', '2019-06-14', 'the Friday after the article'],
    ['On Monday, the nurses will vote on the offer.', '2019-06-17', 'the Monday after the article'],
    ['The union said Monday it will strike.', '2019-06-10', 'the Monday before the article'],
    ['The union said it will strike Monday.', '2019-06-17', 'the Monday after the article'],
    ['The minister could not be reached Tuesday.', '2019-06-11', 'the Tuesday before the article'],
    ['Talks are to resume at 9 a.m. Thursday at a hotel.', '2019-06-13', 'the Thursday after the article'],
    ['Members have until Friday to reply.', '2019-06-14', 'the Friday after the article'],
    ['A hearing has been set for Thursday.', '2019-06-13', 'the Thursday after the article'],
    ['Crews could be back next Tuesday.', '2019-06-18', 'the Tuesday after the article'],
    ['The bill passed last Friday.', '2019-06-07', 'the Friday before the article'],
    ['She wrote to members yesterday.', '2019-06-11', 'the Tuesday before the article'],
    ['He will be back tomorrow.', '2019-06-13', 'the Thursday after the article'],
    ['Parliament passed a law last month.', '2019-05', 'the month before the article'],
    ['The vote takes place next month.', '2019-07', 'the July after the article'],
    ['They signed in May.', '2019-05', 'the May before the article'],
    ['They signed in June.', '2019-06', 'June of the year of the article'],
    ['Workers have waited since March 3.', '2019-03-03', 'March 3 before the article'],
    ['The contract expired Dec. 31.', '2018-12-31', 'December 31 before the article'],
    ['The contract expires Dec. 31.', '2019-12-31', 'December 31 after the article'],
    ['The law takes effect on 1 July.', '2019-07-01', 'July 1 after the article'],
    ['She told members before Christmas.', '2018-12-25', 'December 25 before the article'],
    ['They hope for a deal by Labour Day.', '2019-09-02', 'September 2 after the article'],
    ['Le syndicat a rejeté l’offre lundi.', '2019-06-10', 'the Monday before the article'],
    ['Les membres voteront vendredi.', '2019-06-14', 'the Friday after the article'],
    ['Le vote a eu lieu le mois dernier.', '2019-05', 'the month before the article'],
    ['La convention est échue depuis le 31 mars.', '2019-03-31', 'March 31 before the article'],
  ])('%s', (text, edtf, derivation) => {
    expect(findDates(article(text))).toMatchObject([{ edtf, derivation }]);
    expect(derive(derivation, [{ year: 2019, month: 6, day: 12 }])).toEqual([{ edtf }]);
  });

  it.each([
    ['Pickets go up from June 20 to 24.', '2019-06-20 2019-06-24'],
    ['The strike was called off last year.', '2018'],
    ['The hospital laid off a nurse three days ago.', '2019-06-09'],
    ['The deal of 30 June last year was for two years.', '2018-06-30'],
    ['The ruling came last May.', '2019-05'],
    ['The panel will report on the 19th.', '2019-06-19'],
    ['They walked out on Tuesday, May 28, and came back the next day.', '2019-05-28 2019-05-29'],
    ['Bargaining began in April 2016, and the old deal lapsed that June 30.', '2016-04 2016-06-30'],
    ['In 2016 the board said that June 30 is the deadline.', '2016 2019-06-30'],
    ['On April 15 and again in early May they met, as they will in mid-July.', '2019-04-15 2019-05 2019-07'],
  ])('%s', (text, expected) => {
    expect(dates(text).join(' ')).toBe(expected);
  });
});

describe('what is no date', () => {
  it.each([
    'The 2018-19 budget was tabled this week, as it was last spring.',
    'In the 1990s, and since the election, it went on every Friday.',
    'Local 2019 and Bill 2015 cover 2,015 people; another 2018 workers are left.',
    'Theresa May may march, as April Jones did; the March on Ottawa goes on.',
    'They left before the Christmas break.',
    'Article 5 of the Railways Act, 1998, was read at 11:05.',
  ])('%s', (text) => {
    expect(dates(text)).toEqual([]);
  });
});

describe('an article of which less than the day is known', () => {
  it.each([
    ['2016-01', 'Talks with the board begin Feb. 1.', '2016-02-01'],
    ['2016-01', 'The teams were to begin in December, and put it off.', '2015-12'],
    ['2016-01', 'They met Monday and yesterday.', ''],
    ['2016', 'The law passed last year, in May.', '2015 2016-05'],
    ['nonsense', 'They met Monday, May 3, and in 2015.', '2015'],
  ])('%s: %s', (published, text, expected) => {
    expect(dates(text, published).join(' ')).toBe(expected);
  });
});

it('reads pictures as of what was', () => {
  expect(findDates(article('Nurses gather outside the hall on Tuesday.', '2019-06-12', 'CAPTION'))).toMatchObject([
    { edtf: '2019-06-11' },
  ]);
});

const pieces = fc.constantFrom(
  'May 3',
  'Monday',
  ', 2015',
  ' and 4',
  'the 31st',
  'Feb. 30',
  '99/99/2015',
  '\ud800',
  '\0',
  '"',
  ' will ',
  ' said ',
  'le 3 mars',
  ' 2019-',
  'next ',
  '’',
  '\u00a0',
  'that June',
  ' a day later',
);
it('gives back the text of each place, and never throws', () => {
  const texts = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(pieces, { maxLength: 30 }).map((all) => all.join('')),
  );
  fc.assert(
    fc.property(
      texts,
      fc.constantFrom('2019-06-12', '2019-06', '2019', '', '0000-00-00', '2019-02-31'),
      (text, published) => {
        for (const { start, end, text: words, edtf } of findDates(article(text, published))) {
          expect(text.slice(start, end)).toBe(words);
          expect(edtf).toMatch(/^\d{1,4}(?:-\d\d(?:-\d\d)?)?$/);
        }
      },
    ),
  );
});

it.each([
  ['quotation marks', '"'.repeat(1_000_000)],
  ['one long line', 'the union said it would meet in may or later '.repeat(11_000)],
  ['capitals', 'A'.repeat(500_000)],
  ['digits', '1'.repeat(500_000)],
])('takes little time for %s', (_, text) => {
  const start = performance.now();
  findDates({
    ...article(''),
    paragraphs: [{ number: 1, start: 0, end: text.length, text, role: 'BODY', sentences: [] }],
  });
  expect(performance.now() - start).toBeLessThan(5_000);
});
