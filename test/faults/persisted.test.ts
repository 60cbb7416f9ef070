/** Persisted queries: a hash in place of a text. */
import { createHash } from 'node:crypto';
import { expect, inject, it } from 'vitest';
import { openMigrated } from '../database.ts';
import { send, serve } from './service.ts';

const hashOf = (query: string): string => createHash('sha256').update(query).digest('hex');

async function persisted(url: string, sha256Hash: string, query?: string) {
  const body = JSON.stringify({
    ...(query !== undefined && { query }),
    extensions: { persistedQuery: { version: 1, sha256Hash } },
  });
  return await send(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
}

it('row 30: a text with the hash of another is a mistake of the client', async () => {
  const url = inject('url');
  const query = '{ graph { digest } }';
  const told = await persisted(url, hashOf('{ graph { version } }'), query);
  expect(told).toMatchObject({ status: 400, errors: [{ extensions: { code: 'BAD_REQUEST' } }] });
  expect(told.text).not.toContain('correlationId');
  const version = { version: 2, sha256Hash: hashOf(query) };
  const body = JSON.stringify({ query, extensions: { persistedQuery: version } });
  const odd = await send(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
  expect(odd).toMatchObject({ status: 400, errors: [{ extensions: { code: 'BAD_REQUEST' } }] });
  expect((await persisted(url, hashOf(query))).errors[0]?.extensions.code).toBe('PERSISTED_QUERY_NOT_FOUND');
  expect((await persisted(url, hashOf(query), query)).status).toBe(200);
  expect((await persisted(url, hashOf(query))).errors).toEqual([]);
});

it('row 31: however many are sent, what is kept of them is bounded', async () => {
  const database = await openMigrated();
  const own = await serve(database, { maxPersistedBytes: 100_000 });
  const query = (index: number): string => `{ graph { version } } # ${index} ${'x'.repeat(10_000)}`;
  for (let index = 0; index < 50; index += 1) {
    expect((await persisted(own.url, hashOf(query(index)), query(index))).status).toBe(200);
  }
  const held = await Promise.all(
    Array.from(
      { length: 50 },
      async (_, index) => (await persisted(own.url, hashOf(query(index)))).errors.length === 0,
    ),
  );
  expect(held.filter(Boolean).length).toBeLessThanOrEqual(10);
  expect(held.at(-1)).toBe(true);
  // What is refused is not kept either.
  const bad = '{ graf { version } }';
  await persisted(own.url, hashOf(bad), bad);
  expect((await persisted(own.url, hashOf(bad))).errors[0]?.extensions.code).toBe('PERSISTED_QUERY_NOT_FOUND');
  await own.stop();
  await database.close();
});
