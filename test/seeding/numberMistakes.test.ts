/** Mistakes in a number: its unit, how firmly it is given, its range and its years. */
import { describe, expect, test } from 'vitest';
import { entity, type Mistakes, mistakesOf, term } from './mistakes.ts';

const cases: Mistakes = {
  'a term whose value has no unit': [term('issue: wages, value: 2'), 'b.yaml:6:26  "value" needs a "unit"'],
  'a unit and an approximation of nothing': [
    term('issue: wages, unit: PERCENT, approximation: ALMOST'),
    'b.yaml:6:26  "unit" goes with a "value" that is stated',
    'b.yaml:6:41  "approximation" goes with a "value" that is stated',
  ],
  'a unit of what is not stated': [
    term('issue: wages, value: not stated, unit: PERCENT'),
    'b.yaml:6:45  "unit" goes with a "value" that is stated',
  ],
  'a fraction that is none': [
    term('issue: wages, value: 3/2, unit: SHARE'),
    'b.yaml:6:33  "3/2" is not a number, or a fraction such as 2/3',
  ],
  'a fraction in per cent, and a share as a decimal': [
    [term('issue: wages, value: 2/3, unit: PERCENT'), entity('CLAIM', 'value: 0.5', 'unit: SHARE')]
      .join('\n')
      .replace('- id: new', '- id: old'),
    'b.yaml:6:38  the unit of a fraction is SHARE',
    'b.yaml:12:3  a SHARE is a fraction, such as 2/3; what is given in per cent is PERCENT',
  ],
  'a number that is given in an unknown way': [
    term('issue: wages, value: 2, unit: PERCENT, approximation: NEARLY'),
    'b.yaml:6:66  unknown approximation "NEARLY"; known: EXACT, APPROXIMATE, ALMOST, LESS_THAN, AT_MOST, MORE_THAN, AT_LEAST',
  ],
  'years without the first': [
    term('issue: wages, value: not stated, years: 2'),
    'b.yaml:6:45  "years" goes with "year", the first of them',
  ],
  'a year that is none': [
    term('issue: wages, value: not stated, year: 0'),
    'b.yaml:6:51  0 is not a whole number from 1',
  ],
  'more years than an agreement has': [
    term('issue: wages, value: not stated, year: 101'),
    'b.yaml:6:51  101 is not a number of years up to 100',
  ],
  'a value with more decimals than are kept': [
    term('issue: wages, value: 2.12345, unit: PERCENT'),
    'b.yaml:6:33  2.12345 is not a number (at most 10 digits and four decimals)',
  ],
  'a figure without a unit, a range in disorder': [
    entity('CLAIM', 'low: 3', 'high: 2'),
    'b.yaml:6:3  "low" needs a "unit"',
    'b.yaml:7:3  "high" is below "low"',
    'b.yaml:7:3  "high" needs a "unit"',
  ],
  'how firmly nothing is given, and a share that is none': [
    entity('BARGAINING_UNIT', 'sizeApproximation: ALMOST', 'essentialShare: 101'),
    'b.yaml:6:3  "sizeApproximation" goes with "size"',
    'b.yaml:7:19  101 is not a share: per cent from 0 to 100, or a fraction such as 2/3',
  ],
  'a lump sum that is compounded': [
    term('issue: wages, value: 2, unit: CAD, lumpSum: true, compounded: true'),
    'b.yaml:6:62  what is paid once is not compounded',
  ],
  'a range of one number': [
    entity('CLAIM', 'low: 3', 'high: 3', 'unit: CAD'),
    'b.yaml:7:3  "high" is the same as "low": write one "value"',
  ],
  'a range with one end': [
    entity('CLAIM', 'high: 3', 'unit: CAD'),
    'b.yaml:6:3  "high" needs "low"; one end alone is a "value" with the approximation AT_MOST',
  ],
  'a number and a range': [
    entity('CLAIM', 'value: 3', 'low: 2', 'high: 4', 'unit: CAD'),
    'b.yaml:6:3  a figure is a "value" or a range from "low" to "high", not both',
  ],
};

describe('a mistake is named, with its place and what would be right', () => {
  test.each(Object.entries(cases))('%s', async (_, [yaml, ...mistakes]) => {
    expect(await mistakesOf(yaml)).toEqual(mistakes);
  });
});
