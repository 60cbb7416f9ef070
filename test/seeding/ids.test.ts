/** Ids of what belongs to entities say what it says: they stay, whatever is put before, and are never too long. */
import { expect, onTestFinished, test } from 'vitest';
import type { Database } from '../../src/database/open.ts';
import { kinds, relationshipTypes } from '../../src/registry/index.ts';
import { seed } from '../../src/seeding/seed.ts';
import { openMigrated } from '../database.ts';
import { base, folderOf } from './fixture.ts';

async function open(): Promise<Database> {
  const database = await openMigrated();
  onTestFinished(database.close);
  return database;
}

const seedYaml = async ({ prisma }: Database, yaml: string) =>
  await seed(prisma, { seedsFolder: folderOf({ 'a.yaml': yaml }) });

function replaced(pairs: Readonly<Record<string, string>>): string {
  return Object.entries(pairs).reduce((yaml, [from, to]) => {
    expect(yaml).toContain(from);
    return yaml.replace(from, to);
  }, base);
}

/** What is stored of what has such an id, by id; where it stands in a list is left out. */
async function stored({ prisma }: Database): Promise<Map<string, object>> {
  const rows = [
    ...(await prisma.term.findMany({ omit: { ordinal: true } })),
    ...(await prisma.legislationStage.findMany({ omit: { ordinal: true } })),
    ...(await prisma.provision.findMany({
      omit: { ordinal: true },
      include: { affects: { select: { affectedId: true } } },
    })),
    ...(await prisma.evidence.findMany({ omit: { ordinal: true } })),
  ];
  return new Map(rows.map((row) => [row.id, row]));
}

const before = {
  '  terms:\n':
    '  terms:\n    - {issue: wages, year: 2, value: 1, unit: PERCENT, text: more, evidence: [{external: X}]}\n',
  '  stages:\n': '  stages:\n    - {stage: IN_COMMITTEE, evidence: [{external: X}]}\n',
  '  provisions:\n': '  provisions:\n    - {effect: Abolishes overtime., evidence: [{external: X}]}\n',
  '    - {at: news-1/1, cues: [example union, "22,000"]}': [
    '    - {external: X}',
    '    - {at: news-1/1, cues: [Feb.], for: [summary]}',
    '    - {at: news-1/1, cues: [example union, "22,000"]}',
  ].join('\n'),
};

test('they are made of what is said', async () => {
  const database = await open();
  await seedYaml(database, base);
  const ids = [...(await stored(database)).keys()];
  expect(ids).toEqual(
    expect.arrayContaining([
      'demand.term.wages.1',
      'demand.term.wages',
      'bill.stage.INTRODUCED',
      'bill.provision.limits-raises',
      'example-union.evidence.news-1.1',
      expect.stringMatching(/^bill\.stage\.INTRODUCED\.evidence\.external-[0-9a-f]{10}$/),
    ]),
  );
});

test('another that is put before leaves them and their rows as they are', async () => {
  const database = await open();
  await seedYaml(database, base);
  const known = await stored(database);
  await seedYaml(database, replaced(before));
  const now = await stored(database);
  expect(now.size).toBe(known.size + 8);
  for (const [id, row] of known) expect(now.get(id)).toEqual(row);
});

test('a key tells apart what would have the same', async () => {
  const database = await open();
  const again = '{stage: INTRODUCED, key: again, date: 2015-06, evidence: [{external: The library}]}';
  await seedYaml(database, replaced({ '  provisions:\n': `    - ${again}\n  provisions:\n` }));
  const ids = [...(await stored(database)).keys()];
  expect(ids).toContain('bill.stage.INTRODUCED');
  expect(ids).toContain('bill.stage.INTRODUCED.again');
});

test('the longest ones keep to the database’s rule, and are told apart', async () => {
  const database = await open();
  const long = (end: string) => 'long-'.repeat(15) + end;
  const issue = `- id: ${long('wages')}\n  kind: ISSUE\n  names: {en: {preferred: Long}}\n  summary: Long.\n  evidence: [{external: x}]\n`;
  const term = (key: string) =>
    `    - {issue: ${long('wages')}, key: ${long(key)}, value: not stated, text: x, evidence: [{external: x}]}\n`;
  const effect = `    - {effect: ${'Longer '.repeat(40)}, evidence: [{external: x, for: [effect]}]}\n`;
  const yaml = replaced({
    'id: demand\n': `id: ${long('claim')}\n`,
    '  terms:\n': `  terms:\n${term('one')}${term('two')}`,
    '  provisions:\n': `  provisions:\n${effect}`,
  });
  await seedYaml(database, yaml + issue);
  const ids = [...(await stored(database)).keys()];
  expect(ids.filter((id) => id.startsWith(`${long('claim')}.term.${long('wages')}.`))).toHaveLength(4);
  expect(Math.max(...ids.map((id) => id.length))).toBe(200);
});

test('a database that an older version filled is filled anew, and loses nothing', async () => {
  const database = await open();
  await seedYaml(database, base);
  const known = await stored(database);
  const { prisma } = database;
  // As it was: numbered.
  const [evidence, terms] = [await prisma.evidence.findMany(), await prisma.term.findMany()];
  await prisma.evidence.deleteMany();
  await prisma.term.deleteMany();
  const numbered = new Map(terms.map(({ id }, index) => [id, `demand.term.${index + 1}`]));
  await prisma.term.createMany({ data: terms.map((term) => ({ ...term, id: numbered.get(term.id) ?? '' })) });
  await prisma.evidence.createMany({
    data: evidence.map((piece, index) => ({
      ...piece,
      id: `${piece.entityId ?? 'other'}.evidence.${index}`,
      termId: numbered.get(piece.termId ?? '') ?? null,
    })),
  });
  await prisma.seedBase.deleteMany();
  // It knew no changesets either: emptied past the guard that refuses any change of them.
  await prisma.$transaction(async (tx) => {
    await tx.$executeRaw`ALTER TABLE "Changeset" DISABLE TRIGGER USER`;
    await tx.changeset.deleteMany();
    await tx.$executeRaw`ALTER TABLE "Changeset" ENABLE TRIGGER USER`;
  });
  expect(await stored(database)).not.toEqual(known);
  expect((await seedYaml(database, base)).changed).toBe(true);
  expect(await stored(database)).toEqual(known);
});

test('the registry’s wording does not have a database filled anew, and its words do', async () => {
  const { prisma } = await open();
  const folders = { seedsFolder: folderOf({ 'a.yaml': base }), trustDigest: true };
  const filled = async () => (await seed(prisma, folders)).changes.size > 0;
  expect([await filled(), await filled()]).toEqual([true, false]);
  change(kinds.UNION, 'description', 'Workers who stand together.');
  change(kinds.UNION.types, 'NATIONAL', 'Of the whole country.');
  change(kinds.EVENT, 'start', 'The day of it.');
  change(relationshipTypes.HOLDS, 'label', 'is in the office of');
  expect(await filled()).toBe(false);
  change(kinds.UNION.types, 'REGIONAL', 'Of a region.');
  expect(await filled()).toBe(true);
});

/** Changes the registry until the test is over. */
function change(entry: object, key: string, words: string): void {
  const kept = Object.entries(entry);
  const own = entry as Record<string, unknown>;
  own[key] = words;
  onTestFinished(() => {
    delete own[key];
    Object.assign(own, Object.fromEntries(kept));
  });
}
