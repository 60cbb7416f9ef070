/** Requests that are none, or that a page of somebody else sent: refused in JSON, with nothing of the inside. */
import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import { text } from 'node:stream/consumers';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { Database } from '../../src/database/open.ts';
import { openMigrated } from '../database.ts';
import { ask, inside, send, serve, type Told } from './service.ts';

const url = inject('url');
const json = { 'content-type': 'application/json' };
const body = JSON.stringify({ query: '{ graph { version } }' });

function expectRefused(told: Told, status: number, code = 'BAD_REQUEST'): void {
  expect({ status: told.status, codes: told.errors.map(({ extensions }) => extensions.code) }).toEqual({
    status,
    codes: [code],
  });
  expect(told.headers.get('content-type')).toMatch(/^application\/(graphql-response\+)?json/);
  expect(told.text).not.toMatch(inside);
}

/** The most that buffers of this process take while something is done, beyond what they took before, in bytes. */
async function buffered(work: () => Promise<void>): Promise<number> {
  const before = process.memoryUsage().arrayBuffers;
  let most = before;
  const watching = setInterval(() => {
    most = Math.max(most, process.memoryUsage().arrayBuffers);
  }, 1);
  await work().finally(() => clearInterval(watching));
  return most - before;
}

describe('a body', () => {
  /** For services in this process, whose memory and objects can be looked at. */
  let database: Database;
  beforeAll(async () => {
    database = await openMigrated();
  });
  afterAll(async () => await database.close());

  it('row 15: a batch of operations is refused', async () => {
    expectRefused(await send(url, { method: 'POST', headers: json, body: `[${body}, ${body}]` }), 400);
  });

  it('row 18: one over 100 kB is refused, also one that is small until it is unpacked', async () => {
    const large = JSON.stringify({ query: `{ graph { version } } # ${'x'.repeat(110_000)}` });
    expectRefused(await send(url, { method: 'POST', headers: json, body: large }), 413);
    // Packed a megabyte at a time, so that its making leaves nothing behind that could be taken for its unpacking.
    const megabyte = gzipSync(Buffer.alloc(1_000_000, ' '));
    const bomb = Buffer.concat(Array.from({ length: 50 }, () => megabyte));
    expect(bomb.length).toBeLessThan(100_000);
    const headers = { ...json, 'content-encoding': 'gzip' };
    const own = await serve(database);
    await ask(own.url, '{ graph { version } }');
    const taken = await buffered(async () => {
      expectRefused(await send(own.url, { method: 'POST', headers, body: bomb }), 413);
    });
    expect(taken).toBeLessThan(10_000_000);
  });

  it('row 19: one that is not JSON is refused', async () => {
    for (const bad of ['{"query": ', '{', '\0', "{'query': 1}", `${body}}`]) {
      expectRefused(await send(url, { method: 'POST', headers: json, body: bad }), 400);
    }
  });

  it('row 21: __proto__ in what is sent changes nothing', async () => {
    const own = await serve(database);
    const query = 'query ($filter: EntityFilter) { entities(filter: $filter) { totalCount } }';
    for (const variables of [
      '{"__proto__": {"filter": {"text": "x"}}}',
      '{"constructor": {"prototype": {"polluted": true}}}',
      '{"filter": {"__proto__": {"text": "x"}}}',
    ]) {
      const sent = `{"query": ${JSON.stringify(query)}, "variables": ${variables}, "__proto__": {"polluted": true}}`;
      const { status } = await send(own.url, { method: 'POST', headers: json, body: sent });
      expect([200, 400]).toContain(status);
    }
    const { polluted, filter } = {} as { polluted?: unknown; filter?: unknown };
    expect({ polluted, filter }).toEqual({ polluted: undefined, filter: undefined });
    const literal = await ask(own.url, '{ entities(filter: {__proto__: {text: "x"}}) { totalCount } }');
    expect(literal).toMatchObject({ status: 400, errors: [{ extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }] });
    // Often enough to be compiled.
    for (let time = 0; time < 6; time += 1) {
      const { status, text } = await ask(own.url, '{ __proto__: graph { version } }');
      expect(status).toBe(200);
      expect(text).toContain('{"__proto__":{"version":0}}');
    }
  });
});

