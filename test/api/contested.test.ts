/** What is contested, and how: one rule in the field, the filter and the statistics; and who takes which stand, once each. */
import { describe, expect, test } from 'vitest';
import { ask } from '../ask.ts';
import { type Id, ids, type Nodes } from '../questions/evidence.ts';

interface Contested extends Id {
  readonly contested: boolean;
  readonly contestedAs: readonly string[];
}

const fields = 'id ... on Contestable { contested contestedAs }';
const all = `{ entities(filter: { kinds: [CLAIM, LEGISLATION, PROPOSAL] }, first: 100) { nodes { ${fields} } } }`;

describe('contested', () => {
  test('are both claims, that which answers and that which is answered', async () => {
    const { answering, answered } = await ask<Record<string, Contested>>(`{
      answering: claim(id: "claim-c-59-power-held") { ${fields} }
      answered: claim(id: "claim-c-59-would-give-power") { ${fields} }
    }`);
    expect(answering).toMatchObject({ contested: true, contestedAs: ['ANSWERS'] });
    expect(answered).toMatchObject({ contested: true, contestedAs: ['ANSWERED'] });
  });

  test('is what is alleged to be unlawful before a court; an accusation alone is not', async () => {
    const { before, accusation } = await ask<{ before: Nodes<Contested>; accusation: Contested }>(`{
      before: entities(filter: { contestedAs: [BEFORE_THE_COURT] }) { nodes { ${fields} } }
      accusation: claim(id: "claim-government-acted-illegally") { ${fields} }
    }`);
    // Of the case against Bill C-59, no article says how it stands.
    expect(ids(before.nodes)).toEqual(['alberta-settlement-law-2013', 'alberta-strike-penalty-law-2013']);
    for (const one of before.nodes) expect(one).toMatchObject({ contested: true, contestedAs: ['BEFORE_THE_COURT'] });
    expect(accusation).toMatchObject({ contested: false, contestedAs: [] });
  });

  test('means one thing in the field, the filter and the statistics', async () => {
    const { entities } = await ask<{ entities: Nodes<Contested> }>(all);
    const contested = entities.nodes.filter((one) => one.contested);
    expect(contested.length).toBeGreaterThan(5);
    expect(contested.filter(({ contestedAs }) => contestedAs.length === 0)).toEqual([]);
    const found = await ask<Record<string, Nodes<Id>>>(`{
      yes: entities(filter: { contested: true }, first: 100) { nodes { id } }
      no: entities(filter: { contested: false }, first: 100) { nodes { id } }
    }`);
    expect(ids(found['yes']?.nodes ?? [])).toEqual(ids(contested));
    expect(ids(found['no']?.nodes ?? [])).toEqual(ids(entities.nodes.filter((one) => !one.contested)));
    const { statistics } = await ask<{
      statistics: { buckets: readonly { count: number; keys: readonly { key: string | null }[] }[] };
    }>('{ statistics(filter: { contested: true }, by: [CONTESTED]) { buckets { count keys { key } } } }');
    const counted = Object.fromEntries(statistics.buckets.map(({ count, keys }) => [keys[0]?.key, count]));
    const words = contested.flatMap(({ contestedAs }) => contestedAs);
    expect(counted).toEqual(
      Object.fromEntries(words.map((word) => [word, words.filter((one) => one === word).length])),
    );
  });
});

test('an actor is one attribution, with all its statements', async () => {
  interface Attribution {
    readonly actor: Id | null;
    readonly sayings: readonly { statement: Id | null; relationship: Id; evidence: Nodes<{ paragraph: number }> }[];
    readonly evidence: Nodes<{ paragraph: number }>;
  }
  const said =
    '{ actor { id } sayings { statement { id } relationship { id } evidence(first: 20) { nodes { paragraph } } } evidence(first: 20) { nodes { paragraph } } }';
  const sides = ['assertedBy', 'disputedBy', 'deniedBy', 'supportedBy', 'qualifiedBy'] as const;
  const { claims } = await ask<{ claims: Nodes<Id & Record<(typeof sides)[number], readonly Attribution[]>> }>(
    `{ claims(first: 50) { nodes { id ${sides.map((side) => `${side} ${said}`).join(' ')} } } }`,
  );
  let several = 0;
  for (const claim of claims.nodes)
    for (const side of sides) {
      const actors = claim[side].flatMap(({ actor }) => actor?.id ?? []);
      expect(new Set(actors).size, `${side} of ${claim.id}`).toBe(actors.length);
      for (const { sayings, evidence } of claim[side]) {
        if (sayings.length > 1) several += 1;
        expect(sayings.length).toBeGreaterThan(0);
        expect(evidence.nodes).toEqual(sayings.flatMap((one) => one.evidence.nodes));
      }
    }
  // There are actors who say it more than once.
  expect(several).toBeGreaterThan(0);
});
