import { graphql } from '../../generated/operations/gql.ts';
import { EntityLink } from '../parts/entityLink.tsx';
import { Panel } from '../parts/panel.tsx';
import { When } from '../parts/when.tsx';
import { useLanguage, useWords } from '../words.ts';

const Newest = graphql(`
  query NewestArticles($language: Language!) {
    articles(orderBy: { field: DATE, direction: DESC }, first: 10) {
      totalCount
      pageInfo {
        hasNextPage
      }
      nodes {
        id
        kind
        name(language: $language)
        nameLanguage(language: $language)
        ...Publication
        verification
      }
    }
  }
`);

/** The articles that the facts come from. */
export function NewestArticles() {
  const words = useWords();
  return (
    <Panel
      onDay={false}
      name="articles"
      title={words.overview.articles}
      query={Newest}
      variables={{ language: useLanguage() }}
      isEmpty={({ articles }) => articles.nodes.length === 0}
      table={({ articles }) => ({
        head: ['id', 'name', 'publisher', 'published'],
        rows: articles.nodes.map(({ id, name, publisher, published }) => [id, name, publisher?.name, published?.edtf]),
      })}
    >
      {({ articles }) => (
        <ul className="plain-list">
          {articles.nodes.map((article) => (
            <li key={article.id}>
              <EntityLink entity={article} />
              <small>
                {article.publisher && <EntityLink entity={article.publisher} />} · <When date={article.published} />
              </small>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
