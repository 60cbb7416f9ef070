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

const paging = 'first: $first, after: $after, last: $last, before: $before';
const page = `(${paging})`;
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
  'entities by name': `entities(orderBy: { field: NAME }, ${paging}) ${entities}`,
  'entities by date': `entities(orderBy: { field: DATE }, ${paging}) ${entities}`,
  'entities, latest first': `entities(orderBy: { field: DATE, direction: DESC }, ${paging}) ${entities}`,
  'entities of two kinds': `entities(filter: { kinds: [CLAIM, EVENT] }, ${paging}) ${entities}`,
  claims: `claims${page} ${entities}`,
  'statements by date': `statements(orderBy: { field: DATE, direction: DESC }, ${paging}) ${entities}`,
  'a search': `search(query: "sick leave or talks", ${paging}) ${entities}`,
  'a search for near spellings': `search(query: "goverment", ${paging}) ${entities}`,
  'a search in claims': `search(query: "sick leave", kinds: [CLAIM], ${paging}) ${entities}`,
  'the timeline': `timeline${page} ${moments}`,
  'the timeline of a union': `timeline(of: "psac", ${paging}) ${moments}`,
  relationships: `entity(id: "psac") { relationships${page} ${entities} }`,
  'relationships on a day': `entity(id: "aupe") {
    relationships(asOf: "2014-01-24", ${paging}) ${entities}
  }`,
  'statements of a person': `person(id: "guy-smith") { statements${page} ${entities} }`,
  'claims on an issue': `issue(id: "sick-leave") { claims${page} ${entities} }`,
  'objectives in their order': `union(id: "psac") { objectives${page} ${entities} }`,
  'relationships of all': `relationships${page} ${entities}`,
  'relationships, latest first': `relationships(orderBy: { field: DATE, direction: DESC }, ${paging}) ${entities}`,
  'evidence by its source': `evidence${page} ${pieces}`,
  'evidence of an article': `evidence(filter: { article: "cbc-2016-01" }, orderBy: { field: ID }, ${paging}) ${pieces}`,
  'paragraphs of an article': `sourceCoverage(article: "cbc-2016-01") { paragraphs${page} ${paragraphs} }`,
  'evidence of an entity': `entity(id: "bill-c-59-2015") { evidence${page} ${pieces} }`,
  'evidence of a relationship for an attribute': `node(id: "tony-clement.HOLDS.president-of-the-treasury-board") {
    ... on Relationship { evidence(attribute: "until", ${paging}) ${pieces} }
  }`,
  'evidence of a paragraph': `sourceCoverage(article: "cbc-2016-01") {
    paragraphs(first: 1) { nodes { evidence${page} ${pieces} } }
  }`,
  'articles that mention a union': `entity(id: "psac") { mentionedIn${page} ${entities} }`,
  'courts, of which there are none': `courts${page} ${entities}`,
};

const document = (field: string): string => {
  const fragments = ['fragment info on PageInfo { hasNextPage hasPreviousPage startCursor endCursor }'];
  if (field.includes('...entry'))
    fragments.push('fragment entry on TimelineEntry { moment entity { id } date { edtf } }');
  return [`query ($first: Int, $after: String, $last: Int, $before: String) { ${field} }`, ...fragments].join('\n');
};

/** The connection of an answer, however deep it stands. */
function connectionIn(data: Readonly<Record<string, unknown>>): Connection {
  const [value] = Object.values(data) as [Readonly<Record<string, unknown>>];
  return 'edges' in value ? (value as unknown as Connection) : connectionIn(value);
}

interface PageArgs {
  readonly first?: number | null;
  readonly after?: string | null;
  readonly last?: number | null;
  readonly before?: string | null;
}

async function read(field: string, args: PageArgs): Promise<Connection> {
  return connectionIn(await ask<Record<string, unknown>>(document(field), { ...args }));
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
    const next = await read(field, { first: 100, after });
    edges.push(...next.edges);
    if (!next.pageInfo.hasNextPage) return edges;
  }
}

/** A page as Relay's specification of cursor connections has it: where the stretch begins and ends, and how many. */
interface Asked {
  /** The row that it begins after, and the row that it ends before, by their places; null: none. */
  readonly after: number | null;
  readonly before: number | null;
  readonly size: number | null;
  readonly from: 'first' | 'last';
}

