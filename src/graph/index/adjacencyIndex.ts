/**
 * Who is related to whom, by what type, when: in memory, in typed arrays, both directions.
 *
 * A node is an entity, an edge a relationship; both are numbered from 0, and only here. Days are numbers since 1970, so
 * that `asOf` costs a comparison. The edges of a node stand in one order, which no restart and no other database
 * changes: by type, ordinal, when it began, and the id at the far end.
 * The record is PostgreSQL: the adjacency index is read from it at the start and follows its change log.
 */
import type { Certainty, Time } from '../../records/partialDates.ts';
import {
  type Kind,
  type RelationshipType,
  recordOf,
  relationshipDefinition,
  relationshipTypeNames,
} from '../../registry/index.ts';

/** An end of validity that nothing bounds, and its opposite. */
export const unbounded = 0x7fffffff;

/** An entity as it is read. */
export interface NodeRow {
  /** Its number in the database. */
  readonly seq: number;
  readonly id: string;
  readonly kind: Kind;
}

/** The columns of a relationship, in the order in which they are read. Days are numbers since 1970. */
export const columnNames = [
  'seq',
  'subject',
  'object',
  'type',
  'ordinal',
  'fromEarliest',
  'fromLatest',
  'toEarliest',
  'toLatest',
] as const;
export type Columns = Record<(typeof columnNames)[number], Int32Array>;
/** A relationship as it is read: its ends by the entities' numbers in the database; -1: no ordinal. */
export type EdgeRow = Readonly<Record<(typeof columnNames)[number], number>>;

/** The edges of each node: those of a node at `start[node]` to `start[node + 1]`, or, if it has changed, in `changed`. */
export interface AdjacencyLists {
  readonly start: Int32Array;
  readonly edges: Int32Array;
  readonly changed: Map<number, Int32Array>;
}

export interface AdjacencyIndex {
  readonly ids: string[];
  readonly kinds: Kind[];
  readonly nodeById: Map<string, number>;
  readonly nodeBySeq: Map<number, number>;
  /** As long as there is room for edges; `edgeCount` says how many there have been. */
  columns: Columns;
  edgeCount: number;
  /** How many of the edges were read at first, and so stand in the order of their numbers. */
  readonly base: number;
  /** Edges that came later, by their number in the database. */
  readonly added: Map<number, number>;
  readonly removed: Set<number>;
  readonly out: AdjacencyLists;
  readonly in: AdjacencyLists;
}

const typeNumbers = new Map<string, number>(relationshipTypeNames.map((type, index) => [type, index]));
/** The number of a type in the columns. */
export const numberOfType = (type: string): number => typeNumbers.get(type) ?? -1;
const temporal = relationshipTypeNames.map((type) => relationshipDefinition(type).temporal === true);

/** Reads a typed array where there is something: the callers' indexes come from the adjacency index itself. */
export const at = (array: Int32Array, index: number): number => array[index] as number;

// The sort key of an edge: its type, 5 bits of the ordinal, and 16 of the day (since 1900; what is not known comes
// first).
export const sortableDays = 65_536;
const ordinals = 32;
const sortableOrdinal = (ordinal: number): number => (ordinal < 0 ? ordinals - 1 : Math.min(ordinal, ordinals - 2));
/** The part of the key that counts most: as large as there are types. */
export const sortableType = ({ type, ordinal }: Columns, edge: number): number =>
  at(type, edge) * ordinals + sortableOrdinal(at(ordinal, edge));
/** The part of the key that counts less: below `sortableDays`. Only what has dates of its own is in their order. */
export const sortableDay = ({ type, fromEarliest, fromLatest }: Columns, edge: number): number => {
  if (temporal[at(type, edge)] !== true) return 0;
  const earliest = at(fromEarliest, edge);
  const began = earliest === -unbounded ? at(fromLatest, edge) : earliest;
  return began === unbounded ? 0 : Math.max(1, Math.min(sortableDays - 1, began + 25_567));
};
const sortKey = (columns: Columns, edge: number): number =>
  sortableType(columns, edge) * sortableDays + sortableDay(columns, edge);

/** A part of an array of edges: a view of its own would cost more than what is read in it. */
export interface Span {
  readonly edges: Int32Array;
  readonly start: number;
  readonly end: number;
}

const none: Span = { edges: new Int32Array(0), start: 0, end: 0 };

/** Where the edges of a node stand, in their order: those of which it is the subject (`out`) or the object (`in`). */
export function spanOf(adjacency: AdjacencyIndex, node: number, direction: 'out' | 'in'): Span {
  const { start, edges, changed } = adjacency[direction];
  const instead = changed.size === 0 ? undefined : changed.get(node);
  if (instead !== undefined) return { edges: instead, start: 0, end: instead.length };
  return node + 1 < start.length ? { edges, start: at(start, node), end: at(start, node + 1) } : none;
}

