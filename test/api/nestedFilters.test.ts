/** Filters of what an entity is related to: each gives what the list of everything with that filter has of it. */
import { beforeAll, describe, expect, test } from 'vitest';
import { type Kind, kindDefinition, kindNames } from '../../src/registry/index.ts';
import { ask, post } from '../ask.ts';

interface Field {
  readonly name: string;
  readonly args: readonly { readonly name: string; readonly type: { readonly name: string | null } }[];
  readonly type: { readonly ofType: { readonly name: string | null } | null };
}
interface Page {
  readonly totalCount: number;
  readonly undatedCount?: number | null;
  readonly nodes: readonly { readonly id: string }[];
}

/** The fields of each kind that lead to pages of what it is related to. */
const fields = new Map<Kind, readonly Field[]>();
beforeAll(async () => {
  const { __schema } = await ask<{ __schema: { types: { name: string; fields: Field[] | null }[] } }>(
    '{ __schema { types { name fields { name args { name type { name } } type { ofType { name } } } } } }',
  );
  for (const kind of kindNames) {
    const type = __schema.types.find(({ name }) => name === kindDefinition(kind).graphql);
    const paged = type?.fields?.filter((field) => field.type.ofType?.name?.endsWith('Connection')) ?? [];
    fields.set(
      kind,
      paged.filter(({ name }) => !['relationships', 'evidence', 'mentionedIn'].includes(name)),
    );
  }
});

const ids = ({ nodes }: Pick<Page, 'nodes'>): string[] => nodes.map(({ id }) => id);

/** The ids of all that passes a filter. */
async function passing(filter: string): Promise<ReadonlySet<string>> {
  const found: string[] = [];
  for (let after = ''; ; ) {
    const { entities } = await ask<{
      entities: Page & { pageInfo: { hasNextPage: boolean; endCursor: string } };
    }>(
      `{ entities(filter: ${filter}, first: 100${after}) { totalCount nodes { id } pageInfo { hasNextPage endCursor } } }`,
    );
    found.push(...ids(entities));
    if (!entities.pageInfo.hasNextPage) return new Set(found);
    after = `, after: ${JSON.stringify(entities.pageInfo.endCursor)}`;
  }
}

// All of these can be asked of every kind.
const filters = [
  '{ name: { contains: "a" }, not: { restsOn: ONE_ARTICLE } }',
  '{ or: [{ text: "sick" }, { evidence: { article: "cbc-2015-05-12" } }] }',
];

test('every page of what something is related to takes the filter of what it gives', async () => {
  const all = [...fields.values()].flat();
  expect(all.length).toBeGreaterThan(100);
  for (const { name, args, type } of all) {
    const of = type.ofType?.name?.replace(/Connection$/, '') ?? '';
    const kind = kindNames.find((one) => kindDefinition(one).graphql === of);
    expect(args.find((arg) => arg.name === 'filter')?.type.name, name).toBe(
      kind === undefined ? 'EntityFilter' : `${of}Filter`,
    );
  }
});

describe.each(filters)('%s', (filter) => {
  test('gives of each field what passes, and counts that', async () => {
    const pass = await passing(filter);
    let [some, fewer] = [0, 0];
    for (const [kind, all] of fields) {
      for (const { name } of all) {
        const { list } = await ask<{ list: { nodes: readonly { all: Page; some: Page }[] } }>(
          `{ list: ${kindDefinition(kind).plural}(first: 100) { nodes { id
            all: ${name}(first: 100) { totalCount nodes { id } }
            some: ${name}(first: 100, filter: ${filter}) { totalCount nodes { id } } } } }`,
        );
        for (const one of list.nodes) {
          const expected = ids(one.all).filter((id) => pass.has(id));
          expect(ids(one.some), `${kind}.${name}`).toEqual(expected);
          expect(one.some.totalCount, `${kind}.${name}`).toBe(expected.length);
          some += Math.min(1, expected.length);
          fewer += Math.min(1, one.all.totalCount - expected.length);
        }
      }
    }
    expect(Math.min(some, fewer)).toBeGreaterThan(20);
  });
});

interface Related {
  readonly totalCount: number;
  readonly edges: readonly { readonly other: { readonly id: string; readonly kind: string } }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
}

/** A page of all that somebody is related to. */
const related = async (args: string): Promise<Related> =>
  (
    await ask<{ entity: { relationships: Related } }>(
      `{ entity(id: "psac") { relationships(${args}) { totalCount edges { other { id kind } } pageInfo { hasNextPage endCursor } } } }`,
    )
  ).entity.relationships;
const others = ({ edges }: Related): string[] => edges.map(({ other }) => other.id);

