/** Exports of the past: `?knownAt=`. Each is held to the bytes that the same address gave when that was the present. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { apply } from '../../src/curation/apply.ts';
import type { Database } from '../../src/database/open.ts';
import { exports } from '../../src/exporting/exports.ts';
import { openPast } from '../../src/exporting/past.ts';
import { withSnapshot } from '../../src/exporting/reading.ts';
import { readSource } from '../../src/seeding/read.ts';
import { seed } from '../../src/seeding/seed.ts';
import { startService } from '../../src/server/start.ts';
import { readVersion } from '../../src/store/version.ts';
import { openMigrated } from '../database.ts';
import { seedBase } from '../network/second.ts';
import { base } from '../seeding/fixture.ts';

// So that a browser is led to a page, whether or not the dashboard has been built here.
vi.mock(import('../../src/server/dashboard.ts'), async (original) => ({ ...(await original()), isBuilt: () => true }));

/** Every export, some that are limited, and the data of entities. */
const addresses = [
  ...exports.map(({ name }) => `/export/${name}`),
  '/export/entities.csv?kinds=UNION,LEGISLATION',
  '/export/relationships.csv?asOf=2015-05-12',
  '/export/graph.jsonld?kinds=PROPOSAL,PERSON,OFFICE&asOf=2015-05-12',
  '/export/annotations.jsonld?kinds=PROPOSAL,UNION',
  '/export/grafana/nodes.json?kinds=PERSON,OFFICE&asOf=2015-05-12',
  '/export/grafana/events.json?bucket=year',
  ...['example-union', 'bill', 'ann', 'last-day'].map((id) => `/id/${id}`),
];

interface Got {
  readonly status: number;
  readonly text: string;
  readonly headers: Readonly<Record<string, string | null>>;
}

/** What an export says of its data. */
const told = ['content-type', 'x-data-version', 'x-data-digest', 'x-left-out', 'link'];

let database: Database;
let service: string;
let stop: () => Promise<void>;
/** What each address gave at each version. */
const noted: Map<string, Got>[] = [];

async function get(address: string, init: RequestInit = {}): Promise<Response> {
  return await fetch(new URL(address, service), { redirect: 'manual', ...init });
}

async function read(address: string): Promise<Got> {
  const response = await get(address);
  const headers = Object.fromEntries(told.map((name) => [name, response.headers.get(name)]));
  return { status: response.status, text: await response.text(), headers };
}

const ofPast = (address: string, known: string | number): string =>
  `${address}${address.includes('?') ? '&' : '?'}knownAt=${encodeURIComponent(known)}`;

/** Notes all that there is, of the version that there must be. */
async function note(version: number): Promise<void> {
  expect((await readVersion(database.prisma)).version).toBe(version);
  const all = new Map<string, Got>();
  for (const address of addresses) all.set(address, await read(address));
  noted[version] = all;
}

async function applied(yaml: string, remove: readonly string[] = []): Promise<void> {
  await apply(database.prisma, { source: readSource('edit.yaml', yaml), remove, author: 'ann', message: 'A change' });
}

const evidence = 'evidence: [{external: The library}]';
const union = `
- id: example-union
  kind: UNION
  type: NATIONAL
  names: {en: {preferred: Example Union}}
  summary: A trade union.
  evidence:
    - {at: news-1/1, cues: [example union, "22,000"]}
  relationships:
    - DISPUTES: raises
      ${evidence}
`;
const more = `
- id: raises
  kind: CLAIM
  type: FIGURE
  names: {en: {preferred: Raises}}
  summary: Raises cost much.
  ${evidence}
- id: last-day
  kind: EVENT
  type: DEADLINE
  status: SCHEDULED
  names: {en: {preferred: The last day}}
  summary: By when all must agree.
  start: {date: 2015-06-01, external: The library}
  ${evidence}
- id: some-day
  kind: EVENT
  type: DEADLINE
  status: SCHEDULED
  names: {en: {preferred: Some day}}
  summary: It is not known when.
  ${evidence}
`;

async function seedAgain(): Promise<void> {
  const seedsFolder = mkdtempSync(join(tmpdir(), 'seeds-'));
  writeFileSync(join(seedsFolder, 'a.yaml'), base.replace('Another person.', 'A third person.'));
  await seed(database.prisma, { seedsFolder }).finally(() => rmSync(seedsFolder, { recursive: true }));
}

beforeAll(async () => {
  database = await openMigrated();
  const log = (line: string, details: unknown) => console.error(line, details);
  const started = await startService(database, { host: 'localhost', port: 0, log });
  [service, stop] = [started.url, started.stop];
  await note(0);
  await seedBase(database);
  await note(1);
  await applied(more + union);
  await note(2);
  await database.prisma.$executeRaw`UPDATE "Entity" SET "summary" = 'Somebody.' WHERE "id" = 'ann'`;
  await note(3);
  await applied('', ['bill', 'some-day']);
  await note(4);
  await seedAgain();
  await note(5);
  await database.prisma.$executeRaw`UPDATE "Relationship" SET "acting" = false WHERE "acting"`;
  await note(6);
}, 120_000);
afterAll(async () => {
  await stop();
  await database.close();
});

