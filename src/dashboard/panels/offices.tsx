/** Offices: who holds one, which a person holds, which a body has and who holds them; all, or on the chosen day. */
import { graphql } from '../../generated/operations/gql.ts';
import type { TermFragment } from '../../generated/operations/graphql.ts';
import { useAsOf } from '../address.ts';
import { Panel } from '../parts/panel.tsx';
import type { Table } from '../parts/table.ts';
import { useLanguage, useWords } from '../words.ts';
import { cited } from './cited.ts';
import { type Related, Tie } from './facts.tsx';
import { LeftOpen } from './leftOpen.tsx';

const HoldersOf = graphql(`
  query Holders($id: ID!, $asOf: Date, $language: Language!) {
    office(id: $id) {
      ...Linked
      holders(asOf: $asOf, first: 50) {
        pageInfo {
          hasNextPage
        }
        edges {
          certainty
          node {
            ...Linked
          }
          relationship {
            ...Term
          }
        }
      }
    }
  }
`);

const OfficesHeld = graphql(`
  query OfficesHeld($id: ID!, $asOf: Date, $language: Language!) {
    person(id: $id) {
      offices(asOf: $asOf, first: 50) {
        pageInfo {
          hasNextPage
        }
        edges {
          certainty
          node {
            ...Linked
            relationships(types: [OFFICE_OF], direction: OUT, first: 3) {
              pageInfo {
                hasNextPage
              }
              edges {
                other {
                  ...Linked
                }
                node {
                  ...Tie
                }
              }
            }
          }
          relationship {
            ...Term
          }
        }
      }
    }
  }
`);

const OfficesWithin = graphql(`
  query OfficesWithin($id: ID!, $asOf: Date, $language: Language!) {
    entity(id: $id) {
      id
      ... on Organization {
        offices(first: 30) {
          pageInfo {
            hasNextPage
          }
          edges {
            node {
              ...Linked
              holders(asOf: $asOf, first: 5) {
                pageInfo {
                  hasNextPage
                }
                edges {
                  certainty
                  node {
                    ...Linked
                  }
                  relationship {
                    ...Term
                  }
                }
              }
            }
            relationship {
              ...Tie
            }
          }
        }
      }
    }
  }
`);

/** What is asked of whom: what all three show depends on the day. */
const useAsked = (id: string) => ({ variables: { id, asOf: useAsOf(), language: useLanguage() } });

type Holding = Related & {
  readonly certainty: Related['certainty'];
  readonly relationship: TermFragment | null;
};

const tableOf = (holdings: readonly (readonly [office: string, person: string, edge: Holding])[]): Table => ({
  head: ['office', 'person', 'from', 'to', 'not stated', 'acting', 'certainty', 'according to', 'evidence'],
  rows: holdings.map(([office, person, { relationship, certainty }]) => [
    ...[office, person, relationship?.validFrom?.edtf, relationship?.validTo?.edtf],
    relationship?.notStated.map(({ attribute }) => attribute).join(' '),
    ...[relationship?.acting === true ? 'acting' : null, certainty],
    ...[relationship?.accordingTo?.id, cited(relationship?.evidence)],
  ]),
});

export function Holders({ id }: { id: string }) {
  const { story } = useWords();
  return (
    <Panel
      onDay
      name="holders"
      title={story.holders}
      {...useAsked(id)}
      query={HoldersOf}
      isEmpty={({ office }) => (office?.holders.edges ?? []).length === 0}
      whenEmpty={story.noHolder}
      table={({ office }) => tableOf((office?.holders.edges ?? []).map((edge) => [id, edge.node.id, edge]))}
      className="wide"
    >
      {({ office }) => (
        <ul className="holders large">
          {office?.holders.edges.map((edge) => (
            <li key={edge.relationship?.id}>
              <Tie edge={edge} as={`${office.name}, ${story.holders}`} /> <LeftOpen term={edge.relationship} />{' '}
              {edge.certainty === 'CERTAIN' && <span className="status">{story.certain}</span>}
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}

export function OfficesOfPerson({ id }: { id: string }) {
  const { story } = useWords();
  return (
    <Panel
      onDay
      name="offices"
      title={story.offices}
      {...useAsked(id)}
      query={OfficesHeld}
      isEmpty={({ person }) => (person?.offices.edges ?? []).length === 0}
      whenEmpty="hide"
      table={({ person }) => tableOf((person?.offices.edges ?? []).map((edge) => [edge.node.id, id, edge]))}
    >
      {({ person }) => (
        <ul className="holders">
          {person?.offices.edges.map((edge) => (
            <li key={edge.relationship?.id}>
              <Tie edge={edge} as={story.offices} /> <LeftOpen term={edge.relationship} />
              {edge.node.relationships.edges.map(({ other, node }) => (
                <p key={node.id}>
                  <Tie edge={{ node: other, relationship: node }} as={edge.node.name} />
                </p>
              ))}
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}

export function OfficesOfBody({ id }: { id: string }) {
  const { story } = useWords();
  return (
    <Panel
      onDay
      name="offices"
      title={story.offices}
      {...useAsked(id)}
      query={OfficesWithin}
      className="wide"
      isEmpty={({ entity }) => entity === null || !('offices' in entity) || entity.offices.edges.length === 0}
      whenEmpty="hide"
      table={({ entity }) =>
        tableOf(
          entity === null || !('offices' in entity)
            ? []
            : entity.offices.edges.flatMap(({ node }) =>
                node.holders.edges.map((edge) => [node.id, edge.node.id, edge] as const),
              ),
        )
      }
    >
      {({ entity }) =>
        entity !== null &&
        'offices' in entity && (
          <dl className="holders across">
            {entity.offices.edges.map((office) => (
              <div key={office.node.id}>
                <dt>
                  <Tie edge={office} as={story.offices} />
                </dt>
                {office.node.holders.edges.map((edge) => (
                  <dd key={edge.relationship?.id}>
                    <Tie edge={edge} as={office.node.name} /> <LeftOpen term={edge.relationship} />
                  </dd>
                ))}
                {office.node.holders.edges.length === 0 && <dd className="empty">{story.noHolder}</dd>}
              </div>
            ))}
          </dl>
        )
      }
    </Panel>
  );
}
