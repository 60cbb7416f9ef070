/** What had been published by a day, by what the graph said of the articles in each version. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Database } from '../../src/database/open.ts';
import { openMigrated } from '../database.ts';
import { ask, serve } from '../faults/service.ts';
import { seedBase } from '../network/second.ts';

let database: Database;
beforeAll(async () => {
  database = await openMigrated();
  await seedBase(database);
  await dated('2015-05', '2015-05-01', '2015-05-31');
  await dated('2015-05-12', '2015-05-12', '2015-05-12');
});
afterAll(async () => await database.close());

async function dated(start: string, earliest: string, latest: string): Promise<void> {
  await database.prisma.$executeRaw`UPDATE "Entity" SET "start" = ${start}, "startEarliest" = ${earliest}::date,
    "startLatest" = ${latest}::date, "startBasis" = 'STATED' WHERE "id" = 'news-1'`;
}

it.each([
  // No day is known, then a month, then the day.
  ['2015-05-11', [[], [], []]],
  ['2015-05-12', [[], [], ['dispute', 'example-union']]],
  ['2015-05-30', [[], [], ['dispute', 'example-union']]],
  ['2015-05-31', [[], ['dispute', 'example-union'], ['dispute', 'example-union']]],
])('by %s', async (day, expected) => {
  const { url } = await serve(database);
  const found: unknown[] = [];
  for (const version of [1, 2, 3]) {
    const { data, errors } = await ask(
      url,
      `query @knownAt(version: ${version}) { entities(filter: { evidence: { publishedUntil: "${day}" } }) { nodes { id } } }`,
    );
    expect(errors).toEqual([]);
    found.push((data as { entities: { nodes: { id: string }[] } }).entities.nodes.map(({ id }) => id));
  }
  expect(found).toEqual(expected);
});
