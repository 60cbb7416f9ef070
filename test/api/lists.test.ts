/** Filters of lists, each held against what the entities themselves say; and what all kinds share. Orders: orders.test.ts. */
import { describe, expect, test } from 'vitest';
import { type Kind, kindDefinition, kindNames } from '../../src/registry/index.ts';
import { ask } from '../ask.ts';

interface Day {
  readonly earliest: string | null;
  readonly latest: string | null;
}
interface Item {
  readonly id: string;
  readonly kind: string;
  readonly statusCode: string | null;
  readonly name: string;
  readonly summary: string;
  readonly names: readonly { readonly text: string }[];
  readonly notStated: readonly { readonly attribute: string }[];
  readonly start?: Day | null;
  readonly end?: Day | null;
  readonly relationships: {
    readonly pageInfo: { readonly hasNextPage: boolean };
    readonly edges: readonly {
      readonly direction: string;
      readonly node: { readonly type: string };
      readonly other: { readonly id: string };
    }[];
  };
}

const item = `id kind statusCode name summary names { text } notStated { attribute }
  ... on Dated { start { earliest latest } end { earliest latest } }
  relationships(first: 100) { pageInfo { hasNextPage } edges { direction node { type } other { id } } }`;

/** Every page of a list. */
async function list(argument: string, fields = item, field = 'entities'): Promise<Item[]> {
  const found: Item[] = [];
  for (let after: string | null = null; ; ) {
    const cursor = after === null ? '' : `, after: ${JSON.stringify(after)}`;
    const args = `(first: 100${cursor}${argument === '' ? '' : `, ${argument}`})`;
    const page: { list: { nodes: Item[]; pageInfo: { hasNextPage: boolean; endCursor: string } } } = await ask(
      `{ list: ${field}${args} { nodes { ${fields} } pageInfo { hasNextPage endCursor } } }`,
    );
    found.push(...page.list.nodes);
    if (!page.list.pageInfo.hasNextPage) return found;
    after = page.list.pageInfo.endCursor;
  }
}

const ids = (items: readonly { readonly id: string }[]): string[] => items.map(({ id }) => id);
let everything: Promise<Item[]> | undefined;
function all(): Promise<Item[]> {
  everything ??= list('');
  return everything;
}

/** The ids that a filter leaves, which must be those that `holds` says, and neither none nor all. */
async function filtered(filter: string, holds: (one: Item) => boolean): Promise<string[]> {
  const expected = ids((await all()).filter(holds));
  const found = ids(await list(`filter: { ${filter} }`, 'id'));
  expect(found).toEqual(expected);
  expect(found.length).toBeGreaterThan(0);
  expect(found.length).toBeLessThan((await all()).length);
  return found;
}

const related = (one: Item, direction: string, ...types: readonly string[]): string[] =>
  one.relationships.edges
    .filter((edge) => edge.direction === direction && types.includes(edge.node.type))
    .map(({ other }) => other.id);

test('no entity has more relationships than a page holds, on which these tests rely', async () => {
  expect((await all()).filter(({ relationships }) => relationships.pageInfo.hasNextPage)).toEqual([]);
});

