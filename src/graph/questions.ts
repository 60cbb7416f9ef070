/**
 * Whole questions. Answers that the database gives are kept; those of the adjacency index alone are not, but rankings.
 * A question that may take long is given the signal of the request: it is stopped when nobody waits for it any more.
 */
import type { Read } from '../database/read.ts';
import { Prisma } from '../generated/prisma/client.ts';
import type { AdjacencyIndex } from './index/adjacencyIndex.ts';
import {
  findNeighborhood,
  findPath,
  findPaths,
  type Neighborhood,
  type NeighborhoodQuery,
  type PathQuery,
  type PathsFound,
} from './index/network.ts';
import { type Ranked, type RankingQuery, rank } from './index/ranking.ts';
import type { MaybePromise } from './maybePromise.ts';
import {
  listChangedFacts,
  listChangesets,
  readChangeset,
  readHistoryBounds,
  readHistoryOf,
  readReverts,
} from './queries/changesets.ts';
import { listEvidence, listRelationships } from './queries/factLists.ts';
import { listEntities } from './queries/list.ts';
import type { PageArgs } from './queries/page.ts';
import { search } from './queries/search.ts';
import { statistics } from './queries/statistics.ts';
import { type TimelineConnection, type TimelineQuery, timeline } from './queries/timeline.ts';
import type { Answers } from './rows/cache.ts';

type Signal = AbortSignal | undefined;

/** A question that one function answers by statements. */
type Question<Work> = Work extends (read: Read, signal: Signal, ...args: infer Args) => Promise<infer Answer>
  ? (signal: Signal, ...args: Args) => MaybePromise<Answer>
  : never;

export interface Questions {
  readonly list: Question<typeof listEntities>;
  readonly listRelationships: Question<typeof listRelationships>;
  readonly listEvidence: Question<typeof listEvidence>;
  readonly search: Question<typeof search>;
  readonly statistics: Question<typeof statistics>;
  readonly counts: Question<typeof readCounts>;
  readonly changeset: Question<typeof readChangeset>;
  readonly reverts: Question<typeof readReverts>;
  readonly changesets: Question<typeof listChangesets>;
  readonly changedFacts: Question<typeof listChangedFacts>;
  readonly history: Question<typeof readHistoryBounds>;
  readonly historyOf: Question<typeof readHistoryOf>;
  timeline(signal: Signal, query: TimelineQuery, page: PageArgs): MaybePromise<TimelineConnection>;
  ranking(signal: Signal, query: RankingQuery): MaybePromise<Ranked[]>;
  path(query: PathQuery): PathsFound;
  paths(query: PathQuery, first: number | null | undefined): PathsFound;
  neighborhood(query: NeighborhoodQuery): Neighborhood;
}

/** @param current gives the adjacency index as it is now. */
export function questions(read: Read, answers: Answers, current: () => AdjacencyIndex): Questions {
  const kept =
    <Args extends unknown[], Answer extends object>(
      name: string,
      work: (read: Read, signal: Signal, ...args: Args) => Promise<Answer>,
    ) =>
    (signal: Signal, ...args: Args): MaybePromise<Answer> =>
      answers.get(JSON.stringify([name, ...args]), signal, async (all) => await work(read, all, ...args));
  return {
    list: kept('list', listEntities),
    listRelationships: kept('relationships', listRelationships),
    listEvidence: kept('evidence', listEvidence),
    search: kept('search', search),
    statistics: kept('statistics', statistics),
    counts: kept('counts', readCounts),
    changeset: kept('changeset', readChangeset),
    reverts: kept('reverts', readReverts),
    changesets: kept('changesets', listChangesets),
    changedFacts: kept('changed facts', listChangedFacts),
    history: kept('history bounds', readHistoryBounds),
    historyOf: kept('history', readHistoryOf),
    timeline: kept(
      'timeline',
      async (_, signal, query: TimelineQuery, page: PageArgs) => await timeline(read, signal, current, query, page),
    ),
    ranking: kept('ranking', async (_, __, query: RankingQuery) => await rank(current(), query)),
    path: (query) => findPath(current(), query),
    paths: (query, first) => findPaths(current(), query, first),
    neighborhood: (query) => findNeighborhood(current(), query),
  };
}

/** How many there are of what. */
export interface Counts {
  readonly entities: number;
  readonly relationships: number;
  readonly evidence: number;
  readonly articles: number;
}

async function readCounts(read: Read, signal: Signal): Promise<Counts> {
  const statement = Prisma.sql`
    SELECT (SELECT count(*) FROM "Entity")::int AS entities,
      (SELECT count(*) FROM "Relationship")::int AS relationships,
      (SELECT count(*) FROM "Evidence")::int AS evidence,
      (SELECT count(*) FROM "Article")::int AS articles`;
  const [counts] = await read<Counts>(statement, signal);
  if (counts === undefined) throw new Error('counting gave no row');
  return counts;
}
