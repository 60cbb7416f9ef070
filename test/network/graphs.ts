/** Random small graphs, as rows and as the adjacency index after some changes, and plain searches to compare with. */
import fc from 'fast-check';
import {
  type AdjacencyIndex,
  addNode,
  type Columns,
  columnNames,
  type EdgeRow,
  type NodeRow,
  numberOfType,
  putEdge,
  removeEdge,
  removeNode,
  unbounded,
} from '../../src/graph/index/adjacencyIndex.ts';
import { buildAdjacencyIndex } from '../../src/graph/index/buildAdjacencyIndex.ts';
import { hubKinds } from '../../src/graph/index/walk.ts';
import { certaintyOn, type Time } from '../../src/records/partialDates.ts';
import { type Kind, type RelationshipType, relationshipDefinition } from '../../src/registry/index.ts';

/** What the database holds: entities by id, relationships by number. */
export interface Rows {
  readonly nodes: ReadonlyMap<string, NodeRow>;
  readonly edges: ReadonlyMap<number, EdgeRow>;
}

/** The adjacency index of rows, as it is read at the start. */
export function adjacencyOf({ nodes, edges }: Rows): AdjacencyIndex {
  const inOrder = [...edges.values()].sort((a, b) => a.seq - b.seq);
  const columns = columnNames.map((name) => [name, Int32Array.from(inOrder, (edge) => edge[name])]);
  const byId = [...nodes.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  return buildAdjacencyIndex(byId, Object.fromEntries(columns) as Columns);
}

// Few kinds, types and days, so that graphs of some ten entities have all sorts of ways. HOLDS and MEMBER_OF are
// temporal, PARTY_TO is not; ISSUE and ARTICLE are hubs.
export const someKinds = ['UNION', 'PERSON', 'OFFICE', 'ISSUE', 'ARTICLE'] as const satisfies readonly Kind[];
export const someTypes = ['HOLDS', 'MEMBER_OF', 'PARTY_TO'] as const satisfies readonly RelationshipType[];
const lastDay = 12;
const dayOf = (day: number): Date => new Date(day * 86_400_000);
const someDay = fc.integer({ min: 0, max: lastDay }).map(dayOf);

const entityCount = 9;
const idOf = (number: number): string => `e${number}`;
const someIds = Array.from({ length: entityCount }, (_, number) => idOf(number));
export const someId = fc.integer({ min: 0, max: entityCount - 1 }).map(idOf);

/** An end of validity: not stated, a day, or between two. */
const someEnd = fc.option(
  fc.tuple(fc.integer({ min: 0, max: lastDay }), fc.integer({ min: 0, max: 3 })).map(([day, more]) => ({
    earliest: day,
    latest: day + more,
  })),
  { freq: 3 },
);
const openAtOneSide = fc.constantFrom('no', 'no', 'no', 'earliest', 'latest');

/** The validity of what nobody says when it holds. */
export const always = {
  fromEarliest: -unbounded,
  fromLatest: unbounded,
  toEarliest: -unbounded,
  toLatest: unbounded,
};

interface Ends {
  readonly subject: string;
  readonly object: string;
  readonly columns: Omit<EdgeRow, 'seq' | 'subject' | 'object'>;
}

const someEnds: fc.Arbitrary<Ends> = fc
  .record({
    subject: fc.integer({ min: 0, max: entityCount - 1 }),
    // Another one: no relationship is a loop.
    further: fc.integer({ min: 1, max: entityCount - 1 }),
    type: fc.constantFrom(...someTypes),
    // Above 30 they are one in the sort key.
    ordinal: fc.oneof(fc.integer({ min: -1, max: 3 }), fc.constantFrom(29, 30, 31, 40)),
    from: someEnd,
    to: someEnd,
    open: openAtOneSide,
  })
  .map(({ subject, further, type, ordinal, from, to, open }) => ({
    subject: idOf(subject),
    object: idOf((subject + further) % entityCount),
    columns: {
      type: numberOfType(type),
      ordinal,
      fromEarliest: open === 'earliest' ? -unbounded : (from?.earliest ?? -unbounded),
      fromLatest: from?.latest ?? unbounded,
      toEarliest: to?.earliest ?? -unbounded,
      toLatest: open === 'latest' ? unbounded : (to?.latest ?? unbounded),
    },
  }));

/** What happens to a graph once it has been read. */
type Operation =
  | { readonly do: 'put'; readonly seq: number; readonly ends: Ends }
  | { readonly do: 'remove'; readonly seq: number }
  | { readonly do: 'add' | 'replace'; readonly id: string; readonly kind: Kind }
  | { readonly do: 'delete'; readonly id: string };

const someSeq = fc.integer({ min: 0, max: 40 });
const someOperation: fc.Arbitrary<Operation> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant('put' as const), seq: someSeq, ends: someEnds }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('remove' as const), seq: someSeq }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constantFrom('add' as const, 'replace' as const),
      id: someId,
      kind: fc.constantFrom(...someKinds),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('delete' as const), id: someId }) },
);

