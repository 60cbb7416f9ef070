/** The calendar as texts name it, in English and French: which day or month is meant, seen from another day. */
import { addDays, dayOf, format, type PartialDay } from '../records/grounds/days.ts';
import type { Tense } from './tense.ts';

/** A day that is known to the day. */
export type Day = Required<PartialDay>;

/** By the beginnings that tell them apart, without accents. */
const months = [
  ['jan'],
  ['feb', 'fev'],
  ['mar'],
  ['apr', 'avr'],
  ['may', 'mai'],
  ['jun', 'juin'],
  ['jul', 'juil'],
  ['aug', 'aou'],
  ['sep'],
  ['oct'],
  ['nov'],
  ['dec'],
];
const weekdays = [
  ['sun', 'dim'],
  ['mon', 'lun'],
  ['tue', 'mardi'],
  ['wed', 'mer'],
  ['thu', 'jeu'],
  ['fri', 'ven'],
  ['sat', 'sam'],
];
export const monthNames = 'January February March April May June July August September October November December'.split(
  ' ',
);
export const weekdayNames = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ');

const plain = (name: string): string => name.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');
const indexIn = (names: readonly (readonly string[])[], name: string): number =>
  names.findIndex((starts) => starts.some((start) => plain(name).startsWith(start)));

/** From 1. */
export const monthOf = (name: string): number => indexIn(months, name) + 1;
/** From 0, which is Sunday. */
export const weekdayOf = (name: string): number => indexIn(weekdays, name);

/** As much of a date in EDTF as can be counted from. */
export function readDay(edtf: string): PartialDay | undefined {
  const [, year, month, day] = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?/.exec(edtf) ?? [];
  if (year === undefined) return undefined;
  const read = { year: Number(year), ...(month ? { month: Number(month) } : {}), ...(day ? { day: Number(day) } : {}) };
  return exists(read) ? read : undefined;
}

export const isDay = (date: PartialDay): date is Day =>
  date.year !== undefined && date.month !== undefined && date.day !== undefined;

/** False of February 30. */
export function exists(date: PartialDay): boolean {
  if (date.month === undefined) return true;
  if (date.month < 1 || date.month > 12) return false;
  if (date.day === undefined) return true;
  // A day without a year exists if it does in a leap year.
  return date.day >= 1 && date.day <= new Date(Date.UTC(date.year ?? 2000, date.month, 0)).getUTCDate();
}

export const weekdayOn = (date: PartialDay): number => dayOf(date).getUTCDay();

/** The latest such weekday, the base itself among them; or the next, without it. */
export function weekdayNear(base: Day, weekday: number, tense: 'PAST' | 'FUTURE'): Day {
  const distance = (weekday - weekdayOn(base) + 7) % 7;
  if (tense === 'PAST') return addDays(base, distance === 0 ? 0 : distance - 7);
  return addDays(base, distance === 0 ? 7 : distance);
}

/** The month so many after another one. */
export function addMonths({ year = 0, month = 1 }: PartialDay, count: number): PartialDay {
  const index = year * 12 + month - 1 + count;
  return { year: Math.floor(index / 12), month: (((index % 12) + 12) % 12) + 1 };
}

const daysBetween = (from: PartialDay, to: PartialDay): number =>
  (dayOf(to).getTime() - dayOf(from).getTime()) / 86_400_000;

/** Within so many days a day is meant, even against the tense, if the other one is so many away. */
const near = 50;
const far = 300;

/**
 * The year in which a day or month is meant that has none: the nearest that fits the tense.
 * @param inYear the day in a year; a holiday may move.
 */
export function inYearNear(
  base: PartialDay,
  inYear: (year: number) => PartialDay,
  tense: Tense | undefined,
): PartialDay {
  const year = base.year ?? 0;
  const [before, same, after] = [inYear(year - 1), inYear(year), inYear(year + 1)];
  const order = compare(same, base);
  if (order === 0) return same;
  const [past, future] = order < 0 ? [same, after] : [before, same];
  const [back, ahead] = [-daysBetween(base, past), daysBetween(base, future)];
  // What only a month or a year is known of lies somewhere in it.
  const isDayNear = future.day !== undefined && ahead < near && back > far;
  if (tense === 'PAST') return isDayNear ? future : past;
  if (tense === 'FUTURE') return back < near && ahead > far ? past : future;
  if (tense === 'OPEN') return back <= ahead ? past : future;
  return ahead < near && back > far ? future : past;
}

/** As far as both go. */
export function compare(a: PartialDay, b: PartialDay): number {
  const [first, second] = [format(a), format(b)];
  const length = Math.min(first.length, second.length);
  return first.slice(0, length).localeCompare(second.slice(0, length));
}

const fixed =
  (month: number, day: number) =>
  (year: number): PartialDay => ({ year, month, day });
/** The nth such weekday of a month. */
const nth =
  (month: number, weekday: number, count: number) =>
  (year: number): PartialDay => {
    const first = weekdayOn({ year, month, day: 1 });
    return { year, month, day: 1 + ((weekday - first + 7) % 7) + 7 * (count - 1) };
  };

/** By the Gregorian computus, of Meeus, Jones and Butcher. */
function easter(year: number): Day {
  const [a, b, c] = [year % 19, Math.floor(year / 100), year % 100];
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const sum = h + l - 7 * m + 114;
  return { year, month: Math.floor(sum / 31), day: (sum % 31) + 1 };
}

/** The days that have names, the longest names first; Canadian where countries differ. */
export const holidays: readonly { readonly names: string; readonly inYear: (year: number) => PartialDay }[] = [
  { names: 'Christmas Eve|la veille de Noël', inYear: fixed(12, 24) },
  { names: 'Christmas(?: Day)?|Noël', inYear: fixed(12, 25) },
  { names: 'Boxing Day', inYear: fixed(12, 26) },
  { names: "New Year[’']?s Eve", inYear: fixed(12, 31) },
  { names: "New Year[’']?s(?: Day)?|le jour de l[’']An", inYear: fixed(1, 1) },
  { names: "Valentine[’']?s Day", inYear: fixed(2, 14) },
  { names: 'Family Day', inYear: nth(2, 1, 3) },
  { names: "International Women[’']s Day", inYear: fixed(3, 8) },
  { names: "St\\.? Patrick[’']?s Day", inYear: fixed(3, 17) },
  { names: 'Good Friday|[Vv]endredi saint', inYear: (year) => addDays(easter(year), -2) },
  { names: 'Easter Monday|[Ll]undi de Pâques', inYear: (year) => addDays(easter(year), 1) },
  { names: 'Easter(?: Sunday)?|Pâques', inYear: easter },
  { names: 'May Day', inYear: fixed(5, 1) },
  {
    names: 'Victoria Day',
    inYear: (year) => ({ year, month: 5, day: 24 - ((weekdayOn({ year, month: 5, day: 24 }) + 6) % 7) }),
  },
  { names: 'Saint-Jean-Baptiste(?: Day)?|St\\.? Jean Baptiste Day|la Saint-Jean|Fête nationale', inYear: fixed(6, 24) },
  { names: 'Canada Day|la fête du Canada', inYear: fixed(7, 1) },
  { names: 'Labou?r Day|la fête du Travail', inYear: nth(9, 1, 1) },
  { names: "Thanksgiving(?: Day)?|l[’']Action de grâces?", inYear: nth(10, 1, 2) },
  { names: "Hallowe[’']?en", inYear: fixed(10, 31) },
  { names: 'Remembrance Day|le jour du Souvenir', inYear: fixed(11, 11) },
];
