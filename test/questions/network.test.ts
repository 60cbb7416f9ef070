/** Questions that the network, statistics and exports answer too. */
import { expect, test } from 'vitest';
import { ask } from '../ask.ts';
import { download } from '../export/service.ts';
import { cbc2016, expectEvidence, huffpost2014, ids, Source, type Sourced } from './evidence.ts';

interface Step {
  readonly entity: { readonly id: string };
  readonly label: string | null;
  readonly evidence: Sourced['evidence'];
}

test('Q19 How did the unions’ stance change? By what lies around the two governments', async () => {
  interface Stance extends Sourced {
    type: string;
    subject: { id: string };
    object: { id: string };
    note: string | null;
  }
  const { neighborhood } = await ask<{
    neighborhood: { truncated: boolean; edges: { relationship: Stance }[] };
  }>(`{ neighborhood(of: "liberal-administration-2015", depth: 2, types: [STANCE_TOWARDS, SUCCEEDS]) {
    truncated edges { relationship { type subject { id } object { id } note evidence { nodes { ...Source } } } }
  } } ${Source}`);
  expect(neighborhood.truncated).toBe(false);
  const stances = neighborhood.edges.map(({ relationship }) => relationship);
  const of = (subject: string, towards: string) =>
    stances.filter((one) => one.subject.id === subject && one.object.id === towards);
  const before = of('psac', 'conservative-administration-2006-2015');
  const after = of('federal-union-executives', 'liberal-administration-2015');
  expect(before.map(({ note }) => note).join()).toMatch(/hostile/i);
  expect(after.map(({ note }) => note).join()).toMatch(/cautious/i);
  expectEvidence(before, cbc2016, [3]);
  expectEvidence(after, cbc2016, [4]);
});

test('Q27 What would the legislated deal pay, year by year? By statistics', async () => {
  const { statistics } = await ask<{
    statistics: {
      buckets: {
        keys: { key: string | null }[];
        measured: { stated: number; notStated: number; sum: { min: number; max: number } | null };
      }[];
    };
  }>(`{ statistics(filter: { kinds: [PROPOSAL], issue: "wages" }, by: [PROPOSED_AS, TERM_YEARS],
      measure: { of: TERM_VALUE, unit: PERCENT }) {
    buckets { keys { key } measured { stated notStated sum { min max } } }
  } }`);
  const paid = statistics.buckets
    .filter(({ keys }) => keys[0]?.key === 'IMPOSED')
    .map(({ keys, measured }) => [keys[1]?.key, measured.sum?.min, measured.sum?.max]);
  expect(paid.sort()).toEqual([
    ['1', 0, 0],
    ['2', 0, 0],
    ['3', 1, 1],
    ['4', 1, 1],
  ]);
  const open = statistics.buckets.filter(({ measured }) => measured.notStated > 0);
  expect(open.length).toBeGreaterThan(0);
  for (const { measured } of open) expect(measured.sum).toBeNull();
});

test('Q32 Can that deadline move? By the way from the law to the deadline, and by the calendar', async () => {
  const { path } = await ask<{ path: { steps: Step[] } }>(`{ path(
      from: "redford-administration", to: "alberta-deadline-extension-2014", types: [ENACTS, SETS]
    ) { steps { entity { id } label evidence { nodes { ...Source } } } } } ${Source}`);
  expect(ids(path.steps.map(({ entity }) => entity))).toEqual([
    'redford-administration',
    'alberta-settlement-law-2013',
    'alberta-deadline-extension-2014',
  ]);
  expect(path.steps.map(({ label }) => label)).toEqual([null, 'enacts', 'sets']);
  expectEvidence(path.steps.slice(1, 2), huffpost2014, [7]);
  expectEvidence(path.steps.slice(2), huffpost2014, [21]);
  const calendar = (await download('deadlines.ics')).replace(/\r\n /g, '');
  const entry = calendar.split('BEGIN:VEVENT').find((one) => one.includes('alberta-deadline-extension-2014'));
  expect(entry).toMatch(/DTSTART;VALUE=DATE:20140331/);
  expect(entry).toMatch(/STATUS:TENTATIVE/);
});

test('Q45 How is Alison Redford connected with Guy Smith? By a path, with the evidence of each hop', async () => {
  const { path } = await ask<{ path: { length: number; steps: Step[] } }>(`{ path(
      from: "alison-redford", to: "guy-smith", asOf: "2014-01-24", types: [HOLDS, OFFICE_OF, PARTY_TO]
    ) { length steps { entity { id } label evidence { nodes { ...Source } } } } } ${Source}`);
  expect(ids(path.steps.map(({ entity }) => entity))).toEqual([
    'alison-redford',
    'premier-of-alberta',
    'government-of-alberta',
    expect.stringMatching(/^alberta-(round-2013-14|settlement-dispute)$/),
    'aupe',
    'president-of-aupe',
    'guy-smith',
  ]);
  for (const step of path.steps.slice(1)) expect(step.evidence.nodes.length).toBeGreaterThan(0);
  expectEvidence(path.steps, huffpost2014, [2, 3, 4, 7]);
});
