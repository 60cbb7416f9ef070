/**
 * Partial dates: EDTF text (ISO 8601-2), held beside the earliest and the latest day that it may mean.
 *
 * What is accepted: a year, month or day, approximate or uncertain (`2016-01~`), one with its last digits unspecified
 * (`2015-XX`, `201X`), and "one of" with an open or closed range (`[..2015-05-12]`, on or before; `[2014-01-24..]`, on
 * or after; `[2015-05-12..2015-11-04]`, between). Seasons are refused, since EDTF leaves their months open, and so are
 * intervals and times of day: a fact has a start and an end, each a partial date of its own.
 *
 * The database holds every date to the same, by its function `edtf_days`; a test holds the two to each other.
 */
import edtf, { type EdtfValue } from 'edtf';

export interface PartialDate {
  /** The EDTF text, as it was written. */
  readonly edtf: string;
  /** The first and last day that it may mean, at midnight UTC; null: unbounded. */
  readonly earliest: Date | null;
  readonly latest: Date | null;
}

const expected =
  'a year (2015), month (2015-05), day (2015-05-12), about (2016-01~), on or before ([..2015-05-12]), on or after ([2014-01-24..]) or between ([2015-05-12..2015-11-04])';

/**
 * Reads a partial date.
 * @throws RangeError that names the text and what would be right.
 */
export function parsePartialDate(text: string): PartialDate {
  // The library reads an open range, but takes the first day of a closed one for its last: so its ends are read here.
  const range = /^\[(.*)\.\.(.*)\]$/.exec(text);
  const [from = '', to = ''] = range === null ? [text, text] : range.slice(1);
  if (from === '' && to === '') throw noDate(text);
  const earliest = from === '' ? null : dayOf(readEdtf(from, text).min);
  const latest = to === '' ? null : dayOf(readEdtf(to, text).max);
  if (earliest !== null && latest !== null && earliest > latest) throw noDate(text);
  return { edtf: text, earliest, latest };
}

const month = '(?:0[1-9]|1[0-2])';
const dayOfMonth =
  '(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|02-(?:0[1-9]|[12]\\d))';
const notByFour = '(?:[02468][1235679]|[13579][01345789])';
const inNoLeapYear = `(?:\\d\\d${notByFour}|${notByFour}00)-02-29`;

/**
 * A regular expression of a date of the least a year, from 1 on, and at the most a day that there is; X stands for
 * digits that are not specified. Whole, so that an editor, which has nothing but the expression, tells what is no date.
 */
export const singleDate =
  `(?!0000|000X|00XX|${inNoLeapYear})` +
  `(?:\\d{3}X|\\d\\dXX|\\d{4}(?:-XX|-XX-XX|-${month}-XX|(?:-${month}|-${dayOfMonth})?[?~%]?))`;

/** A partial date as a regular expression; only that a range is in order, it does not tell. */
export const partialDate = `${singleDate}|\\[${singleDate}\\.\\.(?:${singleDate})?\\]|\\[\\.\\.${singleDate}\\]`;

const singleDatePattern = new RegExp(`^${singleDate}$`, 'u');

/** Reads `part`, such a date, of the whole `text`. */
function readEdtf(part: string, text: string): EdtfValue {
  if (singleDatePattern.test(part)) {
    const value = edtf(part);
    if (value.type === 'Date') return value;
  }
  throw noDate(text);
}

function noDate(text: string): RangeError {
  return new RangeError(`"${text}" is not a date; write ${expected}`);
}

/** Midnight UTC of the day that an instant lies on. */
function dayOf(instant: number): Date {
  return new Date(Math.floor(instant / 86_400_000) * 86_400_000);
}

/** `YYYY-MM-DD` of a day. */
export function formatDay(day: Date): string {
  return day.toISOString().slice(0, 10);
}

/**
 * Reads a calendar day, `YYYY-MM-DD`.
 * @throws RangeError that says what would be right.
 */
export function parseDay(text: string): Date {
  const day = new Date(`${text}T00:00:00Z`);
  if (!/^(?!0000)\d{4}-\d\d-\d\d$/.test(text) || Number.isNaN(day.getTime()) || formatDay(day) !== text) {
    throw new RangeError(`"${text}" is not a day; write YYYY-MM-DD, for example 2015-05-12${daysWithin(text)}`);
  }
  return day;
}

/** Of a year or a month, which has many days: between which the one to ask about lies. */
function daysWithin(text: string): string {
  const [, year, month] = /^(?!0000)(\d{4})(?:-(0[1-9]|1[0-2]))?$/.exec(text) ?? [];
  if (year === undefined) return '';
  const last = new Date(`${year}-${month ?? '12'}-01T00:00:00Z`);
  last.setUTCMonth(last.getUTCMonth() + 1, 0);
  const word = month === undefined ? 'year' : 'month';
  return `; it is a ${word}, so choose a day from ${year}-${month ?? '01'}-01 to ${formatDay(last)}`;
}

/** From when to when something holds: of each end, the earliest and latest day that it may be. */
export interface Validity {
  readonly validFromEarliest: Date | null;
  readonly validFromLatest: Date | null;
  readonly validToEarliest: Date | null;
  readonly validToLatest: Date | null;
}

export type Certainty = 'CERTAIN' | 'POSSIBLE';

/** Days at some moment of which something is to hold: those that a partial date may mean. Null: nothing bounds them. */
interface Period {
  readonly first: Date | null;
  readonly last: Date | null;
}

/** What is asked about: a day, or a period. */
export type Time = Date | Period;

/**
 * Whether something holds on a day, or at some moment of a period: for certain, possibly, or not at all (null).
 *
 * A side that is not stated bounds nothing: the fact may hold before or after, and is not certain to. So "president
 * on 12 May 2015", with neither start nor end stated, is certain on that day and possible on every other; and
 * "president when an article of January 2016 was written" is certain of that month, and of none of its days.
 */
export function certaintyOn(validity: Validity, time: Time): Certainty | null {
  const { first, last } = time instanceof Date ? { first: time, last: time } : time;
  const { validFromEarliest, validFromLatest, validToEarliest, validToLatest } = validity;
  if (validFromEarliest !== null && last !== null && last < validFromEarliest) return null;
  if (validToLatest !== null && first !== null && first > validToLatest) return null;
  const begun = validFromLatest !== null && (last === null || last >= validFromLatest);
  const lasts = validToEarliest !== null && (first === null || first <= validToEarliest);
  return begun && lasts ? 'CERTAIN' : 'POSSIBLE';
}
