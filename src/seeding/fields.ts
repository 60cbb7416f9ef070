/**
 * The fields of a record, and what may stand in one.
 *
 * A reader takes a value and gives what it means. Where the value is wrong it reports that and gives `undefined`, so
 * that whoever asked can go on to the next field and all mistakes come out at once. `null` is a field left out.
 */
import { isKind, type Kind, type Vocabulary } from '../graph/registry.ts';
import type { Place } from './problem.ts';
import type { Mapping, Node } from './read.ts';
import type { Cue } from './records.ts';
import type { Register } from './register.ts';
import { hint, unknownTerm, unknownWord } from './suggest.ts';

/** Cues and the paragraph that they must stand in. */
export interface Expected {
  readonly articleId: string;
  readonly paragraph: number;
  readonly cues: readonly Cue[];
}

export interface Context {
  /** Notes a mistake; reading goes on. */
  readonly report: (place: Place, message: string) => void;
  /** Every id of the seeds. */
  readonly register: Register;
  /** Notes that a fact stands in a paragraph. */
  readonly cite: (articleId: string, paragraph: number, place: Place) => void;
  /** Notes what must stand in a paragraph, whatever else of its record may be mistaken. */
  readonly expect: (expected: Expected) => void;
}

export type Reader<T> = (node: Node, context: Context) => T | undefined;

/** The fields of one record. */
export interface Fields {
  readonly place: Place;
  /** The keys that are there, in order. */
  readonly keys: readonly string[];
  readonly required: <T>(key: string, read: Reader<T>) => T | undefined;
  readonly optional: <T>(key: string, read: Reader<T>) => T | null | undefined;
  readonly node: (key: string) => Node | undefined;
  readonly report: (key: string, message: string) => void;
}

/**
 * Opens a record, and reports the keys that it cannot have.
 * @param what what it is, as in `term has no "foo"`.
 * @param known its keys; null: any.
 */
export function openRecord(
  node: Node,
  what: string,
  known: readonly string[] | null,
  context: Context,
): Fields | undefined {
  if (node.type !== 'mapping') return wrong(node, `a record (${what})`, context);
  for (const [key, entry] of node.entries) {
    if (known !== null && !known.includes(key)) {
      context.report(
        entry.place,
        `${what} has no "${key}"${hint(key, known)}${isKind(what) ? instead(key, known) : ''}`,
      );
    }
  }
  return fieldsOf(node, what, context);
}

/** What an entity has no attribute for, its summary says. */
const instead = (key: string, known: readonly string[]): string =>
  hint(key, known).includes('did you mean')
    ? ''
    : '; what has no attribute is said in the summary (seeds/README.md, "A word that is missing")';

function fieldsOf(record: Mapping, what: string, context: Context): Fields {
  const node = (key: string) => record.entries.get(key)?.node;
  const optional = <T>(key: string, read: Reader<T>) => {
    const value = node(key);
    return value === undefined ? null : read(value, context);
  };
  return {
    place: record.place,
    keys: [...record.entries.keys()],
    node,
    optional,
    required: (key, read) => {
      if (record.entries.has(key)) return optional(key, read) ?? undefined;
      context.report(record.place, `${what} lacks "${key}"`);
      return undefined;
    },
    report: (key, message) => context.report(record.entries.get(key)?.place ?? record.place, message),
  };
}

/**
 * The record, if none of its fields is mistaken.
 * @param instead what stands for a mistaken field, which was reported: the rest of the record is still checked, so that
 *   all mistakes come out at once. Nothing is ever written of it.
 */
export function complete<T extends object>(
  fields: { [Key in keyof T]: T[Key] | undefined },
  instead: Partial<T> = {},
): T | undefined {
  const read = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
  const record = { ...instead, ...read };
  // Safe: a field whose type holds no undefined is one that was read, or has something to stand for it.
  return Object.keys(fields).every((key) => key in record) ? (record as T) : undefined;
}

/** True for the words that stand for an attribute which the sources leave open. */
export function isNotStated(node: Node | undefined): boolean {
  return node?.type === 'scalar' && node.value === 'not stated';
}

