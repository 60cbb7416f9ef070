/** The queries that the browser makes of their texts are those that were generated. */
import { type DocumentNode, Kind, print } from 'graphql';
import { expect, test } from 'vitest';
import { costs, limits } from '../../src/dashboard/merged.ts';
import { queriesWith } from '../../src/dashboard/queries.ts';
import { fragmentsAmong, pricesWith, withShortQueries } from '../../src/dashboard/vite.queries.ts';
import * as generated from '../../src/generated/operations/graphql.ts';
import { texts } from './asked.ts';

const all = Object.values(generated as unknown as Readonly<Record<string, Partial<DocumentNode>>>);
const sorted = ({ definitions = [] }: Partial<DocumentNode>): string => definitions.map(print).sort().join('\n');

test('each has its fragments, and shares them with the others', () => {
  const fragments = fragmentsAmong(texts);
  const graphql = queriesWith(fragments);
  const made = texts.filter((text) => /^\s*query /.test(text)).map(graphql);
  const expected = all.filter(({ definitions }) => definitions?.some(({ kind }) => kind === Kind.OPERATION_DEFINITION));
  expect(made.length).toBeGreaterThan(30);
  expect(made.map(sorted).sort()).toEqual(expected.map(sorted).sort());
  const sources = made.flatMap(({ definitions }) =>
    definitions.filter((one) => one.kind === Kind.FRAGMENT_DEFINITION && one.name.value === 'Source'),
  );
  expect(sources.length).toBeGreaterThan(10);
  expect(new Set(sources).size).toBe(1);
});

test('their texts are short in the sources that are built', () => {
  const source =
    'const A = graphql(`\n  query A {\n    a {\n      ...B\n    }\n  }\n`);\nconst B = graphql(`fragment B on C { d }`);';
  const built = withShortQueries(source, (text) => text.length);
  expect(built).toBe('const A = graphql("query A{a{...B}}",42);\nconst B = null;');
});

test('what each costs is known to the page, and leaves room for others beside it', () => {
  const fragments = fragmentsAmong(texts);
  const graphql = queriesWith(fragments);
  const costOf = pricesWith(fragments);
  const priced = texts
    .filter((text) => /^\s*query /.test(text))
    .map((text) => ({ name: /query (\w+)/.exec(text)?.[1], cost: costs.get(graphql(text, costOf(text))) ?? 0 }));
  expect(priced.filter(({ cost }) => cost < 1)).toEqual([]);
  expect(priced.filter(({ cost }) => cost > limits.cost / 1.9)).toEqual([]);
});
