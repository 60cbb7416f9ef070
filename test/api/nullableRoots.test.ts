/** What is asked for wrongly is null beside its error, and takes no other answer with it. */
import { createRequire } from 'node:module';
import { expect, inject, test } from 'vitest';
import { buildSchema } from '../../src/schema/index.ts';
import type { Answer } from '../ask.ts';

// The copy of graphql that the schema was made with: see schema.test.ts.
const { isNonNullType } = createRequire(import.meta.url)('graphql') as typeof import('graphql');

const roots = Object.values(buildSchema().getQueryType()?.getFields() ?? {});

test('each field that can be asked for wrongly may be null', () => {
  // What begins so is as Apollo Federation has it, for its router alone.
  const asked = roots.filter(({ args, name }) => args.length > 0 && !name.startsWith('_'));
  expect(asked.length).toBeGreaterThan(50);
  expect(asked.filter(({ type }) => isNonNullType(type)).map(({ name }) => name)).toEqual([]);
});

/** Each field that is null only beside an error, asked for wrongly, and where the error says that it is. */
const wrong: Readonly<Record<string, readonly [asked: string, argument: readonly string[]]>> = {
  entities: ['entities(filter: { jurisdiction: "nowhere" }) { totalCount }', ['filter', 'jurisdiction']],
  unions: ['unions(filter: { jurisdiction: "nowhere" }) { totalCount }', ['filter', 'jurisdiction']],
  nodes: [`nodes(ids: ${JSON.stringify(Array.from({ length: 101 }, (_, n) => `id-${n}`))}) { id }`, ['ids']],
  relationships: ['relationships(filter: { subject: "nobody" }) { totalCount }', ['filter', 'subject']],
  evidence: ['evidence(filter: { article: "none" }) { totalCount }', ['filter', 'article']],
  search: ['search(query: " ") { totalCount }', ['query']],
  timeline: ['timeline(kinds: [ISSUE]) { totalCount }', ['kinds']],
  statistics: ['statistics(by: [KIND, TYPE, STATUS]) { total }', ['by']],
  paths: ['paths(from: "psac", to: "nobody") { outcome }', ['to']],
  neighborhood: ['neighborhood(of: "nobody") { truncated }', ['of']],
  changes: ['changes(since: -1) { totalCount }', ['since']],
  history: ['history(id: "nobody") { totalCount }', ['id']],
  ranking: ['ranking(by: DEGREE, asToldBy: "none") { score }', ['asToldBy']],
};

test('each that is null for no other reason is asked for wrongly here, one of each kind for all', () => {
  const marked = roots.filter(({ astNode }) =>
    astNode?.directives?.some((directive) => directive.name.value === 'semanticNonNull'),
  );
  const others = marked.filter(({ args, type }) => !String(type).match(/Connection$/) || args[0]?.name !== 'filter');
  expect(Object.keys(wrong)).toEqual(expect.arrayContaining(others.map(({ name }) => name)));
  expect(marked.map(({ name }) => name)).toEqual(expect.arrayContaining(Object.keys(wrong)));
});

const good = 'good: union(id: "psac") { id } list: unions(first: 1) { nodes { __typename } }';
const given = { good: { id: 'psac' }, list: { nodes: [{ __typename: 'Union' }] } };

test.each(['application/json', 'application/graphql-response+json'])('as %s', async (accept) => {
  for (const [name, [bad, argument]] of Object.entries(wrong)) {
    // Asked often it is compiled, and says the same.
    for (let time = 0; time < 5; time += 1) {
      const response = await fetch(inject('url'), {
        method: 'POST',
        headers: { 'content-type': 'application/json', accept },
        body: JSON.stringify({ query: `{ ${good} bad: ${bad} }` }),
      });
      expect(response.status, name).toBe(200);
      const { data, errors } = (await response.json()) as Answer<unknown>;
      expect(data, name).toEqual({ ...given, bad: null });
      expect(errors, name).toMatchObject([{ path: ['bad'], extensions: { code: 'BAD_USER_INPUT', argument } }]);
    }
  }
});
