/** A claim itself: its figure, who stands behind it and who against it, what measures the same. */
import { graphql } from '../../generated/operations/gql.ts';
import { Panel } from '../parts/panel.tsx';
import { useLanguage, useWords } from '../words.ts';
import { ClaimSides, Figure } from './claimSides.tsx';
import { rowsOf } from './claims.tsx';
import { Facts, Ties } from './facts.tsx';

const ClaimItself = graphql(`
  query Claim($id: ID!, $language: Language!) {
    claim(id: $id) {
      ...ClaimSides
      sameMeasureAs(first: 20) {
        edges {
          node {
            ...Linked
          }
          relationship {
            ...Tie
          }
        }
      }
      about(first: 20) {
        edges {
          node {
            ...Linked
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
  return (
    <Panel
      name="claim"
      title={story.rebuttals}
      query={ClaimItself}
      variables={{ id, language: useLanguage() }}
      isEmpty={({ claim }) => claim === null}
      table={({ claim }) => ({
        head: ['claim', 'proposition', 'stance', 'actor', 'statement', 'according to', 'evidence'],
        rows: claim === null ? [] : rowsOf(claim),
      })}
      className="wide"
    >
      {({ claim }) =>
        claim && (
          <>
            <ClaimSides
              claim={claim}
              head={
                <>
                  <Figure claim={claim} />
                  <p className="gist">{claim.proposition}</p>
                </>
              }
            />
            <Facts across>
              <Ties name={story.sameMeasure} edges={claim.sameMeasureAs.edges} />
              <Ties name={story.about} edges={claim.about.edges} />
            </Facts>
          </>
        )
      }
    </Panel>
  );
}
