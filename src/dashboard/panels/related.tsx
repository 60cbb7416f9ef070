/** What an entity is related to, in words, by the way in which it is. */
import { graphql } from '../../generated/operations/gql.ts';
import type { RelatedQuery } from '../../generated/operations/graphql.ts';
import { useAsOf } from '../address.ts';
import { Sources } from '../evidence/sources.tsx';
import { certaintyWith, onDay } from '../onDay.ts';
import { Certainty } from '../parts/asOf.tsx';
import { attributed } from '../parts/attributed.tsx';
import { EntityLink, KindLabel } from '../parts/entityLink.tsx';
import { Panel } from '../parts/panel.tsx';
import { Undated } from '../parts/undated.tsx';
import { capital, relationshipWord } from '../vocabulary.ts';
import { languageOf, useLang, useWords } from '../words.ts';
import { cited } from './cited.ts';
import { Qualified } from './facts.tsx';

const RelatedTo = graphql(`
  query Related($of: ID!, $asOf: Date, $after: String, $language: Language!) {
    entity(id: $of) {
      id
      name(language: $language)
      relationships(asOf: $asOf, first: 100, after: $after) {
        totalCount
        pageInfo {
          hasNextPage
          endCursor
        }
        edges {
          ...RelatedEdge
          node {
            ...Tie
            side
            position
          }
        }
      }
    }
  }
`);

type Edge = NonNullable<RelatedQuery['entity']>['relationships']['edges'][number];

/** Those that were there on the day, and those without a date. */
function edgesOn(day: string | null, entity: RelatedQuery['entity']): Edge[] {
  const { there, undated } = onDay(day, entity?.relationships.edges ?? [], ({ other }) => other);
  return [...there, ...undated];
}

export function Related({ of }: { of: string }) {
  const words = useWords();
  const lang = useLang();
  const asOf = useAsOf();
  return (
    <Panel
      onDay
      name="related"
      title={words.entity.related}
      query={RelatedTo}
      variables={{ of, asOf, language: languageOf(lang) }}
      pageOf={({ entity }) => entity?.relationships}
      isEmpty={({ entity }) => edgesOn(asOf, entity).length === 0}
      table={({ entity }) => ({
        head: [
          'subject',
          'relationship',
          'object',
          'object name',
          'from',
          'to',
          'certainty',
          'according to',
          'evidence',
        ],
        rows: edgesOn(asOf, entity).map(({ label, other, node, certainty }) => [
          of,
          label,
          other.id,
          other.name,
          node.validFrom?.edtf,
          node.validTo?.edtf,
          certaintyWith(asOf, certainty, other),
          node.accordingTo?.id,
          cited(node.evidence),
        ]),
      })}
      className="wide"
    >
      {({ entity }) => {
        const { there, undated } = onDay(asOf, entity?.relationships.edges ?? [], ({ other }) => other);
        const name = entity?.name ?? of;
        return (
          <>
            <Groups name={name} edges={there} />
            <Undated count={undated.length}>
              <Groups name={name} edges={undated} />
            </Undated>
          </>
        );
      }}
    </Panel>
  );
}

function Groups({ name, edges }: { name: string; edges: readonly Edge[] }) {
  const words = useWords();
  const groups = Map.groupBy(edges, ({ node, direction, label }) =>
    relationshipWord(words, node.type, direction, label),
  );
  return (
    <dl className="related">
      {[...groups].map(([label, members]) => (
        <div key={label}>
          <dt>{capital(label)}</dt>
          {members.map((edge) => (
            <dd key={edge.node.id}>
              <EntityLink entity={edge.other} /> <KindLabel kind={edge.other.kind} />{' '}
              <Qualified relationship={edge.node} terms={[edge.node.side, edge.node.position]} />
              <Certainty certainty={edge.certainty} />{' '}
              <Sources
                fact={edge.node.id}
                of={attributed(`${name} ${label} ${edge.other.name}`, edge.node.accordingTo, words)}
                evidence={edge.node.evidence}
              />
            </dd>
          ))}
        </div>
      ))}
    </dl>
  );
}
