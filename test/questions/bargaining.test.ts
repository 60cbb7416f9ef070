/** What was asked and imposed, and what happened when. */
import { expect, test } from 'vitest';
import { ask } from '../ask.ts';
import {
  cbc2015,
  cbc2016,
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

test('Q26 What wage increase did AUPE ask, first and later?', async () => {
  interface Ask extends Sourced {
    id: string;
    proposal: Id & { supersedes: Id | null };
    years: number | null;
    stated: string;
    value: number | null;
    unit: string | null;
  }
  const { bargainingRound } = await ask<{
    bargainingRound: { gap: readonly { year: number | null; ask: readonly Ask[] }[] };
  }>(/* GraphQL */ `
    {
      bargainingRound(id: "alberta-round-2013-14") {
        gap(issue: "wages") {
          year
          ask { id proposal { id supersedes { id } } years stated value unit evidence { nodes { ...Source } } }
        }
      }
    }
    ${Source}
  `);
  const { gap } = bargainingRound;
  // The first ask covers two years and stands in the row of each; the later one is tied to no year.
  const asked = gap.flatMap(({ year, ask: cell }) => cell.map((term) => ({ year, term })));
  const lines = asked.map(({ year, term }) => [year, term.proposal.id, term.stated, term.value, term.unit, term.years]);
  expect(lines).toEqual([
    [1, 'aupe-first-demand', 'STATED', 6, 'PERCENT', 2],
    [2, 'aupe-first-demand', 'STATED', 6, 'PERCENT', 2],
    [null, 'aupe-reduced-demand', 'NOT_STATED', null, null, null],
  ]);
  expect(new Set(asked.slice(0, 2).map(({ term }) => term.id)).size).toBe(1);
  const terms = asked.map(({ term }) => term);
  const first = terms.filter(({ proposal }) => proposal.id === 'aupe-first-demand');
  const later = only(terms.filter(({ proposal }) => proposal.id === 'aupe-reduced-demand'));
  expect(later.proposal.supersedes).toEqual({ id: 'aupe-first-demand' });
  expectEvidence(first, huffpost2014, [10]);
  expectEvidence([later], huffpost2014, [4]);
});

test('Q26 An offer of which nobody says what is in it stands beside the gap, and is told apart from none', async () => {
  interface Open {
    proposedAs: string;
    proposal: Id & { accordingTo: Id | null } & Sourced;
  }
  const { bargainingRounds } = await ask<{ bargainingRounds: Nodes<Id & { proposalsWithoutTerms: readonly Open[] }> }>(
    /* GraphQL */ `
      {
        bargainingRounds {
          nodes {
            id
            proposalsWithoutTerms { proposedAs proposal { id accordingTo { id } evidence { nodes { ...Source } } } }
          }
        }
      }
      ${Source}
    `,
  );
  const open = bargainingRounds.nodes.flatMap(({ id, proposalsWithoutTerms }) =>
    proposalsWithoutTerms.map(({ proposedAs, proposal }) => [id, proposedAs, proposal.id, proposal.accordingTo?.id]),
  );
  expect(open).toEqual([['alberta-round-2013-14', 'OFFER', 'alberta-offers-2014', 'dave-hancock']]);
  expectEvidence(
    bargainingRounds.nodes.flatMap((one) => one.proposalsWithoutTerms.map(({ proposal }) => proposal)),
    huffpost2014,
    [6, 17],
  );
});

test('Q27 What would the legislated deal pay, year by year?', async () => {
  interface Imposed extends Sourced {
    proposal: Id;
    value: number | null;
    unit: string | null;
    years: number | null;
  }
  const { bargainingRound } = await ask<{
    bargainingRound: { gap: readonly { year: number | null; imposed: readonly Imposed[] }[] };
  }>(/* GraphQL */ `
    {
      bargainingRound(id: "alberta-round-2013-14") {
        gap(issue: "wages") { year imposed { proposal { id } value unit years evidence { nodes { ...Source } } } }
      }
    }
    ${Source}
  `);
  const imposed = bargainingRound.gap.flatMap(({ year, imposed: cell }) => cell.map((term) => ({ year, term })));
  const lines = imposed.map(({ year, term }) => [year, term.proposal.id, term.value, term.unit, term.years]);
  expect(lines).toEqual([
    [1, 'legislated-deal-2013', 0, 'PERCENT', 1],
    [2, 'legislated-deal-2013', 0, 'PERCENT', 1],
    [3, 'legislated-deal-2013', 1, 'PERCENT', 1],
    [4, 'legislated-deal-2013', 1, 'PERCENT', 1],
  ]);
  for (const { term } of imposed) expectEvidence([term], huffpost2014, [7]);
});

test('Q29 In what order: interview, walk-away, bill?', async () => {
  interface Entry extends Sourced {
    date: Day;
    entity: Id & { type: string; status: string };
  }
  const { timeline } = await ask<{ timeline: Nodes<Entry> }>(/* GraphQL */ `
    {
      timeline(of: "federal-sick-leave-dispute", from: "2015-05-01", to: "2015-05-31", kinds: [EVENT]) {
        nodes { date { edtf basis } entity { id ... on Event { type status } } evidence { nodes { ...Source } } }
      }
    }
    ${Source}
  `);
  const asked = ['clement-interview-2015-05-12', 'psac-walk-away-2015', 'bill-c-59-introduced'];
  const entries = timeline.nodes.filter(({ entity }) => asked.includes(entity.id));
  const lines = entries.map(({ entity, date }) => [entity.id, entity.type, entity.status, date.edtf, date.basis]);
  expect(lines).toEqual([
    ['bill-c-59-introduced', 'BILL_INTRODUCED', 'OCCURRED', '2015-05-07', 'EXTERNAL'],
    ['psac-walk-away-2015', 'WALK_AWAY', 'OCCURRED', '2015-05-11', 'DERIVED'],
    ['clement-interview-2015-05-12', 'STATEMENT_MADE', 'OCCURRED', '2015-05-12', 'DERIVED'],
  ]);
  const weekday = new Intl.DateTimeFormat('en', { weekday: 'long', timeZone: 'UTC' });
  const weekdays = entries.map(({ date }) => weekday.format(new Date(date.edtf)));
  expect(weekdays).toEqual(['Thursday', 'Monday', 'Tuesday']);
  expectEvidence(entries, cbc2015, [2, 3, 6]);
});

test('Q31 By when must Alberta and AUPE agree, and what happens otherwise?', async () => {
  interface Deadline extends Id, Sourced {
    status: string;
    start: Day | null;
    consequence: string | null;
    setBy: Id & { imposes: Nodes<Id> };
  }
  const { bargainingRound } = await ask<{ bargainingRound: { deadlines: readonly Deadline[] } }>(/* GraphQL */ `
    {
      bargainingRound(id: "alberta-round-2013-14") {
        deadlines {
          id
          status
          start { edtf basis }
          consequence
          setBy { id imposes { nodes { id } } }
          evidence { nodes { ...Source } }
        }
      }
    }
    ${Source}
  `);
  const deadline = only(bargainingRound.deadlines.filter(({ status }) => status !== 'OPTIONAL'));
  expect(deadline).toMatchObject({
    id: 'alberta-bargaining-deadline-2014',
    status: 'SCHEDULED',
    start: { edtf: '2014-01-31', basis: 'DERIVED' },
    consequence: expect.stringMatching(/four-year deal .* is imposed/),
    setBy: { id: 'alberta-settlement-law-2013', imposes: { nodes: [{ id: 'legislated-deal-2013' }] } },
  });
  expectEvidence([deadline], huffpost2014, [1, 7]);
});

test('Q32 Can that deadline move?', async () => {
  const { event, bargainingRound } = await ask<{
    event: Sourced & { extension: { to: Day | null; decidedBy: Id | null; decisionExpected: Day | null } | null };
    bargainingRound: { deadlines: readonly (Id & Sourced & { status: string; start: Day | null })[] };
  }>(/* GraphQL */ `
    {
      event(id: "alberta-bargaining-deadline-2014") {
        extension { to { edtf basis } decidedBy { id } decisionExpected { edtf basis } }
        evidence { nodes { ...Source } }
      }
      bargainingRound(id: "alberta-round-2013-14") {
        deadlines { id status start { edtf basis } evidence { nodes { ...Source } } }
      }
    }
    ${Source}
  `);
  expect(event.extension).toEqual({
    to: { edtf: '2014-03-31', basis: 'DERIVED' },
    decidedBy: { id: 'cabinet-of-alberta' },
    decisionExpected: { edtf: '2014-01-29', basis: 'DERIVED' },
  });
  const option = only(bargainingRound.deadlines.filter(({ status }) => status === 'OPTIONAL'));
  expect(option.id).toBe('alberta-deadline-extension-2014');
  expect(option.start?.edtf).toBe('2014-03-31');
  expectEvidence([event], huffpost2014, [21, 22]);
  expectEvidence([option], huffpost2014, [21, 22]);
});

test('Q33 When do the talks between PSAC and the Treasury Board begin in 2016, and did they?', async () => {
  interface Talks extends Id, Sourced {
    type: string;
    status: string;
    start: Day | null;
    participants: Nodes<Id>;
  }
  const { bargainingRound } = await ask<{ bargainingRound: { events: Nodes<Talks> } }>(/* GraphQL */ `
    {
      bargainingRound(id: "federal-round-2016") {
        events { nodes { id type status start { edtf basis } participants { nodes { id } } evidence { nodes { ...Source } } } }
      }
    }
    ${Source}
  `);
  const talks = bargainingRound.events.nodes.filter(({ type }) => type === 'TALKS');
  const planned = withId(talks, 'psac-talks-2016-02');
  expect(ids(planned.participants.nodes)).toEqual(['psac', 'treasury-board']);
  expect(planned).toMatchObject({ status: 'SCHEDULED', start: { edtf: '2016-02-01', basis: 'DERIVED' } });
  expect(talks.filter(({ status }) => status === 'OCCURRED')).toEqual([]);
  expectEvidence([planned], cbc2016, [5]);
});
