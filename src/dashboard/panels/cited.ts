import type { SourceFragment } from '../../generated/operations/graphql.ts';

/** A fact's sources in one cell of a table: articles with their paragraphs, and citations. */
export const cited = (evidence: readonly SourceFragment[]): string =>
  evidence.map(({ article, paragraph, citation }) => (article ? `${article.id}/${paragraph}` : citation)).join(' | ');
