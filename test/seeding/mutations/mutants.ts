/** Small changes to the seeds, one at a time: what a slip of the hand does to a number, a date or a name. */
import type { Mapping, Node, Scalar } from '../../../src/seeding/read.ts';

/** A record with one small change in it. */
export interface Mutant {
  /** What was changed, as in `date of start, by a month`. */
  readonly sort: string;
  readonly where: string;
  readonly from: string;
  readonly to: string;
  /** The record's position among all, and the record as it is now. */
  readonly index: number;
  readonly record: Node;
}

/** Every mutant of the records, always the same ones. */
export function mutantsOf(records: readonly Node[]): Mutant[] {
  return records.flatMap((record, index) =>
    [...changesIn(record, [])].map(({ sort, node, path, text }) => ({
      sort,
      where: `${node.place.file}:${node.place.line} ${path.filter((key) => !/^\d+$/.test(key)).join('.')}`,
      from: node.text,
      to: text,
      index,
      record: replace(record, path, text),
    })),
  );
}

interface Change {
  readonly sort: string;
  readonly node: Scalar;
  readonly path: readonly string[];
  readonly text: string;
}

function* changesIn(node: Node, path: readonly string[]): Generator<Change> {
  if (node.type === 'list')
    for (const [index, item] of node.items.entries()) yield* changesIn(item, [...path, `${index}`]);
  else if (node.type === 'mapping') {
    for (const [key, entry] of node.entries) if (!ignored.has(key)) yield* changesIn(entry.node, [...path, key]);
  } else for (const [sort, text] of changesOf(node, path)) yield { sort, node, path, text };
}

/** Ids, words of vocabularies, addresses and digests are neither numbers, dates nor names. */
const ignored = new Set([
  'id',
  'kind',
  'type',
  'status',
  'url',
  'sha256',
  'file',
  'for',
  'role',
  'paragraphs',
  'code',
  'key',
]);
const dateKeys =
  /^(start|end|from|until|asOf|date|updated|agreementExpiry|\w+AsOf|extensionTo|extensionDecisionExpected)$/;

function* changesOf(
  { text, value }: Scalar,
  path: readonly string[],
): Generator<readonly [sort: string, text: string]> {
  const key = path.filter((part) => !/^\d+$/.test(part)).at(-1) ?? '';
  const random = seeded(`${path.join('.')} ${text}`);
  if (text === 'not stated') return;
  if (path.includes('names')) {
    const sort = isTitle(text) ? 'title' : 'name';
    yield [`${sort}, by a letter`, changeLetter(text, random)];
    const swapped = swapWords(text, random);
    if (swapped !== null) yield [`${sort}, by two words swapped`, swapped];
    if (/\d/.test(text)) yield ['number in a name', changeDigit(text, random)];
  } else if (dateKeys.test(key)) {
    for (const unit of ['day', 'month', 'year'] as const) {
      const moved = moveDate(text, unit, random);
      if (moved !== null) yield [`date, by a ${unit}`, moved];
    }
  } else if (typeof value === 'number' || /^\d+\/\d+$/.test(text)) {
    yield ['number', changeDigit(text, random)];
  } else if (key === 'at') {
    yield ['number of a paragraph', text.replace(/\d+$/, (number) => `${Number(number) + 1}`)];
  } else if (/\d/.test(text)) {
    const sort = key === 'cues' ? 'a cue' : key === 'rule' ? 'a rule' : key === 'external' ? 'a citation' : 'a text';
    yield [`number in ${sort}`, changeDigit(text, random)];
  } else if (key === 'cues' && /[A-Z]/.test(text)) {
    yield ['name in a cue', changeLetter(text, random)];
  }
}

/** A title of our own has words without a capital besides those that join others. */
const isTitle = (text: string): boolean =>
  /(?:^|\s)(?!of\b|the\b|de\b|la\b|du\b|le\b|l’|d’|and\b|et\b)\p{Ll}/u.test(text);

type Random = (below: number) => number;

/** Mulberry32: the same numbers for the same text. */
function seeded(text: string): Random {
  let state = [...text].reduce((hash, letter) => Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 16777619), 2166136261);
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

/** One digit, to another; the first never to zero. */
function changeDigit(text: string, random: Random): string {
  const places = [...text.matchAll(/\d/g)].map(({ index }) => index);
  const at = places[random(places.length)] ?? 0;
  const digit = 1 + ((Number(text[at]) + random(8)) % 9);
  return text.slice(0, at) + (digit === Number(text[at]) ? (digit % 9) + 1 : digit) + text.slice(at + 1);
}

/** One letter left out, doubled, changed, or exchanged with the next. */
function changeLetter(text: string, random: Random): string {
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

function swapWords(text: string, random: Random): string | null {
  const words = text.split(' ');
  const places = words.flatMap((word, index) => (index > 0 && words[index - 1] !== word ? [index] : []));
  if (places.length === 0) return null;
  const at = places[random(places.length)] ?? 1;
  return [...words.slice(0, at - 1), words[at], words[at - 1], ...words.slice(at + 1)].join(' ');
}

/** One of the days in it moved, if it is as exact as that. */
function moveDate(text: string, unit: 'day' | 'month' | 'year', random: Random): string | null {
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

/** The node with other text at a path. */
function replace(node: Node, path: readonly string[], text: string): Node {
  const [key, ...rest] = path;
  if (node.type === 'scalar' || key === undefined) {
    const number = node.type === 'scalar' && typeof node.value === 'number';
    return { type: 'scalar', place: node.place, text, value: number ? Number(text) : text };
  }
  if (node.type === 'list') {
    return { ...node, items: node.items.map((item, index) => (`${index}` === key ? replace(item, rest, text) : item)) };
  }
  const entries = new Map(node.entries);
  const entry = entries.get(key);
  if (entry !== undefined) entries.set(key, { ...entry, node: replace(entry.node, rest, text) });
  return { ...node, entries } satisfies Mapping;
}