describe('a filter', () => {
  test('by kinds', async () => {
    await filtered('kinds: [PERSON, OFFICE]', ({ kind }) => kind === 'PERSON' || kind === 'OFFICE');
    expect(await list('filter: { kinds: [] }', 'id')).toEqual([]);
  });

  test('by issue, narrower ones included', async () => {
    const byId = new Map((await all()).map((one) => [one.id, one]));
    const within = (issue: string, broad: string): boolean => {
      const one = byId.get(issue);
      return (
        issue === broad ||
        (one !== undefined && related(one, 'OUT', 'PART_OF').some((broader) => within(broader, broad)))
      );
    };
    for (const issue of ['sick-leave', 'benefits', 'compensation', 'bargaining-rights']) {
      const concerns = (one: Item) => related(one, 'OUT', 'CONCERNS').some((at) => within(at, issue));
      const found = await filtered(`issue: "${issue}"`, concerns);
      const directly = (await all()).filter((one) => related(one, 'OUT', 'CONCERNS').includes(issue));
      expect(found.length).toBeGreaterThan(directly.length);
      expect(ids(await list(`filter: { issue: "${issue}", narrower: false }`, 'id'))).toEqual(ids(directly));
    }
  });

  test('claims by whether they are contested', async () => {
    const against = ['DISPUTES', 'DENIES', 'QUALIFIES', 'REBUTS'];
    // Both claims of a rebuttal are contested, and what a court has before it.
    const inCourt = ids((await all()).filter((one) => one.statusCode === 'BEFORE_THE_COURT'));
    const contested = (one: Item) =>
      related(one, 'IN', ...against).length > 0 ||
      related(one, 'OUT', 'REBUTS').length > 0 ||
      related(one, 'IN', 'CHALLENGES').some((id) => inCourt.includes(id));
    const found = await filtered('contested: true', contested);
    expect(found).toContain('claim-sick-leave-savings-900m');
    expect(found).toEqual(
      expect.arrayContaining(['claim-savings-and-improvement-conflict', 'alberta-settlement-law-2013']),
    );
    const kinds = ['CLAIM', 'LEGISLATION', 'PROPOSAL'];
    await filtered('contested: false', (one) => kinds.includes(one.kind) && !contested(one));
    const { claims } = await ask<{ claims: { nodes: { id: string }[] } }>(
      '{ claims(filter: { contested: true }, first: 100) { nodes { id } } }',
    );
    expect(ids(claims.nodes)).toEqual(found.filter((id) => id.startsWith('claim-')));
  });

  test('by type and status over several kinds', async () => {
    const words = 'statuses: ["TALKS_RESUMING", "PASSED"]';
    const expected = [
      ...(await list('filter: { statuses: [TALKS_RESUMING] }', 'id', 'disputes')),
      ...(await list('filter: { statuses: [PASSED] }', 'id', 'laws')),
    ];
    expect(expected.length).toBeGreaterThan(1);
    expect(ids(await list(`filter: { ${words} }`, 'id')).sort()).toEqual(ids(expected).sort());
    expect(ids(await list('filter: { kinds: [CLAIM], types: ["FIGURE"] }', 'id'))).toEqual(
      ids(await list('filter: { types: [FIGURE] }', 'id', 'claims')),
    );
  });

  test.each(kindNames)('by type and status of %s', async (kind) => {
    const { plural, types = {}, statuses = {} } = kindDefinition(kind);
    for (const [attribute, shared, condition, words] of [
      ['type', 'subtype', 'types', types],
      ['status', 'statusCode', 'statuses', statuses],
    ] as const) {
      if (Object.keys(words).length === 0) continue;
      const items = (
        await ask<Record<string, { nodes: { id: string; word: string | null; same: string | null }[] }>>(
          `{ all: ${plural}(first: 100) { nodes { id word: ${attribute} same: ${shared} } } }`,
        )
      )['all']?.nodes;
      for (const { id, word, same } of items ?? []) expect(same, id).toBe(word);
      for (const word of Object.keys(words)) {
        const expected = ids((items ?? []).filter((one) => one.word === word));
        expect(ids(await list(`filter: { ${condition}: [${word}] }`, 'id', plural)), word).toEqual(expected);
      }
      const several = Object.keys(words).slice(0, 2);
      const expected = ids((items ?? []).filter((one) => several.includes(one.word ?? '')));
      expect(ids(await list(`filter: { ${condition}: [${several.join(', ')}] }`, 'id', plural))).toEqual(expected);
    }
  });

  test('by words of the name or summary', async () => {
    const found = await filtered('text: "strike"', ({ summary, names }) =>
      [summary, ...names.map(({ text }) => text)].some((text) => /\bstrik(e|es|ing)\b/i.test(text)),
    );
    expect(ids(await list('filter: { text: "strikes" }', 'id'))).toEqual(found);
    expect(ids(await list('filter: { text: "tresor" }', 'id'))).toContain('treasury-board');
    expect(ids(await list('filter: { text: "strike -law" }', 'id')).length).toBeLessThan(found.length);
  });

  test.each(['number', 'court', 'start', 'end', 'status'])('by what is not stated: %s', async (attribute) => {
    await filtered(`notStated: "${attribute}"`, ({ notStated }) =>
      notStated.some((one) => one.attribute === attribute),
    );
  });

  test('by several conditions lets through what meets all', async () => {
    const parts = ['kinds: [EVENT, CLAIM]', 'issue: "compensation"', 'from: "2015-01-01"', 'text: "sick or budget"'];
    const each = await Promise.all(parts.map(async (part) => new Set(ids(await list(`filter: { ${part} }`, 'id')))));
    const expected = ids(await all()).filter((id) => each.every((found) => found.has(id)));
    expect(ids(await list(`filter: { ${parts.join(', ')} }`, 'id'))).toEqual(expected);
    expect(expected.length).toBeGreaterThan(0);
    for (const found of each) expect(found.size).toBeGreaterThan(expected.length);
  });
});