/** A graph as the database has it, and as a process holds it that has followed changes to it. */
export interface Graph {
  readonly rows: Rows;
  readonly adjacency: AdjacencyIndex;
}

/** Random graphs; most have been changed after they were built. */
export const someGraph: fc.Arbitrary<Graph> = fc
  .record({
    // The sizes are said outright: left to itself, fast-check makes mostly small ones, in which there are no ways.
    kinds: fc.array(fc.constantFrom(...someKinds), { minLength: 4, maxLength: entityCount, size: 'max' }),
    // Numbers in the database say nothing of the order of the ids.
    seqs: fc.shuffledSubarray(
      Array.from({ length: entityCount }, (_, index) => index + 1),
      { minLength: entityCount },
    ),
    edges: fc.array(someEnds, { minLength: 4, maxLength: 30, size: 'max' }),
    operations: fc.oneof(fc.constant([]), fc.array(someOperation, { maxLength: 30, size: 'max' })),
  })
  .map(({ kinds, seqs, edges, operations }) => {
    const nodes = new Map<string, NodeRow>(
      kinds.map((kind, index) => [idOf(index), { seq: seqs[index] ?? 0, id: idOf(index), kind }]),
    );
    const rows = { nodes, edges: new Map<number, EdgeRow>() };
    for (const [seq, ends] of edges.entries()) put(rows, seq, ends);
    const adjacency = adjacencyOf(rows);
    let nextSeq = 100;
    for (const operation of operations) operate(rows, adjacency, operation, () => nextSeq++);
    return { rows, adjacency };
  });

interface Changing {
  readonly nodes: Map<string, NodeRow>;
  readonly edges: Map<number, EdgeRow>;
}

/** Writes a row as the database would: only between entities that there are. */
function put({ nodes, edges }: Changing, seq: number, { subject, object, columns }: Ends): EdgeRow | null {
  const [from, to] = [nodes.get(subject), nodes.get(object)];
  if (from === undefined || to === undefined) return null;
  const row = { ...columns, seq, subject: from.seq, object: to.seq };
  edges.set(seq, row);
  return row;
}

/** Changes the rows, and tells the adjacency index what adjacencyIndexChanges.ts would. */
function operate(rows: Changing, adjacency: AdjacencyIndex, operation: Operation, nextSeq: () => number): void {
  if (operation.do === 'put') {
    const row = put(rows, operation.seq, operation.ends);
    if (row !== null) putEdge(adjacency, row);
  } else if (operation.do === 'remove') {
    rows.edges.delete(operation.seq);
    removeEdge(adjacency, operation.seq);
  } else {
    const { id } = operation;
    const known = rows.nodes.get(id);
    if (operation.do !== 'add' && known !== undefined) {
      // The database deletes with an entity its relationships.
      for (const { seq, subject, object } of rows.edges.values()) {
        if (subject !== known.seq && object !== known.seq) continue;
        rows.edges.delete(seq);
        removeEdge(adjacency, seq);
      }
    }
    if (operation.do === 'delete') {
      rows.nodes.delete(id);
      removeNode(adjacency, id);
      return;
    }
    // A replaced entity is a new row under the old id, told in one batch; one that is there already changes its kind.
    const seq = operation.do === 'add' && known !== undefined ? known.seq : nextSeq();
    const node = { seq, id, kind: operation.kind };
    rows.nodes.set(id, node);
    addNode(adjacency, node);
  }
}

/** What a search may lead over, as it is asked for. */
export interface Filter {
  readonly types?: readonly RelationshipType[] | undefined;
  readonly kinds?: readonly Kind[] | undefined;
  readonly exclude?: readonly string[] | undefined;
  readonly asOf?: Time | undefined;
  readonly certainty?: 'CERTAIN' | 'POSSIBLE' | undefined;
  readonly throughHubs?: boolean | undefined;
}

/** What is absent more often than not, so that filters together leave something over. */
export const seldom = <Value>(some: fc.Arbitrary<Value>): fc.Arbitrary<Value | undefined> =>
  fc.oneof({ weight: 3, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: some });

