/** The rules of the domain that the database holds: beside each refusal stands the nearest thing that is accepted. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../src/database/open.ts';
import { openMigrated } from '../database.ts';
import { attempt, createAttempt, insert, type Row } from './attempt.ts';

let database: Database;

beforeAll(async () => {
  database = await openMigrated();
  await createAttempt(database.prisma);
  const ids = {
    PERSON: ['ann', 'bob'],
    OFFICE: ['chair', 'council'],
    UNION: ['union', 'local'],
    DISPUTE: ['dispute'],
    ISSUE: ['wages'],
    PROPOSAL: ['offer'],
    ARTICLE: ['news'],
    CLAIM: ['figure'],
    LEGISLATION: ['bill'],
    BARGAINING_UNIT: ['unit'],
  };
  await database.prisma.entity.createMany({
    data: Object.entries(ids).flatMap(([kind, all]) => all.map((id) => ({ id, kind, summary: 'Made up.' }))),
  });
  await database.prisma.office.createMany({
    data: ['chair', 'council'].map((id) => ({ id, singleSeat: id === 'chair' })),
  });
  await database.prisma.article.create({ data: { id: 'news', file: 'news.txt', sha256: 'a' } });
  await database.prisma.passage.create({ data: { articleId: 'news', number: 1, role: 'BODY', sha256: 'b' } });
  await database.prisma.term.create({
    data: { id: 'offer.1', proposalId: 'offer', ordinal: 1, issueId: 'wages', text: 'More.' },
  });
});
afterAll(async () => await database.close());

const accepted = async (...statements: string[]) =>
  expect(await attempt(database.prisma, ...statements)).toBe('accepted');
const refused = async (by: string, ...statements: string[]) =>
  expect(await attempt(database.prisma, ...statements)).toBe(by);

/** The five columns of a partial date that is one day, stated. */
const on = (group: string, day: string, latest = day): Row => ({
  [group]: day,
  [`${group}Earliest`]: day,
  [`${group}Latest`]: latest,
  [`${group}Basis`]: 'STATED',
});

describe('evidence', () => {
  const stated: Row = { id: 'e', basis: 'STATED', articleId: 'news', paragraph: 1, cues: '{Ann}', ordinal: 0 };
  const external: Row = { id: 'e', basis: 'EXTERNAL', note: 'The library', cues: '{}', ordinal: 0 };
  const of = (row: Row) => insert('Evidence', row);

  test('hangs on exactly one fact', async () => {
    for (const fact of [{ entityId: 'ann' }, { termId: 'offer.1' }]) await accepted(of({ ...stated, ...fact }));
    for (const facts of [{}, { entityId: 'ann', termId: 'offer.1' }]) {
      await refused('Evidence_one_fact', of({ ...stated, ...facts }));
    }
  });

  test('that is stated stands in a passage, with a cue', async () => {
    for (const wrong of [
      { articleId: null, paragraph: null },
      { paragraph: null },
      { cues: '{}' },
      { note: 'a rule' },
    ]) {
      await refused('Evidence_basis', of({ ...stated, entityId: 'ann', ...wrong }));
    }
    await refused('Evidence_articleId_paragraph_fkey', of({ ...stated, entityId: 'ann', paragraph: 2 }));
  });

  test('that is derived says by which rule', async () => {
    const derived: Row = { ...stated, entityId: 'ann', basis: 'DERIVED' };
    await accepted(of({ ...derived, note: 'the Monday before' }));
    await refused('Evidence_basis', of(derived));
  });

  test('from elsewhere has a citation, and no passage', async () => {
    await accepted(of({ ...external, entityId: 'ann' }));
    for (const wrong of [{ note: null }, { articleId: 'news', paragraph: 1 }, { cues: '{Ann}' }]) {
      await refused('Evidence_basis', of({ ...external, entityId: 'ann', ...wrong }));
    }
  });
});

test('evidence links to the web and nowhere else', async () => {
  const of = (url: string) =>
    insert('Evidence', {
      id: 'e',
      basis: 'EXTERNAL',
      note: 'The library',
      cues: '{}',
      ordinal: 0,
      entityId: 'ann',
      url,
    });
  await accepted(of('https://example.org/page'));
  for (const url of ['javascript:alert(1)', ' https://example.org', '//example.org', 'data:text/html,x'])
    await refused('Evidence_url', of(url));
});