/** Reports that a value is not what it should be. */
export function wrong(node: Node, expected: string, context: Context): undefined {
  context.report(node.place, `${shown(node)} is not ${expected}`);
}

function shown(node: Node): string {
  if (node.type !== 'scalar') return `a ${node.type === 'list' ? 'list' : 'record'}`;
  if (node.value === null) return node.text === '' ? 'nothing' : node.text;
  return typeof node.value === 'string' ? `"${node.text}"` : node.text;
}

/** Characters; the database holds every text to the same. */
const [longestText, longestShortText, longestId] = [10_000, 300, 80];

export const readText: Reader<string> = (node, context) => {
  if (node.type !== 'scalar' || typeof node.value !== 'string') {
    const quoted = node.type === 'scalar' && node.value !== null ? '; put it in quotes' : '';
    return wrong(node, `text${quoted}`, context);
  }
  // Neither NUL, control characters (but tab and the ends of lines) nor half a character.
  if (/[^\P{Cc}\t\n\r]|[\p{Surrogate}\ufffe\uffff]/u.test(node.value)) {
    return wrong(node, 'text that can be stored', context);
  }
  if (lengthOf(node.value) > longestText) return wrong(node, `a text of at most ${longestText} characters`, context);
  return node.value.trim() === '' ? wrong(node, 'a text: it is empty', context) : node.value;
};

/** In characters, as PostgreSQL counts them. */
const lengthOf = (text: string): number => [...text].length;

/** A text of one line, such as a name. */
export const readShortText: Reader<string> = (node, context) => {
  const text = readText(node, context);
  if (text === undefined || lengthOf(text) <= longestShortText) return text;
  return wrong(node, `a text of at most ${longestShortText} characters`, context);
};

/** A whole number from 0, of the size that a column holds. */
export const readInteger: Reader<number> = (node, context) =>
  node.type === 'scalar' && Number.isInteger(node.value) && Number(node.value) >= 0 && Number(node.value) < 2 ** 31
    ? Number(node.value)
    : wrong(node, 'a whole number from 0', context);

/** A whole number from 1. */
export const readCount: Reader<number> = (node, context) => {
  const count = readInteger(node, context);
  return count === 0 ? wrong(node, 'a whole number from 1', context) : count;
};

/** A number with at most so many digits before the point and four after it: what the column holds. */
export function readDecimal(digits: number): Reader<number> {
  const pattern = new RegExp(`^-?\\d{1,${digits}}(\\.\\d{1,4})?$`);
  return (node, context) =>
    node.type === 'scalar' && typeof node.value === 'number' && pattern.test(String(node.value))
      ? node.value
      : wrong(node, `a number (at most ${digits} digits and four decimals)`, context);
}

/** A share of the whole as a source gives it, such as `2/3`. */
export type Fraction = `${number}/${number}`;

function isFraction(text: string): text is Fraction {
  const [, part, whole] = /^([1-9]\d{0,3})\/([1-9]\d{0,3})$/.exec(text) ?? [];
  return Number(part) < Number(whole);
}

/** A number, as `readDecimal`, or a fraction. */
export function readAmount(digits: number): Reader<number | Fraction> {
  const readNumber = readDecimal(digits);
  return (node, context) => {
    if (node.type !== 'scalar' || typeof node.value !== 'string') return readNumber(node, context);
    return isFraction(node.text) ? node.text : wrong(node, 'a number, or a fraction such as 2/3', context);
  };
}

/** A share in per cent, or as a fraction. */
export const readShare: Reader<number | Fraction> = (node, context) => {
  const share = readAmount(3)(node, context);
  if (typeof share !== 'number' || (share >= 0 && share <= 100)) return share;
  return wrong(node, 'a share: per cent from 0 to 100, or a fraction such as 2/3', context);
};

/** A time of day. */
export const readTime: Reader<string> = (node, context) =>
  node.type === 'scalar' && typeof node.value === 'string' && /^([01]\d|2[0-3]):[0-5]\d$/.test(node.value)
    ? node.value
    : wrong(node, 'a time of day; write "00:01", in quotes', context);

