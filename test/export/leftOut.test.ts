/** Row 69: rows that this version cannot tell are left out of an export and named; all others come. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { MultiDirectedGraph } from 'graphology';
import { parse as parseGraphml } from 'graphology-graphml';
import ICAL from 'ical.js';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import type { Database } from '../../src/database/open.ts';
import { exports, findExport } from '../../src/exporting/exports.ts';
import { exportTo } from '../../src/exporting/file.ts';
import { evidenceId } from '../../src/records/ids.ts';
import { type Service, startService } from '../../src/server/start.ts';
import { createEntities, openMigrated } from '../database.ts';
import { download } from './service.ts';
import { rows, storeOf } from './sparql.ts';

let database: Database;
let service: Service;
const logged: [what: string, details: Readonly<Record<string, unknown>>][] = [];

/** So that some of them lie beyond the first batch, and in the midst of one. */
const many = 1_200;
const unread = 'union-0700';
const badEntities = [unread, 'event-of-no-day', 'claim-in-euros', 'union-1100'];
/** Some are told with the names of their ends, of which one cannot be read. */
const badRelationships = ['eats', 'part', 'odd-position', 'doubts'];
const badTerms = ['term-in-euros'];

/** What is left out of each export: one that is new has to be added. */
const leftOut: Readonly<Record<string, readonly string[]>> = {
  'entities.csv': badEntities,
  'relationships.csv': badRelationships,
  'statements.csv': [],
  'claims.csv': ['claim-in-euros'],
  'terms.csv': badTerms,
  'graph.graphml': [...badEntities, ...badRelationships],
  'graph.jsonld': [...badEntities, ...badRelationships, ...badTerms],
  // A date is told as it is written there, and of claims nothing.
  'graph.ftm.json': [unread, 'eats', 'part'],
  'context.jsonld': [],
  'annotations.jsonld': ['rumour'],
  'claim-reviews.jsonld': ['doubts'],
  // It tells of an entity no more than its evidence, and of a relationship no more than who says so.
  'provenance.jsonld': [unread, ...badTerms],
  // Those of ids that no record comes to, too.
  'records.yaml': ['claim', 'claim-in-euros', 'proposal', 'union-0002', unread, 'union-1100'],
  'grafana/nodes.json': [unread, 'claim-in-euros'],
  'grafana/edges.json': badRelationships,
  'grafana/events.json': [],
  'grafana/events.csv': [],
  'deadlines.ics': ['event-of-no-day'],
};
/** These have no place to name it, and leave it to the log. */
const unnamed = ['graph.ftm.json', 'grafana/edges.json'];

