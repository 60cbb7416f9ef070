/** All results of a search, grouped as they rank. */
import { Link, useSearchParams } from 'wouter';
import { graphql } from '../../generated/operations/gql.ts';
import { entityPath, useChange, useTo } from '../address.ts';
import { Attributed, teller } from '../parts/attributed.tsx';
import { EntityLink, KindLabel } from '../parts/entityLink.tsx';
import { OurWords } from '../parts/inLanguage.tsx';
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
          nameLanguage(language: $language)
          summary
          ...Told
        }
        matches {
          reason
          article {
            id
          }
          paragraph
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
        onDay={false}
        name="results"
        title={words.search.all}
        query={Search}
        variables={{ query, language: languageOf(lang), after }}
        byAddress
        pageOf={({ search }) => search}
        isEmpty={({ search }) => search.edges.length === 0}
        whenEmpty={words.search.none(query)}
        table={({ search }) => ({
          head: ['id', 'kind', 'name', 'summary', 'according to'],
          rows: search.edges.map(({ node }) => [node.id, node.kind, node.name, node.summary, teller(node)?.id]),
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
                  <p>
                    <OurWords>{node.summary}</OurWords> <Attributed to={teller(node)} />
                  </p>
                  {matches.map(({ reason, article, paragraph, segments }) => (
                    <p className="hint" key={`${reason} ${paragraph} ${segments.map(({ text }) => text).join('')}`}>
                      {words.search.reasons[reason]}
                      {article !== null && paragraph !== null && (
                        <>
                          {' ('}
                          <Link href={`${to(entityPath(article.id))}#paragraph-${paragraph}`}>
                            {words.evidence.paragraph(paragraph)}
                          </Link>
                          )
                        </>
                      )}
                      {words.colon}
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
