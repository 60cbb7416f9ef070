/** Every connection of the schema: walked from its end to its beginning it is the list that it is the other way. */
import { createRequire } from 'node:module';
import { expect, test } from 'vitest';
import { kindDefinition } from '../../src/registry/index.ts';
import { buildSchema } from '../../src/schema/index.ts';
import { kindOfType, singularOf } from '../../src/schema/vocabulary.ts';
import { ask } from '../ask.ts';

// The copy of graphql that the schema was made with: see schema.test.ts.
const { isObjectType } = createRequire(import.meta.url)('graphql') as typeof import('graphql');

/** The fields that return pages, by the type that has them. */
const paged = Object.values(buildSchema().getTypeMap())
  .filter(isObjectType)
  .map((type) => {
    const fields = Object.values(type.getFields()).filter(({ args }) => args.some(({ name }) => name === 'after'));
    return [type.name, fields.map(({ name }) => name)] as const;
  })
  // Parts of entities have pages of their evidence alone, all made in one place: see listPage.test.ts.
  .filter(([type, fields]) => fields.some((field) => kindOfType.has(type) || field !== 'evidence'));

/** Where types stand that are no kind's, and what some fields must be given. */
const parents: Readonly<Record<string, string>> = {
  Query: '',
  SourceCoverage: 'sourceCoverage(article: "cbc-2016-01")',
  Changeset: 'changeset(version: 1)',
};
const needed: Readonly<Record<string, string>> = {
  search: 'query: "sick leave or talks", ',
  history: 'id: "psac", ',
  changes: 'since: 0, ',
};

interface Connection {
  readonly edges: readonly { readonly cursor: string; readonly node: { readonly __typename: string } }[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
}

/** Reads a page of a field below a parent; '': of the query itself. */
async function read(parent: string, field: string, size: string, cursor: string | null): Promise<Connection> {
  const stop = size.startsWith('last') ? 'before' : 'after';
  const page = `page: ${field}(${(parent === '' && needed[field]) || ''}${size}, ${stop}: $cursor) {
    edges { cursor node { __typename } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
  }`;
  const query = `query ($cursor: String) { ${parent === '' ? page : `parent: ${parent} { ${page} }`} }`;
  const data = await ask<{ page?: Connection; parent?: { page: Connection } }>(query, { cursor });
  return (data.page ?? data.parent?.page) as Connection;
}

type Edges = Connection['edges'][number][];

async function onwards(parent: string, field: string, size: number): Promise<Edges> {
  const edges: Edges = [];
  for (let cursor: string | null = null, more = true; more; ) {
    const { edges: some, pageInfo } = await read(parent, field, `first: ${size}`, cursor);
    expect(pageInfo.hasPreviousPage, field).toBe(cursor !== null);
    expect(pageInfo.startCursor, field).toBe(some.at(0)?.cursor ?? null);
    edges.push(...some);
    ({ endCursor: cursor, hasNextPage: more } = pageInfo);
  }
  return edges;
}

async function backwards(parent: string, field: string, size: number): Promise<Edges> {
  const edges: Edges = [];
  for (let cursor: string | null = null, more = true; more; ) {
    const { edges: some, pageInfo } = await read(parent, field, `last: ${size}`, cursor);
    expect(pageInfo.hasNextPage, field).toBe(cursor !== null);
    expect(pageInfo.endCursor, field).toBe(some.at(-1)?.cursor ?? null);
    edges.unshift(...some);
    ({ startCursor: cursor, hasPreviousPage: more } = pageInfo);
  }
  return edges;
}

/** The parent below which each field of a type has something, and not too much of it; none: there is no such thing. */
async function parentsOf(type: string, fields: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const parent = parents[type];
  if (parent !== undefined) return new Map(fields.map((field) => [field, parent]));
  const kind = kindOfType.get(type);
  if (kind === undefined) throw new Error(`${type} has pages: say in \`parents\` where it stands`);
  const counts = fields.map((field) => `${field} { totalCount }`).join(' ');
  type Node = Readonly<Record<string, { readonly totalCount: number }>> & { readonly id: string };
  const { list } = await ask<{ list: { nodes: readonly Node[] } }>(
    `{ list: ${kindDefinition(kind).plural}(first: 100) { nodes { id ${counts} } } }`,
  );
  return new Map(
    fields.flatMap((field) => {
      const countOf = (node: Node): number => node[field]?.totalCount ?? 0;
      const [best] = list.nodes.toSorted((a, b) => Math.abs(countOf(a) - 10) - Math.abs(countOf(b) - 10));
      return best === undefined ? [] : [[field, `${singularOf(kind)}(id: "${best.id}")`] as const];
    }),
  );
}

let walked = 0;

test.each(paged)('the connections of %s', async (type, fields) => {
  for (const [field, parent] of await parentsOf(type, fields)) {
    const whole = await onwards(parent, field, 100);
    expect(new Set(whole.map(({ cursor }) => cursor)).size, field).toBe(whole.length);
    for (const size of whole.length > 30 ? [37, 100] : [1, 4, 30]) {
      expect(await onwards(parent, field, size), field).toEqual(whole);
      expect(await backwards(parent, field, size), field).toEqual(whole);
    }
    if (whole.length > 1) walked += 1;
  }
});

test('are many, and most have something', () => {
  const all = paged.flatMap(([, fields]) => fields).length;
  expect(all).toBeGreaterThan(100);
  expect(walked).toBeGreaterThan(all / 3);
});