beforeAll(async () => {
  database = await openMigrated();
  const { prisma } = database;
  const entity = (id: string, kind: string) => ({ id, kind, summary: 'x' });
  await createEntities(prisma, [
    ...Array.from({ length: many }, (_, n) => entity(`union-${String(n).padStart(4, '0')}`, 'UNION')),
    { ...entity('event-of-no-day', 'EVENT'), type: 'DEADLINE' },
    {
      ...entity('event', 'EVENT'),
      type: 'DEADLINE',
      start: '2015-05-12',
      startEarliest: new Date('2015-05-12'),
      startLatest: new Date('2015-05-12'),
      startBasis: 'STATED',
    },
    entity('claim', 'CLAIM'),
    entity('claim-in-euros', 'CLAIM'),
    entity('proposal', 'PROPOSAL'),
    entity('issue', 'ISSUE'),
  ]);
  await prisma.claim.createMany({ data: [{ id: 'claim' }, { id: 'claim-in-euros' }] });
  const term = { proposalId: 'proposal', issueId: 'issue', ordinal: 1, text: 'x' };
  await prisma.term.createMany({
    data: [
      { ...term, id: 'term' },
      { ...term, id: 'term-in-euros' },
    ],
  });
  const ends = { subjectId: unread, subjectKind: 'UNION', objectId: 'union-0001', objectKind: 'UNION' };
  await prisma.relationship.createMany({
    data: [
      { ...ends, id: 'part', type: 'PART_OF' },
      { ...ends, id: 'eats', type: 'PART_OF' },
      {
        ...ends,
        id: 'odd-position',
        type: 'TAKES_POSITION',
        position: 'OPPOSE',
        objectId: 'issue',
        objectKind: 'ISSUE',
      },
      { ...ends, id: 'doubts', type: 'DISPUTES', objectId: 'claim-in-euros', objectKind: 'CLAIM' },
      { ...ends, id: 'denial', type: 'DENIES', subjectId: 'union-0002', objectId: 'claim', objectKind: 'CLAIM' },
    ],
  });
  const cited = { basis: 'EXTERNAL' as const, note: 'x', url: 'https://example.org/', anchors: [], ordinal: 0 };
  await prisma.evidence.createMany({
    data: [
      { ...cited, id: 'rumour', entityId: unread },
      { ...cited, id: 'report', entityId: 'claim' },
    ],
  });
  // Without it, no record comes to an entity.
  const bare = await prisma.entity.findMany({ where: { evidence: { none: {} } }, select: { id: true } });
  const piece = { articleId: null, paragraph: null, basis: 'EXTERNAL', note: 'x', url: null } as const;
  await prisma.evidence.createMany({
    data: bare.map(({ id }) => ({
      ...piece,
      id: evidenceId(id, piece, null),
      entityId: id,
      anchors: [],
      ordinal: 1,
    })),
  });
  // What the rules would refuse, and words that a later version may know.
  for (const statement of [
    'ALTER TABLE "Entity" DROP CONSTRAINT "Entity_start", DROP CONSTRAINT "Entity_moments"',
    'ALTER TABLE "Evidence" DROP CONSTRAINT "Evidence_basis"',
    `ALTER TYPE "Unit" ADD VALUE 'EUR'`,
    `ALTER TYPE "Position" ADD VALUE 'MAYBE'`,
    `ALTER TYPE "Basis" ADD VALUE 'RUMOUR'`,
    `ALTER TYPE "NameType" ADD VALUE 'NICKNAME'`,
    `INSERT INTO "RelationshipRule" VALUES ('EATS', 'UNION', 'UNION')`,
    `UPDATE "Relationship" SET "type" = 'EATS' WHERE "id" = 'eats'`,
    `UPDATE "Relationship" SET "position" = 'MAYBE' WHERE "id" = 'odd-position'`,
    `UPDATE "Entity" SET "start" = '2015-05-12', "startLatest" = 'infinity', "startBasis" = 'STATED' WHERE "id" IN ('event-of-no-day', 'union-1100')`,
    `UPDATE "Entity" SET "updatedAt" = 'infinity' WHERE "id" = 'event-of-no-day'`,
    `UPDATE "Claim" SET "unit" = 'EUR' WHERE "id" = 'claim-in-euros'`,
    `UPDATE "Term" SET "unit" = 'EUR' WHERE "id" = 'term-in-euros'`,
    `UPDATE "Evidence" SET "basis" = 'RUMOUR' WHERE "id" = 'rumour'`,
    `INSERT INTO "Name" ("entityId", "text", "language", "type", "ordinal") VALUES ('${unread}', 'Nick', 'en', 'NICKNAME', 1)`,
  ]) {
    await prisma.$executeRawUnsafe(statement);
  }
  service = await startService(database, {
    host: 'localhost',
    port: 0,
    log: (what, details) => void logged.push([what, details]),
  });
});
afterAll(async () => {
  await service?.stop();
  await database?.close();
});

/** The ids that are to be left out of an export. */
const expectedOf = (name: string): string[] => [...(leftOut[name] ?? [])].sort();

/** An export, and the ids that the log says were left out of it. */
async function leftOutOf(name: string): Promise<{ text: string; ids: string[] }> {
  logged.length = 0;
  const text = await download(name, service.url);
  const [entry, ...more] = logged;
  expect(more).toEqual([]);
  if (entry === undefined) return { text, ids: [] };
  const [what, { export: of, rows, reasons }] = entry;
  expect([what, of]).toEqual(['rows could not be exported', name]);
  const told = reasons as { id: string; reason: string }[];
  expect(told).toHaveLength(Number(rows));
  for (const { reason } of told)
    expect(reason).toMatch(
      /Invalid time value|not found in enum|undefined|invalid|not made of|no evidence|no record comes to it/i,
    );
  return { text, ids: told.map(({ id }) => id).sort() };
}

test('row 69: of every export it is known what is left out of it', () => {
  expect(Object.keys(leftOut).sort()).toEqual(exports.map(({ name }) => name).sort());
});

test.each(exports.map(({ name }) => name))(
  'row 69: %s is answered, and says what is not in it, and not why',
  async (name) => {
    const { text, ids } = await leftOutOf(name);
    expect(text.length).toBeGreaterThan(0);
    expect(ids).toEqual(expectedOf(name));
    const named = ids.filter((id) => new RegExp(`${id}\\b.*not exported`).test(text));
    expect(named).toEqual(unnamed.includes(name) ? [] : ids);
    // Why is for the log.
    expect(text).not.toMatch(/not found in enum|Invalid time|undefined/);
  },
);

