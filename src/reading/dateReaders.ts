/** What each expression of a date means, seen from the day of publication and the tense of its sentence. */
import { addDays, format, type PartialDay } from '../records/grounds/days.ts';
import {
  addMonths,
  compare,
  type Day,
  exists,
  holidays,
  inYearNear,
  isDay,
  monthNames,
  monthOf,
  weekdayNames,
  weekdayNear,
  weekdayOf,
  weekdayOn,
} from './calendar.ts';
import type { FormName } from './dateForms.ts';
import type { DateRule } from './dates.ts';
import type { Tense } from './tense.ts';

/** What an expression means. */
export interface Meaning {
  readonly date: PartialDay;
  readonly rule: DateRule;
  readonly derivation?: string | undefined;
  /** Where not all of the expression says it: the second day of "May 3 and 4". */
  readonly part?: Part;
}

/** Where in the expression; without an end, to its own. */
interface Part {
  readonly start: number;
  readonly end?: number;
}

/** From what an expression is understood. */
interface Context {
  readonly base: PartialDay;
  readonly groups: Readonly<Record<string, string | undefined>>;
  readonly tense: () => Tense | undefined;
}

/** What each form of an expression means; none: it is no date, or the day of publication is not known enough. */
export const meaningsOf = (name: FormName, context: Context): readonly Meaning[] => readers[name](context);

const readers: Readonly<Record<FormName, (context: Context) => readonly Meaning[]>> = {
  none: () => [],
  iso: ({ groups }) => stated(groups),
  numeric: readNumeric,
  monthDay: readMonthDay,
  dayMonth: readMonthDay,
  monthYear: ({ groups }) => stated({ year: groups['year'], month: String(monthOf(groups['month'] ?? '')) }),
  monthRelative: readRelativeMonth,
  weekday: readWeekday,
  holiday: readHoliday,
  relativeDay: readRelativeDay,
  relativePeriod: readRelativePeriod,
  ago: readAgo,
  month: ({ base, groups, tense }) => inYear(base, { month: monthOf(groups['month'] ?? '') }, tense()),
  ordinal: readOrdinal,
  year: ({ groups }) => [{ date: { year: Number(groups['year']) }, rule: 'year' }],
};

function stated({ year, month, day }: Context['groups']): Meaning[] {
  const date = { year: Number(year), ...(month ? { month: Number(month) } : {}), ...(day ? { day: Number(day) } : {}) };
  return [{ date, rule: 'stated-date' }];
}

/** The month stands first as in North America, unless that is no date, or the other way round is nearer the article. */
function readNumeric({ base, groups }: Context): Meaning[] {
  const [year, first, second] = [Number(groups['year']), Number(groups['first']), Number(groups['second'])];
  const dates = [
    { year, month: first, day: second },
    { year, month: second, day: first },
  ].filter(exists);
  const distance = (date: Day) =>
    Math.abs((date.month - (base.month ?? date.month)) * 31 + date.day - (base.day ?? date.day));
  const [nearest] = dates.sort((a, b) => distance(a) - distance(b));
  return nearest === undefined ? [] : [{ date: nearest, rule: 'stated-date' }];
}

/** "May 3", "Monday, May 3, 2015", "3 and 4 May", "April 3 of last year". */
function readMonthDay({ base, groups, tense }: Context): Meaning[] {
  const month = monthOf(groups['month'] ?? '');
  const year = groups['year'] === undefined ? relativeYear(base, groups['which']) : Number(groups['year']);
  const time = year === undefined ? tense() : undefined;
  const days = [...(groups['days'] ?? '').matchAll(/\d+(?:st|nd|rd|th|er)?/g)];
  // The days of a list are of one year.
  const first = inYear(base, { month, day: Number.parseInt(days[0]?.[0] ?? '', 10) }, time)[0]?.date.year;
  return days.flatMap(({ 0: word, index }) => {
    const date = { month, day: Number.parseInt(word, 10) };
    const part = days.length > 1 ? { part: placeInList(groups, index, word.length) } : {};
    if (groups['year'] !== undefined) return [{ date: { year: Number(year), ...date }, rule: 'stated-date', ...part }];
    if (year !== undefined) return [{ ...ofYear(base, { year, ...date }), ...part }];
    const named = groups['weekday'] === undefined ? undefined : onWeekday(base, date, weekdayOf(groups['weekday']));
    if (named !== undefined) return [{ ...ofYear(base, named), ...part }];
    return first === undefined ? [] : [{ ...ofYear(base, { year: first, ...date }), ...part }];
  });
}

