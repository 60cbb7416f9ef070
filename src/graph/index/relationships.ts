/** What an entity is related to, found in the adjacency index. */
import { z } from 'zod';
import type { Relationship as Row } from '../../generated/prisma/client.ts';
import { InvalidArgument } from '../../records/invalidArgument.ts';
import type { Certainty, Time } from '../../records/partialDates.ts';
import type { Direction, Kind, RelationshipType } from '../../registry/index.ts';
import type { EntityFilter } from '../queries/entityFilter.ts';
import type { RelationshipOrder } from '../queries/factLists.ts';
import type { EntityOrder } from '../queries/list.ts';
import {
  type Connection,
  type Edge,
  formatCursor,
  type Key,
  type Page,
  type PageArgs,
  pageInfoOf,
  parsePage,
  rowsOf,
} from '../queries/page.ts';
import {
  type AdjacencyIndex,
  at,
  certaintyOfEdge,
  comparePlaces,
  type Days,
  daysOf,
  endBefore,
  endUpTo,
  farEnd,
  idOf,
  kindOf,
  numberOfType,
  type Place,
  placeOf,
  type Span,
  seqOf,
  spanOf,
  spanOfType,
  typeOf,
} from './adjacencyIndex.ts';

export type { Row as Relationship };

/** A relationship as the adjacency index knows it: enough to say what holds between whom. */
export type RelationshipRef = Pick<Row, 'seq' | 'type' | 'subjectId' | 'objectId'>;

/** Which relationships of an entity are wanted. */
export interface RelatedQuery {
  readonly direction: Direction;
  /** None: all. */
  readonly types?: readonly RelationshipType[] | undefined;
  /** Kinds at the far end; none: all. */
  readonly kinds?: readonly Kind[] | undefined;
  /** Only what holds at that time, for certain or possibly. */
  readonly asOf?: Time | undefined;
  /** With `asOf`, CERTAIN: only what holds for certain. */
  readonly certainty?: Certainty | undefined;
  /** What the far end must be; what passes is read beforehand. */
  readonly filter?: EntityFilter | undefined;
  /** By what of the far end they are ordered, which is read beforehand too; none: by their places in the index. */
  readonly order?: EntityOrder | undefined;
  /** Instead of `order`, by what of the relationships themselves they are ordered. */
  readonly relationshipOrder?: RelationshipOrder | undefined;
}

/** What has been read of a far end that passes: its id, and what the list is ordered by. */
export interface Passed {
  readonly id: string;
  readonly key: string | number;
}

/** What has been read of a relationship: its number, what the list is ordered by, and its id. */
export interface Placed {
  readonly seq: number;
  readonly key: string | number;
  readonly id: string;
}

/** What has been read beforehand of what an entity is related to. */
export interface ReadBeforehand {
  /** With a filter or an order: the far ends that pass. */
  readonly passing?: readonly Passed[] | undefined;
  /** With an order of the relationships: these. */
  readonly placed?: readonly Placed[] | undefined;
}

/** A step from one entity along a relationship to the entity at its far end. */
export interface RelatedStep {
  /** The id of that entity. */
  readonly node: string;
  /** The number of the relationship. */
  readonly seq: number;
  readonly type: RelationshipType;
  readonly direction: 'OUT' | 'IN';
  /** Null where no day was asked about. */
  readonly certainty: Certainty | null;
}

/** A step as a line of a page. */
export type RelatedEdge = RelatedStep & Edge<string>;

/** An edge of the adjacency index, seen from one of its ends. */
interface Seen {
  readonly edge: number;
  readonly direction: 'OUT' | 'IN';
}

