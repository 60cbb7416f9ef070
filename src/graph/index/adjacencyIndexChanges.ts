/** Carries changes of the log into the adjacency index. */
import type { Change } from '../../database/changeFeed.ts';
import type { Read } from '../../database/read.ts';
import { type AdjacencyIndex, addNode, putEdge, removeEdge, removeNode } from './adjacencyIndex.ts';
import { readAdjacencyIndex, readEdgesBySeq, readNodesById } from './readAdjacencyIndex.ts';

/** Above so many changed entities or relationships, reading all of them anew is quicker. */
const most = 5_000;

/**
 * Makes the adjacency index say what the database says of the rows that have changed, as they are now: told twice, a
 * change does no harm.
 * @returns the adjacency index, or a new one where too much has changed.
 */
export async function updateAdjacencyIndex(
  read: Read,
  adjacency: AdjacencyIndex,
  changes: readonly Change[],
  signal: AbortSignal,
): Promise<AdjacencyIndex> {
  const entities = keysOf(changes, 'Entity');
  const relationships = keysOf(changes, 'Relationship');
  if (entities === 'all' || relationships === 'all') return await readAdjacencyIndex(read, signal);
  const nodes = entities.length === 0 ? [] : await readNodesById(read, entities);
  const seqs = relationships.map(Number);
  const edges = seqs.length === 0 ? [] : await readEdgesBySeq(read, seqs);
  // From here on nothing is awaited: no search sees half of a change.
  const kept = new Set(nodes.map(({ id }) => id));
  for (const id of entities) if (!kept.has(id)) removeNode(adjacency, id);
  for (const node of nodes) addNode(adjacency, node);
  for (const seq of seqs) removeEdge(adjacency, seq);
  for (const edge of edges) putEdge(adjacency, edge);
  return adjacency;
}

function keysOf(changes: readonly Change[], table: string): string[] | 'all' {
  const some = changes.filter((change) => change.table === table);
  const keys = [...new Set(some.flatMap((change) => change.keys))];
  return keys.length > most || some.some((change) => change.keys.length === 0) ? 'all' : keys;
}
