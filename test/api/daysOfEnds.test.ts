/** On a day, nothing holds that had not begun or was over: what has no dates of its own is bounded by its ends'. */
import { expect, inject, test } from 'vitest';
import { ask } from '../ask.ts';
import type { Id, Nodes } from '../questions/evidence.ts';

type Certainty = 'CERTAIN' | 'POSSIBLE' | null;

async function holdsOn(id: string, when: string): Promise<Certainty> {
  const { node } = await ask<{ node: { holdsOn: Certainty } }>(
    `{ node(id: "${id}") { ... on Relationship { holdsOn(${when}) } } }`,
  );
  return node.holdsOn;
}

test.each([
  // A round and its parties, before it and in it; and one of which nobody says when it began.
  ['psac.PARTY_TO.federal-round-2016', 'asOf: "1950-01-01"', 'POSSIBLE'],
  ['psac.PARTY_TO.federal-round-2014-15', 'asOf: "2010-01-01"', null],
  ['psac.PARTY_TO.federal-round-2014-15', 'asOf: "2015-05-12"', 'CERTAIN'],
  // An event, on its own day alone.
  ['psac.TAKES_PART_IN.psac-walk-away-2015', 'asOf: "2010-01-01"', null],
  ['psac.TAKES_PART_IN.psac-walk-away-2015', 'asOf: "2016-01-01"', null],
  // A ministry that ended on 23 March 2014.
  ['redford-administration.FORMED_BY.progressive-conservative-association-of-alberta', 'asOf: "2014-03-23"', 'CERTAIN'],
  ['redford-administration.FORMED_BY.progressive-conservative-association-of-alberta', 'asOf: "2014-05-01"', null],
  // A law sets a deadline that is to come.
  ['alberta-settlement-law-2013.SETS.alberta-deadline-extension-2014', 'asOf: "2014-02-01"', 'CERTAIN'],
  // An article tells of what was and of what is to come.
  ['psac.TAKES_PART_IN.psac-walk-away-2015', 'asToldBy: "cbc-2016-01"', 'CERTAIN'],
  // Nothing is known of when.
  ['premier-of-alberta.OFFICE_OF.government-of-alberta', 'asOf: "1950-01-01"', 'CERTAIN'],
])('%s, %s: %s', async (id, when, expected) => {
  expect(await holdsOn(id, when)).toBe(expected);
});

test('no way on a day leads through what came later', async () => {
  const { path } = await ask<{ path: { steps: { entity: Id }[] } | null }>(
    '{ path(from: "psac", to: "treasury-board", asOf: "2010-01-01", certainty: CERTAIN) { steps { entity { id } } } }',
  );
  const through = path?.steps.map(({ entity }) => entity.id) ?? [];
  expect(through.filter((id) => id.startsWith('federal-'))).toEqual([]);
  const { ranking } = await ask<{ ranking: { score: number; entity: Id }[] }>(
    '{ ranking(by: DEGREE, asOf: "2000-01-01", kinds: [UNION, BARGAINING_ROUND], first: 100) { score entity { id } } }',
  );
  expect(ranking.find(({ entity }) => entity.id === 'federal-round-2014-15')?.score ?? 0).toBe(0);
});

test('lists, the network, single relationships and exports say the same of each day', async () => {
  for (const day of ['2010-01-01', '2014-03-23', '2014-05-01', '2015-05-12', '2016-01-15']) {
    const lines = (
      await (await fetch(`${new URL(inject('url')).origin}/export/relationships.csv?asOf=${day}`)).text()
    ).split('\r\n');
    const names = lines[0]?.split(',') ?? [];
    const exported = new Map(
      lines
        .slice(1)
        .filter((line) => line !== '')
        .map((line) => [line.split(',')[0], line]),
    );
    expect(names).toContain('certainty');
    const { relationships } = await ask<{ relationships: Nodes<Id & { holdsOn: Certainty }> }>(
      `{ relationships(first: 100) { nodes { id holdsOn(asOf: "${day}") } } }`,
    );
    const holding = relationships.nodes.filter((one) => one.holdsOn !== null);
    for (const { id, holdsOn: certainty } of holding) expect(exported.get(id) ?? id).toContain(`,${certainty},`);
    const known = new Set(relationships.nodes.map(({ id }) => id));
    expect([...exported.keys()].filter((id) => known.has(id as string)).sort()).toEqual(
      holding.map(({ id }) => id).sort(),
    );
    const { union } = await ask<{
      union: { relationships: { edges: { certainty: Certainty; node: Id & { holdsOn: Certainty } }[] } };
    }>(
      `{ union(id: "psac") { relationships(asOf: "${day}", first: 100) { edges { certainty node { id holdsOn(asOf: "${day}") } } } } }`,
    );
    for (const { certainty, node } of union.relationships.edges)
      expect([node.id, node.holdsOn]).toEqual([node.id, certainty]);
  }
});
