/** Partial dates in words: as exact as the source, and no more. */
import type { Words } from './words/words.ts';
import type { Lang } from './words.ts';

/** A date as the service gives it. `earliest` and `latest` are days; null: open on that side. */
export interface PartialDate {
  readonly edtf: string;
  readonly earliest?: string | null;
  readonly latest?: string | null;
  readonly basis?: string;
  readonly note?: string | null;
}

/** Whether a text is a day of the calendar, written YYYY-MM-DD. */
export const isDay = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && new Date(`${text}T00:00:00Z`).toJSON()?.startsWith(text) === true;

const styles: Readonly<Record<number, Intl.DateTimeFormatOptions>> = {
  4: { year: 'numeric' },
  7: { year: 'numeric', month: 'long' },
  10: { year: 'numeric', month: 'long', day: 'numeric' },
};

/** `2015-05-07`, `2015-05` or `2015` in words. */
export function dayWords(day: string, lang: Lang): string {
  const style = styles[day.length];
  const at = new Date(`${day}${'-01-01'.slice(day.length === 4 ? 0 : day.length === 7 ? 3 : 6)}T00:00:00Z`);
  if (style === undefined || Number.isNaN(at.getTime())) return day;
  const words = new Intl.DateTimeFormat(lang === 'fr' ? 'fr-CA' : 'en-CA', { ...style, timeZone: 'UTC' }).format(at);
  // The first of a month is an ordinal in French, which the formatter does not know.
  return lang === 'fr' ? words.replace(/^1 /, '1er ') : words;
}

/** A moment in words, `2026-11-24T12:00:00Z`: by the day of UTC, so that all readers are told the same. */
export const momentWords = (moment: string, lang: Lang): string => dayWords(moment.slice(0, 10), lang);

/** A partial date in words; what the source leaves open stays open. */
export function dateWords(date: PartialDate, { dates }: Words, lang: Lang): string {
  const text = date.edtf.replace(/[~%]$/, '');
  const approximate = text !== date.edtf;
  if (/^\d{4}(-\d{2}){0,2}$/.test(text)) {
    const words = dayWords(text, lang);
    return approximate ? dates.about(words) : words;
  }
  const { earliest = null, latest = null } = date;
  if (earliest !== null && latest !== null) {
    return earliest === latest
      ? dayWords(earliest, lang)
      : dates.between(dayWords(earliest, lang), dayWords(latest, lang));
  }
  if (latest !== null) return dates.before(dayWords(latest, lang));
  if (earliest !== null) return dates.after(dayWords(earliest, lang));
  return dates.unknown;
}

/** The known side of a date that is open on the other, as exact as the source: `2016-01` of `[2016-01..]`. */
const knownDay = ({ edtf }: PartialDate, day: string): string => edtf.match(/\d{4}(-\d{2}){0,2}/)?.[0] ?? day;

/** A span in words; null: neither end is recorded. `isPeriod`: it goes on from its start, or else happens then. */
export function spanWords(
  from: PartialDate | null | undefined,
  to: PartialDate | null | undefined,
  words: Words,
  lang: Lang,
  isPeriod = true,
): string | null {
  // Known to hold on a day, or on two and between them; when it began and ended is open.
  if (from && to && !from.earliest && !to.latest && from.latest && to.earliest) {
    const [first, last] = [knownDay(from, from.latest), knownDay(to, to.earliest)];
    if (from.latest === to.earliest) return words.dates.on(dayWords(first, lang));
    return words.dates.onAndStill(dayWords(first, lang), dayWords(last, lang));
  }
  if (from && to) return words.dates.fromTo(dateWords(from, words, lang), dateWords(to, words, lang));
  if (from) return isPeriod ? words.dates.since(dateWords(from, words, lang)) : dateWords(from, words, lang);
  if (to) return words.dates.until(dateWords(to, words, lang));
  return null;
}
