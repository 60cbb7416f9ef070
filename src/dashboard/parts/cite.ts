import { dateWords, type PartialDate } from '../dates.ts';
import { type Lang, languages } from '../words.ts';

/** The sources that an answer names, for its citation: each article once, by outlet and date, else by its id. */
export function sourcesIn(answer: unknown, lang: Lang): string[] {
  const found = new Map<string, string>();
  const look = (value: unknown): void => {
    if (Array.isArray(value)) {
      for (const one of value) look(one);
    } else if (typeof value === 'object' && value !== null) {
      if ('article' in value && isArticle(value.article)) {
        const { id, publisher, published } = value.article;
        const day = published && dateWords(published, languages[lang], lang);
        found.set(id, [publisher?.name, day].filter(Boolean).join(', ') || id);
      }
      for (const one of Object.values(value)) look(one);
    }
  };
  look(answer);
  return [...found.values()].sort();
}

interface CitedArticle {
  readonly id: string;
  readonly publisher?: { readonly name: string } | null;
  readonly published?: PartialDate | null;
}

const isArticle = (value: unknown): value is CitedArticle =>
  typeof value === 'object' && value !== null && 'id' in value && 'publisher' in value && 'published' in value;
