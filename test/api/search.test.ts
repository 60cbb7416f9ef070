/** Search: what a reporter types finds what is meant, and says why. */
import { describe, expect, test } from 'vitest';
import { ask } from '../ask.ts';

interface Match {
  readonly reason: string;
  readonly paragraph: number | null;
  readonly segments: readonly { readonly text: string; readonly matched: boolean }[];
}
interface Hit {
  readonly score: number;
  readonly node: {
    readonly id: string;
    readonly kind: string;
    readonly summary: string;
    readonly names: readonly { readonly text: string }[];
    readonly passages?: readonly { readonly number: number; readonly text: string | null }[];
  };
  readonly matches: readonly Match[];
}

async function search(query: string, kinds?: readonly string[]): Promise<Hit[]> {
  const { search: found } = await ask<{ search: { edges: Hit[]; totalCount: number } }>(
    `query ($query: String!, $kinds: [Kind!]) { search(query: $query, kinds: $kinds, first: 100) { totalCount edges {
      score matches { reason paragraph segments { text matched } }
      node { id kind summary names { text } ... on Article { passages { number text } } }
    } } }`,
    { query, kinds },
  );
  expect(found.totalCount).toBeGreaterThanOrEqual(found.edges.length);
  return found.edges;
}

const ids = (hits: readonly Hit[]): string[] => hits.map(({ node }) => node.id);
const textOf = ({ segments }: Match): string => segments.map(({ text }) => text).join('');
const marked = (match: Match | undefined): string[] =>
  (match?.segments ?? []).filter(({ matched }) => matched).map(({ text }) => text);

describe('a name is found', () => {
  test.each([
    ['AFPC', 'psac', 'AFPC'],
    ['PSAC', 'psac', 'PSAC'],
    ['psac', 'psac', 'PSAC'],
    ['IPFPC', 'pipsc', 'IPFPC'],
    ['PIPSC', 'pipsc', 'PIPSC'],
    ['AUPE', 'aupe', 'AUPE'],
    ['conseil du tresor', 'treasury-board', 'Conseil du Trésor'],
    ['CONSEIL DU TRÉSOR', 'treasury-board', 'Conseil du Trésor'],
    ['alliance de la fonction publique du canada', 'psac', 'Alliance de la Fonction publique du Canada'],
    ['Tony Clement', 'tony-clement', 'Tony Clement'],
  ])('by all of it, before all else: %s', async (query, id, name) => {
    const [first, second] = await search(query);
    expect(first?.node.id).toBe(id);
    expect(first?.matches[0]).toMatchObject({ reason: 'SAME_NAME', paragraph: null });
    expect(first && textOf(first.matches[0] as Match)).toBe(name);
    expect(second?.score ?? 0).toBeLessThan(first?.score ?? 0);
  });

  test.each([
    ['Clemnt', 'tony-clement'],
    ['Daviou', 'debi-daviau'],
    ['Robyn Bensen', 'robyn-benson'],
    ['Tresury Bord', 'treasury-board'],
  ])('though it is misspelled: %s', async (query, id) => {
    const hits = await search(query);
    const hit = hits.find(({ node }) => node.id === id);
    expect(ids(hits)).toContain(id);
    expect(hit?.matches[0]?.reason).toBe('SPELLED_ALIKE');
    expect((await search(query, [hit?.node.kind ?? '']))[0]?.node.id).toBe(id);
  });

  test('not by what is spelled otherwise', async () => {
    expect(await search('xylophone')).toEqual([]);
    expect(await search('Zzyzx')).toEqual([]);
  });
});

describe('words are read as in a web search', () => {
  const saying = (hit: Hit): string =>
    [
      hit.node.summary,
      ...hit.node.names.map(({ text }) => text),
      ...(hit.node.passages ?? []).map(({ text }) => text ?? ''),
    ]
      .join('\n')
      .toLowerCase();
  const byWords = (hits: readonly Hit[]) =>
    hits.filter(({ matches }) => matches.every(({ reason }) => reason !== 'SPELLED_ALIKE'));

  test('a phrase stands there whole', async () => {
    const phrase = byWords(await search('"sick leave"'));
    expect(phrase.length).toBeGreaterThan(3);
    for (const hit of phrase) expect(saying(hit)).toMatch(/sick[\s-]+leave/);
    expect(byWords(await search('"leave sick"'))).toEqual([]);
  });

  test('a word with a minus stands nowhere in what matched', async () => {
    const with_ = ids(byWords(await search('sick leave savings', ['CLAIM'])));
    const without = byWords(await search('sick leave -savings', ['CLAIM']));
    expect(with_.length).toBeGreaterThan(0);
    expect(without.length).toBeGreaterThan(0);
    for (const match of without.flatMap(({ matches }) => matches)) expect(textOf(match)).not.toMatch(/savings?/i);
  });

  test('operators hold for near spellings too', async () => {
    for (const match of (await search('sick -leave', ['CLAIM'])).flatMap(({ matches }) => matches)) {
      expect(textOf(match)).not.toMatch(/leave/i);
    }
    expect(await search('"leave sick"')).toEqual([]);
  });

  test('one word or the other', async () => {
    const [either, one, other] = await Promise.all(
      ['hiring or refugees', 'hiring', 'refugees'].map((query) => search(query, ['CLAIM'])),
    );
    expect(new Set(ids(byWords(either ?? [])))).toEqual(new Set(ids(byWords([...(one ?? []), ...(other ?? [])]))));
  });

  test('in whatever form', async () => {
    expect(ids(await search('negotiating'))).toEqual(expect.arrayContaining(ids(byWords(await search('negotiated')))));
  });
});

