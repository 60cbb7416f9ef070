/** Who asks does not decide by what address the service is known. */
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Database } from '../../src/database/open.ts';
import { exports } from '../../src/exporting/exports.ts';
import { serviceSettings } from '../../src/server/settings.ts';
import { createEntities, openMigrated } from '../database.ts';
import { serve } from './service.ts';

let database: Database;
beforeAll(async () => {
  database = await openMigrated();
  await createEntities(database.prisma, [{ id: 'psac', kind: 'UNION', summary: 'A union.' }]);
});
afterAll(async () => await database.close());

/** Sends a request by hand, and gives the whole answer, headers too. */
async function answerTo(url: string, start: string, headers: readonly string[], body = ''): Promise<string> {
  const socket = connect(Number(new URL(url).port), 'localhost');
  const length = body === '' ? [] : [`Content-Length: ${Buffer.byteLength(body)}`, 'Content-Type: application/json'];
  socket.write(`${[`${start} HTTP/1.1`, ...headers, ...length, 'Connection: close'].join('\r\n')}\r\n\r\n${body}`);
  return await text(socket);
}

const foreign: readonly (readonly [what: string, headers: readonly string[]])[] = [
  ['Host', ['Host: evil.example']],
  ['Host with a port', ['Host: evil.example:99']],
  ['X-Forwarded-Host', ['Host: localhost', 'X-Forwarded-Host: evil.example', 'X-Forwarded-Proto: evil.example']],
  ['Forwarded', ['Host: localhost', 'Forwarded: host=evil.example;proto=https', 'X-Original-Host: evil.example']],
  ['Origin and Referer', ['Host: localhost', 'Origin: https://evil.example', 'Referer: https://evil.example/']],
];
const paths = [
  '/export/',
  '/export/nothing',
  ...exports.map(({ name }) => `/export/${name}`),
  '/',
  '/assets',
  '/nothing',
  '/readyz',
  '/metrics',
];

it.each(foreign)('row 73: nothing of a foreign %s is in any answer', async (_, headers) => {
  const own = await serve(database);
  for (const path of paths) expect(await answerTo(own.url, `GET ${path}`, headers), path).not.toContain('evil.example');
  const query = JSON.stringify({ query: '{ union(id: "psac") { id summary } nothing }' });
  for (const body of [query, '{'])
    expect(await answerTo(own.url, 'POST /graphql', headers, body)).not.toContain('evil.example');
});

it('row 73: an address with a host in it is one of this service, or of none', async () => {
  const own = await serve(database);
  for (const path of [
    'http://evil.example/export/',
    '//evil.example/export/',
    '//evil.example',
    '/assets//evil.example',
  ])
    expect(await answerTo(own.url, `GET ${path}`, ['Host: localhost']), path).not.toContain('evil.example');
});

it('row 73: addresses are those that the service is set to be known by, else those where it listens', async () => {
  const own = await serve(database);
  const plain = await (await fetch(new URL('/export/', own.url))).text();
  expect(plain).toContain(`"${new URL('/export/entities.csv', own.url).href}"`);
  const { publicUrl } = serviceSettings.parse({ publicUrl: 'https://facts.example/labour/' });
  const known = await serve(database, { publicUrl });
  const list = await (await fetch(new URL('/export/', known.url))).text();
  expect(list).toContain('"https://facts.example/labour/export/entities.csv"');
  const graph = await (await fetch(new URL('/export/graph.jsonld', known.url))).text();
  expect(graph).toContain('"https://facts.example/labour/id/psac"');
  expect(graph).toContain('"https://facts.example/labour/export/context.jsonld"');
  expect(graph + list).not.toContain('localhost');
  for (const wrong of ['facts.example', 'ftp://facts.example', 'https://facts.example/?x', 'javascript:alert(1)'])
    expect(serviceSettings.safeParse({ publicUrl: wrong }).success, wrong).toBe(false);
});
