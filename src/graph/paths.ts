/**
 * Ways between two entities: the shortest first, over the topology in memory.
 *
 * A search never blocks the process: it looks at so many edges and no more, and then says that it gave up, which is not
 * the same as that there is no way.
 */
import type { Certainty } from './dates.ts';
import type { Kind, RelationshipType } from './registry.ts';
import { certaintyOfEdge, edgesOf, farEnd, numberOfType, type Topology } from './topology.ts';

/** Which entities and relationships a way may lead over. */
export interface WayFilter {
  /** Only relationships of these types; none: all. */
  readonly types?: readonly RelationshipType[] | undefined;
  /** Only through entities of these kinds; none: all but hubs. The two ends may be of any kind. */
  readonly kinds?: readonly Kind[] | undefined;
  /** Not through these entities: their ids. */
  readonly exclude?: readonly string[] | undefined;
  /** Only over what holds on this day, for certain or possibly; a day number. */
  readonly day?: number | undefined;
  readonly certainty?: Certainty | undefined;
  /** Through hubs as well. */
  readonly throughHubs?: boolean | undefined;
}

/** A step of a way: the node that it leads to, and the edge by which. The first step has no edge. */
export interface Step {
  readonly node: number;
  readonly edge: number | null;
  /** Whether the edge is walked from subject to object. */
  readonly direction: 'out' | 'in';
}

export interface WaysFound {
  readonly ways: readonly (readonly Step[])[];
  /** The bound on the search was reached: there may be others, or shorter ones. */
  readonly gaveUp: boolean;
}

/** Kinds that connect everything with everything: a way through them says little. */
export const hubKinds: readonly Kind[] = ['ARTICLE', 'NEWS_OUTLET', 'JURISDICTION', 'ISSUE'];

/** How many edges one search looks at, at the most: some tenths of a second. */
export const mostEdges = 3_000_000;

/** What a search may walk. */
export interface Walk {
  /** Calls for each step from a node, until the call gives false. */
  readonly each: (node: number, visit: (next: number, edge: number, direction: 'out' | 'in') => boolean) => boolean;
  /** Whether a way may lead through a node. */
  readonly through: (node: number) => boolean;
  /** How many edges have been looked at. */
  readonly looked: () => number;
}

/** Prepares a walk over what a filter lets through. */
export function openWalk(topology: Topology, filter: WayFilter): Walk {
  const types = filter.types === undefined ? null : new Set(filter.types.map(numberOfType));
  const excluded = new Set((filter.exclude ?? []).map((id) => topology.nodeById.get(id)));
  const kinds = filter.kinds === undefined ? null : new Set(filter.kinds);
  const hubs = new Set(filter.throughHubs === true || kinds !== null ? [] : hubKinds);
  const { day, certainty } = filter;
  let looked = 0;
  const lets = (edge: number): boolean => {
    if (types !== null && !types.has(topology.columns.type[edge] as number)) return false;
    if (day === undefined) return true;
    const holds = certaintyOfEdge(topology, edge, day);
    return holds !== null && (certainty !== 'CERTAIN' || holds === 'CERTAIN');
  };
  return {
    looked: () => looked,
    through: (node) => {
      const kind = topology.kinds[node] as Kind;
      return !hubs.has(kind) && (kinds === null || kinds.has(kind)) && !excluded.has(node);
    },
    each: (node, visit) => {
      for (const direction of ['out', 'in'] as const) {
        const edges = edgesOf(topology, node, direction);
        for (let index = 0; index < edges.length; index += 1) {
          looked += 1;
          const edge = edges[index] as number;
          if (lets(edge) && !visit(farEnd(topology, edge, direction), edge, direction)) return false;
        }
      }
      return true;
    },
  };
}

/** One side of a search from both ends: how far each node that it has reached is from its end. */
interface Side {
  readonly distance: Map<number, number>;
  /** By which step a node was reached. */
  readonly parent: Map<number, Step & { readonly before: number }>;
  frontier: number[];
  depth: number;
}

const openSide = (node: number): Side => ({
  distance: new Map([[node, 0]]),
  parent: new Map(),
  frontier: [node],
  depth: 0,
});

/**
 * A shortest way, by breadth-first search from both ends; none if there is none of at most `maxDepth` steps.
 * @param from and `to` are different nodes.
 */
