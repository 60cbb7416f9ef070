/** Lists without pages: each has a size, is priced as that, and says when there is more. */
import { describe, expect, inject, test } from 'vitest';
import { buildSchema } from '../../src/schema/index.ts';
import { sizedLists } from '../../src/schema/listSizes.ts';
import { post } from '../ask.ts';

interface Extensions {
  readonly cost: { readonly requested: number };
  readonly truncated?: readonly {
    readonly path: readonly (string | number)[];
    readonly given: number;
    readonly atLeast: number;
  }[];
  readonly truncatedCount?: number;
}

async function asked(query: string): Promise<{ data: Record<string, never>; extensions: Extensions }> {
  const response = await fetch(inject('url'), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  });
  return (await response.json()) as { data: Record<string, never>; extensions: Extensions };
}

test('every list that stands in no page has a size', () => {
  const lists = sizedLists(buildSchema());
  expect(lists.length).toBeGreaterThan(100);
  expect(lists.filter(({ size }) => size === undefined).map(({ path }) => path)).toEqual([]);
  expect(lists.map(({ path }) => path)).toEqual(
    expect.arrayContaining([
      'Claim.assertedBy',
      'BargainingRound.deadlines',
      'Dispute.parties',
      'SearchEdge.matches',
      'GapRow.ask',
    ]),
  );
});

describe('a list that is longer than was asked for', () => {
  const lists = {
    parties: ['dispute(id: "federal-sick-leave-dispute")', 'parties', '{ side }'],
    deadlines: ['bargainingRound(id: "alberta-round-2013-14")', 'deadlines', '{ id }'],
    gap: ['bargainingRound(id: "alberta-round-2013-14")', 'gap', '{ year }'],
    passages: ['article(id: "cbc-2015-05-12")', 'passages', '{ number }'],
  } as const;

  test.each(Object.entries(lists))('%s is truncated, and the answer says so', async (_, [root, field, inner]) => {
    const key = root.slice(0, root.indexOf('('));
    const whole = await asked(`{ ${root} { ${field} ${inner} } }`);
    const all = whole.data[key]?.[field] as unknown as readonly unknown[];
    expect(whole.extensions.truncated).toBeUndefined();
    expect(all.length).toBeGreaterThan(1);
    // Asked often it is compiled, and says the same.
    for (let time = 0; time < 6; time += 1) {
      const { data, extensions } = await asked(`{ ${root} { ${field}(first: 1) ${inner} } }`);
      expect(data[key]?.[field]).toEqual(all.slice(0, 1));
      expect(extensions.truncated).toEqual([{ path: [key, field], given: 1, atLeast: all.length }]);
    }
  });

  test('is counted, though no more than 20 are named', async () => {
    const lists = async (first: number) => {
      const aliases = Array.from({ length: 10 }, (_, index) => `list${index}: passages(first: ${first}) { number }`);
      return (await asked(`{ articles(first: 5) { nodes { ${aliases.join(' ')} } } }`)) as unknown as {
        data: { articles: { nodes: readonly Record<string, readonly object[]>[] } };
        extensions: Extensions;
      };
    };
    const whole = await lists(100);
    expect(whole.extensions).not.toHaveProperty('truncatedCount');
    const longer = whole.data.articles.nodes.flatMap(Object.values).filter(({ length }) => length > 1).length;
    expect(longer).toBeGreaterThan(20);
    const { extensions } = await lists(1);
    expect(extensions.truncated).toHaveLength(20);
    expect(extensions.truncatedCount).toBe(longer);
  });

  test('costs what was asked for', async () => {
    const cost = async (first: string): Promise<number> => {
      const query = `{ bargainingRound(id: "alberta-round-2013-14") { deadlines${first} { id } gap${first} { year } } }`;
      return (await asked(query)).extensions.cost.requested;
    };
    expect(await cost('(first: 100)')).toBe(1 + 200);
    expect(await cost('(first: 1)')).toBe(1 + 2);
    expect(await cost('')).toBe(1 + 10 + 10);
    expect(await cost('(first: null)')).toBe(1 + 10 + 10);
  });

  test.each([0, -1, 101])('cannot be asked for %d', async (first) => {
    const { body } = await post(`{ article(id: "cbc-2016-01") { passages(first: ${first}) { number } } }`);
    expect(body.errors).toMatchObject([
      { extensions: { code: 'BAD_USER_INPUT', argument: ['first'], allowed: '1 to 100' } },
    ]);
  });
});

describe('a page that has a size of its own', () => {
  const sized = {
    'the evidence of an entity': ['entity(id: "alberta-bargaining-deadline-2014")', 'evidence', '', 10],
    'its evidence for an attribute': ['legislation(id: "bill-c-59-2015")', 'evidence', 'attribute: "names"', 10],
    'the evidence of a relationship': [
      'node(id: "tony-clement.HOLDS.president-of-the-treasury-board") { ... on Relationship',
      'evidence',
      '',
      5,
    ],
    'articles that mention an entity': ['entity(id: "psac")', 'mentionedIn', '', 10],
  } as const;
  const paged = (root: string, field: string, args: string, inner = 'nodes { id }') => {
    const query = `{ ${root} { ${field}${args.trim() === '' ? '' : `(${args})`} { ${inner} } } }`;
    return root.includes('{') ? `${query} }` : query;
  };
  const cost = async (query: string): Promise<number> => (await asked(query)).extensions.cost.requested;

  test.each(Object.entries(sized))('%s costs that, or what is asked for', async (_, [root, field, args, size]) => {
    for (const [said, length] of [
      ['', size],
      ['first: null', size],
      ['last: null, first: 7', 7],
      ['last: 3', 3],
      ['before: null', size],
      ['first: 100', 100],
    ] as const)
      expect(await cost(paged(root, field, `${args} ${said}`)), said).toBe(2 + length);
  });

  test('has that many rows, from the end that is meant', async () => {
    const paragraphs = async (args: string): Promise<readonly { evidence: { edges: { cursor: string }[] } }[]> => {
      const { data } = await asked(`{ sourceCoverage(article: "cbc-2016-01") {
        paragraphs { nodes { evidence${args} { edges { cursor } } } } } }`);
      return (data['sourceCoverage'] as unknown as { paragraphs: { nodes: [] } }).paragraphs.nodes;
    };
    const longest = (await paragraphs('(first: 100)')).findIndex(({ evidence }) => evidence.edges.length > 21);
    const cursors = async (args: string): Promise<string[] | undefined> =>
      (await paragraphs(args))[longest]?.evidence.edges.map(({ cursor }) => cursor);
    const all = (await cursors('(first: 100)')) ?? [];
    expect(all.length).toBeGreaterThan(21);
    expect(await cursors('')).toEqual(all.slice(0, 20));
  });

  test('is not named among the lists that are cut: it says itself that there is more', async () => {
    const query = `{ entity(id: "bill-c-59-2015") { evidence(first: 1) { totalCount pageInfo { hasNextPage } } } }`;
    for (let time = 0; time < 6; time += 1) {
      const { data, extensions } = await asked(query);
      expect(extensions).not.toHaveProperty('truncated');
      const { evidence } = data['entity'] as unknown as { evidence: { totalCount: number; pageInfo: object } };
      expect(evidence.totalCount).toBeGreaterThan(1);
      expect(evidence.pageInfo).toEqual({ hasNextPage: true });
    }
  });
});
