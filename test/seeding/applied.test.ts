/** Seeding beside changesets: for any sequence of both, the graph is what a small model says, and no change is lost unsaid. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { randomOf } from '../../bench/generate/random.ts';
import { apply } from '../../src/curation/apply.ts';
import { SeedConflicts } from '../../src/curation/conflicts.ts';
import type { Side } from '../../src/curation/threeWay.ts';
import type { Database } from '../../src/database/open.ts';
import { readSource } from '../../src/seeding/read.ts';
import { seed } from '../../src/seeding/seed.ts';
import { openMigrated } from '../database.ts';
import { folderOf } from './fixture.ts';

let database: Database;
beforeAll(async () => {
  database = await openMigrated();
});
afterAll(async () => await database.close());

/** People by their ids, and what is said of them. */
type People = ReadonlyMap<string, string>;

const ids = ['ann', 'bob', 'carl', 'dora'];
const words = ['one', 'two', 'three'];

const yamlOf = (people: People): string =>
  [...people]
    .map(
      ([id, word]) => `
- id: ${id}
  kind: PERSON
  names: {en: {preferred: ${id}}}
  summary: A person, ${word}.
  evidence: [{external: The library}]`,
    )
    .join('');

async function held(): Promise<string[]> {
  const found = await database.prisma.entity.findMany({ orderBy: { id: 'asc' } });
  return found.map(({ id, summary }) => `${id} ${/, (\w+)\.$/.exec(summary)?.[1]}`);
}

const listed = (people: People): string[] => [...people].map(([id, word]) => `${id} ${word}`).sort();

/** What seeding comes to, and the people that both sides changed. */
function seeded(base: People, files: People, graph: People, settled: Side | undefined) {
  const [outcome, open] = [new Map<string, string>(), [] as string[]];
  for (const id of ids) {
    const [was, said, is] = [base.get(id), files.get(id), graph.get(id)];
    const both = said !== is && said !== was && is !== was;
    if (both && settled === undefined) open.push(id);
    const value = both ? (settled === 'GRAPH' ? is : said) : said === was ? is : said;
    if (value !== undefined) outcome.set(id, value);
  }
  return { outcome, open };
}

test('a random sequence of changesets and seedings', { timeout: 120_000 }, async () => {
  const { next: random } = randomOf(11);
  const pick = (from: readonly string[]): string => from[Math.floor(random() * from.length)] as string;
  const { prisma } = database;
  let base: People = new Map();
  const files = new Map<string, string>();
  let graph = new Map<string, string>();
  const count = { conflicts: 0, edits: 0, seedings: 0 };
  for (let step = 0; step < 120; step += 1) {
    const [id, word] = [pick(ids), pick(words)];
    if (random() < 0.4) {
      if (random() < 0.3) files.delete(id);
      else files.set(id, word);
      continue;
    }
    if (random() < 0.6) {
      const goes = random() < 0.3 && graph.has(id);
      const put = goes ? '' : yamlOf(new Map([[id, word]]));
      const edit = { source: readSource('edit.yaml', put), author: 'ann', message: 'An edit' };
      const { changes } = await apply(prisma, { ...edit, remove: goes ? [id] : [] });
      expect(changes.length > 0).toBe(goes || graph.get(id) !== word);
      if (goes) graph.delete(id);
      else graph.set(id, word);
      count.edits += 1;
    } else {
      const settled: Side | undefined = random() < 0.6 ? undefined : random() < 0.5 ? 'FILES' : 'GRAPH';
      const { outcome, open } = seeded(base, files, graph, settled);
      const seedsFolder = folderOf({ 'a.yaml': yamlOf(files) });
      const settle = { conflict: () => settled, restore: () => false };
      const failed = await seed(prisma, { seedsFolder, settle }).then(
        () => undefined,
        (error: unknown) => error,
      );
      if (open.length > 0) {
        expect(failed).toBeInstanceOf(SeedConflicts);
        for (const one of open) expect(String(failed)).toContain(one);
        count.conflicts += 1;
      } else {
        expect(failed).toBeUndefined();
        [graph, base] = [new Map(outcome), new Map(files)];
        count.seedings += 1;
      }
    }
    expect(await held(), `step ${step}`).toEqual(listed(graph));
  }
  expect(Math.min(...Object.values(count)), JSON.stringify(count)).toBeGreaterThan(3);
});
