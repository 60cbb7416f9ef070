/** The tables, read back by csv-parse and compared with what the API says. */
import { parse } from 'csv-parse/sync';
import { beforeAll, describe, expect, test } from 'vitest';
import { ask } from '../ask.ts';
import { createEntities } from '../database.ts';
import {
  byId,
  cell,
  dateCells,
  type EntitySaid,
  entitiesSaid,
  evidenceCells,
  type RelationshipSaid,
  relationshipsSaid,
} from './graph.ts';
import { download, openForTest, serve } from './service.ts';

type Row = Record<string, string> & { id: string };

const table = async (name: string, service?: string): Promise<Row[]> => byId(read(await download(name, service)));
const read = (text: string): Row[] => parse(text, { columns: true });

let entities: EntitySaid[];
let relationships: RelationshipSaid[];

beforeAll(async () => {
  entities = byId(await entitiesSaid());
  relationships = byId(await relationshipsSaid(entities));
});

describe('the seeded graph', () => {
  test('has every entity in its table, with names, dates and evidence as the API gives them', async () => {
    const rows = await table('entities.csv');
    const names = (entity: EntitySaid, type: string, language: string): string =>
      cell(entity.names.filter((name) => name.type === type && name.language === language).map(({ text }) => text));
    expect(rows).toHaveLength(entities.length);
    expect(rows).toMatchObject(
      entities.map((entity) => ({
        id: entity.id,
        kind: entity.kind,
        nameEn: names(entity, 'PREFERRED', 'en'),
        nameFr: names(entity, 'PREFERRED', 'fr'),
        acronymsEn: names(entity, 'ACRONYM', 'en'),
        aliasesFr: names(entity, 'ALIAS', 'fr'),
        identifiers: cell(entity.identifiers.map(({ scheme, value }) => `${scheme} ${value}`)),
        summary: entity.summary,
        notStated: cell(entity.notStated.map(({ attribute }) => attribute)),
        ...evidenceCells(entity.evidence),
        ...dateCells(
          'start',
          entity.start,
          entity.notStated.some(({ attribute }) => attribute === 'start'),
        ),
      })),
    );
  });

  test('tells what is not stated from what nobody has filled in', async () => {
    const rows = await table('entities.csv');
    const round = rows.find(({ id }) => id === 'federal-round-2016');
    expect(round).toMatchObject({ start: 'not stated', end: 'not stated', startEarliest: '', size: '' });
    const open = rows.filter((row) =>
      Object.entries(row).some(([name, value]) => name !== 'notStated' && value === 'not stated'),
    );
    expect(open.length).toBeGreaterThan(5);
    for (const row of open) expect(row['notStated'], row.id).not.toBe('');
  });

  test('has the attributes of the kinds that are asked for, and no others', async () => {
    const { bargainingUnits } = await ask<{ bargainingUnits: { nodes: { id: string; size: number | null }[] } }>(
      '{ bargainingUnits(first: 100) { nodes { id size } } }',
    );
    const rows = await table('entities.csv?kinds=BARGAINING_UNIT');
    expect(
      rows.map(({ id, size }) => ({ id, size: size === '' || size === 'not stated' ? null : Number(size) })),
    ).toEqual(byId(bargainingUnits.nodes));
    expect(rows[0]).not.toHaveProperty('grounds');
    const two = await table('entities.csv?kinds=BARGAINING_UNIT,LEGAL_CHALLENGE');
    expect(new Set(two.map(({ kind }) => kind))).toEqual(new Set(['BARGAINING_UNIT', 'LEGAL_CHALLENGE']));
    expect(two[0]).toHaveProperty('grounds');
  });

  test('has every relationship in its table, with its ends, validity and evidence', async () => {
    const rows = await table('relationships.csv');
    expect(rows).toHaveLength(relationships.length);
    expect(rows).toMatchObject(relationships.map((said) => relationshipCells(said)));
    expect(rows[0]).not.toHaveProperty('certainty');
  });

  test('has the relationships of a day, each with how certain it is', async () => {
    const day = '2015-05-12';
    const { entity } = await ask<{ entity: { all: { totalCount: number }; certain: { totalCount: number } } }>(
      `{ entity(id: "president-of-the-treasury-board") {
        all: relationships(asOf: "${day}", types: [HOLDS]) { totalCount }
        certain: relationships(asOf: "${day}", types: [HOLDS], certainty: CERTAIN) { totalCount } } }`,
    );
    const rows = await table(`relationships.csv?asOf=${day}`);
    const held = rows.filter(({ type, object }) => type === 'HOLDS' && object === 'president-of-the-treasury-board');
    expect(held).toHaveLength(entity.all.totalCount);
    expect(held.filter(({ certainty }) => certainty === 'CERTAIN')).toHaveLength(entity.certain.totalCount);
    const then = byId(await relationshipsSaid(entities, day));
    expect(rows.map(({ id }) => id)).toEqual(then.map(({ id }) => id));
    expect(rows.length).toBeLessThan(relationships.length);
  });

  test('has its statements and claims with who made them and who takes what stand', async () => {
    const rows = await table('statements.csv');
    const { statements } = await ask<{
      statements: { nodes: { id: string; summary: string; medium: string | null }[] };
    }>('{ statements(first: 100) { nodes { id summary medium } } }');
    const related = (id: string, type: string, near: 'subject' | 'object', far: 'subject' | 'object'): string =>
      cell(relationships.filter((one) => one.type === type && one[near].id === id).map((one) => one[far].id));
    expect(rows).toMatchObject(
      byId(statements.nodes).map(({ id, summary }) => ({
        id,
        summary,
        madeBy: related(id, 'MAKES', 'object', 'subject'),
        asserts: related(id, 'ASSERTS', 'subject', 'object'),
        about: related(id, 'ABOUT', 'subject', 'object'),
      })),
    );
    const { claims } = await ask<{ claims: { nodes: { id: string; proposition: string }[] } }>(
      '{ claims(first: 100) { nodes { id proposition } } }',
    );
    const claimRows = await table('claims.csv');
    expect(claimRows).toMatchObject(
      byId(claims.nodes).map(({ id, proposition }) => ({
        id,
        proposition,
        assertedBy: related(id, 'ASSERTS', 'object', 'subject'),
        disputedBy: related(id, 'DISPUTES', 'object', 'subject'),
        deniedBy: related(id, 'DENIES', 'object', 'subject'),
      })),
    );
    const figure = claimRows.find(({ id }) => id === 'claim-sick-leave-savings-900m');
    expect(figure).toMatchObject({ value: '900000000', unit: 'CAD', approximation: 'EXACT' });
    expect(claimRows.filter(({ disputedBy }) => disputedBy !== '').length).toBeGreaterThan(0);
  });

  test('has the terms of its proposals, and says which values are not stated', async () => {
    const { proposals } = await ask<{ proposals: { nodes: { id: string; terms: Term[] }[] } }>(
      '{ proposals(first: 100) { nodes { id terms { id issue { id } year years stated value unit text } } } }',
    );
    interface Term {
      readonly id: string;
      readonly issue: { readonly id: string };
      readonly year: number | null;
      readonly years: number | null;
      readonly stated: string;
      readonly value: number | null;
      readonly unit: string | null;
      readonly text: string;
    }
    const terms = byId(proposals.nodes.flatMap(({ id, terms }) => terms.map((term) => ({ ...term, proposal: id }))));
    const rows = await table('terms.csv');
    expect(rows).toHaveLength(terms.length);
    expect(rows).toMatchObject(
      terms.map(({ id, proposal, issue, year, years, stated, value, unit, text }) => ({
        id,
        proposal,
        issue: issue.id,
        year: String(year ?? ''),
        years: String(years ?? ''),
        value: value === null ? '' : String(value),
        notStated: stated === 'NOT_STATED' ? 'value' : '',
        unit: unit ?? '',
        text,
      })),
    );
    expect(terms.filter(({ stated }) => stated === 'NOT_STATED').length).toBe(
      rows.filter(({ notStated }) => notStated === 'value').length,
    );
  });
});

