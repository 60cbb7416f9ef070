/** The claims about an entity, on it, by it, or about what was put forward in it, each beside what stands against it. */
import { useState } from 'react';
import { graphql } from '../../generated/operations/gql.ts';
import type {
  AttributedFragment,
  ClaimSidesFragment,
  ClaimsQuery,
  RebuttalFragment,
} from '../../generated/operations/graphql.ts';
import { Sources } from '../evidence/sources.tsx';
import { EntityLink } from '../parts/entityLink.tsx';
import { Panel } from '../parts/panel.tsx';
import { useLanguage, useWords } from '../words.ts';
import { cited } from './cited.ts';
import { ClaimSides, Figure, isContested } from './claimSides.tsx';

const ClaimsOf = graphql(`
  query Claims($of: ID!, $first: Int!, $language: Language!) {
    entity(id: $of) {
      id
      relationships(
        types: [ABOUT, CONCERNS, ASSERTS, DISPUTES, DENIES, SUPPORTS, QUALIFIES]
        kinds: [CLAIM]
        first: $first
      ) {
        pageInfo {
          hasNextPage
        }
        edges {
          other {
            id
            ... on Claim {
              ...ClaimSides
            }
          }
        }
      }
      putForward: relationships(types: [MADE_IN], kinds: [PROPOSAL], first: 3) {
        edges {
          other {
            id
            relationships(types: [ABOUT], direction: IN, kinds: [CLAIM], first: 8) {
              edges {
                other {
                  id
                  ... on Claim {
                    ...ClaimSides
                  }
                }
              }
            }
          }
        }
      }
    }
  }
`);

type Claim = ClaimSidesFragment;

/** Each claim once, those about what was put forward in the matter too; those that are contested first. */
function claimsOf(entity: ClaimsQuery['entity']): readonly Claim[] {
  if (entity === null) return [];
  const through = entity.putForward.edges.flatMap(({ other }) => other.relationships.edges);
  const found = [...entity.relationships.edges, ...through].flatMap(({ other }) =>
    'proposition' in other ? [other] : [],
  );
  const claims = [...new Map(found.map((claim) => [claim.id, claim])).values()];
  return claims.toSorted((a, b) => Number(isContested(b)) - Number(isContested(a)));
}

/** How many are asked for at first and with each step: a claim with all its sides is much to ask for. */
const [few, more] = [24, 40];

export function Claims({ id }: { id: string }) {
  const words = useWords();
  const [first, setFirst] = useState(few);
  return (
    <Panel
      name="claims"
      title={words.entity.claims}
      query={ClaimsOf}
      variables={{ of: id, first, language: useLanguage() }}
      isEmpty={({ entity }) => claimsOf(entity).length === 0}
      whenEmpty="hide"
      table={({ entity }) => ({
        head: ['claim', 'proposition', 'stance', 'actor', 'statement', 'according to', 'evidence'],
        rows: claimsOf(entity).flatMap(rowsOf),
      })}
      className="wide"
    >
      {({ entity }) => (
        <>
          <ul className="claims">
            {claimsOf(entity).map((claim) => (
              <li key={claim.id}>
                <ClaimSides claim={claim} head={<ClaimHead claim={claim} />} />
              </li>
            ))}
          </ul>
          {entity?.relationships.pageInfo.hasNextPage === true &&
            (first === 100 ? (
              <p className="hint">{words.story.cut}</p>
            ) : (
              <button type="button" onClick={() => setFirst(Math.min(100, first + more))}>
                {words.tools.more}
              </button>
            ))}
        </>
      )}
    </Panel>
  );
}

/** A line for each who takes a stand, for a table. */
export function rowsOf(claim: Claim): (string | undefined)[][] {
  const lines = (stance: string, of: readonly AttributedFragment[]): (string | undefined)[][] =>
    of.map(({ actor, statement, accordingTo, evidence }) => [
      ...[claim.id, claim.proposition, stance, actor?.id],
      ...[statement?.id, accordingTo?.id, cited(evidence)],
    ]);
  const answering = (stance: string, edges: readonly RebuttalFragment[]): (string | undefined)[][] =>
    edges.map(({ node, relationship }) => [
      ...[claim.id, claim.proposition, `${stance} ${node.id}`, undefined],
      ...[undefined, undefined, cited(relationship?.evidence ?? [])],
    ]);
  return [
    ...lines('asserts', claim.assertedBy),
    ...lines('supports', claim.supportedBy),
    ...lines('disputes', claim.disputedBy),
    ...lines('denies', claim.deniedBy),
    ...lines('qualifies', claim.qualifiedBy),
    ...answering('answered by', claim.answeredBy.edges),
    ...answering('answers', claim.answers.edges),
  ];
}

function ClaimHead({ claim }: { claim: Claim }) {
  return (
    <>
      <h3>
        <EntityLink entity={claim} /> <Sources fact={claim.id} of={claim.name} evidence={claim.evidence} />
      </h3>
      <Figure claim={claim} />
      <p className="gist">{claim.proposition}</p>
    </>
  );
}
