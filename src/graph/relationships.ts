/** What an entity is related to, found in the topology. */
import { z } from 'zod';
import type { Relationship as Row } from '../generated/prisma/client.ts';
import { BadInput } from './badInput.ts';
import { type Certainty, certaintyOn, type Time } from './dates.ts';
import type { Language } from './entities.ts';
import type { EntityFilter } from './entityFilter.ts';
import type { EntityOrder } from './list.ts';
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
} from './page.ts';
import { words as french } from './registry/words/fr.ts';
import {
  type Direction,
  isRelationshipType,
  type Kind,
  type RelationshipType,
  relationshipDefinition,
} from './registry.ts';
import {
  certaintyOfEdge,
  comparePlaces,
  countBefore,
  countUpTo,
  type Days,
  daysOf,
  edgesOf,
  farEnd,
  numberOfType,
  type Place,
  placeOf,
  rangeOfType,
  seqOf,
  type Topology,
  typeOf,
} from './topology.ts';

export type { Row as Relationship };

/** A relationship as the topology knows it: enough to say what holds between whom. */
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
  /** By what of the far end they are ordered, which is read beforehand too; none: by their places in the topology. */
  readonly order?: EntityOrder | undefined;
}

/** What has been read of a far end that passes: its id, and what the list is ordered by. */
export interface Passed {
  readonly id: string;
  readonly key: string | number;
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

/**
 * Whether a relationship holds at a time, by the days that the database works out from its dates and those of its ends.
 * An article tells of what was and what is to come: at its time, what has no dates of its own holds.
 */
export function certaintyOf(relationship: Row, time: Time): Certainty | null {
  const { type, holdsFromEarliest, holdsFromLatest, holdsToEarliest, holdsToLatest } = relationship;
  const temporal = isRelationshipType(type) && relationshipDefinition(type).temporal === true;
  if (!temporal && !(time instanceof Date)) return 'CERTAIN';
  const days = {
    validFromEarliest: holdsFromEarliest,
    validFromLatest: holdsFromLatest,
    validToEarliest: holdsToEarliest,
    validToLatest: holdsToLatest,
  };
  return certaintyOn(days, time);
}

/** How a relationship reads in words, in the direction of travel. */
export function labelOf(type: string, direction: 'OUT' | 'IN', language: Language = 'en'): string {
  if (!isRelationshipType(type)) return type;
  const translated = language === 'fr' ? french.relationships[type] : undefined;
  if (translated !== undefined) return translated[direction === 'OUT' ? 0 : 1];
  const { label, inverse } = relationshipDefinition(type);
  return direction === 'OUT' ? label : inverse;
}

/** An edge of the topology, seen from one of its ends. */
interface Seen {
  readonly edge: number;
  readonly direction: 'OUT' | 'IN';
}

/** A query whose filter and order have been worked out. */
interface Wanted extends RelatedQuery {
  /** The ids that the far end must have one of, with what the list is ordered by. */
  readonly only?: ReadonlyMap<string, string | number> | undefined;
}

/**
 * A page of what an entity is related to.
 * @param passing with a filter or an order: of what it is related to, what passes.
 * @throws BadInput if the page cannot be.
 */
export function related(
  topology: Topology,
  entityId: string,
  query: RelatedQuery,
  pageArgs: PageArgs,
  passing?: readonly Passed[],
): Connection<RelatedEdge> {
  checkCertainty(query);
  const page = parsePage(pageArgs, () => `related ${entityId} ${JSON.stringify(query)}`, shapeOf(query));
  const only = passing && new Map(passing.map(({ id, key }) => [id, key]));
  const wanted: Wanted = { ...query, only };
  const taking = query.order === undefined ? take : takeInOrder;
  const seen = taking(topology, entityId, wanted, page, page.size + 1);
  const days = daysAsked(query);
  const edges = rowsOf(page, seen).map((one) => toEdge(topology, one, days, page, wanted));
  return {
    edges,
    totalCount() {
      return take(topology, entityId, wanted, { ...page, ...wholeList }, Number.POSITIVE_INFINITY).length;
    },
    pageInfo: pageInfoOf(page, edges, seen.length > page.size),
  };
}

/** Certainty is of a day. @throws BadInput */
export function checkCertainty({
  asOf,
  certainty,
}: {
  asOf?: Time | null | undefined;
  certainty?: Certainty | null | undefined;
}): void {
  if (certainty === undefined || certainty === null || (asOf !== undefined && asOf !== null)) return;
  throw new BadInput(
    ['certainty'],
    'there is no day to be certain of',
    '`certainty` together with `asOf` or `asToldBy`',
  );
}

/** All that an entity is related to in one way: for what is few by nature, such as a dispute's parties. @throws BadInput */
export function relatedAll(topology: Topology, entityId: string, query: RelatedQuery): RelatedEdge[] {
  const days = daysAsked(query);
  const seen = take(topology, entityId, query, allAtOnce, mostAtOnce + 1);
  // Some of them would be taken for all.
  if (seen.length > mostAtOnce)
    throw new BadInput(
      ['id'],
      `more than ${mostAtOnce} are related to ${entityId} so`,
      'its `relationships`, in pages',
    );
  return seen.map((one) => toEdge(topology, one, days, allAtOnce, query));
}

/** The ids of all that an entity is related to in one way, whatever it is, each once. */
export function relatedIds(topology: Topology, entityId: string, query: RelatedQuery): string[] {
  const seen = take(topology, entityId, query, allAtOnce, Number.POSITIVE_INFINITY);
  return [...new Set(seen.map((one) => farId(topology, one)))];
}

/** What a cursor of these lists holds: a place, in the topology or in the order that is asked for. */
const placeShape = z.tuple([z.number(), z.string(), z.number()]);
const shapeOf = ({ order }: RelatedQuery): z.ZodType<Key> =>
  order?.field === 'ID' || order?.field === 'NAME' ? z.tuple([z.string(), z.string(), z.number()]) : placeShape;

const mostAtOnce = 10_000;
const wholeList = { after: null, before: null, backward: false };
const allAtOnce: Page = { size: mostAtOnce, ...wholeList, list: () => 'all' };

// Methods, not arrow functions: these are made by the thousand, and a method costs nothing until it is called.
function toEdge(topology: Topology, seen: Seen, days: Days | null, page: Page, wanted: Wanted): RelatedEdge {
  const { edge, direction } = seen;
  return {
    node: farId(topology, seen),
    seq: seqOf(topology, edge),
    type: typeOf(topology, edge),
    direction,
    certainty: days === null ? null : certaintyOfEdge(topology, edge, days),
    cursor() {
      return formatCursor(
        page,
        wanted.order === undefined ? placeOfSeen(topology, seen) : keyOf(topology, seen, wanted),
      );
    },
  };
}

const farId = (topology: Topology, { edge, direction }: Seen): string =>
  topology.ids[farEnd(topology, edge, direction === 'OUT' ? 'out' : 'in')] as string;

/** A step along an edge of the topology, outside of any list. */
export function stepEdge(topology: Topology, edge: number, direction: 'OUT' | 'IN', days: Days | null): RelatedStep {
  return {
    node: farId(topology, { edge, direction }),
    seq: seqOf(topology, edge),
    type: typeOf(topology, edge),
    direction,
    certainty: days === null ? null : certaintyOfEdge(topology, edge, days),
  };
}

/** What the topology knows of a relationship. */
export function refOfEdge(topology: Topology, edge: number): RelationshipRef {
  return {
    seq: seqOf(topology, edge),
    type: typeOf(topology, edge),
    subjectId: topology.ids[farEnd(topology, edge, 'in')] as string,
    objectId: topology.ids[farEnd(topology, edge, 'out')] as string,
  };
}

/** The days that a query asks about; null: none. */
const daysAsked = ({ asOf }: RelatedQuery): Days | null => (asOf === undefined ? null : daysOf(asOf));

/** The first edges that a query lets through in the page's stretch, in the order in which the page is read. */
function take(topology: Topology, entityId: string, query: Wanted, page: Page, most: number): Seen[] {
  const node = topology.nodeById.get(entityId);
  if (node === undefined) return [];
  if (query.direction !== 'BOTH') return takeIn(topology, node, query.direction, query, page, most);
  const both = [
    ...takeIn(topology, node, 'OUT', query, page, most),
    ...takeIn(topology, node, 'IN', query, page, most),
  ].map((seen) => ({ seen, place: placeOfSeen(topology, seen) }));
  both.sort((a, b) => (page.backward ? comparePlaces(b.place, a.place) : comparePlaces(a.place, b.place)));
  return both.slice(0, most).map(({ seen }) => seen);
}

/** The same in the order that is asked for. */
function takeInOrder(topology: Topology, entityId: string, wanted: Wanted, page: Page, most: number): Seen[] {
  const { after, before, backward } = page;
  const sign = (wanted.order?.direction === 'DESC') === backward ? 1 : -1;
  const [start, stop] = backward ? [before, after] : [after, before];
  return take(topology, entityId, wanted, { ...page, ...wholeList }, Number.POSITIVE_INFINITY)
    .map((seen) => ({ seen, key: keyOf(topology, seen, wanted) }))
    .filter(({ key }) => start === null || sign * compareKeys(key, start) > 0)
    .filter(({ key }) => stop === null || sign * compareKeys(key, stop) < 0)
    .sort((a, b) => sign * compareKeys(a.key, b.key))
    .slice(0, most)
    .map(({ seen }) => seen);
}

/** Where an edge stands in the order that is asked for: what is alike in it, by the id at the far end and its number. */
function keyOf(topology: Topology, seen: Seen, { only }: Wanted): Key {
  const id = farId(topology, seen);
  return [only?.get(id) ?? '', id, seqOf(topology, seen.edge)];
}

/** Which of two keys of one shape comes first: negative, positive, or 0. */
function compareKeys(a: Key, b: Key): number {
  const differs = a.findIndex((part, index) => part !== b[index]);
  return differs === -1 ? 0 : (a[differs] as Key[number]) < (b[differs] as Key[number]) ? -1 : 1;
}

const placeOfSeen = (topology: Topology, { edge, direction }: Seen): Place =>
  placeOf(topology, edge, direction === 'OUT' ? 'out' : 'in');

/** The place that a cursor of one of these lists holds. */
const toPlace = ([key, farId, seq]: Key): Place => [Number(key), String(farId), Number(seq)];

function takeIn(
  topology: Topology,
  node: number,
  direction: 'OUT' | 'IN',
  query: Wanted,
  { after, before, backward }: Page,
  most: number,
): Seen[] {
  const side = direction === 'OUT' ? 'out' : 'in';
  const edges = edgesOf(topology, node, side);
  const from = after === null ? 0 : countUpTo(topology, edges, side, toPlace(after));
  const to = before === null ? edges.length : countBefore(topology, edges, side, toPlace(before));
  const days = daysAsked(query);
  const found: Seen[] = [];
  const places = ranges(topology, edges, query.types);
  for (const [first, end] of backward ? places.reverse() : places) {
    const [start, stop] = [Math.max(first, from), Math.min(end, to)];
    for (let step = 0; step < stop - start && found.length < most; step += 1) {
      const edge = edges[backward ? stop - 1 - step : start + step] as number;
      if (lets(topology, edge, side, query, days)) found.push({ edge, direction });
    }
  }
  return found;
}

/** Where the edges of the types stand: a node's edges are in the order of their types. */
function ranges(
  topology: Topology,
  edges: Int32Array,
  types: readonly RelationshipType[] | undefined,
): [number, number][] {
  if (types === undefined) return [[0, edges.length]];
  const [only] = types;
  if (types.length === 1 && only !== undefined) return [rangeOfType(topology, edges, numberOfType(only))];
  const numbers = [...new Set(types.map(numberOfType))].sort((a, b) => a - b);
  return numbers.map((type) => rangeOfType(topology, edges, type));
}

/** Whether a query lets an edge through; its types are seen to by the ranges. */
function lets(
  topology: Topology,
  edge: number,
  side: 'out' | 'in',
  { kinds, certainty, only }: Wanted,
  days: Days | null,
): boolean {
  if (only !== undefined && !only.has(topology.ids[farEnd(topology, edge, side)] as string)) return false;
  if (kinds !== undefined && !kinds.includes(topology.kinds[farEnd(topology, edge, side)] as Kind)) return false;
  if (days === null) return true;
  const holds = certaintyOfEdge(topology, edge, days);
  return holds !== null && (certainty !== 'CERTAIN' || holds === 'CERTAIN');
}