/** A query whose days, filter and order have been worked out. */
interface Wanted {
  readonly direction: Direction;
  readonly types: readonly RelationshipType[] | undefined;
  readonly kinds: readonly Kind[] | undefined;
  readonly certainty: Certainty | undefined;
  /** The days that it asks about; null: none. */
  readonly days: Days | null;
  readonly order: 'ASC' | 'DESC' | undefined;
  /** The ids that the far end must have one of, with what the list is ordered by. */
  readonly only: ReadonlyMap<string, string | number> | undefined;
  /** By the numbers of relationships: what the list is ordered by. */
  readonly placed: ReadonlyMap<number, Placed> | undefined;
}

/** Always of one shape, unlike queries: what reads it for each edge is compiled to twice as fast code. */
const toWanted = (
  { direction, types, kinds, certainty, asOf, order, relationshipOrder }: RelatedQuery,
  { passing, placed }: ReadBeforehand = {},
): Wanted => ({
  direction,
  types,
  kinds,
  certainty,
  days: asOf === undefined ? null : daysOf(asOf),
  order: (relationshipOrder ?? order)?.direction,
  only: passing && new Map(passing.map(({ id, key }) => [id, key])),
  placed: placed && new Map(placed.map((one) => [one.seq, one])),
});

/**
 * A page of what an entity is related to.
 * @param beforehand with a filter or an order: what has been read for it.
 * @throws InvalidArgument if the page cannot be.
 */
export function related(
  adjacency: AdjacencyIndex,
  entityId: string,
  query: RelatedQuery,
  pageArgs: PageArgs,
  beforehand?: ReadBeforehand,
): Connection<RelatedEdge> {
  checkCertainty(query);
  const page = parsePage(pageArgs, () => `related ${entityId} ${JSON.stringify(query)}`, shapeOf(query));
  const wanted = toWanted(query, beforehand);
  const taking = wanted.order === undefined ? take : takeInOrder;
  const seen = taking(adjacency, entityId, wanted, page, page.size + 1);
  const edges = rowsOf(page, seen).map((one) => toEdge(adjacency, one, page, wanted));
  return {
    edges,
    totalCount() {
      return take(adjacency, entityId, wanted, { ...page, ...wholeList }, Number.POSITIVE_INFINITY).length;
    },
    pageInfo: pageInfoOf(page, edges, seen.length > page.size),
  };
}

/** Certainty is of a day. @throws InvalidArgument */
export function checkCertainty({
  asOf,
  certainty,
}: {
  asOf?: Time | null | undefined;
  certainty?: Certainty | null | undefined;
}): void {
  if (certainty === undefined || certainty === null || (asOf !== undefined && asOf !== null)) return;
  throw new InvalidArgument(
    ['certainty'],
    'there is no day to be certain of',
    '`certainty` together with `asOf` or `asToldBy`',
  );
}

/**
 * All that an entity is related to in one way: for what is few by nature, such as a dispute's parties.
 * @throws InvalidArgument
 */
export function relatedAll(adjacency: AdjacencyIndex, entityId: string, query: RelatedQuery): RelatedEdge[] {
  const wanted = toWanted(query);
  const seen = take(adjacency, entityId, wanted, allAtOnce, mostAtOnce + 1);
  // Some of them would be taken for all.
  if (seen.length > mostAtOnce)
    throw new InvalidArgument(
      ['id'],
      `more than ${mostAtOnce} are related to ${entityId} so`,
      'its `relationships`, in pages',
    );
  return seen.map((one) => toEdge(adjacency, one, allAtOnce, wanted));
}

/** The ids of all that an entity is related to in one way, whatever it is, each once. */
export function relatedIds(adjacency: AdjacencyIndex, entityId: string, query: RelatedQuery): string[] {
  const seen = take(adjacency, entityId, toWanted(query), allAtOnce, Number.POSITIVE_INFINITY);
  return [...new Set(seen.map((one) => farId(adjacency, one)))];
}

/** The numbers of all relationships of an entity of one way, each once. */
export function relatedSeqs(adjacency: AdjacencyIndex, entityId: string, query: RelatedQuery): number[] {
  const seen = take(adjacency, entityId, toWanted(query), allAtOnce, Number.POSITIVE_INFINITY);
  return [...new Set(seen.map(({ edge }) => seqOf(adjacency, edge)))];
}

