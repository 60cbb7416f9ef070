/** Questions to the network as a whole: ways between entities, the neighbourhood of one. Arguments are checked here. */

import { InvalidArgument } from '../../records/invalidArgument.ts';
import type { Certainty, Time } from '../../records/partialDates.ts';
import type { Kind, RelationshipType } from '../../registry/index.ts';
import { type AdjacencyIndex, type Days, daysOf, idOf, kindOf } from './adjacencyIndex.ts';
import { nodeOf } from './nodeOf.ts';
import { type Step, shortestWay, shortestWays, type WaysFound } from './paths.ts';
import { checkCertainty, type RelatedStep, stepEdge } from './relationships.ts';
import { openWalk, type Walk, type WayFilter } from './walk.ts';

/** What a way may lead over, as clients say it; null and absent are alike. */
export interface NetworkFilter {
  readonly types?: readonly RelationshipType[] | null | undefined;
  readonly kinds?: readonly Kind[] | null | undefined;
  readonly exclude?: readonly string[] | null | undefined;
  readonly asOf?: Time | null | undefined;
  readonly certainty?: Certainty | null | undefined;
  readonly throughHubs?: boolean | null | undefined;
}

export interface PathQuery extends NetworkFilter {
  readonly from: string;
  readonly to: string;
  readonly maxDepth?: number | null | undefined;
}

/** A way: the entity that it begins at, and the steps from there. */
export interface Path {
  readonly from: string;
  readonly steps: readonly RelatedStep[];
}

/** How a search ended. */
type Outcome = 'FOUND' | 'NONE' | 'ONLY_THROUGH_HUBS' | 'GAVE_UP';

export interface PathsFound {
  readonly paths: readonly Path[];
  readonly outcome: Outcome;
}

const deepest = 10;
const defaultDepth = 6;
const mostPaths = 50;
const defaultPaths = 5;

/** The shortest way between two entities, if there is one. @throws InvalidArgument */
export function findPath(adjacency: AdjacencyIndex, query: PathQuery): PathsFound {
  return find(adjacency, query, shortestWay);
}

/** The shortest ways between two entities, at most `first`. @throws InvalidArgument */
export function findPaths(adjacency: AdjacencyIndex, query: PathQuery, first: number | null | undefined): PathsFound {
  const count = inRange('first', first ?? defaultPaths, mostPaths);
  return find(adjacency, query, (walk, from, to, depth) => shortestWays(walk, from, to, depth, count));
}

type Search = (walk: Walk, from: number, to: number, maxDepth: number) => WaysFound;

function find(adjacency: AdjacencyIndex, query: PathQuery, search: Search): PathsFound {
  const from = nodeOf(adjacency, ['from'], query.from);
  const to = nodeOf(adjacency, ['to'], query.to);
  if (from === to) throw new InvalidArgument(['to'], `it is "${query.from}", as \`from\` is`, 'another entity');
  const depth = inRange('maxDepth', query.maxDepth ?? defaultDepth, deepest);
  for (const id of query.exclude ?? []) nodeOf(adjacency, ['exclude'], id);
  const filter = toWayFilter(query);
  const { ways, gaveUp } = search(openWalk(adjacency, filter), from, to, depth);
  const paths = ways.map((way) => toPath(adjacency, way, filter.days ?? null));
  if (paths.length > 0) return { paths, outcome: 'FOUND' };
  if (gaveUp) return { paths, outcome: 'GAVE_UP' };
  const hubsLeftOut = filter.throughHubs !== true && filter.kinds === undefined;
  const around = hubsLeftOut
    ? shortestWay(openWalk(adjacency, { ...filter, throughHubs: true }), from, to, depth)
    : null;
  return { paths, outcome: around !== null && around.ways.length > 0 ? 'ONLY_THROUGH_HUBS' : 'NONE' };
}

