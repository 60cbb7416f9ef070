/** Slips of the hand: what they make of a number, a date, a name or a word. Always the same ones of the same text. */

/** A number from 0 to below another. */
export type Random = (below: number) => number;

/** Mulberry32: the same numbers for the same text. */
export function seeded(text: string): Random {
  let state = [...text].reduce((hash, letter) => Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 16777619), 2166136261);
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

/** One digit, to another; the first never to zero. */
export function changeDigit(text: string, random: Random): string {
  const places = [...text.matchAll(/\d/g)].map(({ index }) => index);
  const at = places[random(places.length)] ?? 0;
  const digit = 1 + ((Number(text[at]) + random(8)) % 9);
  return text.slice(0, at) + (digit === Number(text[at]) ? (digit % 9) + 1 : digit) + text.slice(at + 1);
}

/** One letter left out, doubled, changed, or exchanged with the next. */
export function changeLetter(text: string, random: Random): string {
  const places = [...text.matchAll(/\p{L}/gu)].map(({ index }) => index);
  const at = places[random(places.length)] ?? 0;
  const letter = text[at] ?? '';
  const other = String.fromCharCode(97 + ((letter.toLowerCase().charCodeAt(0) - 96 + random(24)) % 26));
  const cased = letter === letter.toLowerCase() ? other : other.toUpperCase();
  const next = text[at + 1] ?? '';
  const ways = ['', letter + letter, cased, /\p{L}/u.test(next) && next !== letter ? null : cased];
  const way = ways[random(ways.length)];
  if (way !== null && way !== undefined) return text.slice(0, at) + way + text.slice(at + 1);
  return text.slice(0, at) + next + letter + text.slice(at + 2);
}

export function swapWords(text: string, random: Random): string | null {
  const words = text.split(' ');
  const places = words.flatMap((word, index) => (index > 0 && words[index - 1] !== word ? [index] : []));
  if (places.length === 0) return null;
  const at = places[random(places.length)] ?? 1;
  return [...words.slice(0, at - 1), words[at], words[at - 1], ...words.slice(at + 1)].join(' ');
}

/** One of the days in it moved, if it is as exact as that. */
export function moveDate(text: string, unit: 'day' | 'month' | 'year', random: Random): string | null {
  const pattern = { day: /\d{4}-\d\d-\d\d/g, month: /\d{4}-\d\d(?:-\d\d)?/g, year: /\d{4}(?:-\d\d){0,2}/g }[unit];
  const found = [...text.matchAll(pattern)];
  const match = found[random(found.length || 1)];
  if (match === undefined) return null;
  const [year = 0, month = 1, day = 1] = match[0].split('-').map(Number);
  const step = random(2) === 0 ? 1 : -1;
  const shift = { day: [0, 0, step], month: [0, step, 0], year: [step, 0, 0] }[unit];
  const last = new Date(Date.UTC(year + (shift[0] ?? 0), month + (shift[1] ?? 0), 0)).getUTCDate();
  const start = unit === 'day' ? day + step : Math.min(day, last);
  const moved = new Date(Date.UTC(year + (shift[0] ?? 0), month - 1 + (shift[1] ?? 0), start)).toISOString();
  return text.slice(0, match.index) + moved.slice(0, match[0].length) + text.slice(match.index + match[0].length);
}

const numberWords = [
  'one two three four five six seven eight nine ten eleven twelve dozen twenty',
  'first second third fourth fifth sixth seventh',
  'hundred thousand million billion',
  'once twice thrice',
  'half third quarter',
  'deux trois quatre cinq six sept huit neuf dix',
].map((words) => words.split(' '));
/** `one of them` and `at first` say no number; these do: `one per cent`, `the first two years`. */
const ordinary = /\b(?:one|first|second|once|third|half)\b(?! (?:per cent|years?|two|time|of the))/gi;

/** A word for a number, to another such word; null: there is none. */
export function changeNumberWord(text: string, random: Random): string | null {
  const counted = text.replace(ordinary, (word) => '_'.repeat(word.length));
  const found = numberWords.flatMap((words) =>
    [...counted.matchAll(new RegExp(`\\b(?:${words.join('|')})\\b`, 'gi'))].map((match) => ({ words, match })),
  );
  const { words, match } = found[random(found.length || 1)] ?? {};
  if (words === undefined || match === undefined) return null;
  const at = words.indexOf(match[0].toLowerCase());
  const other = words[(at + 1 + random(words.length - 1)) % words.length] ?? '';
  const cased = /^\p{Lu}/u.test(match[0]) ? other.charAt(0).toUpperCase() + other.slice(1) : other;
  return text.slice(0, match.index) + cased + text.slice(match.index + match[0].length);
}

/** One letter of a name within a sentence; null: there is none. */
export function misspellName(text: string, random: Random): string | null {
  const found = [...text.matchAll(/(?<=[\p{Ll}\d,;] |[\p{Ll}\d]-)\p{Lu}\p{L}{2,}/gu)];
  const match = found[random(found.length || 1)];
  if (match === undefined) return null;
  return text.slice(0, match.index) + changeLetter(match[0], random) + text.slice(match.index + match[0].length);
}