describe('an office', () => {
  let made = 0;
  const holds = (person: string, office: string, from: Row, to: Row, singleSeat = office === 'chair') =>
    insert('Relationship', {
      id: `held-${made++}`,
      type: 'HOLDS',
      subjectId: person,
      subjectKind: 'PERSON',
      objectId: office,
      objectKind: 'OFFICE',
      heldOfficeId: office,
      singleSeat,
      ...from,
      ...to,
    });
  const first = on('validFrom', '2015-01-01');
  const last = on('validTo', '2015-06-30');

  test('with a single seat has one certain holder on a day', async () => {
    const ann = holds('ann', 'chair', first, last);
    await refused('Relationship_single_seat', ann, holds('bob', 'chair', on('validFrom', '2015-06-30'), {}));
    await refused('Relationship_single_seat', ann, holds('bob', 'chair', {}, on('validTo', '2015-01-01')));
    await refused(
      'Relationship_single_seat',
      ann,
      holds('bob', 'chair', on('validFrom', '2014-01-01'), on('validTo', '2016-01-01')),
    );
    await refused('Relationship_single_seat', ann, holds('ann', 'chair', first, last));
  });

  test('with a single seat passes from one day to the next', async () => {
    const next = on('validTo', '2015-12-31');
    await accepted(holds('ann', 'chair', first, last), holds('bob', 'chair', on('validFrom', '2015-07-01'), next));
  });

  test('with a single seat may have two holders of whom none is certain', async () => {
    const someTime = on('validFrom', '2015-01-01', '2015-12-31');
    await accepted(holds('ann', 'chair', someTime, last), holds('bob', 'chair', someTime, last));
    await accepted(holds('ann', 'chair', {}, {}), holds('bob', 'chair', {}, {}));
  });

  test('with several seats has several holders', async () => {
    await accepted(holds('ann', 'council', first, last), holds('bob', 'council', first, last));
  });

  test('has its seats said right by who holds it', async () => {
    await accepted(holds('ann', 'chair', first, last));
    await refused('Relationship_heldOfficeId_singleSeat_fkey', holds('ann', 'chair', first, last, false));
    await refused('Relationship_heldOfficeId_singleSeat_fkey', holds('ann', 'council', first, last, true));
  });

  test('that turns out to have one seat is not stored with two certain holders', async () => {
    const both = [holds('ann', 'council', first, last), holds('bob', 'council', first, last)];
    const change = `UPDATE "Office" SET "singleSeat" = true WHERE id = 'council'`;
    await accepted(holds('ann', 'council', first, last), change);
    await refused('Relationship_single_seat', ...both, change);
  });

  test('is named by whoever holds it, and by nothing else', async () => {
    const row: Row = {
      id: 'r',
      type: 'HOLDS',
      subjectId: 'ann',
      subjectKind: 'PERSON',
      objectId: 'chair',
      objectKind: 'OFFICE',
    };
    await accepted(insert('Relationship', { ...row, heldOfficeId: 'chair', singleSeat: true }));
    await refused('Relationship_held_office', insert('Relationship', row));
    await refused(
      'Relationship_held_office',
      insert('Relationship', { ...row, heldOfficeId: 'council', singleSeat: false }),
    );
    // MATCH SIMPLE: a foreign key with a null in it would look the other way.
    await refused(
      'Relationship_held_office',
      insert('Relationship', { ...row, heldOfficeId: 'chair', singleSeat: null }),
    );
    const part: Row = {
      id: 'r',
      type: 'PART_OF',
      subjectId: 'local',
      subjectKind: 'UNION',
      objectId: 'union',
      objectKind: 'UNION',
    };
    await accepted(insert('Relationship', part));
    await refused(
      'Relationship_held_office',
      insert('Relationship', { ...part, heldOfficeId: 'chair', singleSeat: true }),
    );
  });
});

describe('a relationship', () => {
  const member: Row = {
    id: 'r',
    type: 'MEMBER_OF',
    subjectId: 'ann',
    subjectKind: 'PERSON',
    objectId: 'union',
    objectKind: 'UNION',
  };
  const party: Row = { ...member, type: 'PARTY_TO', objectId: 'dispute', objectKind: 'DISPUTE' };
  const position: Row = { ...member, type: 'TAKES_POSITION', objectId: 'wages', objectKind: 'ISSUE' };
  const of = (row: Row) => insert('Relationship', row);

  test('does not end before it begins', async () => {
    await accepted(of({ ...member, ...on('validFrom', '2015-01-01'), ...on('validTo', '2015-01-01') }));
    await accepted(of({ ...member, ...on('validFrom', '2015-01-01', '2015-12-31'), ...on('validTo', '2015-06-01') }));
    await refused(
      'Relationship_order',
      of({ ...member, ...on('validFrom', '2015-01-02'), ...on('validTo', '2015-01-01') }),
    );
  });

  test('has a side exactly if it is that of a party', async () => {
    await accepted(of({ ...party, side: 'EMPLOYEE' }));
    await refused('Relationship_side', of(party));
    await refused('Relationship_side', of({ ...member, side: 'EMPLOYEE' }));
  });

  test('has a position exactly if it takes one', async () => {
    await accepted(of({ ...position, position: 'OPPOSE' }));
    await refused('Relationship_position', of(position));
    await refused('Relationship_position', of({ ...member, position: 'OPPOSE' }));
  });

  test('is acting only of an office, and has two ends', async () => {
    await refused('Relationship_acting', of({ ...member, acting: true }));
    const loop: Row = { ...member, type: 'PART_OF', subjectKind: 'UNION', subjectId: 'union' };
    await accepted(of({ ...loop, subjectId: 'local' }));
    await refused('Relationship_no_loop', of(loop));
  });
});