/** A day that is asked about, and how certain it must be: certainty without a day is refused. */
export const someWhen: fc.Arbitrary<Pick<Filter, 'asOf' | 'certainty'>> = seldom(
  fc.record({ asOf: someDay, certainty: fc.constantFrom('CERTAIN' as const, 'POSSIBLE' as const, undefined) }),
).map((when) => when ?? {});

/** Random filters. */
export const someFilter: fc.Arbitrary<Filter> = fc
  .record({
    types: seldom(fc.subarray([...someTypes], { minLength: 1 })),
    kinds: seldom(fc.subarray([...someKinds], { minLength: 1 })),
    exclude: seldom(fc.subarray(someIds, { minLength: 1, maxLength: 2 })),
    when: someWhen,
    throughHubs: fc.constantFrom(true, false, undefined),
  })
  .map(({ when, ...filter }) => ({ ...filter, ...when }));

const dateOf = (day: number): Date | null => (Math.abs(day) === unbounded ? null : dayOf(day));

/** How certainly a relationship holds, by the rule for rows rather than that of the adjacency index. */
export function certaintyOfRow(edge: EdgeRow, asOf: Time): 'CERTAIN' | 'POSSIBLE' | null {
  const type = someTypes.find((name) => numberOfType(name) === edge.type) ?? 'HOLDS';
  if (!(asOf instanceof Date) && relationshipDefinition(type).temporal !== true) return 'CERTAIN';
  const validity = {
    validFromEarliest: dateOf(edge.fromEarliest),
    validFromLatest: dateOf(edge.fromLatest),
    validToEarliest: dateOf(edge.toEarliest),
    validToLatest: dateOf(edge.toLatest),
  };
  return certaintyOn(validity, asOf);
}

/** Whether a search may walk over a relationship. */
export function letsEdge(edge: EdgeRow, { types, asOf, certainty }: Filter): boolean {
  if (types !== undefined && !types.some((type) => numberOfType(type) === edge.type)) return false;
  if (asOf === undefined) return true;
  const holds = certaintyOfRow(edge, asOf);
  return holds !== null && (certainty !== 'CERTAIN' || holds === 'CERTAIN');
}

/** Whether a way may lead through an entity that is not one of its ends. */
export function letsThrough({ nodes }: Rows, id: string, { kinds, exclude, throughHubs }: Filter): boolean {
  const kind = nodes.get(id)?.kind as Kind;
  if (exclude?.includes(id) === true) return false;
  return kinds === undefined ? throughHubs === true || !hubKinds.includes(kind) : kinds.includes(kind);
}

/** The ids that a filter lets one step to from an id. */
export function neighbours({ nodes, edges }: Rows, id: string, filter: Filter): Set<string> {
  const bySeq = new Map([...nodes.values()].map((node) => [node.seq, node.id]));
  const ends = [...edges.values()]
    .filter((edge) => letsEdge(edge, filter))
    .map((edge) => [bySeq.get(edge.subject), bySeq.get(edge.object)] as [string, string]);
  return new Set(ends.flatMap(([one, other]) => (one === id ? [other] : other === id ? [one] : [])));
}

/** All ways over each entity at most once, as lists of ids, by trying everything. */
export function allWays(rows: Rows, from: string, to: string, maxDepth: number, filter: Filter): string[][] {
  const follow = (way: readonly string[]): string[][] => {
    const here = way.at(-1) as string;
    if (here === to) return [[...way]];
    if (way.length > maxDepth || (way.length > 1 && !letsThrough(rows, here, filter))) return [];
    return [...neighbours(rows, here, filter)].flatMap((next) => (way.includes(next) ? [] : follow([...way, next])));
  };
  return follow([from]).sort((a, b) => a.length - b.length);
}

/** How long the shortest way is, by breadth-first search from one end; null if none has at most `maxDepth` steps. */
export function distance(rows: Rows, from: string, to: string, maxDepth: number, filter: Filter): number | null {
  const reached = new Map([[from, 0]]);
  const queue = [from];
  for (const here of queue) {
    const steps = reached.get(here) ?? 0;
    if (here === to) return steps;
    if (steps === maxDepth || (here !== from && !letsThrough(rows, here, filter))) continue;
    for (const next of neighbours(rows, here, filter)) {
      if (reached.has(next)) continue;
      reached.set(next, steps + 1);
      queue.push(next);
    }
  }
  return null;
}
