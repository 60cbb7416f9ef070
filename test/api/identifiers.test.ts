/** What registers of others know an entity by: each with its page and who says so, and found by it. */
import { expect, test } from 'vitest';
import { identifierSchemeNames, isIdentifier, schemeDefinition } from '../../src/registry/index.ts';
import { ask, post } from '../ask.ts';

interface Identifier {
  readonly scheme: string;
  readonly value: string;
  readonly url: string;
  readonly page: string;
  readonly evidence: {
    readonly nodes: readonly {
      readonly basis: string;
      readonly attribute: string | null;
      readonly citation: string | null;
      readonly url: string | null;
    }[];
  };
}
const identifiers =
  'identifiers { scheme value url page: url(language: FR) evidence { nodes { basis attribute citation url } } }';

interface Identified {
  readonly id: string;
  readonly identifiers: readonly Identifier[];
}

/** Every entity that has any. */
async function identified(): Promise<Identified[]> {
  const found: Identified[] = [];
  for (let after: string | null = null; ; ) {
    const { entities }: { entities: { nodes: Identified[]; pageInfo: { hasNextPage: boolean; endCursor: string } } } =
      await ask(
        `query ($after: String) { entities(first: 100, after: $after) { pageInfo { hasNextPage endCursor }
          nodes { id ${identifiers} } } }`,
        { after },
      );
    found.push(...entities.nodes.filter((entity) => entity.identifiers.length > 0));
    if (!entities.pageInfo.hasNextPage) return found;
    after = entities.pageInfo.endCursor;
  }
}

test('an entity says what others know it by, where its page is, and who says so', async () => {
  const { clement, bill } = await ask<Record<string, Identified>>(`{
    clement: entity(id: "tony-clement") { id ${identifiers} }
    bill: entity(id: "bill-c-59-2015") { id ${identifiers} } }`);
  expect(clement?.identifiers.map(({ scheme, value, url }) => [scheme, value, url])).toEqual([
    ['OPENPARLIAMENT', 'politicians/tony-clement', 'https://openparliament.ca/politicians/tony-clement/'],
    ['WIKIDATA', 'Q3531723', 'https://www.wikidata.org/wiki/Q3531723'],
  ]);
  expect(clement?.identifiers[1]?.evidence.nodes).toEqual([
    {
      basis: 'EXTERNAL',
      attribute: 'wikidata',
      citation: expect.stringContaining('Q3531723'),
      url: expect.stringMatching(/^https:/),
    },
  ]);
  const legisinfo = bill?.identifiers.find(({ scheme }) => scheme === 'LEGISINFO');
  expect(legisinfo?.url).toBe('https://www.parl.ca/legisinfo/en/bill/41-2/c-59');
  expect(legisinfo?.page).toBe('https://www.parl.ca/legisinfo/fr/projet-de-loi/41-2/c-59');
});

test('none is guessed: each has a citation with an address, and leads back to its entity', async () => {
  const entities = await identified();
  expect(entities.length).toBeGreaterThan(5);
  for (const entity of entities) {
    for (const { scheme, value, evidence } of entity.identifiers) {
      expect(evidence.nodes, `${entity.id} ${scheme}`).toEqual([
        { basis: 'EXTERNAL', attribute: scheme.toLowerCase(), citation: expect.any(String), url: expect.any(String) },
      ]);
      const { entityByIdentifier } = await ask<{ entityByIdentifier: Identified }>(
        `query ($value: String!) { entityByIdentifier(scheme: ${scheme}, value: $value) { id } }`,
        { value },
      );
      expect(entityByIdentifier.id).toBe(entity.id);
    }
  }
});

test('several are looked up at once, however they are written; one that the graph lacks is null', async () => {
  expect(
    await ask(`{
      harper: entityByIdentifier(scheme: WIKIDATA, value: "Q206") { id }
      written: entityByIdentifier(scheme: WIKIDATA, value: " q3531723 ") { id name }
      bill: entityByIdentifier(scheme: LEGISINFO, value: "41-2/C-59") { id }
      none: entityByIdentifier(scheme: WIKIDATA, value: "Q42") { id }
      spaced: entityByIdentifier(scheme: ISNI, value: "0000 0001 2103 2683") { id }
      other: entityByIdentifier(scheme: CANLII, value: "q206") { id }
    }`),
  ).toEqual({
    harper: { id: 'stephen-harper' },
    written: { id: 'tony-clement', name: 'Tony Clement' },
    bill: { id: 'bill-c-59-2015' },
    none: null,
    spaced: null,
    // Harper's at Wikidata, which CanLII could have as well.
    other: null,
  });
});

test('what no register writes so is refused, with what would be right', async () => {
  const { body } = await post('{ entityByIdentifier(scheme: LEGISINFO, value: "C-59") { id } }');
  expect(body.data).toEqual({ entityByIdentifier: null });
  expect(body.errors?.[0]?.message).toMatch(/value: "C-59" is no identifier of LEGISINFO.*41-2\/c-4/);
  expect(body.errors?.[0]?.extensions['code']).toBe('BAD_USER_INPUT');
});

test.each([
  ['Q3531723', 'tony-clement'],
  ['q3531723', 'tony-clement'],
  ['politicians/scott-brison', 'scott-brison'],
  ['41-2/C-59', 'bill-c-59-2015'],
])('search finds it before all else by %s', async (query, id) => {
  interface Hit {
    readonly node: { readonly id: string };
    readonly matches: readonly {
      readonly reason: string;
      readonly segments: readonly { readonly matched: boolean }[];
    }[];
  }
  const { search } = await ask<{ search: { edges: Hit[] } }>(
    `query ($query: String!) { search(query: $query) { edges { node { id } matches { reason segments { matched } } } } }`,
    { query },
  );
  expect(search.edges[0]?.node.id).toBe(id);
  expect(search.edges[0]?.matches[0]?.reason).toBe('SAME_IDENTIFIER');
  expect(search.edges[0]?.matches[0]?.segments.some(({ matched }) => matched)).toBe(true);
});

test.each(identifierSchemeNames)('the example of %s is one of its identifiers, and makes an address', (scheme) => {
  const { example, url } = schemeDefinition(scheme);
  expect(isIdentifier(scheme, example)).toBe(true);
  expect(isIdentifier(scheme, `${example} `)).toBe(false);
  for (const address of Object.values(url)) {
    expect(address).toContain('{value}');
    expect(URL.canParse(address)).toBe(true);
  }
});
