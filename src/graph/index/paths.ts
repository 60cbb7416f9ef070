/**
 * Ways between two entities: the shortest first, over the adjacency index in memory.
 *
 * A search never blocks the process: it looks at so many edges and no more, and then says that it gave up, which is not
 * the same as that there is no way.
 */
import { at, farEnd } from './adjacencyIndex.ts';
import type { Visit, Walk } from './walk.ts';

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

/** How many edges one search looks at, at the most: some tenths of a second. */
export const mostEdges = 3_000_000;

/**
 * What the two sides of a search have reached. A search reaches few of the nodes, so the array is kept for the next one,
 * and a mark counts only if it is of this search: no search is interrupted by another, for nothing in it is awaited.
 *
 * Of each node stand side by side, since memory is what a search waits for: for either side, a mark (the base of the
 * search and the number of steps), and by which edge it was reached (twice its number, and 1 if it was walked from
 * object to subject).
 */
let reached = new Int32Array(0);
let base = 0;
const marksOfNode = 4;
/** More than the steps of any way. */
const marksOfSearch = 64;

/** One of the two sides of a search. */
interface Side {
  /** Where its marks stand among those of a node. */
  readonly slot: 0 | 2;
  /** The nodes in the order in which they were reached; kept, as the marks are. */
  queue: Int32Array;
  depth: number;
  /** Where in the queue the nodes begin that are `depth` steps away, and where they end. */
  first: number;
  end: number;
}

const near: Side = { slot: 0, queue: new Int32Array(0), depth: 0, first: 0, end: 0 };
const far: Side = { slot: 2, queue: new Int32Array(0), depth: 0, first: 0, end: 0 };

/** Makes the two sides ready for a search. */
function begin({ adjacency }: Walk, from: number, to: number): void {
  const nodes = adjacency.ids.length;
  if (near.queue.length < nodes || base > 2 ** 31 - 2 * marksOfSearch) {
    reached = new Int32Array(nodes * marksOfNode);
    for (const side of [near, far]) side.queue = new Int32Array(nodes);
    base = 0;
  }
  base += marksOfSearch;
  for (const [side, node] of [
    [near, from],
    [far, to],
  ] as const) {
    Object.assign(side, { depth: 0, first: 0, end: 1 });
    side.queue[0] = node;
    reached[node * marksOfNode + side.slot] = base;
  }
}

/** How many steps a node is from the end that a side began at; negative if the side has not reached it. */
const stepsTo = ({ slot }: Side, node: number): number => at(reached, node * marksOfNode + slot) - base;

/**
 * A shortest way, by breadth-first search from both ends; none if there is none of at most `maxDepth` steps.
 * @param from and `to` are different nodes.
 */
export function shortestWay(walk: Walk, from: number, to: number, maxDepth: number): WaysFound {
  begin(walk, from, to);
  while (near.depth + far.depth < maxDepth) {
    const met = advanceOne(walk, 'until they meet');
    if (met === 'gave up' || met === 'no more') return { ways: [], gaveUp: met === 'gave up' };
    if (met !== null) return { ways: [joined(walk, met)], gaveUp: false };
  }
  return { ways: [], gaveUp: false };
}

/**
 * Takes a side one step further: the one that has less to look at, so that the work grows with the frontier and not
 * with the graph. Gives a node where the sides meet. The first to be found is on a shortest way: had there been a
 * shorter one over it, the sides would have met on that before.
 */
function advanceOne(walk: Walk, extent: Extent): number | 'gave up' | 'no more' | null {
  const [width, otherWidth] = [near.end - near.first, far.end - far.first];
  if (width === 0 || otherWidth === 0) return 'no more';
  return width <= otherWidth ? advance(walk, near, far, extent) : advance(walk, far, near, extent);
}

/** Whether to go on when the sides have met. */
type Extent = 'until they meet' | 'whole';

