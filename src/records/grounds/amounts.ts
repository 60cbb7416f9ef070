/** What a number counts, and how firmly it is given, must stand beside it among the cues. */
import { maySay, sureApproximationIn } from '../approximationWords.ts';
import type { Place } from '../validation/problem.ts';
import type { EntityRecord, EvidenceRecord } from '../validation/records.ts';
import { type Report, supporting, type World, wordsOf } from './facts.ts';
import { numbersIn } from './numbers.ts';

/** The words of a text that say a unit, in English; a number of people is told in whatever they are. */
const saysUnit: Readonly<Record<string, RegExp>> = {
  PERCENT: /per ?cent|%|\bfr(?:ee|o)ze/i,
  SHARE: /\b(?:half|halves|thirds?|quarters?|fifths?|tenths?|one in|in (?:three|four|five|ten))\b/i,
  CAD: /\$|\b(?:dollars?|cents)\b/i,
  DAYS: /\bdays?\b/i,
};

/**
 * Reports units and approximations that no cue of their number says: as mistakes where the cues say another, else as
 * warnings.
 */
export function checkAmounts({ records }: World, report: Report, warn: Report): void {
  for (const entity of records.entities) {
    for (const amount of amountsOf(entity)) {
      const said = wordsOf(supporting(amount.evidence, amount.key)).filter((text) => numbersIn(text).length > 0);
      if (said.length === 0) continue;
      for (const objection of [unitNotIn(said, amount), howNotIn(said, amount)]) {
        if (objection === null) continue;
        const { message, instead } = objection;
        const say = instead === undefined ? warn : report;
        say(amount.place, `${amount.what}: ${message}${instead === undefined ? '' : `, and its cues say ${instead}`}`);
      }
    }
  }
}

interface Amount {
  readonly place: Place;
  readonly what: string;
  readonly key: string;
  readonly unit: string | null;
  readonly approximation: string | null;
  readonly evidence: readonly EvidenceRecord[];
}

function amountsOf({ place, attributes, terms, evidence }: EntityRecord): Amount[] {
  const word = (key: string): string | null => {
    const value = attributes.get(key);
    return typeof value === 'string' ? value : null;
  };
  const own = ['size', 'value', 'inFavour', 'turnout', 'essentialShare'].flatMap((key): Amount[] => {
    if (!attributes.has(key)) return [];
    const approximation = word(key === 'value' ? 'approximation' : `${key}Approximation`);
    return [{ place, what: key, key, unit: key === 'value' ? word('unit') : null, approximation, evidence }];
  });
  const ofTerms = terms.flatMap((term): Amount[] =>
    term.value === null ? [] : [{ ...term, what: `a term (${term.issueId})`, key: 'value' }],
  );
  return [...own, ...ofTerms];
}

interface Objection {
  readonly message: string;
  /** What the cues say instead. */
  readonly instead: string | undefined;
}

function unitNotIn(said: readonly string[], { unit }: Amount): Objection | null {
  if (unit === null) return null;
  const says = (words: RegExp): boolean => said.some((one) => words.test(one));
  const instead = Object.entries(saysUnit).find(([other, words]) => other !== unit && says(words))?.[0];
  const own = saysUnit[unit];
  if (own === undefined ? instead === undefined : says(own)) return null;
  return { message: `the unit ${unit} does not stand among the cues of its number`, instead };
}

function howNotIn(said: readonly string[], { approximation }: Amount): Objection | null {
  const given = approximation ?? 'EXACT';
  if (said.some((one) => maySay(one, given))) return null;
  const instead = said.map(sureApproximationIn).find((one) => one !== undefined);
  if (given === 'EXACT') return instead === undefined ? null : { message: 'it is given as exact', instead };
  return { message: `${given} does not stand among the cues of its number`, instead };
}
