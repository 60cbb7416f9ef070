/** The lists of relationships and of evidence answer what their filters mean, or refuse what nothing could meet. */
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import {
  actorKinds,
  kindNames,
  type RelationshipType,
  relationshipDefinition,
  relationshipTypeNames,
  rules,
} from '../../src/registry/index.ts';
import { type Answer, post } from '../ask.ts';
import { isPublishedBy, type Piece, pieceFields } from './piece.ts';

interface Relationship {
  readonly id: string;
  readonly type: RelationshipType;
  readonly subject: { readonly id: string; readonly kind: string };
  readonly object: { readonly id: string; readonly kind: string };
  readonly accordingTo: { readonly id: string } | null;
  readonly evidence: { readonly nodes: readonly Piece[] };
}
interface Row extends Piece {
  readonly fact: { readonly id: string };
}
interface EvidenceFilter {
  readonly article?: string;
  readonly paragraph?: number;
  readonly outlet?: string;
  readonly publishedUntil?: string;
  readonly bases?: readonly string[];
  readonly verifications?: readonly string[];
  readonly quotations?: readonly string[];
  readonly attribute?: string;
}
interface RelationshipFilter {
  readonly types?: readonly string[];
  readonly subject?: string;
  readonly object?: string;
  readonly subjectKinds?: readonly string[];
  readonly objectKinds?: readonly string[];
  readonly accordingTo?: string;
  readonly evidence?: EvidenceFilter;
  readonly restsOn?: string;
}

const inner = {
  relationships: `id type subject { id kind } object { id kind } accordingTo { id } evidence(first: 20) { nodes { ${pieceFields} } }`,
  evidence: `${pieceFields} fact { ... on Node { id } ... on Term { id } ... on Provision { id } ... on LegislationStage { id } }`,
};
const filterType = { relationships: 'RelationshipFilter', evidence: 'EvidenceFilter' };

