/**
 * The rules by which a date may be worked out, as far as they can be followed: from the day of the article, or from a
 * day that the rule names. seeds/README.md lists them. Others are for people to judge.
 */
import { addDays, dayOf, daysIn, format, type PartialDay, says, weekdays } from './days.ts';

/** A date that a rule gives, in EDTF, or what is wrong with the rule. */
type Derived = { readonly edtf: string } | { readonly wrong: string };

const weekday = `(?<weekday>${weekdays.join('|')})`;

interface Form {
  readonly pattern: RegExp;
  readonly derive: (
    base: PartialDay,
    groups: Readonly<Record<string, string | undefined>>,
  ) => string | readonly string[] | null;
}

const forms: readonly Form[] = [
  {
    pattern: new RegExp(`^the ${weekday} (?<side>before|after) `, 'i'),
    derive: (base, { weekday: name = '', side }) => format(nearest(base, weekdayOf(name), side === 'after' ? 1 : -1)),
  },
  {
    pattern: new RegExp(`^the ${weekday} of `, 'i'),
    derive: (base, { weekday: name = '' }) =>
      dayOf(base).getUTCDay() === weekdayOf(name) ? format(base) : format(nearest(base, weekdayOf(name), -1)),
  },
  {
    pattern: new RegExp(`^the week of (?:${weekday} )?`, 'i'),
    derive: (base) => {
      if (base.day === undefined) return format(base);
      // Of the calendar, or of work.
      const monday = addDays(base, -((dayOf(base).getUTCDay() + 6) % 7));
      return [6, 4].map((days) => `[${format(monday)}..${format(addDays(monday, days))}]`);
    },
  },
  { pattern: /^(?:\w+ )?(?:by|before) (?:the day of )?the article/i, derive: (base) => `[..${format(base)}]` },
  { pattern: /^the (?:day|month) of the article/i, derive: (base) => format(base) },
  {
    pattern: /^the month before the article/i,
    derive: ({ year = 0, month = 1 }) =>
      format({ year: month === 1 ? year - 1 : year, month: month === 1 ? 12 : month - 1 }),
  },
  {
    pattern: /^(?:the )?(?<date>[A-Z][a-z]+\.?(?: \d\d?)?) (?<side>before|after) the article/,
    derive: (base, { date = '', side }) => nearestInYear(base, daysIn(date)[0], side === 'after' ? 1 : -1),
  },
  {
    pattern: /^(?:the )?(?<date>[A-Z][a-z]+\.?(?: \d\d?)?) of the year of the article/,
    derive: ({ year = 0 }, { date = '' }) => {
      const [named] = daysIn(date);
      return named === undefined ? null : format({ year, ...named });
    },
  },
];

/**
 * Follows a rule, and gives what it may mean; nothing: it cannot be followed.
 * @param articles when the articles were published that the date rests on.
 */
export function derive(rule: string, articles: readonly PartialDay[]): Derived[] {
  const form = forms.find(({ pattern }) => pattern.test(rule));
  if (form === undefined) return [];
  const groups = form.pattern.exec(rule)?.groups ?? {};
  const tail = rule.replace(form.pattern, (head) => (head.includes('article') ? 'the article' : ''));
  const misnamed = misnamedWeekday(rule);
  if (misnamed !== null) return [{ wrong: misnamed }];
  const named = daysIn(tail)
    .filter(({ year }) => year !== undefined)
    .at(-1);
  const ofArticle = /\barticle\b/.test(rule);
  if (ofArticle && named !== undefined && articles.length > 0 && !articles.some((day) => says(day, named))) {
    return [{ wrong: `the article is not of ${format(named)}` }];
  }
  const bases = ofArticle ? articles : named === undefined ? [] : [named];
  return bases.flatMap((base) => {
    const dates = form.derive(base, groups) ?? [];
    return [dates].flat().map((edtf) => ({ edtf }));
  });
}

/** `Tuesday 2015-05-11`, which was a Monday. */
function misnamedWeekday(text: string): string | null {
  for (const [, name = '', date = ''] of text.matchAll(
    new RegExp(`(${weekdays.join('|')}),? (\\d{4}-\\d\\d-\\d\\d)`, 'gi'),
  )) {
    const right = weekdays[new Date(`${date}T00:00:00Z`).getUTCDay()] ?? '';
    if (right !== name.toLowerCase()) return `${date} was a ${right[0]?.toUpperCase()}${right.slice(1)}, not a ${name}`;
  }
  return null;
}

const weekdayOf = (name: string): number => weekdays.indexOf(name.toLowerCase());

/** The day of that name that is next before or after a day, and not that day. */
function nearest(base: PartialDay, wanted: number, step: 1 | -1): Required<PartialDay> {
  const distance = (step * (wanted - dayOf(base).getUTCDay()) + 7) % 7;
  return addDays(base, step * (distance === 0 ? 7 : distance));
}

/** `Feb. 1` or `December`, next before or after a day or month. */
function nearestInYear(base: PartialDay, named: PartialDay | undefined, step: 1 | -1): string | null {
  if (named?.month === undefined || base.year === undefined) return null;
  for (const year of step === 1 ? [base.year, base.year + 1] : [base.year, base.year - 1]) {
    const candidate = { year, ...named };
    const [a, b] = [format(candidate), format(base)];
    const length = Math.min(a.length, b.length);
    const order = a.slice(0, length).localeCompare(b.slice(0, length));
    if (order !== 0 && Math.sign(order) === step) return a;
  }
  return null;
}
