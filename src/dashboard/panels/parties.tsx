/** Who faces whom, over what: the parties by side, and what belongs to the matter. */
import { graphql } from '../../generated/operations/gql.ts';
import type { PartiesQuery } from '../../generated/operations/graphql.ts';
import { useAsOf } from '../address.ts';
import { Panel } from '../parts/panel.tsx';
import { capital, termWord } from '../vocabulary.ts';
import { useLanguage, useWords } from '../words.ts';
import { cited } from './cited.ts';
import { Facts, Tie, Ties, TiesByWay } from './facts.tsx';
import { type PartyThen, partiesOn } from './then.ts';

const PartiesTo = graphql(`
  query Parties($of: ID!, $asOf: Date, $after: String, $language: Language!) {
    entity(id: $of) {
      id
      ...Began
      ... on HasParties {
        parties(first: 100) {
          side
          actor {
            ...Linked
          }
          relationship {
            ...Tie
          }
        }
      }
      relationships(
        kinds: [
          ISSUE
          DISPUTE
          BARGAINING_ROUND
          BARGAINING_UNIT
          COLLECTIVE_AGREEMENT
          LEGISLATION
          LEGAL_CHALLENGE
        ]
        asOf: $asOf
        first: 100
        after: $after
      ) {
        totalCount
        pageInfo {
          hasNextPage
          endCursor
        }
        edges {
          ...RelatedEdge
        }
      }
    }
  }
`);

type Found = NonNullable<PartiesQuery['entity']>;

export function Parties({ id }: { id: string }) {
  const words = useWords();
  const asOf = useAsOf();
  return (
    <Panel
      onDay
      name="parties"
      title={words.story.parties}
      query={PartiesTo}
      variables={{ of: id, asOf, language: useLanguage() }}
      pageOf={({ entity }) => entity?.relationships}
      isEmpty={({ entity }) => partiesOn(asOf, entity).length === 0}
      whenEmpty="hide"
      table={({ entity }) => ({
        head: ['side', 'id', 'kind', 'name', 'according to', 'evidence', 'certainty'],
        rows: partiesOn(asOf, entity).map(({ side, actor, relationship, certainty }) => [
          ...[side, actor.id, actor.kind, actor.name],
          ...[relationship.accordingTo?.id, cited(relationship.evidence), certainty],
        ]),
      })}
      className="wide"
    >
      {({ entity }) => (
        <>
          <Sides parties={partiesOn(asOf, entity)} />
          <Matters edges={entity?.relationships.edges ?? []} />
        </>
      )}
    </Panel>
  );
}

/** In the order in which they face each other. */
const sides = ['EMPLOYEE', 'EMPLOYER', 'APPLICANT', 'RESPONDENT', 'INTERVENER'] as const;

function Sides({ parties }: { parties: readonly PartyThen[] }) {
  const words = useWords();
  return (
    <div className="sides">
      {sides.map((side) => {
        const there = parties.filter((party) => party.side === side);
        if (there.length === 0) return null;
        return (
          <div key={side} data-side={side}>
            <h3>{capital(termWord(words, side))}</h3>
            <ul>
              {there.map(({ actor, relationship, certainty }) => (
                <li key={relationship.id}>
                  <Tie edge={{ node: actor, relationship, certainty }} as={termWord(words, side)} />
                </li>
              ))}
            </ul>
          </div>
        );
      })}
    </div>
  );
}

/** What is at stake, and what else the matter is connected with. */
function Matters({ edges }: { edges: Found['relationships']['edges'] }) {
  const { story } = useWords();
  const issues = edges.filter(({ node }) => node.type === 'CONCERNS');
  return (
    <Facts across>
      <Ties
        name={story.issues}
        edges={issues.map(({ other, node, certainty }) => ({ node: other, relationship: node, certainty }))}
      />
      <TiesByWay edges={edges.filter((edge) => !issues.includes(edge))} />
    </Facts>
  );
}