describe('of all relationships', () => {
  const filter = 'filter: { kinds: [PERSON, STATEMENT, CLAIM], or: [{ name: { contains: "e" } }, { text: "sick" }] }';

  test('the filter is about the other end, whatever the type', async () => {
    const pass = await passing(filter.slice('filter: '.length));
    const expected = others(await related('first: 100')).filter((id) => pass.has(id));
    expect(expected.length).toBeGreaterThan(3);
    const found = await related(`first: 100, ${filter}`);
    expect(others(found)).toEqual(expected);
    expect(found.totalCount).toBe(expected.length);
  });

  test('pages go on where the last one ended, and no cursor is good for another filter', async () => {
    const all = others(await related(`first: 100, ${filter}`));
    const found: string[] = [];
    for (let after = ''; ; ) {
      const page = await related(`first: 2, ${filter}${after}`);
      expect(page.totalCount).toBe(all.length);
      found.push(...others(page));
      if (!page.pageInfo.hasNextPage) break;
      after = `, after: ${JSON.stringify(page.pageInfo.endCursor)}`;
    }
    expect(found).toEqual(all);
    const { pageInfo } = await related(`first: 2, ${filter}`);
    const query = `{ entity(id: "psac") { relationships(filter: { kinds: [PERSON] }, after: ${JSON.stringify(pageInfo.endCursor)}) { totalCount } } }`;
    expect((await post(query)).body.errors?.[0]?.extensions).toMatchObject({ argument: ['after'] });
  });
});

test('together with a day, what holds then and passes; undated things are counted', async () => {
  const { office, all } = await ask<Record<'office' | 'all', { holders: Page & { edges: { certainty: string }[] } }>>(`{
    all: office(id: "president-of-the-treasury-board") { holders { totalCount nodes { id } edges { certainty } } }
    office(id: "president-of-the-treasury-board") {
      holders(asOf: "2015-05-07", filter: { name: { contains: "clement" } }) { totalCount nodes { id } edges { certainty } } } }`);
  expect(all.holders.totalCount).toBeGreaterThan(1);
  expect(ids(office.holders)).toEqual(['tony-clement']);
  expect(office.holders.edges.map(({ certainty }) => certainty)).toEqual(['CERTAIN']);
  const { jurisdictions } = await ask<{
    jurisdictions: { nodes: readonly Record<'every' | 'undated' | 'dated', Page>[] };
  }>(`{
    jurisdictions(first: 100) { nodes {
      every: contents { totalCount nodes { id } undatedCount }
      undated: contents(filter: { undated: ONLY }) { totalCount nodes { id } undatedCount }
      dated: contents(filter: { from: "1900-01-01", undated: EXCLUDE }) { totalCount nodes { id } undatedCount } } } }`);
  for (const { every, undated, dated } of jurisdictions.nodes) {
    expect(every.undatedCount).toBeNull();
    expect([undated.undatedCount, dated.undatedCount]).toEqual([undated.totalCount, undated.totalCount]);
    expect(undated.totalCount + dated.totalCount).toBeLessThanOrEqual(every.totalCount);
  }
  const sum = (of: 'undated' | 'dated'): number =>
    jurisdictions.nodes.reduce((all, one) => all + one[of].totalCount, 0);
  expect(Math.min(sum('undated'), sum('dated'))).toBeGreaterThan(0);
});

test('undated things are counted alike on every page', async () => {
  const counts: (number | null | undefined)[] = [];
  for (let after: string | null = null, more = true; more; ) {
    const { union }: { union: { mentions: Page & { pageInfo: { hasNextPage: boolean; endCursor: string } } } } =
      await ask(
        `query ($after: String) { union(id: "psac") { mentions(filter: { from: "1900-01-01" }, first: 5, after: $after) {
        undatedCount pageInfo { hasNextPage endCursor } } } }`,
        { after },
      );
    counts.push(union.mentions.undatedCount);
    ({ hasNextPage: more, endCursor: after } = union.mentions.pageInfo);
  }
  expect(counts.length).toBeGreaterThan(1);
  expect(counts[0]).toEqual(expect.any(Number));
  expect(new Set(counts).size).toBe(1);
});

test.each([
  ['event(id: "daviau-message-2015") { causes(filter: { kinds: [OFFICE] }) { totalCount } }', ['kinds'], 'DISPUTE'],
  ['person(id: "tony-clement") { memberOf(filter: { contested: true }) { totalCount } }', ['contested'], 'CLAIM'],
  [
    'entity(id: "psac") { relationships(types: [HOLDS], filter: { party: "psac" }) { totalCount } }',
    ['party'],
    'EVENT',
  ],
  [
    'entity(id: "psac") { relationships(kinds: [PERSON], filter: { kinds: [EVENT] }) { totalCount } }',
    ['kinds'],
    'PERSON',
  ],
  [
    'dispute(id: "federal-sick-leave-dispute") { events(filter: { or: [{ issue: "x" }] }) { totalCount } }',
    ['or', '0', 'issue'],
    'ISSUE',
  ],
])('%s could find nothing, and is refused', async (query, argument, allowed) => {
  const [error] = (await post(`{ ${query} }`)).body.errors ?? [];
  expect(error?.extensions).toMatchObject({
    code: 'BAD_USER_INPUT',
    argument: ['filter', ...argument],
    allowed: expect.stringContaining(allowed) as string,
  });
});
