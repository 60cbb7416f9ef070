/** The numbers of a text, in digits and in words, English and French: where they stand and what they say. */
import type { Span } from './types.ts';

/** A number as it stands, before it is known what it counts. */
export interface Quantity extends Span {
  readonly value: number;
  /** With a sign of dollars before it. */
  readonly isMoney: boolean;
  /** What follows multiplies it: 1,000,000 of "2.5 million"; 1: nothing does. */
  readonly scale: number;
  readonly inWords: boolean;
  /** As the digits of a year are written. */
  readonly isLikeYear: boolean;
}

const list = (words: string, first = 0): [string, number][] =>
  words.split(' ').map((word, index) => [word, first + index]);

const wordValues = new Map<string, number>([
  ...list(
    'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen',
  ),
  ...list('twenty thirty forty fifty sixty seventy eighty ninety').map(
    ([word, index]) => [word, 20 + 10 * index] as const,
  ),
  ...list('deux trois quatre cinq', 2),
  ...list('sept huit neuf dix onze douze treize quatorze quinze seize', 7),
  ...list('vingt trente quarante cinquante soixante').map(([word, index]) => [word, 20 + 10 * index] as const),
]);
const scaleValues = new Map([
  ['dozen', 12],
  ['hundred', 100],
  ['cent', 100],
  ['cents', 100],
  ['thousand', 1e3],
  ['mille', 1e3],
  ['k', 1e3],
  ['million', 1e6],
  ['millions', 1e6],
  ['m', 1e6],
  ['mn', 1e6],
  ['billion', 1e9],
  ['milliard', 1e9],
  ['milliards', 1e9],
  ['b', 1e9],
  ['bn', 1e9],
  ['trillion', 1e12],
]);

const word = [...wordValues.keys()].join('|');
const longScale = 'hundred|thousand|million|billion|trillion|dozen|millions|milliards?|mille';
const money = '(?<money>(?:(?:C|CA|CDN|Cdn|CAD) ?)?\\$ ?)?';
const digits =
  '(?<digits>\\d{1,3}(?:,\\d{3}){1,4}(?:\\.\\d{1,4})?|\\d{1,3}(?:[ \\u00a0\\u202f]\\d{3}){1,4}(?!\\d)(?:,\\d{1,3})?|\\d{1,15}(?:[.,]\\d{1,4}(?!\\d|,\\d))?)';
const half = '(?<half>[- ]and[- ]a[- ]half| et demie?|½)?';
const quarters = '(?<quarters>[¼¾]| ?1/2| ?[13]/4)?';
const pattern = new RegExp(
  `(?<![\\p{L}\\d]|\\d[.,:/]|[\\p{L}]-)(?:${money}${digits}${quarters}${half}(?:[ -]?(?<short>[KMBkmb]|bn|mn)(?![\\p{L}\\d])|[ \\u00a0-](?<scale>${longScale})(?![\\p{L}]))?|` +
    `(?<words>(?:(?:${word}|half an?|an?)(?:[- ](?:and |et )?(?:${word}|${longScale})){1,8}|(?:${word}))(?![\\p{L}]))${half.replace('half>', 'halfOfWords>')}(?:[ -](?<scaleOfWords>million|billion)(?![\\p{L}]))?)`,
  'giu',
);

/** Every number of a text, in order. */
export function quantitiesIn(text: string): Quantity[] {
  const found: Quantity[] = [];
  for (const match of text.matchAll(pattern)) {
    const groups = match.groups ?? {};
    const span = { start: match.index, end: match.index + match[0].length };
    const one = groups['digits'] === undefined ? ofWords(groups) : ofDigits(groups);
    if (one !== undefined) found.push({ ...span, ...one });
  }
  return found;
}

type Groups = Readonly<Record<string, string | undefined>>;

function ofDigits(groups: Groups): Omit<Quantity, keyof Span> | undefined {
  const written = groups['digits'] ?? '';
  const plain = written.replace(/[ \u00a0\u202f]/g, '');
  const isFrench = plain !== written || /^\d+,(?:\d{1,2}|\d{4})$/.test(plain);
  const number = Number(isFrench ? plain.replace(',', '.') : plain.replaceAll(',', ''));
  if (!Number.isFinite(number)) return undefined;
  const part =
    { '½': 0.5, '¼': 0.25, '¾': 0.75, '1/2': 0.5, '1/4': 0.25, '3/4': 0.75 }[groups['quarters']?.trim() ?? ''] ?? 0;
  // Without a sign of money, "5m" are metres.
  const short = groups['money'] === undefined ? undefined : groups['short'];
  const scale = scaleValues.get((groups['scale'] ?? short ?? '').toLowerCase()) ?? 1;
  return {
    value: round((number + part + (groups['half'] === undefined ? 0 : 0.5)) * scale),
    isMoney: groups['money'] !== undefined,
    scale,
    inWords: false,
    isLikeYear: /^(?:19|20)\d\d$/.test(written) && scale === 1 && groups['money'] === undefined,
  };
}

function ofWords(groups: Groups): Omit<Quantity, keyof Span> | undefined {
  const written = groups['words']?.toLowerCase() ?? '';
  const parts = written.split(/[- ]/);
  let [total, run, scale] = [0, 0, 1];
  if (parts[0] === 'half') run = 0.5;
  for (const [index, part] of parts.entries()) {
    const factor = scaleValues.get(part);
    if (factor !== undefined) {
      scale = Math.max(scale, factor);
      if (factor <= 100) run = (run || 1) * factor;
      else [total, run] = [total + (run || 1) * factor, 0];
    } else {
      const value = wordValues.get(part);
      // "two three" are two numbers; so is "a two".
      if (value !== undefined && run > 0 && !(run % 100 === 0 || (run % 10 === 0 && run % 100 >= 20 && value < 10)))
        return undefined;
      if (value === undefined && index > 0 && !/^(?:and|et|an?)$/.test(part)) return undefined;
      run += value ?? 0;
    }
  }
  const more = scaleValues.get(groups['scaleOfWords']?.toLowerCase() ?? '') ?? 1;
  const value = (total + run + (groups['halfOfWords'] === undefined ? 0 : 0.5)) * more;
  return { value: round(value), isMoney: false, scale: Math.max(scale, more), inWords: true, isLikeYear: false };
}

/** Without what binary fractions add. */
export const round = (value: number): number => Number(value.toPrecision(12));
