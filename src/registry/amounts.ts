/** What numbers count, and how firmly a source gives them. */
import type { Vocabulary } from './definitions.ts';

export const units: Vocabulary = {
  PERCENT: 'Per cent; of a wage term, the raise over the years that the term covers, taken together.',
  SHARE: 'A share of the whole, given as a fraction: two-thirds.',
  CAD: 'Canadian dollars.',
  DAYS: 'Days.',
  PEOPLE: 'Persons.',
};

interface ApproximationDefinition {
  readonly description: string;
  /** Which ends the number is: the value may lie between it and what is beyond the other. */
  readonly bounds: readonly ('low' | 'high')[];
}

const definitions = {
  EXACT: { description: 'Given as a round or precise figure.', bounds: ['low', 'high'] },
  APPROXIMATE: { description: 'Given as about, around, roughly.', bounds: [] },
  ALMOST: { description: 'Given as close to, nearly, almost: just below it.', bounds: ['high'] },
  LESS_THAN: { description: 'Given as less than, under.', bounds: ['high'] },
  AT_MOST: { description: 'Given as at most, up to.', bounds: ['high'] },
  MORE_THAN: { description: 'Given as more than, over.', bounds: ['low'] },
  AT_LEAST: { description: 'Given as at least, from.', bounds: ['low'] },
} as const satisfies Record<string, ApproximationDefinition>;

export type Approximation = keyof typeof definitions;

export const approximations: Vocabulary = Object.fromEntries(
  Object.entries(definitions).map(([word, { description }]) => [word, description]),
);

/** The words of which the number is the low end, or the high one. A number without any is taken as exact. */
export const boundedBy = (end: 'low' | 'high'): Approximation[] =>
  (Object.keys(definitions) as Approximation[]).filter((word) => definitions[word].bounds.some((one) => one === end));

/** Between what a number lies that is given so; null: nothing bounds it. */
export function boundsOf<Value>(
  value: Value,
  approximation: Approximation | null,
): { readonly low: Value | null; readonly high: Value | null } {
  const isBound = (end: 'low' | 'high') => boundedBy(end).includes(approximation ?? 'EXACT');
  return { low: isBound('low') ? value : null, high: isBound('high') ? value : null };
}
