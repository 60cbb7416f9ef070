/** Every null says why it is one. */
import { describe, expect, test } from 'vitest';
import { ask } from '../ask.ts';
import type { Nodes } from '../questions/evidence.ts';

interface Null {
  readonly attribute: string;
  readonly reason: string;
}
const nulls = 'nulls { attribute reason }';

/** The reasons by attribute. */
const reasons = (found: readonly Null[]): Record<string, string> =>
  Object.fromEntries(found.map(({ attribute, reason }) => [attribute, reason]));

describe('the nulls of an entity', () => {
  test('are what the sources leave open, what is not filled in, and what does not apply', async () => {
    const { challenge, talks, deadline, proposition, figure } = await ask<Record<string, { nulls: readonly Null[] }>>(`{
      challenge: entity(id: "federal-unions-challenge-2015") { ${nulls} }
      talks: entity(id: "psac-talks-2016-02") { ${nulls} }
      deadline: entity(id: "alberta-bargaining-deadline-2014") { ${nulls} }
      proposition: entity(id: "claim-c-59-power-held") { ${nulls} }
      figure: entity(id: "claim-sick-leave-savings-900m") { ${nulls} }
    }`);
    expect(reasons(challenge?.nulls ?? [])).toMatchObject({ end: 'NOT_STATED', court: 'NOT_STATED' });
    // Talks have no consequence, and no extension: only deadlines do.
    expect(reasons(talks?.nulls ?? [])).toMatchObject({ consequence: 'DOES_NOT_APPLY', extensionTo: 'DOES_NOT_APPLY' });
    expect(reasons(deadline?.nulls ?? [])).not.toHaveProperty('consequence');
    expect(reasons(proposition?.nulls ?? [])).toMatchObject({ value: 'DOES_NOT_APPLY', status: 'DOES_NOT_APPLY' });
    // One number is no range.
    expect(reasons(figure?.nulls ?? [])).toMatchObject({ low: 'DOES_NOT_APPLY', high: 'DOES_NOT_APPLY' });
  });

  test('tell of all that is not stated, with its evidence, and of nothing that is there', async () => {
    interface Item {
      readonly id: string;
      readonly subtype: string | null;
      readonly statusCode: string | null;
      readonly start?: object | null;
      readonly notStated: readonly { readonly attribute: string; readonly evidence: Nodes<object> }[];
      readonly nulls: readonly (Null & { readonly evidence: Nodes<object> })[];
    }
    const { entities } = await ask<{ entities: Nodes<Item> }>(`{
      entities(filter: { kinds: [EVENT, DISPUTE, LEGISLATION, BARGAINING_ROUND, LEGAL_CHALLENGE] }, first: 100) { nodes {
        id subtype statusCode ... on Dated { start { edtf } } notStated { attribute evidence { nodes { paragraph } } }
        nulls { attribute reason evidence { nodes { paragraph } } } } } }`);
    let open = 0;
    for (const one of entities.nodes) {
      const why = reasons(one.nulls);
      expect(Object.keys(why)).toHaveLength(one.nulls.length);
      expect('type' in why, one.id).toBe(one.subtype === null);
      expect('status' in why, one.id).toBe(one.statusCode === null);
      if (one.start !== undefined) expect('start' in why, one.id).toBe(one.start === null);
      for (const { attribute, evidence } of one.notStated) {
        const found = one.nulls.find((other) => other.attribute === attribute);
        // Where another source settles what the article leaves open, it is not null.
        if (found === undefined) continue;
        open += 1;
        expect(found, one.id).toMatchObject({ reason: 'NOT_STATED', evidence });
      }
      const said = one.notStated.map(({ attribute }) => attribute);
      for (const { attribute, reason } of one.nulls) if (reason === 'NOT_STATED') expect(said).toContain(attribute);
    }
    expect(open).toBeGreaterThan(5);
  });

  test('can be asked for by reason', async () => {
    const { entity } = await ask<{ entity: Record<'all' | 'open', readonly Null[]> }>(`{
      entity(id: "psac-talks-2016-02") { all: ${nulls} open: nulls(reasons: [DOES_NOT_APPLY]) { attribute reason } } }`);
    expect(entity.open).toEqual(entity.all.filter(({ reason }) => reason === 'DOES_NOT_APPLY'));
    expect(entity.open.length).toBeLessThan(entity.all.length);
  });
});

