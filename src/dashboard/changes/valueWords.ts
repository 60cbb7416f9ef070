/** What a field was or became, as a text in the words of the page. */
import { dateWords } from '../dates.ts';
import { attributeWord, kindWord, relationshipWord, termWord } from '../vocabulary.ts';
import type { Words } from '../words/words.ts';
import type { Lang } from '../words.ts';
import type { Change } from './change.ts';

const dates = [
  ...['start', 'end', 'validFrom', 'validTo', 'date', 'effective', 'updated', 'retrieved', 'sizeAsOf'],
  ...['agreementExpiry', 'extensionTo', 'extensionDecisionExpected'],
];
/** Fields that are amounts. */
export const numbers: readonly string[] = ['size', 'value', 'low', 'high', 'inFavour', 'turnout', 'essentialShare'];
/** Texts of ours, which are in English. */
export const prose: readonly string[] = [
  ...['summary', 'note', 'text', 'effect', 'condition', 'consequence', 'grounds', 'occupations', 'period', 'without'],
  ...['measure', 'question', 'role'],
];
/** Texts of others: an acronym in capitals is no word of ours. */
const verbatim = ['names', 'identifiers', 'cues', 'url', 'title', 'headline', 'byline', 'address', 'file', 'number'];

/** Whether a field holds a text that somebody wrote, and is quoted as one. */
export const isText = (field: string): boolean =>
  prose.includes(field) || verbatim.includes(field) || field.endsWith('Note');

/** A value that is a plain text. */
export function valueWords(
  { sort }: Pick<Change, 'sort'>,
  field: string,
  value: string,
  words: Words,
  lang: Lang,
): string {
  if (field === 'names')
    return value
      .split('; ')
      .map((name) => nameWords(name, lang))
      .join(' · ');
  if (field === 'notStated' || field === 'attribute')
    return value
      .split('; ')
      .map((one) => attributeWord(words, one))
      .join(', ');
  if (dates.includes(field)) return edtfWords(value, words, lang);
  if (field === 'kind') return kindWord(words, value);
  if (verbatim.includes(field) || !/^[A-Z][A-Z_]*$/.test(value)) return value;
  return sort === 'RELATIONSHIP' && field === 'type'
    ? relationshipWord(words, value, 'OUT', termWord(words, value))
    : termWord(words, value);
}

/** `fr AFPC ACRONYM` as "AFPC (fr)", on a page in English. */
const nameWords = (name: string, lang: Lang): string =>
  name.replace(/^(\w\w) (.+) [A-Z_]+$/, (_, language: string, text: string) =>
    language === lang ? text : `${text} (${language})`,
  );

/** A date as it is written in the data, of which the bounds are not told. */
export function edtfWords(edtf: string, words: Words, lang: Lang): string {
  const [, from, to] = /^\[?(\d{4}[-\d]*)?\.\.(\d{4}[-\d]*)?\]?$/.exec(edtf) ?? [];
  return dateWords({ edtf, earliest: from ?? null, latest: to ?? null }, words, lang).replace(
    words.dates.unknown,
    edtf,
  );
}
