/**
 * What the statements of the store read is what Prisma reads of the same tables, column by column: sent without it, as for
 * answers, and through it, as for exports.
 */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Database } from '../../src/database/open.ts';
import { type Read, readWithin, type Statement } from '../../src/database/read.ts';
import { type DetailModel, keysOf } from '../../src/registry/index.ts';
import { seed } from '../../src/seeding/seed.ts';
import { readDetails } from '../../src/store/detail.ts';
import { readChangeTimes, readEntities, readNamesOf } from '../../src/store/entity.ts';
import { factColumns, readEvidence, readEvidenceOfArticles, readEvidenceOfFacts } from '../../src/store/evidence.ts';
import { readStages, readStagesOf } from '../../src/store/legislationStage.ts';
import { readPassages, readPassagesOf } from '../../src/store/passage.ts';
import { readProvisions, readProvisionsOf } from '../../src/store/provision.ts';
import {
  readRelationships,
  readRelationshipsById,
  readRelationshipsOf,
  readRelationshipsWithEvidence,
} from '../../src/store/relationship.ts';
import { readTerms, readTermsOf } from '../../src/store/term.ts';
import { openMigrated } from '../database.ts';

let database: Database;
/** Sends each statement both ways. */
let read: Read;

beforeAll(async () => {
  database = await openMigrated();
  await seed(database.prisma, { seedsFolder: 'seeds' });
  const within = readWithin(database.prisma);
  read = async <Row extends object>(statement: Statement) => {
    const rows = await database.read<Row>(statement);
    expect(await within(statement)).toEqual(rows);
    return rows;
  };
});
afterAll(async () => await database.close());

const byId = { orderBy: { id: 'asc' } } as const;
const sorted = <Row extends { readonly id: string }>(rows: readonly Row[]): Row[] =>
  [...rows].sort((one, other) => (one.id < other.id ? -1 : 1));

/** Expects the same rows, and that there are some; the order of a statement that has one is kept. */
function expectRows(found: readonly unknown[], wanted: readonly unknown[]): void {
  expect(wanted.length).toBeGreaterThan(0);
  expect(found).toEqual(wanted);
}

test('entities with their names, identifiers and what is left open, in the order of the ids', async () => {
  const { prisma } = database;
  const wanted = await prisma.entity.findMany({
    ...byId,
    omit: { createdAt: true, updatedAt: true },
    include: {
      names: { orderBy: [{ language: 'asc' }, { type: 'asc' }, { ordinal: 'asc' }] },
      identifiers: { orderBy: { scheme: 'asc' } },
      notStated: { orderBy: { attribute: 'asc' } },
    },
  });
  expect(wanted.some(({ identifiers }) => identifiers.length > 0)).toBe(true);
  expect(wanted.some(({ notStated }) => notStated.length > 0)).toBe(true);
  const ids = wanted.map(({ id }) => id);
  expectRows(await readEntities(read, [...ids, 'nobody', ...ids.slice(0, 1)]), [...wanted, null, wanted[0]]);
});

test('the names of entities alone, and when each was changed', async () => {
  const { prisma } = database;
  const names = await prisma.name.findMany({
    orderBy: [{ language: 'asc' }, { type: 'asc' }, { ordinal: 'asc' }, { entityId: 'asc' }],
  });
  const [first] = names;
  expectRows(
    await readNamesOf(read, [first?.entityId ?? '', 'nobody']),
    names.filter(({ entityId }) => entityId === first?.entityId),
  );
  expect(await readNamesOf(read, [...new Set(names.map(({ entityId }) => entityId))])).toHaveLength(names.length);
  const wanted = await prisma.entity.findMany({ ...byId, select: { id: true, updatedAt: true } });
  expectRows(sorted(await readChangeTimes(read, ['nobody', ...wanted.map(({ id }) => id)])), wanted);
});

test('relationships by their ends, of all types and of some', async () => {
  const { prisma } = database;
  const wanted = await prisma.relationship.findMany(byId);
  const [first, second] = [wanted[0]?.subjectId ?? '', wanted.at(-1)?.objectId ?? ''];
  const [from, to] = [
    wanted.filter(({ subjectId }) => subjectId === first),
    wanted.filter(({ objectId }) => objectId === second),
  ];
  expectRows(await readRelationshipsOf(read, { subjects: [first, 'nobody'] }), from);
  expectRows(await readRelationshipsOf(read, { objects: [second] }), to);
  const types = [wanted[0]?.type ?? ''];
  expectRows(
    await readRelationshipsOf(read, { subjects: [first], objects: [second], types }),
    wanted.filter((row) => types.includes(row.type) && (from.includes(row) || to.includes(row))),
  );
});

test('relationships by number and by id', async () => {
  const { prisma } = database;
  const wanted = await prisma.relationship.findMany(byId);
  const seqs = wanted.map(({ seq }) => seq);
  const ids = wanted.map(({ id }) => id);
  expectRows(await readRelationships(read, [...seqs, -1]), [...wanted, null]);
  expectRows(await readRelationshipsById(read, ['none', ...ids]), [null, ...wanted]);
});