test('the nulls of a term: its figure is not told, or there is none', async () => {
  interface Proposal {
    readonly terms: readonly { readonly stated: string; readonly nulls: readonly Null[] }[];
  }
  const { proposals } = await ask<{ proposals: Nodes<Proposal> }>(
    `{ proposals(first: 100) { nodes { terms { stated ${nulls} } } } }`,
  );
  const terms = proposals.nodes.flatMap((one) => one.terms);
  const expected: Record<string, string | undefined> = { NOT_STATED: 'NOT_STATED', NO_FIGURE: 'DOES_NOT_APPLY' };
  for (const { stated, nulls: found } of terms) expect(reasons(found)['value']).toBe(expected[stated]);
  expect(new Set(terms.map(({ stated }) => stated)).size).toBeGreaterThan(1);
});

test('the nulls of a relationship: a day applies only where something holds from one to another', async () => {
  const { relationships } = await ask<{
    relationships: Nodes<{ type: string; validFrom: object | null; side: string | null; nulls: readonly Null[] }>;
  }>(`{ relationships(filter: { types: [HOLDS, CONCERNS, PARTY_TO] }, first: 100) {
    nodes { type validFrom { edtf } side ${nulls} } } }`);
  for (const one of relationships.nodes) {
    const why = reasons(one.nulls);
    expect('from' in why).toBe(one.validFrom === null);
    if (one.type !== 'HOLDS') expect(why['from']).toBe('DOES_NOT_APPLY');
    else if ('from' in why) expect(why['from']).not.toBe('DOES_NOT_APPLY');
    if (one.type !== 'PARTY_TO') expect(why['side']).toBe('DOES_NOT_APPLY');
    else expect('side' in why).toBe(one.side === null);
  }
});

describe('the dates of a relationship that no article states', () => {
  interface Piece {
    readonly basis: string;
    readonly citation: string | null;
    readonly paragraph: number | null;
    readonly attribute: string | null;
  }
  interface Held {
    readonly id: string;
    readonly validFrom: { readonly edtf: string; readonly earliest: string | null; readonly basis: string } | null;
    readonly validTo: { readonly edtf: string; readonly latest: string | null; readonly basis: string } | null;
    readonly evidence: { readonly nodes: readonly Piece[] };
    readonly notStated: readonly { readonly attribute: string; readonly evidence: Nodes<Piece> }[];
  }
  const piece = '{ nodes { basis citation paragraph attribute } }';
  const held = `id validFrom { edtf earliest basis } validTo { edtf latest basis } evidence(first: 20) ${piece}
    notStated { attribute evidence ${piece} }`;

  test('stand beside the date of another source, with its citation', async () => {
    const { node } = await ask<{ node: Held & Record<'ofFrom' | 'ofUntil', Nodes<Piece>> }>(`{
      node(id: "tony-clement.HOLDS.president-of-the-treasury-board") { ... on Relationship { ${held}
        ofFrom: evidence(attribute: "from") ${piece} ofUntil: evidence(attribute: "until") ${piece} } } }`);
    expect([node.validFrom, node.validTo]).toMatchObject([
      { edtf: '2011-05-18', basis: 'EXTERNAL' },
      { edtf: '[2015-11-03..2015-11-04]', basis: 'EXTERNAL' },
    ]);
    expect(node.ofFrom.nodes).toMatchObject([{ basis: 'EXTERNAL', citation: expect.stringMatching(/Reuters/) }]);
    expect(node.ofUntil.nodes).toMatchObject([{ basis: 'EXTERNAL', citation: expect.stringMatching(/Wikipedia/) }]);
    // The passage names him in office, and gives no day.
    expect(node.notStated).toMatchObject(
      ['from', 'until'].map((attribute) => ({ attribute, evidence: { nodes: [{ basis: 'STATED', paragraph: 1 }] } })),
    );
  });

  test('are those that are empty, bounded or from elsewhere, of what an article tells', async () => {
    const types = 'HOLDS, LED_BY, MEMBER_OF, REPRESENTS, EMPLOYS, STANCE_TOWARDS, TAKES_POSITION, CONCERNS';
    const { relationships } = await ask<{ relationships: Nodes<Held & { readonly type: string }> }>(
      `{ relationships(filter: { types: [${types}] }, orderBy: { field: DATE }, first: 100) { nodes { type ${held} } } }`,
    );
    const seen = new Set<string>();
    for (const one of relationships.nodes) {
      const told = one.evidence.nodes.some(({ basis }) => basis !== 'EXTERNAL');
      const speaks = (name: string): boolean => one.evidence.nodes.some(({ attribute }) => attribute === name);
      const [from, to] = [one.validFrom, one.validTo];
      const fromOpen = from === null ? speaks('from') : from.basis === 'EXTERNAL' || from.earliest === null;
      const toOpen = to === null ? speaks('until') : to.basis === 'EXTERNAL' || to.latest === null;
      const expected = [...(told && fromOpen ? ['from'] : []), ...(told && toOpen ? ['until'] : [])];
      expect(
        one.notStated.map(({ attribute }) => attribute),
        one.id,
      ).toEqual(one.type === 'CONCERNS' ? [] : expected);
      for (const { evidence } of one.notStated)
        expect(evidence.nodes.map(({ basis }) => basis)).not.toContain('EXTERNAL');
      seen.add(`${told} ${expected.join()}`);
    }
    // Told by an article or not; with both ends open, and with none.
    expect([...seen].sort()).toEqual(expect.arrayContaining(['false ', 'true ', 'true from,until']));
  });
});

