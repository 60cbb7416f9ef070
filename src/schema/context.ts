import type { Graph } from '../graph/graph.ts';
import type { Turns } from './eventLoop.ts';
import type { TruncatedLists } from './listSizes.ts';

/** What every resolver gets: the graph, and the signal of the request. */
export interface Context {
  readonly graph: Graph;
  /** Aborted when nobody waits for the answer any more; undefined: somebody waits to its end. */
  readonly signal?: AbortSignal;
  /** The turns in which the answer is made; undefined: it is made in one, for nobody else is kept waiting. */
  readonly turns?: Turns;
  /** Lists that had to be truncated, for the answer to tell. */
  readonly truncated?: TruncatedLists;
}
