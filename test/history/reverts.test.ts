/** Undoing changesets: the digest comes back, and nothing is lost that somebody has written since. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { apply } from '../../src/curation/apply.ts';
import { formatChange } from '../../src/curation/changeset.ts';
import { ChangesetConflict } from '../../src/curation/conflicts.ts';
import { revert } from '../../src/curation/revert.ts';
import type { Database } from '../../src/database/open.ts';
import { readSource } from '../../src/seeding/read.ts';
import { readVersion } from '../../src/store/version.ts';
import { openMigrated } from '../database.ts';
import { seedBase } from '../network/second.ts';
import { applyAndRevert } from './randomChangesets.ts';

let database: Database;
const prisma = () => database.prisma;
const digest = async (): Promise<string> => (await readVersion(prisma())).digest;
const applied = async (yaml: string, remove: readonly string[] = []): Promise<number> =>
  (await apply(prisma(), { source: readSource('edit.yaml', yaml), remove, author: 'ann', message: 'An edit' })).version;
const undo = async (version: number): Promise<string[]> =>
  (await revert(prisma(), { version, author: 'bob' })).changes.map(formatChange).sort();

const person = (id: string, more = ''): string =>
  `- {id: ${id}, kind: PERSON, names: {en: {preferred: ${id}}}, summary: "A person${more}.", evidence: [{external: The library}]}\n`;
const member = (who: string, of = 'example-union'): string =>
  `- {subject: ${who}, MEMBER_OF: ${of}, evidence: [{external: The library}]}\n`;

describe('undoing a changeset', () => {
  beforeEach(async () => {
    database = await openMigrated();
    await seedBase(database);
    return async () => await database.close();
  });

  it('brings back what was, as a changeset of its own', async () => {
    const before = await digest();
    const version = await applied(person('ann', ' of note') + person('carl') + member('carl'), ['bill']);
    const told = await undo(version);
    expect(await digest()).toBe(before);
    expect(told.filter((line) => line.includes('entities ann'))).toEqual([
      expect.stringContaining('summary: "A person of note." -> "A person."'),
    ]);
    expect(told).toContain('+ entities bill');
    expect(told).toContain('- entities carl');
    expect(await prisma().changeset.findFirst({ orderBy: { version: 'desc' } })).toMatchObject({
      ...{ version: version + 1, origin: 'REVERT', author: 'bob', reverts: version },
      message: `Undo changeset ${version}: An edit`,
    });
    expect(await undo(version)).toEqual([]);
    await undo(version + 1);
    expect(await prisma().entity.findUnique({ where: { id: 'bill' } })).toBeNull();
  });

  it('undoes the first seeding, and what somebody wrote past the program', async () => {
    const seeded = await digest();
    await prisma().$executeRaw`UPDATE "Entity" SET "summary" = 'Somebody.' WHERE "id" = 'ann'`;
    expect(await undo(2)).toEqual(['~ entities ann  summary: "Somebody." -> "A person."']);
    expect(await digest()).toBe(seeded);
    await undo(3);
    await undo(2);
    await undo(1);
    expect(await prisma().entity.count()).toBe(0);
    expect(await digest()).toBe('0'.repeat(32));
  });

  it('is refused where a fact has changed since, and names by whom', async () => {
    const version = await applied(person('ann', ' of note'));
    const later = await applied(person('ann', ' of fame'));
    const before = await readVersion(prisma());
    await expect(undo(version)).rejects.toThrow(
      `What changeset ${version} changed has changed since:\nchangeset ${later} of ann: ~ entities ann  summary: "A person of note." -> "A person of fame."\nNothing was changed. Undo these first.`,
    );
    expect(await readVersion(prisma())).toEqual(before);
    await undo(later);
    expect(await undo(version)).toHaveLength(1);
  });

  it('leaves what others have changed since in the same entity', async () => {
    const version = await applied(person('carl'));
    const note = await applied(member('ann') + member('bob'));
    await prisma().$executeRaw`UPDATE "Relationship" SET "note" = 'x' WHERE "id" = 'bob.MEMBER_OF.example-union'`;
    await undo(version);
    expect(await prisma().relationship.count({ where: { type: 'MEMBER_OF' } })).toBe(2);
    await expect(undo(note)).rejects.toBeInstanceOf(ChangesetConflict);
  });

  it('is refused where others lean on what would go, and names them', async () => {
    const version = await applied(person('carl'));
    await applied(member('carl'));
    await prisma().$executeRaw`INSERT INTO "Name" VALUES ('carl', 'Charles', 'en', 'ALIAS', 1)`;
    await expect(undo(version)).rejects.toThrow(
      new RegExp(
        `Others lean on what changeset ${version} added:\n.*carl names "carl"\ncarl.MEMBER_OF.example-union names "carl"`,
      ),
    );
    expect(await prisma().name.count({ where: { entityId: 'carl' } })).toBe(2);
  });

  it('is refused where the graph would not hold together', async () => {
    const union =
      '- {id: other-union, kind: UNION, type: LOCAL, names: {en: {preferred: Other}}, summary: A union., evidence: [{external: The library}]}\n';
    const partOf = (part: string, whole: string): string =>
      `- {subject: ${part}, PART_OF: ${whole}, evidence: [{external: The library}]}\n`;
    await applied(union + partOf('other-union', 'example-union'));
    const version = await applied('', ['other-union.PART_OF.example-union']);
    await applied(partOf('example-union', 'other-union'));
    const before = await readVersion(prisma());
    const undone = undo(version);
    await expect(undone).rejects.toThrow(/circle/);
    expect(await readVersion(prisma())).toEqual(before);
  });

  it('brings back what others had made doubtful before', async () => {
    const known = (id: string, alias: string): string =>
      person(id).replace(`preferred: ${id}`, `preferred: ${id}, alias: [${alias}]`);
    const doubtful = member('carl').replace('The library', '"The library, north south"');
    await applied(person('carl') + doubtful + member('ann').replace('evidence', 'accordingTo: bob, evidence'));
    // From now on, the evidence of that membership names two others.
    await applied(known('ann', 'north, west') + known('bob', 'south'));
    const before = await readVersion(prisma());
    await prisma().$transaction([
      prisma().$executeRaw`DELETE FROM "Relationship" WHERE "type" = 'MEMBER_OF'`,
      prisma().$executeRaw`DELETE FROM "Name" WHERE "text" = 'west'`,
    ]);
    await undo(before.version + 1);
    expect(await digest()).toBe(before.digest);
  });

  it('can be tried without writing', async () => {
    const version = await applied(person('carl'));
    const before = await readVersion(prisma());
    const { changes } = await revert(prisma(), { version, author: 'bob', dryRun: true });
    expect(changes.map(formatChange).sort()).toEqual(['- entities carl', expect.stringMatching(/^- evidence carl/)]);
    expect(await readVersion(prisma())).toEqual(before);
  });

  it.each([
    [99, 'changeset: there is no changeset 99; allowed: 0 to 1'],
    [0, 'changeset: there is no changeset 0; allowed: 0 to 1'],
  ])('is refused of %s', async (version, message) => {
    await expect(undo(version)).rejects.toThrow(message);
  });

  it('says what is wrong with who, and why', async () => {
    const refused = revert(prisma(), { version: 1, author: ' ', message: 'x'.repeat(1_001) });
    await expect(refused).rejects.toThrow(/--author {2}it is empty.*\n--message {2}it is too long/);
  });
});

describe('at random', () => {
  beforeAll(async () => {
    database = await openMigrated();
    await seedBase(database);
  });
  afterAll(async () => await database.close());

  it('the digest comes back, in whatever sequence', async () => {
    const until = performance.now() + 25_000;
    const outcome = await applyAndRevert(database, { seed: 1, count: 100, until });
    expect(outcome.applied).toBeGreaterThan(20);
    expect(outcome.sorts.size).toBeGreaterThan(8);
  }, 120_000);
});
