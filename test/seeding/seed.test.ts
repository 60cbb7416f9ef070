import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Database } from '../../src/database/open.ts';
import { SeedProblems } from '../../src/records/validation/problem.ts';
import { formatChanges, seed } from '../../src/seeding/seed.ts';
import { openMigrated } from '../database.ts';
import { articleText, base, folderOf } from './fixture.ts';

let database: Database;

beforeAll(async () => {
  database = await openMigrated();
});
afterAll(async () => await database.close());
beforeEach(async () => {
  await database.prisma.term.deleteMany();
  await database.prisma.relationship.deleteMany();
  await database.prisma.evidence.deleteMany();
  await database.prisma.entity.deleteMany();
  await database.prisma.seedBase.deleteMany();
  // Every test counts from the beginning, which the database would not let anybody do.
  for (const table of ['Changeset', 'DataVersion']) {
    await database.prisma.$executeRawUnsafe(`ALTER TABLE "${table}" DISABLE TRIGGER USER`);
    await database.prisma.$executeRawUnsafe(`DELETE FROM "${table}"`);
    await database.prisma.$executeRawUnsafe(`ALTER TABLE "${table}" ENABLE TRIGGER USER`);
  }
  await database.prisma.dataVersion.create({ data: {} });
});

/** Seeds the base, with parts of it replaced; an empty text removes a part. */
async function seedWith(replaced: Readonly<Record<string, string>> = {}, text = articleText) {
  const yaml = Object.entries(replaced).reduce((seeds, [from, to]) => {
    expect(seeds).toContain(from);
    return seeds.replace(from, to);
  }, base);
  const folders = { seedsFolder: folderOf({ 'a.yaml': yaml }), articlesFolder: folderOf({ 'news-1.txt': text }) };
  const result = await seed(database.prisma, folders);
  return { ...result, said: formatChanges(result.changes) };
}

/** Everything that is stored, but for the days of writing. */
async function stored() {
  const { prisma } = database;
  return {
    entities: await prisma.entity.findMany({
      orderBy: { id: 'asc' },
      omit: { createdAt: true, updatedAt: true },
      include: { names: true, notStated: true, office: true, legislation: { include: { provisions: true } } },
    }),
    relationships: await prisma.relationship.findMany({ orderBy: { id: 'asc' } }),
    evidence: await prisma.evidence.findMany({ orderBy: { id: 'asc' } }),
  };
}

const day = (text: string) => new Date(`${text}T00:00:00Z`);
const record = (id: string) => {
  const start = base.indexOf(`- id: ${id}\n`);
  const next = base.slice(start + 1).search(/^- /m);
  return base.slice(start, start + 1 + next);
};