const asked = (length: number): fc.Arbitrary<Asked> => {
  const place = length === 0 ? fc.constant(null) : fc.option(fc.nat({ max: length - 1 }));
  return fc.record({
    after: place,
    before: place,
    size: fc.option(fc.oneof(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 100 })), { freq: 5 }),
    from: fc.constantFrom('first', 'last'),
  });
};

/** The rows that a page has. */
function rowsOf<Row>(whole: readonly Row[], { after, before, size, from }: Asked): readonly Row[] {
  const stretch = whole.slice(after === null ? 0 : after + 1, before ?? whole.length);
  const fromEnd = size === null ? before !== null && after === null : from === 'last';
  return fromEnd ? stretch.slice(-(size ?? 20)) : stretch.slice(0, size ?? 20);
}

describe.each(Object.entries(lists))('%s', (_, field) => {
  test('is the same in pages of whatever length, from either end, between whatever cursors', async () => {
    const whole = await readWhole(field);
    expect(new Set(whole.map(({ cursor }) => cursor)).size).toBe(whole.length);
    if (!field.startsWith('timeline'))
      expect(new Set(whole.map(({ node }) => JSON.stringify(node))).size).toBe(whole.length);

    const check = async (page: Asked): Promise<void> => {
      const cursor = (place: number | null) => (place === null ? null : (whole[place]?.cursor ?? null));
      const ends = { after: cursor(page.after), before: cursor(page.before) };
      const found = await read(field, { ...ends, ...(page.size !== null && { [page.from]: page.size }) });
      const expected = rowsOf(whole, page);
      expect(found.edges).toEqual(expected);
      expect(found.nodes).toEqual(expected.map(({ node }) => node));
      expect(found.totalCount).toBe(whole.length);
      const [begin, end] = [whole.indexOf(expected[0] as never), whole.indexOf(expected.at(-1) as never)];
      expect(found.pageInfo).toEqual({
        hasNextPage: expected.length > 0 ? end < whole.length - 1 : page.before !== null,
        hasPreviousPage: expected.length > 0 ? begin > 0 : page.after !== null,
        startCursor: expected.at(0)?.cursor ?? null,
        endCursor: expected.at(-1)?.cursor ?? null,
      });
    };

    const length = whole.length;
    const most = Math.min(100, Math.max(length, 1));
    const edge = length === 0 ? null : length - 1;
    await fc.assert(fc.asyncProperty(asked(length), check), {
      numRuns: 12,
      examples: (['first', 'last'] as const).flatMap((from): [Asked][] => [
        [{ after: null, before: null, size: 1, from }],
        [{ after: null, before: null, size: most, from }],
        [{ after: edge, before: null, size: 1, from }],
        [{ after: null, before: length === 0 ? null : 0, size: 1, from }],
        [{ after: null, before: edge, size: null, from }],
      ]),
    });
  });

  test('walked from either end to the other in pages of changing length gives each row once', async () => {
    const whole = await readWhole(field);
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 11, max: 60 }), { minLength: 1, maxLength: 5 }), async (sizes) => {
        const sizeOf = (turn: number) => sizes[turn % sizes.length] ?? 1;
        const onwards: Connection['edges'][number][] = [];
        for (let turn = 0, after: string | null = null, more = true; more; turn += 1) {
          const found = await read(field, { first: sizeOf(turn), after });
          expect(found.pageInfo.hasPreviousPage).toBe(turn > 0);
          onwards.push(...found.edges);
          ({ endCursor: after, hasNextPage: more } = found.pageInfo);
        }
        expect(onwards).toEqual(whole);
        const backwards: Connection['edges'][number][] = [];
        for (let turn = 0, before: string | null = null, more = true; more; turn += 1) {
          const found = await read(field, { last: sizeOf(turn), before });
          expect(found.pageInfo.hasNextPage).toBe(turn > 0);
          backwards.unshift(...found.edges);
          ({ startCursor: before, hasPreviousPage: more } = found.pageInfo);
        }
        expect(backwards).toEqual(whole);
      }),
      { numRuns: 1 },
    );
  });
});

/** Lists of which less than three are known. */
const few: Readonly<Record<string, number>> = {
  'courts, of which there are none': 0,
  'objectives in their order': 1,
  'evidence of a relationship for an attribute': 1,
  'articles that mention a union': 2,
};

