/** The expressions of an article that fix a day, a month or a year, in English and French. */
import { addDays, format, type PartialDay } from '../records/grounds/days.ts';
import { exists, readDay } from './calendar.ts';
import { dateForms } from './dateForms.ts';
import { meaningsOf } from './dateReaders.ts';
import type { Rules } from './rules.ts';
import { type Tense, tenseAt } from './tense.ts';
import type { Article, DateFound, Paragraph, Span } from './types.ts';

export const dateRules = {
  'stated-date': { says: 'A day, a month or a year that the text states with its year.', confidence: 0.99 },
  year: { says: 'A year by itself: "in 2011", "the 2012 strike".', confidence: 0.99 },
  'date-in-year': {
    says: 'A day or a month without its year is the nearest one that fits the tense.',
    confidence: 0.99,
  },
  holiday: { says: 'A holiday without its year is the nearest one that fits the tense.', confidence: 0.86 },
  weekday: {
    says: 'A weekday of what happened is the latest one before the article, or its own day; of what is due, the next one.',
    confidence: 0.96,
  },
  'relative-day': { says: 'Today, yesterday, three days ago: counted from the day of the article.', confidence: 0.9 },
  'relative-month': {
    says: 'Last month, next year: counted from the month or the year of the article.',
    confidence: 0.99,
  },
  'told-after': {
    says: '"The next day", "that June": counted from the date that the text gave last.',
    confidence: 0.8,
  },
  'day-of-month': { says: '"The 19th" is the nearest day of that number that fits the tense.', confidence: 0.85 },
} as const satisfies Rules;

export type DateRule = keyof typeof dateRules;

/**
 * Finds the expressions of an article that fix a day, a month or a year, in the order of the text. Relative ones are
 * resolved by the day of publication and the tense of their sentence; those that its precision leaves open, as weekdays
 * of an article of which only the month is known, are left out. Weeks, seasons and fiscal years are none.
 */
export function findDates(article: Article): DateFound[] {
  const base = readDay(article.published) ?? {};
  const found: DateFound[] = [];
  for (const paragraph of article.paragraphs) {
    for (const date of tellAfter(paragraph, datesOf(paragraph, base), found.at(-1))) found.push(date);
  }
  return found;
}

function datesOf(paragraph: Paragraph, base: PartialDay): DateFound[] {
  const { text, number: p } = paragraph;
  const taken = new Uint8Array(text.length);
  const found: DateFound[] = [];
  for (const { name, pattern } of dateForms) {
    for (const match of text.matchAll(pattern)) {
      const whole = { start: match.index, end: match.index + match[0].length };
      // The ends tell: what was found before is never shorter than this.
      if (taken[whole.start] === 1 || taken[whole.end - 1] === 1) continue;
      taken.fill(1, whole.start, whole.end);
      const tense = () => tenseOf(paragraph, whole);
      const groups = match.groups ?? {};
      for (const { date, rule, derivation, part } of meaningsOf(name, { base, groups, tense })) {
        if (!exists(date)) continue;
        const start = whole.start + (part?.start ?? 0);
        const end = part?.end === undefined ? whole.end : whole.start + part.end;
        found.push({ p, start, end, text: text.slice(start, end), edtf: format(date), derivation, rule });
      }
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

const nextDay =
  /(?<![\p{L}\d])(?:(?<after>the (?:next|following) (?:day|morning)|a day later|le lendemain)|the (?:previous day|day before)(?! \p{L}*day)|a day earlier)(?![\p{L}\d]| yesterday)/giu;
/** How far back the day is looked for that another is counted from. */
const near = 250;

/** Not "said that June 30 is the deadline". */
const thatYear =
  /(?<!(?:said|says|say|saying|told|announced|confirmed|noted|added|warned|argued|agreed|insisted|suggested|hopes|hoped|means|so|is|was|believes|thinks|knew|showed|shows) )(?<!\p{L})that $/iu;

/** "That September" is of the year that the text gave last, and "by November" after it too. */
function ofYearBefore(text: string, one: DateFound, last: DateFound | undefined): DateFound {
  if (last === undefined || one.rule !== 'date-in-year') return one;
  const isThat = thatYear.test(text.slice(Math.max(0, one.start - 20), one.start));
  const goesOn =
    last.rule === 'told-after' &&
    last.p === one.p &&
    one.start - last.end < near &&
    one.edtf.slice(4) > last.edtf.slice(4);
  if (!isThat && !goesOn) return one;
  const year = last.edtf.slice(0, 4);
  const edtf = `${year}${one.edtf.slice(4)}`;
  return {
    ...one,
    edtf,
    derivation: `${edtf}, of the year that the text names`,
    rule: 'told-after' satisfies DateRule,
  };
}

/** With the days and months that are counted from the one that the text gave before. */
function tellAfter(
  { text, number: p }: Paragraph,
  found: readonly DateFound[],
  before: DateFound | undefined,
): DateFound[] {
  let last = before;
  const told: DateFound[] = [];
  for (const one of found) {
    last = ofYearBefore(text, one, last);
    told.push(last);
  }
  const days = [...text.matchAll(nextDay)].flatMap(({ 0: words, index: start, groups }) => {
    const from = told.findLast(({ end, edtf }) => end <= start && start - end < near && edtf.length === 10);
    const day = readDay(from?.edtf ?? '');
    if (day === undefined) return [];
    const isAfter = groups?.['after'] !== undefined;
    const edtf = format(addDays(day, isAfter ? 1 : -1));
    const derivation = `${edtf}, the day ${isAfter ? 'after' : 'before'} ${from?.edtf}`;
    return [
      { p, start, end: start + words.length, text: words, edtf, derivation, rule: 'told-after' satisfies DateRule },
    ];
  });
  return [...told, ...days].sort((a, b) => a.start - b.start);
}

function tenseOf({ text, role, sentences }: Paragraph, place: Span): Tense | undefined {
  if (role === 'DATELINE') return 'PAST';
  // A picture shows what was, in the present tense.
  if (role === 'CAPTION' && !planned.test(text)) return 'PAST';
  // By halves: a paragraph may have very many.
  let [low, high] = [0, sentences.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((sentences[middle]?.start ?? 0) <= place.start) low = middle;
    else high = middle - 1;
  }
  const sentence = sentences[low] ?? { start: 0, end: text.length };
  // "at 9 a.m. Wednesday" is one sentence.
  const previous = sentences[low - 1];
  const isSplit = previous !== undefined && /[ap]\.m\.$/i.test(text.slice(previous.start, previous.end).slice(-5));
  const tense = tenseAt(text, isSplit ? { start: previous.start, end: sentence.end } : sentence, place);
  return tense ?? (role === 'HEADLINE' || role === 'SUBHEADING' ? 'OPEN' : undefined);
}

const planned = /(?:^|[^\p{L}])(?:will|to be|plans?|scheduled|expected|set|due)(?![\p{L}])/u;
