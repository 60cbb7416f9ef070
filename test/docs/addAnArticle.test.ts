/** What docs/add-an-article.md asks the API has an answer. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ask } from '../ask.ts';

const page = readFileSync(new URL('../../docs/add-an-article.md', import.meta.url), 'utf8');
const queries = [...page.matchAll(/```graphql\n([^`]+)```/g)].map(([, query = '']) => query);

test('there are queries', () => {
  expect(queries).not.toEqual([]);
});

test.each(queries)('query %# is answered', async (query) => {
  const answer: Readonly<Record<string, { readonly nodes?: readonly unknown[] } | null>> = await ask(query);
  for (const field of Object.values(answer)) {
    expect(field).not.toBeNull();
    expect(field?.nodes).not.toEqual([]);
  }
});
