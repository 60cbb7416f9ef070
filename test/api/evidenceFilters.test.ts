/** Filters by what facts rest on, each held against the evidence of the facts themselves. */
import { beforeAll, describe, expect, test } from 'vitest';
import { ask, post } from '../ask.ts';
import { bearing, isPublishedBy, type Piece, pieceFields } from './piece.ts';

interface Fact {
  readonly id: string;
  readonly evidence: { readonly nodes: readonly Piece[] };
}

const evidence = `evidence(first: 20) { nodes { ${pieceFields} } }`;

/** Every page of a list. */
async function list<Item>(field: string, args: string, inner: string): Promise<Item[]> {
  const found: Item[] = [];
  for (let after: string | null = null; ; ) {
    const at: string = after === null ? '' : `, after: ${JSON.stringify(after)}`;
    const page: { list: { nodes: Item[]; totalCount: number; pageInfo: { hasNextPage: boolean; endCursor: string } } } =
      await ask(
        `{ list: ${field}(first: 100${at}${args}) { nodes { ${inner} } totalCount pageInfo { hasNextPage endCursor } } }`,
      );
    found.push(...page.list.nodes);
    if (!page.list.pageInfo.hasNextPage) {
      expect(found).toHaveLength(page.list.totalCount);
      return found;
    }
    after = page.list.pageInfo.endCursor;
  }
}

const facts: Record<string, readonly Fact[]> = {};
beforeAll(async () => {
  for (const field of ['entities', 'relationships']) facts[field] = await list<Fact>(field, '', `id ${evidence}`);
});

type Meaning = readonly [filter: string, holds: (evidence: readonly Piece[]) => boolean];
const some =
  (holds: (piece: Piece) => boolean): Meaning[1] =>
  (pieces) =>
    pieces.some(holds);
const outlets = ({ article }: Piece): string[] => article?.outlets.nodes.map(({ id }) => id) ?? [];
const inOne = (pieces: readonly Piece[]): boolean =>
  new Set(pieces.map(({ article }) => article?.id)).size === 1 && pieces[0]?.article !== null;
const [article, outlet] = ['cbc-2015-05-12', 'canadian-press'];

const meanings: readonly Meaning[] = [
  [`evidence: { article: "${article}" }`, some((one) => one.article?.id === article)],
  [
    `evidence: { article: "${article}", paragraph: 12 }`,
    some((one) => one.article?.id === article && one.paragraph === 12),
  ],
  [`evidence: { outlet: "${outlet}" }`, some((one) => outlets(one).includes(outlet))],
  // Of the two years, the article of January 2016 is dated to the month alone: certainly published when that is over.
  ['evidence: { publishedUntil: "2014-01-24" }', some((one) => one.article?.id === 'huffpost-2014-01-24')],
  [
    'evidence: { publishedUntil: "2016-01-30" }',
    some((one) => one.article !== null && one.article.id !== 'cbc-2016-01'),
  ],
  ['evidence: { publishedUntil: "2016-01-31" }', some((one) => one.article !== null)],
  [
    // The other conditions must hold of the same piece.
    `evidence: { publishedUntil: "2015-12-31", article: "${article}", bases: [DERIVED] }`,
    some((one) => one.article?.id === article && one.basis === 'DERIVED'),
  ],
  ['evidence: { bases: [DERIVED, EXTERNAL] }', some(({ basis }) => basis !== 'STATED')],
  [
    'evidence: { verifications: [NOT_SUPPLIED, DIFFERS] }',
    some(({ verification }) => verification !== null && verification !== 'VERIFIED'),
  ],
  ['evidence: { verifications: [VERIFIED] }', some(({ verification }) => verification === 'VERIFIED')],
  [
    // Both of one and the same piece.
    `evidence: { article: "${article}", bases: [DERIVED] }`,
    some((one) => one.article?.id === article && one.basis === 'DERIVED'),
  ],
  ['restsOn: ONE_ARTICLE', inOne],
  [
    'restsOn: ONE_OUTLET',
    (pieces) =>
      pieces.length > 0 && outlets(pieces[0] as Piece).some((id) => pieces.every((one) => outlets(one).includes(id))),
  ],
  ['restsOn: ARTICLES_ALONE', (pieces) => pieces.length > 0 && pieces.every((one) => one.article !== null)],
  ['restsOn: OUTSIDE_SOURCES_ALONE', (pieces) => pieces.length > 0 && pieces.every((one) => one.basis === 'EXTERNAL')],
  [
    `evidence: { article: "${article}" }, restsOn: ONE_ARTICLE`,
    (pieces) => inOne(pieces) && pieces[0]?.article?.id === article,
  ],
];

