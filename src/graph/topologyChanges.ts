/** Carries changes of the log into the topology. */
import type { Change } from '../database/changeFeed.ts';
import type { PrismaClient } from '../generated/prisma/client.ts';
import { readEdgesBySeq, readNodesById, readTopology } from './readTopology.ts';
import { addNode, putEdge, removeEdge, removeNode, type Topology } from './topology.ts';

/** Above so many changed entities or relationships, reading all of them anew is quicker. */
const most = 5_000;

/**
 * Makes the topology say what the database says of the rows that have changed, as they are now: told twice, a change
 * does no harm.
 * @returns the topology, or a new one where too much has changed.
 */
export async function followTopology(
  prisma: PrismaClient,
  topology: Topology,
  changes: readonly Change[],
): Promise<Topology> {
  const entities = keysOf(changes, 'Entity');
  const relationships = keysOf(changes, 'Relationship');
  if (entities === 'all' || relationships === 'all') return await readTopology(prisma);
  const nodes = entities.length === 0 ? [] : await readNodesById(prisma, entities);
  const seqs = relationships.map(Number);
  const edges = seqs.length === 0 ? [] : await readEdgesBySeq(prisma, seqs);
  // From here on nothing is awaited: no search sees half of a change.
  const kept = new Set(nodes.map(({ id }) => id));
  for (const id of entities) if (!kept.has(id)) removeNode(topology, id);
  for (const node of nodes) addNode(topology, node);
  for (const seq of seqs) removeEdge(topology, seq);
  for (const edge of edges) putEdge(topology, edge);
  return topology;
}

function keysOf(changes: readonly Change[], table: string): string[] | 'all' {
  const some = changes.filter((change) => change.table === table);
  const keys = [...new Set(some.flatMap((change) => change.keys))];
  return keys.length > most || some.some((change) => change.keys.length === 0) ? 'all' : keys;
}
