/** Load over HTTP, by autocannon: a number of connections that each ask the next question as soon as they may. */
import { once } from 'node:events';
import { Agent, type IncomingMessage, request } from 'node:http';
import { json } from 'node:stream/consumers';
import autocannon from 'autocannon';

export interface Load {
  /** Server and path. */
  readonly url: string;
  /** Asked in turn, over all connections. */
  readonly bodies: readonly string[];
  readonly connections: number;
  /** How long, in seconds; absent: until each body has been asked once. */
  readonly seconds?: number;
}

/**
 * Asks until the time is over or all has been asked.
 * @returns answers per second.
 * @throws Error if an answer was not one.
 */
export async function requestsPerSecond({ url, bodies, connections, seconds }: Load): Promise<number> {
  const { origin, pathname } = new URL(url);
  let asked = 0;
  const next = (): string => bodies[asked++ % bodies.length] ?? '';
  const started = performance.now();
  let answered = 0;
  let last = started;
  const run = autocannon({
    url: origin,
    connections: seconds === undefined ? Math.min(connections, bodies.length) : connections,
    ...(seconds === undefined ? { amount: bodies.length } : { duration: seconds }),
    headers: { 'content-type': 'application/json' },
    requests: [{ method: 'POST', path: pathname, setupRequest: (options) => ({ ...options, body: next() }) }],
    verifyBody: (body) => !body.startsWith('{"errors"'),
  });
  // Its own clock ticks in seconds: too coarse for a hundred questions.
  run.on('response', () => {
    answered += 1;
    last = performance.now();
  });
  const { errors, non2xx, mismatches } = await run;
  if (errors + non2xx + mismatches > 0) {
    throw new Error(`of ${answered} requests to ${url}, ${errors} failed, ${non2xx + mismatches} were refused`);
  }
  return answered === 0 ? 0 : (1000 * answered) / (last - started);
}

const agent = new Agent({ keepAlive: true });

/** Asks once, on a connection that is kept; the answer as it is. */
export async function ask(url: string, body: string): Promise<unknown> {
  const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
  const sent = request(url, { method: 'POST', agent, headers });
  sent.end(body);
  const [response] = (await once(sent, 'response')) as [IncomingMessage];
  return await json(response);
}