function relationshipCells(said: RelationshipSaid): Partial<Row> {
  return {
    id: said.id,
    type: said.type,
    label: said.label,
    subject: said.subject.id,
    subjectKind: said.subject.kind,
    subjectName: said.subject.name,
    object: said.object.id,
    objectName: said.object.name,
    ...dateCells('validFrom', said.validFrom),
    ...dateCells('validTo', said.validTo),
    side: said.side ?? '',
    acting: said.acting === null ? '' : String(said.acting),
    ordinal: String(said.ordinal ?? ''),
    note: said.note ?? '',
    ...evidenceCells(said.evidence),
  };
}

describe('hard cells', () => {
  const summaries = {
    'formula-1': '=HYPERLINK("http://example.org","Pay here")',
    'formula-2': '+1+1',
    'formula-3': '-1+1',
    'formula-4': '@SUM(A1)',
    'formula-5': '\tx',
    'formula-6': '\rx',
    quotes: 'She said "no", twice; it’s so',
    newlines: 'one\ntwo\r\nthree\rfour',
    accents: 'Fédération – Québec 日本 🎌',
  };

  test('cannot be computed, and come back as they are', async () => {
    const database = await openForTest();
    const rows = Object.entries(summaries).map(([id, summary]) => ({ id, kind: 'UNION', summary }));
    await createEntities(database.prisma, rows);
    await database.prisma.name.create({
      data: { entityId: 'formula-1', text: '=1+1', language: 'fr', type: 'PREFERRED', ordinal: 1 },
    });
    const text = await download('entities.csv', await serve(database));
    const found = Object.fromEntries(read(text).map((row) => [row.id, row['summary']]));
    expect(found).toEqual(
      Object.fromEntries(
        Object.entries(summaries).map(([id, summary]) => [id, id.startsWith('formula') ? `'${summary}` : summary]),
      ),
    );
    expect(read(text).find(({ id }) => id === 'formula-1')).toMatchObject({ nameFr: "'=1+1", nameEn: 'formula-1' });
  });

  test('hold figures exactly: no more escaped than rounded', async () => {
    const database = await openForTest();
    const { prisma } = database;
    await createEntities(prisma, [
      { id: 'cut', kind: 'PROPOSAL', summary: 'x' },
      { id: 'wages', kind: 'ISSUE', summary: 'x' },
      { id: 'exact', kind: 'CLAIM', summary: 'x' },
    ]);
    const term = { proposalId: 'cut', issueId: 'wages', unit: 'PERCENT', text: 'cut' } as const;
    await prisma.term.create({ data: { ...term, id: 'cut.1', ordinal: 1, value: '-2.25' } });
    await prisma.term.create({ data: { ...term, id: 'cut.2', ordinal: 2, unit: null, notStated: true } });
    await prisma.term.create({ data: { ...term, id: 'cut.3', ordinal: 3, unit: null } });
    const share = { value: '0.6667', valueFraction: '2/3', unit: 'SHARE', approximation: 'ALMOST' } as const;
    await prisma.term.create({ data: { ...term, id: 'cut.4', ordinal: 4, ...share } });
    const figure = { low: '1234567890123456.7891', high: '9000000000000000', unit: 'CAD' } as const;
    await prisma.claim.create({ data: { id: 'exact', ...figure } });
    const service = await serve(database);
    const terms = await table('terms.csv', service);
    expect(terms.map(({ value }) => value)).toEqual(['-2.25', '', '', '0.6667']);
    expect(terms.map(({ notStated }) => notStated)).toEqual(['', 'value', '', '']);
    expect(terms[3]).toMatchObject(share);
    expect(await table('claims.csv', service)).toMatchObject([{ id: 'exact', low: figure.low, high: figure.high }]);
  });

  test('have their names above them even where there is no row', async () => {
    const service = await serve(await openForTest());
    for (const name of ['entities', 'relationships', 'statements', 'claims', 'terms']) {
      const text = await download(`${name}.csv`, service);
      expect(text, name).toMatch(/^id,[A-Za-z0-9,]+\r\n$/);
    }
  });
});
