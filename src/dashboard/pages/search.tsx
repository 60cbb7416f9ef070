/** All results of a search, grouped as they rank. */
import { Link, useSearchParams } from 'wouter';
import { graphql } from '../../generated/operations/gql.ts';
import type { SearchQuery } from '../../generated/operations/graphql.ts';
import { entityPath, useTo } from '../address.ts';
import { Attributed, teller } from '../parts/attributed.tsx';
import { EntityLink, KindLabel } from '../parts/entityLink.tsx';
import { OurWords } from '../parts/inLanguage.tsx';
import { PageLinks, Shown } from '../parts/pages.tsx';
import { Panel } from '../parts/panel.tsx';
import { useTitle } from '../parts/useTitle.ts';
import { pageArguments, readPlace } from '../place.ts';
import { languageOf, useLang, useWords } from '../words.ts';

const Search = graphql(`
  query Search(
    $query: String!
    $language: Language!
    $first: Int
    $after: String
    $last: Int
    $before: String
  ) {
    search(query: $query, first: $first, after: $after, last: $last, before: $before) {
      totalCount
      pageInfo {
        hasPreviousPage
        startCursor
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

/** How many results a page has. */
const size = 25;

export function SearchPage() {
  const words = useWords();
  const lang = useLang();
  const [parameters] = useSearchParams();
  const query = (parameters.get('q') ?? '').trim();
  const place = readPlace(parameters);
  const variables = { query, language: languageOf(lang) };
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
        variables={{ ...variables, ...pageArguments(place, size) }}
        fromStart={{ ...variables, first: size }}
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
            <Shown place={place} page={search} count={words.search.count} />
            <ol className="results">
              {search.edges.map((hit) => (
                <Result key={hit.node.id} hit={hit} />
              ))}
            </ol>
            <PageLinks place={place} page={search} size={size} />
          </>
        )}
      </Panel>
    </div>
  );
}

function Result({ hit: { node, matches } }: { hit: SearchQuery['search']['edges'][number] }) {
  const words = useWords();
  const to = useTo();
  return (
    <li>
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
  );
}
