/** What was there on a day: not what came later, and not what nobody can place. */
import { expect, test } from 'vitest';
import { factsOn } from '../../src/dashboard/map/facts.ts';
import { certaintyWith, onDay, presenceOn } from '../../src/dashboard/onDay.ts';
import { claimOn, partiesOn, relatedThen } from '../../src/dashboard/panels/then.ts';

const start = (edtf: string, earliest: string | null = edtf, latest: string | null = edtf) => ({
  ...{ edtf, earliest, latest, basis: 'STATED', note: null },
});

const person = { id: 'person' };
const bill = { id: 'bill', start: start('2015-05-07') };
const filed = { id: 'filed', start: start('[..2014-01-24]', null, '2014-01-24') };
const dispute = { id: 'dispute', start: null };
const claim = (...starts: readonly ReturnType<typeof start>[]) => ({
  id: 'claim',
  assertedBy: [{ sayings: [{ statement: null }, ...starts.map((one) => ({ statement: { start: one } }))] }],
});

test('what began after the day is not there, and what has no date is apart', () => {
  const { there, undated } = onDay('2010-01-01', [person, bill, filed, dispute], (one) => one);
  expect(there.map(({ id }) => id)).toEqual(['person']);
  expect(undated.map(({ id }) => id)).toEqual(['filed', 'dispute']);
  expect(onDay('2014-01-24', [filed], (one) => one).there).toEqual([filed]);
  expect(onDay('2015-05-07', [bill], (one) => one).there).toEqual([bill]);
});

test('a claim is there from the first statement that makes it', () => {
  expect(presenceOn('2015-05-11', claim(start('2016-01-10'), start('2015-05-12')))).toBe('LATER');
  expect(presenceOn('2015-05-12', claim(start('2016-01-10'), start('2015-05-12')))).toBe('THERE');
  expect(presenceOn('2015-05-12', claim())).toBe('UNDATED');
});

test('on all days everything is there', () => {
  for (const one of [person, bill, dispute, claim()]) expect(presenceOn(null, one)).toBe('THERE');
});

test('a map of a day has neither what came later nor its relationships, and counts what has no date', () => {
  const entities = [person, bill, dispute].map((one) => ({ ...one, kind: 'EVENT', name: one.id }));
  const tie = (object: string) => ({ id: `person.${object}`, subject: 'person', object });
  const all = {
    entities: new Map(entities.map((one) => [one.id, one])),
    relationships: new Map(['bill', 'dispute'].map((id) => [id, tie(id)])),
    truncated: false,
  } as unknown as Parameters<typeof factsOn>[1];
  const { facts, undated } = factsOn('2010-01-01', all, [], false);
  expect([...facts.entities.keys()]).toEqual(['person']);
  expect(facts.relationships.size).toBe(0);
  expect(undated).toBe(1);
  expect([...factsOn('2010-01-01', all, [], true).facts.entities.keys()]).toEqual(['person', 'dispute']);
  expect(factsOn('2010-01-01', all, ['bill'], false).facts.relationships.size).toBe(1);
});

type Parties = Parameters<typeof partiesOn>[1];

test('a matter has no parties before it began, and possible ones where its beginning has no date', () => {
  const matter = (begins: ReturnType<typeof start> | null) =>
    ({ id: 'matter', start: begins, parties: [{ side: 'EMPLOYEE', actor: person }] }) as unknown as Parties;
  const at = (day: string | null, begins: ReturnType<typeof start> | null) =>
    partiesOn(day, matter(begins)).map(({ certainty }) => certainty);
  expect(at('2010-01-01', start('2015-05-07'))).toEqual([]);
  expect(at('2015-05-07', start('2015-05-07'))).toEqual(['CERTAIN']);
  expect(at('2010-01-01', null)).toEqual(['POSSIBLE']);
  expect(at(null, start('2015-05-07'))).toEqual([null]);
});

test('what is related has come by then, or nobody can say', () => {
  const edges = [person, bill, dispute].map((other) => ({ other }));
  expect(relatedThen('2010-01-01', edges).map(({ other }) => other.id)).toEqual(['person', 'dispute']);
  expect(edges.map(({ other }) => certaintyWith('2010-01-01', 'CERTAIN', other))).toEqual([
    ...['CERTAIN', 'CERTAIN', 'POSSIBLE'],
  ]);
});

test('a claim is not contested before anything stood against it', () => {
  const said = (edtf: string) => [{ sayings: [{ statement: { id: edtf, start: start(edtf) } }] }];
  const page = (...nodes: readonly object[]) => ({ edges: nodes.map((node) => ({ node })) });
  const contested = {
    ...{ id: 'claim', contested: true, assertedBy: said('2014-01-01'), deniedBy: said('2015-05-12') },
    ...{
      supportedBy: [],
      disputedBy: [],
      qualifiedBy: [],
      answers: page(),
      answeredBy: page(claim(start('2016-01-10'))),
    },
  } as unknown as Parameters<typeof claimOn>[1];
  const then = claimOn('2014-06-01', contested);
  expect([then.contested, then.deniedBy, then.answeredBy.edges]).toEqual([false, [], []]);
  expect(then.assertedBy).toHaveLength(1);
  expect(claimOn('2015-05-12', contested)).toMatchObject({ contested: true, answeredBy: { edges: [] } });
  expect(claimOn('2016-01-10', contested).answeredBy.edges).toHaveLength(1);
});
