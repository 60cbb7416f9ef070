/** Mistakes of a changeset: each is told with its place, all at once, and nothing is written. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Application, apply } from '../../src/curation/apply.ts';
import type { Database } from '../../src/database/open.ts';
import { SeedProblems } from '../../src/records/validation/problem.ts';
import { readSource } from '../../src/seeding/read.ts';
import { seed } from '../../src/seeding/seed.ts';
import { readVersion } from '../../src/store/version.ts';
import { openMigrated } from '../database.ts';
import { insertRelationship } from '../network/second.ts';
import { base } from './fixture.ts';

const library = 'evidence: [{external: The library}]';
const entity = (id: string, kind: string, more = '') =>
  `- {id: ${id}, kind: ${kind}, names: {en: {preferred: ${id}}}, summary: A record., ${library}${more}}\n`;
const partOf = (subject: string, object: string) => `- {subject: ${subject}, PART_OF: ${object}, ${library}}\n`;

let database: Database;
beforeAll(async () => {
  database = await openMigrated();
  const chain = ['low', 'mid', 'top', 'bare', 'odd'].map((id) => entity(id, 'UNION')).join('');
  const place = entity('here', 'JURISDICTION', ', type: COUNTRY, code: MT');
  const parts = partOf('low', 'mid') + partOf('mid', 'top') + partOf('bare', 'top');
  const seedsFolder = mkdtempSync(join(tmpdir(), 'seeds-'));
  writeFileSync(join(seedsFolder, 'a.yaml'), base + chain + place + parts);
  await seed(database.prisma, { seedsFolder }).finally(() => rmSync(seedsFolder, { recursive: true }));
  const { prisma } = database;
  // Past the files: a fact without evidence, and one whose id is not made of what it says.
  await prisma.evidence.deleteMany({ where: { relationshipId: 'bare.PART_OF.top' } });
  await prisma.$executeRawUnsafe(insertRelationship('by-hand', 'PART_OF', ['odd', 'UNION'], ['top', 'UNION']));
});
afterAll(async () => await database?.close());

/** The mistakes that are told of a changeset, which writes nothing. */
async function toldOf(yaml: string, more: Partial<Application> = {}): Promise<string[]> {
  const { prisma } = database;
  const before = [await readVersion(prisma), await prisma.changeset.count()];
  const given = { source: readSource('edit.yaml', yaml), author: 'ann', message: 'A correction', remove: [], ...more };
  const failure: unknown = await apply(prisma, given).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(SeedProblems);
  expect([await readVersion(prisma), await prisma.changeset.count()]).toEqual(before);
  return (failure as SeedProblems).message.split('\n').slice(1);
}

const term = (more: string) =>
  entity('demand', 'PROPOSAL', `, terms: [{issue: wages, text: a raise, ${library}, ${more}}]`);

