/** The change log does not grow without end while the service runs. */
import { expect, onTestFinished, test } from 'vitest';
import { openMigrated } from '../database.ts';
import { serve } from '../faults/service.ts';

test('what is older than a week is dropped while the service runs, in several statements, and nothing else', async () => {
  const statements: string[] = [];
  const database = await openMigrated((sql) => void statements.push(sql));
  onTestFinished(database.close);
  const { prisma } = database;
  const { logged } = await serve(database, { trimInterval: 200 });
  const write = async (table: string, days: number, count: number) =>
    await prisma.$executeRaw`
      INSERT INTO "Change" ("xid", "table", "keys", "at")
      SELECT number, ${table}, '{x}', now() - make_interval(days => ${days}::int) FROM generate_series(1, ${count}::int) AS number`;
  const young = await prisma.change.count();
  await write('Passage', 6, 1);
  await write('Term', 8, 25_000);
  await expect.poll(async () => await prisma.change.count({ where: { table: 'Term' } }), { timeout: 20_000 }).toBe(0);
  expect(await prisma.change.count()).toBe(young + 1);
  // And again.
  await write('Term', 30, 1);
  await expect.poll(async () => await prisma.change.count({ where: { table: 'Term' } }), { timeout: 20_000 }).toBe(0);
  expect(statements.filter((sql) => sql.includes('DELETE FROM "Change"')).length).toBeGreaterThan(3);
  expect(logged).toEqual([]);
});
