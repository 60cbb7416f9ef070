/** Changesets: records applied beside what the graph holds, all of them or none. */
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { type Application, apply } from '../../src/curation/apply.ts';
import { changesIn, formatChange } from '../../src/curation/changeset.ts';
import { ChangesetConflict, SeedConflicts } from '../../src/curation/conflicts.ts';
import type { Database } from '../../src/database/open.ts';
import { SeedProblems } from '../../src/records/validation/problem.ts';
import { readSource } from '../../src/seeding/read.ts';
import { seed } from '../../src/seeding/seed.ts';
import { readRevisions } from '../../src/store/revisions.ts';
import { readVersion } from '../../src/store/version.ts';
import { openMigrated } from '../database.ts';
import { articleText, base, folderOf } from './fixture.ts';

let database: Database | undefined;
beforeEach(async () => {
  await database?.close();
  database = await openMigrated();
  await seed(prisma(), {
    seedsFolder: folderOf({ 'a.yaml': base }),
    articlesFolder: folderOf({ 'news-1.txt': articleText }),
  });
});
afterAll(async () => await database?.close());

const prisma = () => (database as Database).prisma;
const version = async () => (await readVersion(prisma())).version;

/** Applies records, and tells what they changed. */
async function applied(yaml: string, more: Partial<Application> = {}): Promise<string[]> {
  const source = readSource('edit.yaml', yaml);
  const given = { author: 'ann', message: 'A correction', remove: [], ...more };
  const { changes } = await apply(prisma(), { source, ...given });
  return changes.map(formatChange).sort();
}

/** What a version changed. */
async function changes(upTo: number): Promise<string[]> {
  const span = { after: upTo - 1, upTo };
  return changesIn(await readRevisions((database as Database).read, span), span)
    .map(formatChange)
    .sort();
}

const union = (summary: string): string => `
- id: example-union
  kind: UNION
  type: NATIONAL
  names:
    en: {preferred: Example Union, acronym: [EU, XU]}
    fr: {preferred: Syndicat exemple}
  summary: ${summary}
  evidence:
    - {at: news-1/1, cues: [example union, "22,000"]}
`;

const carl = `
- id: carl
  kind: PERSON
  names: {en: {preferred: Carl}}
  summary: A person.
  evidence: [{external: The library}]
  relationships:
    - MEMBER_OF: example-union
      evidence: [{external: The library}]
`;

test('an entity is replaced, and its relationships stay', async () => {
  const before = await version();
  expect(await applied(union('A trade union.'))).toEqual([
    '~ entities example-union  summary: "A union." -> "A trade union."',
  ]);
  expect(await version()).toBe(before + 1);
  expect(await prisma().relationship.count({ where: { subjectId: 'example-union' } })).toBe(1);
  expect(await prisma().evidence.count({ where: { entityId: 'example-union' } })).toBe(1);
});

test('what a record no longer says goes: a name, and the evidence of an attribute', async () => {
  expect(await applied(union('A union.').replace(', acronym: [EU, XU]', ', acronym: [EU]'))).toHaveLength(1);
  const names = await prisma().name.findMany({ where: { entityId: 'example-union' } });
  expect(names.map(({ text }) => text).sort()).toEqual(['EU', 'Example Union', 'Syndicat exemple']);
});

test('new records come, with their relationships, and go by their ids', async () => {
  expect(await applied(carl)).toEqual([
    '+ entities carl',
    expect.stringMatching(/^\+ evidence carl/),
    expect.stringMatching(/^\+ evidence carl/),
    '+ relationships carl.MEMBER_OF.example-union',
  ]);
  const [entity, relationship] = [await prisma().entity.count(), await prisma().relationship.count()];
  expect(await applied('', { remove: ['carl'] })).toHaveLength(4);
  expect(await prisma().entity.count()).toBe(entity - 1);
  expect(await prisma().relationship.count()).toBe(relationship - 1);
});

test('an article keeps its text, as long as its paragraphs are the same', async () => {
  const article = base.slice(0, base.indexOf('- id: example-union')).replace('An article.', 'News.');
  expect(await applied(article)).toEqual(['~ entities news-1  summary: "An article." -> "News."']);
  const passage = await prisma().passage.findFirst({ where: { articleId: 'news-1', number: 1 } });
  expect(passage?.text).toContain('Example Union');
});

test('what is there already changes nothing, and a dry run tells what would', async () => {
  const before = await version();
  expect(await applied(base)).toEqual([]);
  expect(await applied(union('A trade union.'), { dryRun: true })).toHaveLength(1);
  expect(await version()).toBe(before);
});

describe('a changeset', () => {
  test('keeps who, why, and each fact before and after; seeding writes one too', async () => {
    await applied(union('A trade union.'));
    const kept = await prisma().changeset.findMany({ orderBy: { version: 'asc' } });
    expect(kept.map(({ version, origin, author }) => [version, origin, author])).toEqual([
      [1, 'FILES', 'seed'],
      [2, 'EDIT', 'ann'],
    ]);
    expect(await changes(1)).toHaveLength(35);
    expect(kept[1]).toMatchObject({ message: 'A correction' });
    expect(await changes(2)).toEqual(['~ entities example-union  summary: "A union." -> "A trade union."']);
  });

  test('never changes', async () => {
    await expect(prisma().changeset.updateMany({ data: { author: 'bob' } })).rejects.toThrow('never changed');
  });
});