/** Without what is known of the last seeding alone: from which files it was. */
const withoutFiles = ({ text, ...got }: Got): Got => ({
  ...got,
  text: text.replace(/,"used":\{"@type":"prov:Entity","digest":"[0-9a-f]{64}"\}/, ''),
});

describe('an export of the past', () => {
  it.each([0, 1, 2, 3, 4, 5, 6])('of version %i is what it then was, to the byte', async (version) => {
    for (const address of addresses) {
      const then = noted[version]?.get(address);
      const now = await read(ofPast(address, version));
      if (then?.status === 404) expect([now.status, address]).toEqual([404, address]);
      else expect(now, address).toEqual(address.includes('provenance') && then ? withoutFiles(then) : then);
    }
  });

  it('is of versions that differ, and of which each names itself', () => {
    for (const [address, least] of [
      ['/export/records.yaml', 7],
      ['/export/graph.jsonld', 7],
      ['/export/provenance.jsonld', 7],
      ['/export/deadlines.ics', 7],
      ['/export/claim-reviews.jsonld', 7],
      ['/export/entities.csv', 6],
      ['/export/relationships.csv', 4],
      ['/export/annotations.jsonld', 7],
      ['/export/grafana/events.json?bucket=year', 2],
    ] as const) {
      const texts = noted.map((all) => all.get(address)?.text);
      expect(new Set(texts).size, address).toBeGreaterThanOrEqual(least);
    }
    const versions = noted.map((all) => all.get('/export/terms.csv')?.headers['x-data-version']);
    expect(versions).toEqual(['0', '1', '2', '3', '4', '5', '6']);
  });

  it('says by which seeding it was made, also by one that was not the last', async () => {
    for (const version of [1, 5]) {
      const made = /"@type":"prov:Activity"/;
      expect(noted[version]?.get('/export/provenance.jsonld')?.text).toMatch(made);
      expect((await read(ofPast('/export/provenance.jsonld', version))).text).toMatch(made);
    }
    expect((await read(ofPast('/export/provenance.jsonld', 2))).text).not.toContain('prov:Activity');
  });

  it('is asked by a moment too, with its offset', async () => {
    const [, second, third] = await database.prisma.changeset.findMany({ orderBy: { version: 'asc' } });
    const at = async (time: string) => (await read(ofPast('/export/records.yaml', time))).text;
    const then = (version: number) => noted[version]?.get('/export/records.yaml')?.text;
    expect(await at(second?.at.toISOString() ?? '')).toBe(then(2));
    expect(await at(new Date((third?.at.getTime() ?? 0) - 1).toISOString())).toBe(then(2));
    const early = await get('/export/records.yaml?knownAt=1970-01-01T02:00:00%2B02:00');
    expect(early.status).toBe(400);
    expect(await early.text()).toContain('the history begins at');
    expect(await at(new Date().toISOString())).toBe(then(6));
  });

  it('has a name that does not change with the day', async () => {
    const { headers } = await get('/export/entities.csv?knownAt=2');
    expect(headers.get('content-disposition')).toBe('attachment; filename="labourgraph-entities-version-2.csv"');
  });
});

describe('an id of the past', () => {
  it('leads to the entity that it was of, at that version', async () => {
    const [stage] = await database
      .at(3)
      .read<{ id: string }>({ text: 'SELECT "id" FROM "LegislationStage"', values: [] });
    const id = encodeURIComponent(stage?.id ?? '');
    expect((await get(`/id/${id}`)).status).toBe(404);
    const led = await get(`/id/${id}?knownAt=3`);
    expect([led.status, led.headers.get('location')]).toEqual([303, 'bill?knownAt=3']);
  });

  it('of which there was nothing is not found, and the answer says when', async () => {
    const { status, text } = await read('/id/bill?knownAt=5');
    expect([status, text]).toEqual([404, expect.stringContaining('In version 5 there was nothing with the id')]);
  });

  it('is data also for a browser, since pages show the present', async () => {
    const accept = 'text/html,*/*;q=0.8';
    const page = await get('/id/ann', { headers: { accept } });
    expect([page.status, page.headers.get('location')]).toEqual([303, '../entity/ann']);
    const response = await get('/id/bill?knownAt=3', { headers: { accept } });
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'application/ld+json']);
  });

  it('has no other parameters', async () => {
    expect((await get('/id/bill?knownAt=3&asOf=2015-05-12')).status).toBe(400);
  });
});

