/** Orders of what an entity is related to: each is that of the list of everything, in whole and in pages. */
import { createRequire } from 'node:module';
import { describe, expect, test } from 'vitest';
import { kindDefinition } from '../../src/registry/index.ts';
import { buildSchema } from '../../src/schema/index.ts';
import { kindOfType } from '../../src/schema/vocabulary.ts';
import { ask, post } from '../ask.ts';

// The copy of graphql that the schema was made with: see schema.test.ts.
const { isObjectType } = createRequire(import.meta.url)('graphql') as typeof import('graphql');

interface Page {
  readonly totalCount: number;
  readonly edges: readonly { readonly cursor: string; readonly node: { readonly id: string } }[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string;
    readonly endCursor: string;
  };
}
const page = 'totalCount edges { cursor node { id } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }';
const ids = ({ edges }: Page): string[] => edges.map(({ node }) => node.id);

/** The fields of each kind that lead to pages of entities. */
const related = Object.values(buildSchema().getTypeMap())
  .filter(isObjectType)
  .flatMap((type) => {
    const kind = kindOfType.get(type.name);
    const fields = Object.values(type.getFields()).filter(
      ({ name, type: pages }) =>
        /Connection!$/.test(String(pages)) && !['relationships', 'evidence', 'mentionedIn'].includes(name),
    );
    return kind === undefined ? [] : [{ kind, fields }];
  });

/** All entities in an order. */
async function everything(order: string): Promise<ReadonlyMap<string, number>> {
  const found: string[] = [];
  for (let after: string | null = null; ; ) {
    const { entities }: { entities: Page } = await ask(
      `query ($after: String) { entities(${order}, first: 100, after: $after) { ${page} } }`,
      { after },
    );
    found.push(...ids(entities));
    if (!entities.pageInfo.hasNextPage) return new Map(found.map((id, place) => [id, place]));
    after = entities.pageInfo.endCursor;
  }
}

test('every page of what an entity is related to takes an order, and has none of its own', () => {
  const fields = related.flatMap((one) => one.fields);
  expect(fields.length).toBeGreaterThan(100);
  for (const { name, args } of fields) {
    const [orderBy, language] = ['orderBy', 'language'].map((one) => args.find((arg) => arg.name === one));
    expect([String(orderBy?.type), orderBy?.defaultValue, String(language?.type)], name).toEqual([
      'EntityOrder',
      undefined,
      'Language',
    ]);
  }
});

describe.each([
  'orderBy: { field: ID, direction: DESC }',
  'orderBy: { field: NAME }, language: FR',
  'orderBy: { field: NAME, direction: DESC }',
  'orderBy: { field: DATE }',
  'orderBy: { field: DATE, direction: DESC }',
])('%s', (order) => {
  test('is that of the list of everything, wherever it is asked for', async () => {
    const places = await everything(order);
    const place = (id: string): number => places.get(id) ?? -1;
    let [moved, alike] = [0, 0];
    for (const { kind, fields } of related) {
      for (const { name } of fields) {
        const { list } = await ask<{ list: { nodes: readonly { all: Page; some: Page }[] } }>(
          `{ list: ${kindDefinition(kind).plural}(first: 100) { nodes { id
            all: ${name}(first: 100) { ${page} } some: ${name}(first: 100, ${order}) { ${page} } } } }`,
        );
        for (const { all, some } of list.nodes) {
          const expected = ids(all).toSorted((a, b) => place(a) - place(b));
          expect(ids(some), `${kind}.${name}`).toEqual(expected);
          expect(some.totalCount).toBe(all.totalCount);
          if (expected.some((id, index) => id !== ids(all)[index])) moved += 1;
          else alike += 1;
        }
      }
    }
    expect(Math.min(moved, alike)).toBeGreaterThan(10);
  });

  test('goes on from page to page, in both directions, with a filter too', async () => {
    const read = async (args: string, cursor: string | null): Promise<Page> => {
      const query = `query ($cursor: String) { union(id: "psac") { mentions(${order}, ${args}: $cursor) { ${page} } } }`;
      return (await ask<{ union: { mentions: Page } }>(query, { cursor })).union.mentions;
    };
    for (const filter of ['', 'filter: { kinds: [STATEMENT] }, ']) {
      const whole = ids(await read(`${filter}first: 100, after`, null));
      expect(whole.length).toBeGreaterThan(3);
      const onwards: string[] = [];
      for (let cursor: string | null = null, more = true; more; ) {
        const some = await read(`${filter}first: 3, after`, cursor);
        expect(some.pageInfo.hasPreviousPage).toBe(cursor !== null);
        onwards.push(...ids(some));
        ({ endCursor: cursor, hasNextPage: more } = some.pageInfo);
      }
      expect(onwards).toEqual(whole);
      const backwards: string[] = [];
      for (let cursor: string | null = null, more = true; more; ) {
        const some = await read(`${filter}last: 3, before`, cursor);
        expect(some.pageInfo.hasNextPage).toBe(cursor !== null);
        backwards.unshift(...ids(some));
        ({ startCursor: cursor, hasPreviousPage: more } = some.pageInfo);
      }
      expect(backwards).toEqual(whole);
    }
  });
});

