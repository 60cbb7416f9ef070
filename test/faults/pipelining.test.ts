/** Connections driven by hand: many requests at once on one, answers that nobody reads, hanging up at every stage. */
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import type { Database } from '../../src/database/open.ts';
import { openMigrated } from '../database.ts';
import { ask, type Served, serve } from './service.ts';

const summary = 'More than a connection holds of what nobody reads. '.repeat(190).trim();

let database: Database;
beforeAll(async () => {
  database = await openMigrated();
  const { prisma } = database;
  // Nothing is searched for here, and to index so many words takes long.
  await prisma.$executeRaw`DROP INDEX "Entity_words"`;
  await prisma.$executeRaw`
    WITH unions AS (
      INSERT INTO "Entity" (id, kind, summary, "updatedAt")
      SELECT 'union-' || n, 'UNION', ${summary}, now() FROM generate_series(1, 2500) AS n
      RETURNING id
    )
    INSERT INTO "Name" ("entityId", "text", "language", "type", "ordinal")
    SELECT id, id, 'en', 'PREFERRED', 0 FROM unions`;
  // What packs badly: digits of no meaning.
  await prisma.$executeRaw`
    WITH issues AS (
      INSERT INTO "Entity" (id, kind, summary, "updatedAt")
      SELECT 'noise-' || n, 'ISSUE',
        (SELECT string_agg(md5(n || '-' || part), ' ') FROM generate_series(1, 280) AS part), now()
      FROM generate_series(1, 100) AS n
      RETURNING id
    )
    INSERT INTO "Name" ("entityId", "text", "language", "type", "ordinal")
    SELECT id, id, 'en', 'PREFERRED', 0 FROM issues`;
});
afterAll(async () => await database.close());

/** A query whose answer is 100 times as long as `summary`, about 1 MB, so many times over. */
const large = (times: number): string =>
  `{ ${Array.from({ length: times }, (_, index) => `a${index}: entities(first: 100) { nodes { id summary } }`).join(' ')} }`;

/** The same of what packs badly: packed, it is more than half as long. */
const noise = (times: number): string => large(times).replaceAll('entities(first: 100)', 'issues(first: 100)');
const packed = 'Accept-Encoding: gzip\r\n';

const posting = (body: object | string, more = ''): string => {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return `POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: ${Buffer.byteLength(text)}\r\n${more}\r\n${text}`;
};
const getting = (path: string, more = ''): string => `GET ${path} HTTP/1.1\r\nHost: localhost\r\n${more}\r\n`;

/** Opens a connection of which nothing is read until `resume` is called. */
async function open(url: string): Promise<Socket> {
  const { port } = new URL(url);
  const socket = connect(Number(port), 'localhost');
  socket.on('error', () => {});
  socket.pause();
  onTestFinished(() => void socket.destroy());
  await once(socket, 'connect');
  return socket;
}

/** What is taken just now, by the service's own count. */
async function taken(url: string): Promise<Readonly<Record<string, number>>> {
  const text = await (await fetch(new URL('/metrics', url))).text();
  const found = [
    ...text.matchAll(/^labourgraph_(requests_in_flight|cost_in_flight|exports_running|unsent_bytes) (\S+)$/gm),
  ];
  return Object.fromEntries(found.map(([, name, value]) => [name, Number(value)]));
}

async function allIsBack({ url }: Served, within = 1_000): Promise<void> {
  const began = performance.now();
  const none = { requests_in_flight: 0, cost_in_flight: 0, exports_running: 0, unsent_bytes: 0 };
  await expect.poll(async () => await taken(url), { timeout: within, interval: 50 }).toEqual(none);
  expect(performance.now() - began).toBeLessThan(within + 500);
  expect((await ask(url, '{ graph { version } }')).status).toBe(200);
}

