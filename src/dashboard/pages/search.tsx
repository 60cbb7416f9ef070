/** All results of a search, grouped as they rank. */
import { Link, useSearchParams } from 'wouter';
import { graphql } from '../../generated/operations/gql.ts';
import { useChange, useTo } from '../address.ts';
import { EntityLink, KindLabel } from '../parts/entityLink.tsx';
import { Panel } from '../parts/panel.tsx';
import { useTitle } from '../parts/useTitle.ts';
import { languageOf, useLang, useWords } from '../words.ts';

const Search = graphql(`
  query Search($query: String!, $language: Language!, $after: String) {
    search(query: $query, first: 25, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          id
          kind
          name(language: $language)
          summary
        }
        matches {
          reason
          segments {
            text
            matched
          }
        }
      }
    }
  }
`);

export function SearchPage() {
  const words = useWords();
  const lang = useLang();
  const to = useTo();
  const changeAddress = useChange();
  const [parameters] = useSearchParams();
  const query = (parameters.get('q') ?? '').trim();
  const after = parameters.get('after');
  useTitle(query === '' ? words.search.label : words.search.title(query));
  if (query === '') return <div className="page" />;
  return (
    <div className="page">
      <h1>{words.search.title(query)}</h1>
      <Panel
        name="results"
        title={words.search.all}
        query={Search}
        variables={{ query, language: languageOf(lang), after }}
        isEmpty={({ search }) => search.edges.length === 0}
        whenEmpty={words.search.none(query)}
        table={({ search }) => ({
          head: ['id', 'kind', 'name', 'summary'],
          rows: search.edges.map(({ node }) => [node.id, node.kind, node.name, node.summary]),
        })}
      >
        {({ search }) => (
          <>
            <p className="hint" role="status">
              {words.search.count(search.totalCount)}
            </p>
            <ol className="results">
              {search.edges.map(({ node, matches }) => (
                <li key={node.id}>
                  <h3>
                    <EntityLink entity={node} /> <KindLabel kind={node.kind} />
                  </h3>
                  <p>{node.summary}</p>
                  {matches.map(({ reason, segments }) => (
                    <p className="hint" key={reason + segments.map(({ text }) => text).join('')}>
                      {words.search.reasons[reason]}:{' '}
                      {segments.map(({ text, matched }, at) =>
                        // biome-ignore lint/suspicious/noArrayIndexKey: the segments of a match do not move
                        matched ? <mark key={at}>{text}</mark> : <span key={at}>{text}</span>,
                      )}
                    </p>
                  ))}
                </li>
              ))}
            </ol>
            <p className="pages">
              {after !== null && <Link href={to('/search', { q: query })}>{words.list.first}</Link>}
              {search.pageInfo.hasNextPage && (
                <button type="button" onClick={() => changeAddress({ after: search.pageInfo.endCursor })}>
                  {words.list.next}
                </button>
              )}
            </p>
          </>
        )}
      </Panel>
    </div>
  );
}
