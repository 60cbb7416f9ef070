/** The graph as it was: `@knownAt`, on every way to an answer. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { apply } from '../../src/curation/apply.ts';
import type { Database } from '../../src/database/open.ts';
import { readSource } from '../../src/seeding/read.ts';
import { readVersion } from '../../src/store/version.ts';
import { openMigrated } from '../database.ts';
import { ask, serve } from '../faults/service.ts';
import { seedBase } from '../network/second.ts';

let database: Database;
beforeAll(async () => {
  database = await openMigrated();
  await seedBase(database);
  await applied(union('A trade union.'), 'Say what sort of union it is');
  await database.prisma.$executeRaw`UPDATE "Entity" SET "summary" = 'Somebody.' WHERE "id" = 'ann'`;
  await applied('', 'Forget the bill', ['bill']);
});
afterAll(async () => await database.close());

async function applied(yaml: string, message: string, remove: readonly string[] = []): Promise<void> {
  await apply(database.prisma, { source: readSource('edit.yaml', yaml), remove, author: 'ann', message });
}

const union = (summary: string): string => `
- id: example-union
  kind: UNION
  type: NATIONAL
  names: {en: {preferred: Example Union}}
  summary: ${summary}
  evidence:
    - {at: news-1/1, cues: [example union, "22,000"]}
`;

const summaries = (directive: string): string =>
  `query ${directive} { union(id: "example-union") { summary names { text } } person(id: "ann") { summary } bill: entity(id: "bill") { id }
    search(query: "trade") { nodes { id } } graph { entities version } }`;

describe('a version', () => {
  it('is answered as it was', async () => {
    const { url } = await serve(database);
    const told = async (version: number) => {
      const { data, errors } = await ask(url, summaries(`@knownAt(version: ${version})`));
      expect(errors).toEqual([]);
      return data;
    };
    expect(await told(0)).toEqual({
      union: null,
      person: null,
      bill: null,
      search: { nodes: [] },
      graph: { entities: 0, version: 0 },
    });
    const names = (...texts: string[]) => texts.map((text) => ({ text }));
    expect(await told(1)).toEqual({
      union: { summary: 'A union.', names: names('Example Union', 'EU', 'XU', 'Syndicat exemple') },
      person: { summary: 'A person.' },
      bill: { id: 'bill' },
      search: { nodes: [] },
      graph: { entities: 9, version: 1 },
    });
    expect(await told(2)).toMatchObject({
      union: { summary: 'A trade union.', names: names('Example Union') },
      person: { summary: 'A person.' },
      search: { nodes: [{ id: 'example-union' }] },
    });
    expect(await told(3)).toMatchObject({ person: { summary: 'Somebody.' }, bill: { id: 'bill' } });
    expect(await told(4)).toMatchObject({ bill: null, graph: { entities: 8, version: 4 } });
    expect((await ask(url, summaries(''))).data).toEqual(await told(4));
  });

  it('is named in the answer, with the digest that it had', async () => {
    const { url } = await serve(database);
    const now = await ask(url, '{ graph { version digest } }');
    const told = await ask(url, 'query Then($version: Int!) @knownAt(version: $version) { graph { version digest } }', {
      version: 4,
    });
    expect(told.extensions['graph']).toEqual(await readVersion(database.prisma));
    expect(told.text).toBe(now.text.replace(/"requested":\d+/, '"requested":101'));
    const earlier = await ask(url, 'query @knownAt(version: 1) { graph { digest } }');
    expect(earlier.extensions['graph']).toMatchObject({ version: 1 });
    expect(earlier.data).not.toEqual(told.data);
  });

  it('is known by a moment, too', async () => {
    const { url } = await serve(database);
    const [, second, third] = await database.prisma.changeset.findMany({ orderBy: { version: 'asc' } });
    const at = async (time: Date | undefined) =>
      (
        await ask(url, 'query At($time: DateTime!) @knownAt(time: $time) { graph { version } }', {
          time: time?.toISOString(),
        })
      ).data;
    expect(await at(second?.at)).toEqual({ graph: { version: 2 } });
    expect(await at(new Date((third?.at.getTime() ?? 0) - 1))).toEqual({ graph: { version: 2 } });
    expect(await at(new Date())).toEqual({ graph: { version: 4 } });
  });

  it('is read once, and held', async () => {
    const { url, logged } = await serve(database);
    for (let time = 0; time < 3; time += 1) await ask(url, 'query @knownAt(version: 2) { graph { version } }');
    const lines = logged.map(([line]) => line).filter((line) => line.includes('as of version 2'));
    expect(lines).toEqual(['reading the graph as of version 2', expect.stringMatching(/^read .* in \d+ ms$/)]);
  });

  it('says who changed what until then', async () => {
    const { url } = await serve(database);
    const asked = async (directive: string) =>
      (
        await ask(
          url,
          `query ${directive} { changesets { nodes { version origin author message } } history(id: "ann") { totalCount } }`,
        )
      ).data;
    expect(await asked('')).toEqual({
      changesets: {
        nodes: [
          { version: 4, origin: 'EDIT', author: 'ann', message: 'Forget the bill' },
          { version: 3, origin: 'DATABASE', author: 'postgres', message: null },
          { version: 2, origin: 'EDIT', author: 'ann', message: 'Say what sort of union it is' },
          { version: 1, origin: 'FILES', author: 'seed', message: expect.stringMatching(/^seed files /) },
        ],
      },
      history: { totalCount: 2 },
    });
    expect(await asked('@knownAt(version: 2)')).toMatchObject({
      changesets: { nodes: [{ version: 2 }, { version: 1 }] },
      history: { totalCount: 1 },
    });
  });
});

describe('what cannot be asked', () => {
  it.each([
    ['@knownAt(version: 5)', 'knownAt.version: there is no version 5 yet; allowed: 0 to 4'],
    ['@knownAt(version: -1)', 'knownAt.version: the history begins with version 0; allowed: 0 to 4'],
    ['@knownAt', 'knownAt: neither `version` nor `time` is given; allowed: one of the two'],
    [
      '@knownAt(version: 1, time: "2026-01-01T00:00:00Z")',
      'knownAt: `version` and `time` are both given; allowed: one of the two',
    ],
    [
      '@knownAt(time: "2099-01-01T00:00:00Z")',
      /^knownAt\.time: 2099-01-01T00:00:00\.000Z is in the future; allowed: a time from /,
    ],
    [
      '@knownAt(time: "2020-01-01T00:00:00Z")',
      /^knownAt\.time: the history begins at \d{4}-.*Z; allowed: a time from \d{4}-.*Z to now$/,
    ],
    ['@knownAt(time: "yesterday")', /"yesterday" is no moment/],
    ['@knownAt(version: 1) @knownAt(version: 2)', /can only be used once/],
  ])('%s', async (directive, message) => {
    const { url } = await serve(database);
    const { errors, data } = await ask(url, `query ${directive} { graph { version } }`);
    expect(data ?? null).toBeNull();
    expect(errors).toEqual([
      expect.objectContaining({ message: typeof message === 'string' ? message : expect.stringMatching(message) }),
    ]);
  });

  it('on a field', async () => {
    const { url } = await serve(database);
    const { errors } = await ask(url, '{ graph @knownAt(version: 1) { version } }');
    expect(errors[0]?.message).toBe('Directive "@knownAt" may not be used on FIELD.');
  });
});