describe.each([
  'orderBy: { field: ID }',
  'orderBy: { field: ID, direction: DESC }',
  'orderBy: { field: DATE }',
  'orderBy: { field: DATE, direction: DESC }',
])('relationships of an entity, %s', (order) => {
  test('are in the order of those of the graph, in whole and in pages, with a filter of their ends too', async () => {
    const everything = await readPages((args) => `relationships(${order}, ${args})`, 'first: 100, after');
    const places = new Map(everything.map((id, place) => [id, place]));
    const place = (id: string): number => places.get(id) ?? -1;
    for (const args of ['', 'filter: { kinds: [PERSON, STATEMENT] }, ', 'types: [PARTY_TO, ABOUT, MAKES], ']) {
      const of = (order: string) => async (size: string) =>
        await readPages((page) => `entity(id: "psac") { relationships(${args}${order}${page}) `, size, ' }');
      const plain = await of('')('first: 100, after');
      const expected = plain.toSorted((a, b) => place(a) - place(b));
      expect(expected.length).toBeGreaterThan(3);
      for (const size of ['first: 100, after', 'first: 3, after', 'last: 3, before'])
        expect(await of(`${order}, `)(size), `${args}${size}`).toEqual(expected);
    }
  });
});

/** The ids on all pages of a list, read onwards or backwards. */
async function readPages(list: (args: string) => string, size: string, end = ''): Promise<string[]> {
  const found: string[] = [];
  const backwards = size.startsWith('last');
  for (let cursor: string | null = null, more = true; more; ) {
    const answer: Record<string, unknown> = await ask(
      `query ($cursor: String) { found: ${list(`${size}: $cursor`)} { ${page} }${end} }`,
      { cursor },
    );
    const one = answer['found'] as { relationships?: Page } & Page;
    const some = one.relationships ?? one;
    if (backwards) found.unshift(...ids(some));
    else found.push(...ids(some));
    const { startCursor, endCursor, hasNextPage, hasPreviousPage } = some.pageInfo;
    [cursor, more] = backwards ? [startCursor, hasPreviousPage] : [endCursor, hasNextPage];
  }
  return found;
}

test('a stretch between two cursors is read from either end', async () => {
  const read = async (args: string): Promise<Page> =>
    (
      await ask<{ union: { mentions: Page } }>(
        `{ union(id: "psac") { mentions(orderBy: { field: DATE }, ${args}) { ${page} } } }`,
      )
    ).union.mentions;
  const { edges } = await read('first: 100');
  const between = `after: ${JSON.stringify(edges[0]?.cursor)}, before: ${JSON.stringify(edges[5]?.cursor)}`;
  const expected = edges.slice(1, 5).map(({ node }) => node.id);
  expect(ids(await read(`first: 10, ${between}`))).toEqual(expected);
  expect(ids(await read(`first: 2, ${between}`))).toEqual(expected.slice(0, 2));
  expect(ids(await read(`last: 2, ${between}`))).toEqual(expected.slice(2));
});

test('a cursor is good for its order alone', async () => {
  const { union } = await ask<{ union: { mentions: Page } }>(
    `{ union(id: "psac") { mentions(orderBy: { field: DATE }, first: 1) { ${page} } } }`,
  );
  const after = JSON.stringify(union.mentions.pageInfo.endCursor);
  for (const order of ['', 'orderBy: { field: NAME }, ', 'orderBy: { field: DATE, direction: DESC }, ']) {
    const { body } = await post(`{ union(id: "psac") { mentions(${order}after: ${after}) { totalCount } } }`);
    expect(body.errors?.[0]?.extensions, order).toMatchObject({ code: 'BAD_USER_INPUT', argument: ['after'] });
  }
});
