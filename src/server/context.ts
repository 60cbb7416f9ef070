/** A request, from when its body has been read until its answer is made or its client has gone. */
import { randomUUID } from 'node:crypto';
import { setMaxListeners } from 'node:events';
import type { Response } from 'express';
import { Cancelled, DeadlineExceeded } from '../database/cancellation.ts';
import type { Graph } from '../graph/graph.ts';
import type { Context } from '../schema/context.ts';
import { openTurns } from '../schema/eventLoop.ts';
import type { DataVersion } from '../store/version.ts';
import type { MediaType } from './mediaType.ts';
import type { Settings } from './settings.ts';

/** How a request is to be answered. */
interface Wanted {
  readonly mediaType: MediaType;
  /** The tag of a whole answer, of the data as they are when it begins; undefined: it has none. */
  readonly tag: string | undefined;
  /** It is told what it costs, and not executed. */
  readonly dryRun: boolean;
}

/** What the service keeps of a request, beside what resolvers get. */
export interface ServerContext extends Context, Wanted {
  /** That of now, until the operation is known to ask for another. */
  graph: Graph;
  /** Told to the client with the answer, and to the log with what went wrong. */
  readonly id: string;
  /** Aborted when the client has hung up, or its time is over. */
  readonly signal: AbortSignal;
  /** Of what data the graph was when it began. */
  version: DataVersion;
  /** By the clock of `performance.now`. */
  readonly began: number;
  /** What the operation costs; undefined until that is known. */
  cost?: number;
  /** What went wrong that the client is not told. */
  readonly faults: unknown[];
}

interface Begun {
  readonly context: ServerContext;
  /** To be called once its answer is made. */
  readonly end: () => void;
}

/** Begins a request: whoever hangs up, or whose time is over, waits no more. */
export function beginRequest(
  response: Response,
  graph: Graph,
  settings: Settings,
  { mediaType, tag, dryRun }: Wanted,
): Begun {
  const controller = new AbortController();
  // A request may ask a hundred questions, each of which listens: Node warns of more than ten.
  setMaxListeners(0, controller.signal);
  const id = randomUUID();
  response.setHeader('x-request-id', id);
  const timer = setTimeout(() => controller.abort(new DeadlineExceeded()), settings.requestTimeout);
  const hungUp = (): void => controller.abort(new Cancelled());
  response.once('close', hungUp);
  const end = (): void => {
    clearTimeout(timer);
    response.off('close', hungUp);
  };
  return {
    context: {
      mediaType,
      tag,
      dryRun,
      graph,
      id,
      signal: controller.signal,
      turns: openTurns(settings.maxTurn),
      truncated: { told: [], count: 0 },
      version: graph.version(),
      began: performance.now(),
      faults: [],
    },
    end,
  };
}
