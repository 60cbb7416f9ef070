import type { Resolvers } from '../generated/graphql.ts';
import { pageOfParagraphs } from '../graph/evidence.ts';
import { mapMaybePromise } from '../graph/maybePromise.ts';
import { loadEntity } from './load.ts';
import type { ParagraphModel } from './models.ts';

/** What must carry facts: the article's own words. */
const isBody = ({ passage }: ParagraphModel): boolean => passage.role === 'BODY' || passage.role === 'CAPTION';

export const sourceCoverageResolvers = {
  Query: {
    sourceCoverage: (_, { article }, { graph }) =>
      mapMaybePromise(graph.paragraphs.load(article), (paragraphs) =>
        paragraphs === null || paragraphs.length === 0 ? null : { articleId: article, paragraphs },
      ),
  },
  SourceCoverage: {
    article: ({ articleId }, _, { graph }) => loadEntity(graph, articleId),
    verification: ({ articleId }, _, { graph }) =>
      mapMaybePromise(graph.detail('article', articleId), (article) => article?.textStatus ?? 'NOT_SUPPLIED'),
    paragraphs: ({ articleId, paragraphs }, page) => pageOfParagraphs(articleId, paragraphs, page),
    bodyParagraphs: ({ paragraphs }) => paragraphs.filter(isBody).length,
    coveredParagraphs: ({ paragraphs }) =>
      paragraphs.filter(isBody).filter(({ evidence }) => evidence.length > 0).length,
  },
  ParagraphCoverageConnection: { nodes: ({ edges }) => edges.map(({ node }) => node) },
  ParagraphCoverage: { uncoveredReason: ({ passage }) => passage.uncoveredReason },
} satisfies Resolvers;
