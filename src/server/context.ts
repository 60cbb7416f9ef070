/** A request, from when its body has been read until its answer has gone out or its client has. */
import { randomUUID } from 'node:crypto';
import type { Response } from 'express';
import { GivenUp, newWaiter, type Waiter } from '../database/waiting.ts';
import type { Graph } from '../graph/graph.ts';
import type { Context } from '../schema/context.ts';
import type { Gate } from './gate.ts';
import type { Settings } from './settings.ts';

/** What the service keeps of a request, beside what resolvers get. */
export interface ServerContext extends Context {
  /** Told to the client with the answer, and to the log with what went wrong. */
  readonly id: string;
  /** The client, as long as it waits and its time is not over. */
  readonly waiter: Waiter;
  /** By the clock of `performance.now`. */
  readonly began: number;
  /** What the operation costs; undefined until that is known. */
  cost?: number;
  /** What went wrong that the client is not told. */
  readonly faults: unknown[];
  /** Whether so costly an operation may be executed beside those that are. */
  readonly admit: (cost: number) => boolean;
}

/** Begins a request: whoever hangs up, or whose time is over, waits no more. */
export function beginRequest(response: Response, graph: Graph, gate: Gate, settings: Settings): ServerContext {
  const waiter = newWaiter();
  const id = randomUUID();
  response.setHeader('x-request-id', id);
  const timer = setTimeout(() => waiter.leave(new GivenUp('time')), settings.requestTimeout);
  let admitted = 0;
  response.once('close', () => {
    clearTimeout(timer);
    gate.release(admitted);
    if (!response.writableFinished) waiter.leave(new GivenUp('gone'));
  });
  const admit = (cost: number): boolean => {
    if (!gate.admit(cost)) return false;
    admitted += cost;
    return true;
  };
  return { graph, id, waiter, began: performance.now(), faults: [], admit };
}