describe.each(['entities', 'relationships'])('%s', (field) => {
  test.each(meanings)('{ %s }', async (filter, holds) => {
    // How far evidence reaches, that for identifiers says nothing of.
    const counted = (pieces: readonly Piece[]): readonly Piece[] =>
      filter.includes('restsOn') ? bearing(pieces) : pieces;
    const expected = (facts[field] ?? []).filter((fact) => holds(counted(fact.evidence.nodes))).map(({ id }) => id);
    const found = await list<{ id: string }>(field, `, filter: { ${filter} }`, 'id');
    expect(found.map(({ id }) => id)).toEqual(expected);
    // Whether the texts are at hand depends on where this runs.
    if (!/OUTSIDE|verification/.test(filter)) expect(found.length).toBeGreaterThan(0);
  });
});

test('entities by whether a paragraph quotes what was said: no relationship is quoted', async () => {
  const filter = 'evidence: { quotations: [PARTLY_QUOTED] }';
  const found = await list<{ id: string }>('entities', `, filter: { ${filter} }`, 'id');
  const holds = ({ evidence: pieces }: Fact): boolean =>
    pieces.nodes.some(({ quotation }) => quotation === 'PARTLY_QUOTED');
  expect(found.map(({ id }) => id)).toEqual((facts['entities'] ?? []).filter(holds).map(({ id }) => id));
  expect(found.length).toBeGreaterThan(0);
});

test('what had been published by a day goes together with what holds on a day', async () => {
  interface Edges {
    readonly edges: readonly { readonly node: { readonly id: string }; readonly other: Fact }[];
  }
  const inner = `edges { node { id } other { id ${evidence} } }`;
  const asked = async (args: string) =>
    (
      await ask<{ entity: { relationships: Edges } }>(
        `{ entity(id: "psac") { relationships(first: 100, asOf: "2015-05-12"${args}) { ${inner} } } }`,
      )
    ).entity.relationships.edges;
  const all = await asked('');
  const found = await asked(', filter: { evidence: { publishedUntil: "2015-12-31" } }');
  const expected = all.filter(({ other }) => other.evidence.nodes.some((one) => isPublishedBy(one, '2015-12-31')));
  expect(found).toEqual(expected);
  expect([found.length > 0, found.length < all.length]).toEqual([true, true]);
});

test('relationships by their ends, types and who says so', async () => {
  const inner = 'id type subject { id kind } object { id kind } accordingTo { id }';
  interface Row {
    readonly id: string;
    readonly type: string;
    readonly subject: { readonly id: string; readonly kind: string };
    readonly object: { readonly id: string; readonly kind: string };
    readonly accordingTo: { readonly id: string } | null;
  }
  const all = await list<Row>('relationships', '', inner);
  const cases: readonly [string, (row: Row) => boolean][] = [
    ['types: [HOLDS, PARTY_TO]', ({ type }) => type === 'HOLDS' || type === 'PARTY_TO'],
    ['subject: "psac"', ({ subject }) => subject.id === 'psac'],
    [
      'object: "sick-leave", types: [CONCERNS]',
      ({ object, type }) => object.id === 'sick-leave' && type === 'CONCERNS',
    ],
    ['subjectKinds: [PERSON]', ({ subject }) => subject.kind === 'PERSON'],
    [
      'objectKinds: [CLAIM], subjectKinds: [STATEMENT]',
      (row) => row.object.kind === 'CLAIM' && row.subject.kind === 'STATEMENT',
    ],
    ['accordingTo: "guy-smith"', ({ accordingTo }) => accordingTo?.id === 'guy-smith'],
  ];
  for (const [filter, holds] of cases) {
    const found = await list<Row>('relationships', `, filter: { ${filter} }`, inner);
    expect(found, filter).toEqual(all.filter(holds));
    expect(found.length, filter).toBeGreaterThan(0);
  }
});

