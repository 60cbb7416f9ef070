/** What a search in the network may walk: which entities it may go through, and over which relationships. */

import type { Certainty } from '../../records/partialDates.ts';
import type { Kind, RelationshipType } from '../../registry/index.ts';
import {
  type AdjacencyIndex,
  at,
  certaintyOfEdge,
  type Days,
  farEnd,
  kindOf,
  numberOfType,
  spanOf,
} from './adjacencyIndex.ts';

/** Which entities and relationships a way may lead over. */
export interface WayFilter {
  /** Only relationships of these types; none: all. */
  readonly types?: readonly RelationshipType[] | undefined;
  /** Only through entities of these kinds; none: all but hubs. The two ends may be of any kind. */
  readonly kinds?: readonly Kind[] | undefined;
  /** Not through these entities: their ids. */
  readonly exclude?: readonly string[] | undefined;
  /** Only over what holds in these days, for certain or possibly. */
  readonly days?: Days | undefined;
  readonly certainty?: Certainty | undefined;
  /** Through hubs as well. */
  readonly throughHubs?: boolean | undefined;
}

/** Kinds that connect everything with everything: a way through them says little. */
export const hubKinds: readonly Kind[] = ['ARTICLE', 'NEWS_OUTLET', 'JURISDICTION', 'ISSUE'];

/** Called for a step from a node; gives whether to go on. */
export type Visit = (next: number, edge: number, direction: 'out' | 'in') => boolean;

/** What a search may walk. */
export interface Walk {
  readonly adjacency: AdjacencyIndex;
  /** Calls for each step from a node, until the call gives false. */
  readonly each: (node: number, visit: Visit) => void;
  /** Whether a way may lead through a node. */
  readonly through: (node: number) => boolean;
  /** How many edges have been looked at. */
  readonly looked: () => number;
}

/** Prepares a walk over what a filter lets through. */
export function openWalk(adjacency: AdjacencyIndex, filter: WayFilter): Walk {
  const types = filter.types === undefined ? null : new Set(filter.types.map(numberOfType));
  const excluded = new Set((filter.exclude ?? []).map((id) => adjacency.nodeById.get(id)));
  const kinds = filter.kinds === undefined ? null : new Set(filter.kinds);
  const hubs = new Set(filter.throughHubs === true || kinds !== null ? [] : hubKinds);
  const { days, certainty } = filter;
  let looked = 0;
  const lets = (edge: number): boolean => {
    if (types !== null && !types.has(at(adjacency.columns.type, edge))) return false;
    if (days === undefined) return true;
    const holds = certaintyOfEdge(adjacency, edge, days);
    return holds !== null && (certainty !== 'CERTAIN' || holds === 'CERTAIN');
  };
  const eachIn = (node: number, direction: 'out' | 'in', visit: Visit): boolean => {
    const { edges, start, end } = spanOf(adjacency, node, direction);
    for (let index = start; index < end; index += 1) {
      looked += 1;
      const edge = at(edges, index);
      if (lets(edge) && !visit(farEnd(adjacency, edge, direction), edge, direction)) return false;
    }
    return true;
  };
  return {
    adjacency,
    looked: () => looked,
    through: (node) => {
      const kind = kindOf(adjacency, node);
      return !hubs.has(kind) && (kinds === null || kinds.has(kind)) && !excluded.has(node);
    },
    each: (node, visit) => void (eachIn(node, 'out', visit) && eachIn(node, 'in', visit)),
  };
}
