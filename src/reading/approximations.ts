/** The words that say how firmly a figure is given: "close to", "more than", "or so". */
import type { Approximation } from '../registry/amounts.ts';
import type { FigureUnit } from './types.ts';

const before: readonly (readonly [Approximation, RegExp])[] = [
  [
    'AT_MOST',
    /(?<![a-z])(?:up to|at most|no more than|not more than|as many as|as much as|a maximum of|maximum|capped at|jusqu[’']à|au plus) $/i,
  ],
  ['AT_LEAST', /(?<![a-z])(?:at least|no less than|no fewer than|not less than|a minimum of|minimum|au moins) $/i],
  [
    'MORE_THAN',
    /(?<![a-z])(?:more than|upwards? of|in excess of|above|well over|just over|plus de|greater than|over) $/i,
  ],
  ['LESS_THAN', /(?<![a-z])(?:less than|fewer than|under|below|moins de) $/i],
  ['ALMOST', /(?<![a-z])(?:close to|nearly|almost|just shy of|not quite|près de|presque|nearer|approaching) $/i],
  [
    'APPROXIMATE',
    /(?<![a-z])(?:about|around|roughly|approximately|approx\.|some|an estimated|estimated|in the range of|environ|quelque|autour de|more or less|~) ?$/i,
  ],
];
const afterwards: readonly (readonly [Approximation, RegExp])[] = [
  ['AT_LEAST', /^(?: (?:\p{L}+ )?or (?:more|better)(?![\p{L}])|-plus| plus(?![\p{L}])|\+)/iu],
  ['APPROXIMATE', /^ (?:\p{L}+ )?or so(?![\p{L}])/iu],
  ['AT_MOST', /^ (?:\p{L}+ )?or (?:less|fewer)(?![\p{L}])/iu],
];

/** How firmly the words before and after a figure give it; undefined: as exact. */
export function approximationAt(text: string, start: number, end: number, unit: FigureUnit): Approximation | undefined {
  const left = text.slice(Math.max(0, start - 24), start).replace(/(?<=\s)(?:the|its|a|an|all) $/i, '');
  const found =
    before.find(([, words]) => words.test(left)) ??
    afterwards.find(([, words]) => words.test(text.slice(end, end + 24)));
  // "over two years" is how long, not how many.
  const isDuring =
    /(?:^|[^\p{L}])(?:over|under) $/iu.test(left) &&
    !/(?:well|just) over $/i.test(left) &&
    (unit === 'YEARS' || unit === 'DAYS');
  return isDuring ? undefined : found?.[0];
}