describe('the first seeding', () => {
  test('writes every fact, and says how many', async () => {
    const { said, version } = await seedWith();
    expect(said).toBe(
      '+9 entities, +3 passages, +2 terms, +1 stage, +1 provision, +2 relationships, +17 pieces of evidence',
    );
    expect(version).toBe(1);
  });

  test('keeps names in order, partial dates with their bounds, and what is not stated', async () => {
    await seedWith();
    const { prisma } = database;
    const names = await prisma.name.findMany({ where: { entityId: 'example-union' }, orderBy: { ordinal: 'asc' } });
    expect(names.map(({ text, language, type }) => [text, language, type])).toEqual([
      ['Example Union', 'en', 'PREFERRED'],
      ['EU', 'en', 'ACRONYM'],
      ['XU', 'en', 'ACRONYM'],
      ['Syndicat exemple', 'fr', 'PREFERRED'],
    ]);
    expect(
      await prisma.entity.findUnique({
        where: { id: 'dispute' },
        include: { notStated: { orderBy: { attribute: 'asc' } } },
      }),
    ).toMatchObject({
      start: '[2015-01..2015-03-05]',
      startEarliest: day('2015-01-01'),
      startLatest: day('2015-03-05'),
      startBasis: 'DERIVED',
      startNote: 'before the talks',
      status: null,
      end: null,
      notStated: [{ attribute: 'end' }, { attribute: 'status' }],
    });
  });

  test('keeps identifiers as they are written, each with its citation, and moves them to another entity', async () => {
    const isni = `identifiers: {ISNI: {value: 0000000121032683, external: The library, url: "https://x.org"}}`;
    await seedWith({ 'summary: A person.': `summary: A person.\n  ${isni}` });
    const { prisma } = database;
    const [value, scheme] = ['0000000121032683', 'ISNI'];
    expect(await prisma.identifier.findMany()).toEqual([{ entityId: 'ann', scheme, value }]);
    expect(await prisma.evidence.findMany({ where: { attribute: 'isni' } })).toMatchObject([
      { entityId: 'ann', basis: 'EXTERNAL', note: 'The library', url: 'https://x.org' },
    ]);
    const { said } = await seedWith({ 'summary: Another person.': `summary: Another person.\n  ${isni}` });
    expect(said).toBe('~2 entities changed, +1 piece of evidence, -1 piece of evidence removed');
    expect(await prisma.identifier.findMany()).toEqual([{ entityId: 'bob', scheme, value }]);
  });

  test('derives ids from what a fact says', async () => {
    await seedWith();
    const { relationships, evidence } = await stored();
    expect(relationships).toMatchObject([
      {
        id: 'ann.HOLDS.president',
        validFrom: '2015-05',
        validFromEarliest: day('2015-05-01'),
        validFromLatest: day('2015-05-31'),
        validTo: null,
        acting: true,
        heldOfficeId: 'president',
        singleSeat: true,
      },
      { id: 'example-union.PARTY_TO.dispute', side: 'EMPLOYEE', validFrom: null, heldOfficeId: null, singleSeat: null },
    ]);
    expect(evidence.find(({ id }) => id === 'example-union.evidence.news-1.1')).toMatchObject({
      entityId: 'example-union',
      basis: 'STATED',
      articleId: 'news-1',
      paragraph: 1,
      anchors: ['example union', '22,000'],
    });
    expect(evidence.find(({ relationshipId }) => relationshipId === 'ann.HOLDS.president')).toMatchObject({
      id: expect.stringMatching(/^ann\.HOLDS\.president\.evidence\.external-[0-9a-f]{10}\.from$/),
      attribute: 'from',
    });
  });

  test('an asOf bounds both ends and states neither', async () => {
    await seedWith({ 'from: 2015-05\n      until: not stated': 'asOf: 2015-05-12/2016-01' });
    expect((await stored()).relationships[0]).toMatchObject({
      validFrom: '[..2015-05-12]',
      validFromEarliest: null,
      validFromLatest: day('2015-05-12'),
      validFromBasis: 'STATED',
      validTo: '[2016-01..]',
      validToEarliest: day('2016-01-01'),
      validToLatest: null,
    });
  });

  test('stores the article’s text only if it is the right one', async () => {
    const { warnings } = await seedWith();
    const { prisma } = database;
    const passages = () => prisma.passage.findMany({ orderBy: { number: 'asc' } });
    expect(warnings).toEqual([]);
    expect((await passages()).map(({ text }) => text?.slice(0, 5))).toEqual(['The “', 'Talks', 'Ann A']);
    expect(await prisma.article.findFirst()).toMatchObject({ textStatus: 'VERIFIED' });

    const differing = await seedWith({}, 'Other.');
    expect(differing.warnings).toHaveLength(4);
    expect(differing.warnings[0]).toContain('a.yaml:2:3  news-1.txt is not the text');
    expect(differing.warnings[2]).toBe('a.yaml:10:7  news-1/2 is not in the text');
    expect((await passages()).map(({ text }) => text)).toEqual([null, null, null]);
    expect(await prisma.article.findFirst()).toMatchObject({ textStatus: 'DIFFERS' });
    expect(differing.said).toBe('~1 entity changed, ~3 passages changed');
  });
});

test('a second seeding changes nothing', async () => {
  await seedWith();
  const before = await stored();
  const times = await database.prisma.entity.findMany({ select: { id: true, createdAt: true, updatedAt: true } });
  const { said, changed, version } = await seedWith();
  expect({ said, changed, version }).toEqual({ said: 'nothing changed', changed: false, version: 1 });
  expect(await stored()).toEqual(before);
  const later = await database.prisma.entity.findMany({ select: { id: true, createdAt: true, updatedAt: true } });
  expect(later).toEqual(times);
});

test('an edit changes what it says and no more', async () => {
  await seedWith();
  const times = () => database.prisma.entity.findMany({ orderBy: { id: 'asc' } });
  const before = await times();
  const { said, version } = await seedWith({
    'summary: A union.': 'summary: A trade union.',
    'acronym: [EU, XU]': 'acronym: [XU]',
    'value: 2.5': 'value: 3',
    'effect: limits raises, affects: [example-union, wages]': 'effect: limits raises, affects: [ann]',
  });
  expect(said).toBe('~1 entity changed, ~1 term changed, ~1 provision changed');
  expect(version).toBe(2);
  const after = await times();
  const touched = after.filter(({ updatedAt }, index) => updatedAt.getTime() !== before[index]?.updatedAt.getTime());
  expect(touched.map(({ id, summary }) => [id, summary])).toEqual([['example-union', 'A trade union.']]);
  expect(after.map(({ createdAt }) => createdAt)).toEqual(before.map(({ createdAt }) => createdAt));
  const provisions = await database.prisma.provision.findMany({ include: { affects: true, evidence: true } });
  const affected = provisions.map(({ affects, evidence }) => [
    affects.map(({ affectedId }) => affectedId),
    evidence.length,
  ]);
  expect(affected).toEqual([[['ann'], 1]]);
});

