/** No fact says more than the paragraph that it stands on: what was once told too strongly, and how it is told now. */
import { describe, expect, test } from 'vitest';
import { ask } from '../ask.ts';
import { type Id, ids, type Nodes } from './evidence.ts';

interface Related {
  readonly direction: string;
  readonly node: {
    readonly type: string;
    readonly note: string | null;
    readonly accordingTo: Id | null;
    readonly evidence: Nodes<{ readonly basis: string; readonly paragraph: number | null }>;
  };
  readonly other: Id;
}

/** The relationships of an entity of some types, out of it or into it. */
async function related(id: string, direction: 'OUT' | 'IN', ...types: string[]): Promise<readonly Related[]> {
  const { node } = await ask<{ node: { relationships: { edges: readonly Related[] } } }>(
    /* GraphQL */ `
      query ($id: ID!, $types: [RelationshipType!], $direction: DirectionFilter) {
        node(id: $id) {
          ... on Entity {
            relationships(types: $types, direction: $direction, first: 100) {
              edges {
                direction
                node { type note accordingTo { id } evidence { nodes { basis paragraph } } }
                other { id }
              }
            }
          }
        }
      }
    `,
    { id, types, direction },
  );
  return node.relationships.edges;
}

const others = async (...args: Parameters<typeof related>): Promise<string[]> =>
  (await related(...args)).map(({ other }) => other.id).sort();

/** Of those to one other: who says so. */
const saidBy = async (id: string, type: string, other: string): Promise<(string | undefined)[]> =>
  (await related(id, 'OUT', type)).filter((one) => one.other.id === other).map(({ node }) => node.accordingTo?.id);

