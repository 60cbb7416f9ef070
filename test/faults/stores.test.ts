/** What is kept between requests is bounded by its bytes, whatever it is made of. */
import { createHash } from 'node:crypto';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { parse } from 'graphql';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Database } from '../../src/database/open.ts';
import { documentBytes } from '../../src/server/documentBytes.ts';
import { openMigrated } from '../database.ts';
import { ask, send, serve } from './service.ts';

let database: Database;
beforeAll(async () => {
  database = await openMigrated();
});
afterAll(async () => await database.close());

/** Bytes that a service says it keeps in one of its stores. */
async function kept(url: string, cache: string): Promise<number> {
  const text = await (await fetch(new URL('/metrics', url))).text();
  return Number(new RegExp(`labourgraph_cache_bytes\\{cache="${cache}"\\} (\\d+)`).exec(text)?.[1]);
}

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

/** The heap, once all that can be is given back, in bytes. */
function heap(): number {
  collectGarbage();
  collectGarbage();
  return process.memoryUsage().heapUsed;
}

const comments = '#\n'.repeat(33_000);

it('row 63: documents of comments are kept up to a number of bytes', async () => {
  const own = await serve(database, { maxDocumentBytes: 20_000_000 });
  await ask(own.url, '{ graph { version } }');
  const before = heap();
  for (let index = 0; index < 60; index += 1) {
    expect((await ask(own.url, `{ a${index}: graph { version } } ${comments}`)).status).toBe(200);
    expect(await kept(own.url, 'documents')).toBeLessThanOrEqual(20_000_000);
  }
  // All of them together would be 200 MB.
  expect(heap() - before).toBeLessThan(60_000_000);
  // What is used goes on being kept.
  expect(await kept(own.url, 'documents')).toBeGreaterThan(10_000_000);
}, 120_000);

/** What a document can be full of. */
const sorts: Readonly<Record<string, string>> = {
  comments,
  'one comment': `# ${'x'.repeat(90_000)}`,
  'one comment of wide letters': `# ${'é€'.repeat(45_000)}`,
  fields: `{ ${'a '.repeat(2_000)} }`,
  aliases: `{ ${'a:a '.repeat(1_600)} }`,
  arguments: `{ ${'a(a:1) '.repeat(700)} }`,
  directives: `{ a ${'@a '.repeat(2_400)} }`,
  variables: `query (${'$a:B '.repeat(1_200)}) { a }`,
};

it.each(Object.entries(sorts))(
  'row 63: what is said to be kept of %s is no less than it takes, and not much more',
  (_, text) => {
    const texts = Array.from({ length: 20 }, (__, index) => Buffer.from(`{ a${index} } ${text}`));
    const before = heap();
    const documents = texts.map((bytes) => parse(bytes.toString(), { maxTokens: 5_000 }));
    const taken = heap() - before;
    const said = documents.reduce((sum, document) => sum + documentBytes(document), 0);
    expect(said / taken).toBeGreaterThan(0.95);
    expect(said / taken).toBeLessThan(3);
  },
);

it('row 63: compiled queries are kept up to a number of bytes, and asked for often enough, compiled again', async () => {
  const own = await serve(database, { maxCompiledBytes: 400_000 });
  const query = (index: number): string =>
    `{ ${Array.from({ length: 20 }, (_, field) => `a${index}_${field}: graph { version digest }`).join(' ')} }`;
  for (let index = 0; index < 20; index += 1) {
    for (let time = 0; time < 8; time += 1) expect((await ask(own.url, query(index))).status).toBe(200);
    expect(await kept(own.url, 'compiled')).toBeLessThanOrEqual(400_000);
  }
  expect(await kept(own.url, 'compiled')).toBeGreaterThan(200_000);
});

it('row 63: a compiled query counts with the comments of its document', async () => {
  const own = await serve(database, { maxCompiledBytes: 20_000_000 });
  for (let time = 0; time < 6; time += 1) await ask(own.url, `{ graph { version } } ${comments}`);
  expect(await kept(own.url, 'compiled')).toBeGreaterThan(3_000_000);
});

it('row 63: persisted queries are counted by their bytes too', async () => {
  const own = await serve(database);
  const query = `{ graph { version } } # ${'é'.repeat(1_000)}`;
  const sha256Hash = createHash('sha256').update(query).digest('hex');
  const body = JSON.stringify({ query, extensions: { persistedQuery: { version: 1, sha256Hash } } });
  await send(own.url, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
  expect(await kept(own.url, 'persisted')).toBeGreaterThan(2_000);
  expect(await kept(own.url, 'persisted')).toBeLessThan(2_200);
});
