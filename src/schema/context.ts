import type { Waiter } from '../database/cancellation.ts';
import type { Graph } from '../graph/graph.ts';
import type { TruncatedLists } from './listSizes.ts';

/** What every resolver gets: the graph, and who waits for the answer. */
export interface Context {
  readonly graph: Graph;
  readonly waiter?: Waiter;
  /** Lists that had to be truncated, for the answer to tell. */
  readonly truncated?: TruncatedLists;
}
