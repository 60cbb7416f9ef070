/** The rules of offices and relationships that the database holds, as constraints.test.ts has those of the rest. */
import { describe, test } from 'vitest';
import { insert, type Row } from './attempt.ts';
import { madeUp, on } from './madeUp.ts';

const { accepted, refused } = madeUp();

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
