/** When something was, as a record says it. */
import type { DateFound, Place } from '../types.ts';
import type { Drafts } from './drafts.ts';

/** A date of the text: alone where it is stated, else with the rule by which it follows. */
export const dateValue = ({ edtf, derivation }: DateFound): unknown =>
  derivation === undefined ? edtf : { date: edtf, rule: derivation };

const precision = ['year', 'month', 'day'] as const;

/** The day of the article, by a rule that the checks follow. */
export function dayOfArticle({ text }: Drafts): unknown {
  const dashes = text.published.split('-').length - 1;
  const unit = precision[dashes] === 'month' ? 'month' : 'day';
  return { date: text.published, rule: `the ${unit} of the article` };
}

/** The article knows of it, so that it was by its day. */
export const byArticle = ({ text }: Drafts): unknown => ({
  date: `[..${text.published}]`,
  rule: 'by the day of the article',
});

/** A date directly beside a place, no later than the article: "said Monday", "on Monday, Ruiz said". */
export function dateBeside({ text }: Drafts, place: Place): DateFound | undefined {
  const { published } = text;
  return text.reading.dates.find(({ p, start, end, edtf }) => {
    if (p !== place.p || edtf.slice(0, published.length) > published.slice(0, edtf.length)) return false;
    const gap = start >= place.end ? start - place.end : place.start - end;
    return gap <= 4 || (start >= place.start && end <= place.end);
  });
}
