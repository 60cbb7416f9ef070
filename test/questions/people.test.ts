/** Who held which office, and who is connected with whom. */
import { expect, test } from 'vitest';
import { ask } from '../ask.ts';
import {
  cbc2015,
  cbc2016,
  type Edges,
  expectEvidence,
  type Holders,
  huffpost2014,
  type Id,
  ids,
  type Nodes,
  only,
  Source,
  type Sourced,
} from './evidence.ts';

test('Q01 Who was president of the Treasury Board when Bill C-59 was introduced?', async () => {
  const { legislation, office } = await ask<{
    legislation: { stages: readonly (Sourced & { stage: string; date: { edtf: string } | null })[] };
    office: { holders: Holders };
  }>(/* GraphQL */ `
    {
      legislation(id: "bill-c-59-2015") { stages { stage date { edtf } evidence { nodes { ...Source } } } }
      office(id: "president-of-the-treasury-board") {
        holders(asOf: "2015-05-07") { edges { certainty node { id } relationship { evidence { nodes { ...Source } } } } }
      }
    }
    ${Source}
  `);
  const introduction = only(legislation.stages);
  expect(introduction).toMatchObject({ stage: 'INTRODUCED', date: { edtf: '2015-05-07' } });
  const holder = only(office.holders.edges);
  expect(holder).toMatchObject({ certainty: 'CERTAIN', node: { id: 'tony-clement' } });
  expectEvidence([holder.relationship], cbc2015, [1]);
  expectEvidence([introduction], cbc2015, [3]);
});

test('Q02 Who was, under the government elected in 2015?', async () => {
  const { event, administration, office } = await ask<{
    event: { type: string; start: { edtf: string } };
    administration: { start: { edtf: string }; formedBy: Nodes<Id> };
    office: { holders: Holders };
  }>(/* GraphQL */ `
    {
      event(id: "federal-election-2015") { type start { edtf } }
      administration(id: "liberal-administration-2015") { start { edtf } formedBy { nodes { id } } }
      office(id: "president-of-the-treasury-board") {
        holders(asOf: "2016-01-15") { edges { certainty node { id } relationship { evidence { nodes { ...Source } } } } }
      }
    }
    ${Source}
  `);
  expect(event).toEqual({ type: 'ELECTION', start: { edtf: '2015-10-19' } });
  expect(administration.start.edtf).toBe('2015-11-04');
  expect(ids(administration.formedBy.nodes)).toEqual(['liberal-party-of-canada']);
  const holder = only(office.holders.edges);
  expect(holder).toMatchObject({ certainty: 'CERTAIN', node: { id: 'scott-brison' } });
  expectEvidence([holder.relationship], cbc2016, [13]);
});

test("Q04 Who was PSAC's president under both governments?", async () => {
  interface President extends Sourced {
    certainty: string;
    person: Id;
  }
  const { union, administration } = await ask<{
    administration: { start: { edtf: string } };
    union: { before: readonly President[]; after: readonly President[] };
  }>(/* GraphQL */ `
    {
      administration(id: "liberal-administration-2015") { start { edtf } }
      union(id: "psac") {
        before: president(asOf: "2015-05-12") { certainty person { id } evidence { nodes { ...Source } } }
        after: president(asOf: "2015-11-04") { certainty person { id } evidence { nodes { ...Source } } }
      }
    }
    ${Source}
  `);
  expect(administration.start.edtf).toBe('2015-11-04');
  const presidents = [only(union.before), only(union.after)];
  expect(presidents.map(({ person, certainty }) => [person.id, certainty])).toEqual([
    ['robyn-benson', 'CERTAIN'],
    ['robyn-benson', 'CERTAIN'],
  ]);
  expectEvidence(presidents, cbc2015, [14]);
  expectEvidence(presidents, cbc2016, [3]);
});

