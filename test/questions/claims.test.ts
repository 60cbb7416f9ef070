/** What is claimed, by whom, and who contests it. */
import { expect, test } from 'vitest';
import { ask } from '../ask.ts';
import {
  cbc2015,
  type Edges,
  expectEvidence,
  type Id,
  ids,
  type Nodes,
  Source,
  type Sourced,
  withId,
} from './evidence.ts';

interface Attribution extends Sourced {
  readonly actor: Id | null;
}

/** Who says it, each once. */
const actors = (attributions: readonly Attribution[]): string[] =>
  [...new Set(attributions.map(({ actor }) => actor?.id ?? 'nobody'))].sort();

const sayings = `{ actor { id } evidence { nodes { ...Source } } }`;

test('Q21 Which figure does Clement assert for savings, over what period?', async () => {
  interface FigureClaim extends Id, Sourced {
    figure: {
      measure: string | null;
      value: number | null;
      unit: string | null;
      period: string | null;
      approximation: string | null;
    } | null;
  }
  const { person } = await ask<{ person: { claims: Edges<FigureClaim, Sourced & { type: string }> } }>(/* GraphQL */ `
    {
      person(id: "tony-clement") {
        claims {
          edges {
            node { id figure { measure value unit period approximation } evidence { nodes { ...Source } } }
            relationship { type evidence { nodes { ...Source } } }
          }
        }
      }
    }
    ${Source}
  `);
  const figures = person.claims.edges.filter(({ node }) => node.figure !== null);
  expect(figures.map(({ node, relationship }) => [relationship.type, node.id, node.figure])).toEqual([
    [
      'ASSERTS',
      'claim-sick-leave-savings-900m',
      {
        measure: 'savings from changes to sick leave',
        value: 900_000_000,
        unit: 'CAD',
        period: 'this fiscal year (2015-16)',
        approximation: 'EXACT',
      },
    ],
  ]);
  expectEvidence(
    figures.map(({ node }) => node),
    cbc2015,
    [6, 7],
  );
  expectEvidence(
    figures.map(({ relationship }) => relationship),
    cbc2015,
    [6, 7],
  );
});

test('Q22 Who contests it?', async () => {
  const { claim } = await ask<{
    claim: { disputedBy: readonly Attribution[]; deniedBy: readonly Attribution[]; assertedBy: readonly Attribution[] };
  }>(/* GraphQL */ `
    {
      claim(id: "claim-sick-leave-savings-900m") {
        assertedBy ${sayings}
        disputedBy ${sayings}
        deniedBy ${sayings}
      }
    }
    ${Source}
  `);
  expect(actors(claim.assertedBy)).toEqual(['tony-clement']);
  expect(actors(claim.disputedBy)).toEqual(['psac', 'robyn-benson']);
  expect(claim.deniedBy).toEqual([]);
  expectEvidence(claim.disputedBy, cbc2015, [13, 14, 17]);
});

test('Q24 Who asserts and who denies that sick leave is a large liability?', async () => {
  const { claim } = await ask<{
    claim: {
      assertedBy: readonly Attribution[];
      deniedBy: readonly Attribution[];
      disputedBy: readonly Attribution[];
      figure: { value: number | null } | null;
    };
  }>(/* GraphQL */ `
    {
      claim(id: "claim-sick-leave-liability") {
        assertedBy ${sayings}
        deniedBy ${sayings}
        disputedBy ${sayings}
        figure { value }
      }
    }
    ${Source}
  `);
  expect(actors(claim.assertedBy)).toEqual(['conservative-party-of-canada']);
  expect(actors(claim.deniedBy)).toEqual(['psac']);
  expect(claim.disputedBy).toEqual([]);
  expect(claim.figure).toBeNull();
  expectEvidence(claim.assertedBy, cbc2015, [20]);
  expectEvidence(claim.deniedBy, cbc2015, [21]);
});

test('Q38 Does the government already have that power?', async () => {
  interface Reading extends Id, Sourced {
    proposition: string;
    assertedBy: readonly Attribution[];
    answers: Edges<Id, Sourced>;
    answeredBy: Nodes<Id>;
  }
  const { legislation } = await ask<{ legislation: { mentions: Nodes<Id | Reading> } }>(/* GraphQL */ `
    {
      legislation(id: "bill-c-59-2015") {
        mentions {
          nodes {
            id
            ... on Claim {
              proposition
              evidence { nodes { ...Source } }
              assertedBy ${sayings}
              answers { edges { node { id } relationship { evidence { nodes { ...Source } } } } }
              answeredBy { nodes { id } }
            }
          }
        }
      }
    }
    ${Source}
  `);
  const claims = legislation.mentions.nodes.filter((node) => 'proposition' in node);
  const opposed = claims.filter(({ answers, answeredBy }) => answers.edges.length + answeredBy.nodes.length > 0);
  expect(ids(opposed)).toEqual(['claim-c-59-power-held', 'claim-c-59-would-give-power']);
  const held = withId(opposed, 'claim-c-59-power-held');
  const toCome = withId(opposed, 'claim-c-59-would-give-power');
  expect(held.proposition).toMatch(/can impose/);
  expect(actors(held.assertedBy)).toEqual(['tony-clement']);
  expect(toCome.proposition).toMatch(/bill would give the government the power/);
  expect(actors(toCome.assertedBy)).toEqual(['cbc-news']);
  expect(held.answers.edges.map(({ node }) => node.id)).toEqual(['claim-c-59-would-give-power']);
  expect(ids(toCome.answeredBy.nodes)).toEqual(['claim-c-59-power-held']);
  expectEvidence([held, ...held.assertedBy], cbc2015, [12]);
  expectEvidence([toCome, ...toCome.assertedBy], cbc2015, [3]);
  expectEvidence(
    held.answers.edges.map(({ relationship }) => relationship),
    cbc2015,
    [3, 12],
  );
});
