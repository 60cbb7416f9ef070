/** Who tells of an event: after a changeset the graph is what seeding the same records comes to. */
import { expect, onTestFinished, test } from 'vitest';
import { apply } from '../../src/curation/apply.ts';
import type { Database } from '../../src/database/open.ts';
import { readSource } from '../../src/seeding/read.ts';
import { seed } from '../../src/seeding/seed.ts';
import { readVersion } from '../../src/store/version.ts';
import { openMigrated } from '../database.ts';
import { exportedRecords } from '../export/exported.ts';
import { folderOf } from './fixture.ts';

const library = '[{external: The library}]';
const entity = (id: string, kind: string, more = '') =>
  `- {id: ${id}, kind: ${kind}, names: {en: {preferred: ${id}}}, summary: x, evidence: ${library}${more}}\n`;
const relationship = (subject: string, type: string, object: string, more = '') =>
  `- {subject: ${subject}, ${type}: ${object}, evidence: ${library}${more}}\n`;
const told = (teller: string | null) => (teller === null ? '' : `, accordingTo: ${teller}`);
const event = (id: string, teller: string | null) => entity(id, 'EVENT', told(teller));

const actors = ['league', 'guild', 'board'];
/** With relationships of each sort: from and to the event, between events, one that names its teller, one of words. */
const graph = (first: string | null, second: string | null) =>
  [
    ...actors.map((id) => entity(id, 'UNION')),
    entity('strike', 'DISPUTE'),
    entity('ann', 'PERSON'),
    entity('wages', 'ISSUE'),
    event('talks', first),
    event('walk-out', second),
    relationship('talks', 'OCCURS_IN', 'strike'),
    relationship('league', 'TAKES_PART_IN', 'talks'),
    relationship('guild', 'TAKES_PART_IN', 'talks', ', accordingTo: board'),
    relationship('talks', 'LEADS_TO', 'walk-out'),
    relationship('walk-out', 'LEADS_TO', 'strike'),
  ].join('');

async function seeded(yaml: string): Promise<Database> {
  const database = await openMigrated();
  onTestFinished(database.close);
  await seed(database.prisma, { seedsFolder: folderOf({ 'a.yaml': yaml }) });
  return database;
}

const digest = async ({ prisma }: Database) => (await readVersion(prisma)).digest;

async function tellersOf({ prisma }: Database): Promise<Record<string, string | null>> {
  const rows = await prisma.relationship.findMany({ orderBy: { id: 'asc' } });
  return Object.fromEntries(rows.map(({ id, accordingToId }) => [id, accordingToId]));
}

test.each([
  [null, 'league', null],
  ['league', 'guild', null],
  ['league', null, null],
  ['league', null, 'guild'],
  ['league', 'guild', 'guild'],
  [null, 'guild', 'league'],
])('that of an event changes from %s to %s, beside an event of %s', async (before, after, other) => {
  const database = await seeded(graph(before, other));
  const wanted = await seeded(graph(after, other));
  const source = readSource('edit.yaml', event('talks', after));
  await apply(database.prisma, { source, remove: [], author: 'ann', message: 'Who tells of the talks' });
  expect(await tellersOf(database)).toEqual(await tellersOf(wanted));
  expect(await digest(database)).toBe(await digest(wanted));
  const { text, leftOut } = await exportedRecords(database.prisma);
  expect(leftOut).toEqual([]);
  expect(await digest(await seeded(text))).toBe(await digest(database));
});

test('what a changeset says of a relationship itself holds', async () => {
  const database = await seeded(graph('league', null));
  const put = event('talks', 'guild') + relationship('talks', 'OCCURS_IN', 'strike', ', accordingTo: league');
  const source = readSource('edit.yaml', put);
  const { changes } = await apply(database.prisma, { source, remove: [], author: 'ann', message: 'Two of them' });
  expect(changes.map(({ id }) => id).sort()).toEqual([
    'league.TAKES_PART_IN.talks',
    'talks',
    'talks.LEADS_TO.walk-out',
  ]);
  expect(await tellersOf(database)).toMatchObject({
    'talks.OCCURS_IN.strike': 'league',
    'league.TAKES_PART_IN.talks': 'guild',
    'guild.TAKES_PART_IN.talks': 'board',
    'walk-out.LEADS_TO.strike': null,
  });
});
