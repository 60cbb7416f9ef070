/** What laws do, and who goes to court over them. */
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
  onSide,
  type PartyOnSide,
  Source,
  type Sourced,
  withId,
} from './evidence.ts';

interface Provision extends Sourced {
  readonly effect: string;
  readonly condition: string | null;
}

interface NotStated extends Sourced {
  readonly attribute: string;
}

test('Q28 Which fines does the second law impose, and for what?', async () => {
  const { issue } = await ask<{
    issue: { legislation: Nodes<Id & { provisions: readonly Provision[] }> };
  }>(/* GraphQL */ `
    {
      issue(id: "strike-penalties") {
        legislation { nodes { id provisions { effect condition evidence { nodes { ...Source } } } } }
      }
    }
    ${Source}
  `);
  const law = only(issue.legislation.nodes);
  expect(law.id).toBe('alberta-strike-penalty-law-2013');
  const provision = only(law.provisions);
  expect(provision.effect).toMatch(/fines of six and seven figures/i);
  expect(provision.condition).toMatch(/strikes illegally, or so much as talks of it/);
  expectEvidence([provision], huffpost2014, [8]);
});

test('Q37 What power does C-59 give, on what condition?', async () => {
  const { legislation } = await ask<{
    legislation: { number: string | null; provisions: readonly (Provision & { affects: readonly Id[] })[] };
  }>(/* GraphQL */ `
    {
      legislation(id: "bill-c-59-2015") {
        number
        provisions { effect condition affects { id } evidence { nodes { ...Source } } }
      }
    }
    ${Source}
  `);
  expect(legislation.number).toBe('C-59');
  const power = only(legislation.provisions.filter(({ condition }) => condition !== null));
  expect(power.effect).toMatch(/programme of short-term and long-term disability benefits by itself/);
  expect(power.condition).toMatch(/bargaining has not produced such a plan/i);
  expect(ids(power.affects)).toEqual(['federal-public-servants', 'long-term-disability', 'short-term-disability']);
  expectEvidence([power], cbc2015, [3]);
});

test('Q39 Which laws did Alberta pass, and what does each do?', async () => {
  interface Law extends Id {
    status: string;
    number: string | null;
    title: string | null;
    notStated: readonly NotStated[];
    names: Nodes<{ basis: string }>;
    numbers: Nodes<{ basis: string }>;
    provisions: readonly Provision[];
    stages: readonly { stage: string; date: { edtf: string } | null }[];
  }
  const { government } = await ask<{
    government: { legislation: Edges<Law, Sourced & { type: string }> };
  }>(/* GraphQL */ `
    {
      government(id: "government-of-alberta") {
        legislation {
          edges {
            relationship { type evidence { nodes { ...Source } } }
            node {
              id
              status
              number
              title
              notStated { attribute evidence { nodes { ...Source } } }
              names: evidence(attribute: "names") { nodes { basis } }
              numbers: evidence(attribute: "number") { nodes { basis } }
              provisions { effect condition evidence { nodes { ...Source } } }
              stages { stage date { edtf } }
            }
          }
        }
      }
    }
    ${Source}
  `);
  const laws = government.legislation.edges;
  expect(laws.map(({ relationship, node }) => [relationship.type, node.id, node.status])).toEqual([
    ['ENACTS', 'alberta-settlement-law-2013', 'PASSED'],
    ['ENACTS', 'alberta-strike-penalty-law-2013', 'PASSED'],
  ]);
  for (const { node: law } of laws) {
    expect(law.notStated.map(({ attribute }) => attribute)).toEqual(expect.arrayContaining(['number', 'title']));
    expect(law.stages).toEqual([{ stage: 'PASSED', date: { edtf: '2013-12' } }]);
    // The names and numbers of the bills are known from elsewhere, never from the article.
    expect(law.names.nodes.map(({ basis }) => basis)).toEqual(['EXTERNAL']);
    expect(law.numbers.nodes.map(({ basis }) => basis)).toEqual(expect.arrayContaining(['EXTERNAL']));
  }
  expect(laws.map(({ node }) => [node.number, node.title])).toEqual([
    ['Bill 46', 'Public Service Salary Restraint Act'],
    ['Bill 45', 'Public Sector Services Continuation Act'],
  ]);
  const nodes = laws.map(({ node }) => node);
  const settlement = withId(nodes, 'alberta-settlement-law-2013');
  const deal = only(settlement.provisions.filter(({ condition }) => condition !== null));
  expect(deal.effect).toMatch(/deal of four years is imposed/);
  expect(deal.condition).toMatch(/no agreement is reached by 31 January 2014/i);
  const penalties = withId(nodes, 'alberta-strike-penalty-law-2013');
  expect(only(penalties.provisions).effect).toMatch(/fines/i);
  expect(only(penalties.provisions).condition).toMatch(/strikes illegally/);
  const named = (law: Law): readonly Sourced[] => law.notStated.filter(({ attribute }) => attribute === 'number');
  expectEvidence([deal], huffpost2014, [7]);
  expectEvidence(named(settlement), huffpost2014, [7]);
  expectEvidence(penalties.provisions, huffpost2014, [8]);
  expectEvidence(named(penalties), huffpost2014, [8]);
  expectEvidence(
    laws.map(({ relationship }) => relationship),
    huffpost2014,
    [7, 8],
  );
});

