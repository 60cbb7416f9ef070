/** The graph as seed files, and back: the same facts. */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { afterAll, expect, test } from 'vitest';
import { parse } from 'yaml';
import type { Database } from '../../src/database/open.ts';
import { openFolder } from '../../src/exporting/folder.ts';
import type { PrismaClient } from '../../src/generated/prisma/client.ts';
import { evidenceId } from '../../src/records/ids.ts';
import { seed } from '../../src/seeding/seed.ts';
import { readVersion } from '../../src/store/version.ts';
import { openMigrated } from '../database.ts';
import { refusals } from '../records/refusals.ts';
import { base, folderOf } from '../seeding/fixture.ts';
import { exportedRecords } from './exported.ts';

const articles = ['../shared/articles', '../../shared/articles'].find((folder) => existsSync(folder));
const folder = mkdtempSync(join(tmpdir(), 'records-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Seeds a new database. */
async function filled(seedsFolder: string, articlesFolder?: string): Promise<Database> {
  const database = await openMigrated();
  await seed(database.prisma, { seedsFolder, articlesFolder });
  return database;
}

test.each(articles === undefined ? [undefined] : [undefined, articles])(
  'they are as the schema says, and seeded into an empty database give the same digest, with the texts of %s',
  async (texts) => {
    const first = await filled('seeds', texts);
    const { text, leftOut } = await exportedRecords(first.prisma);
    expect(leftOut).toEqual([]);
    expect(refusals(parse(text))).toEqual([]);
    writeFileSync(join(folder, 'all.yaml'), text);
    const second = await filled(folder, texts);
    expect((await readVersion(second.prisma)).digest).toBe((await readVersion(first.prisma)).digest);
    expect((await exportedRecords(second.prisma)).text.split('\n').slice(1)).toEqual(text.split('\n').slice(1));
    // Nothing to do: each row is the one that the files come to.
    expect((await seed(first.prisma, { seedsFolder: folder, articlesFolder: texts })).changed).toBe(false);
    await first.close();
    await second.close();
  },
);

test('what somebody wrote past the files and no record comes to is left out, and named', async () => {
  const database = await filled('seeds');
  await database.prisma.evidence.create({
    data: { id: 'psac.evidence.by-hand', entityId: 'psac', basis: 'EXTERNAL', note: 'x', anchors: [], ordinal: 99 },
  });
  const { text, leftOut } = await exportedRecords(database.prisma);
  expect(leftOut).toEqual(['psac']);
  expect(text).not.toContain('- id: psac\n');
  expect(text).toContain('- id: aupe\n');
  await database.close();
});

/** What somebody may write past the files, what is then left out of the export, and why. */
const past: readonly (readonly [what: string, change: (prisma: PrismaClient) => Promise<unknown>, told: RegExp[]])[] = [
  [
    'an entity without evidence',
    (prisma) => prisma.evidence.deleteMany({ where: { entityId: 'bob' } }),
    [/^bob: bob has no evidence/],
  ],
  [
    'a relationship without evidence',
    (prisma) => prisma.evidence.deleteMany({ where: { relationshipId: 'ann.HOLDS.president' } }),
    [/^ann: ann\.HOLDS\.president has no evidence/],
  ],
  [
    'terms without evidence',
    (prisma) => prisma.evidence.deleteMany({ where: { term: { proposalId: 'demand' } } }),
    [/^demand: demand\.term\S+, demand\.term\S+ have no evidence/],
  ],
  [
    'a stage and a provision without evidence',
    (prisma) => prisma.evidence.deleteMany({ where: { entityId: null, relationshipId: null, termId: null } }),
    [/^bill: bill\S+, bill\S+ have no evidence/],
  ],
  [
    'a provision that affects nobody, with evidence for that',
    async (prisma) => {
      const { id, effect } = await prisma.provision.findFirstOrThrow();
      await prisma.provision.update({ where: { id }, data: { affects: { deleteMany: {} } } });
      const piece = { articleId: null, paragraph: null, basis: 'EXTERNAL', note: `On ${effect}`, url: null } as const;
      const key = evidenceId(id, piece, 'affects');
      await prisma.evidence.create({
        data: { ...piece, id: key, provisionId: id, attribute: 'affects', anchors: [], ordinal: 2 },
      });
    },
    [],
  ],
  [
    'a provision that affects nobody, with evidence for the whole',
    async (prisma) => {
      const { id } = await prisma.provision.findFirstOrThrow();
      await prisma.provision.update({ where: { id }, data: { affects: { deleteMany: {} } } });
    },
    [],
  ],
  [
    'evidence for an attribute that an entity does not have',
    async (prisma) => {
      const piece = { articleId: null, paragraph: null, basis: 'EXTERNAL', note: 'The library', url: null } as const;
      const key = evidenceId('bob', piece, 'gender');
      await prisma.evidence.create({
        data: { ...piece, id: key, entityId: 'bob', attribute: 'gender', anchors: [], ordinal: 2 },
      });
    },
    [/^bob: no record comes to it: evidence 2, for 1: unknown attribute "gender"/],
  ],
];

test.each(past)('%s, written past the files, comes back or is left out and named', async (_, change, told) => {
  const first = await filled(folderOf({ 'a.yaml': base }));
  await change(first.prisma);
  const { text, leftOut, reasons } = await exportedRecords(first.prisma);
  expect(reasons).toEqual(told.map((one) => expect.stringMatching(one)));
  for (const id of leftOut) expect(text).toMatch(new RegExp(`^# ${id}: not exported`, 'm'));
  const second = await filled(folderOf({ 'a.yaml': text }));
  if (leftOut.length === 0)
    expect((await readVersion(second.prisma)).digest).toBe((await readVersion(first.prisma)).digest);
  expect(await second.prisma.entity.count()).toBe((await first.prisma.entity.count()) - leftOut.length);
  await first.close();
  await second.close();
});

test('what is more than a file may hold is divided between records', async () => {
  const chunks = Array.from({ length: 7 }, (_, index) => `\n- id: some-${index}\n${'#'.repeat(300_000)}`);
  const into = mkdtempSync(join(tmpdir(), 'divided-'));
  await pipeline(chunks, openFolder(into, 'records.yaml'));
  const files = ['records-1.yaml', 'records-2.yaml', 'records-3.yaml'];
  expect(readdirSync(into).sort()).toEqual(files);
  expect(files.map((name) => readFileSync(join(into, name), 'utf8')).join('')).toBe(chunks.join(''));
  for (const name of files) expect(readFileSync(join(into, name), 'utf8')).toMatch(/^\n- id: some-/);
  rmSync(into, { recursive: true });
});
