import type { Waiter } from '../database/cancellation.ts';
import type { Graph } from '../graph/graph.ts';
import type { Turns } from './eventLoop.ts';
import type { TruncatedLists } from './listSizes.ts';

/** What every resolver gets: the graph, and who waits for the answer. */
export interface Context {
  readonly graph: Graph;
  readonly waiter?: Waiter;
  /** The turns in which the answer is made; undefined: it is made in one, for nobody else is kept waiting. */
  readonly turns?: Turns;
  /** Lists that had to be truncated, for the answer to tell. */
  readonly truncated?: TruncatedLists;
}