test('evidence by id, by fact, by relationship and by article', async () => {
  const { prisma } = database;
  const wanted = await prisma.evidence.findMany(byId);
  const ids = wanted.map(({ id }) => id);
  expectRows(await readEvidence(read, [...ids, 'none']), [...wanted, null]);

  for (const column of factColumns) {
    const none = { entityId: [], relationshipId: [], termId: [], provisionId: [], stageId: [] };
    const of = wanted.flatMap((row) => row[column] ?? []);
    const found = await readEvidenceOfFacts(read, { ...none, [column]: [...new Set(of)] });
    expectRows(sorted(found), sorted(wanted.filter((row) => row[column] !== null)));
    expect(found.map(({ ordinal }) => ordinal)).toEqual(found.map(({ ordinal }) => ordinal).sort((a, b) => a - b));
  }

  const relationships = await prisma.relationship.findMany({
    ...byId,
    include: { evidence: { orderBy: { ordinal: 'asc' } } },
  });
  const seqs = relationships.map(({ seq }) => seq);
  expectRows(
    sorted((await readRelationshipsWithEvidence(read, seqs)).filter((row) => row !== null)),
    sorted(relationships),
  );

  const articles = [...new Set(wanted.flatMap(({ articleId }) => articleId ?? []))];
  expectRows(
    await readEvidenceOfArticles(read, articles),
    wanted.filter(({ articleId }) => articleId !== null),
  );
});

test('a relationship without evidence has none', async () => {
  const { prisma } = database;
  const row = await prisma.relationship.findFirstOrThrow({ where: { type: 'PART_OF' } });
  const { seq, id } = row;
  const kept = await prisma.evidence.findMany({ where: { relationshipId: id } });
  await prisma.evidence.deleteMany({ where: { relationshipId: id } });
  expect(await readRelationshipsWithEvidence(read, [seq, -1])).toEqual([{ ...row, evidence: [] }, null]);
  await prisma.evidence.createMany({ data: kept });
});

test('passages by key and by article', async () => {
  const { prisma } = database;
  const wanted = await prisma.passage.findMany({ orderBy: [{ number: 'asc' }, { articleId: 'asc' }] });
  const order = (rows: typeof wanted) =>
    [...rows].sort((one, other) => one.number - other.number || (one.articleId < other.articleId ? -1 : 1));
  expectRows(order(await readPassages(read, [...wanted, { articleId: 'none', number: 1 }])), order(wanted));
  const [first] = wanted;
  expectRows(
    await readPassagesOf(read, [first?.articleId ?? '']),
    wanted.filter(({ articleId }) => articleId === first?.articleId),
  );
});

test('terms, stages and provisions, by their ids and by what they belong to', async () => {
  const { prisma } = database;
  const ordinal = { orderBy: { ordinal: 'asc' } } as const;
  const terms = await prisma.term.findMany(ordinal);
  expectRows(
    sorted(
      await readTerms(
        read,
        terms.map(({ id }) => id),
      ),
    ),
    sorted(terms),
  );
  const proposal = terms[0]?.proposalId ?? '';
  expectRows(
    await readTermsOf(read, [proposal]),
    terms.filter(({ proposalId }) => proposalId === proposal),
  );

  const stages = await prisma.legislationStage.findMany(ordinal);
  expectRows(
    sorted(
      await readStages(
        read,
        stages.map(({ id }) => id),
      ),
    ),
    sorted(stages),
  );
  const law = stages[0]?.legislationId ?? '';
  expectRows(
    await readStagesOf(read, [law]),
    stages.filter(({ legislationId }) => legislationId === law),
  );

  const affects = { select: { affectedId: true }, orderBy: { affectedId: 'asc' } } as const;
  const found = await prisma.provision.findMany({ include: { affects }, ...ordinal });
  const provisions = found.map((row) => ({ ...row, affects: row.affects.map((one) => ({ id: one.affectedId })) }));
  expect(provisions.some((provision) => provision.affects.length > 1)).toBe(true);
  expectRows(
    sorted(
      await readProvisions(
        read,
        provisions.map(({ id }) => id),
      ),
    ),
    sorted(provisions),
  );
  const of = provisions[0]?.legislationId ?? '';
  expectRows(
    await readProvisionsOf(read, [of]),
    provisions.filter(({ legislationId }) => legislationId === of),
  );
});

const details: Readonly<Record<DetailModel, (database: Database) => Promise<{ readonly id: string }[]>>> = {
  article: async ({ prisma }) => await prisma.article.findMany(byId),
  bargainingRound: async ({ prisma }) => await prisma.bargainingRound.findMany(byId),
  bargainingUnit: async ({ prisma }) => await prisma.bargainingUnit.findMany(byId),
  claim: async ({ prisma }) => await prisma.claim.findMany(byId),
  event: async ({ prisma }) => await prisma.event.findMany(byId),
  jurisdiction: async ({ prisma }) => await prisma.jurisdiction.findMany(byId),
  legalChallenge: async ({ prisma }) => await prisma.legalChallenge.findMany(byId),
  legislation: async ({ prisma }) => await prisma.legislation.findMany(byId),
  office: async ({ prisma }) => await prisma.office.findMany(byId),
  statement: async ({ prisma }) => await prisma.statement.findMany(byId),
};

test.each(keysOf(details))('the details of %s', async (table) => {
  const wanted = await details[table](database);
  expectRows(await readDetails(read, table, ['none', ...wanted.map(({ id }) => id)]), [null, ...wanted]);
});
