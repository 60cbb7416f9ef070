/**
 * The fields of a record, and what may stand in one.
 *
 * A reader takes a value and gives what it means. Where the value is wrong it reports that and gives `undefined`, so
 * that whoever asked can go on to the next field and all mistakes come out at once. `null` is a field left out.
 */
import type { z } from 'zod';
import { isKind, type Kind, type Vocabulary } from '../../registry/index.ts';
import type { Fraction } from '../values.ts';
import * as values from '../values.ts';
import type { Mapping, Node, Scalar } from './node.ts';
import type { Place } from './problem.ts';
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

/** Reads what a schema accepts of a value; its message says what the value should be. */
function readAs<T>(schema: z.ZodType<T>, partOf: (scalar: Scalar) => unknown = ({ value }) => value): Reader<T> {
  return (node, context) => {
    const { data, error } = schema.safeParse(node.type === 'scalar' ? partOf(node) : undefined);
    return error === undefined ? data : wrong(node, error.issues[0]?.message ?? '', context);
  };
}

/** The same of what was written: digits alone are a number to YAML. */
export const readWritten = <T>(schema: z.ZodType<T>): Reader<T> => readAs(schema, ({ text }) => text);

/** The same of a text, which a number or a word such as `true` has to be made. */
function readTextAs(schema: z.ZodType<string>): Reader<string> {
  const read = readAs(schema);
  return (node, context) =>
    node.type === 'scalar' && node.value !== null && typeof node.value !== 'string'
      ? wrong(node, 'text; put it in quotes', context)
      : read(node, context);
}

export const readText = readTextAs(values.text);
/** A text of one line, such as a name. */
export const readShortText = readTextAs(values.shortText);
/** The address of a page. */
export const readUrl = readTextAs(values.address);

/** A whole number from 0. */
export const readInteger = readAs(values.integer);
/** A whole number from 1. */
export const readCount = readAs(values.count);
export const readYears = readAs(values.years);
export const readDecimal = (digits: number): Reader<number> => readAs(values.decimal(digits));

const readNumberOrFraction = (read: Reader<number>): Reader<number | Fraction> => {
  const readFraction = readAs(values.fraction);
  return (node, context) =>
    node.type === 'scalar' && typeof node.value === 'string' ? readFraction(node, context) : read(node, context);
};

/** A number, as `readDecimal`, or a fraction. */
export const readAmount = (digits: number) => readNumberOrFraction(readDecimal(digits));
/** A share in per cent, or as a fraction. */
export const readShare = readNumberOrFraction(readAs(values.perCent));

/** A time of day. */
export const readTime = readAs(values.time);
export const readBoolean = readAs(values.boolean);

/** An id: lower case letters, digits and hyphens between them. */
export const readSlug = readAs(values.id);
export const readCode = readWritten(values.code);
export const readSha256 = readWritten(values.sha256);

/**
 * The decimal of an amount, with as many digits as the column holds.
 * @param whole what a fraction is a share of: 1, or 100 of per cent.
 */
export function decimalOf(amount: number | Fraction, whole = 1): string {
  if (typeof amount === 'number') return String(amount);
  const [part = Number.NaN, parts = Number.NaN] = amount.split('/').map(Number);
  // Rounded half up, as PostgreSQL does, in whole numbers.
  return String(Math.floor((part * whole * 20_000 + parts) / (2 * parts)) / 10_000);
}

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