/** The edges of a node, in their order. */
export function edgesOf(adjacency: AdjacencyIndex, node: number, direction: 'out' | 'in'): Int32Array {
  const { edges, start, end } = spanOf(adjacency, node, direction);
  return edges.subarray(start, end);
}

/** The id of a node. */
export const idOf = ({ ids }: AdjacencyIndex, node: number): string => ids[node] as string;

/** The kind of a node. */
export const kindOf = ({ kinds }: AdjacencyIndex, node: number): Kind => kinds[node] as Kind;

/** The type of an edge. */
export const typeOf = ({ columns }: AdjacencyIndex, edge: number): RelationshipType =>
  relationshipTypeNames[at(columns.type, edge)] as RelationshipType;

/** The number that an edge's relationship has in the database. */
export const seqOf = ({ columns }: AdjacencyIndex, edge: number): number => at(columns.seq, edge);

/** The node at the other end of an edge. */
export const farEnd = ({ columns }: AdjacencyIndex, edge: number, direction: 'out' | 'in'): number =>
  at(direction === 'out' ? columns.object : columns.subject, edge);

/** A time that is asked about, in days since 1970. */
export interface Days {
  readonly first: number;
  readonly last: number;
  /** The time of an article, which tells of what was and what is to come. */
  readonly told: boolean;
}

/** A time in days since 1970. */
export function daysOf(time: Time): Days {
  const { first, last } = time instanceof Date ? { first: time, last: time } : time;
  const number = (day: Date): number => Math.floor(day.getTime() / 86_400_000);
  return {
    first: first === null ? -unbounded : number(first),
    last: last === null ? unbounded : number(last),
    told: !(time instanceof Date),
  };
}

/**
 * Whether an edge holds at a time, as `certaintyOf` of relationshipMeaning.ts says of a row, and `certaintyOn` of
 * partialDates.ts of dates. It is said once more for numbers: this is asked of every edge of a walk, of which many do not
 * hold, and two columns are enough to tell that. Tests hold it to the other (test/network/graphs.ts).
 */
export function certaintyOfEdge(
  { columns }: AdjacencyIndex,
  edge: number,
  { first, last, told }: Days,
): Certainty | null {
  if (told && temporal[at(columns.type, edge)] !== true) return 'CERTAIN';
  if (last < at(columns.fromEarliest, edge) || first > at(columns.toLatest, edge)) return null;
  const [fromLatest, toEarliest] = [at(columns.fromLatest, edge), at(columns.toEarliest, edge)];
  const stated = fromLatest !== unbounded && toEarliest !== -unbounded;
  return stated && last >= fromLatest && first <= toEarliest ? 'CERTAIN' : 'POSSIBLE';
}

/** The place of an edge among those of a node: what it is sorted by, the id at the far end, and its number. */
export type Place = readonly [key: number, farId: string, seq: number];

/** The place of an edge among those of which a node is the subject (`out`) or the object (`in`). */
export function placeOf(adjacency: AdjacencyIndex, edge: number, direction: 'out' | 'in'): Place {
  const { columns } = adjacency;
  return [sortKey(columns, edge), idOf(adjacency, farEnd(adjacency, edge, direction)), at(columns.seq, edge)];
}

/** Which of two places comes first: negative, positive, or 0. */
export function comparePlaces(a: Place, b: Place): number {
  if (a[0] !== b[0]) return a[0] - b[0];
  if (a[1] !== b[1]) return a[1] < b[1] ? -1 : 1;
  return a[2] - b[2];
}

/** Where the edges after a place begin, among some in their order. */
export function endUpTo(adjacency: AdjacencyIndex, span: Span, direction: 'out' | 'in', place: Place): number {
  return firstWhere(span, (edge) => comparePlaces(placeOf(adjacency, edge, direction), place) > 0);
}

/** Where the edges before a place end, among some in their order. */
export function endBefore(adjacency: AdjacencyIndex, span: Span, direction: 'out' | 'in', place: Place): number {
  return firstWhere(span, (edge) => comparePlaces(placeOf(adjacency, edge, direction), place) >= 0);
}