describe('what all kinds share', () => {
  test('tells, of what has a date, whether it goes on from there or happens then', async () => {
    const { kinds } = await ask<{ kinds: { nodes: { kind: Kind; isPeriod?: boolean }[] } }>(
      '{ kinds: entities(first: 100, filter: { kinds: [DISPUTE, LEGISLATION, EVENT, ARTICLE, PERSON] }) { nodes { kind ... on Dated { isPeriod } } } }',
    );
    const told = Object.fromEntries(kinds.nodes.map(({ kind, isPeriod }) => [kind, isPeriod]));
    expect(told).toEqual({ DISPUTE: true, LEGISLATION: true, EVENT: false, ARTICLE: false, PERSON: undefined });
  });

  test('is there for every entity, and for the same entity however it is asked for', async () => {
    const shared = `__typename id kind name french: name(language: FR) names { text language type } summary
      notStated { attribute } evidence { nodes { basis article { id } paragraph citation } } mentionedIn { nodes { id } }
      relationships(first: 100) { totalCount nodes { id } }`;
    const { unions } = await ask<{ unions: { nodes: { id: string }[] } }>(
      `{ unions(first: 100) { nodes { ${shared} } } }`,
    );
    expect(unions.nodes.length).toBeGreaterThan(2);
    for (const union of unions.nodes) {
      const found = await ask<Record<string, unknown>>(
        `query ($id: ID!) { entity(id: $id) { ${shared} } union(id: $id) { ${shared} }
          node(id: $id) { ... on Entity { ${shared} } } nodes(ids: [$id]) { ... on Union { ${shared} } } }`,
        { id: union.id },
      );
      expect(found).toEqual({ entity: union, union, node: union, nodes: [union] });
    }
  });

  test('every kind has its type, its list and its one', async () => {
    const listed = await list('', 'id kind __typename');
    for (const kind of kindNames) {
      const { graphql, plural } = kindDefinition(kind);
      const singular = graphql.charAt(0).toLowerCase() + graphql.slice(1);
      const expected = listed.filter((one) => one.kind === kind);
      expect(await list('', 'id kind __typename', plural)).toEqual(
        expected.map((one) => ({ ...one, __typename: graphql })),
      );
      const [first] = expected;
      if (first !== undefined)
        expect(await ask(`{ one: ${singular}(id: "${first.id}") { id } }`)).toEqual({ one: { id: first.id } });
    }
  });

  test('a name is the preferred one of the language, or else of the other', async () => {
    const { psac, ann } = await ask<
      Record<'psac' | 'ann', { en: string; fr: string; names: { text: string; type: string }[] }>
    >(
      `{ psac: entity(id: "psac") { ...names } ann: entity(id: "robyn-benson") { ...names } }
       fragment names on Entity { en: name fr: name(language: FR) names { text type } }`,
    );
    expect([psac.en, psac.fr]).toEqual([
      'Public Service Alliance of Canada',
      'Alliance de la Fonction publique du Canada',
    ]);
    expect(ann.fr).toBe(ann.en);
    expect(psac.names).toEqual(expect.arrayContaining([{ text: 'AFPC', type: 'ACRONYM' }]));
  });
});

test('a relationship is a node: it can be fetched by its id, and reads the same from both ends', async () => {
  const own = `__typename id type label inverseLabel subject { id } object { id } validFrom { edtf }
      side position evidence { nodes { basis } }`;
  const { union } = await ask<{
    union: {
      relationships: {
        edges: { direction: string; label: string; other: { id: string }; node: Record<string, never> }[];
      };
    };
  }>(`{ union(id: "psac") { relationships(first: 100) { edges { direction label other { id } node { ${own} } } } } }`);
  const { edges } = union.relationships;
  expect(new Set(edges.map(({ direction }) => direction))).toEqual(new Set(['IN', 'OUT']));
  const { nodes } = await ask<{ nodes: unknown[] }>(
    `query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Relationship { ${own} } } }`,
    {
      ids: edges.map(({ node }) => node['id']),
    },
  );
  expect(nodes).toEqual(edges.map(({ node }) => node));
  for (const { direction, label, other, node } of edges) {
    const far = direction === 'OUT' ? 'object' : 'subject';
    expect(label).toBe(node[direction === 'OUT' ? 'label' : 'inverseLabel']);
    expect(node[far]).toEqual(other);
    expect(node[far === 'object' ? 'subject' : 'object']).toEqual({ id: 'psac' });
  }
});

test('labels are in the language that is asked for, whichever way a relationship is walked', async () => {
  const labels = (name: string): string => `${name} french: ${name}(language: FR)`;
  const { holding, office, path } = await ask<{
    holding: { label: string; inverseLabel: string; french: string; inverse: string };
    office: { relationships: { edges: { label: string; french: string }[] } };
    path: { steps: { label: string | null; french: string | null }[] };
  }>(`{
    holding: node(id: "tony-clement.HOLDS.president-of-the-treasury-board") {
      ... on Relationship { ${labels('label')} inverseLabel inverse: inverseLabel(language: FR) } }
    office: entity(id: "president-of-the-treasury-board") {
      relationships(types: [HOLDS], first: 1) { edges { ${labels('label')} } } }
    path(from: "president-of-the-treasury-board", to: "tony-clement") { steps { ${labels('label')} } }
  }`);
  const [held, heldInFrench] = [holding.inverseLabel, 'a pour titulaire'];
  expect(holding).toMatchObject({ label: 'holds the office of', french: 'occupe le poste de', inverse: heldInFrench });
  expect(office.relationships.edges).toEqual([{ label: held, french: heldInFrench }]);
  expect(path.steps).toEqual([
    { label: null, french: null },
    { label: held, french: heldInFrench },
  ]);
});