describe('row 61: many requests on one connection, nothing read, hung up', () => {
  it.each([
    ['questions', (index: number) => posting({ query: large(1), variables: { index } })],
    [
      'small questions behind a large one',
      (index: number) => posting({ query: index === 0 ? large(3) : '{ __typename }' }),
    ],
    ['questions to be packed', (index: number) => posting({ query: noise(1), variables: { index } }, packed)],
    ['exports', () => getting('/export/entities.csv')],
    ['exports to be packed', () => getting('/export/entities.csv', packed)],
    [
      'exports behind a question',
      (index: number) => (index === 0 ? posting({ query: large(3) }) : getting('/export/graph.jsonld')),
    ],
    ['files of the dashboard and metrics', (index: number) => getting(index % 2 === 0 ? '/' : '/metrics')],
  ])('row 61: of 250 %s, all is back within a second', async (_, request) => {
    const own = await serve(database, { sendTimeout: 60_000 });
    for (const after of [0, 20, 200, 1_000]) {
      const socket = await open(own.url);
      socket.write(Array.from({ length: 250 }, (_, index) => request(index)).join(''));
      await sleep(after);
      socket.destroy();
      await allIsBack(own);
    }
    // What an export held of the database is back too.
    const exported = await Promise.all(
      Array.from({ length: 4 }, async () => (await fetch(new URL('/export/claims.csv', own.url))).status),
    );
    expect(exported).toEqual([200, 200, 200, 200]);
  });

  it('row 61: they are answered in their order, one at a time, if they are read', async () => {
    const own = await serve(database, { maxInFlight: 1 });
    const socket = await open(own.url);
    let text = '';
    socket.setEncoding('utf8').on('data', (chunk) => {
      text += String(chunk);
    });
    const queries = Array.from({ length: 100 }, (_, index) => posting({ query: `{ a${index}: __typename }` }));
    socket.resume();
    socket.write(queries.join(''));
    await expect.poll(() => text.match(/"a\d+"/g)?.length, { timeout: 10_000 }).toBe(100);
    expect(text.match(/"a\d+"/g)).toEqual(queries.map((_, index) => `"a${index}"`));
    expect(text).not.toContain('OVERLOADED');
  });
});

describe('row 61: hung up at every stage', () => {
  const body = JSON.stringify({ query: large(1) });
  const whole = posting(body);
  const stages: Readonly<Record<string, string>> = {
    'before anything': '',
    'in the headers': whole.slice(0, 40),
    'before the body': whole.slice(0, whole.indexOf('\r\n\r\n') + 4),
    'in the body': whole.slice(0, -10),
    'after the body': whole,
    'in the next request': whole + whole.slice(0, 60),
    'after asking whether to go on': `${posting(body, 'Expect: 100-continue\r\n').split('\r\n\r\n')[0]}\r\n\r\n`,
    'after expecting what is not known': posting(body, 'Expect: miracles\r\n'),
    'after more than the last request': posting(body, 'Connection: close\r\n') + whole.repeat(5),
    'after more than HTTP/1.0 takes': whole.replace('HTTP/1.1', 'HTTP/1.0') + whole.repeat(5),
    'after more than a request that is too large': posting('x'.repeat(200_000)) + whole.repeat(5),
    'after a HEAD': whole.replace('POST', 'HEAD'),
    'after an OPTIONS': whole.replace('POST', 'OPTIONS'),
    'after a CONNECT': 'CONNECT localhost:80 HTTP/1.1\r\nHost: localhost\r\n\r\n',
    'after an upgrade': posting(body, 'Connection: Upgrade\r\nUpgrade: websocket\r\n'),
    'after what is no HTTP': `${whole}\0\0\0\r\n\r\n`,
    'after a HEAD of an export': getting('/export/entities.csv').replace('GET', 'HEAD'),
    'after an export': getting('/export/claims.csv'),
  };
  it.each(Object.entries(stages))('row 61: %s, all is back', async (_, text) => {
    const own = await serve(database);
    for (const how of ['destroy', 'resetAndDestroy', 'end'] as const) {
      const sockets = await Promise.all(Array.from({ length: 20 }, async () => await open(own.url)));
      for (const socket of sockets) socket.write(text);
      await sleep(how === 'end' ? 100 : 5);
      for (const socket of sockets) {
        if (how === 'end') socket.resume();
        socket[how]();
      }
      await allIsBack(own, 3_000);
    }
  });
});

