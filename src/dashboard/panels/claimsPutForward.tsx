/** The claims about what was put forward in a matter, each beside what stands against it. */
import { graphql } from '../../generated/operations/gql.ts';
import type { ClaimSidesFragment, ClaimsPutForwardQuery } from '../../generated/operations/graphql.ts';
import { useAsOf } from '../address.ts';
import { Panel } from '../parts/panel.tsx';
import { useLanguage, useWords } from '../words.ts';
import { ClaimList, claimsThen, headOfClaims, rowsOf } from './claims.tsx';

const ClaimsPutForwardIn = graphql(`
  query ClaimsPutForward($of: ID!, $after: String, $language: Language!) {
    entity(id: $of) {
      id
      putForward: relationships(types: [MADE_IN], kinds: [PROPOSAL], first: 3, after: $after) {
        totalCount
        pageInfo {
          hasNextPage
          endCursor
        }
        edges {
          other {
            id
            claims: relationships(types: [ABOUT], direction: IN, kinds: [CLAIM], first: 4) {
              totalCount
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
          }
        }
      }
    }
  }
`);

export function ClaimsPutForward({ id }: { id: string }) {
  const words = useWords();
  const asOf = useAsOf();
  const claimsOf = (entity: ClaimsPutForwardQuery['entity']): ClaimSidesFragment[] =>
    claimsThen(
      asOf,
      (entity?.putForward.edges ?? [])
        .flatMap(({ other }) => other.claims.edges)
        .flatMap(({ other }) => ('proposition' in other ? [other] : [])),
    );
  return (
    <Panel
      onDay
      name="claims-put-forward"
      title={words.entity.claimsPutForward}
      query={ClaimsPutForwardIn}
      variables={{ of: id, language: useLanguage() }}
      pageOf={({ entity }) => entity?.putForward}
      isEmpty={({ entity }) => claimsOf(entity).length === 0}
      whenEmpty="hide"
      table={({ entity }) => ({
        head: headOfClaims,
        rows: claimsOf(entity).flatMap((claim) => rowsOf(claim, asOf)),
      })}
      className="wide"
    >
      {({ entity }) => <ClaimList claims={claimsOf(entity)} />}
    </Panel>
  );
}