test('lists have something to be walked', async () => {
  const lengths = await Promise.all(Object.values(lists).map(async (field) => (await readWhole(field)).length));
  const byName = Object.fromEntries(Object.keys(lists).map((name, index) => [name, lengths[index] ?? 0]));
  for (const [name, length] of Object.entries(byName)) {
    expect(length, name).toBeGreaterThanOrEqual(few[name] ?? 3);
  }
  expect(byName['entities by id']).toBeGreaterThan(100);
});

test('a page has 20 rows unless told', async () => {
  const { entities: found } = await ask<{ entities: Connection }>('{ entities { edges { cursor } } }');
  expect(found.edges).toHaveLength(20);
});

describe('a page that cannot be is refused', () => {
  const refusal = async (field: string, args: PageArgs) => {
    const { status, body } = await post(document(field), { ...args });
    // Some of it is found out before it is executed, some while it is: see statuses.test.ts.
    expect(status).toBe('data' in body ? 200 : 400);
    return body.errors?.map(({ extensions, message }) => ({ ...extensions, message }));
  };
  const cursors = ['after', 'before'] as const;

  test.each(Object.entries(lists))('of %s', async (_, field) => {
    for (const from of ['first', 'last'] as const)
      for (const size of [0, -1, 101, 2 ** 31 - 1]) {
        const message = `${from}: ${size} is out of range; allowed: 1 to 100`;
        expect(await refusal(field, { [from]: size })).toEqual([
          { code: 'BAD_USER_INPUT', argument: [from], allowed: '1 to 100', message },
        ]);
      }
    for (const name of cursors)
      for (const cursor of ['garbage', '', 'bnVsbA', 'W10', '%00', '[]', '{}', 'null', 'x'.repeat(200)]) {
        const [error, ...others] = (await refusal(field, { first: 5, [name]: cursor })) ?? [];
        expect(others).toEqual([]);
        expect(error).toMatchObject({ code: 'BAD_USER_INPUT', argument: [name] });
        expect(error).toHaveProperty('allowed', expect.stringContaining('cursor of the same field'));
      }
  });

  test.each(Object.entries(lists))('of %s, from both ends', async (_, field) => {
    expect(await refusal(field, { first: 2, last: 2 })).toEqual([
      {
        ...{ code: 'BAD_USER_INPUT', argument: ['last'], allowed: 'one of the two' },
        message: 'last: `first` is given too; allowed: one of the two',
      },
    ]);
  });

  test('because its cursor is of another field, filter, order or query', async () => {
    const names = Object.keys(lists).filter((name) => !name.startsWith('courts'));
    const given = new Map<string, string>();
    for (const name of names) given.set(name, (await read(lists[name] ?? '', { first: 1 })).pageInfo.endCursor ?? '');
    const pairs = names.flatMap((one) => names.filter((other) => other !== one).map((other) => [one, other] as const));
    for (const [index, [of, at]] of pairs.entries()) {
      const name = cursors[index % 2] ?? 'after';
      const [error] = (await refusal(lists[at] ?? '', { first: 5, [name]: given.get(of) ?? '' })) ?? [];
      expect(error, `a cursor of ${of} at ${at}`).toMatchObject({ code: 'BAD_USER_INPUT', argument: [name] });
    }
  });

  /** A cursor with its key replaced, as somebody could make one who looked into it. */
  const forged = (cursor: string, key: readonly unknown[]): string => {
    const [list] = JSON.parse(cursor) as [string];
    return JSON.stringify([list, key]);
  };

  // src/graph/queries/page.ts does not look at the types of a key: the database refuses it, and the error is masked.
  test('because its cursor was tampered with', async () => {
    for (const name of ['entities by date', 'the timeline', 'relationships', 'a search']) {
      const field = lists[name] ?? '';
      const { endCursor } = (await read(field, { first: 1 })).pageInfo;
      for (const key of [
        ['x', 'y'],
        [1, 2, 3, 4],
        [1e300, 'a', 'b'],
      ]) {
        for (const argument of cursors) {
          const [error] = (await refusal(field, { first: 5, [argument]: forged(endCursor ?? '', key) })) ?? [];
          expect(error, name).toMatchObject({ code: 'BAD_USER_INPUT', argument: [argument] });
        }
      }
    }
  });
});
