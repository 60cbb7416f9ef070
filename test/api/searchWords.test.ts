/** Search as people type: misspelt, in either language, with other words than the sources have, by what was quoted. */
import { describe, expect, test } from 'vitest';
import { seed } from '../../src/seeding/seed.ts';
import { startService } from '../../src/server/start.ts';
import { ask } from '../ask.ts';
import { openMigrated } from '../database.ts';

interface Match {
  readonly reason: string;
  readonly article: { readonly id: string } | null;
  readonly paragraph: number | null;
  readonly evidenceCount: number;
  readonly evidence: readonly {
    readonly anchors: readonly string[];
    readonly article: { readonly id: string };
    readonly paragraph: number;
    readonly fact: { readonly id: string };
  }[];
  readonly segments: readonly { readonly text: string; readonly matched: boolean }[];
}
interface Hit {
  readonly node: { readonly id: string; readonly kind: string };
  readonly matches: readonly Match[];
}
interface Data {
  readonly search: { readonly totalCount: number; readonly edges: readonly Hit[] };
}

const Search = `query ($query: String!, $kinds: [Kind!]) { search(query: $query, kinds: $kinds, first: 100) { totalCount edges {
  node { id kind }
  matches { reason article { id } paragraph evidenceCount segments { text matched }
    evidence { anchors article { id } paragraph fact { ... on Entity { id } ... on Relationship { id } ... on Term { id }
      ... on Provision { id } ... on LegislationStage { id } } } }
} } }`;

async function search(query: string, kinds?: readonly string[]): Promise<readonly Hit[]> {
  return (await ask<Data>(Search, { query, kinds })).search.edges;
}
const ids = (hits: readonly Hit[]): string[] => hits.map(({ node }) => node.id);
const reasonFor = (hits: readonly Hit[], id: string): string | undefined =>
  hits.find(({ node }) => node.id === id)?.matches[0]?.reason;
const marked = (match: Match | undefined): string =>
  (match?.segments ?? []).flatMap(({ text, matched }) => (matched ? [text] : [])).join(' ');

describe('what is misspelt is found', () => {
  test.each([
    ['Alisson Redfort', 'alison-redford'],
    ['Debbie Davio', 'debi-daviau'],
    ['Cris Aylwart', 'chris-aylward'],
    ['Scot Brisson', 'scott-brison'],
    ['tresury presidnt', 'president-of-the-treasury-board'],
    ['the presidnt of the tresury bord', 'president-of-the-treasury-board'],
    ['publik servise aliance', 'psac'],
    ['conseil du trésort canadda', 'treasury-board'],
    ['aliance de la fonktion publique', 'psac'],
    ['congé de maladi', 'sick-leave'],
    ['Gai Smyth', 'guy-smith'],
    ['Smyth Gai', 'guy-smith'],
  ])('with two words of it, or more: %s', async (query, id) => {
    expect(ids(await search(query)).slice(0, 3)).toContain(id);
  });

  test('only if every word is like one', async () => {
    expect(await search('Alisson Xylophone')).toEqual([]);
    expect(await search('Xai Smyth')).toEqual([]);
  });
});

describe('numbers are found in whatever way they are written', () => {
  test.each([
    'C59',
    'C-59',
    'C 59',
    'c 59',
    'projet de loi C 59',
    'bill c59',
    'Bill C-59',
    'projet de loi C-59',
    'projet de loi C59',
    'loi C-59',
  ])('%s', async (query) => {
    const [first] = await search(query);
    expect(first?.node.id).toBe('bill-c-59-2015');
    expect(marked(first?.matches[0])).toMatch(/C(-|\s)?(-)?59/);
  });

  test.each([
    [['6 per cent', '6 %', '6%', '6 percent', 'six per cent', '6 pour cent', 'six pour cent']],
    [['22,000', '22 000', '22000', '22\u202f000']],
    [['$900 million', '900 million', '900 millions', '900 millions de $']],
  ])('alike: %j', async (queries) => {
    const all = await Promise.all(queries.map(async (query) => ids(await search(query)).sort()));
    expect(all[0]?.length).toBeGreaterThan(0);
    for (const found of all) expect(found).toEqual(all[0]);
  });
});

describe('people come before what they said', () => {
  test.each([
    ['Clement', 'tony-clement'],
    ['clem', 'tony-clement'],
    ['Benson', 'robyn-benson'],
    ['Smith', 'guy-smith'],
    ['Hancock', 'dave-hancock'],
    ['Redford', 'alison-redford'],
  ])('%s', async (query, id) => {
    const hits = await search(query);
    expect(hits[0]?.node.id).toBe(id);
    expect(hits.some(({ node }) => node.kind === 'STATEMENT')).toBe(true);
  });
});

