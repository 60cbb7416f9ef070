/** The graphs of versions of the past: each is read when it is asked for, and held as long as there is room. */
import { LRUCache } from 'lru-cache';
import { type SharedWork, shareWork } from '../database/cancellation.ts';
import type { Database } from '../database/open.ts';
import type { DataVersion } from '../store/version.ts';
import { openCostQueue } from './costQueue.ts';
import { type Graph, openPastGraph } from './graph.ts';
import { findVersion, type KnownAt } from './knownAt.ts';
import type { MaybePromise } from './maybePromise.ts';

export interface PastGraphs {
  /**
   * The graph as it was.
   * @throws InvalidArgument if there is no such version, or it is not known any more.
   */
  at(known: KnownAt, signal: AbortSignal | undefined): Promise<Graph>;
  usage(): { readonly held: number; readonly bytes: number };
}

interface Options {
  /** How many bytes all of them may take. */
  readonly maxBytes: number;
  /** Told when one is read that may take a moment, and when it has been. */
  readonly onProgress: (message: string) => void;
}

/** What part of the room the rows of one graph may take, beside its adjacency index: one in so many. */
const partOfRows = 8;
/** About how many bytes a node takes, with its id. */
const nodeBytes = 250;

/** Opens the past of a database. */
export function openPastGraphs(
  { read, at }: Pick<Database, 'read' | 'at'>,
  { maxBytes, onProgress }: Options,
): PastGraphs {
  const maxRowBytes = Math.floor(maxBytes / partOfRows);
  const held = new LRUCache<number, Graph>({
    maxSize: maxBytes,
    sizeCalculation: (graph) => {
      const { bytes } = graph.topologyInfo();
      return Math.min(maxBytes, maxRowBytes + bytes + nodeBytes * graph.adjacency().nodeById.size);
    },
  });
  const reading = new Map<number, SharedWork<Graph>>();
  // One at a time, whatever number of versions is asked for at once: each takes the memory of a graph.
  const queue = openCostQueue(1);
  const open = async (version: DataVersion, signal: AbortSignal): Promise<Graph> => {
    const turn = queue.take(1);
    try {
      if (turn.come !== undefined) await turn.come;
      signal.throwIfAborted();
      onProgress(`reading the graph as of version ${version.version}`);
      const graph = await openPastGraph(at(version.version).read, version, maxRowBytes, signal);
      onProgress(`read the graph as of version ${version.version} in ${graph.topologyInfo().buildMilliseconds} ms`);
      held.set(version.version, graph);
      return graph;
    } finally {
      turn.end();
    }
  };
  const share = (version: DataVersion, signal: AbortSignal | undefined): MaybePromise<Graph> => {
    const known = held.get(version.version);
    if (known !== undefined) return known;
    const under = reading.get(version.version);
    if (under?.join(signal) === true) return under.result;
    const shared = shareWork(async (all) => {
      try {
        return await open(version, all);
      } finally {
        if (reading.get(version.version) === shared) reading.delete(version.version);
      }
    });
    shared.join(signal);
    reading.set(version.version, shared);
    return shared.result;
  };
  return {
    at: async (known, signal) => {
      const graph = typeof known.version === 'number' && (known.time ?? null) === null ? held.get(known.version) : null;
      return graph ?? (await share(await findVersion(read, known), signal));
    },
    usage: () => ({ held: held.size, bytes: held.calculatedSize }),
  };
}
