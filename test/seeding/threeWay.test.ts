/** Seeding beside edits: what changed on one side alone is kept, and what changed on both is told. */

import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { randomOf } from '../../bench/generate/random.ts';
import { backUp } from '../../src/backup/backup.ts';
import { restore } from '../../src/backup/restore.ts';
import { NothingToSettle, SeedConflicts } from '../../src/curation/conflicts.ts';
import { digestOf, factsOf } from '../../src/curation/facts.ts';
import { type Chosen, settleBy } from '../../src/curation/settle.ts';
import { merge, type Side, unsettled } from '../../src/curation/threeWay.ts';
import type { Database } from '../../src/database/open.ts';
import { formatChanges, seed } from '../../src/seeding/seed.ts';
import type { Row, Rows } from '../../src/store/tables.ts';
import { readVersion } from '../../src/store/version.ts';
import { openMigrated } from '../database.ts';
import { base, folderOf } from './fixture.ts';

let database: Database | undefined;
beforeEach(async () => {
  await database?.close();
  database = await openMigrated();
});
afterAll(async () => await database?.close());

const prisma = () => (database as Database).prisma;

/** Seeds the base with parts of it replaced. */
async function seedWith(
  replaced: Readonly<Record<string, string>> = {},
  side?: Side,
  restored: readonly string[] = [],
) {
  const yaml = Object.entries(replaced).reduce((seeds, [from, to]) => {
    expect(seeds).toContain(from);
    return seeds.replace(from, to);
  }, base);
  const settle = { conflict: () => side, restore: (id: string) => restored.includes(id) };
  const result = await seed(prisma(), { seedsFolder: folderOf({ 'a.yaml': yaml }), settle });
  return { said: formatChanges(result.changes), kept: result.kept };
}
const summaryOf = async (id: string) => (await prisma().entity.findUnique({ where: { id } }))?.summary;
const edit = async (id: string, summary: string) => await prisma().entity.update({ where: { id }, data: { summary } });
const ours = { 'summary: A union.': 'summary: A trade union.' };

test('what was changed in the database stays, and is counted', async () => {
  await seedWith();
  await edit('example-union', 'Somebody else.');
  expect(await seedWith()).toEqual({ said: 'nothing changed', kept: 1 });
  expect(await seedWith({ 'value: 2.5': 'value: 3' })).toEqual({ said: '~1 term changed', kept: 1 });
  expect(await summaryOf('example-union')).toBe('Somebody else.');
});

test('what was added stays, and what was removed stays away', async () => {
  await seedWith();
  await prisma().entity.create({
    data: {
      id: 'carl',
      kind: 'PERSON',
      summary: 'New.',
      names: { create: { text: 'Carl', language: 'en', type: 'PREFERRED', ordinal: 0 } },
    },
  });
  await prisma().relationship.deleteMany({ where: { id: 'ann.HOLDS.president' } });
  const { said, kept } = await seedWith();
  expect(said).toBe('nothing changed');
  // Carl, the relationship, and its evidence.
  expect(kept).toBe(3);
  expect(await summaryOf('carl')).toBe('New.');
  expect(await prisma().relationship.count({ where: { id: 'ann.HOLDS.president' } })).toBe(0);
});

test('a named fact is taken from the files again, though they have not changed', async () => {
  await seedWith();
  const before = await summaryOf('ann');
  await edit('ann', 'Somebody else.');
  await edit('example-union', 'Another.');
  expect(await seedWith({}, undefined, ['ann'])).toEqual({ said: '~1 entity changed', kept: 1 });
  expect([await summaryOf('ann'), await summaryOf('example-union')]).toEqual([before, 'Another.']);
});

