/** What is known of one entity, relationship or other fact, by what it is known by. Whoever asks for the same shares the read. */

import type { DetailModel, IdentifierScheme } from '../registry/index.ts';
import type { Detail } from '../store/detail.ts';
import { type AdjacencyIndex, edgeOfSeq, kindOf } from './index/adjacencyIndex.ts';
import { type Relationship, type RelationshipRef, refOfEdge } from './index/relationships.ts';
import { type MaybePromise, mapMaybePromise } from './maybePromise.ts';
import type { Entity, EntityRef } from './rows/entities.ts';
import { type Evidence, type FactRef, keyOfFact } from './rows/evidence.ts';
import { keyOfIdentifier } from './rows/identifiers.ts';
import type { NodeTable } from './rows/nodes.ts';
import type { Rows } from './rows/rows.ts';

type Loaders =
  | 'entities'
  | 'relationshipsById'
  | 'evidenceById'
  | 'passages'
  | 'paragraphs'
  | 'facts'
  | 'mentions'
  | 'contests';

export interface LookUps extends Pick<Rows, Loaders> {
  /** The entity that a register of others knows by an identifier. @throws InvalidArgument if that is none of its. */
  entityByIdentifier(scheme: IdentifierScheme, value: string): MaybePromise<Entity | null>;
  /** An entity by its row if that is held, or else as the adjacency index knows it: read only if both do not. */
  entity(id: string): MaybePromise<Entity | EntityRef | null>;
  /** The row of a relationship. @throws Error if it is gone. */
  relationship(ref: Pick<Relationship, 'seq'>): MaybePromise<Relationship>;
  /** A relationship as `entity` gives an entity. */
  relationshipOrRef(ref: Pick<Relationship, 'seq'>): MaybePromise<Relationship | RelationshipRef>;
  readonly evidence: { load(fact: FactRef): MaybePromise<Evidence[]> };
  /** The evidence of a relationship: read together with its row, if that is not held. */
  evidenceOfRelationship(ref: Pick<Relationship, 'seq'>): MaybePromise<Evidence[]>;
  /** The table in which an id stands that is no entity's; null: in none. */
  tableOf(id: string): MaybePromise<NodeTable | null>;
  /** The row of an entity in its detail table. */
  detail<Model extends DetailModel>(model: Model, id: string): MaybePromise<Detail<Model> | null>;
}

/** @param current gives the adjacency index as it is now. */
export function lookUps(rows: Rows, current: () => AdjacencyIndex): LookUps {
  const relationship = (ref: Pick<Relationship, 'seq'>): MaybePromise<Relationship> => loadRelationship(rows, ref);
  const evidenceOf = (fact: FactRef): MaybePromise<Evidence[]> =>
    mapMaybePromise(rows.evidence.load(keyOfFact(fact)), (found) => found ?? []);
  return {
    entities: rows.entities,
    relationshipsById: rows.relationshipsById,
    evidenceById: rows.evidenceById,
    passages: rows.passages,
    paragraphs: rows.paragraphs,
    facts: rows.facts,
    mentions: rows.mentions,
    contests: rows.contests,
    entityByIdentifier: (scheme, value) =>
      mapMaybePromise(rows.identifiers.load(keyOfIdentifier(scheme, value)), (id) =>
        id === null ? null : rows.entities.load(id),
      ),
    entity: (id) => {
      const row = rows.entities.peek(id);
      if (row !== undefined && row !== null) return row;
      const node = current().nodeById.get(id);
      return node === undefined ? rows.entities.load(id) : { id, kind: kindOf(current(), node) };
    },
    relationship,
    relationshipOrRef: ({ seq }) => {
      const row = rows.relationships.peek(seq);
      if (row !== undefined && row !== null) return row;
      const edge = edgeOfSeq(current(), seq);
      return edge === undefined ? relationship({ seq }) : refOfEdge(current(), edge);
    },
    evidence: { load: evidenceOf },
    evidenceOfRelationship: ({ seq }) => {
      const row = rows.relationships.peek(seq);
      if (row !== undefined && row !== null) return evidenceOf({ column: 'relationshipId', id: row.id });
      return rows.relationships.loadWithEvidence(seq).then((found) => found?.evidence ?? gone(seq));
    },
    tableOf: (id) => mapMaybePromise(rows.stands.load(id), (stand) => stand?.table ?? null),
    detail: (model, id) => rows.details[model].load(id),
  };
}

/** The row of a relationship. @throws Error if it is gone. */
export const loadRelationship = (rows: Rows, { seq }: Pick<Relationship, 'seq'>): MaybePromise<Relationship> =>
  mapMaybePromise(rows.relationships.load(seq), (row) => {
    return row ?? gone(seq);
  });

const gone = (seq: number): never => {
  throw new Error(`the relationship ${seq} was removed while this was answered`);
};
