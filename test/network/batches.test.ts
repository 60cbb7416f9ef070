/** However much is asked for at once, a statement stays within what the database takes. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Database } from '../../src/database/open.ts';
import type { Prisma } from '../../src/generated/prisma/client.ts';
import { openGraph, type PresentGraph } from '../../src/graph/graph.ts';
import { openMigrated } from '../database.ts';

/** Two values each in a statement: more than the 32,767 that Prisma sends. */
const many = 17_000;
let database: Database;
let graph: PresentGraph;

beforeAll(async () => {
  database = await openMigrated();
  const { prisma } = database;
  const write = async (tx: Prisma.TransactionClient): Promise<void> => {
    await tx.entity.create({
      data: {
        id: 'long',
        kind: 'ARTICLE',
        summary: 'A long article.',
        names: { create: { text: 'Long', language: 'en', type: 'PREFERRED', ordinal: 0 } },
        article: { create: { file: 'long.txt', sha256: '0'.repeat(64), textStatus: 'NOT_SUPPLIED' } },
      },
    });
    await tx.$executeRaw`
      INSERT INTO "Passage" ("articleId", "number", "role", "sha256")
      SELECT 'long', number, 'BODY', repeat('0', 64) FROM generate_series(1, ${many}::int) AS number`;
    await tx.$executeRaw`
      INSERT INTO "Evidence" ("id", "entityId", "ordinal", "basis", "articleId", "paragraph", "cues")
      VALUES ('long.evidence.long.1', 'long', 1, 'STATED', 'long', 1, '{long}')`;
  };
  // A busy machine takes longer than the five seconds that Prisma gives.
  await prisma.$transaction(write, { timeout: 60_000 });
  graph = await openGraph(database, (error) => console.error(error), 100_000_000);
});
afterAll(async () => {
  await graph?.close();
  await database?.close();
});

test('more passages than fit into one statement are read in several', async () => {
  const keys = Array.from({ length: many }, (_, index) => `long/${index + 1}`);
  const passages = await Promise.all(keys.map(async (key) => await graph.passages.load(key)));
  expect(passages.map((passage) => passage?.number)).toEqual(keys.map((_, index) => index + 1));
});

test('an article of very many paragraphs is read with what stands in each', async () => {
  const paragraphs = await graph.paragraphs.load('long');
  expect(paragraphs).toHaveLength(many);
  expect(paragraphs?.[0]?.evidence.map(({ id }) => id)).toEqual(['long.evidence.long.1']);
  expect(paragraphs?.at(-1)?.evidence).toEqual([]);
});
