/** The adjacency index in memory: the order of relationships, pages of them, and what they cost. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type AdjacencyIndex,
  bytesOfEdges,
  type EdgeRow,
  edgesOf,
  putEdge,
  seqOf,
  unbounded,
} from '../../src/graph/index/adjacencyIndex.ts';
import { type RelatedQuery, related } from '../../src/graph/index/relationships.ts';
import { type RelationshipType, relationshipDefinition, relationshipTypeNames } from '../../src/registry/index.ts';
import {
  adjacencyOf,
  always,
  letsEdge,
  type Rows,
  seldom,
  someGraph,
  someId,
  someKinds,
  someTypes,
  someWhen,
} from './graphs.ts';

/** The numbers of the relationships of each entity, in their order, in both directions. */
const orders = (adjacency: AdjacencyIndex): Map<string, readonly number[][]> =>
  new Map(
    [...adjacency.nodeById]
      .map(([id, node]): [string, number[][]] => [
        id,
        (['out', 'in'] as const).map((side) => Array.from(edgesOf(adjacency, node, side), (e) => seqOf(adjacency, e))),
      ])
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );

test('after changes each entity has its relationships in the order of an adjacency index that is built anew', () => {
  fc.assert(
    fc.property(someGraph, ({ rows, adjacency }) => {
      const anew = adjacencyOf(rows);
      expect(orders(adjacency)).toEqual(orders(anew));
      const kinds = (one: AdjacencyIndex) => [...one.nodeById].map(([id, node]) => [id, one.kinds[node]]).sort();
      expect(kinds(adjacency)).toEqual(kinds(anew));
    }),
    { numRuns: 500 },
  );
});

interface Listed {
  readonly seq: number;
  readonly node: string;
  readonly direction: 'OUT' | 'IN';
}

/** By type, ordinal (none last, 30 and more alike), when it began (unknown first), far id, number. */
function sortValues({ edge, node }: { edge: EdgeRow; node: string }): (number | string)[] {
  const isTemporal = relationshipDefinition(relationshipTypeNames[edge.type] as RelationshipType).temporal === true;
  const began = !isTemporal ? unbounded : edge.fromEarliest === -unbounded ? edge.fromLatest : edge.fromEarliest;
  const ordinal = edge.ordinal < 0 ? Number.POSITIVE_INFINITY : Math.min(edge.ordinal, 30);
  return [edge.type, ordinal, began === unbounded ? Number.NEGATIVE_INFINITY : began, node, edge.seq];
}

/** What an entity is related to, worked out from the rows alone. */
function listed({ nodes, edges }: Rows, id: string, query: RelatedQuery): Listed[] {
  const bySeq = new Map([...nodes.values()].map((node) => [node.seq, node]));
  const mine = nodes.get(id)?.seq;
  const all = [...edges.values()].flatMap((edge) => {
    const far = bySeq.get(edge.subject === mine ? edge.object : edge.subject);
    if ((edge.subject !== mine && edge.object !== mine) || far === undefined) return [];
    const direction = edge.subject === mine ? ('OUT' as const) : ('IN' as const);
    if (query.direction !== 'BOTH' && query.direction !== direction) return [];
    if (!letsEdge(edge, { ...query }) || query.kinds?.includes(far.kind) === false) return [];
    return [{ edge, node: far.id, direction }];
  });
  const compare = (a: (number | string)[], b: (number | string)[]): number => {
    const index = a.findIndex((value, at) => value !== b[at]);
    if (index < 0) return 0;
    return (a[index] as number) < (b[index] as number) ? -1 : 1;
  };
  return all
    .sort((a, b) => compare(sortValues(a), sortValues(b)))
    .map(({ edge, node, direction }) => ({ seq: edge.seq, node, direction }));
}

const someQuery: fc.Arbitrary<RelatedQuery> = fc
  .record({
    direction: fc.constantFrom('OUT' as const, 'IN' as const, 'BOTH' as const),
    types: seldom(fc.shuffledSubarray([...someTypes], { minLength: 1 })),
    kinds: seldom(fc.subarray([...someKinds], { minLength: 1 })),
    when: someWhen,
  })
  .map(({ when, ...query }) => ({ ...query, ...when }));

test('pages of relationships, put together, are all of them in their order, each once', () => {
  let paged = 0;
  fc.assert(
    fc.property(
      someGraph,
      someId,
      someQuery,
      fc.integer({ min: 1, max: 4 }),
      ({ rows, adjacency }, id, query, first) => {
        const expected = listed(rows, id, query);
        const found: Listed[] = [];
        for (let after: string | null = null; ; ) {
          const page = related(adjacency, id, query, { first, after });
          expect(page.totalCount()).toBe(expected.length);
          expect(page.pageInfo.hasPreviousPage).toBe(after !== null);
          expect(page.pageInfo.startCursor()).toBe(page.edges.at(0)?.cursor() ?? null);
          found.push(...page.edges.map(({ seq, node, direction }) => ({ seq, node, direction })));
          expect(page.pageInfo.hasNextPage).toBe(found.length < expected.length);
          if (!page.pageInfo.hasNextPage) break;
          expect(page.edges).toHaveLength(first);
          after = page.pageInfo.endCursor();
          paged += 1;
        }
        expect(found).toEqual(expected);
      },
    ),
    { numRuns: 800 },
  );
  expect(paged).toBeGreaterThan(25);
});

test('relationships of a hundred types stand in their order: it does not matter how many types there are', () => {
  const [ann, bob] = [
    { id: 'ann', seq: 1, kind: 'PERSON' as const },
    { id: 'bob', seq: 2, kind: 'PERSON' as const },
  ];
  const edges = Array.from({ length: 100 }, (_, type): [number, EdgeRow] => [
    100 - type,
    { seq: 100 - type, subject: 1, object: 2, type, ordinal: type % 3, ...always },
  ]);
  const adjacency = adjacencyOf({ nodes: new Map([ann, bob].map((node) => [node.id, node])), edges: new Map(edges) });
  const byType = edges.map(([seq]) => seq);
  expect(Object.fromEntries(orders(adjacency))).toEqual({ ann: [byType, []], bob: [[], byType] });
  putEdge(adjacency, { seq: 200, subject: 1, object: 2, type: 64, ordinal: 40, ...always });
  expect(orders(adjacency).get('ann')?.[0]?.slice(64, 67)).toEqual([36, 200, 35]);
});

test('a relationship costs less than 64 bytes', () => {
  const count = 10_000;
  const nodes = Array.from({ length: count / 5 }, (_, index) => {
    const id = `e${index}`;
    return [id, { id, seq: index, kind: 'UNION' as const }] as const;
  });
  const edges = Array.from({ length: count }, (_, seq): [number, EdgeRow] => [
    seq,
    {
      seq,
      subject: seq % nodes.length,
      object: (seq * 7 + 1) % nodes.length,
      type: seq % 5,
      ordinal: -1,
      fromEarliest: seq,
      fromLatest: seq,
      toEarliest: -unbounded,
      toLatest: unbounded,
    },
  ]);
  const bytes = bytesOfEdges(adjacencyOf({ nodes: new Map(nodes), edges: new Map(edges) }));
  expect(bytes / count).toBeLessThan(64);
  // Nor can it be less than the columns and the two lists take.
  expect(bytes / count).toBeGreaterThan(44);
});
