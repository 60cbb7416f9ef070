/** A map, drawn on a canvas. Whoever cannot see it finds the same in the lists beside it. */
import { type RefObject, useEffect, useRef, useState } from 'react';
import Sigma from 'sigma';
import { useLongerThan } from '../question.ts';
import { useWords } from '../words.ts';
import type { Facts } from './facts.ts';
import { settle } from './forces.ts';
import { drawCard, drawLabels, type Label } from './labels.ts';
import { graphOf, type LineOnMap, type MapGraph, type NodeOnMap, type Place, slicesFor, stretched } from './layout.ts';
import { type Look, reducersOf } from './look.ts';
import type { Palette } from './palette.ts';

type Camera = Sigma<NodeOnMap, LineOnMap>;

interface DrawingProps {
  readonly facts: Facts;
  readonly palette: Palette;
  /** Said to whoever cannot see it. */
  readonly label: string;
  /** Entities that stand out. */
  readonly centres: readonly string[];
  /** An entity's or a relationship's id. */
  readonly chosen?: string | null;
  /** An entity's id, or that of a relationship; null: beside all of them. */
  readonly choose: (id: string | null) => void;
  /** It cannot be moved: the page scrolls over it. */
  readonly still?: boolean;
}

export function Drawing(props: DrawingProps) {
  const { facts, palette, label, centres, chosen = null, choose, still = false } = props;
  const { map: words } = useWords();
  const container = useRef<HTMLDivElement>(null);
  const camera = useRef<Camera | null>(null);
  const [hovered, setHovered] = useState<string | null>(null);
  const { graph, share } = useArranged(facts);
  const slow = useLongerThan(1_000, graph === null);

  // What is drawn reads these when it is drawn: neither a colour nor a choice makes the canvas anew.
  const look: Look = { palette, centres, chosen, hovered };
  const latest = useRef({ look, choose });
  useEffect(() => {
    latest.current = { look, choose };
    camera.current?.refresh({ skipIndexation: true });
  });

  useEffect(() => {
    if (graph === null || container.current === null) return;
    const sigma = draw(graph, container.current, still, () => latest.current.look);
    const pointer = (id: string | null): void => {
      setHovered(id);
      sigma.getContainer().classList.toggle('on-something', id !== null);
    };
    sigma.on('enterNode', ({ node }) => pointer(node));
    sigma.on('leaveNode', () => pointer(null));
    sigma.on('enterEdge', ({ edge }) => pointer(edge));
    sigma.on('leaveEdge', () => pointer(null));
    sigma.on('clickNode', ({ node }) => latest.current.choose(node));
    sigma.on('clickEdge', ({ edge }) => latest.current.choose(edge));
    sigma.on('clickStage', () => latest.current.choose(null));
    camera.current = sigma;
    const size = new ResizeObserver(() => sigma.resize().scheduleRefresh());
    size.observe(sigma.getContainer());
    return () => {
      camera.current = null;
      size.disconnect();
      setHovered(null);
      sigma.kill();
    };
  }, [graph, still]);

  return (
    <div className="drawing">
      <div ref={container} className="canvas" role="img" aria-label={label} />
      {graph === null && slow && (
        <p className="arranging" role="status">
          {words.layout} <progress value={share} />
        </p>
      )}
      {!still && graph !== null && <Zoom camera={camera} />}
    </div>
  );
}

function Zoom({ camera }: { camera: RefObject<Camera | null> }) {
  const { map: words } = useWords();
  const actions = [
    { label: words.zoomIn, sign: '+', act: () => camera.current?.getCamera().animatedZoom({ duration: 150 }) },
    { label: words.zoomOut, sign: '−', act: () => camera.current?.getCamera().animatedUnzoom({ duration: 150 }) },
    { label: words.fit, sign: '⤢', act: () => camera.current?.getCamera().animatedReset({ duration: 150 }) },
  ];
  return (
    <p className="zoom">
      {actions.map(({ label, sign, act }) => (
        <button key={sign} type="button" aria-label={label} title={label} onClick={act}>
          {sign}
        </button>
      ))}
    </p>
  );
}

/** Whether the browser can draw a map. */
export function canDraw(): boolean {
  const context = document.createElement('canvas').getContext('webgl2');
  // Browsers keep only so many of them.
  context?.getExtension('WEBGL_lose_context')?.loseContext();
  return context !== null;
}

/** The facts as a graph in which each has its place; null while that is worked out. `share`: how much of it is done. */
function useArranged(facts: Facts): { graph: MapGraph | null; share: number } {
  const places = useRef<ReadonlyMap<string, Place>>(new Map());
  const [arranged, setArranged] = useState<{ facts: Facts | null; graph: MapGraph | null }>({
    facts: null,
    graph: null,
  });
  const [share, setShare] = useState(0);
  useEffect(() => {
    const graph = graphOf(facts, places.current);
    const slices = slicesFor(graph, places.current);
    let done = 0;
    let frame = 0;
    const go = (): void => {
      // As many slices as leave the page able to answer.
      for (const until = performance.now() + 30; done < slices && performance.now() < until; done++) settle(graph);
      setShare(done / slices);
      if (done < slices) {
        frame = requestAnimationFrame(go);
        return;
      }
      places.current = new Map([
        ...places.current,
        ...graph.mapNodes((id, { x, y }): [string, Place] => [id, { x, y }]),
      ]);
      setArranged({ facts, graph });
    };
    go();
    return () => cancelAnimationFrame(frame);
  }, [facts]);
  // An older map stays until the new one is arranged.
  return { graph: arranged.graph, share };
}

function draw(arranged: MapGraph, container: HTMLElement, still: boolean, look: () => Look): Camera {
  const graph = stretched(arranged, container.clientWidth / container.clientHeight || 1);
  const labels: Label[] = [];
  const { nodeReducer, edgeReducer } = reducersOf(graph, look);
  const sigma: Camera = new Sigma<NodeOnMap, LineOnMap>(graph, container, {
    nodeReducer,
    edgeReducer,
    zIndex: true,
    // It may be hidden for a while.
    allowInvalidContainer: true,
    enableEdgeEvents: !still,
    enableCameraRotation: false,
    enableCameraPanning: !still,
    enableCameraZooming: !still,
    minCameraRatio: 0.08,
    maxCameraRatio: 2.5,
    stagePadding: still ? 50 : 60,
    minEdgeThickness: 1.4,
    // All names come to be drawn; which of them have room is seen when all are known.
    labelDensity: 1_000,
    labelRenderedSizeThreshold: 0,
    defaultDrawNodeLabel: (_context, { label, x, y, size, ...data }) => {
      if (label) labels.push({ text: label, x, y, size, forced: 'forceLabel' in data && data.forceLabel === true });
    },
    defaultDrawNodeHover: (context, { label, x, y, size }) => {
      if (label) drawCard(context, { text: label, x, y, size }, look().palette, container.clientWidth);
    },
  });
  sigma.on('beforeRender', () => {
    labels.length = 0;
  });
  const context = sigma.getCanvases()['labels']?.getContext('2d');
  sigma.on('afterRender', () => {
    if (context) drawLabels(context, labels, look().palette, container.clientWidth);
  });
  if (still) sigma.getTouchCaptor().enabled = false;
  sigma.refresh();
  return sigma;
}
