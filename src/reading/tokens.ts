/** The words of a paragraph, with their places. */
import type { Span } from './types.ts';

export interface Token extends Span {
  /** Without the possessive 's, which is no part of a name. */
  readonly text: string;
  /** Whether it begins with a capital, or is a code like C-59. */
  readonly capital: boolean;
  readonly word: boolean;
  /** Whether the possessive followed: "Ruiz's". */
  readonly possessive: boolean;
  /** Whether a sentence, or a quotation, begins with it. */
  readonly first: boolean;
}

const pieces =
  /(?:\p{Lu}\.){1,4}(?![\p{L}])|(?:St|Ste|Mt|Ft)\.(?=\s\p{Lu})|[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:[-'’&.](?=[\p{L}\p{N}])[\p{L}\p{M}\p{N}]+){0,8}|[^\s\p{L}\p{N}]/gu;

/** Where the place at the head of a report ends: "MONCTON, N.B. - ". 0: there is none. */
export const datelineIn = (text: string): number =>
  /^(?:\p{Lu}[\p{Lu}.'’-]+(?:,? (?:\p{Lu}[\p{Lu}.'’-]+|\p{Lu}\p{Ll}{1,5}\.))*|\p{Lu}[\p{L}.'’-]+(?: \p{Lu}[\p{L}.'’-]+){0,2}(?:, [\p{L}.]+)?(?= \())(?: \([^()]{2,40}\))?(?:, \w+\.? \d+)? (?:[-–—]|--) ?/u.exec(
    text.slice(0, 90),
  )?.[0].length ?? 0;

/** Splits a text into words and signs. Sentences tell where a capital says nothing. */
export function tokensOf(text: string, sentences: readonly Span[]): Token[] {
  const starts = new Set(sentences.map(({ start }) => start));
  const tokens: Token[] = [];
  // What follows "HALIFAX -" begins the sentence too.
  const dateline = datelineIn(text);
  let first = true;
  for (const { 0: whole, index } of text.matchAll(pieces)) {
    first ||=
      starts.has(index) ||
      (index >= dateline && tokens.at(-1)?.start !== undefined && (tokens.at(-1)?.start ?? 0) < dateline);
    const word = /[\p{L}\p{N}]/u.test(whole);
    const stem = whole.replace(/['’]s?$/iu, '');
    const possessive =
      word && (stem !== whole || /^['’](?!\p{L})/u.test(text.slice(index + whole.length, index + whole.length + 2)));
    const bare = stem === '' ? whole : stem;
    tokens.push({
      ...{ text: bare, start: index, end: index + bare.length, word },
      capital: word && /^(?:\p{Lu}|[dl]['’]\p{Lu})/u.test(bare),
      possessive: possessive && /s?$/u.test(whole),
      first,
    });
    // After an opening quotation mark or a bracket, a capital still says nothing.
    if (word) first = false;
    else if (/["“«:|·•]/u.test(whole)) first = true;
  }
  return tokens;
}

/** The most that is looked at around a place, in characters: what is further apart has nothing to do with it. */
const far = 500;

/** What stands between two places, with each stretch of white space as one space: pages have hard ones and double ones. */
export const between = (text: string, from: number, to: number): string =>
  text.slice(from, Math.min(to, from + far)).replace(/\s+/gu, ' ');

/** What stands before a place. */
export const before = (text: string, at: number): string => text.slice(Math.max(0, at - far), at);
