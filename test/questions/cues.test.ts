/** Where an article speaks of something, by the names and figures that stand there. */
import { expect, test } from 'vitest';
import { ask } from '../ask.ts';
import { cbc2015, type Id, ids } from './evidence.ts';

interface Match {
  readonly article: Id | null;
  readonly paragraph: number | null;
  readonly evidence: readonly { readonly fact: Id & { readonly __typename: string } }[];
}

test('Q63 Where does the article speak of an olive branch, and what hangs on it?', async () => {
  const { search } = await ask<{ search: { edges: readonly { node: Id; matches: readonly Match[] }[] } }>(
    /* GraphQL */ `
      {
        search(query: "olive branch", kinds: [ARTICLE]) {
          edges {
            node { id }
            matches {
              article { id }
              paragraph
              evidence { fact { __typename ... on Entity { id } ... on Relationship { id } } }
            }
          }
        }
      }
    `,
  );
  expect(search.edges.map(({ node }) => node.id)).toEqual([cbc2015]);
  const places = search.edges.flatMap(({ matches }) => matches);
  expect(places.map(({ article, paragraph }) => [article?.id, paragraph])).toEqual([[cbc2015, 12]]);
  const facts = places.flatMap(({ evidence }) => evidence.map(({ fact }) => fact));
  expect(ids(facts)).toEqual(
    expect.arrayContaining([
      'statement-clement-return-to-table',
      'tony-clement.MAKES.statement-clement-return-to-table',
    ]),
  );
});
