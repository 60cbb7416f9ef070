/** Row 69: rows that this version cannot tell are left out of an export and named; all others come. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { MultiDirectedGraph } from 'graphology';
import { parse as parseGraphml } from 'graphology-graphml';
import ICAL from 'ical.js';
import jsonld from 'jsonld';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import type { Database } from '../../src/database/open.ts';
import { exports, findExport } from '../../src/exporting/exports.ts';
import { exportTo } from '../../src/exporting/file.ts';
import { type Service, startService } from '../../src/server/start.ts';
import { createEntities, openMigrated } from '../database.ts';
import { download } from './service.ts';

let database: Database;
let service: Service;
const logged: [what: string, details: Readonly<Record<string, unknown>>][] = [];

/** So that some of them lie beyond the first batch, and in the midst of one. */
const many = 1_200;
const unread = 'union-0700';
const bad = {
  entities: [unread, 'event-of-no-day', 'claim-in-euros', 'union-1100'],
  relationships: ['eats', 'odd-position'],
  terms: ['term-in-euros'],
};

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
    ],
  });
  // What the rules would refuse, and words that a later version may know.
  for (const statement of [
    'ALTER TABLE "Entity" DROP CONSTRAINT "Entity_start", DROP CONSTRAINT "Entity_moments"',
    `ALTER TYPE "Unit" ADD VALUE 'EUR'`,
    `ALTER TYPE "Position" ADD VALUE 'MAYBE'`,
    `ALTER TYPE "NameType" ADD VALUE 'NICKNAME'`,
    `INSERT INTO "RelationshipRule" VALUES ('EATS', 'UNION', 'UNION')`,
    `UPDATE "Relationship" SET "type" = 'EATS' WHERE "id" = 'eats'`,
    `UPDATE "Relationship" SET "position" = 'MAYBE' WHERE "id" = 'odd-position'`,
    `UPDATE "Entity" SET "start" = '2015-05-12', "startLatest" = 'infinity', "startBasis" = 'STATED' WHERE "id" IN ('event-of-no-day', 'union-1100')`,
    `UPDATE "Entity" SET "updatedAt" = 'infinity' WHERE "id" = 'event-of-no-day'`,
    `UPDATE "Claim" SET "unit" = 'EUR' WHERE "id" = 'claim-in-euros'`,
    `UPDATE "Term" SET "unit" = 'EUR' WHERE "id" = 'term-in-euros'`,
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

const all = [...bad.entities, ...bad.relationships, ...bad.terms];

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
  for (const { reason } of told) expect(reason).toMatch(/Invalid time value|not found in enum|undefined|invalid/i);
  return { text, ids: told.map(({ id }) => id).sort() };
}

test.each([
  ['entities.csv', [...bad.entities], many + 6],
  // Its ends' names are read with it.
  ['relationships.csv', ['eats', 'part', 'odd-position'], 3],
  ['statements.csv', [], 0],
  ['claims.csv', ['claim-in-euros'], 2],
  ['terms.csv', ['term-in-euros'], 2],
])('row 69: %s has all other rows, and a row at its end for each that is left out', async (name, expected, count) => {
  const { text, ids } = await leftOutOf(name);
  expect(ids).toEqual([...expected].sort());
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
  // An answer says which; why is for the log.
  expect(text).not.toMatch(/enum|Invalid time|undefined/);
});

test('row 69: GraphML has a bare node, or a comment, for what is left out', async () => {
  const { text, ids } = await leftOutOf('graph.graphml');
  expect(ids).toEqual([...bad.entities, 'eats', 'part', 'odd-position'].sort());
  const graph = parseGraphml(MultiDirectedGraph, text);
  expect(graph.order).toBe(many + 6);
  expect(graph.getNodeAttributes('union-0001')).toMatchObject({ kind: 'UNION' });
  for (const id of ids) expect(text).toMatch(new RegExp(`${id}("><desc>|: )not exported`));
});

test('row 69: JSON-LD has a node that says so for what is left out', async () => {
  const { text, ids } = await leftOutOf('graph.jsonld');
  expect(ids).toEqual([...all, 'part'].sort());
  const document = JSON.parse(text);
  const told = document['@graph'].filter((node: { '@type': unknown }) => node['@type'] === 'NotExported');
  expect(told.map((node: { '@id': string }) => node['@id'].split('/').at(-1)).sort()).toEqual(ids);
  const { text: context } = await leftOutOf('context.jsonld');
  const expanded = await jsonld.expand({ ...document, '@context': JSON.parse(context)['@context'] });
  // The last one says of what data it is.
  expect(expanded).toHaveLength(many + 6 + 3 + 2 + 1);
});

test('row 69: the calendar has a note for an event that is left out', async () => {
  const { text, ids } = await leftOutOf('deadlines.ics');
  expect(ids).toEqual(['event-of-no-day']);
  const calendar = new ICAL.Component(ICAL.parse(text));
  expect(calendar.getAllSubcomponents('vevent')).toHaveLength(1);
  const [note] = calendar.getAllSubcomponents('vjournal');
  expect(note?.getFirstPropertyValue('summary')).toMatch(/^event-of-no-day: not exported/);
});

test('row 69: Grafana’s nodes say so, and its edges leave it to the log', async () => {
  const nodes = await leftOutOf('grafana/nodes.json');
  expect(nodes.ids).toEqual(['claim-in-euros', unread].sort());
  const shown: { id: string; subtitle: string }[] = JSON.parse(nodes.text);
  expect(shown).toHaveLength(many + 6);
  expect(
    shown
      .filter(({ subtitle }) => subtitle.startsWith('not exported'))
      .map(({ id }) => id)
      .sort(),
  ).toEqual(nodes.ids);
  const edges = await leftOutOf('grafana/edges.json');
  expect(edges.ids).toEqual(['eats', 'odd-position', 'part']);
  expect(JSON.parse(edges.text)).toEqual([]);
});

test('row 69: whatever cannot be told, every export is answered', async () => {
  for (const { name } of exports) expect((await leftOutOf(name)).text.length, name).toBeGreaterThan(0);
});

test('row 69: the command line writes the file, and says what is not in it', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'export-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const told: unknown[] = [];
  const file = join(folder, 'terms.csv');
  await exportTo(
    file,
    database.prisma,
    findExport('terms'),
    { base: '' },
    () => {},
    (leftOut) => told.push(leftOut),
  );
  expect(told).toMatchObject([
    { ids: ['term-in-euros'], reasons: [{ id: 'term-in-euros', reason: "Value 'EUR' not found in enum 'Unit'" }] },
  ]);
  expect(readFileSync(file, 'utf8')).toContain('term-in-euros,not exported');
});
