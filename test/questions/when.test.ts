/** What is due, what was done in a time, and what was held when. */
import { expect, test } from 'vitest';
import { ask } from '../ask.ts';
import {
  cbc2015,
  cbc2016,
  type Edges,
  expectEvidence,
  huffpost2014,
  type Id,
  ids,
  type Nodes,
  only,
  Source,
  type Sourced,
  withId,
} from './evidence.ts';

interface Day {
  readonly edtf: string;
  readonly basis: string;
}

test('Q51 Which deadlines are there, by jurisdiction, with their consequences?', async () => {
  interface Deadline extends Id, Sourced {
    status: string;
    start: Day;
    consequence: string | null;
  }
  const { statistics, events } = await ask<{
    statistics: { buckets: readonly { count: number; keys: readonly { key: string }[] }[] };
    events: Nodes<Deadline>;
  }>(/* GraphQL */ `
    {
      statistics(filter: { kinds: [EVENT], types: ["DEADLINE"] }, by: [JURISDICTION]) { buckets { count keys { key } } }
      events(filter: { types: [DEADLINE], jurisdiction: "alberta" }, orderBy: { field: DATE }) {
        nodes { id status start { edtf basis } consequence evidence { nodes { ...Source } } }
      }
    }
    ${Source}
  `);
  expect(statistics.buckets).toEqual([{ count: 2, keys: [{ key: 'alberta' }] }]);
  expect(events.nodes.map(({ start, status }) => [start.edtf, status])).toEqual([
    ['2014-01-31', 'SCHEDULED'],
    ['2014-03-31', 'OPTIONAL'],
  ]);
  const [deadline, extension] = events.nodes as [Deadline, Deadline];
  expect(deadline.consequence).toMatch(/four-year deal .* imposed/);
  expectEvidence([deadline], huffpost2014, [7]);
  expectEvidence([extension], huffpost2014, [21]);
});

test('Q52 Which laws were passed and which cases were filed from December 2013 to January 2014?', async () => {
  interface Entry extends Sourced {
    entity: Id;
    moment: string;
    date: Day;
  }
  interface Law extends Id, Sourced {
    start: Day | null;
    notStated: readonly { attribute: string }[];
  }
  const { timeline, laws, legalChallenges } = await ask<{
    timeline: Nodes<Entry>;
    laws: Nodes<Law>;
    legalChallenges: Nodes<Law>;
  }>(/* GraphQL */ `
    {
      timeline(from: "2013-12-01", to: "2014-01-31", kinds: [LEGISLATION]) {
        nodes { entity { id } moment date { edtf basis } evidence { nodes { ...Source } } }
      }
      laws(filter: { from: "2013-12-01", to: "2014-01-31" }) {
        nodes { id start { edtf basis } notStated { attribute } evidence { nodes { ...Source } } }
      }
      legalChallenges(filter: { from: "2013-12-01", to: "2014-01-31", jurisdiction: "alberta" }) {
        nodes { id start { edtf basis } notStated { attribute } evidence { nodes { ...Source } } }
      }
    }
    ${Source}
  `);
  const [settlement, fines] = ['alberta-settlement-law-2013', 'alberta-strike-penalty-law-2013'] as const;
  expect(ids(laws.nodes)).toEqual([settlement, fines]);
  const passed = timeline.nodes.filter(({ moment }) => moment === 'REACHED_STAGE');
  // The article dates the one law; when the other was passed is known from elsewhere alone.
  expect(passed.map(({ entity, date }) => [entity.id, date.edtf, date.basis])).toEqual([
    [settlement, '2013-12', 'DERIVED'],
    [fines, '2013-12', 'EXTERNAL'],
  ]);
  expectEvidence(passed, huffpost2014, [7, 8]);
  expect(withId(laws.nodes, fines).start).toMatchObject({ edtf: '[..2014-01-24]' });
  const filed = only(legalChallenges.nodes);
  expect([filed.id, filed.start?.edtf]).toEqual(['aupe-charter-challenge', '[..2014-01-24]']);
  expect(filed.notStated.map(({ attribute }) => attribute)).toContain('start');
  expectEvidence([filed], huffpost2014, [9]);
});

test('Q58 Which positions did PSAC hold in May 2015 and in January 2016?', async () => {
  type Positions = Edges<Id, Sourced & { position: string }> & { edges: readonly { certainty: string }[] };
  const { union } = await ask<{ union: Record<'may' | 'january' | 'anyDay', Positions> }>(/* GraphQL */ `
    {
      union(id: "psac") {
        may: positions(asToldBy: "cbc-2015-05-12", certainty: CERTAIN) { ...Held }
        january: positions(asToldBy: "cbc-2016-01", certainty: CERTAIN) { ...Held }
        anyDay: positions(asOf: "2016-01-15", certainty: CERTAIN) { ...Held }
      }
    }
    fragment Held on EntityConnection {
      edges { certainty node { id } relationship { position evidence { nodes { ...Source } } } }
    }
    ${Source}
  `);
  const held = ({ edges }: Positions) => edges.map(({ node, relationship }) => [node.id, relationship.position]);
  expect(held(union.may)).toEqual([
    ['bill-c-59-2015', 'OPPOSE'],
    ['government-sick-leave-proposal-2015', 'OPPOSE'],
    ['sick-leave', 'CONDITIONAL'],
  ]);
  expect(held(union.january)).toEqual([['sick-leave', 'CONDITIONAL']]);
  // On which day of the month the article told so is not known, and no day is said to be that day.
  expect(held(union.anyDay)).toEqual([]);
  expectEvidence(
    union.may.edges.map(({ relationship }) => relationship),
    cbc2015,
    [15, 18],
  );
  expectEvidence(
    union.january.edges.map(({ relationship }) => relationship),
    cbc2016,
    [14],
  );
});