describe('said no more strongly than the source', () => {
  test('the hope for the new government is that of executives whom nobody names', async () => {
    expect(await others('psac', 'OUT', 'STANCE_TOWARDS')).toEqual(['conservative-administration-2006-2015']);
    expect(await saidBy('psac', 'STANCE_TOWARDS', 'conservative-administration-2006-2015')).toEqual(['robyn-benson']);
    expect(await others('liberal-administration-2015', 'IN', 'STANCE_TOWARDS')).toEqual([
      'chris-aylward',
      'debi-daviau',
      'federal-public-service-unions',
      'federal-union-executives',
    ]);
    expect(await others('federal-public-service-unions', 'OUT', 'STANCE_TOWARDS')).toEqual([
      'liberal-administration-2015',
    ]);
  });

  test('a cause is one that the source gives', async () => {
    // Not: what came before. The bill does not lead to the walk-away, nor December's sessions to February's.
    expect(await others('psac-walk-away-2015', 'IN', 'LEADS_TO')).toEqual([]);
    expect(await others('psac-talks-2016-02', 'IN', 'LEADS_TO')).toEqual([]);
    expect(await others('aupe-charter-challenge', 'IN', 'LEADS_TO')).toEqual([]);
    const mandate = 'claim-new-government-needs-time-for-a-mandate';
    expect(await others('psac-talks-2015-12', 'IN', 'LEADS_TO')).toEqual([mandate]);
    expect(await saidBy(mandate, 'LEADS_TO', 'psac-talks-2015-12')).toEqual(['chris-aylward']);
  });

  test('the parties of 2016 are those who are said to bargain', async () => {
    expect(await others('federal-round-2016', 'IN', 'PARTY_TO')).toEqual([
      'federal-public-service-unions',
      'government-of-canada',
      'psac',
      'treasury-board',
    ]);
  });

  test('that the Treasury Board is the employer is so in law, and no article says it', async () => {
    for (const employer of ['treasury-board', 'government-of-canada']) {
      const [employs, ...more] = await related(employer, 'OUT', 'EMPLOYS');
      expect(more).toEqual([]);
      expect(employs?.other).toEqual({ id: 'federal-public-servants' });
      expect(employs?.node.evidence.nodes.map(({ basis }) => basis)).toEqual(['EXTERNAL']);
    }
  });

  test('the offers are on nothing that is stated', async () => {
    const { proposal } = await ask<{ proposal: { name: string; terms: readonly Id[]; start: { edtf: string } } }>(
      '{ proposal(id: "alberta-offers-2014") { name terms { id } start { edtf } } }',
    );
    expect(proposal).toEqual({
      name: 'Offers on the table by 24 January 2014',
      terms: [],
      start: { edtf: '[..2014-01-24]' },
    });
    expect(await others('alberta-offers-2014', 'OUT', 'CONCERNS')).toEqual([]);
  });

  test('what one party alone tells of an event, it tells of the round and of whoever takes part too', async () => {
    const told = [
      ['aupe-concessions-2014', 'guy-smith'],
      ['alberta-government-moves-2014', 'guy-smith'],
      ['alberta-cabinet-meeting-2014-01-29', 'dave-hancock'],
    ] as const;
    for (const [event, teller] of told) {
      for (const direction of ['OUT', 'IN'] as const) {
        const types = ['OCCURS_IN', 'TAKES_PART_IN', 'CONCERNS', 'LEADS_TO'];
        for (const { node } of await related(event, direction, ...types)) expect(node.accordingTo?.id).toBe(teller);
      }
      expect(await saidBy(event, 'OCCURS_IN', 'alberta-round-2013-14')).toEqual([teller]);
    }
    // What somebody speaks of is known from their own words.
    expect(await saidBy('claim-aupe-made-concessions', 'ABOUT', 'aupe-concessions-2014')).toEqual([undefined]);
  });

  test('a proposal that one party alone tells of is told by it', async () => {
    const { proposals } = await ask<{ proposals: Nodes<Id & { accordingTo: Id | null }> }>(
      '{ proposals { nodes { id accordingTo { id } } } }',
    );
    expect(proposals.nodes.map(({ id, accordingTo }) => [id, accordingTo?.id ?? null])).toEqual([
      ['alberta-offers-2014', 'dave-hancock'],
      ['aupe-first-demand', null],
      ['aupe-reduced-demand', 'guy-smith'],
      ['government-sick-leave-proposal-2015', 'tony-clement'],
      ['legislated-deal-2013', null],
    ]);
    expect(await saidBy('government-sick-leave-proposal-2015', 'MADE_IN', 'federal-round-2014-15')).toEqual([
      'tony-clement',
    ]);
  });

  test('by whom and when an extension is decided is what the deputy premier calls likely', async () => {
    const { event } = await ask<{ event: { extension: object } }>(
      '{ event(id: "alberta-bargaining-deadline-2014") { extension { accordingTo { id } likelihood } } }',
    );
    expect(event.extension).toEqual({ accordingTo: { id: 'dave-hancock' }, likelihood: 'LIKELY' });
  });

  test('a decision is likely when cabinet meets, says the deputy premier', async () => {
    expect(await saidBy('cabinet-of-alberta', 'TAKES_PART_IN', 'alberta-deadline-extension-2014')).toEqual([
      'dave-hancock',
    ]);
    const { event } = await ask<{ event: { evidence: Nodes<{ basis: string; rule: string | null }> } }>(
      '{ event(id: "alberta-bargaining-deadline-2014") { evidence(attribute: "extensionDecidedBy") { nodes { basis rule } } } }',
    );
    expect(event.evidence.nodes).toEqual([
      { basis: 'DERIVED', rule: expect.stringMatching(/likely when cabinet meets/) },
    ]);
  });

  test('a paragraph bears out only what it speaks of', async () => {
    const [concerned] = (await related('federal-sick-leave-dispute', 'OUT', 'CONCERNS')).filter(
      ({ other }) => other.id === 'short-term-disability',
    );
    expect(concerned?.node.evidence.nodes.map(({ paragraph }) => paragraph)).toEqual([9]);
    // Clement accuses the unions; PSAC he names only where he regrets that it left.
    expect(await others('claim-unions-stonewall', 'OUT', 'ABOUT')).toEqual([
      'federal-public-service-unions',
      'federal-round-2014-15',
    ]);
  });

  test('our words add nothing to what is told', async () => {
    const { entities } = await ask<{ entities: Nodes<{ summary: string; name: string }> }>(
      '{ entities(filter: { kinds: [CLAIM] }, first: 100) { nodes { name summary } } }',
    );
    const words = entities.nodes.map(({ name, summary }) => `${name} ${summary}`).join('\n');
    expect(words).not.toMatch(/\byet\b|\balready\b|fair one|above all/);
  });

  test.each([
    ['aupe-concessions-2014', 'guy-smith'],
    ['alberta-government-moves-2014', 'guy-smith'],
    ['alberta-cabinet-meeting-2014-01-29', 'dave-hancock'],
    ['psac-talks-2015-12', 'chris-aylward'],
    ['federal-hiring-2015-16', 'chris-aylward'],
    ['psac-talks-2016-02', 'treasury-board'],
  ])('%s is told by one party alone', async (id, who) => {
    const { event } = await ask<{ event: { accordingTo: Id | null } }>(
      'query ($id: ID!) { event(id: $id) { accordingTo { id } } }',
      { id },
    );
    expect(event.accordingTo).toEqual({ id: who });
  });
});

