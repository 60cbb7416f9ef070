import type { Resolvers } from '../generated/graphql.ts';
import { mapMaybePromise } from '../graph/maybePromise.ts';
import { listPage } from '../graph/queries/listPage.ts';
import { evidencePage } from './evidencePage.ts';
import { loadEntity } from './load.ts';
import type { ParagraphModel } from './models.ts';

/** What must carry facts: the article's own words. */
const isBody = ({ passage }: ParagraphModel): boolean => passage.role === 'BODY' || passage.role === 'CAPTION';

const numberOf = ({ passage }: ParagraphModel): string => String(passage.number);

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
    paragraphs: ({ articleId, paragraphs }, page) =>
      listPage(paragraphs, page, numberOf, () => `paragraphs ${articleId}`),
    bodyParagraphs: ({ paragraphs }) => paragraphs.filter(isBody).length,
    coveredParagraphs: ({ paragraphs }) =>
      paragraphs.filter(isBody).filter(({ evidence }) => evidence.length > 0).length,
  },
  ParagraphCoverage: {
    evidence: ({ passage: { articleId, number }, evidence }, page) =>
      evidencePage(evidence, page, `${articleId}/${number}`),
    uncoveredReason: ({ passage }) => passage.uncoveredReason,
  },
} satisfies Resolvers;
