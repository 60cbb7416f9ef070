/** The drawing of the gap: where its marks stand, above all those of what is not stated; and values in words. */
import { describe, expect, test } from 'vitest';
import { amountWords } from '../../src/dashboard/amounts.ts';
import { columnsOf, type GapTerm, marksOf, yearly } from '../../src/dashboard/charts/gapMarks.ts';
import { en } from '../../src/dashboard/words/en.ts';
import { fr } from '../../src/dashboard/words/fr.ts';

const term = (id: string, of: Partial<GapTerm>): GapTerm => ({
  ...{ id, side: 'ask', year: 1, years: 1, value: 1, superseded: false, label: '', aside: '', said: '' },
  ...of,
});

/** What a union asked for two years together, then for less that is not stated, and what a law imposed for four. */
const terms = [
  term('first', { years: 2, value: 6 }),
  term('second', { year: null, value: null }),
  ...[0, 0, 1, 1].map((value, index) => term(`imposed-${index + 1}`, { side: 'imposed', year: index + 1, value })),
];

const places = (all: readonly GapTerm[]) =>
  new Map(marksOf(all, columnsOf(all)).map(({ term: { id }, from, to, line }) => [id, { from, to, line }]));

describe('the gap', () => {
  const column = (year: number | null, years = 1) => ({ year, years });

  test('has a column for what several years have together, apart from those of single years', () => {
    expect(columnsOf(terms)).toEqual([column(1, 2), ...[1, 2, 3, 4].map((y) => column(y))]);
    expect(columnsOf([term('early', { year: 2 }), term('late', { year: 4 })])).toEqual([2, 3, 4].map((y) => column(y)));
  });

  test('shares what several years have together out over them when asked to, as an average', () => {
    const shared = yearly(terms, (average) => `${average} on average`).filter(({ id }) => id.startsWith('first'));
    expect(shared.map(({ year, years, value, label }) => ({ year, years, value, label }))).toEqual(
      [1, 2].map((year) => ({ year, years: 1, value: 3, label: '3 on average' })),
    );
  });

  test('has a column for values that are tied to no year, and none for what is not stated', () => {
    expect(columnsOf([...terms, term('any', { year: null, value: 3 })]).at(-1)).toEqual(column(null));
    expect(columnsOf([term('open', { year: null, value: null })])).toEqual([]);
  });

  test('puts what is not stated on lines of its own, and a stated zero among the values', () => {
    const found = places([...terms, term('third', { year: 3, value: null })]);
    expect(found.get('second')?.line).toBe(0);
    expect(found.get('third')).toMatchObject({ line: 1, from: 3 });
    expect(found.get('imposed-1')?.line).toBeNull();
  });

  test('puts equal values of one year side by side', () => {
    const found = places([term('asked', {}), term('offered', { side: 'offer' }), term('imposed', { side: 'imposed' })]);
    const [asked, offered, imposed] = [found.get('asked'), found.get('offered'), found.get('imposed')];
    expect(asked?.to).toBe(offered?.from);
    expect(offered?.to).toBe(imposed?.from);
    expect(imposed?.to).toBeCloseTo(1);
  });
});

describe('values in words', () => {
  const said = (value: number, unit: string | null) => [
    amountWords(value, unit, en, 'en'),
    amountWords(value, unit, fr, 'fr').replaceAll(/[\u00a0\u202f]/g, ' '),
  ];

  test('are as each language writes them', () => {
    expect(said(1.5, 'PERCENT')).toEqual(['1.5%', '1,5 %']);
    expect(said(900_000_000, 'CAD')).toEqual(['$900 million', '900 millions $']);
    expect(said(1_250.5, 'CAD')).toEqual(['$1,250.50', '1 250,50 $']);
    expect(said(22_000, 'PEOPLE')).toEqual(['22,000 people', '22 000 personnes']);
    expect(said(0, null)).toEqual(['0', '0']);
  });

  test('are not rounded where millions are written out', () => {
    expect(said(1_234_000, 'CAD')[0]).toBe('$1.234 million');
  });
});
