/** Where the marks of the gap stand: stated values by year; what is not stated on a strip of its own, never at zero. */

export type Side = 'ask' | 'offer' | 'imposed';
export const sides: readonly Side[] = ['ask', 'offer', 'imposed'];

/** One term of one side. */
export interface GapTerm {
  readonly id: string;
  readonly side: Side;
  /** From 1; null: tied to no year. */
  readonly year: number | null;
  /** How many years the value is for, taken together; 1 of what is tied to none. */
  readonly years: number;
  /** null: not stated. */
  readonly value: number | null;
  /** Another proposal has taken the place of its own. */
  readonly superseded: boolean;
  /** What is written beside it, and what beside that where there is room. */
  readonly label: string;
  readonly aside: string;
  /** In full, for the tooltip and whoever cannot see the chart. */
  readonly said: string;
}

/** A column of the chart: years of the agreement taken together, one year, or none for what is tied to none. */
export interface Column {
  readonly year: number | null;
  readonly years: number;
}

/** Values for one year each stand by themselves: what several years have together is no figure beside theirs. */
export function columnsOf(terms: readonly GapTerm[]): Column[] {
  const together = terms.filter(({ years }) => years > 1);
  const spans = new Map(together.map(({ year, years }) => [`${year}-${years}`, { year, years }]));
  const single = terms.flatMap(({ year, years }) => (year === null || years > 1 ? [] : [year]));
  const first = single.length === 0 ? 1 : Math.min(...single);
  const last = single.length === 0 ? 0 : Math.max(...single);
  return [
    ...[...spans.values()].sort((a, b) => (a.year ?? 0) - (b.year ?? 0) || a.years - b.years),
    ...Array.from({ length: last - first + 1 }, (_, index) => ({ year: first + index, years: 1 })),
    ...(terms.some(({ year, value }) => year === null && value !== null) ? [{ year: null, years: 1 }] : []),
  ];
}

/** What several years have together, as their average in each of them: `label` says that it is one. */
export function yearly(terms: readonly GapTerm[], label: (average: number, of: GapTerm) => string): GapTerm[] {
  return terms.flatMap((term) => {
    const { year, years, value } = term;
    if (years === 1 || year === null || value === null) return [term];
    const average = value / years;
    return Array.from({ length: years }, (_, index) => ({
      ...term,
      id: `${term.id}.${index}`,
      year: year + index,
      years: 1,
      value: average,
      label: label(average, term),
      said: `${label(average, term)} (${term.said})`,
    }));
  });
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
 * Places terms. A value takes its side's part of its column, so that equal values stand side by side. What is not
 * stated takes a line of the strip, which begins at its column, if it has one.
 */
export function marksOf(terms: readonly GapTerm[], columns: readonly Column[]): Mark[] {
  const present = sides.filter((side) => terms.some((term) => term.side === side && term.value !== null));
  const open = terms.filter(({ value }) => value === null);
  return terms.map((term) => {
    const at = columns.findIndex(({ year, years }) => year === term.year && years === term.years);
    const column = Math.max(0, at);
    if (term.value === null) return { term, from: column, to: columns.length, line: open.indexOf(term) };
    const part = 1 / present.length;
    const from = column + present.indexOf(term.side) * part;
    return { term, from, to: from + part, line: null };
  });
}
