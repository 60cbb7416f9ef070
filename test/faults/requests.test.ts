/** Requests that are none, or that a page of somebody else sent: refused in JSON, with nothing of the inside. */
import { gzipSync } from 'node:zlib';
import { describe, expect, inject, it } from 'vitest';
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

describe('a body', () => {
  it('row 15: a batch of operations is refused', async () => {
    expectRefused(await send(url, { method: 'POST', headers: json, body: `[${body}, ${body}]` }), 400);
  });

  it('row 18: one over 100 kB is refused, also one that is small until it is unpacked', async () => {
    const large = JSON.stringify({ query: `{ graph { version } } # ${'x'.repeat(110_000)}` });
    expectRefused(await send(url, { method: 'POST', headers: json, body: large }), 413);
    const bomb = gzipSync(Buffer.alloc(50_000_000, ' '));
    expect(bomb.length).toBeLessThan(100_000);
    const headers = { ...json, 'content-encoding': 'gzip' };
    const before = process.memoryUsage.rss();
    expectRefused(await send(url, { method: 'POST', headers, body: bomb }), 413);
    expect(process.memoryUsage.rss() - before).toBeLessThan(40_000_000);
  });

  it('row 19: one that is not JSON is refused', async () => {
    for (const bad of ['{"query": ', '{', '\0', "{'query': 1}", `${body}}`]) {
      expectRefused(await send(url, { method: 'POST', headers: json, body: bad }), 400);
    }
  });

  it('row 21: __proto__ in what is sent changes nothing', async () => {
    const query = 'query ($filter: EntityFilter) { entities(filter: $filter) { totalCount } }';
    for (const variables of [
      '{"__proto__": {"filter": {"text": "x"}}}',
      '{"constructor": {"prototype": {"polluted": true}}}',
      '{"filter": {"__proto__": {"text": "x"}}}',
    ]) {
      const sent = `{"query": ${JSON.stringify(query)}, "variables": ${variables}, "__proto__": {"polluted": true}}`;
      const { status } = await send(url, { method: 'POST', headers: json, body: sent });
      expect([200, 400]).toContain(status);
    }
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
    const literal = await ask(url, '{ entities(filter: {__proto__: {text: "x"}}) { totalCount } }');
    expect(literal).toMatchObject({ status: 400, errors: [{ extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }] });
    expect((await ask(url, '{ __proto__: graph { version } }')).status).toBe(200);
  });
});

describe('a method', () => {
  it('row 22: a mutation by GET is refused, and so is one by POST, since there are none', async () => {
    const query = encodeURIComponent('mutation { __typename }');
    const headers = { 'apollo-require-preflight': 'yes' };
    const told = await send(`${url}?query=${query}`, { headers });
    expectRefused(told, 405);
    expect(told.headers.get('allow')).toBe('POST');
    expectRefused(await ask(url, 'mutation { __typename }'), 400, 'OPERATION_RESOLUTION_FAILURE');
    expectRefused(await ask(url, 'subscription { __typename }'), 400, 'OPERATION_RESOLUTION_FAILURE');
    expect((await send(`${url}?query=${encodeURIComponent('{ graph { version } }')}`, { headers })).status).toBe(200);
  });
});

describe('forged by the page of another', () => {
  it('row 23: a GET without a header that makes the browser ask first is refused', async () => {
    expectRefused(await send(`${url}?query=${encodeURIComponent('{ graph { version } }')}`, {}), 400);
  });

  it('row 24: an odd content type is refused', async () => {
    for (const type of ['application/xml', 'application/x-json', 'text/json', 'invalid', '']) {
      const { status } = await send(url, { method: 'POST', headers: { 'content-type': type }, body });
      expect([400, 415], type).toContain(status);
    }
  });

  it('row 25: a POST of a form or of text is refused', async () => {
    for (const type of ['application/x-www-form-urlencoded', 'text/plain', 'text/plain; x=application/json']) {
      const told = await send(url, { method: 'POST', headers: { 'content-type': type }, body });
      expectRefused(told, 400);
    }
  });

  it('row 26: a POST in several parts is refused', async () => {
    const form = new FormData();
    form.set('operations', body);
    form.set('map', '{}');
    expectRefused(await send(url, { method: 'POST', body: form }), 400);
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
