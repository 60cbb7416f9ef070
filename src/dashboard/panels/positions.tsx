/** Who stands where: positions on issues, bills and proposals, what is aimed at, and how actors regard each other. */
import { graphql } from '../../generated/operations/gql.ts';
import type { PositionsQuery } from '../../generated/operations/graphql.ts';
import { useAsOf } from '../address.ts';
import { Panel } from '../parts/panel.tsx';
import { capital, relationshipWord, termWord } from '../vocabulary.ts';
import { useLanguage, useWords } from '../words.ts';
import { cited } from './cited.ts';
import { Tie } from './facts.tsx';

const PositionsOf = graphql(`
  query Positions($of: ID!, $asOf: Date, $language: Language!) {
    entity(id: $of) {
      id
      relationships(types: [TAKES_POSITION, PURSUES, STANCE_TOWARDS], asOf: $asOf, first: 100) {
        edges {
          ...RelatedEdge
          node {
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
  return (
    <Panel
      name="positions"
      title={story.positions}
      query={PositionsOf}
      variables={{ of: id, asOf: useAsOf(), language: useLanguage() }}
      isEmpty={({ entity }) => (entity?.relationships.edges ?? []).length === 0}
      whenEmpty="hide"
      table={({ entity }) => ({
        head: ['relationship', 'position', 'other', 'name', 'from', 'to', 'note', 'according to', 'evidence'],
        rows: (entity?.relationships.edges ?? []).map(({ label, other, node }) => [
          ...[label, node.position, other.id, other.name, node.validFrom?.edtf, node.validTo?.edtf],
          ...[node.note, node.accordingTo?.id, cited(node.evidence)],
        ]),
      })}
    >
      {({ entity }) => <Ways edges={entity?.relationships.edges ?? []} />}
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
