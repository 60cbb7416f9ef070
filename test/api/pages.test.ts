/** Pages: wherever one begins and however long it is, it is a piece of the whole list. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ask, post } from '../ask.ts';

interface Connection {
  readonly totalCount: number;
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
  readonly edges: readonly { readonly cursor: string; readonly node: unknown }[];
  readonly nodes: readonly unknown[];
}

const page = '(first: $first, after: $after)';
const entities = '{ totalCount pageInfo { ...info } edges { cursor node { id } } nodes { id } }';
const moments = '{ totalCount pageInfo { ...info } edges { cursor node { ...entry } } nodes { ...entry } }';

const piece =
  '{ fact { __typename ... on Node { id } ... on Term { id } ... on Provision { id } ... on LegislationStage { id } } attribute paragraph anchors citation url rule }';
const pieces = `{ totalCount pageInfo { ...info } edges { cursor node ${piece} } nodes ${piece} }`;

const passage = '{ passage { number } }';
const paragraphs = `{ totalCount pageInfo { ...info } edges { cursor node ${passage} } nodes ${passage} }`;

/** Lists of every sort, each with fewer rows or more. */
const lists: Readonly<Record<string, string>> = {
  'entities by id': `entities${page} ${entities}`,
  'entities by name': `entities(orderBy: { field: NAME }, first: $first, after: $after) ${entities}`,
  'entities by date': `entities(orderBy: { field: DATE }, first: $first, after: $after) ${entities}`,
  'entities, latest first': `entities(orderBy: { field: DATE, direction: DESC }, first: $first, after: $after) ${entities}`,
  'entities of two kinds': `entities(filter: { kinds: [CLAIM, EVENT] }, first: $first, after: $after) ${entities}`,
  claims: `claims${page} ${entities}`,
  'statements by date': `statements(orderBy: { field: DATE, direction: DESC }, first: $first, after: $after) ${entities}`,
  'a search': `search(query: "sick leave or talks", first: $first, after: $after) ${entities}`,
  'a search for near spellings': `search(query: "goverment", first: $first, after: $after) ${entities}`,
  'a search in claims': `search(query: "sick leave", kinds: [CLAIM], first: $first, after: $after) ${entities}`,
  'the timeline': `timeline${page} ${moments}`,
  'the timeline of a union': `timeline(of: "psac", first: $first, after: $after) ${moments}`,
  relationships: `entity(id: "psac") { relationships${page} ${entities} }`,
  'relationships on a day': `entity(id: "aupe") {
    relationships(asOf: "2014-01-24", first: $first, after: $after) ${entities}
  }`,
  'statements of a person': `person(id: "guy-smith") { statements${page} ${entities} }`,
  'claims on an issue': `issue(id: "sick-leave") { claims${page} ${entities} }`,
  'objectives in their order': `union(id: "psac") { objectives${page} ${entities} }`,
  'relationships of all': `relationships${page} ${entities}`,
  'relationships, latest first': `relationships(orderBy: { field: DATE, direction: DESC }, first: $first, after: $after) ${entities}`,
  'evidence by its source': `evidence${page} ${pieces}`,
  'evidence of an article': `evidence(filter: { article: "cbc-2016-01" }, orderBy: { field: ID }, first: $first, after: $after) ${pieces}`,
  'paragraphs of an article': `sourceCoverage(article: "cbc-2016-01") { paragraphs${page} ${paragraphs} }`,
  'courts, of which there are none': `courts${page} ${entities}`,
};

const document = (field: string): string => {
  const fragments = ['fragment info on PageInfo { hasNextPage hasPreviousPage startCursor endCursor }'];
  if (field.includes('...entry'))
    fragments.push('fragment entry on TimelineEntry { moment entity { id } date { edtf } }');
  return [`query ($first: Int, $after: String) { ${field} }`, ...fragments].join('\n');
};

/** The connection of an answer, however deep it stands. */
function connectionIn(data: Readonly<Record<string, unknown>>): Connection {
  const [value] = Object.values(data) as [Readonly<Record<string, unknown>>];
  return 'edges' in value ? (value as unknown as Connection) : connectionIn(value);
}

async function read(field: string, first: number, after: string | null): Promise<Connection> {
  return connectionIn(await ask<Record<string, unknown>>(document(field), { first, after }));
}

/** The whole list, in pages as long as may be; read once. */
const wholes = new Map<string, Promise<Connection['edges']>>();
function readWhole(field: string): Promise<Connection['edges']> {
  const whole = wholes.get(field) ?? readAll(field);
  wholes.set(field, whole);
  return whole;
}

async function readAll(field: string): Promise<Connection['edges']> {
  const edges: Connection['edges'][number][] = [];
  for (let after: string | null = null; ; after = edges.at(-1)?.cursor ?? null) {
    const next = await read(field, 100, after);
    edges.push(...next.edges);
    if (!next.pageInfo.hasNextPage) return edges;
  }
}

const size = fc.oneof(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 100 }));

