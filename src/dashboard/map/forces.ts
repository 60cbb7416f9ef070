/** Arranges a map by forces: what is related draws near, and all keep their distance. */
import forceAtlas2 from 'graphology-layout-forceatlas2';
import type { MapGraph } from './layout.ts';

/** How often the forces of a slice are applied; always as often, so that the same facts give the same map. */
const perSlice = 20;

/** Applies the forces for one slice. */
export function settle(graph: MapGraph): void {
  forceAtlas2.assign(graph, {
    iterations: perSlice,
    settings: {
      ...forceAtlas2.inferSettings(graph.order),
      gravity: 0.08,
      scalingRatio: 14,
      barnesHutOptimize: graph.order > 600,
    },
    getEdgeWeight: null,
  });
}
