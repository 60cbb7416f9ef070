/** Services for tests of faults: with settings of their own, on a database of their own. */
import { onTestFinished } from 'vitest';
import type { Database } from '../../src/database/open.ts';
import type { Settings } from '../../src/server/settings.ts';
import { startService } from '../../src/server/start.ts';

export interface ErrorTold {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions: Readonly<Record<string, unknown>> & { readonly code: string };
}

export interface Told {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly milliseconds: number;
  readonly data: unknown;
  readonly errors: readonly ErrorTold[];
  readonly extensions: Readonly<Record<string, unknown>>;
}

/** As what an answer is wanted unless told: with a status that says what was wrong. */
const accept = 'application/graphql-response+json, application/json;q=0.9';

/** Sends a request, and reads its answer, which must be JSON. */
export async function send(url: string | URL, init: RequestInit): Promise<Told> {
  const began = performance.now();
  const response = await fetch(url, { ...init, headers: { accept, ...(init.headers as Record<string, string>) } });
  const text = await response.text();
  const milliseconds = performance.now() - began;
  const { data, errors = [], extensions = {} } = JSON.parse(text) as Partial<Told>;
  return { status: response.status, headers: response.headers, text, milliseconds, data, errors, extensions };
}

/** Asks a query by POST. */
export async function ask(url: string, query: string, variables: unknown = {}): Promise<Told> {
  const headers = { 'content-type': 'application/json' };
  return await send(url, { method: 'POST', headers, body: JSON.stringify({ query, variables }) });
}

export interface Served {
  readonly url: string;
  /** What was logged. */
  readonly logged: readonly (readonly [line: string, details: unknown])[];
  readonly stop: () => Promise<void>;
}

/** Serves a database until the test is over. */
export async function serve(database: Database, settings: Partial<Settings> = {}): Promise<Served> {
  const logged: [string, unknown][] = [];
  const log = (line: string, details: unknown): void => void logged.push([line, details]);
  const service = await startService(database, { host: 'localhost', port: 0, log, settings });
  let stopped: Promise<void> | undefined;
  const stop = async (): Promise<void> => {
    stopped ??= service.stop();
    await stopped;
  };
  onTestFinished(stop);
  return { url: service.url, logged, stop };
}

export { inside } from '../inside.ts';