/** The month goes with the day beside it: "May 3" and "4", "3" and "4 May". */
function placeInList(groups: Context['groups'], index: number, length: number): Part {
  const { head = '', days = '' } = groups;
  const [isFirst, isLast] = [index === 0, index + length === days.length];
  const isMonthFirst = /\p{L}{3}/u.test(head);
  return {
    start: isFirst && isMonthFirst ? 0 : head.length + index,
    ...(isLast && !isMonthFirst ? {} : { end: head.length + index + length }),
  };
}

/** Of the years around, the one in which that day is of that name. */
function onWeekday(base: PartialDay, date: { month: number; day: number }, weekday: number): Day | undefined {
  if (base.year === undefined) return undefined;
  return [base.year, base.year - 1, base.year + 1]
    .map((year) => ({ year, ...date }))
    .find((one) => exists(one) && weekdayOn(one) === weekday);
}

const relativeYears: readonly (readonly [RegExp, number])[] = [
  [/last|previous|derni|past/i, -1],
  [/next|prochain|coming/i, 1],
  [/this|cette/i, 0],
];
const stepOf = (which: string): number | undefined => relativeYears.find(([pattern]) => pattern.test(which))?.[1];

function relativeYear(base: PartialDay, which: string | undefined): number | undefined {
  const step = which === undefined ? undefined : stepOf(which);
  return step === undefined || base.year === undefined ? undefined : base.year + step;
}

/** "last May", "June of last year". */
function readRelativeMonth({ base, groups }: Context): Meaning[] {
  const month = monthOf(groups['month'] ?? '');
  const year = relativeYear(base, groups['which']);
  if (year !== undefined) return [ofYear(base, { year, month })];
  const side = groups['side'] ?? '';
  const step = stepOf(side);
  // "This April" is of this year, "this past April" may be of the last one.
  if (step === 0 && base.year !== undefined) return [ofYear(base, { year: base.year, month })];
  const meanings = inYear(base, { month }, step === 1 ? 'FUTURE' : 'PAST');
  // "last May", told in May, is that of the year before.
  return meanings.map((one) =>
    base.month === month && !/past|coming/i.test(side)
      ? ofYear(base, { year: (one.date.year ?? 0) + (step ?? 0), month })
      : one,
  );
}

/** A date of a known year that the text tells by way of the article's. */
function ofYear(base: PartialDay, date: PartialDay): Meaning {
  return { date, rule: 'date-in-year', derivation: ruleInYear(base, date) };
}

function inYear(base: PartialDay, named: PartialDay, tense: Tense | undefined): Meaning[] {
  if (base.year === undefined || !exists(named)) return [];
  return [
    ofYear(
      base,
      inYearNear(base, (year) => ({ year, ...named }), tense),
    ),
  ];
}

/** In words that the checks of seeds can follow. */
function ruleInYear(base: PartialDay, date: PartialDay, name = nameInYear(date)): string {
  const order = compare(date, base);
  if (format(date) === format(base)) return `the ${date.day === undefined ? 'month' : 'day'} of the article`;
  if (order === 0 || base.year === undefined) return `${name} of the year of the article`;
  const step = order > 0 ? 1 : -1;
  // No other such day or month lies between.
  const between = (date.year ?? 0) - step;
  const isNext = compare({ ...date, year: between }, base) !== step;
  const article = date.day === undefined ? 'the ' : '';
  return isNext ? `${article}${name} ${step > 0 ? 'after' : 'before'} the article` : `${name} of ${date.year}`;
}

const nameInYear = ({ month = 1, day }: PartialDay): string =>
  `${monthNames[month - 1] ?? ''}${day === undefined ? '' : ` ${day}`}`;

function readHoliday({ base, groups, tense }: Context): Meaning[] {
  const holiday = holidays.find(({ names }) => new RegExp(`^(?:${names})$`).test(groups['holiday'] ?? ''));
  if (holiday === undefined) return [];
  if (groups['year'] !== undefined) return [{ date: holiday.inYear(Number(groups['year'])), rule: 'holiday' }];
  if (base.year === undefined) return [];
  const step = stepOf(groups['side'] ?? groups['which'] ?? '');
  const year = relativeYear(base, groups['which']);
  const told = step === undefined || step === 0 ? tense() : step === 1 ? 'FUTURE' : 'PAST';
  const date = year === undefined ? inYearNear(base, holiday.inYear, told) : holiday.inYear(year);
  return [{ date, rule: 'holiday', derivation: ruleInYear(base, date) }];
}

const weekdayRule = (base: Day, day: Day): string => {
  const order = compare(day, base);
  const name = weekdayNames[weekdayOn(day)] ?? '';
  if (order === 0) return 'the day of the article';
  const within = Math.abs(weekdayDistance(base, day)) <= 7;
  return within ? `the ${name} ${order < 0 ? 'before' : 'after'} the article` : `the ${name} of ${format(day)}`;
};

