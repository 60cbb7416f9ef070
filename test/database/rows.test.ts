/** Row 68: what the code takes for granted of a row, the database holds, whoever writes it. */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../src/database/open.ts';
import { datedKinds } from '../../src/graph/queries/filters.ts';
import { formatDay, parsePartialDate } from '../../src/records/partialDates.ts';
import { readText } from '../../src/records/validation/fields.ts';
import { relationshipDefinition, relationshipTypeNames } from '../../src/registry/index.ts';
import { tables } from '../../src/store/tables.ts';
import { createEntities, openMigrated } from '../database.ts';
import { attempt, createAttempt, insert, insertNamed, type Row } from './attempt.ts';
import { homes, samples } from './samples.ts';

let database: Database;
const sha256 = 'a'.repeat(64);

beforeAll(async () => {
  database = await openMigrated();
  await createAttempt(database.prisma);
  const ids = {
    PERSON: ['ann', 'bob'],
    UNION: ['union', 'local', 'branch'],
    ISSUE: ['wages'],
    PROPOSAL: ['demand', 'offer'],
    ADMINISTRATION: ['first', 'second'],
    ARTICLE: ['news'],
    CLAIM: ['figure'],
    LEGISLATION: ['bill'],
    LEGAL_CHALLENGE: ['challenge'],
    EVENT: ['talks'],
    JURISDICTION: ['alberta'],
    BARGAINING_UNIT: ['unit'],
  };
  const entities = Object.entries(ids).flatMap(([kind, all]) => all.map((id) => ({ id, kind, summary: 'Made up.' })));
  await createEntities(database.prisma, entities);
  await database.prisma.article.create({ data: { id: 'news', file: 'news.txt', sha256 } });
  await database.prisma.passage.create({ data: { articleId: 'news', number: 1, role: 'BODY', sha256 } });
  await database.prisma.legislation.create({ data: { id: 'bill' } });
  await database.prisma.relationship.create({
    data: { id: 'local.PART_OF.union', ...ends('PART_OF', 'UNION', 'local', 'union') },
  });
});
afterAll(async () => await database.close());

const ends = (type: string, kind: string, subjectId: string, objectId: string) => ({
  ...{ type, subjectId, subjectKind: kind, objectId, objectKind: kind },
});

const said = async (...statements: string[]) => await attempt(database.prisma, ...statements);

test.each(samples)('row 68: what no row of $table should say is refused', async ({ table, row, bad }) => {
  const home = homes[table];
  const before = home === undefined ? [] : [insertNamed({ id: home[0], kind: home[1] })];
  const base = home === undefined ? row : { ...row, id: home[0] };
  // An entity with a name, as every one has.
  const write = (given: Row) => (table === 'Entity' ? insertNamed(given) : insert(table, given));
  expect(await said(...before, write(base))).toBe('accepted');
  const taken: string[] = [];
  for (const [column, values] of Object.entries(bad)) {
    for (const value of values) {
      const answer = await said(...before, write({ ...base, [column]: value }));
      // By a rule with a name, or for not being of the column's type at all.
      if (!/^(?!accepted$)\w+$|^22|^23502/.test(answer))
        taken.push(`${column} = ${JSON.stringify(value).slice(0, 40)}: ${answer}`);
    }
  }
  expect(taken).toEqual([]);
});

test('row 68: the database takes the texts that the seed files may hold, and no others', async () => {
  const rows = await database.prisma.$queryRaw<{ code: number; alone: boolean; within: boolean }[]>`
    SELECT code, is_text(chr(code)) AS alone, is_text('a' || chr(code)) AS within
    FROM generate_series(1, 65535) AS code WHERE code NOT BETWEEN 55296 AND 57343 ORDER BY code`;
  const place = { file: '', line: 0, column: 0 };
  const reads = (value: string): boolean =>
    readText(
      { type: 'scalar', place, value, text: value },
      {
        register: new Map(),
        report: () => {},
        cite: () => {},
        expect: () => {},
      },
    ) !== undefined;
  const differing = rows.filter(({ code, alone, within }) => {
    const letter = String.fromCharCode(code);
    return alone !== reads(letter) || within !== reads(`a${letter}`);
  });
  expect(differing).toEqual([]);
});