describe('an office comes first, then who holds it, the last first', () => {
  test.each([
    ['President of the Treasury Board', 'president-of-the-treasury-board', ['scott-brison', 'tony-clement']],
    ['président du conseil du trésor', 'president-of-the-treasury-board', ['scott-brison', 'tony-clement']],
    ['Treasury Board president', 'president-of-the-treasury-board', ['scott-brison', 'tony-clement']],
    ['premier ministre', 'premier-of-alberta', ['alison-redford']],
    ['première ministre', 'premier-of-alberta', ['alison-redford']],
    ['prime minister', 'premier-of-alberta', ['alison-redford']],
  ])('%s', async (query, office, holders) => {
    const hits = await search(query, ['PERSON', 'OFFICE']);
    expect(ids(hits).slice(0, 1 + holders.length)).toEqual([office, ...holders]);
    for (const holder of holders) expect(reasonFor(hits, holder)).toBe('HOLDS_OFFICE');
  });
});

describe('other words for it are found, in either language', () => {
  test.each([
    ['grève', 'right-to-strike'],
    ['grèves', 'right-to-strike'],
    ['greve', 'right-to-strike'],
    ['walkouts', 'right-to-strike'],
    ['droit de grève', 'right-to-strike'],
    ['salaires', 'wages'],
    ['salary', 'wages'],
    ['pay', 'wages'],
    ['congés de maladie', 'sick-leave'],
    ['congé maladie', 'sick-leave'],
    ['sick days', 'sick-leave'],
    ['embauche', 'hiring'],
    ['bonne foi', 'good-faith-bargaining'],
    ['convention collective', 'aupe-agreement-to-2013'],
    ['gouvernement fédéral', 'government-of-canada'],
    ['l’arbitrage', 'right-to-binding-arbitration'],
    ['deux tiers', 'claim-sick-leave-improves-for-two-thirds'],
    ['deux-tiers', 'claim-sick-leave-improves-for-two-thirds'],
    ['two thirds', 'claim-sick-leave-improves-for-two-thirds'],
  ])('%s', async (query, id) => {
    const hits = await search(query);
    expect(ids(hits), JSON.stringify(hits.map(({ node, matches }) => [node.id, matches[0]?.reason]))).toContain(id);
  });

  test('below what has the word itself', async () => {
    const hits = await search('salary', ['ISSUE']);
    expect(ids(hits)[0]).toBe('salary-restraint');
    expect(reasonFor(hits, 'wages')).toBe('SYNONYMS_IN_NAME');
  });

  test('but not of a phrase, which is exact, and not of what is left out', async () => {
    expect(ids(await search('"salary"', ['ISSUE']))).not.toContain('wages');
    expect(ids(await search('wages -salary', ['ISSUE']))).toContain('wages');
    expect(await search('-salary')).toEqual([]);
  });
});

describe('anchors lead to the facts that hang on them', () => {
  test('of an article, and of what the evidence is about', async () => {
    const hits = await search('olive branch');
    expect(ids(hits)).toEqual(expect.arrayContaining(['cbc-2015-05-12', 'statement-clement-return-to-table']));
    for (const { node, matches } of hits) {
      const match = matches.find(({ evidenceCount }) => evidenceCount > 0);
      expect(match, node.id).toMatchObject({ article: { id: 'cbc-2015-05-12' }, paragraph: 12 });
      expect(match?.evidence.length).toBe(match?.evidenceCount);
      for (const { anchors, article, paragraph } of match?.evidence ?? []) {
        expect(anchors.join()).toContain('olive branch');
        expect([article.id, paragraph]).toEqual(['cbc-2015-05-12', 12]);
      }
    }
  });

  test('no more than twenty are named, and all are counted', async () => {
    const matches = (await search('PSAC', ['ARTICLE'])).flatMap((hit) => hit.matches);
    expect(Math.max(...matches.map(({ evidence }) => evidence.length))).toBeLessThanOrEqual(20);
    for (const { evidence, evidenceCount } of matches) expect(evidence.length).toBe(Math.min(20, evidenceCount));
  });

  test('where the articles were not supplied, too', async () => {
    const database = await openMigrated();
    await seed(database.prisma, { seedsFolder: 'seeds' });
    const service = await startService(database, { host: 'localhost', port: 0, log: () => {} });
    try {
      const response = await fetch(service.url, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query: Search, variables: { query: 'olive branch', kinds: ['ARTICLE'] } }),
      });
      const { data } = (await response.json()) as { data: Data };
      expect(data.search.edges).toHaveLength(1);
      const [match] = data.search.edges[0]?.matches ?? [];
      expect(match).toMatchObject({ reason: 'WORDS_IN_ANCHORS', article: { id: 'cbc-2015-05-12' }, paragraph: 12 });
      expect(marked(match)).toBe('olive branch');
    } finally {
      await service.stop();
      await database.close();
    }
  });
});
