/** Where the marks of the gap stand: stated values by year; what is not stated on a strip of its own, never at zero. */

export type Side = 'ask' | 'offer' | 'imposed';
export const sides: readonly Side[] = ['ask', 'offer', 'imposed'];

/** One term of one side. */
export interface GapTerm {
  readonly id: string;
  readonly side: Side;
  /** From 1; null: tied to no year. */
  readonly year: number | null;
  /** How many years the value is for, taken together. */
  readonly years: number;
  /** null: not stated. */
  readonly value: number | null;
  /** What is written beside it, and what beside that where there is room. */
  readonly label: string;
  readonly aside: string;
  /** In full, for the tooltip and whoever cannot see the chart. */
  readonly said: string;
}

/** A column of the chart: a year of the agreement, or null for what is tied to none. */
export type Column = number | null;

/** All years from the first to the last that a term speaks of, then one for values that are tied to none, if any are. */
export function columnsOf(terms: readonly GapTerm[]): Column[] {
  const dated = terms.flatMap(({ year, years }) => (year === null ? [] : [year, year + years - 1]));
  const first = dated.length === 0 ? 1 : Math.min(...dated);
  const last = dated.length === 0 ? 0 : Math.max(...dated);
  const all: Column[] = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  return terms.some(({ year, value }) => year === null && value !== null) ? [...all, null] : all;
}

export interface Mark {
  readonly term: GapTerm;
  /** In columns: 1.5 is the middle of the second. */
  readonly from: number;
  readonly to: number;
  /** Its line on the strip of what is not stated, from 0; null: it has a value. */
  readonly line: number | null;
}

/**
 * Places terms. A value for one year takes its side's part of the column, so that equal values stand side by side; one
 * for several years spans them. What is not stated takes a line of the strip, which begins at its year, if it has one.
 */
export function marksOf(terms: readonly GapTerm[], columns: readonly Column[]): Mark[] {
  const present = sides.filter((side) => terms.some((term) => term.side === side && term.value !== null));
  const open = terms.filter(({ value }) => value === null);
  return terms.map((term) => {
    const column = Math.max(0, columns.indexOf(term.year));
    if (term.value === null) return { term, from: column, to: columns.length, line: open.indexOf(term) };
    if (term.years > 1) return { term, from: column, to: column + term.years, line: null };
    const part = 1 / present.length;
    const from = column + present.indexOf(term.side) * part;
    return { term, from, to: from + part, line: null };
  });
}