test('what left the files leaves the database', async () => {
  await seedWith();
  const { said } = await seedWith({ [record('ann')]: '', [record('demand')]: '' });
  expect(said).toBe('-2 entities removed, -2 terms removed, -1 relationship removed, -5 pieces of evidence removed');
  expect(await database.prisma.entity.findMany({ where: { id: { in: ['ann', 'demand'] } } })).toEqual([]);
});

test('an entity may change its kind, with all that depends on it', async () => {
  await seedWith();
  const { said } = await seedWith({
    'id: example-union\n  kind: UNION\n  type: NATIONAL': 'id: example-union\n  kind: OCCUPATIONAL_GROUP',
  });
  expect(said).toBe('~1 entity changed, ~1 relationship changed');
  const { entities, relationships, evidence } = await stored();
  const changed = entities.find(({ id }) => id === 'example-union');
  expect(changed).toMatchObject({ kind: 'OCCUPATIONAL_GROUP', names: { length: 4 } });
  expect(relationships.map(({ subjectKind }) => subjectKind)).toEqual(['PERSON', 'OCCUPATIONAL_GROUP']);
  expect(evidence.length).toBe(17);
  const provisions = await database.prisma.provision.findMany({ include: { affects: true } });
  expect(provisions[0]?.affects.map(({ affectedId }) => affectedId).sort()).toEqual(['example-union', 'wages']);
  expect(
    (
      await seedWith({
        'id: example-union\n  kind: UNION\n  type: NATIONAL': 'id: example-union\n  kind: OCCUPATIONAL_GROUP',
      })
    ).said,
  ).toBe('nothing changed');
});

test('two holders may trade their days in one seeding', async () => {
  const bob = '- id: bob\n  kind: PERSON';
  const held = (years: string) => `${bob}\n  relationships: [{HOLDS: president, ${years}, evidence: [{external: x}]}]`;
  const ann = 'from: 2015-05\n      until: not stated';
  await seedWith({ [ann]: 'from: 2015\n      until: 2016', [bob]: held('from: 2018, until: 2019') });
  await seedWith({ [ann]: 'from: 2018\n      until: 2019', [bob]: held('from: 2015, until: 2016') });
  expect((await stored()).relationships.map(({ validFrom }) => validFrom)).toEqual(['2018', '2015', null]);
});

test('an office may gain seats', async () => {
  await seedWith();
  await seedWith({ 'singleSeat: true': 'singleSeat: false' });
  expect((await stored()).relationships[0]).toMatchObject({ id: 'ann.HOLDS.president', singleSeat: false });
});

describe('a seeding that fails leaves the database as it was', () => {
  test('for a mistake in the files', async () => {
    await seedWith();
    const before = await stored();
    await expect(seedWith({ 'summary: A union.': 'summary: 5', 'HOLDS: president': 'HOLDS: wages' })).rejects.toThrow(
      new SeedProblems([
        { file: 'a.yaml', line: 19, column: 12, message: '5 is not text; put it in quotes' },
        { file: 'a.yaml', line: 28, column: 14, message: 'HOLDS cannot relate PERSON to ISSUE; its object is OFFICE' },
      ]),
    );
    expect(await stored()).toEqual(before);
  });

  test('for a cue that the text does not have', async () => {
    await expect(seedWith({ '[example union, "22,000"]': '[nowhere]' })).rejects.toThrow(SeedProblems);
    expect((await stored()).entities).toEqual([]);
  });

  test('for what only the database refuses', async () => {
    await seedWith();
    const before = await stored();
    const codes = ['one', 'two'].map(
      (id) =>
        `- {id: ${id}, kind: JURISDICTION, code: CA, names: {en: {preferred: x}}, summary: x, evidence: [{external: x}]}\n`,
    );
    await expect(seedWith({ [record('demand')]: codes.join('') })).rejects.toThrow();
    expect(await stored()).toEqual(before);
    expect(await database.prisma.dataVersion.findMany()).toMatchObject([{ version: 1 }]);
  });
});

test('progress is told up to the end', async () => {
  const steps: [number, number][] = [];
  const onProgress = (done: number, total: number) => void steps.push([done, total]);
  await seed(database.prisma, { seedsFolder: folderOf({ 'a.yaml': base }), onProgress });
  const [done, total] = steps.at(-1) ?? [];
  expect(steps.length).toBeGreaterThan(5);
  expect(done).toBe(total);
});