/** What a cursor of these lists holds: a place, in the adjacency index or in the order that is asked for. */
const placeShape = z.tuple([z.number(), z.string(), z.number()]);
const textPlaceShape = z.tuple([z.string(), z.string(), z.number()]);
function shapeOf({ order, relationshipOrder }: RelatedQuery): z.ZodType<Key> {
  const field = (relationshipOrder ?? order)?.field;
  return field === 'ID' || field === 'NAME' ? textPlaceShape : placeShape;
}

const mostAtOnce = 10_000;
const wholeList = { after: null, before: null, backward: false };
const allAtOnce: Page = { size: mostAtOnce, ...wholeList, list: () => 'all' };

// Methods, not arrow functions: these are made by the thousand, and a method costs nothing until it is called.
function toEdge(adjacency: AdjacencyIndex, seen: Seen, page: Page, wanted: Wanted): RelatedEdge {
  const { edge, direction } = seen;
  const { days } = wanted;
  return {
    node: farId(adjacency, seen),
    seq: seqOf(adjacency, edge),
    type: typeOf(adjacency, edge),
    direction,
    certainty: days === null ? null : certaintyOfEdge(adjacency, edge, days),
    cursor() {
      return formatCursor(
        page,
        wanted.order === undefined ? placeOfSeen(adjacency, seen) : keyOf(adjacency, seen, wanted),
      );
    },
  };
}

const farId = (adjacency: AdjacencyIndex, { edge, direction }: Seen): string =>
  idOf(adjacency, farEnd(adjacency, edge, direction === 'OUT' ? 'out' : 'in'));

/** A step along an edge of the adjacency index, outside of any list. */
export function stepEdge(
  adjacency: AdjacencyIndex,
  edge: number,
  direction: 'OUT' | 'IN',
  days: Days | null,
): RelatedStep {
  return {
    node: farId(adjacency, { edge, direction }),
    seq: seqOf(adjacency, edge),
    type: typeOf(adjacency, edge),
    direction,
    certainty: days === null ? null : certaintyOfEdge(adjacency, edge, days),
  };
}

/** What the adjacency index knows of a relationship. */
export function refOfEdge(adjacency: AdjacencyIndex, edge: number): RelationshipRef {
  return {
    seq: seqOf(adjacency, edge),
    type: typeOf(adjacency, edge),
    subjectId: idOf(adjacency, farEnd(adjacency, edge, 'in')),
    objectId: idOf(adjacency, farEnd(adjacency, edge, 'out')),
  };
}

/** The first edges that a query lets through in the page's stretch, in the order in which the page is read. */
function take(adjacency: AdjacencyIndex, entityId: string, wanted: Wanted, page: Page, most: number): Seen[] {
  const node = adjacency.nodeById.get(entityId);
  if (node === undefined) return [];
  if (wanted.direction !== 'BOTH') return takeIn(adjacency, node, wanted.direction, wanted, page, most);
  const both = [
    ...takeIn(adjacency, node, 'OUT', wanted, page, most),
    ...takeIn(adjacency, node, 'IN', wanted, page, most),
  ].map((seen) => ({ seen, place: placeOfSeen(adjacency, seen) }));
  both.sort((a, b) => (page.backward ? comparePlaces(b.place, a.place) : comparePlaces(a.place, b.place)));
  return both.slice(0, most).map(({ seen }) => seen);
}

