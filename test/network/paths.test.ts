/** Ways over random graphs, against plain searches. Most graphs have been changed after they were built. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type AdjacencyIndex,
  type Columns,
  columnNames,
  type EdgeRow,
  numberOfType,
} from '../../src/graph/index/adjacencyIndex.ts';
import { buildAdjacencyIndex } from '../../src/graph/index/buildAdjacencyIndex.ts';
import { findPath, findPaths, type Path } from '../../src/graph/index/network.ts';
import { mostEdges } from '../../src/graph/index/paths.ts';
import {
  adjacencyOf,
  allWays,
  always,
  certaintyOfRow,
  distance,
  type Filter,
  letsEdge,
  letsThrough,
  type Rows,
  someFilter,
  someGraph,
} from './graphs.ts';

/** A graph, a filter, a depth, and two entities of the graph. */
const someSearch = fc
  .record({
    graph: someGraph,
    filter: someFilter,
    maxDepth: fc.integer({ min: 1, max: 7 }),
    from: fc.nat(),
    to: fc.nat(),
  })
  .map(({ graph, filter, from, to, ...rest }) => {
    const ids = [...graph.rows.nodes.keys()].sort();
    // An entity to leave out must be one that there is.
    const exclude = filter.exclude?.filter((id) => graph.rows.nodes.has(id));
    return {
      ...graph,
      ...rest,
      filter: { ...filter, exclude },
      from: ids[from % ids.length] ?? '',
      to: ids[to % ids.length] ?? '',
    };
  })
  .filter(({ from, to }) => from !== to);

const idsOf = ({ from, steps }: Path): string[] => [from, ...steps.map(({ node }) => node)];

/** Every step is a relationship that there is, walked the right way round, and one that the filter lets through. */
function expectReal(rows: Rows, path: Path, to: string, filter: Filter): void {
  const ids = idsOf(path);
  expect(ids.at(-1)).toBe(to);
  expect(new Set(ids).size).toBe(ids.length);
  for (const id of ids.slice(1, -1)) expect(letsThrough(rows, id, filter)).toBe(true);
  for (const [index, step] of path.steps.entries()) {
    const edge = rows.edges.get(step.seq) as EdgeRow;
    const ends = [ids[index], step.node].map((id) => rows.nodes.get(id as string)?.seq);
    expect([edge.subject, edge.object]).toEqual(step.direction === 'OUT' ? ends : ends.reverse());
    expect(numberOfType(step.type)).toBe(edge.type);
    expect(letsEdge(edge, filter)).toBe(true);
    expect(step.certainty).toBe(filter.asOf === undefined ? null : certaintyOfRow(edge, filter.asOf));
  }
}

test('a path is as short as a plain search finds it, and there is none exactly where that finds none', () => {
  const seen = { found: 0, none: 0, hubs: 0 };
  fc.assert(
    fc.property(someSearch, ({ rows, adjacency, filter, maxDepth, from, to }) => {
      const { paths, outcome } = findPath(adjacency, { from, to, maxDepth, ...filter });
      const expected = distance(rows, from, to, maxDepth, filter);
      expect(paths.map(({ steps }) => steps.length)).toEqual(expected === null ? [] : [expected]);
      for (const path of paths) expectReal(rows, path, to, filter);
      const around =
        expected === null && filter.kinds === undefined
          ? distance(rows, from, to, maxDepth, { ...filter, throughHubs: true })
          : null;
      expect(outcome).toBe(expected !== null ? 'FOUND' : around !== null ? 'ONLY_THROUGH_HUBS' : 'NONE');
      seen[expected !== null ? 'found' : around !== null ? 'hubs' : 'none'] += 1;
    }),
    { numRuns: 1000 },
  );
  // A property that only ever sees one outcome proves nothing of the others.
  expect(Math.min(...Object.values(seen)), JSON.stringify(seen)).toBeGreaterThan(5);
});

test('paths are the shortest of all simple ways, each over other entities, as many as are asked for', () => {
  let several = 0;
  fc.assert(
    fc.property(someSearch, fc.integer({ min: 1, max: 50 }), (search, count) => {
      const { rows, adjacency, filter, maxDepth, from, to } = search;
      const { paths, outcome } = findPaths(adjacency, { from, to, maxDepth, ...filter }, count);
      const ways = allWays(rows, from, to, maxDepth, filter);
      const found = paths.map(idsOf);
      expect(found.map(({ length }) => length)).toEqual(ways.slice(0, count).map(({ length }) => length));
      const known = new Set(ways.map(String));
      expect(new Set(found.map(String)).size).toBe(found.length);
      for (const way of found) expect(known).toContain(String(way));
      for (const path of paths) expectReal(rows, path, to, filter);
      expect(outcome === 'FOUND').toBe(ways.length > 0);
      if (found.length > 2) several += 1;
    }),
    { numRuns: 600 },
  );
  expect(several).toBeGreaterThan(10);
});

test('an adjacency index that was changed gives the very paths of one that is built anew', () => {
  fc.assert(
    fc.property(someSearch, ({ rows, adjacency, filter, maxDepth, from, to }) => {
      const query = { from, to, maxDepth, ...filter };
      const anew = adjacencyOf(rows);
      expect(findPath(adjacency, query)).toEqual(findPath(anew, query));
      expect(findPaths(adjacency, query, 20)).toEqual(findPaths(anew, query, 20));
    }),
    { numRuns: 400 },
  );
});

/** Two parts that nothing connects, the one with many relationships between its two entities. */
function apart(relationships: number): AdjacencyIndex {
  const nodes = ['a', 'b', 'y', 'z'].map((id, seq) => ({ seq, id, kind: 'UNION' as const }));
  const row = { ...always, type: numberOfType('PARTY_TO'), ordinal: -1, seq: 0, subject: 0, object: 1 };
  // By columns, since a million rows as objects would cost more than the search.
  const columns = Object.fromEntries(
    columnNames.map((name) => [name, new Int32Array(relationships + 1).fill(row[name])]),
  ) as Columns;
  for (let edge = 0; edge <= relationships; edge += 1) columns.seq[edge] = edge;
  columns.subject[0] = 2;
  columns.object[0] = 3;
  return buildAdjacencyIndex(nodes, columns);
}

test('a search that reaches its bound says that it gave up, not that there is no way', () => {
  const query = { from: 'a', to: 'z' };
  const small = apart(1_000);
  expect(findPath(small, query)).toEqual({ paths: [], outcome: 'NONE' });
  expect(findPaths(small, query, 5)).toEqual({ paths: [], outcome: 'NONE' });
  // Both ends of each relationship are looked at.
  const large = apart(mostEdges / 2 + 1);
  const before = performance.now();
  expect(findPath(large, query)).toEqual({ paths: [], outcome: 'GAVE_UP' });
  expect(findPaths(large, query, 5)).toEqual({ paths: [], outcome: 'GAVE_UP' });
  // From the end that leads nowhere, nothing more is looked at.
  expect(findPath(large, { from: 'z', to: 'a' })).toEqual({ paths: [], outcome: 'NONE' });
  expect(findPaths(large, { from: 'z', to: 'a' }, 5)).toEqual({ paths: [], outcome: 'NONE' });
  // Generous, for a busy machine: what matters is that it ends.
  expect(performance.now() - before).toBeLessThan(5_000);
});
