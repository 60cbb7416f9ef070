/** What the timeline of an entity is about, which the adjacency index knows before anything is read. */

import { actorKinds, type Kind, type RelationshipType } from '../../registry/index.ts';
import {
  type AdjacencyIndex,
  edgesOf,
  farEnd,
  idOf,
  kindOf,
  numberOfType,
  seqOf,
  spanOf,
  spanOfType,
} from '../index/adjacencyIndex.ts';

export interface TimelineScope {
  /** The ids of the entities whose dates it tells. */
  readonly ids: readonly string[];
  /** Whether a law or a bill is among them. */
  readonly laws: boolean;
  /** The numbers of the relationships that are terms of office. */
  readonly held: readonly number[];
}

/** A common subject, place or outlet: what only hangs together through one is left out. */
const hubs = new Set<Kind>(['ISSUE', 'JURISDICTION', 'NEWS_OUTLET', 'ARTICLE', 'OCCUPATIONAL_GROUP']);
const others = new Set<Kind>(actorKinds.filter((kind) => kind !== 'ADMINISTRATION'));
const processes = new Set<Kind>(['DISPUTE', 'BARGAINING_ROUND', 'LEGAL_CHALLENGE']);
const belongs: readonly RelationshipType[] = ['OCCURS_IN', 'MADE_IN', 'PART_OF'];

/**
 * The entity itself, what it is directly related to but other actors, and what belongs to those of its neighbours that
 * are processes (the events of a dispute that a union is a party to); and the terms of a person, of an office, and of the
 * offices of a body. Who else held the office of a person is nothing that the person took part in.
 */
export function timelineScope(adjacency: AdjacencyIndex, of: string): TimelineScope {
  const center = adjacency.nodeById.get(of);
  if (center === undefined) return { ids: [], laws: false, held: [] };
  const scope = new Set([center]);
  for (const node of [center, ...neighbours(adjacency, center)]) {
    if (node !== center && hubs.has(kindOf(adjacency, node))) continue;
    if (!others.has(kindOf(adjacency, node))) scope.add(node);
    if (!processes.has(kindOf(adjacency, node))) continue;
    for (const type of belongs) for (const part of subjects(adjacency, node, type)) scope.add(part);
  }
  const held = new Set([...ofType(adjacency, center, 'out', 'HOLDS'), ...ofType(adjacency, center, 'in', 'HOLDS')]);
  for (const office of subjects(adjacency, center, 'OFFICE_OF'))
    for (const term of ofType(adjacency, office, 'in', 'HOLDS')) held.add(term);
  const nodes = [...scope];
  return {
    ids: nodes.map((node) => idOf(adjacency, node)),
    laws: nodes.some((node) => kindOf(adjacency, node) === 'LEGISLATION'),
    held: [...held].map((edge) => seqOf(adjacency, edge)),
  };
}

const neighbours = (adjacency: AdjacencyIndex, node: number): number[] =>
  (['out', 'in'] as const).flatMap((direction) =>
    [...edgesOf(adjacency, node, direction)].map((edge) => farEnd(adjacency, edge, direction)),
  );

/** What relationships of a type lead from to a node. */
const subjects = (adjacency: AdjacencyIndex, node: number, type: RelationshipType): number[] =>
  [...ofType(adjacency, node, 'in', type)].map((edge) => farEnd(adjacency, edge, 'in'));

function ofType(adjacency: AdjacencyIndex, node: number, direction: 'out' | 'in', type: RelationshipType): Int32Array {
  const { edges, start, end } = spanOfType(adjacency, spanOf(adjacency, node, direction), numberOfType(type));
  return edges.subarray(start, end);
}