describe('row 62: answers that nobody reads', () => {
  it('row 62: hold no cost and no place, and are cut off after a stall', async () => {
    const own = await serve(database, { sendTimeout: 2_000, maxInFlight: 10, maxCostInFlight: 20_000 });
    const sockets = await Promise.all(Array.from({ length: 21 }, async () => await open(own.url)));
    for (const socket of sockets) socket.write(posting({ query: large(5) }));
    // Answers of 5 MB, of which the system takes some and the service holds the rest.
    await expect
      .poll(async () => (await taken(own.url))['unsent_bytes'], { timeout: 8_000 })
      .toBeGreaterThan(5_000_000);
    await expect
      .poll(async () => await taken(own.url), { timeout: 2_000 })
      .toMatchObject({ requests_in_flight: 0, cost_in_flight: 0 });
    expect(
      (await ask(own.url, '{ entities(first: 100) { nodes { relationships(first: 100) { totalCount } } } }')).status,
    ).toBe(200);
    await expect.poll(async () => (await taken(own.url))['unsent_bytes'], { timeout: 8_000 }).toBe(0);
  });

  it('row 62: hold what they take packed, and are cut off after a stall all the same', async () => {
    const own = await serve(database, { sendTimeout: 5_000 });
    const sockets = await Promise.all(Array.from({ length: 6 }, async () => await open(own.url)));
    for (const socket of sockets) socket.write(posting({ query: noise(12) }, packed));
    // Answers of 11 MB, which come to more than half of that and less than three quarters once they are packed.
    const most = 6 * 11_000_000 * 0.75;
    await expect
      .poll(
        async () => {
          const { unsent_bytes: unsent = 0, requests_in_flight: working } = await taken(own.url);
          return { working, held: unsent > 1_000_000 && unsent < most };
        },
        { timeout: 20_000 },
      )
      .toEqual({ working: 0, held: true });
    await expect.poll(async () => (await taken(own.url))['unsent_bytes'], { timeout: 20_000 }).toBe(0);
  });

  it('row 62: are cut off, the oldest first, when too much is held of them', async () => {
    const own = await serve(database, { sendTimeout: 60_000, maxUnsentBytes: 20_000_000 });
    const closed: number[] = [];
    for (let index = 0; index < 12; index += 1) {
      const socket = await open(own.url);
      // A reader that has been cut off is told by an error, since it has not read all.
      socket.on('close', () => closed.push(index));
      socket.write(posting({ query: large(5) }));
      await expect.poll(async () => (await taken(own.url))['requests_in_flight'], { timeout: 5_000 }).toBe(0);
      expect((await taken(own.url))['unsent_bytes']).toBeLessThanOrEqual(20_000_000);
      await sleep(400);
    }
    const last = await ask(own.url, large(5));
    expect(last.status).toBe(200);
    expect(last.text.length).toBeGreaterThan(4_500_000);
  });

  it('row 62: are refused where room could be made only by cutting off who has just begun to read', async () => {
    const own = await serve(database, { sendTimeout: 60_000, maxUnsentBytes: 8_000_000 });
    const sockets = await Promise.all(Array.from({ length: 4 }, async () => await open(own.url)));
    for (const socket of sockets) socket.write(posting({ query: large(5) }));
    const statuses = await Promise.all(
      sockets.map(async (socket) => {
        socket.resume();
        return String((await once(socket, 'data'))[0]).slice(9, 12);
      }),
    );
    // How many are taken at once depends on the system, which takes some of each.
    expect(new Set(statuses)).toEqual(new Set(['200', '503']));
  });

  it('row 62: one that is read slowly is written to its end', async () => {
    const own = await serve(database, { sendTimeout: 1_500 });
    const socket = await open(own.url);
    let read = 0;
    socket.on('data', (chunk: Buffer) => {
      read += chunk.length;
      socket.pause();
      setTimeout(() => socket.resume(), 60);
    });
    const { length } = (await ask(own.url, large(5))).text;
    socket.write(posting({ query: large(5) }));
    socket.resume();
    await expect.poll(() => read, { timeout: 25_000 }).toBeGreaterThanOrEqual(length);
  }, 30_000);

  it('row 62: exports and files keep to the same rule', async () => {
    const own = await serve(database, { sendTimeout: 1_500 });
    const sockets = await Promise.all(Array.from({ length: 4 }, async () => await open(own.url)));
    for (const socket of sockets) socket.write(getting('/export/entities.csv'));
    await expect.poll(async () => (await taken(own.url))['exports_running'], { timeout: 5_000 }).toBe(4);
    await expect.poll(async () => (await taken(own.url))['exports_running'], { timeout: 8_000 }).toBe(0);
  });
});
