/** Days, months and years as texts write them: `May 12, 2015`, `12 May 2015`, `05/12/2015`, `2015-05`, `Feb. 1`, `2015`. */

/** As much of a date as a text says. */
export interface PartialDay {
  readonly year?: number;
  readonly month?: number;
  readonly day?: number;
}

export const weekdays = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** Two of them are words of their own without a capital. */
const month =
  '(?<month>[Jj]an(?:uary|\\.)?|[Ff]eb(?:ruary|\\.)?|Mar(?:ch|\\.)|[Aa]pr(?:il|\\.)|May|[Jj]une?|[Jj]uly?|[Aa]ug(?:ust|\\.)|' +
  '[Ss]ept?(?:ember|\\.)|[Oo]ct(?:ober|\\.)|[Nn]ov(?:ember|\\.)|[Dd]ec(?:ember|\\.))(?![a-z])';
const year = '(?<year>(?:18|19|20)\\d\\d)(?!\\d)';
const day = '(?<day>[0-3]?\\d)(?:st|nd|rd|th)?(?![\\d,]\\d)';

/** The fullest first: what one has read, the next does not read again. */
const forms = [
  `${year}-(?<number>\\d\\d)-${day}`,
  `(?<number>\\d\\d?)/(?<day>\\d\\d?)/${year}`,
  `${month} ${day},? ${year}`,
  `(?<!\\d)${day} ${month},? ${year}`,
  `${month},? ${year}`,
  `${year}-(?<number>0[1-9]|1[0-2])(?![-\\d])(?!\\))`,
  `${month} ${day}(?!\\d)`,
  `(?<!\\d)${day} ${month}`,
  month,
  year,
].map((form) => new RegExp(form, 'g'));

/** Every date of a text, as full as it stands there. Of a range of years, `2013-14`, both. */
export function daysIn(text: string): PartialDay[] {
  const found: PartialDay[] = [];
  let rest = text.replace(/\b((?:18|19|20)\d\d)-(\d\d)\b(?!-)/g, (range, first: string, last: string) =>
    Number(last) > Number(first.slice(2)) && (Number(last) > 12 || Number(last) === Number(first.slice(2)) + 1)
      ? `${first} ${first.slice(0, 2)}${last}`
      : range,
  );
  rest = rest.replace(/\b(before )?Christmas\b/g, (_, before?: string) => `${before ? 24 : 25} December`);
  for (const form of forms) {
    rest = rest.replace(form, (...match) => {
      found.push(readGroups(match.at(-1)));
      return '#';
    });
  }
  return found;
}

function readGroups(groups: Record<string, string | undefined>): PartialDay {
  const number = groups['number'] ?? (groups['month'] && months.indexOf(groups['month'].slice(0, 3).toLowerCase()) + 1);
  return {
    ...(groups['year'] ? { year: Number(groups['year']) } : {}),
    ...(number ? { month: Number(number) } : {}),
    ...(groups['day'] ? { day: Number(groups['day']) } : {}),
  };
}

/** The two ends of a date in EDTF, or the one that it is, each as far as it goes. */
export function endsOf(edtf: string): PartialDay[] {
  const range = /^\[(.*)\.\.(.*)\]$/.exec(edtf);
  const ends = range === null ? [edtf] : [range[1] ?? '', range[2] ?? ''];
  return ends.flatMap((end) => {
    const [, y, m, d] = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?/.exec(end) ?? [];
    if (y === undefined) return [];
    return [{ year: Number(y), ...(m ? { month: Number(m) } : {}), ...(d ? { day: Number(d) } : {}) }];
  });
}

/** True if the one says all that the other does, and the same. */
export const says = (full: PartialDay, part: PartialDay): boolean =>
  (part.year === undefined || part.year === full.year) &&
  (part.month === undefined || part.month === full.month) &&
  (part.day === undefined || part.day === full.day);

export const dayOf = (date: PartialDay): Date =>
  new Date(Date.UTC(date.year ?? 0, (date.month ?? 1) - 1, date.day ?? 1));

const partialDay = (date: Date): Required<PartialDay> => ({
  year: date.getUTCFullYear(),
  month: date.getUTCMonth() + 1,
  day: date.getUTCDate(),
});

export const addDays = (date: PartialDay, days: number): Required<PartialDay> =>
  partialDay(new Date(dayOf(date).getTime() + days * 86_400_000));

/** As EDTF writes it. */
export const format = ({ year: y, month: m, day: d }: PartialDay): string =>
  [String(y), ...[m, d].filter((part) => part !== undefined).map((part) => String(part).padStart(2, '0'))].join('-');