test('kinds leave only what is of them, in the same order', async () => {
  const all = await search('sick leave');
  expect(new Set(all.map(({ node }) => node.kind)).size).toBeGreaterThan(2);
  for (const kinds of [['ISSUE'], ['CLAIM', 'PROPOSAL'], ['COURT']]) {
    expect(ids(await search('sick leave', kinds))).toEqual(ids(all.filter(({ node }) => kinds.includes(node.kind))));
  }
  expect(await search('sick leave', [])).toEqual([]);
});

test('hits come best first, each with up to three reasons, best first', async () => {
  // Those in one line are as good as each other, and ordered by kind and by how well they match.
  const reasons = [
    ['SAME_IDENTIFIER'],
    ['SAME_NAME'],
    ['NAME_BEGINS'],
    ['WORDS_IN_NAME', 'HOLDS_OFFICE'],
    ['SYNONYMS_IN_NAME', 'HOLDS_OFFICE'],
    ['SPELLED_ALIKE', 'HOLDS_OFFICE'],
    ['WORDS_IN_SUMMARY'],
    ['WORDS_IN_ANCHORS', 'WORDS_IN_PASSAGE'],
  ];
  const otherwise = ['PERSON', 'EVENT', 'PROPOSAL', 'ARTICLE', 'CLAIM', 'STATEMENT'];
  const rank = (match: Match | undefined): number => reasons.findIndex((some) => some.includes(match?.reason ?? ''));
  for (const query of ['sick leave', 'Benson', 'government', 'talks']) {
    const hits = await search(query);
    expect(hits.map(({ score }) => score)).toEqual(hits.map(({ score }) => score).sort((a, b) => b - a));
    const best = hits
      .filter(({ node, matches }) => !otherwise.includes(node.kind) && matches[0]?.reason !== 'HOLDS_OFFICE')
      .map(({ matches }) => rank(matches[0]));
    expect(best).toEqual([...best].sort((a, b) => a - b));
    for (const { matches } of hits) {
      expect(matches.length).toBeGreaterThan(0);
      expect(matches.length).toBeLessThanOrEqual(3);
      const named = matches.filter(({ reason }) => reason !== 'HOLDS_OFFICE');
      expect(named.map(rank)).toEqual(named.map(rank).sort((a, b) => a - b));
    }
  }
});

test('the pieces of a match join to what stands in the text; what is marked was asked for', async () => {
  for (const [query, asked] of [
    ['sick leave', /^(sick|leaves?|leaving|days?)$/i],
    ['Conseil du tresor', /^(conseil|du|tr[ée]sor|treasury|board)$/i],
  ] as const) {
    const hits = await search(query);
    expect(hits.length).toBeGreaterThan(0);
    for (const { node, matches } of hits) {
      const texts = [
        node.summary,
        ...node.names.map(({ text }) => text),
        ...(node.passages ?? []).map(({ text }) => text ?? ''),
      ];
      for (const match of matches.filter(({ reason }) => !/ANCHORS|OFFICE|SYNONYMS/.test(reason))) {
        expect(match.segments.every(({ text }) => text !== '')).toBe(true);
        for (const fragment of textOf(match).split(' ... '))
          expect(
            texts.some((text) => text.includes(fragment)),
            fragment,
          ).toBe(true);
        if (match.reason !== 'SPELLED_ALIKE') expect(marked(match).length, textOf(match)).toBeGreaterThan(0);
        for (const text of marked(match)) expect(text).toMatch(asked);
      }
    }
  }
});

test.each([
  '<script>alert(1)</script> sick',
  '<b>sick</b>',
  `'; DROP TABLE "Entity"; --sick`,
  `sick') OR 1=1 --`,
  'sick & | ! :* ( <->',
  String.raw`sick \ \' $1 %s`,
  'sick "leave',
  '\uE000sick\uE001',
  'sick 🙂 \u202E',
])('a query that looks like something else is but words: %j', async (query) => {
  const hits = await search(query);
  for (const { text } of hits.flatMap(({ matches }) => matches).flatMap(({ segments }) => segments)) {
    expect(text).not.toMatch(/[<>\uE000\uE001]/);
  }
  expect(ids(await search('PSAC'))[0]).toBe('psac');
});

test('a paragraph is found exactly where the articles were supplied, and its text stands in it', async () => {
  const { articles } = await ask<{
    articles: { nodes: { id: string; verification: string; passages: { text: string | null }[] }[] };
  }>('{ articles { nodes { id verification passages { text } } } }');
  const supplied = articles.nodes.filter(({ verification }) => verification === 'VERIFIED');
  for (const { verification, passages } of articles.nodes) {
    for (const { text } of passages) expect(text === null).toBe(verification !== 'VERIFIED');
  }
  const hits = await search('government or union or talks', ['ARTICLE']);
  const inPassages = hits.filter(({ matches }) => matches.some(({ reason }) => reason === 'WORDS_IN_PASSAGE'));
  expect(ids(inPassages).sort()).toEqual(supplied.map(({ id }) => id).sort());
  for (const { node, matches } of hits) {
    for (const match of matches) {
      expect(match.paragraph !== null).toBe(/PASSAGE|ANCHORS/.test(match.reason));
      if (match.reason !== 'WORDS_IN_PASSAGE') continue;
      const passage = node.passages?.find(({ number }) => number === match.paragraph);
      for (const fragment of textOf(match).split(' ... ')) expect(passage?.text).toContain(fragment);
    }
  }
});
