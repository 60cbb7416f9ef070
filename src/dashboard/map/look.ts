/** How entities and lines look: by their kind, by what is chosen, and by what the pointer is on. */
import type { EdgeDisplayData, NodeDisplayData } from 'sigma/types';
import type { LineOnMap, MapGraph, NodeOnMap } from './layout.ts';
import { faded, type Palette } from './palette.ts';

export interface Look {
  readonly palette: Palette;
  readonly centres: readonly string[];
  readonly chosen: string | null;
  readonly hovered: string | null;
}

/** How far back steps what has nothing to do with what is looked at; 1 would be gone. */
const back = 0.8;

export function reducersOf(graph: MapGraph, look: () => Look) {
  const nodeReducer = (id: string, node: NodeOnMap): Partial<NodeDisplayData> => {
    const { palette, centres, chosen, hovered } = look();
    const ends = lookedAt(graph, hovered ?? chosen);
    const color = palette.of(node.kind);
    const near = ends.length === 0 || ends.includes(id) || ends.some((end) => graph.hasNode(end) && joined(end, id));
    if (!near) return { ...node, color: faded(color, palette.raised, back), label: null, zIndex: 0 };
    const main = centres.includes(id) || ends.includes(id);
    return { ...node, color, forceLabel: main, highlighted: id === chosen, zIndex: main ? 2 : 1 };
  };
  // One end of a line that is looked at has its own neighbours, which are not what is looked at.
  const joined = (end: string, id: string): boolean => {
    const { chosen, hovered } = look();
    return (hovered ?? chosen) === end && graph.areNeighbors(end, id);
  };
  const edgeReducer = (id: string, line: LineOnMap): Partial<EdgeDisplayData> => {
    const { palette, chosen, hovered } = look();
    const at = hovered ?? chosen;
    const ends = lookedAt(graph, at);
    const on = at !== null && (isLine(graph, id, at) || (graph.hasNode(at) && graph.hasExtremity(id, at)));
    const color = line.possible ? faded(palette.line, palette.raised, 0.5) : palette.line;
    if (on) return { ...line, color: line.possible ? palette.quiet : palette.accent, zIndex: 2 };
    if (ends.length > 0) return { ...line, color: faded(color, palette.raised, back), zIndex: 0 };
    return { ...line, color, zIndex: 1 };
  };
  return { nodeReducer, edgeReducer };
}

/** The entity that is looked at, or the two ends of the line that is. */
function lookedAt(graph: MapGraph, id: string | null): string[] {
  if (id === null) return [];
  if (graph.hasNode(id)) return [id];
  const line = lineOf(graph, id);
  return line === undefined ? [] : graph.extremities(line);
}

/** The line that stands for a relationship. */
const lineOf = (graph: MapGraph, relationship: string): string | undefined =>
  graph.hasEdge(relationship) ? relationship : graph.findEdge((line) => isLine(graph, line, relationship));

const isLine = (graph: MapGraph, line: string, relationship: string): boolean =>
  line === relationship || graph.getEdgeAttribute(line, 'relationships').some(({ id }) => id === relationship);
