/** Small changes to the seeds, one at a time: what a slip of the hand does to a number, a date or a name. */
import type { Mapping, Node, Scalar } from '../../../src/records/validation/node.ts';
import { type Known, knownOf, swapName, swapReference, swapWord } from './others.ts';
import {
  changeDigit,
  changeLetter,
  changeNumberWord,
  misspellName,
  moveDate,
  type Random,
  seeded,
  swapWords,
} from './slips.ts';

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
  const known = knownOf(records);
  return records.flatMap((record, index) =>
    [...changesIn(record, [], known)].map(({ sort, node, path, text }) => ({
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

function* changesIn(node: Node, path: readonly string[], known: Known): Generator<Change> {
  if (node.type === 'list')
    for (const [index, item] of node.items.entries()) yield* changesIn(item, [...path, `${index}`], known);
  else if (node.type === 'mapping') {
    for (const [key, entry] of node.entries) if (!ignored.has(key)) yield* changesIn(entry.node, [...path, key], known);
  } else for (const [sort, text] of changesOf(node, path, known)) yield { sort, node, path, text };
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
  known: Known,
): Generator<readonly [sort: string, text: string]> {
  const key = path.filter((part) => !/^\d+$/.test(part)).at(-1) ?? '';
  const random = seeded(`${path.join('.')} ${text}`);
  if (text === 'not stated') return;
  const reference = swapReference(text, known, random);
  if (path.includes('names')) {
    const sort = isTitle(text) ? 'title' : 'name';
    yield [`${sort}, by a letter`, changeLetter(text, random)];
    const swapped = swapWords(text, random);
    if (swapped !== null) yield [`${sort}, by two words swapped`, swapped];
    if (/\d/.test(text)) yield ['number in a name', changeDigit(text, random)];
    if (sort === 'title') yield* changesWithin(text, 'a title', known, random);
  } else if (dateKeys.test(key)) {
    for (const unit of ['day', 'month', 'year'] as const) {
      const moved = moveDate(text, unit, random);
      if (moved !== null) yield [`date, by a ${unit}`, moved];
    }
  } else if (typeof value === 'number' || /^\d+\/\d+$/.test(text)) {
    yield ['number', changeDigit(text, random)];
  } else if (key === 'at') {
    yield ['number of a paragraph', text.replace(/\d+$/, (number) => `${Number(number) + 1}`)];
  } else if (reference !== null) {
    yield [`reference to ${known.kindOf.get(text)}`, reference];
  } else if (/^[A-Z_]+$/.test(text) && key !== 'cues') {
    yield* swapWord(key, text);
  } else {
    const sort = { cues: 'a cue', rule: 'a rule', external: 'a citation' }[key] ?? 'a text';
    if (/\d/.test(text)) yield [`number in ${sort}`, changeDigit(text, random)];
    else if (key === 'cues' && /[A-Z]/.test(text)) yield ['name in a cue', changeLetter(text, random)];
    yield* changesWithin(text, sort, known, random);
  }
}

/** What is said in words of ours, or of an article. */
function* changesWithin(
  text: string,
  sort: string,
  known: Known,
  random: Random,
): Generator<readonly [sort: string, text: string]> {
  const word = changeNumberWord(text, random);
  if (word !== null) yield [`number word in ${sort}`, word];
  const name = swapName(text, known, random);
  if (name !== null) yield [`another name in ${sort}`, name];
  const misspelt = sort === 'a text' ? misspellName(text, random) : null;
  if (misspelt !== null) yield [`name in ${sort}, by a letter`, misspelt];
}

/** A title of our own has words without a capital besides those that join others. */
const isTitle = (text: string): boolean =>
  /(?:^|\s)(?!of\b|the\b|de\b|la\b|du\b|le\b|l’|d’|and\b|et\b)\p{Ll}/u.test(text);

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
