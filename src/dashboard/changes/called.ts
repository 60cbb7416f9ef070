/** What changed, by its ids and by the names that a change itself tells. */
import { largestBatch } from '../paging.ts';
import type { Lang } from '../words.ts';
import type { Change } from './change.ts';

/** Fields of entities' ids. */
export const isReference = (field: string): boolean => /Id$/.test(field) || field === 'affects';

/** The ids that changes name, each once, as many as can be asked for. */
export const idsIn = (changes: readonly Change[]): string[] =>
  [
    ...new Set([
      ...changes.flatMap(({ of, fact, sort }) => (sort === 'EVIDENCE' || sort === 'PARAGRAPH' ? [of] : [of, fact])),
      ...changes.flatMap(({ fields }) =>
        fields.flatMap(({ field, before, after }) =>
          isReference(field) ? [before, after].flatMap((ids) => ids?.split('; ') ?? []) : [],
        ),
      ),
    ]),
  ].slice(0, largestBatch);

/** The preferred name among names as a change tells them, in the language of the page if there is one. */
export function nameIn(names: string, lang: Lang): string | null {
  const preferred = names.split('; ').flatMap((one) => {
    const [, language, text] = /^(\w\w) (.+) PREFERRED$/.exec(one) ?? [];
    return text === undefined ? [] : [{ language, text }];
  });
  return (preferred.find(({ language }) => language === lang) ?? preferred[0])?.text ?? null;
}
