/** What is asked by GET again: who has the answer is told that it still holds, and nothing is worked out for it. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../src/database/open.ts';
import { createEntities, openMigrated } from '../database.ts';
import { serve } from '../faults/service.ts';

const summary = 'A union.';
let database: Database;
beforeAll(async () => {
  database = await openMigrated();
  await createEntities(database.prisma, [{ id: 'psac', kind: 'UNION', summary }]);
});
afterAll(async () => await database.close());

const query = '{ union(id: "psac") { id summary } }';
const address = (url: string, parameters: Readonly<Record<string, string>> = { query }): string =>
  `${url}?${new URLSearchParams(parameters)}`;

async function get(url: string, headers: Readonly<Record<string, string>> = {}) {
  const answer = await fetch(url, { headers });
  const text = await answer.text();
  const header = (name: string): string | null => answer.headers.get(name);
  return {
    status: answer.status,
    tag: header('etag'),
    kept: header('cache-control'),
    vary: header('vary'),
    text,
    header,
  };
}

/** How many operations were worked on, and how many answered as unchanged. */
async function counts(url: string): Promise<readonly [worked: number, unchanged: number]> {
  const text = await (await fetch(new URL('/metrics', url))).text();
  const sum = (name: string): number =>
    [...text.matchAll(new RegExp(`^${name}(?:\\{.*\\})? (\\d+)$`, 'gm'))].reduce(
      (all, [, one]) => all + Number(one),
      0,
    );
  return [sum('labourgraph_requests_total'), sum('labourgraph_unchanged_total')];
}

const change = async (to: string): Promise<unknown> =>
  await database.prisma.entity.update({ where: { id: 'psac' }, data: { summary: to } });

describe('GraphQL', () => {
  test('is answered with 304, without being executed, until the data change', async () => {
    const own = await serve(database);
    const url = address(own.url);
    const first = await get(url);
    expect(first).toMatchObject({ status: 200, kept: 'no-cache', tag: expect.stringMatching(/^W\/"\d+-[\w-]{22}"$/) });
    expect(first.vary?.split(', ')).toEqual(expect.arrayContaining(['Accept', 'Accept-Encoding']));
    const before = await counts(own.url);
    for (const list of [first.tag, `"other", ${first.tag}`, first.tag?.slice(2)]) {
      const again = await get(url, { 'if-none-match': list ?? '' });
      expect(again).toMatchObject({ status: 304, text: '', tag: first.tag, kept: 'no-cache', vary: first.vary });
      expect(again.header('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
    }
    expect(await counts(own.url)).toEqual([before[0], before[1] + 3]);
    for (const other of ['"other"', '*', '', `${first.tag}x`])
      expect((await get(url, { 'if-none-match': other })).status, other).toBe(200);
    await change('Another.');
    await expect.poll(async () => (await get(url, { 'if-none-match': first.tag ?? '' })).status).toBe(200);
    const changed = await get(url, { 'if-none-match': first.tag ?? '' });
    expect(changed.text).toContain('Another.');
    expect(changed.tag).not.toBe(first.tag);
    await change(summary);
  });

  test('has another tag for another question and another media type, and the same in another process', async () => {
    const [one, other] = [await serve(database), await serve(database)];
    const response = { accept: 'application/graphql-response+json' };
    const tags = [
      (await get(address(one.url))).tag,
      (await get(address(one.url), response)).tag,
      (await get(address(one.url, { query: '{ union(id: "psac") { id } }' }))).tag,
      (await get(address(one.url, { query, variables: '{}' }))).tag,
    ];
    expect(new Set(tags).size).toBe(tags.length);
    expect((await get(address(other.url))).tag).toBe(tags[0]);
    const limited = await serve(database, { maxCost: 99 });
    expect((await get(address(limited.url))).tag).not.toBe(tags[0]);
  });

  test('has no tag where something is wrong, and is not to be kept', async () => {
    const own = await serve(database);
    for (const bad of [
      '{',
      '{ graf }',
      '{ unions(first: 0) { totalCount } }',
      '{ graph { version } x: unions(first: 0) { totalCount } }',
    ])
      expect(await get(address(own.url, { query: bad })), bad).toMatchObject({ tag: null, kept: 'no-store' });
  });

  test('has no tag by POST', async () => {
    const own = await serve(database);
    const headers = { 'content-type': 'application/json' };
    const answer = await fetch(own.url, { method: 'POST', headers, body: JSON.stringify({ query }) });
    expect([answer.status, answer.headers.get('etag')]).toEqual([200, null]);
  });

  test('has no tag if the data changed while it was worked out', async () => {
    let release = (): void => {};
    let reached = (): void => {};
    const reading = new Promise<void>((resolve) => {
      reached = resolve;
    });
    const released = new Promise<void>((resolve) => {
      release = resolve;
    });
    const slow: Database['read'] = async (statement) => {
      if (!statement.text.includes('"Evidence"')) return await database.read(statement);
      reached();
      await released;
      return await database.read(statement);
    };
    const own = await serve({ ...database, read: slow });
    const asked = get(address(own.url, { query: '{ union(id: "psac") { id evidence { nodes { basis } } } }' }));
    await reading;
    const versionOf = async (): Promise<string> =>
      (await get(address(own.url, { query: '{ graph { version } }' }))).text;
    const before = await versionOf();
    await change('Changed meanwhile.');
    await expect.poll(versionOf, { timeout: 10_000 }).not.toBe(before);
    release();
    const answer = await asked;
    expect(answer).toMatchObject({ status: 200, tag: null, kept: 'no-store' });
    expect(answer.text).toContain('"until"');
    await change(summary);
  });
});

describe('an export', () => {
  test('is answered with 304, without being written, until the data change', async () => {
    const own = await serve(database);
    const url = new URL('/export/entities.csv', own.url).href;
    const first = await get(url);
    expect(first).toMatchObject({ status: 200, kept: 'no-cache', tag: expect.stringMatching(/^W\/"/) });
    expect((await fetch(url, { method: 'HEAD' })).headers.get('etag')).toBe(first.tag);
    expect(await get(url, { 'if-none-match': first.tag ?? '' })).toMatchObject({
      status: 304,
      text: '',
      tag: first.tag,
    });
    expect((await counts(own.url))[1]).toBe(1);
    expect((await get(`${url}?kinds=UNION`)).tag).not.toBe(first.tag);
    expect(await get(`${url}?kinds=UNOIN`)).toMatchObject({ status: 400, tag: null, kept: 'no-store' });
    await change('Another.');
    await expect.poll(async () => (await get(url, { 'if-none-match': first.tag ?? '' })).status).toBe(200);
    await change(summary);
  });

  test('has another tag where its addresses are others', async () => {
    const own = await serve(database, { publicUrl: 'https://example.org' });
    const other = await serve(database, { publicUrl: 'https://example.com' });
    const tag = async (url: string): Promise<string | null> =>
      (await get(new URL('/export/graph.jsonld', url).href)).tag;
    expect(await tag(own.url)).not.toBe(await tag(other.url));
  });
});

test('Cache-Control is what is set', async () => {
  const own = await serve(database, { cacheControl: 'public, max-age=60' });
  const kept = async (path: string): Promise<string | null> => (await get(new URL(path, own.url).href)).kept;
  expect(await kept(address('/graphql'))).toBe('public, max-age=60');
  expect(await kept('/export/entities.csv')).toBe('public, max-age=60');
  expect(await kept('/schema.graphql')).toBe('public, max-age=60');
  expect(await kept(address('/graphql', { query: '{' }))).toBe('no-store');
});