function advance(walk: Walk, side: Side, other: Side, extent: Extent): number | 'gave up' | null {
  const { queue, slot, first, end } = side;
  const marks = reached;
  const mark = base + side.depth + 1;
  let met: number | null = null;
  const visit: Visit = (next, edge, direction) => {
    const place = next * marksOfNode;
    if (at(marks, place + slot) >= base) return true;
    marks[place + slot] = mark;
    marks[place + slot + 1] = edge * 2 + (direction === 'in' ? 1 : 0);
    queue[side.end] = next;
    side.end += 1;
    const rest = at(marks, place + other.slot) - base;
    if (rest === 0 || (rest > 0 && walk.through(next))) met = next;
    return met === null || extent === 'whole';
  };
  for (let index = first; index < end && (met === null || extent === 'whole'); index += 1) {
    const node = at(queue, index);
    if (side.depth > 0 && !walk.through(node)) continue;
    walk.each(node, visit);
    if (walk.looked() > mostEdges) return 'gave up';
  }
  side.first = end;
  side.depth += 1;
  return met;
}

const opposite = { out: 'in', in: 'out' } as const;

/** The way from the one end to the meeting point, and on to the other. */
function joined({ adjacency }: Walk, met: number): Step[] {
  const lead = (side: Side, node: number) => {
    const by = at(reached, node * marksOfNode + side.slot + 1);
    const direction = by % 2 === 1 ? 'in' : 'out';
    return { edge: by >> 1, direction, before: farEnd(adjacency, by >> 1, opposite[direction]) } as const;
  };
  const steps: Step[] = [];
  let node = met;
  while (stepsTo(near, node) > 0) {
    const { edge, direction, before } = lead(near, node);
    steps.unshift({ node, edge, direction });
    node = before;
  }
  steps.unshift({ node, edge: null, direction: 'out' });
  for (node = met; stepsTo(far, node) > 0; ) {
    const { edge, direction, before } = lead(far, node);
    steps.push({ node: before, edge, direction: opposite[direction] });
    node = before;
  }
  return steps;
}

/**
 * The shortest ways, each over other entities than the others, at most `count`.
 *
 * For one length after the other the two sides are taken on until together they have gone as many steps; then it is
 * known of every node on a way of that length how much is left from it, and the ways are followed from the near end,
 * only where what is left can still be walked. Of several relationships between two entities the first is taken.
 */
export function shortestWays(walk: Walk, from: number, to: number, maxDepth: number, count: number): WaysFound {
  begin(walk, from, to);
  const ways: Step[][] = [];
  let met = false;
  let gaveUp = false;
  for (let length = 1; length <= maxDepth && ways.length < count && !gaveUp; length += 1) {
    while (near.depth + far.depth < length && !gaveUp) {
      const found = advanceOne(walk, 'whole');
      if (found === 'no more') break;
      if (found === 'gave up') gaveUp = true;
      else met ||= found !== null;
    }
    if (!met || gaveUp) continue;
    const left = stepsLeft(walk, length);
    const follow = (way: readonly Step[], node: number, on: Set<number>): void => {
      if (node === to) {
        if (way.length - 1 === length) ways.push([...way]);
        return;
      }
      if (way.length > 1 && !walk.through(node)) return;
      const taken = new Set<number>();
      walk.each(node, (next, edge, direction) => {
        const rest = left(next);
        if (rest === undefined || way.length + rest > length || on.has(next) || taken.has(next)) return true;
        taken.add(next);
        on.add(next);
        follow([...way, { node: next, edge, direction }], next, on);
        on.delete(next);
        gaveUp ||= walk.looked() > mostEdges;
        return ways.length < count && !gaveUp;
      });
    };
    follow([{ node: from, edge: null, direction: 'out' }], from, new Set([from]));
  }
  return { ways, gaveUp };
}

/**
 * How many steps are left to the far end from each node on a way of a length. The far side knows it of those that it
 * has reached; the others are looked for among those that the near side has reached in time.
 */
function stepsLeft(walk: Walk, length: number): (node: number) => number | undefined {
  const beyond = new Map<number, number>();
  let layer: Iterable<number> = far.queue.subarray(far.first, far.end);
  for (let left = far.depth + 1; left < length; left += 1) {
    const next: number[] = [];
    const visit: Visit = (reached) => {
      const gone = stepsTo(near, reached);
      if (gone <= 0 || gone + left > length || stepsTo(far, reached) >= 0 || beyond.has(reached)) return true;
      beyond.set(reached, left);
      next.push(reached);
      return true;
    };
    for (const node of layer) if (stepsTo(far, node) === 0 || walk.through(node)) walk.each(node, visit);
    layer = next;
  }
  return (node) => {
    const left = stepsTo(far, node);
    return left >= 0 ? left : beyond.get(node);
  };
}