/**
 * The decimal of an amount, with as many digits as the column holds.
 * @param whole what a fraction is a share of: 1, or 100 of per cent.
 */
export function decimalOf(amount: number | Fraction, whole = 1): string {
  if (typeof amount === 'number') return String(amount);
  const [part, parts] = amount.split('/').map(Number) as [number, number];
  // Rounded half up, as PostgreSQL does, in whole numbers.
  return String(Math.floor((part * whole * 20_000 + parts) / (2 * parts)) / 10_000);
}

export const readBoolean: Reader<boolean> = (node, context) =>
  node.type === 'scalar' && typeof node.value === 'boolean' ? node.value : wrong(node, 'true or false', context);

/** An id: lower case letters, digits and hyphens between them. */
export const readSlug: Reader<string> = (node, context) => {
  if (node.type !== 'scalar' || typeof node.value !== 'string' || !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(node.value)) {
    return wrong(node, 'an id; write a-z, 0-9 and single hyphens between them', context);
  }
  return node.value.length <= longestId ? node.value : wrong(node, `an id of at most ${longestId} characters`, context);
};

/** ISO 3166-1 of a country, ISO 3166-2 of its subdivision. */
export const readCode: Reader<string> = (node, context) =>
  node.type === 'scalar' && /^[A-Z]{2}(-[A-Z0-9]{1,3})?$/.test(node.text)
    ? node.text
    : wrong(node, 'a code of ISO 3166; write CA, or CA-AB', context);

export const readSha256: Reader<string> = (node, context) =>
  node.type === 'scalar' && /^[0-9a-f]{64}$/.test(node.text)
    ? node.text
    : wrong(node, 'a SHA-256; write 64 hexadecimal digits in lower case', context);

/** The address of a page. */
export const readUrl: Reader<string> = (node, context) => {
  const text = readText(node, context);
  if (text === undefined) return undefined;
  return URL.canParse(text) && /^https?:\/\/[^\s<>"]+$/.test(text) && text.length <= 2000
    ? text
    : wrong(node, 'an address (https://…)', context);
};

/** One of the words of a vocabulary. */
export function readWord<Word extends string>(what: string, words: readonly Word[]): Reader<Word> {
  return (node, context) => {
    const text = node.type === 'scalar' ? node.text : undefined;
    const word = words.find((known) => known === text);
    if (word === undefined && text) context.report(node.place, unknownTerm(what, text, words));
    return word ?? (text ? undefined : wrong(node, `a ${what}${hint('', words)}`, context));
  };
}

/** The words of a vocabulary. */
export function wordsOf(vocabulary: Vocabulary): string[] {
  return Object.keys(vocabulary);
}

/** A list of things of one sort; a mistaken one spoils the list, after all were read. */
export function readList<T>(read: Reader<T>, atLeast = 0): Reader<readonly T[]> {
  return (node, context) => {
    if (node.type !== 'list') return wrong(node, 'a list', context);
    if (node.items.length < atLeast) return wrong(node, 'long enough: it needs at least one item', context);
    const values = node.items.map((item) => read(item, context));
    return values.every((value) => value !== undefined) ? values : undefined;
  };
}

/** The things of a list that are not mistaken. */
export function readSound<T>(read: Reader<T>): Reader<readonly T[]> {
  return (node, context) => {
    if (node.type !== 'list') return wrong(node, 'a list', context);
    return node.items.map((item) => read(item, context)).filter((value) => value !== undefined);
  };
}

/**
 * The id of an entity.
 * @param kinds which kinds it may have; left out: any.
 */
export function readReference(kinds?: readonly Kind[]): Reader<string> {
  return (node, context) => {
    const id = readSlug(node, context);
    if (id === undefined) return undefined;
    const found = context.register.get(id);
    if (found === undefined) {
      context.report(node.place, unknownWord('id', id, [...context.register.keys()]));
    } else if (kinds && found.kind && !kinds.includes(found.kind)) {
      context.report(node.place, `"${id}" is of kind ${found.kind}; write the id of ${kinds.join(' or ')}`);
    } else {
      return id;
    }
    return undefined;
  };
}
