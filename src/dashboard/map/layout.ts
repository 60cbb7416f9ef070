/** What stands on a map, and where it begins: at the same place each time. */
import { UndirectedGraph } from 'graphology';
import type { Facts, MapRelationship } from './facts.ts';

export interface Place {
  readonly x: number;
  readonly y: number;
}

export interface NodeOnMap extends Place {
  readonly label: string;
  readonly kind: string;
  readonly size: number;
}

/** A line between two entities stands for all relationships between them. */
export interface LineOnMap {
  readonly relationships: readonly MapRelationship[];
  readonly possible: boolean;
  readonly size: number;
}

export type MapGraph = UndirectedGraph<NodeOnMap, LineOnMap>;

/** Facts as a graph whose nodes stand where they stood, or else near what they are related to. */
export function graphOf({ entities, relationships }: Facts, known: ReadonlyMap<string, Place>): MapGraph {
  const graph: MapGraph = new UndirectedGraph();
  const related = new Map<string, MapRelationship[]>();
  const degree = new Map<string, number>();
  const near = new Map<string, Place>();
  for (const relationship of relationships.values()) {
    const { subject, object } = relationship;
    const pair = [subject, object].sort().join(' ');
    related.set(pair, [...(related.get(pair) ?? []), relationship]);
    for (const [end, other] of [
      [subject, object],
      [object, subject],
    ] as const) {
      degree.set(end, (degree.get(end) ?? 0) + 1);
      const place = known.get(other);
      if (place !== undefined && !near.has(end)) near.set(end, place);
    }
  }
  // Many stand closer together.
  const crowding = Math.max(0.6, Math.min(1, 1.15 - entities.size / 500));
  let index = 0;
  for (const { id, kind, name } of entities.values()) {
    const place = known.get(id) ?? spiral(index++, near.get(id));
    const size = crowding * Math.min(18, 3.5 + 1.6 * Math.sqrt(degree.get(id) ?? 0));
    graph.addNode(id, { ...place, label: name, kind, size });
  }
  for (const members of related.values()) {
    const [first] = members;
    if (first === undefined || first.subject === first.object) continue;
    graph.addUndirectedEdgeWithKey(first.id, first.subject, first.object, {
      relationships: members,
      possible: members.every(({ certainty }) => certainty === 'POSSIBLE'),
      size: Math.min(4, 0.7 + 0.5 * members.length),
    });
  }
  return graph;
}

/** The golden angle, in radians, spreads any number of points evenly. */
const golden = Math.PI * (3 - Math.sqrt(5));

const spiral = (index: number, { x, y }: Place = { x: 0, y: 0 }): Place => ({
  x: x + 10 * Math.sqrt(index) * Math.cos(index * golden),
  y: y + 10 * Math.sqrt(index) * Math.sin(index * golden),
});

/** How many slices a graph needs: few when most of it stood already. */
export const slicesFor = (graph: MapGraph, known: ReadonlyMap<string, Place>): number => {
  const fresh = graph.nodes().filter((id) => !known.has(id)).length;
  return fresh === 0 ? 0 : fresh < graph.order / 2 ? 8 : 30;
};

/** A map as wide for its height as what it is drawn on, within bounds: forces know no wide screens. */
export function stretched(graph: MapGraph, widthByHeight: number): MapGraph {
  const by = Math.sqrt(Math.min(1.8, Math.max(0.6, widthByHeight)));
  const copy = graph.copy() as MapGraph;
  copy.updateEachNodeAttributes((_id, node) => ({ ...node, x: node.x * by, y: node.y / by }));
  return copy;
}
