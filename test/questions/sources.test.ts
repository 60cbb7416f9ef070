/** What the facts rest on, which figures differ, and who committed to what. */
import { expect, test } from 'vitest';
import { type Item, meanings, readAll } from '../api/meaning.ts';
import { bearing } from '../api/piece.ts';
import { ask } from '../ask.ts';
import {
  cbc2015,
  cbc2016,
  expectEvidence,
  type Id,
  ids,
  type Nodes,
  Source,
  type Sourced,
  withId,
} from './evidence.ts';

interface Piece {
  readonly article: (Id & { readonly outlets: Nodes<Id> }) | null;
  readonly attribute: string | null;
  readonly basis: string;
}
interface Fact extends Id {
  readonly evidence: readonly Piece[];
}
interface Page {
  readonly nodes: readonly (Id & { readonly evidence: Nodes<Piece> })[];
  readonly totalCount: number;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

/** All pages of both lists with a filter. */
async function factsThat(filter: string): Promise<{ entities: Fact[]; relationships: Fact[] }> {
  const all = async (field: string): Promise<Fact[]> => {
    const found: Fact[] = [];
    for (let after: string | null = null; ; ) {
      const { list }: { list: Page } = await ask(
        `query ($after: String) { list: ${field}(filter: { ${filter} }, first: 100, after: $after) {
          nodes { id evidence(first: 20) { nodes { article { id outlets { nodes { id } } } attribute basis } } }
          totalCount pageInfo { hasNextPage endCursor }
        } }`,
        { after },
      );
      found.push(...list.nodes.map((fact) => ({ ...fact, evidence: bearing(fact.evidence.nodes) })));
      if (!list.pageInfo.hasNextPage) {
        expect(found).toHaveLength(list.totalCount);
        return found;
      }
      after = list.pageInfo.endCursor;
    }
  };
  return { entities: await all('entities'), relationships: await all('relationships') };
}

test('Q53 Which figures of one measure differ between two articles?', async () => {
  interface Figure extends Id, Sourced {
    readonly figure: { readonly value: number | null; readonly unit: string; readonly approximation: string | null };
    readonly sameMeasureAs: { readonly nodes: readonly Figure[] };
  }
  const figure = 'id figure { value unit approximation } evidence { nodes { ...Source } }';
  const { claims } = await ask<{ claims: Nodes<Figure> }>(`
    { claims(filter: { types: [FIGURE] }, first: 100) { nodes { ${figure} sameMeasureAs { nodes { ${figure} } } } } }
    ${Source}
  `);
  const pairs = claims.nodes.flatMap((one) =>
    one.sameMeasureAs.nodes
      .filter((other) => one.id < other.id && one.figure.value !== other.figure.value)
      .map((other) => [one, other] as const),
  );
  expect(pairs.map(ids)).toEqual([['claim-sick-leave-savings-1bn', 'claim-sick-leave-savings-900m']]);
  const [[billion, millions] = []] = pairs;
  expect(millions?.figure).toMatchObject({ value: 900_000_000, unit: 'CAD' });
  // Close to a billion: not a billion.
  expect(billion?.figure).toMatchObject({ value: 1_000_000_000, unit: 'CAD', approximation: 'ALMOST' });
  expectEvidence(millions === undefined ? [] : [millions], cbc2015, [6]);
  expectEvidence(billion === undefined ? [] : [billion], cbc2016, [12]);
});

test('Q54 Which facts rest on one article alone, or on one outlet?', async () => {
  const articlesOf = ({ evidence }: Fact): (string | undefined)[] => evidence.map(({ article }) => article?.id);
  const onOne = await factsThat('restsOn: ONE_ARTICLE');
  for (const facts of [onOne.entities, onOne.relationships]) {
    expect(facts.length).toBeGreaterThan(20);
    for (const fact of facts) {
      expect(new Set(articlesOf(fact)).size, fact.id).toBe(1);
      expect(articlesOf(fact), fact.id).not.toContain(undefined);
    }
  }
  const onThis = await factsThat(`evidence: { article: "${cbc2016}" }, restsOn: ONE_ARTICLE`);
  for (const part of ['entities', 'relationships'] as const)
    expect(ids(onThis[part])).toEqual(ids(onOne[part].filter((fact) => articlesOf(fact)[0] === cbc2016)));
  const onOutlet = await factsThat('evidence: { outlet: "cbc-news" }, restsOn: ONE_OUTLET');
  for (const facts of [onOutlet.entities, onOutlet.relationships]) {
    // Both articles of the CBC are of one outlet.
    expect(facts.some((fact) => new Set(articlesOf(fact)).size === 2)).toBe(true);
    for (const { evidence } of facts)
      for (const { article } of evidence) expect(ids(article?.outlets.nodes ?? [])).toContain('cbc-news');
  }
});

test('Q55 Which facts rest only on sources from elsewhere, and what do the articles alone say?', async () => {
  const outside = await factsThat('restsOn: OUTSIDE_SOURCES_ALONE');
  const articles = await factsThat('restsOn: ARTICLES_ALONE');
  expect(ids(outside.relationships)).toContain('tony-clement.MEMBER_OF.conservative-party-of-canada');
  for (const part of ['entities', 'relationships'] as const) {
    expect(outside[part].flatMap(({ evidence }) => evidence).every(({ basis }) => basis === 'EXTERNAL')).toBe(true);
    expect(articles[part].flatMap(({ evidence }) => evidence).some(({ basis }) => basis === 'EXTERNAL')).toBe(false);
  }
  // The end of Clement's term is known from elsewhere; the articles alone leave it open.
  const { node } = await ask<{
    node: {
      validTo: { basis: string };
      evidence: Nodes<Piece>;
      nulls: readonly { attribute: string; reason: string }[];
    };
  }>(`{ node(id: "tony-clement.HOLDS.president-of-the-treasury-board") { ... on Relationship {
    validTo { basis } evidence(attribute: "until") { nodes { basis attribute article { id outlets { nodes { id } } } } }
    nulls(articlesAlone: true) { attribute reason }
  } } }`);
  expect(node.validTo.basis).toBe('EXTERNAL');
  expect(node.evidence.nodes.map(({ basis }) => basis)).toEqual(['EXTERNAL']);
  expect(node.nulls).toContainEqual({ attribute: 'until', reason: 'NOT_STATED' });
});

test('Q59 What happened to C-59, once each, in order?', async () => {
  interface Entry extends Sourced {
    readonly date: { readonly edtf: string };
    readonly moment: string;
    readonly entity: Id;
  }
  const { legislation, timeline } = await ask<{
    legislation: {
      stages: readonly (Sourced & { stage: string; date: { edtf: string } | null })[];
      contestedAs: readonly string[];
      challenges: { edges: readonly { node: Id; relationship: { evidence: Nodes<{ basis: string }> } }[] };
      mentions: Nodes<Id & Sourced & { contestedAs?: readonly string[] }>;
    };
    timeline: Nodes<Entry>;
  }>(`
    {
      legislation(id: "bill-c-59-2015") {
        stages { stage date { edtf } evidence { nodes { ...Source } } }
        contestedAs
        challenges { edges { node { id } relationship { evidence { nodes { basis } } } } }
        mentions { nodes { id evidence { nodes { ...Source } } ... on Claim { contestedAs } } }
      }
      timeline(of: "bill-c-59-2015", kinds: [EVENT], first: 100) { nodes { date { edtf } moment entity { id } evidence { nodes { ...Source } } } }
    }
    ${Source}
  `);
  // Introduced: once.
  expect(legislation.stages.map(({ stage, date }) => [stage, date?.edtf])).toEqual([['INTRODUCED', '2015-05-07']]);
  expectEvidence(legislation.stages, cbc2015, [3]);
  const lines = timeline.nodes.map(({ date, moment, entity }) => `${date.edtf} ${moment} ${entity.id}`);
  expect(new Set(lines).size).toBe(lines.length);
  expect(lines.filter((line) => line.startsWith('2015-05-07'))).toHaveLength(1);
  // Its power is contested: one reading stands against the other.
  const held = withId(legislation.mentions.nodes, 'claim-c-59-power-held');
  const toCome = withId(legislation.mentions.nodes, 'claim-c-59-would-give-power');
  expect([held.contestedAs, toCome.contestedAs]).toEqual([['ANSWERS'], ['ANSWERED']]);
  expectEvidence([held], cbc2015, [12]);
  expectEvidence([toCome], cbc2015, [3]);
  // The court case is tied to it by no article: only by a source from elsewhere.
  const [challenge, ...others] = legislation.challenges.edges;
  expect(others).toEqual([]);
  expect(challenge?.node.id).toBe('federal-unions-challenge-2015');
  expect(new Set(challenge?.relationship.evidence.nodes.map(({ basis }) => basis))).toEqual(new Set(['EXTERNAL']));
  const { relationships } = await ask<{ relationships: Nodes<Id> }>(`{
    relationships(filter: { types: [CHALLENGES], restsOn: OUTSIDE_SOURCES_ALONE }) { nodes { id } } }`);
  expect(ids(relationships.nodes)).toContain('federal-unions-challenge-2015.CHALLENGES.bill-c-59-2015');
});

test('Q60 How often is each side quoted directly, partly, or told?', async () => {
  interface Counted {
    readonly buckets: readonly {
      readonly count: number;
      readonly keys: readonly { readonly key: string | null; readonly state: string }[];
    }[];
  }
  interface Quoted {
    readonly quotation: string;
    readonly paragraph: number;
    readonly article: Id;
    readonly fact: Id;
  }
  const counted = 'filter: { kinds: [STATEMENT] }, count: PARAGRAPHS';
  const { bySide, bySpeaker, evidence } = await ask<{
    bySide: Counted;
    bySpeaker: Counted;
    evidence: Nodes<Quoted> & { pageInfo: { hasNextPage: boolean } };
  }>(`{
    bySide: statistics(${counted}, by: [SIDE, QUOTATION]) { buckets { count keys { key state } } }
    bySpeaker: statistics(${counted}, by: [SPEAKER, QUOTATION]) { buckets { count keys { key state } } }
    evidence(filter: { quotations: [QUOTED, PARTLY_QUOTED, TOLD] }, first: 100) {
      nodes { quotation paragraph article { id } fact { ... on Node { id } } } pageInfo { hasNextPage } }
  }`);
  expect(evidence.pageInfo.hasNextPage).toBe(false);
  const found = ({ buckets }: Counted) =>
    Object.fromEntries(buckets.map(({ keys, count }) => [keys.map(({ key, state }) => key ?? state).join(' '), count]));

  // By hand: each paragraph once for each side of who speaks in it, or for each who does.
  const items = await readAll();
  const mean = meanings(items);
  const tally = (wordsOf: (one: Item, hearsay?: boolean) => string[]) => {
    const paragraphs = new Map<string, Set<string>>();
    for (const { quotation, paragraph, article, fact } of evidence.nodes) {
      const item = items.get(fact.id) as Item;
      const words = [...wordsOf(item), ...wordsOf(item, true).map(() => 'HEARSAY')];
      for (const word of words.length === 0 ? ['NONE'] : words) {
        const key = `${word} ${quotation}`;
        paragraphs.set(key, (paragraphs.get(key) ?? new Set()).add(`${article.id}/${paragraph}`));
      }
    }
    return Object.fromEntries([...paragraphs].map(([key, each]) => [key, each.size]));
  };
  expect(found(bySide)).toEqual(tally(mean.sides));
  expect(found(bySpeaker)).toEqual(tally(mean.speakers));
  for (const side of ['EMPLOYEE', 'EMPLOYER'])
    for (const quotation of ['QUOTED', 'PARTLY_QUOTED', 'TOLD'])
      expect(found(bySide)[`${side} ${quotation}`], `${side} ${quotation}`).toBeGreaterThan(0);

  // By reading: the paragraphs of three speakers.
  const read: Readonly<Record<string, readonly [quoted: number, partly: number, told: number]>> = {
    'tony-clement': [2, 1, 6],
    'robyn-benson': [2, 1, 4],
    'guy-smith': [4, 1, 4],
  };
  for (const [speaker, counts] of Object.entries(read))
    expect(
      ['QUOTED', 'PARTLY_QUOTED', 'TOLD'].map((quotation) => found(bySpeaker)[`${speaker} ${quotation}`]),
      speaker,
    ).toEqual(counts);
});

test('Q61 Which commitments were made, and by whom, once each?', async () => {
  interface Commitment extends Id {
    readonly assertedBy: readonly (Sourced & { actor: Id | null; sayings: readonly { statement: Id | null }[] })[];
  }
  const { claims } = await ask<{ claims: Nodes<Commitment> }>(`
    { claims(filter: { types: [COMMITMENT] }, first: 100) { nodes {
      id assertedBy { actor { id } sayings { statement { id } } evidence { nodes { ...Source } } } } } }
    ${Source}
  `);
  expect(claims.nodes.length).toBeGreaterThan(5);
  for (const { id, assertedBy } of claims.nodes) {
    const actors = assertedBy.map(({ actor }) => actor?.id);
    expect(actors.length, id).toBeGreaterThan(0);
    expect(new Set(actors).size, id).toBe(actors.length);
    for (const { sayings } of assertedBy) {
      const statements = sayings.map(({ statement }) => statement?.id);
      expect(new Set(statements).size, id).toBe(statements.length);
    }
  }
  const goodFaith = withId(claims.nodes, 'claim-employer-bargains-in-good-faith');
  expectEvidence(goodFaith.assertedBy, cbc2016, [15]);
});