describe('a partial date', () => {
  const dispute = (row: Row) =>
    insert('Entity', { id: 'd', kind: 'DISPUTE', summary: 'Made up.', updatedAt: '2026-01-01', ...row });
  const start = on('start', '2015-05-12');

  test('has its text, its bounds and its basis, or nothing', async () => {
    for (const right of [{}, start, { ...start, startEarliest: null }]) await accepted(dispute(right));
    await refused('Entity_start', dispute({ ...start, startBasis: null }));
    await refused('Entity_start', dispute({ ...start, start: null }));
    await refused('Entity_start', dispute({ ...start, startEarliest: null, startLatest: null }));
    await refused('Entity_start', dispute({ ...start, startEarliest: '2015-05-13' }));
  });

  test('that is derived has its rule, one from elsewhere its citation, a stated one neither', async () => {
    await refused('Entity_start', dispute({ ...start, startNote: 'why' }));
    for (const startBasis of ['DERIVED', 'EXTERNAL']) {
      await accepted(dispute({ ...start, startBasis, startNote: 'why' }));
      await refused('Entity_start', dispute({ ...start, startBasis }));
    }
  });

  test('is held to that wherever one can stand', async () => {
    const groups = await database.prisma.$queryRaw<{ table: string; name: string }[]>`
      SELECT table_name AS "table", left(column_name, -5) AS name FROM information_schema.columns
      WHERE table_schema = 'public' AND column_name LIKE '%Basis'`;
    const checks = await database.prisma.$queryRaw<{ name: string }[]>`
      SELECT conname AS name FROM pg_constraint WHERE pg_get_constraintdef(oid) LIKE '%partial_date_holds(%'`;
    expect(groups.length).toBeGreaterThan(9);
    expect(checks.map(({ name }) => name).sort()).toEqual(groups.map(({ table, name }) => `${table}_${name}`).sort());
  });

  test('of an end is not before that of the start', async () => {
    await accepted(dispute({ ...start, ...on('end', '2015-05-12') }));
    await refused('Entity_order', dispute({ ...start, ...on('end', '2015-05-11') }));
  });
});

test('a name: one preferred in a language, in one of two languages', async () => {
  const name = (text: string, row: Row = {}) =>
    insert('Name', { entityId: 'ann', text, language: 'en', type: 'PREFERRED', ordinal: 0, ...row });
  await accepted(name('Ann'), name('Anne', { language: 'fr' }), name('Annie', { type: 'ALIAS' }));
  await refused('Name_preferred', name('Ann'), name('Anne'));
  await refused('Name_language', name('Ann', { language: 'de' }));
});

test('a claim: a range from low to high, with a unit', async () => {
  const claim = (row: Row) => insert('Claim', { id: 'figure', ...row });
  for (const low of [1, 2]) await accepted(claim({ low, high: 2, unit: 'CAD' }));
  await refused('Claim_figure', claim({ low: 3, high: 2, unit: 'CAD' }));
  await refused('Claim_figure', claim({ low: 1, high: 2 }));
});

test('a term: a value with its unit, years that are counted from 1', async () => {
  const term = (row: Row) =>
    insert('Term', { id: 'offer.2', proposalId: 'offer', ordinal: 2, issueId: 'wages', text: 'More.', ...row });
  for (const right of [{}, { value: 2, unit: 'PERCENT', year: 1, years: 2 }]) await accepted(term(right));
  await refused('Term_unit', term({ value: 2 }));
  for (const years of [{ year: 1 }, { year: 0, years: 1 }]) await refused('Term_years', term(years));
  await refused('Term_proposalId_proposalKind_fkey', term({ proposalId: 'ann' }));
  await refused('Term_issueId_issueKind_fkey', term({ issueId: 'ann' }));
});

test('a stage is a status of legislation; a unit has no fewer than no members; there is one version', async () => {
  const bill = insert('Legislation', { id: 'bill' });
  const stage = (row: Row) => insert('LegislationStage', { id: 's', legislationId: 'bill', ordinal: 0, ...row });
  await accepted(bill, stage({ stage: 'PASSED' }));
  await refused('LegislationStage_kind_stage_fkey', bill, stage({ stage: 'SETTLED' }));
  await refused('LegislationStage_kind', bill, stage({ stage: 'SETTLED', kind: 'DISPUTE' }));
  const unit = (size: number) => insert('BargainingUnit', { id: 'unit', size });
  await accepted(unit(0));
  await refused('BargainingUnit_size', unit(-1));
  await refused('DataVersion_one', insert('DataVersion', { one: false, version: 1 }));
  // The triggers have written it already.
  await refused('DataVersion_pkey', insert('DataVersion', { one: true, version: 1 }));
});
