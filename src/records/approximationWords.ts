/** The words of a text, in English and French, that say how firmly a number is given. */
import type { Approximation } from '../registry/amounts.ts';

interface Words {
  /** They say so wherever they stand by a number. */
  readonly sure: string;
  /** They may say something else: `six per cent over two years`. */
  readonly possible: string;
}

/** As patterns. Of those that fit before a number, the first counts: `just under` is more than `under`. */
const words: Readonly<Record<Exclude<Approximation, 'EXACT'>, Words>> = {
  AT_MOST: {
    sure: 'at most|up to|(?:no|not) (?:more|greater) than|a maximum of',
    possible: "as many as|as much as|maximum|capped at|jusqu[’']à|au plus",
  },
  AT_LEAST: {
    sure: 'at least|(?:no|not) (?:less|fewer) than|a minimum of',
    possible: 'minimum|au moins',
  },
  MORE_THAN: {
    sure: '(?<!(?:no|not) )more than|upwards of',
    possible: 'upward of|in excess of|(?<!(?:no|not) )greater than|well over|just over|over|above|plus de',
  },
  ALMOST: {
    sure: 'close to|nearly|almost|just under',
    possible: 'just shy of|not quite|nearer|approaching|près de|presque',
  },
  LESS_THAN: {
    sure: '(?<!(?:no|not) )(?:less|fewer) than',
    possible: 'under|below|moins de',
  },
  APPROXIMATE: {
    sure: 'about|around|roughly|approximately|or so',
    possible: 'approx\\.|some|an estimated|estimated|in the range of|more or less|environ|quelque|autour de|~',
  },
};

const keys = Object.keys(words) as (keyof typeof words)[];
const whole = (pattern: string): RegExp => new RegExp(`(?<!\\p{L})(?:${pattern})(?!\\p{L})`, 'iu');
const atEnd = (pattern: string): RegExp => new RegExp(`(?<!\\p{L})(?:(?:${pattern}) |~)$`, 'iu');

const patterns = keys.map((key) => {
  const { sure, possible } = words[key];
  return { key, sure: whole(sure), possible: whole(possible), before: atEnd(`${sure}|${possible}`) };
});

/** How firmly the words beside a number give it; undefined: as exact. */
export const approximationIn = (said: string): Approximation | undefined =>
  (patterns.find(({ sure }) => sure.test(said)) ?? patterns.find(({ possible }) => possible.test(said)))?.key;

/** What the words beside a number say surely; undefined: nothing. */
export const sureApproximationIn = (said: string): Approximation | undefined =>
  patterns.find(({ sure }) => sure.test(said))?.key;

/** Whether words beside a number can say that it is given so. */
export const maySay = (said: string, approximation: string): boolean =>
  patterns.some(({ key, sure, possible }) => key === approximation && (sure.test(said) || possible.test(said)));

/** The words that end a text, before a number, and how firmly they give it. */
export function approximationBefore(text: string): { readonly key: Approximation; readonly words: string } | undefined {
  for (const { key, before } of patterns) {
    const found = before.exec(text);
    if (found !== null) return { key, words: found[0] };
  }
  return undefined;
}
