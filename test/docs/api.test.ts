/** What docs/api.md says of prices is what the schema says. */
import { readFileSync } from 'node:fs';
import { getDirectiveValues } from 'graphql';
import { expect, test } from 'vitest';
import { buildSchema } from '../../src/schema/index.ts';

const page = readFileSync(new URL('../../docs/api.md', import.meta.url), 'utf8');

test.each([
  ['a list', 'entities'],
  ['a timeline', 'timeline'],
  ['statistics', 'statistics'],
  ['a search', 'search'],
])('%s costs what the schema says', (words, name) => {
  const schema = buildSchema();
  const [directive, field] = [schema.getDirective('cost'), schema.getQueryType()?.getFields()[name]?.astNode];
  const weight = directive && field && getDirectiveValues(directive, field)?.['weight'];
  expect(Number(new RegExp(`${words} (\\d+)`).exec(page)?.[1])).toBe(weight);
});
