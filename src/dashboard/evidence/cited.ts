/** The sources of a fact, as far as the page has them. */
import type { SourceFragment } from '../../generated/operations/graphql.ts';

/** The sources that are cited for a fact. */
export interface Cited {
  readonly nodes: readonly SourceFragment[];
  /** How many there are; null: more than these, and nobody counted them. */
  readonly totalCount: number | null;
}

/** Whether there are more of them. */
export const isCut = ({ nodes, totalCount }: Cited): boolean => totalCount !== nodes.length;