test('row 68: every column of every table of facts is held by a rule', async () => {
  const free = await database.prisma.$queryRaw<{ column: string }[]>`
    SELECT format('%s.%s', t.relname, a.attname) AS column
    FROM pg_class t JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum > 0 AND NOT a.attisdropped
    JOIN pg_type y ON y.oid = a.atttypid
    WHERE t.relkind = 'r' AND t.relnamespace = 'public'::regnamespace AND t.relname <> '_prisma_migrations'
      AND y.typtype <> 'e' AND y.typname <> 'bool'
      AND NOT EXISTS (
        SELECT FROM pg_constraint c WHERE c.conrelid = t.oid AND c.contype IN ('c', 'f') AND a.attnum = ANY(c.conkey))
    ORDER BY 1`;
  // What only triggers, and the clock, write.
  const others = free.map(({ column }) => column).filter((column) => !column.endsWith('.since'));
  expect(others).toEqual([
    ...['Change.keys', 'Change.seq', 'Change.table', 'Change.xid', 'Changeset.at', 'Changeset.high', 'Changeset.low'],
    ...['DataVersion.high', 'DataVersion.historyFrom', 'DataVersion.low', 'DataVersion.version', 'DataVersion.xid'],
    ...['Relationship.holdsFromEarliest', 'Relationship.holdsFromLatest'],
    ...['Relationship.holdsToEarliest', 'Relationship.holdsToLatest'],
  ]);
  expect(free.length - others.length).toBe(tables.length);
});

describe('an EDTF text means to the database the days that it means to the code', () => {
  const days = async (texts: readonly string[]) => {
    const rows = await database.prisma.$queryRaw<{ earliest: string | null; latest: string | null; none: boolean }[]>`
      SELECT lower(days)::text AS earliest, (upper(days) - 1)::text AS latest, days IS NULL AS none
      FROM unnest(${texts}::text[]) WITH ORDINALITY AS t(text, n), edtf_days(text) AS days ORDER BY n`;
    return rows.map(({ earliest, latest, none }) => (none ? 'none' : `${earliest ?? ''}..${latest ?? ''}`));
  };
  const daysRead = (text: string): string => {
    try {
      const { earliest, latest } = parsePartialDate(text);
      return `${earliest === null ? '' : formatDay(earliest)}..${latest === null ? '' : formatDay(latest)}`;
    } catch {
      return 'none';
    }
  };
  const agree = async (texts: readonly string[]) => {
    const read = texts.map((text) => `${text} ${daysRead(text)}`);
    expect((await days(texts)).map((one, index) => `${texts[index]} ${one}`)).toEqual(read);
  };

  test('row 68: every year, month and day, and whatever has a digit unspecified', async () => {
    const digits = [...'0123456789X'];
    const pairs = digits.flatMap((one) => digits.map((other) => one + other));
    const years = [
      '0000',
      '0001',
      '0004',
      '0100',
      '1900',
      '2000',
      '2015',
      '2016',
      '9999',
      '000X',
      '00XX',
      '201X',
      '20XX',
      '2X15',
      '2XXX',
      'XXXX',
    ];
    await agree(years.flatMap((year) => ['', '~', '?', '%'].map((mark) => year + mark)));
    for (const year of ['2015', '2016', '201X']) {
      await agree(pairs.flatMap((month) => [`${year}-${month}`, `${year}-${month}~`]));
      await agree(pairs.flatMap((month) => pairs.map((day) => `${year}-${month}-${day}`)));
    }
  });

  test('row 68: any text of such letters, and any text', async () => {
    const day = fc
      .date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true })
      .chain((at) => fc.constantFrom(4, 7, 10).map((length) => formatDay(at).slice(0, length)));
    const marked = fc.tuple(day, fc.constantFrom('', '', '~', '?', '%', '-XX', 'X')).map((parts) => parts.join(''));
    const range = fc
      .tuple(fc.option(marked, { nil: '' }), fc.option(marked, { nil: '' }))
      .map(([a, b]) => `[${a}..${b}]`);
    const letters = fc.string({ unit: fc.constantFrom(...'0123456789X-~?%[]./ ,{}uy\n'), maxLength: 26 });
    const texts = fc.array(
      fc.oneof(
        marked,
        range,
        letters,
        fc.string().filter((text) => !text.includes('\0')),
      ),
      { minLength: 50, maxLength: 200 },
    );
    await fc.assert(fc.asyncProperty(texts, agree), { numRuns: 50 });
  });
});

