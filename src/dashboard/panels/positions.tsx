/** Who stands where: positions on issues, bills and proposals, what is aimed at, and how actors regard each other. */
import { graphql } from '../../generated/operations/gql.ts';
import type { PositionsQuery } from '../../generated/operations/graphql.ts';
import { useAsOf } from '../address.ts';
import { certaintyWith, onDay } from '../onDay.ts';
import { Panel } from '../parts/panel.tsx';
import { Undated } from '../parts/undated.tsx';
import { capital, relationshipWord, termWord } from '../vocabulary.ts';
import { useLanguage, useWords } from '../words.ts';
import { cited } from './cited.ts';
import { Tie } from './facts.tsx';
import { relatedThen } from './then.ts';

const PositionsOf = graphql(`
  query Positions($of: ID!, $asOf: Date, $after: String, $language: Language!) {
    entity(id: $of) {
      id
      relationships(types: [TAKES_POSITION, PURSUES, STANCE_TOWARDS], asOf: $asOf, first: 100, after: $after) {
        totalCount
        pageInfo {
          hasNextPage
          endCursor
        }
        edges {
          ...RelatedEdge
          node {
            ...Tie
            position
            ordinal
          }
        }
      }
    }
  }
`);

type Edge = NonNullable<PositionsQuery['entity']>['relationships']['edges'][number];

export function Positions({ id }: { id: string }) {
  const { story } = useWords();
  const asOf = useAsOf();
  const edgesOf = (entity: PositionsQuery['entity']): Edge[] => relatedThen(asOf, entity?.relationships.edges ?? []);
  return (
    <Panel
      onDay
      name="positions"
      title={story.positions}
      query={PositionsOf}
      variables={{ of: id, asOf, language: useLanguage() }}
      pageOf={({ entity }) => entity?.relationships}
      isEmpty={({ entity }) => edgesOf(entity).length === 0}
      whenEmpty="hide"
      table={({ entity }) => ({
        head: [
          ...['relationship', 'position', 'other', 'name', 'from', 'to', 'note'],
          ...['according to', 'evidence', 'certainty'],
        ],
        rows: edgesOf(entity).map(({ label, other, node, certainty }) => [
          ...[label, node.position, other.id, other.name, node.validFrom?.edtf, node.validTo?.edtf],
          ...[node.note, node.accordingTo?.id, cited(node.evidence), certaintyWith(asOf, certainty, other)],
        ]),
      })}
    >
      {({ entity }) => {
        const { there, undated } = onDay(asOf, entity?.relationships.edges ?? [], ({ other }) => other);
        return (
          <>
            <Ways edges={there} />
            <Undated count={undated.length}>
              <Ways edges={undated} />
            </Undated>
          </>
        );
      }}
    </Panel>
  );
}

function Ways({ edges }: { edges: readonly Edge[] }) {
  const words = useWords();
  const ways = Map.groupBy(edges, ({ node, direction, label }) =>
    capital(relationshipWord(words, node.type, direction, label)),
  );
  return (
    <div className="positions">
      {[...ways].map(([way, members]) => (
        <div key={way}>
          <h3>{way}</h3>
          <ul>
            {members
              .toSorted((a, b) => (a.node.ordinal ?? 0) - (b.node.ordinal ?? 0))
              .map(({ other, node, certainty }) => (
                <li key={node.id}>
                  {node.position !== null && (
                    <span className="position" data-position={node.position}>
                      {termWord(words, node.position)}
                    </span>
                  )}{' '}
                  <Tie edge={{ node: other, relationship: node, certainty }} as={way} />
                </li>
              ))}
          </ul>
        </div>
      ))}
    </div>
  );
}
