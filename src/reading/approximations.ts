/** The words that say how firmly a figure is given: "close to", "more than", "or so". */
import { approximationBefore } from '../records/approximationWords.ts';
import type { Approximation } from '../registry/amounts.ts';
import type { FigureUnit } from './types.ts';

const afterwards: readonly (readonly [Approximation, RegExp])[] = [
  ['AT_LEAST', /^(?: (?:\p{L}+ )?or (?:more|better)(?![\p{L}])|-plus| plus(?![\p{L}])|\+)/iu],
  ['APPROXIMATE', /^ (?:\p{L}+ )?or so(?![\p{L}])/iu],
  ['AT_MOST', /^ (?:\p{L}+ )?or (?:less|fewer)(?![\p{L}])/iu],
];

/** How firmly the words before and after a figure give it; undefined: as exact. */
export function approximationAt(text: string, start: number, end: number, unit: FigureUnit): Approximation | undefined {
  const left = text.slice(Math.max(0, start - 24), start).replace(/(?<=\s)(?:the|its|a|an|all) $/i, '');
  const found =
    approximationBefore(left)?.key ?? afterwards.find(([, words]) => words.test(text.slice(end, end + 24)))?.[0];
  // "over two years" is how long, not how many.
  const isDuring =
    /(?:^|[^\p{L}])(?:over|under) $/iu.test(left) &&
    !/(?:well|just) over $/i.test(left) &&
    (unit === 'YEARS' || unit === 'DAYS');
  return isDuring ? undefined : found;
}