describe('mistakes', () => {
  const mistakes: readonly (readonly [what: string, yaml: string, told: RegExp])[] = [
    ['an unknown kind', carl.replace('PERSON', 'PERSONN'), /^edit\.yaml:3:\d+ {2}unknown kind/],
    [
      'a dangling id',
      carl.replace('MEMBER_OF: example-union', 'MEMBER_OF: nobody'),
      /^edit\.yaml:8:\d+ {2}unknown id "nobody"/,
    ],
    [
      'an end before its start',
      carl.replace('MEMBER_OF: example-union', 'MEMBER_OF: example-union\n      from: 2015\n      until: 2014'),
      /^edit\.yaml:\d+:\d+ {2}/,
    ],
    ['a name of white space', carl.replace('preferred: Carl', 'preferred: "  "'), /^edit\.yaml:4:\d+ {2}/],
    [
      'a wrong number',
      base.slice(base.indexOf('- id: demand'), base.indexOf('- id: bill')).replace('value: 2.5', 'value: many'),
      /^edit\.yaml:6:\d+ {2}/,
    ],
    ['a record twice', union('A.') + union('B.'), /^edit\.yaml:\d+:\d+ {2}"example-union" is taken at edit\.yaml/],
    ['what is no YAML', '- id: [', /^edit\.yaml:1:\d+ {2}this is not YAML/],
    [
      'a circle of PART_OF',
      union('A.') +
        '\n- {subject: example-union, PART_OF: other, evidence: [{external: The library}]}\n' +
        union('B.')
          .replaceAll('example-union', 'other')
          .replace(/Example Union|Syndicat exemple/g, 'Other') +
        '\n- {subject: other, PART_OF: example-union, evidence: [{external: The library}]}\n',
      /circle|PART_OF/,
    ],
  ];

  test.each(mistakes)('%s is told with its place, and nothing is written', async (_, yaml, told) => {
    const before = await readVersion(prisma());
    const failure: unknown = await applied(yaml).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(SeedProblems);
    const lines = (failure as SeedProblems).message.split('\n').slice(1);
    expect(
      lines.filter((line) => told.test(line)),
      lines.join('\n'),
    ).not.toEqual([]);
    expect(await readVersion(prisma())).toEqual(before);
    expect(await prisma().changeset.count()).toBe(1);
  });

  test('all are told at once', async () => {
    const yaml = carl.replace('PERSON', 'PERSONN') + union('A.').replace('NATIONAL', 'NATIONALE');
    await expect(applied(yaml)).rejects.toThrow(/^2 mistakes in the changeset:/);
  });

  test('removing what others lean on, what is not there, or what is put', async () => {
    await expect(applied('', { remove: ['wages'] })).rejects.toThrow(/"wages"/);
    await expect(applied('', { remove: ['nobody'] })).rejects.toThrow('there is no entity or relationship "nobody"');
    await expect(applied(carl, { remove: ['bob', 'carl'] })).rejects.toThrow(/"carl"/);
  });
});

describe('two at once', () => {
  test('on one record: the second is told of the first, with both values', async () => {
    const expectedVersion = await version();
    const told = await Promise.allSettled(
      ['A trade union.', 'Another union.'].map(async (summary) => await applied(union(summary), { expectedVersion })),
    );
    const refused = told.flatMap((one) => (one.status === 'rejected' ? [one.reason as Error] : []));
    expect(refused).toHaveLength(1);
    expect(refused[0]).toBeInstanceOf(ChangesetConflict);
    expect(refused[0]?.message).toContain('"A trade union."');
    expect(refused[0]?.message).toContain('"Another union."');
  });

  test('on different records: both are written', async () => {
    const expectedVersion = await version();
    await Promise.all([applied(union('A trade union.'), { expectedVersion }), applied(carl, { expectedVersion })]);
    expect(await version()).toBe(expectedVersion + 2);
  });

  test('what somebody wrote past this program is told, of the same fact alone', async () => {
    const expectedVersion = await version();
    await prisma().entity.update({ where: { id: 'example-union' }, data: { summary: 'Somebody.' } });
    const refused = applied(union('A trade union.'), { expectedVersion });
    await expect(refused).rejects.toThrow(/changeset 2 of postgres: .* "A union." -> "Somebody."/);
    expect(await applied(carl, { expectedVersion })).toHaveLength(4);
  });
});

test('seeding keeps what was applied, and tells of a conflict with it', async () => {
  await applied(union('A trade union.'));
  await applied(carl);
  const again = await seed(prisma(), { seedsFolder: folderOf({ 'a.yaml': base }) });
  expect((await prisma().entity.findUnique({ where: { id: 'example-union' } }))?.summary).toBe('A trade union.');
  expect(again.kept).toBeGreaterThanOrEqual(2);
  const other = base.replace('summary: A union.', 'summary: A body.');
  await expect(seed(prisma(), { seedsFolder: folderOf({ 'a.yaml': other }) })).rejects.toBeInstanceOf(SeedConflicts);
});
