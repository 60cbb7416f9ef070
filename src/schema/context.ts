import type { Waiter } from '../database/waiting.ts';
import type { Graph } from '../graph/graph.ts';

/** What every resolver gets: the graph, and who waits for the answer. */
export interface Context {
  readonly graph: Graph;
  readonly waiter?: Waiter;
}
