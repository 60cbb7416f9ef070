/** What verify says of numbers that do not follow from what they rest on. */
import { describe, expect, test } from 'vitest';
import { approximationIn, maySay } from '../../src/records/approximationWords.ts';
import { cue, saidOf, titled } from './grounded.ts';

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

  test.each([
    ['not less than 300', 'AT_LEAST'],
    ['no less than 300', 'AT_LEAST'],
    ['not fewer than 300', 'AT_LEAST'],
    ['less than 300', 'LESS_THAN'],
    ['not more than 300', 'AT_MOST'],
    ['more than 300', 'MORE_THAN'],
    ['nearly 300', 'ALMOST'],
    ['in excess of 300', 'MORE_THAN'],
    ['300 or so', 'APPROXIMATE'],
    ['300', undefined],
  ])('%s is %s, and nothing else', (words, approximation) => {
    expect(approximationIn(words)).toBe(approximation);
    const others = ['AT_LEAST', 'LESS_THAN', 'AT_MOST', 'MORE_THAN'].filter((one) => one !== approximation);
    expect(others.filter((one) => maySay(words, one))).toEqual([]);
  });
});