describe('a fact that was changed on both sides', () => {
  test('is told with both values, and nothing is written', async () => {
    await seedWith();
    await edit('example-union', 'Somebody else.');
    const failed = await seedWith({ ...ours, 'value: 2.5': 'value: 3' }).catch((error: unknown) => error);
    expect(failed).toBeInstanceOf(SeedConflicts);
    expect(String(failed).split('\n').slice(0, 2)).toEqual([
      'SeedConflicts: 1 fact changed in the seeds and in the database since the last seeding:',
      'example-union  summary is "A trade union." in the files, "Somebody else." in the graph',
    ]);
    expect(await summaryOf('example-union')).toBe('Somebody else.');
    expect((await prisma().term.findFirst({ where: { year: 1 } }))?.value?.toString()).not.toBe('3');
  });

  test.each([
    ['FILES', 'A trade union.', 0],
    ['GRAPH', 'Somebody else.', 1],
  ] as const)('is settled for %s, and then for good', async (side, summary, kept) => {
    await seedWith();
    await edit('example-union', 'Somebody else.');
    expect((await seedWith(ours, side)).kept).toBe(kept);
    expect(await summaryOf('example-union')).toBe(summary);
    expect(await seedWith(ours)).toEqual({ said: 'nothing changed', kept });
  });

  test('is none if both say the same', async () => {
    await seedWith();
    await edit('example-union', 'A trade union.');
    expect(await seedWith(ours)).toEqual({ said: 'nothing changed', kept: 0 });
  });

  test('is one too where what others added leans on what the files removed', async () => {
    await seedWith();
    await prisma()
      .notStated.create({ data: { entityId: 'bob', attribute: 'end' } })
      .catch(() => {});
    await prisma().evidence.create({
      data: { id: 'bob.evidence.external-x', entityId: 'bob', basis: 'EXTERNAL', note: 'x', anchors: [], ordinal: 9 },
    });
    const start = base.indexOf('- id: bob\n');
    const bob = base.slice(start, start + 1 + base.slice(start + 1).search(/^- /m));
    await expect(seedWith({ [bob]: '' })).rejects.toThrow(
      /bob\.evidence\.external-x {2}the files no longer have "entities bob"/,
    );
    await seedWith({ [bob]: '' }, 'FILES');
    expect(await summaryOf('bob')).toBeUndefined();
  });
});

describe('an id that is named, and settles nothing', () => {
  const seedTrade = async (options: { ours?: Chosen; theirs?: Chosen }) =>
    await seed(prisma(), {
      seedsFolder: folderOf({ 'a.yaml': base.replace('summary: A union.', 'summary: A trade union.') }),
      settle: settleBy(options),
    });

  test('is told with the ids that are in conflict, and nothing is written', async () => {
    await seedWith();
    await edit('example-union', 'Somebody else.');
    await edit('bob', 'Bob himself.');
    const before = await readVersion(prisma());
    const told = async (options: { ours?: Chosen; theirs?: Chosen }) => {
      const failed: unknown = await seedTrade(options).catch((error: unknown) => error);
      expect(failed).toBeInstanceOf(NothingToSettle);
      expect(await readVersion(prisma())).toEqual(before);
      expect(await summaryOf('example-union')).toBe('Somebody else.');
      return String(failed).split('\n');
    };
    expect(await told({ ours: ['exmaple-union', 'example-union'], theirs: ['ann', 'bob'] })).toEqual([
      'NothingToSettle: --ours: neither the seeds nor the database have a fact "exmaple-union"',
      '--theirs: "ann" is in no conflict',
      '--theirs: "bob" is in no conflict',
      'In conflict: example-union',
      'Nothing was changed.',
    ]);
    expect(await told({ ours: ['example'], theirs: true })).toContain('In conflict: example-union');
    // What the database alone changed, the files can have back.
    await seedTrade({ ours: ['bob'], theirs: ['example-union'] });
    expect([await summaryOf('bob'), await summaryOf('example-union')]).toEqual(['Another person.', 'Somebody else.']);
  });

  test('is told where no fact is in conflict', async () => {
    await seedWith();
    const before = await readVersion(prisma());
    for (const options of [{ ours: ['ann'] }, { theirs: ['ann'] }])
      await expect(seedTrade(options)).rejects.toThrow(/^--\w+: "ann" is in no conflict\nNo fact is in conflict\.\n/);
    expect(await readVersion(prisma())).toEqual(before);
    expect(await summaryOf('example-union')).toBe('A union.');
  });
});

test('a restored database comes to what the files say, also if another text of an article was supplied', async () => {
  const folders = { 'seeds/a.yaml': base, 'articles/news-1.txt': 'Another text.' };
  const folder = folderOf(folders);
  const options = { seedsFolder: `${folder}/seeds`, articlesFolder: `${folder}/articles` };
  expect((await seed(prisma(), options)).warnings.length).toBeGreaterThan(0);
  await backUp(prisma(), `${folder}/facts.backup`);
  await restore(prisma(), `${folder}/facts.backup`, { replace: true });
  expect(await seedWith(ours)).toMatchObject({ kept: 0 });
  expect(await summaryOf('example-union')).toBe('A trade union.');
});

