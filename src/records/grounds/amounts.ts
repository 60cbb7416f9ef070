/** What a number counts, and how firmly it is given, must stand beside it among the cues. */
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

interface Words {
  /** They say so wherever they stand by a number. */
  readonly sure: RegExp;
  /** They may say something else: `six per cent over two years`. */
  readonly possible?: RegExp;
}

/** The words that stand before a number which is not exact, or after it. */
const saysHow: Readonly<Record<string, Words>> = {
  APPROXIMATE: { sure: /\b(?:about|around|roughly|approximately|or so)\b/i, possible: /\bsome\b/i },
  ALMOST: { sure: /\b(?:close to|nearly|almost|just under)\b/i },
  LESS_THAN: { sure: /\b(?:less than|fewer than)\b/i, possible: /\b(?:under|below)\b/i },
  AT_MOST: { sure: /\b(?:at most|up to|no more than|a maximum of)\b/i },
  MORE_THAN: { sure: /\b(?:more than|upwards of)\b/i, possible: /\b(?:over|above)\b/i },
  AT_LEAST: { sure: /\b(?:at least|no less than|no fewer than|a minimum of)\b/i },
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

/** How firmly the words beside a number give it; undefined: as exact. */
export const approximationIn = (words: string): string | undefined =>
  Object.entries(saysHow).find(([, { sure, possible }]) => sure.test(words) || possible?.test(words))?.[0];

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
  const says = (words: RegExp | undefined): boolean => words !== undefined && said.some((one) => words.test(one));
  const own = saysHow[given];
  if (says(own?.sure) || says(own?.possible)) return null;
  const instead = Object.entries(saysHow).find(([, { sure }]) => says(sure))?.[0];
  if (own === undefined) return instead === undefined ? null : { message: 'it is given as exact', instead };
  return { message: `${given} does not stand among the cues of its number`, instead };
}
