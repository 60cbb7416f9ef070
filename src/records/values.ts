/**
 * What a field of a record can be. Each is a schema; its message says what the value should be, and ends the sentence
 * `"…" is not …`.
 *
 * Patterns are also read by editors: they use nothing that only JavaScript has.
 */
import { z } from 'zod';
import type { Vocabulary } from '../registry/index.ts';
import { partialDate, singleDate } from './partialDates.ts';

/** In characters, as PostgreSQL counts them; the database holds every text to the same. */
const longest = { text: 10_000, shortText: 300, id: 80, address: 2_000 };

const lengthOf = (text: string): number => [...text].length;

/** A text with at most so many characters, which are not UTF-16's. */
const atMost = <Schema extends z.ZodString>(schema: Schema, length: number) =>
  schema
    .refine((text) => lengthOf(text) <= length, { error: `a text of at most ${length} characters` })
    .meta({ maxLength: length });

/** Neither NUL, control characters (but tab and the ends of lines) nor half a character. */
const storable = '[^\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f\\ud800-\\udfff\\ufffe\\uffff]*';
const isStorable = new RegExp(`^${storable}$`, 'u');

export const text = atMost(
  z
    .string({ error: 'text' })
    .refine((value) => isStorable.test(value), { error: 'text that can be stored' })
    .refine((value) => value.trim() !== '', { error: 'a text: it is empty' }),
  longest.text,
).meta({
  id: 'text',
  pattern: `^(?=[\\s\\S]*\\S)${storable}$`,
  description: `A text of at most ${longest.text} characters, not of white space alone.`,
});

/** A text of one line, such as a name. */
export const shortText = atMost(text, longest.shortText).meta({
  id: 'shortText',
  description: `A text of at most ${longest.shortText} characters.`,
});

const addressForm = /^https?:\/\/[^\s<>"]+$/u;

/** The address of a page. */
export const address = text
  .refine((value) => addressForm.test(value) && URL.canParse(value) && value.length <= longest.address, {
    error: 'an address (https://…)',
  })
  .meta({
    id: 'address',
    pattern: addressForm.source,
    maxLength: longest.address,
    description: 'The address of a page: https://…',
    patternErrorMessage: 'this is not an address (https://…)',
  });

const idForm = 'an id; write a-z, 0-9 and single hyphens between them';

export const id = z
  .string({ error: idForm })
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/u, { error: idForm })
  .max(longest.id, { error: `an id of at most ${longest.id} characters` })
  .meta({
    id: 'id',
    description: `The id of an entity: a-z, 0-9 and single hyphens between them, at most ${longest.id} characters.`,
    patternErrorMessage: `this is not ${idForm}`,
  });

/** Of a country ISO 3166-1, of its subdivision ISO 3166-2. */
export const code = matching(/^[A-Z]{2}(-[A-Z0-9]{1,3})?$/u, 'a code of ISO 3166; write CA, or CA-AB');

export const sha256 = matching(/^[0-9a-f]{64}$/u, 'a SHA-256; write 64 hexadecimal digits in lower case').meta({
  id: 'sha256',
  description: 'SHA-256: 64 hexadecimal digits in lower case.',
});

/** A time of day. */
export const time = matching(/^([01]\d|2[0-3]):[0-5]\d$/u, 'a time of day; write "00:01", in quotes');

/** `cbc-2015-05-12/14`: an article and one of its paragraphs. */
export const passage = matching(
  /^[a-z0-9-]+\/\d{1,6}$/u,
  'a passage; write article/paragraph, as in my-article/14',
).meta({ id: 'passage', description: 'A paragraph of an article: cbc-2015-05-12/14.' });

/** A text of which a pattern says everything. */
export function matching(pattern: RegExp, expected: string) {
  return z
    .string({ error: expected })
    .regex(pattern, { error: expected })
    .meta({ patternErrorMessage: `this is not ${expected}` });
}

export const boolean = z.boolean({ error: 'true or false' });

/** A whole number from the least on, of the size that a column holds. */
const wholeFrom = (least: number) => {
  const error = `a whole number from ${least}`;
  return z
    .int({ error })
    .min(least, { error })
    .max(2 ** 31 - 1, { error });
};

export const integer = wholeFrom(0);
export const count = wholeFrom(1);

/** Years are laid out one by one. */
export const years = count.max(100, { error: 'a number of years up to 100' });

/** A number with at most so many digits before the point and four after it: what the column holds. */
export function decimal(digits: number) {
  const error = `a number (at most ${digits} digits and four decimals)`;
  const pattern = new RegExp(`^-?\\d{1,${digits}}(\\.\\d{1,4})?$`);
  return z
    .number({ error })
    .gt(-(10 ** digits), { error })
    .lt(10 ** digits, { error })
    .refine((value) => pattern.test(String(value)), { error });
}

/** A share of the whole as a source gives it. */
export type Fraction = `${number}/${number}`;

const fractionForm = 'a number, or a fraction such as 2/3';

/** A share of the whole: `2/3`. */
export const fraction = matching(/^[1-9]\d{0,3}\/[1-9]\d{0,3}$/u, fractionForm)
  .refine(
    (value): value is Fraction => {
      const [part = 0, whole = 0] = value.split('/').map(Number);
      return part < whole;
    },
    { error: fractionForm },
  )
  .meta({ id: 'fraction', description: 'A share of the whole, as the source gives it: 2/3.' });

/** A number, or a fraction. */
export const amount = (digits: number) => z.union([decimal(digits), fraction]);

const shareForm = 'a share: per cent from 0 to 100, or a fraction such as 2/3';

export const perCent = decimal(3).min(0, { error: shareForm }).max(100, { error: shareForm });

/** Per cent, or a fraction. */
export const share = z.union([perCent, fraction]);

/** YAML takes a year for a number. */
const yearAlone = z.int().min(1000).max(9999);

/** A partial date. */
export const date = z.union([matching(new RegExp(`^(?:${partialDate})$`, 'u'), 'a date'), yearAlone]).meta({
  id: 'partialDate',
  description:
    'EDTF: 2015, 2015-05, 2015-05-12, 2016-01~ (about), "[..2015-05-12]" (on or before), "[2014-01-24..]" (on or after), ' +
    '"[2015-05-12..2015-11-04]" (between); quoted if it starts with [.',
});

const spanForm = 'a day, or two with a slash between';

/** A day, or two with a slash between; each may be a month or a year. */
export const span = z
  .union([matching(new RegExp(`^${singleDate}(?:/${singleDate})?$`, 'u'), spanForm), yearAlone])
  .meta({
    id: 'span',
    description: 'A day, month or year, or two with a slash between: 2015-05-12/2016-01.',
  });

/** One of the words of a vocabulary. */
export function word(vocabulary: Vocabulary, more: Vocabulary = {}) {
  const all = { ...vocabulary, ...more };
  return z.enum(Object.keys(all)).meta({ enumDescriptions: Object.values(all) });
}

/** The words for an attribute that the sources leave open. */
export const notStated = 'not stated';