describe('a fact that one side removed comes back with its parts', () => {
  const partsOf = async (entityId: string) => [
    await prisma().evidence.count({ where: { OR: [{ entityId }, { relationship: { subjectId: entityId } }] } }),
    await prisma().term.count({ where: { proposalId: entityId } }),
    await prisma().evidence.count({ where: { term: { proposalId: entityId } } }),
  ];

  test.each([
    ['ann', [2, 0, 0]],
    ['demand', [1, 2, 2]],
  ] as const)('where the files removed %s, and it is to be as the database has it', async (id, parts) => {
    await seedWith();
    expect(await partsOf(id)).toEqual(parts);
    await edit(id, 'Somebody else.');
    const start = base.indexOf(`- id: ${id}\n`);
    const record = base.slice(start, start + 1 + base.slice(start + 1).search(/^- /m));
    await expect(seedWith({ [record]: '' })).rejects.toThrow(/1 fact changed/);
    await seedWith({ [record]: '' }, 'GRAPH');
    expect(await summaryOf(id)).toBe('Somebody else.');
    expect(await partsOf(id)).toEqual(parts);
    expect((await seedWith({ [record]: '' })).said).toBe('nothing changed');
  });

  test('where the database removed it, and it is to be as the files have it', async () => {
    await seedWith();
    await prisma().entity.delete({ where: { id: 'demand' } });
    const changed = { 'summary: A demand.': 'summary: A firm demand.' };
    await seedWith(changed, 'FILES');
    expect(await summaryOf('demand')).toBe('A firm demand.');
    expect(await partsOf('demand')).toEqual([1, 2, 2]);
    expect(await seedWith(changed)).toEqual({ said: 'nothing changed', kept: 0 });
  });

  test('where something that others added leans on it', async () => {
    await seedWith();
    const start = base.indexOf('- id: demand\n');
    const demand = base.slice(start, start + 1 + base.slice(start + 1).search(/^- /m));
    await prisma().evidence.create({
      data: {
        id: 'demand.evidence.external-x',
        entityId: 'demand',
        basis: 'EXTERNAL',
        note: 'x',
        anchors: [],
        ordinal: 9,
      },
    });
    await seedWith({ [demand]: '' }, 'GRAPH');
    expect(await partsOf('demand')).toEqual([2, 2, 2]);
  });
});

/** A database that holds what the model says, of facts that do not depend on each other. */
test('for random edits on both sides the outcome is what a small model of it says', () => {
  const { next: random } = randomOf(7);
  const rowsOf = (values: ReadonlyMap<string, string>): Rows =>
    new Map([['entity', [...values].map(([id, summary]): Row => ({ id, kind: 'PERSON', summary }))]]);
  const ids = ['a', 'b', 'c', 'd', 'e'];
  let [conflicts, kept] = [0, 0];
  for (let run = 0; run < 200; run += 1) {
    let base: ReadonlyMap<string, string> = new Map();
    let files = new Map<string, string>();
    let graph = new Map<string, string>();
    for (let step = 0; step < 12; step += 1) {
      const side = random() < 0.5 ? files : graph;
      const id = ids[Math.floor(random() * ids.length)] as string;
      if (random() < 0.3) side.delete(id);
      else side.set(id, String(Math.floor(random() * 3)));
      if (random() < 0.6) continue;
      const settled: Side | undefined = random() < 0.5 ? undefined : random() < 0.5 ? 'FILES' : 'GRAPH';
      const merged = merge(digests(base), rowsOf(graph), rowsOf(files), { ...unsettled, conflict: () => settled });
      const expected = new Map<string, string>();
      const open: string[] = [];
      for (const one of ids) {
        const [was, said, held] = [base.get(one), files.get(one), graph.get(one)];
        const both = said !== held && said !== was && held !== was;
        if (both && settled === undefined) open.push(one);
        const value = both ? (settled === 'GRAPH' ? held : said) : said === was ? held : said;
        if (value !== undefined) expected.set(one, value);
      }
      expect(merged.conflicts.map((conflict) => conflict.id).sort()).toEqual(open);
      conflicts += open.length;
      if (open.length > 0) continue;
      const found = new Map(
        (merged.rows.get('entity') ?? []).map(({ id: key, summary }) => [String(key), String(summary)]),
      );
      expect([...found].sort()).toEqual([...expected].sort());
      expect(merged.kept).toBe(ids.filter((one) => expected.get(one) !== files.get(one)).length);
      kept += merged.kept;
      graph = found;
      base = new Map(files);
      files = new Map(files);
    }
  }
  expect(Math.min(conflicts, kept)).toBeGreaterThan(50);

  function digests(values: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
    return new Map([...factsOf(rowsOf(values))].map(([name, fact]) => [name, digestOf(fact)]));
  }
});