const weekdayDistance = (base: Day, day: Day): number =>
  (Date.UTC(day.year, day.month - 1, day.day) - Date.UTC(base.year, base.month - 1, base.day)) / 86_400_000;

/** "Monday", "next Friday", "Tuesday of last week". */
function readWeekday({ base, groups, tense }: Context): Meaning[] {
  if (!isDay(base)) return [];
  const weekday = weekdayOf(groups['weekday'] ?? '');
  const week = stepOf(groups['which'] ?? '');
  if (week !== undefined) {
    // Weeks begin on Monday.
    const monday = addDays(base, -((weekdayOn(base) + 6) % 7) + 7 * week);
    return [dayMeaning(base, addDays(monday, (weekday + 6) % 7), 'weekday')];
  }
  const side = stepOf(groups['side'] ?? groups['sideAfter'] ?? '');
  const told = side === undefined || side === 0 ? tense() : side === 1 ? 'FUTURE' : 'PAST';
  // What was to come on the article's own weekday was to come on its day.
  const isToday = told === 'OPEN' && weekdayOn(base) === weekday;
  const day = weekdayNear(base, weekday, (told === 'FUTURE' || told === 'OPEN') && !isToday ? 'FUTURE' : 'PAST');
  const isSame = compare(day, base) === 0 && side === -1;
  return [dayMeaning(base, isSame ? addDays(day, -7) : day, 'weekday')];
}

const dayMeaning = (base: Day, date: Day, rule: DateRule): Meaning => ({
  date,
  rule,
  derivation: weekdayRule(base, date),
});

function readRelativeDay({ base, groups }: Context): Meaning[] {
  if (!isDay(base)) return [];
  const steps: readonly (readonly [string | undefined, number])[] = [
    [groups['earlier'], -2],
    [groups['yesterday'], -1],
    [groups['today'], 0],
    [groups['tomorrow'], 1],
    [groups['later'], 2],
  ];
  const step = steps.find(([word]) => word !== undefined)?.[1] ?? 0;
  return [dayMeaning(base, addDays(base, step), 'relative-day')];
}

/** "last month", "next year". */
function readRelativePeriod({ base, groups }: Context): Meaning[] {
  const step = stepOf(groups['side'] ?? '');
  if (step === undefined || base.year === undefined) return [];
  // "L'an dernier" has no word of its own for it.
  if (groups['period'] === 'year' || groups['period'] === undefined)
    return [periodMeaning(base, { year: base.year + step })];
  return base.month === undefined ? [] : [periodMeaning(base, addMonths(base, step))];
}

function periodMeaning(base: PartialDay, date: PartialDay): Meaning {
  const rule = 'relative-month';
  if (date.month === undefined) {
    const step = (date.year ?? 0) - (base.year ?? 0);
    const side = step < 0 ? 'before' : 'after';
    const count = Math.abs(step) === 1 ? 'the year' : `${Math.abs(step)} years`;
    return { date, rule, derivation: `${date.year}, ${step === 0 ? 'the year of' : `${count} ${side}`} the article` };
  }
  const step = ((date.year ?? 0) - (base.year ?? 0)) * 12 + date.month - (base.month ?? 1);
  return { date, rule, derivation: step === -1 ? 'the month before the article' : ruleInYear(base, date) };
}

const counts = new Map(
  'a one two three four five six seven eight nine ten eleven twelve'
    .split(' ')
    .map((word, index) => [word, Math.max(1, index)]),
).set('an', 1);

/** "three days ago", "two years ago". */
function readAgo({ base, groups }: Context): Meaning[] {
  const word = groups['count']?.toLowerCase() ?? '';
  const count = counts.get(word) ?? Number(word);
  if (!Number.isInteger(count) || base.year === undefined || count > base.year) return [];
  if (groups['unit'] === 'year') return [periodMeaning(base, { year: base.year - count })];
  if (groups['unit'] === 'month') return base.month === undefined ? [] : [periodMeaning(base, addMonths(base, -count))];
  return isDay(base) ? [dayMeaning(base, addDays(base, -count), 'relative-day')] : [];
}

/** "the 19th". */
function readOrdinal({ base, groups, tense }: Context): Meaning[] {
  if (!isDay(base)) return [];
  const day = Number.parseInt(groups['day'] ?? '', 10);
  const isLater = tense() === 'FUTURE' || tense() === 'OPEN';
  const step = isLater ? (day < base.day ? 1 : 0) : day > base.day ? -1 : 0;
  const date = { ...addMonths(base, step), day };
  return [{ date, rule: 'day-of-month', derivation: ruleInYear(base, date) }];
}
