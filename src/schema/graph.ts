import type { Resolvers } from '../generated/graphql.ts';
import { type MaybePromise, mapMaybePromise } from '../graph/maybePromise.ts';
import type { Counts } from '../graph/questions.ts';
import type { Context } from './context.ts';

/** Resolves a field that says how many there are of something. */
const count =
  (of: keyof Counts) =>
  (_: unknown, __: unknown, { graph, signal }: Context): MaybePromise<number> =>
    mapMaybePromise(graph.counts(signal), (counts) => counts[of]);

export const graphResolvers = {
  Query: {
    graph: (_, __, { graph }) => graph.version(),
  },
  GraphInfo: {
    entities: count('entities'),
    relationships: count('relationships'),
    evidence: count('evidence'),
    topology: (_, __, { graph }) => graph.topologyInfo(),
    articles: count('articles'),
  },
} satisfies Resolvers;