describe('an entity', () => {
  const nameless = insert('Entity', { id: 'new', kind: 'PERSON', summary: 'x' });
  const name = (row: Row) => insert('Name', { entityId: 'new', text: 'New', language: 'en', ordinal: 0, ...row });

  test('row 68: without a preferred name is refused, when its transaction ends', async () => {
    expect(await said(nameless)).toBe('Entity_named');
    expect(await said(nameless, name({ type: 'ALIAS' }))).toBe('Entity_named');
    expect(await said(nameless, name({ type: 'ALIAS' }), name({ type: 'PREFERRED', language: 'fr' }))).toBe('accepted');
    for (const loss of [
      `DELETE FROM "Name" WHERE "entityId" = 'ann'`,
      `UPDATE "Name" SET "type" = 'ALIAS' WHERE "entityId" = 'ann'`,
      `UPDATE "Name" SET "entityId" = 'bob', "type" = 'ALIAS' WHERE "entityId" = 'ann'`,
      'TRUNCATE "Name"',
    ]) {
      expect(await said(loss), loss).toBe('Entity_named');
    }
    expect(
      await said(
        `DELETE FROM "Name" WHERE "entityId" = 'ann'`,
        insert('Name', { entityId: 'ann', text: 'Anne', language: 'en', type: 'PREFERRED', ordinal: 0 }),
      ),
    ).toBe('accepted');
    expect(await said(`DELETE FROM "Entity" WHERE "id" = 'ann'`)).toBe('accepted');
  });

  test('row 68: without a preferred name is refused where a statement writes more than the log names', async () => {
    const many = (n: number) =>
      `INSERT INTO "Entity" ("id", "kind", "summary") SELECT 'many-' || i, 'PERSON', 'x' FROM generate_series(1, ${n}) AS i`;
    const names = (n: number) =>
      `INSERT INTO "Name" ("entityId", "text", "language", "type", "ordinal") SELECT 'many-' || i, 'x', 'en', 'PREFERRED', 0 FROM generate_series(1, ${n}) AS i`;
    expect(await said(many(1500), names(1499))).toBe('Entity_named');
    expect(await said(many(1500), names(1500))).toBe('accepted');
  });

  test('row 68: is refused outside of a test too, by the end of the transaction', async () => {
    await expect(database.prisma.$executeRawUnsafe(nameless)).rejects.toThrow('"new" has no preferred name');
    expect(await database.prisma.entity.findUnique({ where: { id: 'new' } })).toBeNull();
  });
});

test('row 68: what puts things in an order leads in no circle', async () => {
  const of = (type: string, kind: string, subject: string, object: string) =>
    insert('Relationship', { id: `${subject}.${type}.${object}`, ...ends(type, kind, subject, object) });
  const part = (subject: string, object: string) => of('PART_OF', 'UNION', subject, object);
  const circle = 'Relationship_no_circle';
  expect(await said(part('union', 'local'))).toBe(circle);
  expect(await said(part('branch', 'local'), part('union', 'branch'))).toBe(circle);
  expect(await said(part('branch', 'local'), part('branch', 'union'))).toBe('accepted');
  expect(await said(`UPDATE "Relationship" SET "subjectId" = 'union', "objectId" = 'local'`)).toBe('accepted');
  expect(
    await said(
      part('branch', 'union'),
      `UPDATE "Relationship" SET "objectId" = 'branch' WHERE "subjectId" = 'local'`,
      part('union', 'local'),
    ),
  ).toBe(circle);
  // Only what a transaction leaves counts.
  expect(await said(part('union', 'local'), `DELETE FROM "Relationship" WHERE "id" = 'local.PART_OF.union'`)).toBe(
    'accepted',
  );
  expect(await said(of('SUPERSEDES', 'PROPOSAL', 'demand', 'offer'))).toBe('accepted');
  expect(
    await said(of('SUPERSEDES', 'PROPOSAL', 'demand', 'offer'), of('SUPERSEDES', 'PROPOSAL', 'offer', 'demand')),
  ).toBe(circle);
  expect(
    await said(
      of('SUCCEEDS', 'ADMINISTRATION', 'first', 'second'),
      of('SUCCEEDS', 'ADMINISTRATION', 'second', 'first'),
    ),
  ).toBe(circle);
  // Towards each other is no order.
  const towards = (subject: string, object: string) => of('STANCE_TOWARDS', 'PERSON', subject, object);
  expect(await said(towards('ann', 'bob'), towards('bob', 'ann'))).toBe('accepted');
});

