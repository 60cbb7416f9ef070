/** A search looks nothing through: each way in which something is found has an index, and the index is used. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Database } from '../../src/database/open.ts';
import { type Service, startService } from '../../src/server/start.ts';
import { createEntities, openMigrated } from '../database.ts';

const count = 4000;
const family = ['Tremblay', 'Singh', 'Roy', 'Martin', 'Chen', 'Okafor', 'Gagnon', 'Wilson', 'Cardinal', 'Nguyen'];
const searched = ['Name', 'Entity', 'Evidence', 'Passage'];

/** Each connection of a server tells its counts of scans in its own time, unless it is asked for them itself. */
const oneConnection = { connections: 1, wait: 5_000, statement: 0 };

let database: Database;
let service: Service;

beforeAll(async () => {
  database = await openMigrated(undefined, undefined, oneConnection);
  const { prisma } = database;
  const people = Array.from({ length: count }, (_, at) => `${family[at % 10]} ${family[(at * 7) % 9]} ${at}`);
  for (let from = 0; from < count; from += 500) {
    await createEntities(
      prisma,
      people.slice(from, from + 500).map((name) => ({
        id: name.toLowerCase().replaceAll(' ', '-'),
        kind: 'PERSON',
        summary: `${name} is known here.`,
      })),
    );
  }
  await createEntities(prisma, [{ id: 'olympia-papandreou', kind: 'PERSON', summary: 'A baker.' }]);
  await createEntities(prisma, [{ id: 'an-article', kind: 'ARTICLE', summary: 'An article.' }]);
  await prisma.article.create({ data: { id: 'an-article', file: 'a.txt', sha256: '0'.repeat(64) } });
  const numbers = Array.from({ length: count }, (_, at) => at + 1);
  await prisma.passage.createMany({
    data: numbers.map((number) => ({
      articleId: 'an-article',
      number,
      role: 'BODY',
      sha256: '0'.repeat(64),
      text: `Paragraph ${number} on ${number === 7 ? 'sourdough' : family[number % 10]}.`,
    })),
  });
  await prisma.evidence.createMany({
    data: numbers.map((number) => ({
      id: `evidence-${number}`,
      entityId: 'olympia-papandreou',
      basis: 'STATED',
      articleId: 'an-article',
      paragraph: number,
      anchors: [number === 7 ? 'rye' : (family[number % 10] as string)],
      ordinal: number,
    })),
  });
  await prisma.$executeRawUnsafe('VACUUM ANALYZE');
  service = await startService(database, { host: 'localhost', port: 0, log: () => {} });
}, 120_000);
afterAll(async () => {
  await service.stop();
  await database.close();
});

async function ask<Data>(query: string, words: string): Promise<Data> {
  const response = await fetch(service.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables: { words } }),
  });
  return ((await response.json()) as { data: Data }).data;
}

async function find(words: string): Promise<string[]> {
  const { search } = await ask<{ search: { edges: { node: { id: string }; matches: { reason: string }[] }[] } }>(
    'query ($words: String!) { search(query: $words) { edges { node { id } matches { reason } } } }',
    words,
  );
  return search.edges.map(({ node, matches }) => `${node.id} ${matches[0]?.reason}`);
}

/** How many rows were read of each table in its own order, and how often each index was used. */
async function reads(): Promise<Map<string, number>> {
  await database.prisma.$executeRawUnsafe('SELECT pg_stat_force_next_flush()');
  const rows = await database.prisma.$queryRawUnsafe<{ name: string; reads: number }[]>(`
    SELECT relname AS name, seq_tup_read::int AS reads FROM pg_stat_user_tables
    UNION ALL SELECT indexrelname, idx_scan::int FROM pg_stat_user_indexes`);
  return new Map(rows.map(({ name, reads }) => [name, reads]));
}

/** The table was not looked through: the service itself reads a row of each now and then, to see whether it can. */
function expectFewReads(table: string, before: ReadonlyMap<string, number>, after: ReadonlyMap<string, number>): void {
  expect((after.get(table) ?? 0) - (before.get(table) ?? 0), table).toBeLessThan(count / 10);
}

test.each([
  ['olympya papandreu', 'olympia-papandreou SPELLED_ALIKE', 'Name_spelling'],
  ['olympia-pap', 'olympia-papandreou NAME_BEGINS', 'Name_beginning'],
  ['papandreou', 'olympia-papandreou WORDS_IN_NAME', 'Name_words'],
  ['baker', 'olympia-papandreou WORDS_IN_SUMMARY', 'Entity_words'],
  ['rye', 'an-article WORDS_IN_ANCHORS', 'Evidence_words'],
  ['sourdough', 'an-article WORDS_IN_PASSAGE', 'Passage_words'],
])('%s', async (query, hit, index) => {
  const before = await reads();
  expect(await find(query)).toContain(hit);
  const after = await reads();
  expect(after.get(index)).toBeGreaterThan(before.get(index) ?? 0);
  for (const table of searched) expectFewReads(table, before, after);
});

test.each([
  ['papandreou', 'Name_words'],
  ['baker', 'Entity_words'],
])('a list whose filter asks for %s', async (words, index) => {
  const before = await reads();
  const { entities } = await ask<{ entities: { nodes: unknown[] } }>(
    'query ($words: String!) { entities(filter: { text: $words }) { nodes { id } } }',
    words,
  );
  expect(entities.nodes).toEqual([{ id: 'olympia-papandreou' }]);
  const after = await reads();
  expect(after.get(index)).toBeGreaterThan(before.get(index) ?? 0);
  expectFewReads('Name', before, after);
});