function toPath(adjacency: AdjacencyIndex, way: readonly Step[], days: Days | null): Path {
  const [start, ...steps] = way;
  return {
    from: idOf(adjacency, start?.node ?? 0),
    steps: steps.map(({ edge, direction }) => stepEdge(adjacency, edge ?? 0, direction === 'out' ? 'OUT' : 'IN', days)),
  };
}

export interface NeighborhoodQuery extends NetworkFilter {
  readonly of: string;
  readonly depth?: number | null | undefined;
  /** How many entities, at the most. */
  readonly first?: number | null | undefined;
}

/** A part of the network, each entity and each relationship once. */
export interface Neighborhood {
  readonly nodes: readonly { readonly id: string; readonly distance: number }[];
  readonly edges: readonly RelatedStep[];
  /** There is more than was asked for. */
  readonly truncated: boolean;
}

const farthest = 4;
const mostNodes = 500;
const defaultNodes = 100;
/** How many relationships, for each entity that is asked for: what the schema prices them as. */
const edgesForEach = 10;

/** What lies around an entity, nearest first, with all relationships among it. @throws InvalidArgument */
export function findNeighborhood(adjacency: AdjacencyIndex, query: NeighborhoodQuery): Neighborhood {
  const of = nodeOf(adjacency, ['of'], query.of);
  const depth = inRange('depth', query.depth ?? 1, farthest);
  const first = inRange('first', query.first ?? defaultNodes, mostNodes);
  const walk = openWalk(adjacency, { ...toWayFilter(query), kinds: undefined, throughHubs: true });
  const kinds = query.kinds === undefined || query.kinds === null ? null : new Set(query.kinds);
  const filter = toWayFilter(query);
  const through = openWalk(adjacency, filter).through;
  const { distance, truncated } = nearest(
    walk,
    of,
    depth,
    first,
    (node) => kinds === null || kinds.has(kindOf(adjacency, node)),
    through,
  );
  const edges: RelatedStep[] = [];
  let edgesTruncated = false;
  for (const node of distance.keys()) {
    walk.each(node, (next, edge, direction) => {
      if (direction !== 'out' || !distance.has(next)) return true;
      if (edges.length >= edgesForEach * first) edgesTruncated = true;
      else edges.push(stepEdge(adjacency, edge, 'OUT', filter.days ?? null));
      return !edgesTruncated;
    });
  }
  const nodes = [...distance].map(([node, far]) => ({ id: idOf(adjacency, node), distance: far }));
  return { nodes, edges, truncated: truncated || edgesTruncated };
}

/** The nodes around one by breadth-first search, in the order in which they are met. */
function nearest(
  walk: Walk,
  of: number,
  depth: number,
  first: number,
  wanted: (node: number) => boolean,
  through: (node: number) => boolean,
): { distance: Map<number, number>; truncated: boolean } {
  const distance = new Map([[of, 0]]);
  let truncated = false;
  // A map gives its keys in the order in which they came, those that come meanwhile too.
  for (const [node, far] of distance) {
    if (far >= depth || truncated || (node !== of && !through(node))) continue;
    walk.each(node, (next) => {
      if (distance.has(next) || !wanted(next)) return true;
      if (distance.size >= first) truncated = true;
      else distance.set(next, far + 1);
      return !truncated;
    });
  }
  return { distance, truncated };
}

function inRange(argument: string, value: number, most: number): number {
  if (Number.isInteger(value) && value >= 1 && value <= most) return value;
  throw new InvalidArgument([argument], `${value} is out of range`, `1 to ${most}`);
}

/** The filter of a walk. @throws InvalidArgument if it asks for certainty and names no day. */
export function toWayFilter({ types, kinds, exclude, asOf, certainty, throughHubs }: NetworkFilter): WayFilter {
  checkCertainty({ asOf, certainty });
  return {
    types: types ?? undefined,
    kinds: kinds ?? undefined,
    exclude: exclude ?? undefined,
    days: asOf === undefined || asOf === null ? undefined : daysOf(asOf),
    certainty: certainty ?? undefined,
    throughHubs: throughHubs ?? undefined,
  };
}
