import type { Resolvers } from '../generated/graphql.ts';
import { mapMaybePromise } from '../graph/maybePromise.ts';
import { partialDate } from './date.ts';
import { entityRow } from './load.ts';

export const articleResolvers = {
  Article: {
    published: (article, _, { graph }) =>
      mapMaybePromise(entityRow(graph, article), (row) => partialDate(row, 'start')),
    publisher: ({ id }, _, { graph }) =>
      mapMaybePromise(graph.relatedRows(id, { direction: 'OUT', types: ['PUBLISHED_BY'] }), (outlets) => {
        const publisher = outlets.find(({ relationship }) => relationship.role === 'publisher') ?? outlets[0];
        return publisher === undefined ? null : graph.entities.load(publisher.node);
      }),
    verification: ({ id }, _, { graph }) =>
      mapMaybePromise(graph.detail('article', id), (row) => row?.textStatus ?? 'NOT_SUPPLIED'),
    passages: ({ id }, _, { graph }) =>
      mapMaybePromise(graph.paragraphs.load(id), (paragraphs) => (paragraphs ?? []).map(({ passage }) => passage)),
  },
} satisfies Resolvers;
