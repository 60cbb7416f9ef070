/** How a fact is cited in print: where its article is, by whom and when; what is not known of that says so. */
import { expect, test } from 'vitest';
import { ask } from '../ask.ts';

interface Article {
  readonly headline: string | null;
  readonly byline: string | null;
  readonly address: string | null;
  readonly retrieved: { readonly edtf: string } | null;
  readonly published: { readonly edtf: string; readonly basis: string };
  readonly publisher: { readonly name: string };
  readonly nulls: readonly { readonly attribute: string; readonly reason: string }[];
}
const cited = 'headline byline address retrieved { edtf } published { edtf basis } publisher { name }';
const attributes = ['headline', 'byline', 'address', 'retrieved'] as const;

test('Q62 How is a fact cited in print: by its paragraph, its outlet and its day, and to the address where there is one', async () => {
  const { statement } = await ask<{
    statement: { evidence: { nodes: readonly { paragraph: number; article: Article }[] } };
  }>(
    `{ statement(id: "statement-smith-no-further") { evidence { nodes { paragraph article { ${cited} nulls { attribute reason } } } } } }`,
  );
  const [first] = statement.evidence.nodes;
  expect(first).toMatchObject({
    paragraph: expect.any(Number),
    article: {
      published: { edtf: '2014-01-24', basis: 'STATED' },
      publisher: { name: 'HuffPost Canada' },
      address: 'https://www.huffingtonpost.ca/2014/01/24/alberta-union-contract-talks_n_4661688.html',
    },
  });
});

test('what is not known of an article says why', async () => {
  const { articles } = await ask<{ articles: { nodes: (Article & { id: string })[] } }>(
    `{ articles { nodes { id ${cited} nulls { attribute reason } } } }`,
  );
  const reasons = Object.fromEntries(
    articles.nodes.map((article) => [
      article.id,
      attributes.map((name) => article[name] ?? article.nulls.find(({ attribute }) => attribute === name)?.reason),
    ]),
  );
  expect(reasons).toEqual({
    // The text of neither has a headline or a byline.
    'cbc-2015-05-12': ['NOT_FILLED_IN', 'NOT_FILLED_IN', 'NOT_FILLED_IN', 'NOT_FILLED_IN'],
    'cbc-2016-01': ['NOT_FILLED_IN', 'NOT_FILLED_IN', 'NOT_FILLED_IN', 'NOT_FILLED_IN'],
    // The headline of the third is its publisher's sentence, and is not copied.
    'huffpost-2014-01-24': ['NOT_FILLED_IN', 'NOT_FILLED_IN', expect.stringMatching(/^https:/), 'NOT_FILLED_IN'],
  });
});

test('an address that the article does not state is borne out from elsewhere', async () => {
  const { article } = await ask<{
    article: {
      nulls: readonly object[];
      evidence: { nodes: readonly { basis: string; citation: string; url: string }[] };
    };
  }>(`{ article(id: "huffpost-2014-01-24") {
    evidence(attribute: "address") { nodes { basis citation url } } nulls(articlesAlone: true) { attribute reason } } }`);
  expect(article.evidence.nodes).toEqual([
    { basis: 'EXTERNAL', citation: expect.stringContaining('same date line'), url: expect.stringMatching(/n_4661688/) },
  ]);
  expect(article.nulls).toContainEqual({ attribute: 'address', reason: 'NOT_STATED' });
});