describe('dates', () => {
  interface Dated {
    readonly start: { readonly edtf: string; readonly basis: string } | null;
    readonly notStated: readonly { readonly attribute: string }[];
    readonly evidence: Nodes<{ readonly basis: string }>;
  }
  const dated = async (id: string): Promise<Dated> =>
    (
      await ask<{ node: Dated }>(
        /* GraphQL */ `
          query ($id: ID!) {
            node(id: $id) {
              ... on Entity { evidence(attribute: "start") { nodes { basis } } notStated { attribute } }
              ... on Dated { start { edtf basis } }
            }
          }
        `,
        { id },
      )
    ).node;

  test.each(['psac-walk-away-2015', 'clement-interview-2015-05-12'])('%s rests on the day of the bill', async (id) => {
    const { start, evidence } = await dated(id);
    expect(start?.basis).toBe('DERIVED');
    expect(evidence.nodes.map(({ basis }) => basis).sort()).toEqual(['DERIVED', 'EXTERNAL']);
  });

  test('the day of the bill is known from elsewhere alone', async () => {
    expect((await dated('bill-c-59-introduced')).start).toEqual({ edtf: '2015-05-07', basis: 'EXTERNAL' });
  });

  test.each([
    ['aupe-court-filing', '[..2014-01-24]', 'DERIVED'],
    ['aupe-charter-challenge', '[..2014-01-24]', 'DERIVED'],
    ['federal-unions-court-filing-2015', '2015-06-29', 'EXTERNAL'],
    ['federal-unions-challenge-2015', '2015-06-29', 'EXTERNAL'],
    ['alberta-strike-penalty-law-passed', '2013-12', 'EXTERNAL'],
  ])('%s has a date, and the article still leaves its day open', async (id, edtf, basis) => {
    const { start, notStated } = await dated(id);
    expect(start).toEqual({ edtf, basis });
    expect(notStated.map(({ attribute }) => attribute)).toContain('start');
  });

  test('of the article of January 2016 the month is known', async () => {
    expect((await dated('cbc-2016-01')).start?.edtf).toBe('2016-01');
  });
});