interface Page<Item> {
  readonly totalCount: number;
  readonly nodes: readonly Item[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
}

/** All that a list has, page by page; or the argument that was refused. */
async function list<Item>(
  field: 'relationships' | 'evidence',
  filter: object,
  of?: string,
): Promise<{ found: Item[] } | { refused: string[]; allowed: string }> {
  const found: Item[] = [];
  for (let after: string | null = null; ; ) {
    const [declared, given] = field === 'evidence' ? [', $of: ID', ', of: $of'] : ['', ''];
    const query = `query ($filter: ${filterType[field]}, $after: String${declared}) {
      list: ${field}(filter: $filter, first: 100, after: $after${given}) {
        totalCount nodes { ${inner[field]} } pageInfo { hasNextPage endCursor } } }`;
    const { body }: { body: Answer<{ list: Page<Item> }> } = await post(query, {
      filter,
      after,
      ...(of !== undefined && { of }),
    });
    const [error] = body.errors ?? [];
    if (error !== undefined) {
      expect(error.extensions['code'], error.message).toBe('BAD_USER_INPUT');
      return { refused: error.extensions['argument'] as string[], allowed: error.extensions['allowed'] as string };
    }
    const page: Page<Item> = (body.data as { list: Page<Item> }).list;
    found.push(...page.nodes);
    if (!page.pageInfo.hasNextPage) {
      expect(page.totalCount).toBe(found.length);
      return { found };
    }
    after = page.pageInfo.endCursor;
  }
}

/** The argument of relationships that is refused; undefined: none. */
async function refusalOf(filter: RelationshipFilter): Promise<string[] | undefined> {
  const { body } = await post(
    'query ($filter: RelationshipFilter) { relationships(filter: $filter, first: 1) { totalCount } }',
    { filter },
  );
  return body.errors?.[0]?.extensions['argument'] as string[] | undefined;
}

let relationships: readonly Relationship[] = [];
let evidence: readonly Row[] = [];
beforeAll(async () => {
  const read = await Promise.all([list<Relationship>('relationships', {}), list<Row>('evidence', {})]);
  relationships = 'found' in read[0] ? read[0].found : [];
  evidence = 'found' in read[1] ? read[1].found : [];
});

const outlets = ({ article }: Piece): string[] => article?.outlets.nodes.map(({ id }) => id) ?? [];
const isIn = (words: readonly string[] | undefined, word: string | null | undefined): boolean =>
  words === undefined || words.includes(word ?? '');

const pieceMeets = (one: Piece, filter: EvidenceFilter): boolean =>
  (filter.article === undefined || one.article?.id === filter.article) &&
  (filter.paragraph === undefined || one.paragraph === filter.paragraph) &&
  (filter.outlet === undefined || outlets(one).includes(filter.outlet)) &&
  (filter.publishedUntil === undefined || isPublishedBy(one, filter.publishedUntil)) &&
  isIn(filter.bases, one.basis) &&
  isIn(filter.verifications, one.verification) &&
  isIn(filter.quotations, one.quotation) &&
  (filter.attribute === undefined || one.attribute === filter.attribute);

const reaches: Readonly<Record<string, (pieces: readonly Piece[]) => boolean>> = {
  ONE_ARTICLE: (pieces) =>
    new Set(pieces.map(({ article }) => article?.id ?? '')).size === 1 && pieces[0]?.article !== null,
  ONE_OUTLET: (pieces) => outlets(pieces[0] as Piece).some((id) => pieces.every((one) => outlets(one).includes(id))),
  ARTICLES_ALONE: (pieces) => pieces.every(({ article }) => article !== null),
  OUTSIDE_SOURCES_ALONE: (pieces) => pieces.every(({ article }) => article === null),
};

const meets = (one: Relationship, filter: RelationshipFilter): boolean =>
  isIn(filter.types, one.type) &&
  (filter.subject === undefined || one.subject.id === filter.subject) &&
  (filter.object === undefined || one.object.id === filter.object) &&
  isIn(filter.subjectKinds, one.subject.kind) &&
  isIn(filter.objectKinds, one.object.kind) &&
  (filter.accordingTo === undefined || one.accordingTo?.id === filter.accordingTo) &&
  one.evidence.nodes.some((some) => pieceMeets(some, filter.evidence ?? {})) &&
  (filter.restsOn === undefined || reaches[filter.restsOn]?.(one.evidence.nodes) === true);

const attributes = ['from', 'until', 'side', 'position', 'role', 'note', 'start', 'summary', 'value', 'condition'];
const some = (words: readonly string[]) => fc.subarray([...words], { minLength: 1, maxLength: 3 });
const evidenceConditions: fc.Arbitrary<EvidenceFilter>[] = [
  fc.constantFrom('cbc-2015-05-12', 'cbc-2016-01').map((article) => ({ article })),
  fc.integer({ min: 1, max: 19 }).map((paragraph) => ({ article: 'cbc-2016-01', paragraph })),
  fc.constantFrom('cbc-news', 'canadian-press').map((outlet) => ({ outlet })),
  fc
    .constantFrom('2014-01-23', '2014-01-24', '2015-05-12', '2016-01-30', '2016-01-31')
    .map((publishedUntil) => ({ publishedUntil })),
  some(['STATED', 'DERIVED', 'EXTERNAL']).map((bases) => ({ bases })),
  some(['VERIFIED', 'DIFFERS', 'NOT_SUPPLIED']).map((verifications) => ({ verifications })),
  some(['QUOTED', 'PARTLY_QUOTED', 'TOLD']).map((quotations) => ({ quotations })),
  fc.constantFrom(...attributes).map((attribute) => ({ attribute })),
];
const ofEvidence = (): fc.Arbitrary<EvidenceFilter> =>
  fc.array(fc.oneof(...evidenceConditions), { minLength: 1, maxLength: 2 }).map((all) => Object.assign({}, ...all));

/** Of lists that allow several words: the filter with each word by itself. */
function wordByWord<Filter extends object>(filter: Filter): Filter[] {
  return Object.entries(filter).reduce<Filter[]>(
    (filters, [name, value]) =>
      filters.flatMap((one) => {
        if (!Array.isArray(value)) return [one];
        return value.map((word) => ({ ...one, [name]: [word] }));
      }),
    [filter],
  );
}

describe('relationships', () => {
  const ends = (): fc.Arbitrary<Relationship> => fc.constantFrom(...relationships);

  test('by any filter: what it means, or refused where a word of it could meet nothing', async () => {
    const condition: fc.Arbitrary<RelationshipFilter> = fc.oneof(
      ends().map(({ type }) => ({ types: [type] })),
      some(relationshipTypeNames).map((types) => ({ types })),
      ends().map(({ subject }) => ({ subject: subject.id })),
      ends().map(({ object }) => ({ object: object.id })),
      ends().map(({ subject }) => ({ subjectKinds: [subject.kind] })),
      ends().map(({ object }) => ({ objectKinds: [object.kind] })),
      some(kindNames).map((subjectKinds) => ({ subjectKinds })),
      some(kindNames).map((objectKinds) => ({ objectKinds })),
      fc.constantFrom('guy-smith', 'chris-aylward', 'psac').map((accordingTo) => ({ accordingTo })),
      ofEvidence().map((of) => ({ evidence: of })),
      fc.constantFrom(...Object.keys(reaches)).map((restsOn) => ({ restsOn })),
    );
    const seen = { answered: 0, refused: 0, something: 0 };
    const filters = fc.array(condition, { minLength: 1, maxLength: 3 }).map((all) => Object.assign({}, ...all));
    const property = fc.asyncProperty(filters, async (filter: RelationshipFilter) => {
      const answer = await list<Relationship>('relationships', filter);
      const meant = (one: RelationshipFilter) => relationships.filter((each) => meets(each, one)).map(({ id }) => id);
      if ('refused' in answer) {
        seen.refused += 1;
        const parts = wordByWord(filter).flatMap((one) =>
          wordByWord(one.evidence ?? {}).map((of) => (one.evidence === undefined ? one : { ...one, evidence: of })),
        );
        expect(
          parts.some((one) => meant(one).length === 0),
          `refused: ${answer.refused}`,
        ).toBe(true);
      } else {
        seen.answered += 1;
        const expected = meant(filter);
        seen.something += Math.min(1, expected.length);
        expect(answer.found.map(({ id }) => id)).toEqual(expected);
      }
    });
    await fc.assert(property, { numRuns: 300 });
    expect(seen.something).toBeGreaterThan(40);
    expect(seen.refused).toBeGreaterThan(40);
  });

  test('of each type: each kind at each end, and each attribute, is asked of it or refused', async () => {
    const kept = kindNames.filter((_, index) => index % 3 === 0);
    for (const type of relationshipTypeNames) {
      for (const [name, end] of [
        ['subjectKinds', 'subjectKind'],
        ['objectKinds', 'objectKind'],
      ] as const) {
        for (const kind of kept) {
          const able = rules.some((rule) => rule.type === type && rule[end] === kind);
          const refused = await refusalOf({ types: [type], [name]: [kind] });
          expect(refused, `${type} with ${name} ${kind}`).toEqual(able ? undefined : ['filter', name]);
        }
      }
      const { temporal = false, qualifiers = [] } = relationshipDefinition(type);
      const known = [...(temporal ? ['from', 'until'] : []), ...qualifiers, 'note'];
      for (const attribute of attributes) {
        const able = known.includes(attribute as 'role');
        const refused = await refusalOf({ types: [type], evidence: { attribute } });
        const argument = ['filter', 'evidence', 'attribute'];
        expect(refused, `${type} with evidence for ${attribute}`).toEqual(able ? undefined : argument);
      }
    }
  });

  test.each<[RelationshipFilter, string[], string]>([
    [{ types: ['HOLDS'], subject: 'psac' }, ['filter', 'subject'], 'PERSON'],
    [{ types: ['HOLDS', 'PARTY_TO'], subject: 'psac' }, ['filter', 'types'], 'PARTY_TO'],
    [{ subject: 'psac', subjectKinds: ['PERSON'] }, ['filter', 'subjectKinds'], 'UNION'],
    [{ types: ['MAKES'], objectKinds: ['CLAIM'] }, ['filter', 'objectKinds'], 'PROPOSAL, STATEMENT'],
    [{ accordingTo: 'canada' }, ['filter', 'accordingTo'], actorKinds[0] as string],
    [{ evidence: { quotations: ['QUOTED'] } }, ['filter', 'evidence', 'quotations'], 'STATEMENT'],
    [{ evidence: { attribute: 'begin' } }, ['filter', 'evidence', 'attribute'], 'from'],
    [{ evidence: { article: 'cbc-2016-01', bases: ['EXTERNAL'] } }, ['filter', 'evidence', 'bases'], 'STATED'],
    [
      { evidence: { article: 'cbc-2016-01' }, restsOn: 'OUTSIDE_SOURCES_ALONE' },
      ['filter', 'restsOn'],
      'ARTICLES_ALONE',
    ],
    [{ evidence: { publishedUntil: '2016-01-31', bases: ['EXTERNAL'] } }, ['filter', 'evidence', 'bases'], 'STATED'],
    [
      { evidence: { publishedUntil: '2016-01-31' }, restsOn: 'OUTSIDE_SOURCES_ALONE' },
      ['filter', 'restsOn'],
      'ARTICLES_ALONE',
    ],
    [{ evidence: { bases: ['EXTERNAL'] }, restsOn: 'ONE_OUTLET' }, ['filter', 'restsOn'], 'OUTSIDE_SOURCES_ALONE'],
  ])('%j is refused, and the answer says what could be', async (filter, refused, allowed) => {
    expect(await list('relationships', filter)).toEqual({ refused, allowed: expect.stringContaining(allowed) });
  });

  test('of no type at all there are none, which nothing contradicts', async () => {
    expect(await list('relationships', { types: [], subjectKinds: ['ISSUE'] })).toEqual({ found: [] });
  });
});

describe('evidence', () => {
  test('by any filter: what it means, or refused where a word of it could meet nothing', async () => {
    const seen = { answered: 0, refused: 0, something: 0 };
    const facts = ['psac', 'statement-clement-savings', 'psac.PARTY_TO.federal-round-2016', 'bill-c-59-2015'];
    const of = fc.option(fc.constantFrom(...facts), { nil: undefined });
    const property = fc.asyncProperty(of, ofEvidence(), async (fact, filter) => {
      const answer = await list<Row>('evidence', filter, fact);
      const meant = (one: EvidenceFilter) =>
        evidence.filter((row) => pieceMeets(row, one) && (fact === undefined || row.fact.id === fact));
      if ('refused' in answer) {
        seen.refused += 1;
        expect(
          wordByWord(filter).some((one) => meant(one).length === 0),
          `refused: ${answer.refused}`,
        ).toBe(true);
      } else {
        seen.answered += 1;
        seen.something += Math.min(1, answer.found.length);
        expect(answer.found).toEqual(meant(filter));
      }
    });
    await fc.assert(property, { numRuns: 150 });
    expect(seen.something).toBeGreaterThan(20);
    expect(seen.refused).toBeGreaterThan(3);
  });

  test('for each attribute that there is some for', async () => {
    const stored = new Set(evidence.flatMap(({ attribute }) => attribute ?? []));
    expect(stored.size).toBeGreaterThan(10);
    for (const attribute of stored) {
      const answer = await list<Row>('evidence', { attribute });
      if (!('found' in answer)) throw new Error(`${attribute}: ${JSON.stringify(answer)}`);
      expect(answer.found.length, attribute).toBeGreaterThan(0);
    }
  });

  test.each<[EvidenceFilter, string | undefined, string[], string]>([
    [{}, 'nobody', ['of'], 'the id of an entity'],
    [{}, 'psac.HOLDS.president-of-psac', ['of'], 'the id of an entity'],
    [{ quotations: ['TOLD'] }, 'psac', ['filter', 'quotations'], 'STATEMENT'],
    [{ attribute: 'until' }, 'psac', ['filter', 'attribute'], 'names'],
    [{ attribute: 'begin' }, undefined, ['filter', 'attribute'], 'start'],
    [{ outlet: 'cbc-news', bases: ['EXTERNAL'] }, undefined, ['filter', 'bases'], 'STATED'],
    [{ quotations: ['TOLD'], attribute: 'start' }, undefined, ['filter', 'attribute'], 'without'],
  ])('%j of %s is refused, and the answer says what could be', async (filter, of, refused, allowed) => {
    expect(await list('evidence', filter, of)).toEqual({ refused, allowed: expect.stringContaining(allowed) });
  });
});

describe('entities by their evidence', () => {
  test.each([
    ['kinds: [EVENT], evidence: { quotations: [QUOTED] }', ['filter', 'evidence', 'quotations']],
    ['kinds: [EVENT, STATEMENT], evidence: { quotations: [QUOTED] }', ['filter', 'evidence']],
    ['kinds: [PERSON], evidence: { attribute: "start" }', ['filter', 'evidence', 'attribute']],
    ['kinds: [PERSON, EVENT], evidence: { attribute: "start" }', ['filter', 'evidence']],
    ['evidence: { attribute: "until" }', ['filter', 'evidence', 'attribute']],
    ['evidence: { bases: [EXTERNAL], attribute: "summary" }, restsOn: ONE_ARTICLE', ['filter', 'restsOn']],
  ])('{ %s } is refused', async (filter, argument) => {
    const { body } = await post(`{ entities(filter: { ${filter} }) { totalCount } }`);
    expect(body.errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', argument } }]);
  });
});