test.each([
  ['alberta-settlement-law-2013', ['number', 'title']],
  ['alberta-strike-penalty-law-2013', ['number', 'title']],
  ['federal-unions-challenge-2015', ['grounds', 'type']],
  ['federal-round-2014-15', ['type', 'start']],
  ['psac-walk-away-2015', ['start']],
])('%s: what an article leaves open and another source settles is null to the articles alone', async (id, open) => {
  interface Piece {
    readonly basis: string;
    readonly citation: string | null;
    readonly leavesOpen: boolean;
  }
  const about = open
    .map((name) => `${name}: evidence(attribute: "${name}") { nodes { basis citation leavesOpen } }`)
    .join(' ');
  const { entity } = await ask<{
    entity: { articles: readonly Null[]; all: readonly Null[] } & Record<string, Nodes<Piece>>;
  }>(`{ entity(id: "${id}") { articles: nulls(articlesAlone: true) { attribute reason } all: ${nulls} ${about}
    evidence(first: 100) { nodes { attribute basis leavesOpen } } } }`);
  const why = reasons(entity.articles);
  for (const name of open) {
    expect([name, why[name]]).toEqual([name, 'NOT_STATED']);
    expect(reasons(entity.all)).not.toHaveProperty(name);
    // A passage that leaves it open is none that bears the value out.
    expect(entity[name]?.nodes.length).toBeGreaterThan(0);
    for (const { basis, leavesOpen } of entity[name]?.nodes ?? [])
      expect([basis === 'STATED', leavesOpen]).toEqual([false, false]);
  }
  const left = (entity['evidence'] as Nodes<Piece & { attribute: string | null }>).nodes.filter(
    (one) => one.leavesOpen,
  );
  if (id.startsWith('alberta')) expect(left.map(({ attribute }) => attribute)).toEqual(expect.arrayContaining(open));
  for (const { attribute } of left) expect(Object.keys(why)).toContain(attribute);
});

test('only votes have a question and a result, and a figure without an approximation is exact', async () => {
  const { events, bargainingUnits, claims } = await ask<
    Record<string, Nodes<{ type?: string; nulls: readonly Null[] }>>
  >(`{
    events(first: 100) { nodes { type ${nulls} } } bargainingUnits { nodes { ${nulls} } }
    claims(filter: { types: [FIGURE] }, first: 100) { nodes { ${nulls} } } }`);
  const ofVotes = ['question', 'result', 'inFavour', 'turnout', 'inFavourApproximation', 'turnoutApproximation'];
  const talks = events?.nodes.filter(({ type }) => !type?.endsWith('_VOTE') && type !== 'ELECTION') ?? [];
  expect(talks.length).toBeGreaterThan(10);
  for (const { nulls: found } of talks) {
    const why = reasons(found);
    for (const name of ofVotes) expect(why[name]).toBe('DOES_NOT_APPLY');
  }
  const approximate = ['sizeApproximation', 'essentialShareApproximation', 'approximation'];
  for (const { nulls: found } of [...(bargainingUnits?.nodes ?? []), ...(claims?.nodes ?? [])])
    for (const { attribute, reason } of found)
      if (approximate.includes(attribute)) expect(reason).toBe('DOES_NOT_APPLY');
});
