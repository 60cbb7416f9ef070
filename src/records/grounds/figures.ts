/** A number in a fact must stand among the cues of its evidence, in digits or in words. */

import { attributesOf } from '../validation/attributes.ts';
import type { Place } from '../validation/problem.ts';
import type { EntityRecord, EvidenceRecord, RelationshipRecord, TermRecord } from '../validation/records.ts';
import type { Fraction } from '../values.ts';
import { type Report, supporting, type World, wordsOf } from './facts.ts';
import { saysNumber } from './numbers.ts';

/**
 * Reports the numbers that no cue says: as mistakes where all evidence is at paragraphs, else as warnings, since what a
 * citation stands for may say it.
 */
export function checkFigures({ records }: World, report: Report, warn: Report): void {
  const check: Check = (place, what, key, value, evidence) => {
    // Mistaken evidence was reported, and may be what says it.
    if (evidence.length === 0) return;
    const pieces = supporting(evidence, key);
    if (saysNumber(wordsOf(pieces), numberOf(value))) return;
    const external = pieces.some(({ articleId }) => articleId === null);
    const say = external ? warn : report;
    say(
      place,
      `${what} ${value} does not stand among the cues of its evidence; add the cue that says it, in digits or in words`,
    );
  };
  for (const entity of records.entities) {
    checkAttributes(entity, check);
    for (const term of entity.terms) checkTerm(entity, term, check);
    checkYears(entity, report);
  }
  for (const relationship of records.relationships) checkOrdinal(relationship, warn);
}

type Check = (
  place: Place,
  what: string,
  key: string,
  value: number | Fraction,
  evidence: readonly EvidenceRecord[],
) => void;

function checkAttributes({ kind, place, attributes, evidence }: EntityRecord, check: Check): void {
  for (const [key, type] of Object.entries(attributesOf(kind))) {
    const value = attributes.get(key);
    if (type === 'date' || type === 'text') continue;
    if (typeof value === 'number' || isFraction(value)) check(place, key, key, value, evidence);
  }
}

const isFraction = (value: unknown): value is Fraction => typeof value === 'string' && /^\d+\/\d+$/.test(value);

/** `2/3` as a number. */
function numberOf(value: number | Fraction): number {
  if (typeof value === 'number') return value;
  const [above = 0, below = 1] = value.split('/').map(Number);
  return above / below;
}

function checkTerm({ place }: EntityRecord, { issueId, value, years, evidence }: TermRecord, check: Check): void {
  if (value !== null) check(place, `the value of a term (${issueId}):`, 'value', value, evidence.map(withoutYears));
  if (years !== null && years > 1) check(place, `the years of a term (${issueId}):`, 'years', years, evidence);
}

/** How many years a raise is for is not how large it is. */
const withoutYears = (piece: EvidenceRecord): EvidenceRecord => ({
  ...piece,
  cues: piece.cues.map((cue) => ({ ...cue, text: cue.text.replace(/\b[\w]+[ -]years?\b/gi, '') })),
});

/** Terms of one issue take the years one after the other: none is left out between two. */
function checkYears({ place, terms }: EntityRecord, report: Report): void {
  const groups = new Map<string, TermRecord[]>();
  for (const term of terms) {
    if (term.year === null || term.value === null) continue;
    const key = `${term.issueId} in ${term.unit}`;
    groups.set(key, [...(groups.get(key) ?? []), term]);
  }
  for (const [key, group] of groups) {
    const sorted = [...group].sort((a, b) => (a.year ?? 0) - (b.year ?? 0));
    for (const [index, { year, years }] of sorted.entries()) {
      const next = sorted[index + 1]?.year ?? null;
      const after = (year ?? 0) + (years ?? 1);
      if (next !== null && next > after) report(place, `of the terms of ${key}, year ${after} is left out`);
    }
  }
}

/** The first of several is often called the "key" or "main" one. */
function checkOrdinal({ place, type, ordinal, evidence }: RelationshipRecord, warn: Report): void {
  if (ordinal === null) return;
  const words = wordsOf(supporting(evidence, 'ordinal'));
  const leads = ordinal === 1 && words.some((word) => /\b(key|main|chief|top|primary)\b/i.test(word));
  if (!leads && !saysNumber(words, ordinal))
    warn(place, `the ordinal ${ordinal} of ${type} does not stand among the cues`);
}
