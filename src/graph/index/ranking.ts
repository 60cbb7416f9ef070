/** Who stands out in the network: by the measures of graphology, on the part that is asked about. */
import { MultiDirectedGraph } from 'graphology';
import { InvalidArgument } from '../../records/invalidArgument.ts';
import type { Certainty } from '../../records/partialDates.ts';
import { type AdjacencyIndex, certaintyOfEdge, idOf, kindOf } from './adjacencyIndex.ts';
import { type NetworkFilter, toWayFilter } from './network.ts';
import { openWalk } from './walk.ts';

type Measure = 'DEGREE' | 'PAGERANK' | 'BETWEENNESS';

export interface Ranked {
  readonly id: string;
  /** DEGREE: relationships; PAGERANK: a share of 1; BETWEENNESS: a share of all shortest ways, 0 to 1. */
  readonly score: number;
  /** CERTAIN: all that the score was worked out from holds for certain; null: of no time. */
  readonly certainty: Certainty | null;
}

/** How many entities a measure can be worked out over, in tenths of a second. */
const mostMeasured: Record<Measure, number> = {
  DEGREE: 500_000,
  PAGERANK: 50_000,
  BETWEENNESS: 2_000,
};
const mostRanked = 100;

export interface RankingQuery extends NetworkFilter {
  readonly by: Measure;
  readonly first?: number | null | undefined;
}

/**
 * The entities that stand highest, among those of some kinds and by relationships among them.
 * @throws InvalidArgument if there are more than the measure can be worked out over.
 */
export async function rank(adjacency: AdjacencyIndex, query: RankingQuery): Promise<Ranked[]> {
  const { by } = query;
  const first = query.first ?? 20;
  if (!Number.isInteger(first) || first < 1 || first > mostRanked)
    throw new InvalidArgument(['first'], `${first} is out of range`, `1 to ${mostRanked}`);
  const kinds = query.kinds === undefined || query.kinds === null ? null : new Set(query.kinds);
  const excluded = new Set(query.exclude ?? []);
  const members = [...adjacency.nodeById].flatMap(([id, node]) =>
    (kinds === null || kinds.has(kindOf(adjacency, node))) && !excluded.has(id) ? [node] : [],
  );
  if (members.length > mostMeasured[by]) {
    throw new InvalidArgument(
      ['kinds'],
      `${members.length} entities are too many for ${by}`,
      `kinds with at most ${mostMeasured[by]} entities together`,
    );
  }
  const { scores, certaintyOf } = await measure(adjacency, query, members);
  const ids = [...scores.keys()].sort((a, b) => (scores.get(b) ?? 0) - (scores.get(a) ?? 0) || (a < b ? -1 : 1));
  return ids.slice(0, first).map((id) => ({ id, score: scores.get(id) ?? 0, certainty: certaintyOf(id) }));
}

interface Scores {
  readonly scores: ReadonlyMap<string, number>;
  readonly certaintyOf: (id: string) => Certainty | null;
}

async function measure(adjacency: AdjacencyIndex, query: RankingQuery, members: readonly number[]): Promise<Scores> {
  const inside = new Set(members);
  const filter = toWayFilter(query);
  const { days } = filter;
  const walk = openWalk(adjacency, { ...filter, kinds: undefined, exclude: undefined });
  const isPossible = (edge: number): boolean =>
    days !== undefined && certaintyOfEdge(adjacency, edge, days) === 'POSSIBLE';
  const said = (possible: boolean): Certainty | null => (days === undefined ? null : possible ? 'POSSIBLE' : 'CERTAIN');
  if (query.by === 'DEGREE') {
    const degrees = new Map<string, number>();
    const possible = new Set<string>();
    for (const node of members) {
      let degree = 0;
      // A loop ends here twice.
      walk.each(node, (next, edge) => {
        if (!inside.has(next)) return true;
        degree += 1;
        if (isPossible(edge)) possible.add(idOf(adjacency, node));
        return true;
      });
      degrees.set(idOf(adjacency, node), degree);
    }
    return { scores: degrees, certaintyOf: (id) => said(possible.has(id)) };
  }
  // Each relationship bears on the scores of all.
  let anyPossible = false;
  const graph = new MultiDirectedGraph();
  for (const node of members) graph.addNode(idOf(adjacency, node));
  for (const node of members) {
    walk.each(node, (next, edge, direction) => {
      if (direction !== 'out' || !inside.has(next)) return true;
      graph.addEdge(idOf(adjacency, node), idOf(adjacency, next));
      anyPossible ||= isPossible(edge);
      return true;
    });
  }
  const certainty = said(anyPossible);
  return { scores: new Map(Object.entries(await scoresOf(graph, query.by))), certaintyOf: () => certainty };
}

/** The measures are loaded when they are asked for. */
async function scoresOf(graph: MultiDirectedGraph, by: Exclude<Measure, 'DEGREE'>): Promise<Record<string, number>> {
  // The measures of graphology fail on a graph of nothing.
  if (graph.order === 0) return {};
  switch (by) {
    case 'PAGERANK': {
      const { pagerank } = await import('graphology-metrics/centrality/index.js');
      return pagerank(graph, { getEdgeWeight: null });
    }
    case 'BETWEENNESS': {
      const { betweenness } = await import('graphology-metrics/centrality/index.js');
      return betweenness(graph, { getEdgeWeight: null });
    }
  }
}
