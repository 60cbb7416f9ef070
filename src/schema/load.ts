/** From ids and references to what they point at. What is at hand is given at once; the rest is read in batches. */

import type { Graph } from '../graph/graph.ts';
import type { Relationship } from '../graph/index/relationships.ts';
import { all, type MaybePromise, mapMaybePromise } from '../graph/maybePromise.ts';
import type { Entity } from '../graph/rows/entities.ts';
import type { Evidence, FactRef } from '../graph/rows/evidence.ts';
import type { EntityModel, RelationshipModel } from './models.ts';

/**
 * An entity that something points at. Its row is not read for it: who asks for the id alone costs no statement.
 * @throws Error if it is gone: it was removed between two statements of one answer.
 */
export function loadEntity(graph: Graph, id: string): MaybePromise<EntityModel> {
  return mapMaybePromise(graph.entity(id), (entity) => entity ?? gone(id));
}

/** The entities that rows point at. */
export function loadEntities(graph: Graph, ids: readonly string[]): MaybePromise<EntityModel[]> {
  return all(ids.map((id) => loadEntity(graph, id)));
}

/**
 * The row of an entity.
 * @throws Error if it is gone.
 */
export function entityRow(graph: Graph, entity: Entity | Pick<Entity, 'id'>): MaybePromise<Entity> {
  return 'names' in entity ? entity : mapMaybePromise(graph.entities.load(entity.id), (row) => row ?? gone(entity.id));
}

/**
 * The row of a relationship.
 * @throws Error if it is gone.
 */
export function relationshipRow(graph: Graph, relationship: RelationshipModel): MaybePromise<Relationship> {
  return 'id' in relationship ? relationship : graph.relationship(relationship);
}

const gone = (id: string): never => {
  throw new Error(`the entity ${id} was removed while this was answered`);
};

/**
 * Loads the evidence of an entity: all of it, or what is for one attribute. Where another source settles what an article
 * leaves open, the article's passages do not bear out the value: they are those of `notStated`.
 */
export function loadEntityEvidence(
  graph: Graph,
  entity: EntityModel,
  attribute?: string | null,
): MaybePromise<Evidence[]> {
  return mapMaybePromise(loadEvidence(graph, { column: 'entityId', id: entity.id }, attribute), (found) =>
    attribute === undefined || attribute === null
      ? found
      : mapMaybePromise(entityRow(graph, entity), (row) => {
          const bearing = found.filter((one) => !leavesOpen(one, row));
          return bearing.length === 0 ? found : bearing;
        }),
  );
}

/** Loads the evidence of a relationship: all of it, or what is for one attribute. */
export function loadRelationshipEvidence(
  graph: Graph,
  relationship: Pick<Relationship, 'seq'>,
  attribute?: string | null,
): MaybePromise<Evidence[]> {
  return ofAttribute(graph.evidenceOfRelationship(relationship), attribute);
}

/** Whether evidence of an entity says that a source leaves its attribute open. */
export const leavesOpen = ({ attribute, basis }: Evidence, { notStated }: Pick<Entity, 'notStated'>): boolean =>
  basis === 'STATED' && notStated.some((open) => open.attribute === attribute);

/** Loads the evidence of a fact: all of it, or what is for one attribute. */
export function loadEvidence(graph: Graph, fact: FactRef, attribute?: string | null): MaybePromise<Evidence[]> {
  return ofAttribute(graph.evidence.load(fact), attribute);
}

const ofAttribute = (evidence: MaybePromise<Evidence[]>, attribute?: string | null): MaybePromise<Evidence[]> =>
  attribute === undefined || attribute === null
    ? evidence
    : mapMaybePromise(evidence, (found) => found.filter((one) => one.attribute === attribute));
