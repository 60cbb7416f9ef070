/** What an entity is related to, in words, by the way in which it is. */
import { graphql } from '../../generated/operations/gql.ts';
import type { RelatedQuery } from '../../generated/operations/graphql.ts';
import { useAsOf } from '../address.ts';
import { dayWords } from '../dates.ts';
import { Sources } from '../evidence/sources.tsx';
import { Certainty } from '../parts/asOf.tsx';
import { EntityLink, KindLabel } from '../parts/entityLink.tsx';
import { Panel } from '../parts/panel.tsx';
import { capital, relationshipWord } from '../vocabulary.ts';
import { languageOf, useLang, useWords } from '../words.ts';
import { cited } from './cited.ts';
import { Qualified } from './facts.tsx';

const RelatedTo = graphql(`
  query Related($of: ID!, $asOf: Date, $language: Language!) {
    entity(id: $of) {
      id
      name(language: $language)
      relationships(asOf: $asOf, first: 100) {
        totalCount
        pageInfo {
          hasNextPage
        }
        edges {
          ...RelatedEdge
          node {
            side
            position
          }
        }
      }
    }
  }
`);

type Edge = NonNullable<RelatedQuery['entity']>['relationships']['edges'][number];

export function Related({ of }: { of: string }) {
  const words = useWords();
  const lang = useLang();
  const asOf = useAsOf();
  const title =
    asOf === null ? words.entity.related : `${words.entity.related}, ${words.asOf.on(dayWords(asOf, lang))}`;
  return (
    <Panel
      name="related"
      title={title}
      query={RelatedTo}
      variables={{ of, asOf, language: languageOf(lang) }}
      isEmpty={({ entity }) => (entity?.relationships.edges.length ?? 0) === 0}
      table={({ entity }) => ({
        head: ['subject', 'relationship', 'object', 'object name', 'from', 'to', 'certainty', 'evidence'],
        rows: (entity?.relationships.edges ?? []).map(({ label, other, node, certainty }) => [
          of,
          label,
          other.id,
          other.name,
          node.validFrom?.edtf,
          node.validTo?.edtf,
          certainty,
          cited(node.evidence),
        ]),
      })}
      className="wide"
    >
      {({ entity }) => <Groups name={entity?.name ?? of} edges={entity?.relationships.edges ?? []} />}
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
              <Sources fact={edge.node.id} of={`${name} ${label} ${edge.other.name}`} evidence={edge.node.evidence} />
            </dd>
          ))}
        </div>
      ))}
    </dl>
  );
}
