/** What the sides want, say, and think of each other. */
import { expect, test } from 'vitest';
import { ask } from '../ask.ts';
import {
  cbc2015,
  cbc2016,
  type Edges,
  expectEvidence,
  huffpost2014,
  type Id,
  ids,
  type Nodes,
  only,
  Source,
  type Sourced,
  withId,
} from './evidence.ts';

interface StatementAnswer extends Id, Sourced {
  readonly summary: string;
}

interface PositionTaken extends Sourced {
  readonly position: string;
  readonly note: string | null;
}

test('Q12 What does the government want done with sick leave, in 2015?', async () => {
  interface Proposal extends Id, Sourced {
    summary: string;
    proposedBy: Nodes<Id>;
    terms: readonly (Sourced & { issue: Id; stated: string; value: number | null; text: string })[];
    positions: Edges<Id, PositionTaken>;
  }
  const { dispute } = await ask<{ dispute: { proposals: Nodes<Proposal> } }>(/* GraphQL */ `
    {
      dispute(id: "federal-sick-leave-dispute") {
        proposals {
          nodes {
            id
            summary
            evidence { nodes { ...Source } }
            proposedBy { nodes { id } }
            terms { issue { id } stated value text evidence { nodes { ...Source } } }
            positions(asOf: "2015-05-12") {
              edges { node { id } relationship { position note evidence { nodes { ...Source } } } }
            }
          }
        }
      }
    }
    ${Source}
  `);
  const proposal = only(dispute.proposals.nodes);
  expect(proposal.id).toBe('government-sick-leave-proposal-2015');
  expect(ids(proposal.proposedBy.nodes)).toEqual(['government-of-canada']);
  expect(proposal.summary).toMatch(/give up banking sick days and get short-term disability benefits/);
  expect(proposal.summary).toMatch(/does not bargain over the change/);
  expect(proposal.terms.map(({ issue, stated, value }) => [issue.id, stated, value])).toEqual([
    ['sick-leave-banking', 'NO_FIGURE', null],
    ['short-term-disability', 'NOT_STATED', null],
  ]);
  const minister = only(proposal.positions.edges.filter(({ node }) => node.id === 'tony-clement')).relationship;
  expect(minister).toMatchObject({ position: 'SUPPORT', note: expect.stringMatching(/not up for bargaining/) });
  expectEvidence(proposal.terms, cbc2015, [9]);
  expectEvidence([proposal], cbc2015, [1, 9]);
  expectEvidence([minister], cbc2015, [1, 9]);
});

test('Q13 How does PSAC describe what was offered?', async () => {
  interface OnAnOffer extends StatementAnswer {
    about: Nodes<Id>;
    claims: Edges<Id & { proposition: string }, Sourced & { type: string }>;
  }
  const { union } = await ask<{
    union: { president: readonly { person: { statements: Nodes<OnAnOffer> } }[] };
  }>(/* GraphQL */ `
    {
      union(id: "psac") {
        president(asOf: "2015-05-12") {
          person {
            statements {
              nodes {
                id
                summary
                about { nodes { id } }
                claims { edges { node { id proposition } relationship { type evidence { nodes { ...Source } } } } }
                evidence { nodes { ...Source } }
              }
            }
          }
        }
      }
    }
    ${Source}
  `);
  const offer = 'government-sick-leave-proposal-2015';
  const said = only(union.president).person.statements.nodes;
  const statement = only(said.filter(({ about }) => ids(about.nodes).includes(offer)));
  expect(statement.id).toBe('statement-benson-sick-or-pay-cut');
  expect(statement.summary).toMatch(/working ill and losing pay/);
  const { node: claim, relationship } = only(statement.claims.edges);
  expect([relationship.type, claim.id]).toEqual(['ASSERTS', 'claim-sick-or-pay-cut']);
  expect(claim.proposition).toMatch(/work while ill or to lose pay/);
  expectEvidence([statement], cbc2015, [15, 16]);
  expectEvidence([relationship], cbc2015, [15, 16]);
});

test('Q15 What does Clement accuse the unions of?', async () => {
  interface Accusation extends Id {
    type: string;
    name: string;
    proposition: string;
    about: Nodes<Id>;
  }
  const { person } = await ask<{ person: { claims: Edges<Accusation, Sourced & { type: string }> } }>(/* GraphQL */ `
    {
      person(id: "tony-clement") {
        claims {
          edges {
            node { id type name proposition about { nodes { id } } }
            relationship { type evidence { nodes { ...Source } } }
          }
        }
      }
    }
    ${Source}
  `);
  const { node: claim, relationship } = only(person.claims.edges.filter(({ node }) => node.type === 'ACCUSATION'));
  expect([relationship.type, claim.id]).toEqual(['ASSERTS', 'claim-unions-stonewall']);
  expect(claim.name).toMatch(/stonewall/);
  expect(claim.proposition).toMatch(/hold up the bargaining/);
  expect(ids(claim.about.nodes)).toEqual(['federal-public-service-unions', 'federal-round-2014-15']);
  expectEvidence([relationship], cbc2015, [11]);
});

