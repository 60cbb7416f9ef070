/** Where the sentences of a paragraph begin and end. */
import type { Span } from './types.ts';

/** Words after which a full stop ends no sentence. */
const abbreviations = new Set(
  (
    'coun cllr mayoress mr mrs ms dr prof rev hon sen rep gov gen col sgt st ste mt ft jr sr no nos vs etc inc ltd corp co bros dept univ ' +
    'jan feb mar apr jun jul aug sep sept oct nov dec mon tue wed thu fri sat sun ont que sask man alta ave blvd rd approx ' +
    'est fig vol pp ed mgr maj lt cmdr capt supt messrs mme mlle m'
  ).split(' '),
);

const mark = /(?<![.!?…])[.!?…]+["'”’»)\]]*(?=\s+\S)/gu;

/** What goes on after "9 a.m.": a day, or a zone. */
const time =
  /^(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\b|[A-Z]{1,3}T\b|[A-Z]\w+ time\b)/;

/**
 * The sentences of a text, in order, without the white space between them. A full stop ends a sentence where what
 * follows begins like one, and what stands before is no abbreviation and no initial.
 */
export function sentencesOf(text: string): Span[] {
  const sentences: Span[] = [];
  let start = 0;
  for (const { index, 0: found } of text.matchAll(mark)) {
    const end = index + found.length;
    if (!endsAt(text, index, end)) continue;
    sentences.push({ start, end });
    start = end + (/^\s*/.exec(text.slice(end, end + 200))?.[0].length ?? 0);
  }
  if (start < text.length) sentences.push({ start, end: text.length });
  return sentences;
}

function endsAt(text: string, dot: number, end: number): boolean {
  const after = text.slice(end, end + 40).trimStart();
  if (!/^["'“‘«([\-–—$]*[\p{Lu}\p{N}]/u.test(after)) return false;
  if (text[dot] !== '.' || end > dot + 1) return true;
  const before = /[\p{L}.]+$/u.exec(text.slice(Math.max(0, dot - 24), dot))?.[0] ?? '';
  if (/^(?:\p{Lu}|(?:\p{L}\.)+\p{L})$/u.test(before)) return /^(?:a\.m|p\.m)$/i.test(before) && !time.test(after);
  return !abbreviations.has(before.toLowerCase());
}
