/** Builds the adjacency index from all entities and relationships. */
import {
  type AdjacencyIndex,
  type AdjacencyLists,
  at,
  type Columns,
  type NodeRow,
  sortableDay,
  sortableDays,
  sortableType,
} from './adjacencyIndex.ts';

/**
 * Builds the adjacency index.
 * @param nodes in the order of their ids.
 * @param columns of the edges, in the order of their numbers in the database.
 */
export function buildAdjacencyIndex(nodes: readonly NodeRow[], columns: Columns): AdjacencyIndex {
  const count = columns.seq.length;
  const adjacency: Omit<AdjacencyIndex, 'out' | 'in'> = {
    ids: nodes.map(({ id }) => id),
    kinds: nodes.map(({ kind }) => kind),
    nodeById: new Map(nodes.map(({ id }, node) => [id, node])),
    nodeBySeq: new Map(nodes.map(({ seq }, node) => [seq, node])),
    columns,
    edgeCount: count,
    base: count,
    added: new Map(),
    removed: new Set(),
  };
  for (const ends of [columns.subject, columns.object]) {
    for (let edge = 0; edge < count; edge += 1) ends[edge] = adjacency.nodeBySeq.get(at(ends, edge)) ?? -1;
  }
  const edges = edgesWithEnds(columns);
  const keys = sortKeys(columns);
  const listsOf = (ends: Int32Array, far: Int32Array): AdjacencyLists => ({
    ...sortedBy(ends, inOrder(edges, far, keys, nodes.length), nodes.length),
    changed: new Map(),
  });
  return {
    ...adjacency,
    out: listsOf(columns.subject, columns.object),
    in: listsOf(columns.object, columns.subject),
  };
}

/** The two parts of the sort keys of all edges. */
interface SortKeys {
  readonly type: Int32Array;
  readonly day: Int32Array;
}

function sortKeys(columns: Columns): SortKeys {
  const count = columns.seq.length;
  const keys = { type: new Int32Array(count), day: new Int32Array(count) };
  for (let edge = 0; edge < count; edge += 1) {
    keys.type[edge] = sortableType(columns, edge);
    keys.day[edge] = sortableDay(columns, edge);
  }
  return keys;
}

/**
 * The edges whose ends are both among the nodes. One with an end that was written after the nodes were read is left out:
 * the change log brings it.
 */
function edgesWithEnds({ subject, object }: Columns): Int32Array {
  const edges = new Int32Array(subject.length);
  let count = 0;
  for (let edge = 0; edge < subject.length; edge += 1) {
    if (at(subject, edge) < 0 || at(object, edge) < 0) continue;
    edges[count] = edge;
    count += 1;
  }
  return edges.subarray(0, count);
}

/** The edges in their order: by what counts least first, and nodes are numbered in the order of their ids. */
function inOrder(edges: Int32Array, far: Int32Array, keys: SortKeys, nodes: number): Int32Array {
  const byFarEnd = sortedBy(far, edges, nodes).edges;
  const byDay = sortedBy(keys.day, byFarEnd, sortableDays).edges;
  return sortedBy(keys.type, byDay, largest(keys.type) + 1).edges;
}

function largest(numbers: Int32Array): number {
  let most = 0;
  for (const number of numbers) if (number > most) most = number;
  return most;
}

/**
 * Sorts edges by a small number that each has, and leaves those of one number in the order in which they come.
 * @param count the numbers are below it.
 * @returns the edges, and where those of each number start.
 */
function sortedBy(numbers: Int32Array, order: Int32Array, count: number): Pick<AdjacencyLists, 'start' | 'edges'> {
  const start = new Int32Array(count + 1);
  for (let index = 0; index < order.length; index += 1) {
    const number = at(numbers, at(order, index));
    start[number + 1] = at(start, number + 1) + 1;
  }
  for (let number = 0; number < count; number += 1) start[number + 1] = at(start, number + 1) + at(start, number);
  const next = start.slice();
  const edges = new Int32Array(order.length);
  for (let index = 0; index < order.length; index += 1) {
    const edge = at(order, index);
    const number = at(numbers, edge);
    edges[at(next, number)] = edge;
    next[number] = at(next, number) + 1;
  }
  return { start, edges };
}