describe('the client that is opened', () => {
  /** The past of a version, and how many of its clients are still open. */
  const watched = async (version: number) => {
    const past = await openPast(database, { version });
    let open = 0;
    const openPrisma = () => {
      const client = past.openPrisma();
      const disconnect = client.$disconnect.bind(client);
      open += 1;
      return Object.assign(client, {
        $disconnect: async () => {
          open -= 1;
          await disconnect();
        },
      });
    };
    return { past: { ...past, openPrisma }, open: () => open };
  };
  it('is disconnected when the work is done', async () => {
    const { past, open } = await watched(3);
    const count = await withSnapshot({ prisma: database.prisma, past }, async ({ tx }) => {
      expect(open()).toBe(1);
      return await tx.entity.count({ where: { id: 'bill' } });
    });
    expect([count, open()]).toEqual([1, 0]);
  });

  it('is disconnected when the work fails, and nothing is left of the past on its connection', async () => {
    const { past, open } = await watched(3);
    const failing = withSnapshot({ prisma: database.prisma, past }, async ({ tx }) => {
      await tx.$queryRaw`SELECT "no such column" FROM "Entity"`;
    });
    await expect(failing).rejects.toThrow('no such column');
    expect(open()).toBe(0);
    // By the search path alone: the past has it.
    for (let time = 0; time < 5; time += 1)
      expect(await database.prisma.$queryRaw`SELECT "id" FROM "Entity" WHERE "id" = 'bill'`).toEqual([]);
  });

  it('reads alone: nothing of the past can be written', async () => {
    const { past } = await watched(3);
    const writing = withSnapshot({ prisma: database.prisma, past }, async ({ tx }) => {
      await tx.$executeRaw`UPDATE public."Entity" SET "summary" = 'x'`;
    });
    await expect(writing).rejects.toThrow('read-only');
  });
});

describe('the tag', () => {
  it('is of the version that is asked for, and holds when the graph has gone on', async () => {
    for (const address of ['/export/records.yaml?knownAt=3', '/id/ann?knownAt=3']) {
      const tag = (await get(address)).headers.get('etag') ?? '';
      expect(tag).toMatch(/^W\/"3-/);
      await database.prisma.$executeRaw`UPDATE "Entity" SET "summary" = "summary" || '.' WHERE "id" = 'bob'`;
      const again = await get(address, { headers: { 'if-none-match': tag } });
      expect([again.status, again.headers.get('etag')]).toEqual([304, tag]);
      const other = await get(address.replace('=3', '=2'), { headers: { 'if-none-match': tag } });
      expect(other.status).toBe(200);
    }
  });
});

describe('what is refused', () => {
  it.each([
    ['999', /^knownAt: there is no version 999 yet; allowed: 0 to \d+$/],
    ['99999999999999999999', /^knownAt: there is no version 100000000000000000000 yet; allowed: 0 to \d+$/],
    ['-1', /^knownAt: the history begins with version 0; allowed: 0 to \d+$/],
    ['2099-01-01T00:00:00Z', /^knownAt: 2099-01-01T00:00:00\.000Z is in the future; allowed: a time from /],
    ['yesterday', /^knownAt: "yesterday" is no moment; allowed: the number of a version, or a moment/],
    ['2026-11-20', /"2026-11-20" is no moment/],
    ['2026-11-20T12:00:00', /is no moment/],
    ['2026-02-30T12:00:00Z', /is no moment/],
    ['1.5', /"1\.5" is no moment/],
    ['', /"" is no moment/],
  ])('knownAt=%s', async (known, message) => {
    for (const address of ['/export/terms.csv', '/export/', '/id/ann', '/export/context.jsonld']) {
      const { status, text } = await read(ofPast(address, known));
      const [error] = (JSON.parse(text) as { errors: { message: string; extensions: object }[] }).errors;
      expect([status, error?.message], address).toEqual([400, expect.stringMatching(message)]);
      expect(error?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', argument: ['knownAt'] });
    }
  });

  it('what is given twice', async () => {
    expect((await get('/export/terms.csv?knownAt=1&knownAt=2')).status).toBe(400);
  });

  it('what was before the history', async () => {
    const { prisma } = database;
    await prisma.$executeRaw`UPDATE "DataVersion" SET "historyFrom" = 2`;
    try {
      const began = (await prisma.changeset.findUniqueOrThrow({ where: { version: 2 } })).at.toISOString();
      const { status, text } = await read('/export/terms.csv?knownAt=1');
      expect([status, text]).toEqual([400, expect.stringContaining('knownAt: the history begins with version 2')]);
      expect((await read('/export/terms.csv?knownAt=1970-01-01T00:00:00Z')).text).toContain(
        `knownAt: the history begins at ${began}`,
      );
      expect((await get('/export/terms.csv?knownAt=2')).status).toBe(200);
    } finally {
      await prisma.$executeRaw`UPDATE "DataVersion" SET "historyFrom" = 0`;
    }
  });
});

it('the list names the parameter, and gives the addresses of the graph as it was', async () => {
  const { exports: listed } = JSON.parse((await read('/export/?asOf=2015-05-12&knownAt=2')).text) as {
    exports: { name: string; url: string; parameters: Record<string, object> }[];
  };
  expect(listed.filter(({ parameters }) => parameters['knownAt'] === undefined)).toEqual([]);
  const of = (wanted: string) => listed.find(({ name }) => name === wanted)?.url ?? '';
  expect(new URL(of('relationships.csv')).search).toBe('?asOf=2015-05-12&knownAt=2');
  expect(new URL(of('terms.csv')).search).toBe('?knownAt=2');
});
