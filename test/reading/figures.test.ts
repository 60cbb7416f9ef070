import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findFigures } from '../../src/reading/figures.ts';
import { sentencesOf } from '../../src/reading/sentences.ts';
import type { Article } from '../../src/reading/types.ts';

const article = (...texts: string[]): Article => ({
  published: '2019-06-12',
  outlet: undefined,
  paragraphs: texts.map((text, index) => ({
    number: index + 1,
    start: 0,
    end: text.length,
    text,
    role: 'BODY',
    sentences: sentencesOf(text),
  })),
});
const figures = (...texts: string[]): string =>
  findFigures(article(...texts))
    .map(({ value, unit }) => `${value} ${unit}`)
    .join(', ');

describe('percentages', () => {
  it.each([
    ['Wages rise 2.5 per cent, then 3% and two percent.', '2.5 PERCENT, 3 PERCENT, 2 PERCENT'],
    ['A wage offer of 1.75, 2 and 2.25 per cent.', '1.75 PERCENT, 2 PERCENT, 2.25 PERCENT'],
    ['Members threw it out by 87 per cent to 13.', '87 PERCENT, 13 PERCENT'],
    ['It would replace 40 per cent to 13 units.', '40 PERCENT'],
    ['An increase of 3 to 5 per cent, or 3.5-4%.', '3 PERCENT, 5 PERCENT, 3.5 PERCENT, 4 PERCENT'],
    ['Support fell by six percentage points.', '6 PERCENT'],
    ['Two-thirds of nurses, and half of the porters, said no.', '66.6667 PERCENT, 50 PERCENT'],
    ['Attendance is down by a third, and one in five posts is vacant.', '33.3333 PERCENT, 20 PERCENT'],
    ['Nine out of ten voted; three-quarters want more.', '90 PERCENT, 75 PERCENT'],
    ['Half the crews stayed home, about a quarter of them sick.', '50 PERCENT, 25 PERCENT'],
    ['A raise of three and a half per cent.', '3.5 PERCENT'],
    ['Une hausse de 2,5 % et de trois pour cent.', '2.5 PERCENT, 3 PERCENT'],
    ['Les deux tiers des membres ont voté.', '66.6667 PERCENT'],
  ])('%s', (text, expected) => {
    expect(figures(text)).toBe(expected);
  });
});

describe('sums of money', () => {
  it.each([
    ['It will save $900 million, and lost $1.2-billion and $40M.', '900000000 CAD, 1200000000 CAD, 40000000 CAD'],
    ['A raise of $1.50 an hour, or 75 cents, to $21.16.', '1.5 CAD, 0.75 CAD, 21.16 CAD'],
    ['A cost of $38 to $41 million.', '38000000 CAD, 41000000 CAD'],
    ['Between $500,000 and half a million dollars.', '500000 CAD'],
    ['From 18.40 to 21 dollars.', '18.4 CAD, 21 CAD'],
    ['Une prime de 2 000 $ et 3,5 millions de dollars.', '2000 CAD, 3500000 CAD'],
  ])('%s', (text, expected) => {
    expect(figures(text)).toBe(expected);
  });

  it('takes millions of nothing for money, where the article speaks of money', () => {
    expect(figures('It books $900 million.', '"That 900 million is sacred," she said.')).toBe(
      '900000000 CAD, 900000000 CAD',
    );
    expect(figures('"That 900 million is sacred," she said.')).toBe('');
    expect(figures('It books $900 million.', 'It read 3 million pages.')).toBe('900000000 CAD');
  });
});

describe('people', () => {
  it.each([
    ['The league represents 22,000 government workers.', '22000 PEOPLE'],
    ['About 300 part-time nurses and 40 porters walked out.', '300 PEOPLE, 40 PEOPLE'],
    ['The 3,500-member local speaks for 11,400 of its members.', '3500 PEOPLE, 11400 PEOPLE'],
    ['It would cut 120 full-time positions and lay off 64 dispatchers.', '120 PEOPLE, 64 PEOPLE'],
    ['A crowd of 500 heard that two guards were hurt.', '500 PEOPLE, 2 PEOPLE'],
    ['Three thousand to four thousand workers, a dozen of them cooks.', '3000 PEOPLE, 4000 PEOPLE, 12 PEOPLE'],
    ['A cap of 25 students in elementary grades and 28 in high school.', '25 PEOPLE, 28 PEOPLE'],
    ['Of the 98,000 members, about 31,000 have been named essential.', '98000 PEOPLE, 31000 PEOPLE'],
    ['The mine told 260 it would close; 310 were laid off.', '310 PEOPLE'],
    ['Le syndicat représente 2 150 préposées et douze infirmières.', '2150 PEOPLE, 12 PEOPLE'],
  ])('%s', (text, expected) => {
    expect(figures(text)).toBe(expected);
  });
});