describe('who says what', () => {
  test('PSAC brought a case of its own beside that of the other unions', async () => {
    const [party] = (await related('psac', 'OUT', 'PARTY_TO')).filter(
      ({ other }) => other.id === 'federal-unions-challenge-2015',
    );
    expect(party?.node.note).toMatch(/case of its own/);
    expect(new Set(party?.node.evidence.nodes.map(({ basis }) => basis))).toEqual(new Set(['EXTERNAL']));
  });

  test('words that go on over a paragraph name their speaker by the one before', async () => {
    for (const [who, statement, paragraphs] of [
      ['guy-smith', 'statement-smith-treatment', [12, 13]],
      ['dave-hancock', 'statement-hancock-flexibility', [17, 18]],
      ['robyn-benson', 'statement-benson-double-talk', [17, 18]],
    ] as const) {
      const [made] = (await related(who, 'OUT', 'MAKES')).filter(({ other }) => other.id === statement);
      expect(made?.node.evidence.nodes.map(({ paragraph }) => paragraph).sort(), statement).toEqual(paragraphs);
    }
  });

  test.each([
    ['claim-government-will-not-move-on-sick-leave', 'tony-clement', 1],
    ['claim-hancock-declines-specifics', 'dave-hancock', 16],
    ['claim-new-president-must-address-sick-leave', 'cbc-news', 13],
    ['claim-hope-for-a-different-mandate', 'chris-aylward', 8],
    ['claim-union-lacks-hiring-numbers', 'chris-aylward', 17],
  ])('%s', async (claim, actor, paragraph) => {
    const asserted = (await related(claim, 'IN', 'ASSERTS')).filter(({ other }) => other.id === actor);
    expect(asserted.flatMap(({ node }) => node.evidence.nodes.map((one) => one.paragraph))).toContain(paragraph);
  });

  test('nobody asserts a figure that nobody has, and it keeps what it would measure', async () => {
    expect(await others('claim-hiring-numbers', 'IN', 'ASSERTS')).toEqual([]);
    const { claim } = await ask<{ claim: { figure: object } }>(
      '{ claim(id: "claim-hiring-numbers") { figure { value low high unit measure period } } }',
    );
    expect(claim.figure).toEqual({
      ...{ value: null, low: null, high: null, unit: 'PEOPLE' },
      measure: 'new federal employees since the election',
      period: 'since the election of 2015',
    });
  });

  test('small moves are moves', async () => {
    const claim = 'claim-alberta-has-not-reciprocated';
    expect(await others('statement-smith-government-moves', 'OUT', 'ASSERTS')).toEqual([
      'claim-government-moves-too-small',
    ]);
    const asserted = (await related(claim, 'IN', 'ASSERTS')).filter(({ other }) => other.id === 'guy-smith');
    expect(asserted.flatMap(({ node }) => node.evidence.nodes.map((one) => one.paragraph)).sort()).toEqual([3, 4]);
  });

  test('whether the case of 2015 is still before the court in January 2016 is not stated', async () => {
    const { legalChallenge } = await ask<{
      legalChallenge: { status: string | null; notStated: readonly { attribute: string }[] };
    }>('{ legalChallenge(id: "federal-unions-challenge-2015") { status notStated { attribute } } }');
    expect(legalChallenge.status).toBeNull();
    expect(legalChallenge.notStated.map(({ attribute }) => attribute)).toContain('status');
  });

  test('room to negotiate concerns sick leave', async () => {
    expect(await others('statement-clement-room-to-negotiate', 'OUT', 'CONCERNS')).toContain('sick-leave');
  });

  test('the negotiator is heard through Smith alone, and is not the government', async () => {
    const statement = 'statement-negotiator-acknowledges-movement';
    expect(await others(statement, 'IN', 'MAKES')).toEqual(['negotiator-of-the-government-of-alberta']);
    expect(await saidBy('negotiator-of-the-government-of-alberta', 'MAKES', statement)).toEqual(['guy-smith']);
  });

  test('an office speaks where the speaker has no name', async () => {
    const makers = await others('statement-treasury-board-good-faith', 'IN', 'MAKES');
    expect(makers).toEqual(['spokesperson-of-the-treasury-board']);
  });

  test('each paragraph of a statement says whether it quotes', async () => {
    const { statements } = await ask<{
      statements: Nodes<
        Id & { evidence: Nodes<{ attribute: string | null; basis: string; quotation: string | null }> }
      >;
    }>('{ statements(first: 100) { nodes { id evidence { nodes { attribute basis quotation } } } } }');
    const whole = statements.nodes.flatMap(({ id, evidence }) =>
      evidence.nodes
        .filter(({ attribute, basis }) => attribute === null && basis !== 'EXTERNAL')
        .map((one) => ({ id, ...one })),
    );
    expect(ids(whole.filter(({ quotation }) => quotation === null))).toEqual([]);
    const savings = whole.filter(({ id }) => id === 'statement-clement-savings').map(({ quotation }) => quotation);
    expect(savings.sort()).toEqual(['QUOTED', 'TOLD']);
  });
});
