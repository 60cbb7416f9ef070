/** What becomes of the facts of a former version when its database is migrated. */
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, expect, onTestFinished, test } from 'vitest';
import { applyMigrations, migrationNames } from '../../src/database/migrate.ts';
import type { Database } from '../../src/database/open.ts';
import { kindNames, rules as relationshipRules } from '../../src/registry/index.ts';
import { readVersion } from '../../src/store/version.ts';
import { openEmpty, openMigrated } from '../database.ts';
import { insert, type Row } from './attempt.ts';

const rules = '20261123000000_whoever_writes';
const folder = mkdtempSync(join(tmpdir(), 'migrations-'));
for (const name of migrationNames().filter((one) => one < rules)) {
  cpSync(join('prisma/migrations', name), join(folder, name), { recursive: true });
}
afterAll(() => rmSync(folder, { recursive: true }));

let database: Database;
beforeEach(async () => {
  database = await openEmpty();
  onTestFinished(database.close);
  await applyMigrations(database.adapter, folder);
  // Its rules, as far as what is written here is held to them.
  await database.prisma.kind.createMany({ data: kindNames.map((name) => ({ name })) });
  await database.prisma.relationshipRule.createMany({ data: [...relationshipRules] });
});

/** Writes rows as a former version did, of which the client knows no more. */
async function write(...rows: readonly (readonly [table: string, row: Row])[]): Promise<void> {
  for (const [table, row] of rows) await database.prisma.$executeRawUnsafe(insert(table, row));
}

const named = (id: string, kind: string) =>
  [
    ['Entity', { id, kind, summary: 'x' }],
    ['Name', { entityId: id, text: 'x', language: 'en', type: 'PREFERRED', ordinal: 0 }],
  ] as const;

test('row 68: facts that keep to the rules stay as they are', async () => {
  await write(...named('union', 'UNION'), ...named('bill', 'LEGISLATION'), [
    'Legislation',
    { id: 'bill', number: 'C-4' },
  ]);
  const facts = async () => ({
    entities: await database.prisma.entity.findMany({ include: { names: true, legislation: true } }),
    version: await readVersion(database.prisma),
  });
  const before = await facts();
  cpSync(join('prisma/migrations', rules), join(folder, rules), { recursive: true });
  expect(await applyMigrations(database.adapter, folder)).toEqual([rules]);
  expect(await facts()).toEqual(before);
  rmSync(join(folder, rules), { recursive: true });
});

test('a range of one number becomes the number, and a figure that is not told stays so', async () => {
  const figures = {
    one: { low: 5, high: 5 },
    range: { low: 1, high: 2 },
    least: { low: 7 },
    most: { high: 8 },
    open: {},
  };
  for (const [id, range] of Object.entries(figures)) {
    await write(...named(id, 'CLAIM'), ['Claim', { id, unit: 'CAD', ...range }]);
  }
  await write(
    ['NotStated', { entityId: 'open', attribute: 'low' }],
    ['NotStated', { entityId: 'open', attribute: 'high' }],
    ...named('offer', 'PROPOSAL'),
    ...named('wages', 'ISSUE'),
    ['Term', { id: 'offer.term.1', proposalId: 'offer', ordinal: 1, issueId: 'wages', text: 'more' }],
  );
  await applyMigrations(database.adapter);
  const claims = await database.prisma.claim.findMany({ orderBy: { id: 'asc' } });
  expect(
    claims.map(({ id, value, low, high, approximation }) => [id, value, low, high, approximation].join(' ')),
  ).toEqual(['least 7   AT_LEAST', 'most 8   AT_MOST', 'one 5   ', 'open    ', 'range  1 2 ']);
  expect(await database.prisma.notStated.findMany()).toEqual([{ entityId: 'open', attribute: 'value' }]);
  expect(await database.prisma.term.findMany({ select: { value: true, notStated: true } })).toEqual([
    { value: null, notStated: true },
  ]);
});

test('the digest of what is migrated is that of the same facts on a new database', async () => {
  await write(...named('figure', 'CLAIM'), ['Claim', { id: 'figure', low: 5, high: 5, unit: 'CAD' }]);
  await applyMigrations(database.adapter);
  const fresh = await openMigrated();
  onTestFinished(fresh.close);
  await fresh.prisma.entity.create({
    data: {
      ...{ id: 'figure', kind: 'CLAIM', summary: 'x' },
      names: { create: { text: 'x', language: 'en', type: 'PREFERRED', ordinal: 0 } },
      claim: { create: { value: 5, unit: 'CAD' } },
    },
  });
  const [migrated, written] = [await readVersion(database.prisma), await readVersion(fresh.prisma)];
  expect(migrated.digest).toBe(written.digest);
});

test('row 68: rows that break a rule are named, and the database stays as it was', async () => {
  const { prisma } = database;
  const name = { create: { text: 'x', language: 'en', type: 'PREFERRED', ordinal: 0 } } as const;
  const dated = { start: '2015', startEarliest: new Date('2014-01-01'), startBasis: 'STATED' } as const;
  const entity = (id: string, more = {}) => ({ data: { id, kind: 'UNION', summary: 'x', names: name, ...more } });
  // The client knows columns of relationships that this database has not got yet.
  const part = async (subject: string, object: string): Promise<unknown> =>
    await prisma.$executeRaw`
    INSERT INTO "Relationship" ("id", "type", "subjectId", "subjectKind", "objectId", "objectKind")
    VALUES (${`${subject}-${object}`}, 'PART_OF', ${subject}, 'UNION', ${object}, 'UNION')`;
  const refusal = async () => await applyMigrations(database.adapter).catch((error: Error) => error.message);
  await prisma.entity.create(entity('an id', dated));
  expect(await refusal()).toMatch(/"Entity" has rows that break the rule "Entity_start": an id\. Correct or delete/);
  await prisma.entity.update({ where: { id: 'an id' }, data: { start: '[2014..]' } });
  expect(await refusal()).toMatch(/table "Entity" has rows that break the rule "Entity_id": an id\./);
  await prisma.entity.update({ where: { id: 'an id' }, data: { id: 'one', names: { deleteMany: {} } } });
  expect(await refusal()).toMatch(/"Entity" has rows that break the rule "Entity_named": one\./);
  await prisma.name.create({ data: { entityId: 'one', ...name.create } });
  await prisma.entity.create(entity('two'));
  await part('one', 'two');
  await part('two', 'one');
  expect(await refusal()).toMatch(
    /"Entity" has rows that break the rule "Relationship_no_circle": (one, two|two, one)\./,
  );
  await prisma.$executeRaw`DELETE FROM "Relationship" WHERE "id" = 'two-one'`;
  expect(await refusal()).toContain(rules);
});
