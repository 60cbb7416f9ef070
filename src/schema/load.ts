import type { Entity } from '../graph/entities.ts';
import type { Evidence, FactRef } from '../graph/evidence.ts';
import type { Graph } from '../graph/graph.ts';
import { all, chain, type Maybe } from '../graph/maybe.ts';

/**
 * Loads an entity that a row points at.
 * @throws Error if it is gone: it was removed between two statements of one answer.
 */
export function loadEntity(graph: Graph, id: string): Maybe<Entity> {
  return chain(graph.entities.load(id), (entity) => {
    if (entity === null) throw new Error(`the entity ${id} was removed while this was answered`);
    return entity;
  });
}

/** Loads the entities that rows point at. */
export function loadEntities(graph: Graph, ids: readonly string[]): Maybe<Entity[]> {
  return all(ids.map((id) => loadEntity(graph, id)));
}

/** Loads the evidence of a fact: all of it, or what is for one attribute. */
export function loadEvidence(graph: Graph, fact: FactRef, attribute?: string | null): Maybe<Evidence[]> {
  const evidence = graph.evidence.load(fact);
  if (attribute === undefined || attribute === null) return evidence;
  return chain(evidence, (found) => found.filter((one) => one.attribute === attribute));
}