test('row 68: a circle is refused where a statement writes more than the log names', async () => {
  const many = (last: string) => [
    `INSERT INTO "Entity" ("id", "kind", "summary") SELECT 'u-' || i, 'UNION', 'x' FROM generate_series(1, 1500) AS i`,
    `INSERT INTO "Name" ("entityId", "text", "language", "type", "ordinal") SELECT 'u-' || i, 'x', 'en', 'PREFERRED', 0 FROM generate_series(1, 1500) AS i`,
    `INSERT INTO "Relationship" ("id", "type", "subjectId", "subjectKind", "objectId", "objectKind")
      SELECT 'p-' || i, 'PART_OF', 'u-' || i, 'UNION', 'u-' || CASE i WHEN 7 THEN ${last} ELSE i / 2 END, 'UNION' FROM generate_series(2, 1500) AS i`,
  ];
  expect(await said(...many('3'))).toBe('accepted');
  expect(await said(...many('28'))).toBe('Relationship_no_circle');
});

test('row 68: the registry and the database agree on what puts things in an order', async () => {
  const [row] = await database.prisma.$queryRaw<{ types: string[] }[]>`SELECT ordering_types() AS types`;
  const ordering = relationshipTypeNames.filter((type) => relationshipDefinition(type).ordering === true);
  expect(row?.types.sort()).toEqual(ordering.sort());
});

test('the registry and the database agree on which relationships have dates, and which reach forward', async () => {
  const [row] = await database.prisma.$queryRaw<Record<'temporal' | 'foreseeing' | 'dated', string[]>[]>`
    SELECT temporal_types() AS temporal, foreseeing_types() AS foreseeing, dated_kinds() AS dated`;
  const having = (property: 'temporal' | 'foreseeing') =>
    relationshipTypeNames.filter((type) => relationshipDefinition(type)[property] === true).sort();
  expect(row?.temporal.sort()).toEqual(having('temporal'));
  expect(row?.foreseeing.sort()).toEqual(having('foreseeing'));
  expect(row?.dated.sort()).toEqual([...datedKinds].sort());
});

test('row 68: a key stays as it is', async () => {
  const change = (table: string, set: string) =>
    said(`UPDATE "${table}" SET ${set} WHERE "id" IN ('ann', 'local.PART_OF.union')`);
  expect(await change('Entity', `"id" = 'anna'`)).toBe('Entity_key');
  expect(await change('Entity', `"kind" = 'ISSUE'`)).toBe('Entity_key');
  expect(await change('Entity', `"seq" = "seq" + 1000`)).toBe('Entity_key');
  expect(await change('Entity', `"id" = 'ann', "kind" = 'PERSON', "summary" = 'y'`)).toBe('accepted');
  expect(await change('Relationship', `"id" = 'r'`)).toBe('Relationship_key');
  expect(await change('Relationship', `"seq" = "seq" + 1000`)).toBe('Relationship_key');
  expect(
    await said(
      insert('Provision', { id: 'p', legislationId: 'bill', ordinal: 0, effect: 'x' }),
      `UPDATE "Provision" SET "id" = 'q'`,
    ),
  ).toBe('Provision_key');
});

test('row 68: the version of the data is never set back, nor so far that it cannot go on', async () => {
  const version = (set: string) => said(`UPDATE "DataVersion" SET "version" = ${set}`);
  for (const wrong of ['"version" - 1', '0', '-1', '1000000001', '2147483647']) {
    expect(await version(wrong), wrong).toBe('DataVersion_version');
  }
  for (const right of ['"version"', '"version" + 1', '1000000000'])
    expect(await version(right), right).toBe('accepted');
  const change = `UPDATE "Entity" SET "summary" = 'y' WHERE "id" = 'ann'`;
  expect(await said(`UPDATE "DataVersion" SET "version" = 1000000000, "xid" = 0`, change)).toBe('accepted');
  for (const loss of ['DELETE FROM "DataVersion"', 'TRUNCATE "DataVersion"']) {
    expect(await said(loss), loss).toBe('DataVersion_version');
  }
});

test('row 68: of a seeding, the version, the time and the files are there together, or none of them', async () => {
  const set = (version: string, at: string, files: string) =>
    said(`UPDATE "DataVersion" SET "seededVersion" = ${version}, "seededAt" = ${at}, "seededFrom" = ${files}`);
  const [at, files] = ["'2026-11-26T12:00:00Z'", `'${sha256}'`];
  for (const version of ['NULL', '-1']) expect(await set(version, at, files), version).toBe('DataVersion_seeded');
  for (const time of ['NULL', "'infinity'", "'1999-12-31T00:00:00Z'"])
    expect(await set('1', time, files), time).toBe('DataVersion_seeded');
  for (const digest of ['NULL', "''", `'${'x'.repeat(64)}'`])
    expect(await set('1', at, digest), digest).toBe('DataVersion_seeded');
  expect(await set('NULL', 'NULL', 'NULL')).toBe('accepted');
  expect(await set('1', at, files)).toBe('accepted');
});