export function shortestWay(walk: Walk, from: number, to: number, maxDepth: number): WaysFound {
  const sides = [openSide(from), openSide(to)] as const;
  const [near, far] = sides;
  while (near.frontier.length > 0 && far.frontier.length > 0 && near.depth + far.depth < maxDepth) {
    // The side that has less to look at goes on: the work grows with the frontier, not with the graph.
    const [side, other] = near.frontier.length <= far.frontier.length ? [near, far] : [far, near];
    const met = advance(walk, side, other);
    if (met === 'gave up') return { ways: [], gaveUp: true };
    if (met !== null) return { ways: [joined(near, far, from, met)], gaveUp: false };
  }
  return { ways: [], gaveUp: false };
}

/** Takes one side a step further; gives the node where it first meets the other on a shortest way. */
function advance(walk: Walk, side: Side, other: Side): number | 'gave up' | null {
  const next: number[] = [];
  let best: { node: number; distance: number } | null = null;
  for (const node of side.frontier) {
    if (side.depth > 0 && !walk.through(node)) continue;
    walk.each(node, (reached, edge, direction) => {
      if (side.distance.has(reached)) return true;
      side.distance.set(reached, side.depth + 1);
      side.parent.set(reached, { node: reached, edge, direction, before: node });
      const rest = other.distance.get(reached);
      if (rest === undefined) next.push(reached);
      else if ((best === null || rest < best.distance) && (rest === 0 || walk.through(reached)))
        best = { node: reached, distance: rest };
      else next.push(reached);
      return true;
    });
    if (walk.looked() > mostEdges) return 'gave up';
  }
  side.frontier = next;
  side.depth += 1;
  return best === null ? null : (best as { node: number }).node;
}

const opposite = { out: 'in', in: 'out' } as const;

/** The way from the one end to the meeting point, and on to the other. */
function joined(near: Side, far: Side, from: number, met: number): Step[] {
  const steps: Step[] = [];
  for (let node = met; node !== from; ) {
    const { edge, direction, before } = near.parent.get(node) as Step & { before: number };
    steps.unshift({ node, edge, direction });
    node = before;
  }
  steps.unshift({ node: from, edge: null, direction: 'out' });
  for (let step = far.parent.get(met); step !== undefined; step = far.parent.get(step.before)) {
    steps.push({ node: step.before, edge: step.edge, direction: opposite[step.direction] });
  }
  return steps;
}

/**
 * The shortest ways, each over other entities than the others, at most `count`.
 *
 * The distances to the far end are found first; then ways are followed from the near end in the order of their length,
 * only where what is left can still be walked. Of several relationships between two entities the first is taken.
 */
export function shortestWays(walk: Walk, from: number, to: number, maxDepth: number, count: number): WaysFound {
  const distance = distancesTo(walk, to, maxDepth);
  if (distance === null) return { ways: [], gaveUp: true };
  const ways: Step[][] = [];
  const shortest = distance.get(from);
  let gaveUp = false;
  const follow = (way: Step[], on: Set<number>, length: number): void => {
    const { node } = way.at(-1) as Step;
    if (node === to) {
      if (way.length - 1 === length) ways.push([...way]);
      return;
    }
    if (way.length > 1 && !walk.through(node)) return;
    const taken = new Set<number>();
    walk.each(node, (next, edge, direction) => {
      const left = distance.get(next);
      if (left === undefined || way.length + left > length || on.has(next) || taken.has(next)) return true;
      taken.add(next);
      on.add(next);
      follow([...way, { node: next, edge, direction }], on, length);
      on.delete(next);
      gaveUp = gaveUp || walk.looked() > mostEdges;
      return ways.length < count && !gaveUp;
    });
  };
  for (let length = shortest ?? maxDepth + 1; length <= maxDepth && ways.length < count && !gaveUp; length += 1) {
    follow([{ node: from, edge: null, direction: 'out' }], new Set([from]), length);
  }
  return { ways, gaveUp };
}

/** How many steps it is from each node to the end, up to a depth; null if the search gave up. */
function distancesTo(walk: Walk, to: number, maxDepth: number): Map<number, number> | null {
  const distance = new Map([[to, 0]]);
  let frontier = [to];
  for (let depth = 0; depth < maxDepth && frontier.length > 0; depth += 1) {
    const next: number[] = [];
    for (const node of frontier) {
      if (depth > 0 && !walk.through(node)) continue;
      walk.each(node, (reached) => {
        if (!distance.has(reached)) {
          distance.set(reached, depth + 1);
          next.push(reached);
        }
        return true;
      });
      if (walk.looked() > mostEdges) return null;
    }
    frontier = next;
  }
  return distance;
}
