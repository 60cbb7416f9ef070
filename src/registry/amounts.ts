/** What numbers count, and how firmly a source gives them. */
import type { Vocabulary } from './definitions.ts';
import { keysOf } from './keys.ts';

export const units: Vocabulary = {
  PERCENT: 'Per cent; of a wage term, the raise over the years that the term covers, taken together.',
  SHARE: 'A share of the whole, given as a fraction: two-thirds.',
  CAD: 'Canadian dollars.',
  DAYS: 'Days.',
  PEOPLE: 'Persons.',
};

export const approximations = {
  EXACT: 'Given as a round or precise figure.',
  APPROXIMATE: 'Given as about, around, roughly.',
  ALMOST: 'Given as close to, nearly, almost: just below it.',
  LESS_THAN: 'Given as less than, under.',
  AT_MOST: 'Given as at most, up to.',
  MORE_THAN: 'Given as more than, over.',
  AT_LEAST: 'Given as at least, from.',
} as const satisfies Vocabulary;

export type Approximation = keyof typeof approximations;

/** Which ends the number is: the value may lie between it and what is beyond the other. */
const bounds: Readonly<Record<Approximation, readonly ('low' | 'high')[]>> = {
  EXACT: ['low', 'high'],
  APPROXIMATE: [],
  ALMOST: ['high'],
  LESS_THAN: ['high'],
  AT_MOST: ['high'],
  MORE_THAN: ['low'],
  AT_LEAST: ['low'],
};

/** The words of which the number is the low end, or the high one. A number without any is taken as exact. */
export const boundedBy = (end: 'low' | 'high'): Approximation[] =>
  keysOf(bounds).filter((word) => bounds[word].includes(end));

/** Between what a number lies that is given so; null: nothing bounds it. */
export function boundsOf<Value>(
  value: Value,
  approximation: Approximation | null,
): { readonly low: Value | null; readonly high: Value | null } {
  const isBound = (end: 'low' | 'high') => boundedBy(end).includes(approximation ?? 'EXACT');
  return { low: isBound('low') ? value : null, high: isBound('high') ? value : null };
}
