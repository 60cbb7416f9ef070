import type { Resolvers } from '../generated/graphql.ts';
import { loadEntity } from './load.ts';
import type { ParagraphModel } from './models.ts';

/** What must carry facts: the article's own words. */
const isBody = ({ passage }: ParagraphModel): boolean => passage.role === 'BODY' || passage.role === 'CAPTION';

export const coverageResolvers = {
  Query: {
    coverage: async (_, { article }, { graph }) => {
      const paragraphs = (await graph.paragraphs.load(article)) ?? [];
      return paragraphs.length === 0 ? null : { articleId: article, paragraphs };
    },
  },
  Coverage: {
    article: async ({ articleId }, _, { graph }) => await loadEntity(graph, articleId),
    verification: async ({ articleId }, _, { graph }) =>
      (await graph.detail('article', articleId))?.textStatus ?? 'NOT_SUPPLIED',
    bodyParagraphs: ({ paragraphs }) => paragraphs.filter(isBody).length,
    coveredParagraphs: ({ paragraphs }) =>
      paragraphs.filter(isBody).filter(({ evidence }) => evidence.length > 0).length,
  },
  ParagraphCoverage: { without: ({ passage }) => passage.without },
} satisfies Resolvers;
