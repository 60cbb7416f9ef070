import type { Graph } from '../graph/graph.ts';

/** What every resolver gets: the graph as this request sees it. */
export interface Context {
  readonly graph: Graph;
}
