/** All questions, at each version of a short sequence; `npm run reverts -- --questions` takes longer ones. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Database } from '../../src/database/open.ts';
import { seed } from '../../src/seeding/seed.ts';
import { openMigrated } from '../database.ts';
import { askEveryVersion } from './everyVersion.ts';

let database: Database;
beforeAll(async () => {
  database = await openMigrated();
  await seed(database.prisma, { seedsFolder: 'seeds' });
});
afterAll(async () => await database.close());

test('Q65 What did the graph say before: at each version all questions are answered as they were then', async () => {
  expect(await askEveryVersion(database, { seed: 11, count: 4 })).toBeGreaterThan(500);
}, 240_000);