describe('a method', () => {
  it('row 22: a mutation by GET is refused, and so is one by POST, since there are none', async () => {
    const query = encodeURIComponent('mutation { __typename }');
    const told = await send(`${url}?query=${query}`, {});
    expectRefused(told, 405);
    expect(told.headers.get('allow')).toBe('POST');
    expectRefused(await ask(url, 'mutation { __typename }'), 400, 'OPERATION_RESOLUTION_FAILURE');
    expectRefused(await ask(url, 'subscription { __typename }'), 400, 'OPERATION_RESOLUTION_FAILURE');
    expect((await send(`${url}?query=${encodeURIComponent('{ graph { version } }')}`, {})).status).toBe(200);
  });
});

describe('forged by the page of another', () => {
  /** Refused for where it may come from, and not for want of what can be read. */
  const expectForged = (told: Told): void => {
    expectRefused(told, 400);
    expect(told.errors[0]?.message).toMatch(/cross-site request forgery/);
  };

  /** A GET as a browser sends it, which says from where and how; Node's fetch would say that by itself. */
  const get = async (headers: Readonly<Record<string, string>>, to = url): Promise<Told> => {
    const sent = request(`${to}?query=${encodeURIComponent('{ graph { version } }')}`, { headers }).end();
    const [answer] = (await once(sent, 'response')) as [IncomingMessage];
    const told = {
      text: await text(answer),
      headers: new Headers({ 'content-type': `${answer.headers['content-type']}` }),
    };
    const { errors = [] } = JSON.parse(told.text) as Partial<Told>;
    return { ...told, errors, status: answer.statusCode ?? 0, milliseconds: 0, data: undefined, extensions: {} };
  };

  it('row 23: a GET needs no header, but one that a browser sends for the page of another is refused', async () => {
    for (const site of ['cross-site', 'same-site']) {
      for (const mode of ['no-cors', 'cors'])
        expectForged(await get({ 'sec-fetch-site': site, 'sec-fetch-mode': mode, origin: 'https://example.org' }));
      expectForged(await get({ 'sec-fetch-site': site, 'sec-fetch-mode': 'no-cors', 'sec-fetch-dest': 'script' }));
      // Somebody follows a link: they see the answer, and the page that had the link does not.
      expect((await get({ 'sec-fetch-site': site, 'sec-fetch-mode': 'navigate' })).status).toBe(200);
    }
    for (const site of ['same-origin', 'none'])
      expect((await get({ 'sec-fetch-site': site, 'sec-fetch-mode': 'cors' })).status).toBe(200);
    expect((await get({})).status).toBe(200);
  });

  it('row 23: a GET for the page of an origin that is named is answered', async () => {
    const database = await openMigrated();
    const own = await serve(database, { corsOrigins: ['https://example.org'] });
    const from = async (origin: string): Promise<Told> =>
      await get({ 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'cors', origin }, own.url);
    expect((await from('https://example.org')).status).toBe(200);
    expectForged(await from('https://example.org.evil.net'));
    await own.stop();
    await database.close();
  });

  it('row 24: an odd content type is refused', async () => {
    for (const type of ['application/xml', 'application/x-json', 'text/json', 'invalid', '']) {
      const { status } = await send(url, { method: 'POST', headers: { 'content-type': type }, body });
      expect([400, 415], type).toContain(status);
    }
  });

  it('row 25: a POST of a form or of text is refused', async () => {
    for (const type of ['application/x-www-form-urlencoded', 'text/plain', 'text/plain; x=application/json']) {
      expectForged(await send(url, { method: 'POST', headers: { 'content-type': type }, body }));
    }
  });

  it('row 26: a POST in several parts is refused', async () => {
    const form = new FormData();
    form.set('operations', body);
    form.set('map', '{}');
    expectForged(await send(url, { method: 'POST', body: form }));
  });

  it('row 26: only the origins that are named may read answers', async () => {
    const database = await openMigrated();
    const own = await serve(database, { corsOrigins: ['https://example.org'] });
    const from = async (address: string, origin: string, method = 'POST') =>
      (await fetch(address, { method, headers: { ...json, origin }, ...(method === 'POST' && { body }) })).headers;
    const allowed = 'access-control-allow-origin';
    expect((await from(own.url, 'https://example.org')).get(allowed)).toBe('https://example.org');
    expect((await from(own.url, 'https://example.org', 'OPTIONS')).get('access-control-allow-headers')).toContain(
      'content-type',
    );
    for (const origin of ['https://example.org.evil.net', 'http://example.org', 'null'])
      for (const method of ['POST', 'OPTIONS']) expect((await from(own.url, origin, method)).get(allowed)).toBeNull();
    expect((await from(url, 'https://example.org')).get(allowed)).toBeNull();
    await own.stop();
    await database.close();
  });
});