test('Q16 What does Hancock say of a settlement?', async () => {
  const { person } = await ask<{
    person: { statements: Nodes<StatementAnswer>; positions: Edges<Id, PositionTaken> };
  }>(/* GraphQL */ `
    {
      person(id: "dave-hancock") {
        statements { nodes { id summary evidence { nodes { ...Source } } } }
        positions(asOf: "2014-01-24") { edges { node { id } relationship { position note evidence { nodes { ...Source } } } } }
      }
    }
    ${Source}
  `);
  const preference = withId(person.statements.nodes, 'statement-hancock-negotiated-settlement');
  const flexibility = withId(person.statements.nodes, 'statement-hancock-flexibility');
  expect(preference.summary).toMatch(/would rather agree than impose/);
  expect(flexibility.summary).toMatch(/flexible within what its finances allow/);
  expect(person.positions.edges.map(({ node, relationship }) => [node.id, relationship.position])).toEqual([
    ['legislated-deal-2013', 'CONDITIONAL'],
    ['negotiated-settlement', 'SUPPORT'],
  ]);
  const position = only(person.positions.edges.filter(({ node }) => node.id === 'negotiated-settlement'));
  expectEvidence([preference], huffpost2014, [16]);
  expectEvidence([flexibility], huffpost2014, [18]);
  expectEvidence([position.relationship], huffpost2014, [16, 18]);
});

test("Q18 What does Daviau tell PIPSC's members, and by what medium?", async () => {
  interface Message extends StatementAnswer {
    medium: string | null;
    occasion: { participants: Edges<Id, { role: string | null }> } | null;
  }
  const { person } = await ask<{ person: { statements: Nodes<Message> } }>(/* GraphQL */ `
    {
      person(id: "debi-daviau") {
        statements {
          nodes {
            id
            summary
            medium
            occasion { participants { edges { node { id } relationship { role } } } }
            evidence { nodes { ...Source } }
          }
        }
      }
    }
    ${Source}
  `);
  const message = only(person.statements.nodes);
  expect(message).toMatchObject({ id: 'statement-daviau-pressure', medium: 'MESSAGE_TO_MEMBERS' });
  expect(message.summary).toMatch(/keep up the pressure/);
  expect(message.occasion?.participants.edges.map(({ node, relationship }) => [node.id, relationship.role])).toEqual([
    ['debi-daviau', 'writes'],
    ['pipsc', 'its members are addressed'],
  ]);
  expectEvidence([message], cbc2016, [9, 10]);
});

test("Q19 How did the unions' stance towards the federal government change between the two governments?", async () => {
  interface Stance extends Sourced {
    note: string | null;
    accordingTo: Id | null;
    validFrom: { earliest: string | null } | null;
    validTo: { latest: string | null } | null;
  }
  const { psac, unions } = await ask<{ psac: { stances: Edges<Id, Stance> }; unions: { stances: Edges<Id, Stance> } }>(
    /* GraphQL */ `
      {
        psac: union(id: "psac") { stances(asOf: "2015-05-12") { ...Stances } }
        unions: union(id: "federal-public-service-unions") { stances(asOf: "2016-01-15") { ...Stances } }
      }
      fragment Stances on ActorConnection {
        edges {
          node { id }
          relationship {
            note
            accordingTo { id }
            validFrom { earliest }
            validTo { latest }
            evidence { nodes { ...Source } }
          }
        }
      }
      ${Source}
    `,
  );
  const before = only(psac.stances.edges);
  const after = only(unions.stances.edges);
  // Neither is told of all unions: the one is what PSAC's president says, the other what unnamed executives say.
  expect(before.relationship.accordingTo).toEqual({ id: 'robyn-benson' });
  expect(after.relationship.accordingTo).toEqual({ id: 'federal-union-executives' });
  expect(before.node.id).toBe('conservative-administration-2006-2015');
  expect(before.relationship.note).toMatch(/hostile/);
  expect(before.relationship.validTo?.latest).toBe('2015-11-04');
  expect(after.node.id).toBe('liberal-administration-2015');
  expect(after.relationship.note).toBe('cautiously optimistic');
  expect(after.relationship.validFrom?.earliest).toBe('2015-10-19');
  expectEvidence([before.relationship], cbc2016, [3]);
  expectEvidence([after.relationship], cbc2016, [4]);
});

test("Q20 What is PSAC's key objective in 2016?", async () => {
  interface Pursuit extends Sourced {
    ordinal: number | null;
    note: string | null;
    accordingTo: Id | null;
  }
  const { union } = await ask<{ union: { objectives: Edges<Id & { name: string }, Pursuit> } }>(/* GraphQL */ `
    {
      union(id: "psac") {
        objectives(asOf: "2016-01-15") {
          edges { node { id name } relationship { ordinal note accordingTo { id } evidence { nodes { ...Source } } } }
        }
      }
    }
    ${Source}
  `);
  const { node: objective, relationship } = only(union.objectives.edges);
  expect(objective).toEqual({ id: 'public-service-capacity', name: 'Capacity of the public service' });
  expect(relationship).toMatchObject({ ordinal: 1, note: 'the key objective', accordingTo: { id: 'chris-aylward' } });
  expectEvidence([relationship], cbc2016, [19]);
});
