/** Clients that take their time. */
import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Database } from '../../src/database/open.ts';
import { openMigrated } from '../database.ts';
import { ask, serve } from './service.ts';

let database: Database;
beforeAll(async () => {
  database = await openMigrated();
});
afterAll(async () => await database.close());

/** Sends the pieces, one each so often, and gives after how many milliseconds the connection was closed. */
async function dribble(url: string, pieces: readonly string[], every: number): Promise<number> {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  socket.on('error', () => {});
  const began = performance.now();
  const closed = once(socket, 'close');
  let open = true;
  void closed.then(() => {
    open = false;
  });
  socket.resume();
  await once(socket, 'connect');
  for (const piece of pieces) {
    if (!open) break;
    socket.write(piece);
    await sleep(every);
  }
  await closed;
  return performance.now() - began;
}

const letters = Array.from({ length: 400 }, () => 'x');

it('row 41: headers that do not come to an end are cut off', async () => {
  const own = await serve(database, { receiveTimeout: 1_000 });
  const start = 'POST /graphql HTTP/1.1\r\nHost: localhost\r\nx-slow: ';
  expect(await dribble(own.url, [start, ...letters], 100)).toBeLessThan(10_000);
  expect((await ask(own.url, '{ graph { version } }')).status).toBe(200);
});

it('row 41: a body that does not come to an end is cut off', async () => {
  const own = await serve(database, { receiveTimeout: 1_000, maxInFlight: 2 });
  const start =
    'POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 90000\r\n\r\n';
  const slow = Array.from({ length: 10 }, async () => await dribble(own.url, [start, ...letters], 100));
  await sleep(500);
  // Those who take their time take nobody's place.
  expect((await ask(own.url, '{ graph { version } }')).status).toBe(200);
  expect(Math.max(...(await Promise.all(slow)))).toBeLessThan(10_000);
});

it('row 41: of connections there are so many and no more', async () => {
  const own = await serve(database, { maxConnections: 5, receiveTimeout: 60_000 });
  const { hostname, port } = new URL(own.url);
  const sockets = Array.from({ length: 20 }, () =>
    connect(Number(port), hostname)
      .on('error', () => {})
      .resume(),
  );
  const closed = sockets.map(async (socket) => await once(socket, 'close'));
  await expect
    .poll(() => sockets.filter((socket) => socket.destroyed || socket.readableEnded).length, { timeout: 10_000 })
    .toBe(15);
  for (const socket of sockets) socket.destroy();
  await Promise.all(closed);
});