/** Where the first edge stands for which something holds that, once it holds, holds of all that follow. */
function firstWhere({ edges, start, end }: Span, holds: (edge: number) => boolean): number {
  let [low, high] = [start, end];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (holds(at(edges, middle))) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The edges of a type among some in their order. */
export function spanOfType({ columns }: AdjacencyIndex, span: Span, type: number): Span {
  const start = firstOfType(columns.type, span, type);
  return { edges: span.edges, start, end: firstOfType(columns.type, span, type + 1) };
}

/** As `firstWhere`, without a function that is called for each step: every page of relationships comes by here. */
function firstOfType(types: Int32Array, { edges, start, end }: Span, type: number): number {
  let low = start;
  let high = end;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (at(types, at(edges, middle)) >= type) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Adds a node, or does nothing if it is there. */
export function addNode(adjacency: AdjacencyIndex, { seq, id, kind }: NodeRow): void {
  const known = adjacency.nodeById.get(id);
  if (known !== undefined) {
    // The same id came back as a new row: it keeps its place here, and its edges come on their own.
    adjacency.nodeBySeq.set(seq, known);
    adjacency.kinds[known] = kind;
    return;
  }
  const node = adjacency.ids.push(id) - 1;
  adjacency.kinds.push(kind);
  adjacency.nodeById.set(id, node);
  adjacency.nodeBySeq.set(seq, node);
}

/** Forgets a node's id. Its edges go on their own, and its place stays empty until the next build. */
export function removeNode(adjacency: AdjacencyIndex, id: string): void {
  adjacency.nodeById.delete(id);
}

/** Adds an edge, in the place of the one with its number if there is one. */
export function putEdge(adjacency: AdjacencyIndex, row: EdgeRow): void {
  removeEdge(adjacency, row.seq);
  const subject = adjacency.nodeBySeq.get(row.subject);
  const object = adjacency.nodeBySeq.get(row.object);
  if (subject === undefined || object === undefined) return;
  const edge = adjacency.edgeCount;
  if (edge >= adjacency.columns.seq.length) adjacency.columns = withRoom(adjacency.columns);
  for (const name of columnNames) adjacency.columns[name][edge] = row[name];
  adjacency.columns.subject[edge] = subject;
  adjacency.columns.object[edge] = object;
  adjacency.edgeCount += 1;
  adjacency.added.set(row.seq, edge);
  insert(adjacency, subject, 'out', edge);
  insert(adjacency, object, 'in', edge);
}

/** Removes the edge with a number in the database; does nothing if there is none. */
export function removeEdge(adjacency: AdjacencyIndex, seq: number): void {
  const edge = edgeOfSeq(adjacency, seq);
  if (edge === undefined) return;
  adjacency.added.delete(seq);
  adjacency.removed.add(edge);
  if (at(adjacency.columns.subject, edge) < 0 || at(adjacency.columns.object, edge) < 0) return;
  for (const [direction, node] of [
    ['out', at(adjacency.columns.subject, edge)],
    ['in', at(adjacency.columns.object, edge)],
  ] as const) {
    adjacency[direction].changed.set(
      node,
      edgesOf(adjacency, node, direction).filter((other) => other !== edge),
    );
  }
}

/** The edge of the relationship with a number in the database, if there is one. */
export function edgeOfSeq(adjacency: AdjacencyIndex, seq: number): number | undefined {
  const edge = adjacency.added.get(seq) ?? baseEdge(adjacency, seq);
  return edge === undefined || adjacency.removed.has(edge) ? undefined : edge;
}

function insert(adjacency: AdjacencyIndex, node: number, direction: 'out' | 'in', edge: number): void {
  const span = spanOf(adjacency, node, direction);
  const edges = edgesOf(adjacency, node, direction);
  const before = endUpTo(adjacency, span, direction, placeOf(adjacency, edge, direction)) - span.start;
  const longer = new Int32Array(edges.length + 1);
  longer.set(edges.subarray(0, before));
  longer[before] = edge;
  longer.set(edges.subarray(before), before + 1);
  adjacency[direction].changed.set(node, longer);
}

/** Among the edges that were read at first, which stand in the order of their numbers. */
function baseEdge({ columns, base }: AdjacencyIndex, seq: number): number | undefined {
  let [low, high] = [0, base];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (at(columns.seq, middle) < seq) low = middle + 1;
    else high = middle;
  }
  return low < base && at(columns.seq, low) === seq ? low : undefined;
}

function withRoom(columns: Columns): Columns {
  const room = Math.ceil(columns.seq.length * 1.25) + 1024;
  const longer = (array: Int32Array): Int32Array => {
    const copy = new Int32Array(room);
    copy.set(array);
    return copy;
  };
  return recordOf(columnNames, (name) => longer(columns[name]));
}

/** How many edges there are. */
export const countEdges = ({ edgeCount, removed }: AdjacencyIndex): number => edgeCount - removed.size;

/** How much room the edges take, in bytes. */
export function bytesOfEdges({ columns, out, in: incoming }: AdjacencyIndex): number {
  const arrays = [...columnNames.map((name) => columns[name]), out.edges, incoming.edges, out.start, incoming.start];
  return arrays.reduce((sum, array) => sum + array.byteLength, 0);
}