test("Q06 On 2014-01-24: premier and deputy premier of Alberta, and AUPE's president?", async () => {
  const { government, union } = await ask<{
    government: { offices: Nodes<{ type: string; holders: Holders }> };
    union: { president: readonly (Sourced & { certainty: string; person: Id })[] };
  }>(
    /* GraphQL */ `
      query ($day: Date!) {
        government(id: "government-of-alberta") {
          offices {
            nodes {
              type
              holders(asOf: $day) { edges { certainty node { id } relationship { evidence { nodes { ...Source } } } } }
            }
          }
        }
        union(id: "aupe") { president(asOf: $day) { certainty person { id } evidence { nodes { ...Source } } } }
      }
      ${Source}
    `,
    { day: '2014-01-24' },
  );
  const holderOf = (type: string) =>
    only(only(government.offices.nodes.filter((office) => office.type === type)).holders.edges);
  const premier = holderOf('PREMIER');
  const deputy = holderOf('DEPUTY_PREMIER');
  const president = only(union.president);
  expect(premier).toMatchObject({ certainty: 'CERTAIN', node: { id: 'alison-redford' } });
  expect(deputy).toMatchObject({ certainty: 'CERTAIN', node: { id: 'dave-hancock' } });
  expect(president).toMatchObject({ certainty: 'CERTAIN', person: { id: 'guy-smith' } });
  expectEvidence([premier.relationship], huffpost2014, [7]);
  expectEvidence([deputy.relationship], huffpost2014, [16]);
  expectEvidence([president], huffpost2014, [3, 4]);
});

test('Q45 How is Alison Redford connected with Guy Smith?', async () => {
  interface UnionOffice extends Id {
    holders: Edges<Id, Sourced>;
  }
  interface PartyWithOffices extends Sourced {
    actor: Id & { offices: Edges<UnionOffice, Sourced> };
  }
  interface Government extends Id {
    bargainingRounds: Edges<Id & { parties: readonly PartyWithOffices[] }, Sourced>;
  }
  interface Premiership extends Id {
    relationships: Nodes<Sourced>;
    organization: Government;
  }
  const { person } = await ask<{ person: Id & { offices: Edges<Premiership, Sourced> } }>(
    /* GraphQL */ `
      query ($day: Date!) {
        person(id: "alison-redford") {
          id
          offices(asOf: $day, first: 5) {
            edges {
              relationship { evidence { nodes { ...Source } } }
              node {
                id
                relationships(types: [OFFICE_OF], first: 5) { nodes { evidence { nodes { ...Source } } } }
                organization { id ... on BargainingParty { ...Rounds } }
              }
            }
          }
        }
      }
      fragment Rounds on BargainingParty {
        bargainingRounds(first: 5) {
          edges {
            relationship { evidence { nodes { ...Source } } }
            node { id parties(side: EMPLOYEE) { evidence { nodes { ...Source } } actor { id ... on Union { ...Presidency } } } }
          }
        }
      }
      fragment Presidency on Union {
        offices(first: 5) {
          edges {
            relationship { evidence { nodes { ...Source } } }
            node { id holders(asOf: $day, first: 5) { edges { node { id } relationship { evidence { nodes { ...Source } } } } } }
          }
        }
      }
      ${Source}
    `,
    { day: '2014-01-24' },
  );
  const premiership = only(person.offices.edges);
  const officeOf = only(premiership.node.relationships.nodes);
  const round = only(premiership.node.organization.bargainingRounds.edges);
  const union = only(round.node.parties);
  const presidency = only(union.actor.offices.edges);
  const president = only(presidency.node.holders.edges);
  expect([
    person.id,
    premiership.node.id,
    premiership.node.organization.id,
    round.node.id,
    union.actor.id,
    presidency.node.id,
    president.node.id,
  ]).toEqual([
    'alison-redford',
    'premier-of-alberta',
    'government-of-alberta',
    'alberta-round-2013-14',
    'aupe',
    'president-of-aupe',
    'guy-smith',
  ]);
  expectEvidence([premiership.relationship], huffpost2014, [7]);
  expectEvidence([officeOf], huffpost2014, [7]);
  expectEvidence([round.relationship], huffpost2014, [3, 7]);
  expectEvidence([union], huffpost2014, [3, 4]);
  expectEvidence([presidency.relationship], huffpost2014, [2, 4]);
  expectEvidence([president.relationship], huffpost2014, [2, 3, 4]);
});