/** The same in the order that is asked for. */
function takeInOrder(adjacency: AdjacencyIndex, entityId: string, wanted: Wanted, page: Page, most: number): Seen[] {
  const { after, before, backward } = page;
  const sign = (wanted.order === 'DESC') === backward ? 1 : -1;
  const [start, stop] = backward ? [before, after] : [after, before];
  return take(adjacency, entityId, wanted, { ...page, ...wholeList }, Number.POSITIVE_INFINITY)
    .map((seen) => ({ seen, key: keyOf(adjacency, seen, wanted) }))
    .filter(({ key }) => start === null || sign * compareKeys(key, start) > 0)
    .filter(({ key }) => stop === null || sign * compareKeys(key, stop) < 0)
    .sort((a, b) => sign * compareKeys(a.key, b.key))
    .slice(0, most)
    .map(({ seen }) => seen);
}

/**
 * Where an edge stands in the order that is asked for. What is alike in it is in the order of the ids: of the
 * relationships, or of the far ends and then of the numbers.
 */
function keyOf(adjacency: AdjacencyIndex, seen: Seen, { only, placed }: Wanted): Key {
  const seq = seqOf(adjacency, seen.edge);
  const place = placed?.get(seq);
  if (place !== undefined) return [place.key, place.id, seq];
  const id = farId(adjacency, seen);
  return [only?.get(id) ?? '', id, seq];
}

/** Which of two keys of one shape comes first: negative, positive, or 0. */
function compareKeys(a: Key, b: Key): number {
  const differs = a.findIndex((part, index) => part !== b[index]);
  return differs === -1 ? 0 : (a[differs] as Key[number]) < (b[differs] as Key[number]) ? -1 : 1;
}

const placeOfSeen = (adjacency: AdjacencyIndex, { edge, direction }: Seen): Place =>
  placeOf(adjacency, edge, direction === 'OUT' ? 'out' : 'in');

/** The place that a cursor of one of these lists holds. */
const toPlace = ([key, farId, seq]: Key): Place => [Number(key), String(farId), Number(seq)];

function takeIn(
  adjacency: AdjacencyIndex,
  node: number,
  direction: 'OUT' | 'IN',
  wanted: Wanted,
  { after, before, backward }: Page,
  most: number,
): Seen[] {
  const side = direction === 'OUT' ? 'out' : 'in';
  const span = spanOf(adjacency, node, side);
  const from = after === null ? span.start : endUpTo(adjacency, span, side, toPlace(after));
  const to = before === null ? span.end : endBefore(adjacency, span, side, toPlace(before));
  const found: Seen[] = [];
  const parts = spansOf(adjacency, span, wanted.types);
  for (const part of backward ? parts.reverse() : parts) {
    const [start, stop] = [Math.max(part.start, from), Math.min(part.end, to)];
    for (let step = 0; step < stop - start && found.length < most; step += 1) {
      const edge = at(span.edges, backward ? stop - 1 - step : start + step);
      if (lets(adjacency, edge, side, wanted)) found.push({ edge, direction });
    }
  }
  return found;
}

/** The edges of the types: a node's edges are in the order of their types. */
function spansOf(adjacency: AdjacencyIndex, span: Span, types: readonly RelationshipType[] | undefined): Span[] {
  if (types === undefined) return [span];
  const [only] = types;
  if (types.length === 1 && only !== undefined) return [spanOfType(adjacency, span, numberOfType(only))];
  const numbers = [...new Set(types.map(numberOfType))].sort((a, b) => a - b);
  return numbers.map((type) => spanOfType(adjacency, span, type));
}

/** Whether a query lets an edge through; its types are seen to by the ranges. */
function lets(
  adjacency: AdjacencyIndex,
  edge: number,
  side: 'out' | 'in',
  { kinds, certainty, days, only }: Wanted,
): boolean {
  if (only !== undefined && !only.has(idOf(adjacency, farEnd(adjacency, edge, side)))) return false;
  if (kinds !== undefined && !kinds.includes(kindOf(adjacency, farEnd(adjacency, edge, side)))) return false;
  if (days === null) return true;
  const holds = certaintyOfEdge(adjacency, edge, days);
  return holds !== null && (certainty !== 'CERTAIN' || holds === 'CERTAIN');
}