describe.each(Object.entries(lists))('%s', (_, field) => {
  test('is the same in pages of whatever length', async () => {
    const whole = await readWhole(field);
    expect(new Set(whole.map(({ cursor }) => cursor)).size).toBe(whole.length);
    if (!field.startsWith('timeline'))
      expect(new Set(whole.map(({ node }) => JSON.stringify(node))).size).toBe(whole.length);

    const check = async (begin: number, first: number): Promise<void> => {
      const after = begin === 0 ? null : (whole[begin - 1]?.cursor ?? null);
      const found = await read(field, first, after);
      const expected = whole.slice(begin, begin + first);
      expect(found.edges).toEqual(expected);
      expect(found.nodes).toEqual(expected.map(({ node }) => node));
      expect(found.totalCount).toBe(whole.length);
      expect(found.pageInfo).toEqual({
        hasNextPage: begin + first < whole.length,
        hasPreviousPage: after !== null,
        startCursor: expected.at(0)?.cursor ?? null,
        endCursor: expected.at(-1)?.cursor ?? null,
      });
    };

    await fc.assert(
      fc.asyncProperty(fc.nat({ max: whole.length }), size, async (begin, first) => await check(begin, first)),
      {
        numRuns: 7,
        examples: [
          [0, 1],
          [whole.length, 1],
          [0, Math.min(100, Math.max(whole.length, 1))],
        ],
      },
    );
  });

  test('walked from end to end in pages of changing length gives each row once', async () => {
    const whole = await readWhole(field);
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 11, max: 60 }), { minLength: 1, maxLength: 5 }), async (sizes) => {
        const walked: unknown[] = [];
        let after: string | null = null;
        for (let turn = 0, more = true; more; turn++) {
          const found: Connection = await read(field, sizes[turn % sizes.length] ?? 1, after);
          walked.push(...found.edges);
          ({ endCursor: after, hasNextPage: more } = found.pageInfo);
        }
        expect(walked).toEqual(whole);
      }),
      { numRuns: 1 },
    );
  });
});

test('lists have something to be walked', async () => {
  const lengths = await Promise.all(Object.values(lists).map(async (field) => (await readWhole(field)).length));
  const byName = Object.fromEntries(Object.keys(lists).map((name, index) => [name, lengths[index] ?? 0]));
  for (const [name, length] of Object.entries(byName)) {
    expect(length, name).toBeGreaterThan(name.startsWith('courts') ? -1 : name.startsWith('objectives') ? 0 : 2);
  }
  expect(byName['entities by id']).toBeGreaterThan(100);
});

test('a page has 20 rows unless told', async () => {
  const { entities: found } = await ask<{ entities: Connection }>('{ entities { edges { cursor } } }');
  expect(found.edges).toHaveLength(20);
});

describe('a page that cannot be is refused', () => {
  const refusal = async (field: string, first: number | null, after: string | null) => {
    const { status, body } = await post(document(field), { first, after });
    // Some of it is found out before it is executed, some while it is: see statuses.test.ts.
    expect(status).toBe('data' in body ? 200 : 400);
    return body.errors?.map(({ extensions, message }) => ({ ...extensions, message }));
  };

  test.each(Object.entries(lists))('of %s', async (_, field) => {
    for (const first of [0, -1, 101, 2 ** 31 - 1]) {
      const message = `first: ${first} is out of range; allowed: 1 to 100`;
      expect(await refusal(field, first, null)).toEqual([
        { code: 'BAD_USER_INPUT', argument: ['first'], allowed: '1 to 100', message },
      ]);
    }
    for (const after of ['garbage', '', 'bnVsbA', 'W10', '%00', '[]', '{}', 'null', 'x'.repeat(200)]) {
      const [error, ...others] = (await refusal(field, 5, after)) ?? [];
      expect(others).toEqual([]);
      expect(error).toMatchObject({ code: 'BAD_USER_INPUT', argument: ['after'] });
      expect(error).toHaveProperty('allowed', expect.stringContaining('cursor of the same field'));
    }
  });

  test('because its cursor is of another field, filter, order or query', async () => {
    const names = Object.keys(lists).filter((name) => !name.startsWith('courts'));
    const cursors = new Map<string, string>();
    for (const name of names) cursors.set(name, (await read(lists[name] ?? '', 1, null)).pageInfo.endCursor ?? '');
    const pairs = names.flatMap((one) => names.filter((other) => other !== one).map((other) => [one, other] as const));
    for (const [of, at] of pairs) {
      const [error] = (await refusal(lists[at] ?? '', 5, cursors.get(of) ?? '')) ?? [];
      expect(error, `a cursor of ${of} at ${at}`).toMatchObject({ code: 'BAD_USER_INPUT', argument: ['after'] });
    }
  });

  /** A cursor with its key replaced, as somebody could make one who looked into it. */
  const forged = (cursor: string, key: readonly unknown[]): string => {
    const [list] = JSON.parse(cursor) as [string];
    return JSON.stringify([list, key]);
  };

  // src/graph/page.ts does not look at the types of a key: the database refuses it, and the error is masked.
  test('because its cursor was tampered with', async () => {
    for (const name of ['entities by date', 'the timeline', 'relationships', 'a search']) {
      const field = lists[name] ?? '';
      const { endCursor } = (await read(field, 1, null)).pageInfo;
      for (const key of [
        ['x', 'y'],
        [1, 2, 3, 4],
        [1e300, 'a', 'b'],
      ]) {
        const [error] = (await refusal(field, 5, forged(endCursor ?? '', key))) ?? [];
        expect(error, name).toMatchObject({ code: 'BAD_USER_INPUT', argument: ['after'] });
      }
    }
  });
});
