/** The entries of a list: as a table on the page, and to be taken away. */
import { graphql } from '../../generated/operations/gql.ts';
import type { ListQuery } from '../../generated/operations/graphql.ts';
import { Attributed, teller } from '../parts/attributed.tsx';
import { EntityLink, KindLabel } from '../parts/entityLink.tsx';
import { OurWords } from '../parts/inLanguage.tsx';
import { lastReport, Standing } from '../parts/standing.tsx';
import type { Table } from '../parts/table.ts';
import { Span } from '../parts/when.tsx';
import { termWord } from '../vocabulary.ts';
import type { Words } from '../words/words.ts';
import { type Lang, useWords } from '../words.ts';

export const List = graphql(`
  query List(
    $filter: EntityFilter
    $orderBy: EntityOrder
    $first: Int
    $after: String
    $last: Int
    $before: String
    $language: Language!
  ) {
    entities(
      filter: $filter
      orderBy: $orderBy
      language: $language
      first: $first
      after: $after
      last: $last
      before: $before
    ) {
      totalCount
      pageInfo {
        hasPreviousPage
        startCursor
        hasNextPage
        endCursor
      }
      nodes {
        id
        kind
        name(language: $language)
        nameLanguage(language: $language)
        summary
        subtype
        ...Standing
        ...Told
        ...Lasting
      }
    }
  }
`);

type Entry = ListQuery['entities']['nodes'][number];

/** `mixed`: of several kinds, so that each says its own. */
export function Entries({ nodes, mixed }: { nodes: readonly Entry[]; mixed: boolean }) {
  const words = useWords();
  return (
    <div className="scroll" tabIndex={-1}>
      <table className="list">
        <thead>
          <tr>
            <th scope="col">{words.list.name}</th>
            <th scope="col">{words.list.subtype}</th>
            <th scope="col">{words.list.when}</th>
          </tr>
        </thead>
        <tbody>
          {nodes.map((node) => (
            <tr key={node.id}>
              <th scope="row">
                <EntityLink entity={node} />
                <small>{node.summary === node.name ? null : <OurWords>{node.summary}</OurWords>}</small>
              </th>
              <td>
                {mixed && <KindLabel kind={node.kind} />} {node.subtype && <span>{termWord(words, node.subtype)}</span>}{' '}
                <Standing of={node} />
              </td>
              <td>
                {'start' in node && <Span from={node.start} to={node.end} isPeriod={node.isPeriod} />}{' '}
                <Attributed to={teller(node)} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

export const tableOfList = (nodes: readonly Entry[], words: Words, lang: Lang): Table => ({
  head: ['id', 'kind', 'name', 'type', 'status', 'last reported', 'start', 'end', 'summary', 'according to'],
  rows: nodes.map((node) => {
    const [start, end] = 'start' in node ? [node.start, node.end] : [null, null];
    return [
      ...[
        node.id,
        node.kind,
        node.name,
        node.subtype,
        node.statusCode,
        node.statusCode && lastReport(node, words, lang),
      ],
      ...[start?.edtf, end?.edtf, node.summary, teller(node)?.id],
    ];
  }),
});
