/** Seeding beside edits: what changed on one side alone is kept, and what changed on both is told. */

import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { randomOf } from '../../bench/generate/random.ts';
import type { Database } from '../../src/database/open.ts';
import { SeedConflicts } from '../../src/seeding/conflicts.ts';
import { digestOf, factsOf } from '../../src/seeding/facts.ts';
import type { Rows } from '../../src/seeding/rows.ts';
import { formatChanges, seed } from '../../src/seeding/seed.ts';
import type { Row } from '../../src/seeding/tables.ts';
import { merge, type Side, unsettled } from '../../src/seeding/threeWay.ts';
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
