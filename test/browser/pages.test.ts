/** Every page: nothing goes wrong on it, it fits a phone, and axe finds nothing. */
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { type IncomingMessage, request } from 'node:http';
import { createRequire } from 'node:module';
import { buffer } from 'node:stream/consumers';
import { brotliCompressSync, brotliDecompressSync, gzipSync } from 'node:zlib';
import type { AxeResults } from 'axe-core';
import { describe, expect, inject, test } from 'vitest';
import { launchBrowser, settled, visit } from './browser.ts';

launchBrowser();

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const pages = {
  overview: '/',
  search: '/search?q=sick+leave',
  lists: '/list?kinds=CLAIM',
  union: '/entity/psac',
  person: '/entity/tony-clement?asOf=2015-05-07',
  office: '/entity/president-of-the-treasury-board?asOf=2015-05-07',
  round: '/entity/alberta-round-2013-14',
  claim: '/entity/claim-sick-leave-savings-900m',
  law: '/entity/bill-c-59-2015',
  article: '/entity/cbc-2015-05-12',
  map: '/map?of=psac',
  path: '/path?from=alison-redford&to=guy-smith&asOf=2014-01-24',
  nothing: '/entity/no-such-entity',
  embedded: '/embed/?panel=events',
} as const;

describe.each(Object.entries(pages))('the page: %s', (_, path) => {
  test.each([
    ['light', { width: 1280, height: 900 }],
    ['dark', { width: 360, height: 740 }],
  ] as const)('has nothing for axe, nor any error, and fits, in %s', async (colorScheme, viewport) => {
    const { page, open, wrongs } = await visit({ colorScheme, viewport });
    await open(path);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(viewport.width);
    await page.evaluate(axe);
    const { violations } = await page.evaluate<AxeResults>('axe.run(document, { resultTypes: ["violations"] })');
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join('\n')}`)).toEqual([]);
    expect(wrongs).toEqual([]);
  });
});

// Where the text is not at hand, the words that must stand in it do.
test.each(['cbc-2015-05-12', 'cbc-2016-01', 'huffpost-2014-01-24'])('the article %s fits a phone', async (id) => {
  for (const origin of [inject('withTexts'), inject('withoutTexts')]) {
    const { page, open } = await visit({ viewport: { width: 360, height: 740 } }, origin);
    await open(`/entity/${id}`);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360);
  }
});

test.each(['light', 'dark'] as const)('the explorer has nothing for axe, nor any error, in %s', async (colorScheme) => {
  const { page, open, wrongs } = await visit({ colorScheme });
  await open('/explorer');
  await page.getByRole('button', { name: /execute/i }).waitFor();
  // It opens with a query that runs.
  await page.locator('.graphiql-query-editor .view-lines', { hasText: '{' }).waitFor();
  await page.evaluate(axe);
  const violations = async (): Promise<string[]> =>
    (await page.evaluate<AxeResults>('axe.run(document, { resultTypes: ["violations"] })')).violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join('\n')}`,
    );
  expect(await violations()).toEqual([]);
  await page.getByRole('button', { name: 'New tab' }).click();
  const current = page.locator('.graphiql-tab [aria-current="true"]');
  await expect.poll(async () => await current.getAttribute('id')).toBe('graphiql-session-tab-1');
  expect(await violations()).toEqual([]);
  expect(wrongs).toEqual([]);
});

test('GraphQL’s address leads to the explorer, unless something is asked there', async () => {
  for (const path of ['/graphql', '/graphql/']) {
    // Each time with nothing kept: Chromium does not always tell of the end of a worker's script that it has.
    const { page, open } = await visit();
    await open(path);
    await page.getByRole('button', { name: /execute/i }).waitFor();
    expect(new URL(page.url()).pathname).toBe('/explorer');
  }
  const { page, open } = await visit();
  await open(`/graphql?${new URLSearchParams({ query: '{ graph { version } }' })}`);
  expect(JSON.parse(await page.innerText('body'))).toHaveProperty('data.graph.version');
});

test('the first page needs at most 138 kB of compressed JavaScript', async () => {
  const { page, open } = await visit();
  let bytes = 0;
  page.on('response', async (response) => {
    if (response.request().resourceType() === 'script') bytes += gzipSync(await response.body()).length;
  });
  await open('/');
  await settled(page);
  expect(bytes).toBeGreaterThan(10_000);
  expect(bytes).toBeLessThanOrEqual(138_000);
});

describe('what a page begins with', () => {
  const read = async (path: string, headers: Record<string, string>, method = 'GET') => {
    const asked = request(new URL(path, inject('withTexts')), { method, headers }).end();
    const [response] = (await once(asked, 'response')) as [IncomingMessage];
    const { 'content-encoding': coding, 'content-type': type } = response.headers;
    return { status: response.statusCode, coding, type, body: await buffer(response) };
  };
  const pathsOf = async (): Promise<string[]> => {
    const { body } = await read('/', {});
    return [...body.toString().matchAll(/"(\/assets\/[^"]+)"/g)].map(([, path = '']) => path);
  };

  test('is sent packed as far as it can be, to who takes that', async () => {
    const paths = await pathsOf();
    expect(paths.length).toBeGreaterThan(3);
    for (const path of paths) {
      const plain = await read(path, { 'accept-encoding': 'br;q=0' });
      const packed = await read(`${path}?again`, { 'accept-encoding': 'gzip, br' });
      expect([plain.coding, packed.coding, packed.type]).toEqual([undefined, 'br', plain.type]);
      expect(brotliDecompressSync(packed.body)).toEqual(plain.body);
      expect(packed.body.length).toBe(brotliCompressSync(plain.body).length);
    }
  });

  test('is refused in plain JSON', async () => {
    const [path = ''] = await pathsOf();
    const takesPacked = { 'accept-encoding': 'br' };
    for (const [method, headers, status] of [
      ['POST', {}, 404],
      ['GET', { range: 'bytes=99999999-' }, 416],
      ['GET', { 'if-match': '"other"' }, 412],
    ] as const) {
      const refused = await read(path, { ...takesPacked, ...headers }, method);
      expect(refused).toMatchObject({ status, coding: undefined, type: 'application/json; charset=utf-8' });
      expect(JSON.parse(refused.body.toString())).toHaveProperty('errors');
    }
  });
});

test('a page may not be framed by others, an embedded panel may', async () => {
  const { page, open } = await visit();
  const policyOf = async (path: string): Promise<string> => {
    const [answer] = await Promise.all([page.waitForResponse((response) => response.url().endsWith(path)), open(path)]);
    return answer.headers()['content-security-policy'] ?? '';
  };
  expect(await policyOf('/list')).toContain("frame-ancestors 'self'");
  expect(await policyOf('/list')).toContain("script-src 'self'");
  expect(await policyOf('/embed/?panel=events')).toContain('frame-ancestors *');
});
