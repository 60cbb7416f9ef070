import type { Entity } from '../graph/entities.ts';
import type { Graph } from '../graph/graph.ts';

/**
 * Loads an entity that a row points at.
 * @throws Error if it is gone: it was removed between two statements of one answer.
 */
export async function loadEntity(graph: Graph, id: string): Promise<Entity> {
  const entity = await graph.entities.load(id);
  if (entity === null) throw new Error(`the entity ${id} was removed while this was answered`);
  return entity;
}
