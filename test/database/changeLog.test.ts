/** Every table of facts is followed by the change log: one that is not would be served stale. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Database } from '../../src/database/open.ts';
import { openMigrated } from '../database.ts';

let database: Database;

beforeAll(async () => {
  database = await openMigrated();
});
afterAll(async () => await database.close());

/** The vocabulary, which comes with the program, and the log's own tables. */
const rules = ['IdentifierScheme', 'Kind', 'KindStatus', 'KindType', 'RelationshipRule'];
const notFacts = [...rules, 'Change', 'Changeset', 'DataVersion', 'SeedBase', '_prisma_migrations'];

test('inserts, updates, deletes and truncations of every table of facts are logged', async () => {
  const tables = await database.prisma.$queryRaw<{ name: string; triggers: string[] }[]>`
    SELECT c.relname::text AS name,
      array(SELECT tgname::text FROM pg_trigger t WHERE t.tgrelid = c.oid AND NOT t.tgisinternal ORDER BY 1) AS triggers
    FROM pg_class c WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace ORDER BY 1`;
  const facts = tables.filter(({ name }) => !notFacts.includes(name));
  expect(facts.length).toBeGreaterThan(15);
  for (const { name, triggers } of facts) {
    expect([name, triggers.filter((trigger) => trigger.startsWith('log_'))]).toEqual([
      name,
      ['log_delete', 'log_insert', 'log_truncate', 'log_update'],
    ]);
  }
});