describe('days and years', () => {
  it.each([
    ['A four-year deal after a 17-day strike.', '4 YEARS, 17 DAYS'],
    ['A freeze in the first two years, then two years of raises.', '2 YEARS'],
    ['Staff get 15 paid sick days, up from ten, and three or four years.', '15 DAYS, 3 YEARS, 4 YEARS'],
    ["It takes seven working days' notice and a one-day walkout.", '7 DAYS, 1 DAYS'],
    ['A two-and-a-half-year contract.', '2.5 YEARS'],
    ['Une entente de quatre ans et dix jours de congé.', '4 YEARS, 10 DAYS'],
  ])('%s', (text, expected) => {
    expect(figures(text)).toBe(expected);
  });
});

describe('what is no figure', () => {
  it.each([
    'Ruiz, 54, a 30-year-old and a man aged 40 years were there.',
    'A payment of £1,250, €300, US$5 million, $4.5 million US or 20 euros.',
    'A 72-hour notice, three meetings, five ministries, two sides, six weeks, 40 hours.',
    'Thousands of tourists, a seven-figure fine, a six- and seven-figure bonus.',
    'Local 79 members, Bill 115, Section 12, Grade 9 students, CUPE 3903 and 613-555-0199.',
    'On May 12 nurses met, and in 2015 workers struck for half an hour in the second half.',
    'One day they will come, seven days a week, a third time.',
    'At 4:30 p.m. they read 20 buses and drivers, 62 routes.',
  ])('%s', (text) => {
    expect(figures(text)).toBe('');
  });
});

describe('approximations', () => {
  it.each([
    ['It booked close to $1 billion.', 'ALMOST'],
    ['It booked some $3 million.', 'APPROXIMATE'],
    ['More than 300 workers left.', 'MORE_THAN'],
    ['At least 300 workers left.', 'AT_LEAST'],
    ['Not less than 300 workers left.', 'AT_LEAST'],
    ['No more than 300 workers left.', 'AT_MOST'],
    ['Just under 300 workers left.', 'ALMOST'],
    ['Up to 300 workers left.', 'AT_MOST'],
    ['Fewer than 300 workers left.', 'LESS_THAN'],
    ['It took 300 or so workers.', undefined],
    ['Six per cent it was.', undefined],
    ['They earn it over two years.', undefined],
    ['With a turnover $5 million less.', undefined],
    ['Près de 300 employés sont partis.', 'ALMOST'],
  ])('%s', (text, approximation) => {
    expect(findFigures(article(text))[0]?.approximation).toBe(approximation);
  });
});

const pieces = fc.constantFrom(
  '$',
  '5',
  ' per cent',
  ' million',
  ',000',
  '-',
  'half',
  ' of the ',
  'two',
  '-thirds',
  ' workers',
  ' in ',
  'years',
  '\ud800',
  '\0',
  '½',
  '\u00a0',
  '.',
  ' and ',
);
it('gives back the text of each place, once a paragraph, and never throws', () => {
  const texts = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(pieces, { maxLength: 30 }).map((all) => all.join('')),
  );
  fc.assert(
    fc.property(texts, (text) => {
      const found = findFigures(article(text));
      for (const { start, end, text: words, value } of found) {
        expect(text.slice(start, end)).toBe(words);
        expect(Number.isFinite(value)).toBe(true);
      }
      expect(new Set(found.map(({ value, unit }) => `${value} ${unit}`)).size).toBe(found.length);
    }),
  );
});

it.each([
  ['quotation marks', '"'.repeat(1_000_000)],
  ['one long line', 'half of 1,000 workers '.repeat(23_000)],
  ['capitals', 'A'.repeat(500_000)],
  ['digits', '1'.repeat(500_000)],
  ['numbers in words', 'one hundred and '.repeat(31_000)],
])('takes little time for %s', (_, text) => {
  const start = performance.now();
  findFigures({
    ...article(),
    paragraphs: [{ number: 1, start: 0, end: text.length, text, role: 'BODY', sentences: [] }],
  });
  expect(performance.now() - start).toBeLessThan(10_000);
});
