/** The graph as seed files, and back: the same facts. */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { afterAll, expect, test } from 'vitest';
import { parse } from 'yaml';
import type { Database } from '../../src/database/open.ts';
import { findExport } from '../../src/exporting/exports.ts';
import { openFolder } from '../../src/exporting/folder.ts';
import { runExport } from '../../src/exporting/run.ts';
import { seed } from '../../src/seeding/seed.ts';
import { readVersion } from '../../src/store/version.ts';
import { openMigrated } from '../database.ts';
import { refusals } from '../records/refusals.ts';

const articles = ['../shared/articles', '../../shared/articles'].find((folder) => existsSync(folder));
const folder = mkdtempSync(join(tmpdir(), 'records-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** What an export writes, and the ids that it leaves out. */
async function written(database: Database): Promise<{ text: string; leftOut: readonly string[] }> {
  let text = '';
  let leftOut: readonly string[] = [];
  const into = () =>
    new Writable({
      write(chunk, _, done) {
        text += String(chunk);
        done();
      },
    });
  await runExport(database.prisma, findExport('records'), { base: 'urn:x:' }, into, ({ ids }) => {
    leftOut = ids;
  });
  return { text, leftOut };
}

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
    const { text, leftOut } = await written(first);
    expect(leftOut).toEqual([]);
    expect(refusals(parse(text))).toEqual([]);
    writeFileSync(join(folder, 'all.yaml'), text);
    const second = await filled(folder, texts);
    expect((await readVersion(second.prisma)).digest).toBe((await readVersion(first.prisma)).digest);
    expect((await written(second)).text.split('\n').slice(1)).toEqual(text.split('\n').slice(1));
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
  const { text, leftOut } = await written(database);
  expect(leftOut).toEqual(['psac']);
  expect(text).not.toContain('- id: psac\n');
  expect(text).toContain('- id: aupe\n');
  await database.close();
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
