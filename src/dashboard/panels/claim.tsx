/** A claim itself: its figure, who stands behind it and who against it, what measures the same. */
import { graphql } from '../../generated/operations/gql.ts';
import { useAsOf } from '../address.ts';
import { type Began, presenceOn } from '../onDay.ts';
import { OurWords } from '../parts/inLanguage.tsx';
import { Panel } from '../parts/panel.tsx';
import { useLanguage, useWords } from '../words.ts';
import { ClaimSides, Figure } from './claimSides.tsx';
import { headOfClaims, rowsOf } from './claims.tsx';
import { Facts, Ties } from './facts.tsx';
import { claimOn } from './then.ts';

const ClaimItself = graphql(`
  query Claim($id: ID!, $language: Language!) {
    claim(id: $id) {
      ...ClaimSides
      sameMeasureAs(first: 20) {
        pageInfo {
          hasNextPage
        }
        edges {
          node {
            ...Linked
            ...Began
          }
          relationship {
            ...Tie
          }
        }
      }
      about(first: 20) {
        pageInfo {
          hasNextPage
        }
        edges {
          node {
            ...Linked
            ...Began
          }
          relationship {
            ...Tie
          }
        }
      }
    }
  }
`);

export function Claim({ id }: { id: string }) {
  const { story } = useWords();
  const asOf = useAsOf();
  const was = <Edge extends { readonly node: Began }>(edges: readonly Edge[]): Edge[] =>
    edges.filter(({ node }) => presenceOn(asOf, node) !== 'LATER');
  return (
    <Panel
      onDay
      name="claim"
      title={story.rebuttals}
      query={ClaimItself}
      variables={{ id, language: useLanguage() }}
      isEmpty={({ claim }) => claim === null}
      table={({ claim }) => ({
        head: headOfClaims,
        rows: claim === null ? [] : rowsOf(claimOn(asOf, claim), asOf),
      })}
      className="wide"
    >
      {({ claim }) =>
        claim && (
          <>
            <ClaimSides
              claim={claimOn(asOf, claim)}
              head={
                <>
                  <Figure claim={claim} />
                  <p className="wording">
                    <OurWords>{claim.proposition}</OurWords>
                  </p>
                </>
              }
            />
            <Facts across>
              <Ties name={story.sameMeasure} edges={was(claim.sameMeasureAs.edges)} />
              <Ties name={story.about} edges={was(claim.about.edges)} />
            </Facts>
          </>
        )
      }
    </Panel>
  );
}
