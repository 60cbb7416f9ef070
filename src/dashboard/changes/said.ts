/** The words of the pages of changes, and what they call the fields of facts and moments. */
import { attributeWord } from '../vocabulary.ts';
import { changesEn } from '../words/changes.en.ts';
import { changesFr } from '../words/changes.fr.ts';
import type { ChangesWords } from '../words/changes.ts';
import type { Words } from '../words/words.ts';
import { type Lang, useLang } from '../words.ts';

export const changesWords: Readonly<Record<Lang, ChangesWords>> = { en: changesEn, fr: changesFr };

export const useChangesWords = (): ChangesWords => changesWords[useLang()];

/** A field of a fact: `validFrom` as "start". */
export function fieldWord(field: string, words: Words, said: ChangesWords): string {
  const own = said.fields[field] ?? words.attributes[field];
  if (own !== undefined) return own;
  const [, of, aspect] = /^(.+)(Basis|Note|Fraction)$/.exec(field) ?? [];
  if (of !== undefined && (aspect === 'Basis' || aspect === 'Note' || aspect === 'Fraction'))
    return said.ofField[aspect](fieldWord(of, words, said));
  return attributeWord(words, field);
}

/** A moment to the minute, by the clock of UTC. */
export function timeWords(moment: string, lang: Lang): string {
  const at = new Date(moment);
  if (Number.isNaN(at.getTime())) return moment;
  const style = { dateStyle: 'long', timeStyle: 'short', hourCycle: 'h23', timeZone: 'UTC' } as const;
  const said = new Intl.DateTimeFormat(`${lang}-CA`, style).format(at);
  // The first of a month is an ordinal in French, which the formatter does not know.
  return `${lang === 'fr' ? said.replace(/^1 /, '1er ') : said} UTC`;
}