test("Q41 Who challenges Alberta's laws, on what ground, before which court?", async () => {
  interface Challenge extends Id, Sourced {
    parties: readonly PartyOnSide[];
    grounds: string | null;
    court: Id | null;
    notStated: readonly NotStated[];
    challengedLegislation: Nodes<Id>;
  }
  const { legalChallenges } = await ask<{ legalChallenges: Nodes<Challenge> }>(/* GraphQL */ `
    {
      legalChallenges(filter: { jurisdiction: "alberta" }) {
        nodes {
          id
          parties { side actor { id } evidence { nodes { ...Source } } }
          grounds
          court { id }
          notStated { attribute evidence { nodes { ...Source } } }
          challengedLegislation { nodes { id } }
          evidence { nodes { ...Source } }
        }
      }
    }
    ${Source}
  `);
  const challenge = only(legalChallenges.nodes);
  expect(challenge.id).toBe('aupe-charter-challenge');
  expect(onSide(challenge.parties, 'APPLICANT')).toEqual(['aupe']);
  expect(onSide(challenge.parties, 'RESPONDENT')).toEqual(['government-of-alberta']);
  expect(ids(challenge.challengedLegislation.nodes)).toEqual([
    'alberta-settlement-law-2013',
    'alberta-strike-penalty-law-2013',
  ]);
  expect(challenge.grounds).toMatch(/freedoms of the Charter/);
  expect(challenge.court).toBeNull();
  const open = only(challenge.notStated.filter(({ attribute }) => attribute === 'court'));
  expectEvidence([challenge], huffpost2014, [9]);
  expectEvidence(challenge.parties, huffpost2014, [9]);
  expectEvidence([open], huffpost2014, [9]);
});

test('Q42 What led the federal unions to court?', async () => {
  interface Cause extends Id {
    kind: string;
    summary: string;
  }
  const { legalChallenge } = await ask<{
    legalChallenge: { parties: readonly PartyOnSide[]; causes: Edges<Cause, Sourced> };
  }>(/* GraphQL */ `
    {
      legalChallenge(id: "federal-unions-challenge-2015") {
        parties(side: APPLICANT) { side actor { id } evidence { nodes { ...Source } } }
        causes { edges { node { id kind summary } relationship { evidence { nodes { ...Source } } } } }
      }
    }
    ${Source}
  `);
  expect(onSide(legalChallenge.parties, 'APPLICANT')).toEqual(['federal-public-service-unions', 'pipsc', 'psac']);
  expect(legalChallenge.causes.edges.map(({ node }) => [node.kind, node.id])).toEqual([
    ['CLAIM', 'claim-sick-leave-savings-1bn'],
    ['EVENT', 'federal-budget-2015'],
    ['PROPOSAL', 'government-sick-leave-proposal-2015'],
  ]);
  const budget = only(legalChallenge.causes.edges.filter(({ node }) => node.kind === 'EVENT'));
  expect(budget.node.summary).toMatch(/book savings from sick leave while they bargain/);
  expectEvidence([budget.relationship], cbc2016, [12, 13]);
  for (const { relationship } of legalChallenge.causes.edges) expectEvidence([relationship], cbc2016, [13]);
});