test.each([
  ['entities.csv', many + 6],
  ['relationships.csv', 5],
  ['statements.csv', 0],
  ['claims.csv', 2],
  ['terms.csv', 2],
])('row 69: %s has all other rows, and a row at its end for each that is left out', async (name, count) => {
  const { text, ids } = await leftOutOf(name);
  const [, ...rows]: string[][] = parse(text);
  expect(rows).toHaveLength(count);
  const told = rows.filter(([, second]) => second?.startsWith('not exported'));
  expect(told.map(([id]) => id).sort()).toEqual(ids);
  expect(
    rows
      .slice(-ids.length || rows.length)
      .map(([id]) => id)
      .sort(),
  ).toEqual(ids);
});

test('row 69: GraphML has a bare node, or a comment, for what is left out', async () => {
  const { text, ids } = await leftOutOf('graph.graphml');
  const graph = parseGraphml(MultiDirectedGraph, text);
  expect(graph.order).toBe(many + 6);
  expect(graph.getNodeAttributes('union-0001')).toMatchObject({ kind: 'UNION' });
  for (const id of ids) expect(text).toMatch(new RegExp(`${id}("><desc>|: )not exported`));
});

test.each([
  // Entities, relationships and terms.
  ['graph.jsonld', '?s a ?type', many + 6 + 5 + 2],
  ['annotations.jsonld', '?s a oa:Annotation', 1],
  ['claim-reviews.jsonld', '?s a schema:ClaimReview', 1],
  // Each is a fact, and nothing else has evidence.
  ['provenance.jsonld', '?s a lg:Fact', many + 6 + 5 + 2 - 2],
])('row 69: %s has all other nodes, and one that says so for each that is left out', async (name, pattern, count) => {
  const { text, ids } = await leftOutOf(name);
  const store = await storeOf(text, service.url);
  const told = rows(store, 'SELECT ?left WHERE { ?left a lg:NotExported }');
  expect(told.map(({ left }) => left?.split('/').at(-1)).sort()).toEqual(ids);
  const nodes = rows(
    store,
    `SELECT DISTINCT ?s WHERE { ${pattern} FILTER isIRI(?s) FILTER NOT EXISTS { ?s a lg:Evidence } }`,
  );
  expect(nodes).toHaveLength(count);
});

test('row 69: FollowTheMoney has all other entities and links', async () => {
  const { text } = await leftOutOf('graph.ftm.json');
  const lines = text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as { id: string });
  // All unions but one, and two events.
  expect(new Set(lines.map(({ id }) => id)).size).toBe(many - 1 + 2);
});

test('row 69: the calendar has a note for an event that is left out', async () => {
  const { text } = await leftOutOf('deadlines.ics');
  const calendar = new ICAL.Component(ICAL.parse(text));
  expect(calendar.getAllSubcomponents('vevent')).toHaveLength(1);
  const [note] = calendar.getAllSubcomponents('vjournal');
  expect(note?.getFirstPropertyValue('summary')).toMatch(/^event-of-no-day: not exported/);
});

test('row 69: Grafana’s nodes say so, and its edges leave it to the log', async () => {
  const nodes = await leftOutOf('grafana/nodes.json');
  const shown: { id: string; subtitle: string }[] = JSON.parse(nodes.text);
  expect(shown).toHaveLength(many + 6);
  expect(
    shown
      .filter(({ subtitle }) => subtitle.startsWith('not exported'))
      .map(({ id }) => id)
      .sort(),
  ).toEqual(nodes.ids);
  const edges = await leftOutOf('grafana/edges.json');
  const drawn: { id: string }[] = JSON.parse(edges.text);
  expect(drawn.map(({ id }) => id)).toEqual(['denial']);
});

test('row 69: the command line writes the file, and says what is not in it', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'export-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const told: unknown[] = [];
  const file = join(folder, 'terms.csv');
  await exportTo(
    file,
    { prisma: database.prisma },
    findExport('terms'),
    { base: '' },
    () => {},
    (leftOut) => told.push(leftOut),
  );
  expect(told).toMatchObject([
    { ids: ['term-in-euros'], reasons: [{ id: 'term-in-euros', reason: expect.stringContaining("term.unit: 'EUR'") }] },
  ]);
  expect(readFileSync(file, 'utf8')).toContain('term-in-euros,not exported');
});
