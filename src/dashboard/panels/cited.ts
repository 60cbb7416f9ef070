import type { Cited } from '../evidence/cited.ts';

/** A fact's sources in one cell of a table: articles with their paragraphs, and citations. */
export const cited = (evidence: Cited | undefined): string =>
  (evidence?.nodes ?? [])
    .map(({ article, paragraph, citation }) => (article ? `${article.id}/${paragraph}` : citation))
    .join(' | ');
