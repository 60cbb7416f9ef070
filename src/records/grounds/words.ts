/** The words that the seeds use, to tell a misspelt one by. */

const tokens = new Map<string, readonly string[]>();

/** The words of a text, as they are written; kept, since the same texts are read again and again. */
export function wordsIn(text: string): readonly string[] {
  const known = tokens.get(text);
  if (known !== undefined) return known;
  const words = text.normalize('NFC').match(/[\p{L}\p{N}]+/gu) ?? [];
  if (tokens.size > 50_000) tokens.clear();
  tokens.set(text, words);
  return words;
}

/** How often each word occurs, in lower case. */
export type Lexicon = ReadonlyMap<string, number>;

export function lexiconOf(texts: Iterable<string>): Lexicon {
  const lexicon = new Map<string, number>();
  for (const text of texts) {
    for (const word of wordsIn(text)) {
      const lower = word.toLowerCase();
      lexicon.set(lower, (lexicon.get(lower) ?? 0) + 1);
    }
  }
  return lexicon;
}

/** A short word is one letter away from many; it is taken for a slip only of one that is used all the time. */
const [shortest, long, often] = [2, 5, 80];

/** The word that one which occurs only here may have been meant to be: one letter away, and used elsewhere. */
export function meantFor(word: string, lexicon: Lexicon): string | null {
  const lower = word.toLowerCase();
  if (lower.length < shortest || (lexicon.get(lower) ?? 0) > 1) return null;
  const needed = lower.length < long ? often : 1;
  for (const [candidate, count] of lexicon) {
    const near = candidate !== lower && Math.abs(candidate.length - lower.length) <= 1 && count >= needed;
    if (near && isOneEdit(lower, candidate) && !isInflection(lower, candidate)) return candidate;
  }
  return null;
}

const articles = 'the|a|an|its|their|his|her|our';
const joining = 'of|in|on|to|from|with|for|by|at|between|and|or|that|than';
const disorder = new RegExp(
  `\\b(?:(?:${articles}) (?:${articles}|${joining}|is|are|was|were|not)|(?:of|in|from|with|for|by|at|to) (?:and|or|of|is|are|does|will))\\b|\\b(?:${articles}|${joining})$`,
  'i',
);

/** The words of an English title that cannot stand so one after the other, or at its end: `the of`, `… power impose to`. */
export const inDisorder = (title: string): string | null => disorder.exec(title)?.[0] ?? null;

/** One letter more, less or other, or two exchanged. */
function isOneEdit(a: string, b: string): boolean {
  if (a.length > b.length) return isOneEdit(b, a);
  let at = 0;
  while (at < a.length && a[at] === b[at]) at += 1;
  if (a.length < b.length) return a.slice(at) === b.slice(at + 1);
  if (a.slice(at + 1) === b.slice(at + 1)) return true;
  return a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2);
}

/** `asks` and `asked` are both right, and so are `hire` and `hired`. */
const isInflection = (a: string, b: string): boolean =>
  a.length >= long && (stem(a) === stem(b) || isEnding(a, b) || isEnding(b, a));
const isEnding = (a: string, b: string): boolean => a.startsWith(b) && /^(?:s|d|r|n|y)$/.test(a.slice(b.length));
const stem = (word: string): string => word.replace(/(?:s|d|r|y)$/, '');
