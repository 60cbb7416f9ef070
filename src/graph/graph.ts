/**
 * The graph as a process holds it: the adjacency index, and what has been read of the rows. Everything is read through
 * here. It follows the change log, so that what another process or psql writes shows in the next answer.
 */
import { type Change, type ChangeFeed, openChangeFeed, type VersionRow } from '../database/changeFeed.ts';
import type { Database } from '../database/open.ts';
import { type DataVersion, digestOf, readVersion } from '../store/version.ts';
import { type AdjacencyIndex, bytesOfEdges, countEdges } from './index/adjacencyIndex.ts';
import { updateAdjacencyIndex } from './index/adjacencyIndexChanges.ts';
import { readAdjacencyIndex } from './index/readAdjacencyIndex.ts';
import { type LookUps, lookUps } from './lookUps.ts';
import { type Questions, questions } from './questions.ts';
import { type RelatedTo, relatedTo } from './relatedTo.ts';
import { type CacheUsage, openAnswerCache } from './rows/cache.ts';
import { openMemory } from './rows/memory.ts';
import { invalidateRows, openRows, type Rows } from './rows/rows.ts';

/** The graph: of now, or of a version of the past. */
export interface Graph extends LookUps, RelatedTo, Questions {
  /** Of what data this is. */
  version(): DataVersion;
  /** The adjacency index as it is now. */
  adjacency(): AdjacencyIndex;
  topologyInfo(): { readonly relationships: number; readonly bytes: number; readonly buildMilliseconds: number };
}

/** The graph of now. */
export interface PresentGraph extends Graph {
  readonly changeFeed: ChangeFeed;
  /** How full the caches are, and how often they did not have what was asked for. */
  caches(): Readonly<Record<string, CacheUsage>>;
  close(): Promise<void>;
}

/**
 * Opens the graph of a database.
 * @param onError is told when the change log could not be followed; it is tried again.
 * @param maxCacheBytes how many bytes of rows and answers are held, beside the adjacency index.
 */
export async function openGraph(
  database: Pick<Database, 'prisma' | 'read' | 'listen'>,
  onError: (error: unknown) => void,
  maxCacheBytes: number,
): Promise<PresentGraph> {
  const { prisma, read } = database;
  const memory = openMemory(maxCacheBytes);
  const adjacencyNow = (): AdjacencyIndex => current;
  const rows = openRows(read, memory, adjacencyNow);
  const answers = openAnswerCache(memory);
  const closing = new AbortController();
  const readIndex = async (): Promise<AdjacencyIndex> => await readAdjacencyIndex(read, closing.signal);
  let version: DataVersion = { version: 0, digest: '' };
  let adjacency: Promise<AdjacencyIndex> | undefined;
  let current: AdjacencyIndex;
  const apply = async (changes: readonly Change[], { version: number, ...halves }: VersionRow): Promise<void> => {
    const next = await updateAdjacencyIndex(read, await (adjacency ?? readIndex()), changes, closing.signal);
    // At once: whoever asks meanwhile is answered of the data, and told the version, of before or of after.
    current = next;
    adjacency = Promise.resolve(next);
    answers.clear();
    invalidateRows(rows, changes);
    version = { version: number, digest: digestOf(halves) };
  };
  // The log's place is noted first: what is written while the adjacency index is read comes by the log.
  const changeFeed = await openChangeFeed(database, apply, onError);
  const began = performance.now();
  adjacency = readVersion(prisma).then(async (found) => {
    // So is the version: answers may be of later data than they say, never of earlier, which clients would keep for good.
    version = found;
    return await readIndex();
  });
  current = await adjacency;
  return {
    ...graphOver({ rows, current: adjacencyNow, version: () => version, began }),
    ...questions(read, answers, adjacencyNow),
    changeFeed,
    caches: () => {
      const { details, facts, ...others } = rows;
      const all = { ...others, ...facts, ...details, answers };
      return Object.fromEntries(Object.entries(all).map(([name, cache]) => [name, cache.usage()]));
    },
    close: async () => {
      await changeFeed.stop();
      closing.abort();
    },
  };
}

/** Opens the graph of a version of the past: it never changes. */
export async function openPastGraph(
  read: Database['read'],
  version: DataVersion,
  maxCacheBytes: number,
  signal: AbortSignal,
): Promise<Graph> {
  const began = performance.now();
  const index = await readAdjacencyIndex(read, signal);
  const current = (): AdjacencyIndex => index;
  const memory = openMemory(maxCacheBytes);
  const rows = openRows(read, memory, current);
  return {
    ...graphOver({ rows, current, version: () => version, began }),
    ...questions(read, openAnswerCache(memory), current),
  };
}

interface Held {
  readonly rows: Rows;
  readonly current: () => AdjacencyIndex;
  readonly version: () => DataVersion;
  /** When the adjacency index, which is there by now, began to be read. */
  readonly began: number;
}

function graphOver({ rows, current, version, began }: Held): Omit<Graph, keyof Questions> {
  const buildMilliseconds = Math.round(performance.now() - began);
  return {
    version,
    adjacency: current,
    topologyInfo: () => ({
      relationships: countEdges(current()),
      bytes: bytesOfEdges(current()),
      buildMilliseconds,
    }),
    ...lookUps(rows, current),
    ...relatedTo(rows, current),
  };
}