const mistakes: readonly (readonly [what: string, yaml: string, told: RegExp])[] = [
  ['an unknown kind', entity('carl', 'PERSONN'), /^edit\.yaml:1:\d+ {2}unknown kind "PERSONN"; did you mean PERSON\?/],
  ['a word for a number', term('value: many, unit: PERCENT'), /^edit\.yaml:1:\d+ {2}"many" is not a/],
  ['a year before the first', term('year: 0'), /^edit\.yaml:1:\d+ {2}0 is not a/],
  ['a dangling object', partOf('low', 'nobody'), /^edit\.yaml:1:\d+ {2}unknown id "nobody"/],
  ['a dangling subject', partOf('nobody', 'top'), /^edit\.yaml:1:\d+ {2}unknown id "nobody"/],
  [
    'a dangling issue',
    term('value: 1, unit: PERCENT').replace('wages', 'wagse'),
    /unknown id "wagse"; did you mean wages/,
  ],
  [
    'a dangling article',
    entity('carl', 'PERSON').replace('external: The library', 'at: news-2/1, cues: [x]'),
    /^edit\.yaml:1:\d+ {2}unknown article "news-2"; did you mean news-1/,
  ],
  [
    'a paragraph that the article does not have',
    entity('carl', 'PERSON').replace('external: The library', 'at: news-1/9, cues: [x]'),
    /^edit\.yaml:1:\d+ {2}there is no paragraph 9: "news-1" has 3/,
  ],
  ['a circle through one of the graph', partOf('mid', 'low'), /^edit\.yaml:1:\d+ {2}PART_OF leads in a circle/],
  ['a circle through two of the graph', partOf('top', 'low'), /^edit\.yaml:1:\d+ {2}PART_OF leads in a circle/],
  ['a circle through one without evidence', partOf('top', 'bare'), /^edit\.yaml:1:\d+ {2}PART_OF leads in a circle/],
  ['a circle through one of another id', partOf('top', 'odd'), /^edit\.yaml:1:\d+ {2}PART_OF leads in a circle/],
  ['a loop', partOf('top', 'top'), /^edit\.yaml:1:\d+ {2}PART_OF cannot relate an entity to itself/],
  [
    'an end before the start',
    entity('row', 'DISPUTE', ', start: 2015, end: 2014'),
    /^edit\.yaml:1:\d+ {2}the end is before the start/,
  ],
  ['a date that runs backwards', entity('row', 'DISPUTE', ', start: "[2015-03..2015-01]"'), /^edit\.yaml:1:\d+ {2}/],
  [
    'a name of white space',
    entity('carl', 'PERSON').replace('preferred: carl', 'preferred: " \\t "'),
    /^edit\.yaml:1:/,
  ],
  [
    'a summary of white space',
    entity('carl', 'PERSON').replace('A record.', '"  "'),
    /^edit\.yaml:1:\d+ {2}" {2}" is not/,
  ],
  [
    'the code of another jurisdiction',
    entity('there', 'JURISDICTION', ', type: COUNTRY, code: MT'),
    /^edit\.yaml:1:\d+ {2}the code MT is that of "here" at here in the graph; a code names one thing/,
  ],
  [
    'an entity twice',
    entity('carl', 'PERSON') + entity('carl', 'PERSON'),
    /^edit\.yaml:2:\d+ {2}"carl" is taken at edit\.yaml:1:/,
  ],
  [
    'a relationship twice',
    partOf('low', 'top') + partOf('low', 'top'),
    /^edit\.yaml:2:\d+ {2}low\.PART_OF\.top stands at edit\.yaml:1:\d+ already/,
  ],
];

test.each(mistakes)('%s', async (_, yaml, told) => {
  const lines = await toldOf(yaml);
  expect(lines.filter((line) => told.test(line)).length, lines.join('\n')).toBeGreaterThan(0);
});

test.each([
  ['wages', /^--remove {2}\S+ names "wages"; change or remove that too/],
  ['news-1', /^--remove {2}\S+ names "news-1"; change or remove that too/],
  ['president', /^--remove {2}ann\.HOLDS\.president names "president"/],
  ['top', /^--remove {2}by-hand names "top"/],
  ['nobody', /^--remove {2}there is no entity or relationship "nobody"/],
])('the removal of %s', async (id, told) => {
  const lines = await toldOf('', { remove: [id] });
  expect(lines.filter((line) => told.test(line)).length, lines.join('\n')).toBeGreaterThan(0);
  // Of nothing else: that the others would have nothing to name is said already.
  for (const line of lines) expect(line).toMatch(/^--remove {2}/);
});

test.each([
  ['message', '', '--message  it is empty; write 1 to 1000 characters'],
  ['message', ' \n', '--message  it is empty; write 1 to 1000 characters'],
  ['message', 'x'.repeat(1_001), '--message  it is too long; write 1 to 1000 characters'],
  ['author', ' ', '--author  it is empty; write 1 to 100 characters'],
])('a %s of %j', async (name, text, told) => {
  expect(await toldOf(entity('carl', 'PERSON'), { [name]: text })).toEqual([told]);
});

test('all of them at once', async () => {
  const yaml = mistakes.map(([, one]) => one).join('');
  const lines = await toldOf(yaml, { remove: ['wages', 'nobody'], message: '' });
  const at = (told: RegExp) => new RegExp(told.source.replace(/edit\\\.yaml:\d/g, 'edit\\.yaml:\\d+'));
  for (const [what, , told] of mistakes.filter(([one]) => !one.includes('circle') && !one.includes('twice')))
    expect(lines.filter((line) => at(told).test(line)).length, what).toBeGreaterThan(0);
  for (const told of [
    /leads in a circle/,
    /is taken at/,
    /stands at/,
    /^--remove .*"wages"/,
    /^--remove .*"nobody"/,
    /^--message/,
  ])
    expect(lines.filter((line) => told.test(line)).length, String(told)).toBeGreaterThan(0);
});
