/** The rules of the domain that the database holds: beside each refusal stands the nearest thing that is accepted. */
import { describe, expect, test } from 'vitest';
import { insert, insertNamed, type Row } from './attempt.ts';
import { madeUp, on } from './madeUp.ts';

const { database, accepted, refused } = madeUp();

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

describe('a partial date', () => {
  const dispute = (row: Row) => insertNamed({ id: 'd', kind: 'DISPUTE', ...row });
  const start = on('start', '2015-05-12');

  test('has its text, its bounds and its basis, or nothing', async () => {
    for (const right of [{}, start, { ...start, start: '[..2015-05-12]', startEarliest: null }])
      await accepted(dispute(right));
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
    const groups = await database().prisma.$queryRaw<{ table: string; name: string }[]>`
      SELECT table_name AS "table", left(column_name, -5) AS name FROM information_schema.columns
      WHERE table_schema = 'public' AND column_name LIKE '%Basis'`;
    const checks = await database().prisma.$queryRaw<{ name: string }[]>`
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
    insert('Name', { entityId: 'new', text, language: 'en', type: 'PREFERRED', ordinal: 0, ...row });
  const entity = insert('Entity', { id: 'new', kind: 'PERSON', summary: 'Made up.' });
  await accepted(entity, name('Ann'), name('Anne', { language: 'fr' }), name('Annie', { type: 'ALIAS' }));
  await refused('Name_preferred', entity, name('Ann'), name('Anne'));
  await refused('Name_language', entity, name('Ann', { language: 'de' }));
});

test('a claim: a number or a range from low to high, with a unit; a share as a fraction', async () => {
  const claim = (row: Row) => insert('Claim', { id: 'figure', ...row });
  for (const right of [{ value: 1 }, { low: 1, high: 2 }]) await accepted(claim({ ...right, unit: 'CAD' }));
  const wrong: Row[] = [
    { low: 3, high: 2 },
    { low: 2, high: 2 },
    { low: 2 },
    { high: 2 },
    { value: 1, low: 1, high: 2 },
  ];
  for (const row of wrong) await refused('Claim_figure', claim({ ...row, unit: 'CAD' }));
  for (const row of [{ low: 1, high: 2 }, { value: 1 }]) await refused('Claim_figure', claim(row));
  const share = { value: 0.6667, valueFraction: '2/3', unit: 'SHARE' };
  await accepted(claim(share));
  const noShares: Row[] = [{ valueFraction: null }, { unit: 'PERCENT' }, { value: 0.6666 }, { value: null }];
  for (const row of [...noShares, { valueFraction: 'two/3' }, { value: 1, valueFraction: '3/3' }]) {
    await refused('Claim_share', claim({ ...share, ...row }));
  }
});

test('a term: a value with its unit, years that are counted from 1', async () => {
  const term = (row: Row) =>
    insert('Term', { id: 'offer.2', proposalId: 'offer', ordinal: 2, issueId: 'wages', text: 'More.', ...row });
  for (const right of [{}, { value: 2, unit: 'PERCENT', year: 1, years: 2 }]) await accepted(term(right));
  await accepted(term({ notStated: true }));
  await refused('Term_unit', term({ value: 2 }));
  const open: Row[] = [{ value: 2, unit: 'PERCENT', notStated: true }, { approximation: 'ALMOST' }];
  for (const row of open) await refused('Term_open', term(row));
  await refused('Term_share', term({ value: 0.5, unit: 'SHARE' }));
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
  const unit = (size: number | null, sizeApproximation: string | null = null) =>
    insert('BargainingUnit', { id: 'unit', size, sizeApproximation });
  await accepted(unit(0, 'AT_LEAST'));
  await refused('BargainingUnit_size', unit(-1));
  await refused('BargainingUnit_sizeApproximation', unit(null, 'AT_LEAST'));
  await refused('DataVersion_one', insert('DataVersion', { one: false, version: 1 }));
  // The triggers have written it already.
  await refused('DataVersion_pkey', insert('DataVersion', { one: true, version: 1 }));
});
