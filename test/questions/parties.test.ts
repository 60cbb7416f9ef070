/** Who stands on which side, and for whom. */
import { expect, test } from 'vitest';
import { ask } from '../ask.ts';
import {
  cbc2015,
  type Edges,
  expectEvidence,
  huffpost2014,
  type Id,
  ids,
  type Nodes,
  only,
  onSide,
  type PartyOnSide,
  Source,
  type Sourced,
} from './evidence.ts';

test('Q07 Who are the parties to the federal sick-leave dispute of 2015, on which side?', async () => {
  const { dispute } = await ask<{ dispute: { parties: readonly PartyOnSide[] } }>(/* GraphQL */ `
    { dispute(id: "federal-sick-leave-dispute") { parties { side actor { id } evidence { nodes { ...Source } } } } }
    ${Source}
  `);
  expect(dispute.parties).toHaveLength(3);
  expect(onSide(dispute.parties, 'EMPLOYEE')).toEqual(['psac']);
  expect(onSide(dispute.parties, 'EMPLOYER')).toEqual(['government-of-canada', 'treasury-board']);
  for (const party of dispute.parties) expectEvidence([party], cbc2015, [1, 2]);
});

test("Q08 Who are the parties to Alberta's round of 2013-14?", async () => {
  const { bargainingRound } = await ask<{ bargainingRound: { parties: readonly PartyOnSide[] } }>(/* GraphQL */ `
    { bargainingRound(id: "alberta-round-2013-14") { parties { side actor { id } evidence { nodes { ...Source } } } } }
    ${Source}
  `);
  const { parties } = bargainingRound;
  expect(parties).toHaveLength(2);
  expect(onSide(parties, 'EMPLOYEE')).toEqual(['aupe']);
  expect(onSide(parties, 'EMPLOYER')).toEqual(['government-of-alberta']);
  expectEvidence(
    parties.filter(({ actor }) => actor.id === 'aupe'),
    huffpost2014,
    [3, 4],
  );
  expectEvidence(
    parties.filter(({ actor }) => actor.id === 'government-of-alberta'),
    huffpost2014,
    [3, 7],
  );
});

test('Q09 How large is the unit that AUPE bargains for, and who is in it?', async () => {
  interface Unit extends Id, Sourced {
    size: number | null;
    sizeAsOf: { edtf: string } | null;
    occupations: readonly string[] | null;
    employers: Nodes<Id>;
  }
  const { union } = await ask<{ union: { bargainingUnits: Edges<Unit, Sourced> } }>(/* GraphQL */ `
    {
      union(id: "aupe") {
        bargainingUnits {
          edges {
            relationship { evidence { nodes { ...Source } } }
            node { id size sizeAsOf { edtf } occupations employers { nodes { id } } evidence { nodes { ...Source } } }
          }
        }
      }
    }
    ${Source}
  `);
  const { node: unit, relationship } = only(union.bargainingUnits.edges);
  expect(unit).toMatchObject({
    id: 'aupe-government-workers',
    size: 22_000,
    sizeAsOf: { edtf: '2014-01-24' },
    occupations: ['corrections officers', 'social workers'],
  });
  expect(ids(unit.employers.nodes)).toEqual(['government-of-alberta']);
  expectEvidence([unit], huffpost2014, [14]);
  expectEvidence([relationship], huffpost2014, [14]);
});
