/** What the articles leave open is said to be so, also where a source from elsewhere settles it. */
import { describe, expect, test } from 'vitest';
import { ask } from '../ask.ts';
import type { Id, Nodes } from './evidence.ts';

describe('what the articles leave open, and what an outside source says', () => {
  test('neither hides the other', async () => {
    const { legalChallenge } = await ask<{
      legalChallenge: {
        type: string;
        grounds: string;
        notStated: readonly { attribute: string; evidence: Nodes<{ paragraph: number | null }> }[];
        evidence: Nodes<{ basis: string; citation: string | null }>;
      };
    }>(/* GraphQL */ `
      {
        legalChallenge(id: "federal-unions-challenge-2015") {
          type
          grounds
          notStated { attribute evidence { nodes { paragraph } } }
          evidence(attribute: "grounds") { nodes { basis citation } }
        }
      }
    `);
    expect(legalChallenge).toMatchObject({ type: 'CONSTITUTIONAL', grounds: expect.stringMatching(/Charter/) });
    const open = legalChallenge.notStated.find(({ attribute }) => attribute === 'grounds');
    expect(open?.evidence.nodes.map(({ paragraph }) => paragraph)).toContain(13);
    expect(legalChallenge.evidence.nodes.map(({ citation }) => citation).join()).toMatch(/29 June 2015/);
  });

  test('what is left open and has a value all the same says how it has it', async () => {
    const known = async (id: string) => {
      const { entity } = await ask<{ entity: { notStated: readonly { attribute: string; knownBy: string | null }[] } }>(
        `{ entity(id: "${id}") { notStated { attribute knownBy } } }`,
      );
      return Object.fromEntries(entity.notStated.map(({ attribute, knownBy }) => [attribute, knownBy]));
    };
    expect(await known('alberta-round-2013-14')).toEqual({ end: null, start: 'DERIVED' });
    expect(await known('alberta-settlement-law-2013')).toEqual({
      start: 'DERIVED',
      number: 'EXTERNAL',
      title: 'EXTERNAL',
    });
    expect(await known('aupe-charter-challenge')).toMatchObject({ court: null, start: 'DERIVED' });
    const { node } = await ask<{ node: { notStated: readonly object[] } }>(
      '{ node(id: "tony-clement.HOLDS.president-of-the-treasury-board") { ... on Relationship { notStated { attribute knownBy } } } }',
    );
    expect(node.notStated).toEqual([
      { attribute: 'from', knownBy: 'EXTERNAL' },
      { attribute: 'until', knownBy: 'EXTERNAL' },
    ]);
  });

  test('nothing is left open but by a passage that speaks of it', async () => {
    const { entities } = await ask<{
      entities: Nodes<Id & { notStated: readonly { attribute: string; evidence: Nodes<{ paragraph: number }> }[] }>;
    }>(
      '{ entities(filter: { kinds: [EVENT, STATEMENT, BARGAINING_ROUND, DISPUTE, LEGISLATION, LEGAL_CHALLENGE, PROPOSAL, CLAIM, UNION, PUBLIC_BODY, COLLECTIVE_AGREEMENT] }, first: 100) { nodes { id notStated { attribute evidence { nodes { paragraph } } } } } }',
    );
    const open = entities.nodes.flatMap((one) => one.notStated.map((left) => ({ id: one.id, ...left })));
    expect(open.length).toBeGreaterThan(20);
    expect(open.filter(({ evidence }) => !evidence.nodes.some(({ paragraph }) => paragraph > 0))).toEqual([]);
  });

  interface Open {
    readonly notStated: readonly { readonly attribute: string; readonly evidence: Nodes<object> }[];
  }
  const openOf = ({ notStated }: Open, attribute: string) => notStated.find((one) => one.attribute === attribute);

  test('when PIPSC bargains is not stated, and the paragraph that leaves it open is named', async () => {
    const { event } = await ask<{ event: Open & { start: object | null } }>(
      '{ event(id: "pipsc-talks-2016") { start { edtf } notStated { attribute evidence { nodes { paragraph } } } } }',
    );
    expect(event.start).toBeNull();
    expect(openOf(event, 'start')?.evidence.nodes).toEqual([{ paragraph: 5 }]);
  });

  test('when the agreements before a round ended is known of each, or said to be left open', async () => {
    const { bargainingRounds } = await ask<{
      bargainingRounds: Nodes<Id & Open & { agreementExpiry: { edtf: string } | null }>;
    }>(
      '{ bargainingRounds { nodes { id agreementExpiry { edtf } notStated { attribute evidence { nodes { paragraph } } } } } }',
    );
    const told = bargainingRounds.nodes.map((one) => [
      one.id,
      one.agreementExpiry?.edtf ?? openOf(one, 'agreementExpiry')?.evidence.nodes,
    ]);
    expect(told).toEqual([
      ['alberta-round-2013-14', '2013-03-31'],
      ['federal-round-2014-15', [{ paragraph: 2 }]],
      ['federal-round-2016', [{ paragraph: 2 }]],
    ]);
  });
});
