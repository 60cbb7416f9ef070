/** What an operation would compile to is known before it is compiled, in little time. */
import { parse } from 'graphql';
import { expect, test } from 'vitest';
import { buildSchema } from '../../src/schema/index.ts';
import { compiledSize } from '../../src/server/compiledSize.ts';
import { ask } from '../ask.ts';

const schema = buildSchema();
const size = (query: string, most = 100_000): number => compiledSize(schema, parse(query), most);
const kinds = schema.getPossibleTypes(schema.getType('Entity') as never).length;

test('a field counts once, and once for each type that can stand in its place', () => {
  expect(size('{ graph { version digest } }')).toBe(3);
  expect(size('{ entity(id: "psac") { id name } }')).toBe(1 + 2 * kinds);
  expect(size('{ entity(id: "psac") { id ... on Union { name } } }')).toBe(1 + kinds + 1);
  expect(size('query { entity(id: "psac") { ...F } } fragment F on Person { id }')).toBe(2);
});

const deep = (levels: number): string =>
  levels === 0 ? 'id' : `id relationships(first: 1) { nodes { subject { ${deep(levels - 1)} } } }`;

test('counting ends soon, however much it would come to', () => {
  expect(size(`{ entity(id: "psac") { ${deep(6)} } }`, 2_000)).toBeGreaterThan(2_000);
});

test('an operation that would come to too much is answered all the same, time after time', async () => {
  // Compiled, it would block the process for minutes.
  const query = `{ entity(id: "psac") { ${deep(4)} } }`;
  for (let round = 0; round < 5; round++) expect(await ask(query)).toMatchObject({ entity: { id: 'psac' } });
});

test('a field that is called __proto__ is not compiled, and is answered time after time', async () => {
  const query = '{ graph { __proto__: version digest } }';
  expect(size(query, 2_000)).toBeGreaterThan(2_000);
  for (let round = 0; round < 6; round++) {
    const { graph } = (await ask(query)) as { graph: object };
    expect(Object.keys(graph)).toEqual(['__proto__', 'digest']);
  }
});