test('all evidence is listed, each piece with its fact, in the order of the paragraphs', async () => {
  const inner =
    'fact { ... on Node { id } ... on Term { id } ... on Provision { id } ... on LegislationStage { id } } article { id } paragraph basis';
  interface Row {
    readonly fact: { readonly id: string };
    readonly article: { readonly id: string } | null;
    readonly paragraph: number | null;
    readonly basis: string;
  }
  const all = await list<Row>('evidence', '', inner);
  const { graph } = await ask<{ graph: { evidence: number } }>('{ graph { evidence } }');
  expect(all).toHaveLength(graph.evidence);
  const places = all.map((one) => `${one.article?.id ?? '~'} ${String(one.paragraph).padStart(9, '0')}`);
  expect(places).toEqual([...places].sort());
  const known = new Map(
    ['entities', 'relationships'].flatMap((field) => facts[field] ?? []).map((fact) => [fact.id, fact]),
  );
  for (const [id, fact] of known)
    expect(all.filter((one) => one.fact.id === id)).toHaveLength(fact.evidence.nodes.length);
  const bill = await list<Row>('evidence', ', of: "bill-c-59-2015"', inner);
  expect(bill).toEqual(all.filter(({ fact }) => fact.id === 'bill-c-59-2015'));
  const outside = await list<Row>('evidence', ', filter: { bases: [EXTERNAL] }', inner);
  expect(outside).toEqual(all.filter(({ basis }) => basis === 'EXTERNAL'));
});

const inFilter = ['filter', 'evidence'];

test.each([
  [
    'entities',
    'evidence: { paragraph: 3 }',
    ['filter', 'evidence', 'paragraph'],
    '`paragraph` together with `article`',
  ],
  [
    'relationships',
    'evidence: { article: "psac" }',
    ['filter', 'evidence', 'article'],
    expect.stringContaining('ARTICLE'),
  ],
  ['evidence', `article: "${article}", paragraph: 0`, ['filter', 'paragraph'], '1 or more'],
  ['evidence', `article: "${article}", paragraph: 22`, ['filter', 'paragraph'], '1 to 21'],
  ['relationships', `evidence: { article: "${article}", paragraph: 22 }`, [...inFilter, 'paragraph'], '1 to 21'],
  ['entities', `evidence: { article: "${article}", paragraph: 2147483647 }`, [...inFilter, 'paragraph'], '1 to 21'],
  ['people', `evidence: { article: "${article}", paragraph: 22 }`, [...inFilter, 'paragraph'], '1 to 21'],
  ['evidence', 'outlet: "nobody"', ['filter', 'outlet'], expect.stringContaining('NEWS_OUTLET')],
  ['relationships', 'subject: "nobody"', ['filter', 'subject'], expect.stringContaining('search')],
])('%s of { %s } are refused', async (field, filter, argument, allowed) => {
  const { body } = await post(`{ ${field}(filter: { ${filter} }) { totalCount } }`);
  expect(body.errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', argument, allowed } }]);
});

test('a paragraph that the article has not is refused in statistics too, and the last one is none of these', async () => {
  const asked = async (paragraph: number) =>
    await post(
      `{ statistics(by: [KIND], filter: { evidence: { article: "${article}", paragraph: ${paragraph} } }) { total } }`,
    );
  expect((await asked(21)).body.errors).toBeUndefined();
  expect((await asked(22)).body.errors).toMatchObject([
    {
      message: expect.stringContaining(`"${article}" has no paragraph 22`) as string,
      extensions: { code: 'BAD_USER_INPUT', argument: ['filter', 'evidence', 'paragraph'], allowed: '1 to 21' },
    },
  ]);
});
