/** What single conditions of a filter mean: names, days, jurisdictions, parties; and which cannot be asked. */
import { beforeAll, describe, expect, test } from 'vitest';
import { ask, post } from '../ask.ts';
import { ids, type Known, list, readKnown } from './filteredList.ts';
import { fold } from './meaning.ts';

let items: Known['items'];
beforeAll(async () => {
  ({ items } = await readKnown());
});

test('a name is found in any language, without regard to case and accents, and to how numbers are written', async () => {
  const found = async (name: object): Promise<string[]> => {
    const answer = await list({ name });
    return 'found' in answer ? answer.found : [];
  };
  expect(await found({ is: 'afpc' })).toEqual(['psac']);
  expect(await found({ is: 'PUBLIC service ALLIANCE of canada' })).toContain('psac');
  expect(await found({ startsWith: 'public service alliance', contains: 'canada' })).toContain('psac');
  // Both of one name: it has one that begins so, and another that has the other in it.
  expect(await found({ startsWith: 'psac', contains: 'alliance' })).not.toContain('psac');
  expect(await found({ contains: 'C59' })).toContain('bill-c-59-2015');
  expect(await found({ contains: 'c-59' })).toContain('bill-c-59-2015');
  // None of these is a pattern.
  expect(await found({ contains: 'a_c' })).toEqual([]);
  expect(await found({ contains: 'a\\c' })).toEqual([]);
});

describe('what has no date', () => {
  const undatedCount = async (filter: object): Promise<number | null> => {
    const answer = await list(filter);
    return 'found' in answer ? answer.undatedCount : null;
  };

  test('is in a list that asks for days, unless it is to be left out, and counted either way', async () => {
    const disputes = { kinds: ['DISPUTE'], to: '2030-01-01' };
    const all = ids([...items.values()].filter(({ kind }) => kind === 'DISPUTE'));
    expect(all.length).toBeGreaterThan(0);
    expect(await list(disputes)).toMatchObject({ found: all });
    const undated = await list({ ...disputes, undated: 'ONLY' });
    const dated = await list({ ...disputes, undated: 'EXCLUDE' });
    expect('found' in undated && 'found' in dated && [...undated.found, ...dated.found].sort()).toEqual(all);
    for (const word of ['INCLUDE', 'EXCLUDE', 'ONLY'])
      expect(await undatedCount({ ...disputes, undated: word })).toBe('found' in undated ? undated.found.length : -1);
    expect(await undatedCount({ kinds: ['DISPUTE'] })).toBeNull();
  });

  test('is counted by statistics and the timeline too', async () => {
    const events = [...items.values()].filter(({ kind, start }) => kind === 'EVENT' && !start).length;
    const {
      statistics,
      none,
      timeline,
      list: page,
    } = await ask<
      Record<'statistics' | 'none' | 'timeline' | 'list', { undatedCount: number | null; total?: number }>
    >(`{
      statistics(filter: { kinds: [EVENT], from: "2030-01-01", undated: EXCLUDE }) { undatedCount total }
      none: statistics(filter: { kinds: [EVENT] }) { undatedCount }
      timeline(kinds: [EVENT]) { undatedCount }
      list: events(filter: { from: "2030-01-01" }) { undatedCount }
    }`);
    expect([statistics, none, timeline, page].map((one) => one.undatedCount)).toEqual([events, null, events, events]);
    expect(statistics.total).toBe(0);
  });
});

describe('what cannot be asked says which kinds have it', () => {
  test.each([
    ['entities(filter: { kinds: [PERSON], from: "2015-01-01" })', 'filter.from: cannot be asked of PERSON', 'EVENT'],
    [
      'entities(filter: { kinds: [PERSON, EVENT], issue: "wages" })',
      'filter.issue: cannot be asked of PERSON',
      'CLAIM',
    ],
    ['entities(filter: { contested: true, party: "psac" })', 'that can meet the other conditions', 'CLAIM'],
    ['entities(filter: { party: "sick-leave" })', '"sick-leave" is of the kind ISSUE', 'UNION'],
    ['statements(filter: { speaker: "canada" })', '"canada" is of the kind JURISDICTION', 'PERSON'],
    ['timeline(kinds: [OFFICE])', 'kinds: OFFICE has no entries', 'PERSON'],
  ])('%s', async (field, message, allowed) => {
    const { body } = await post(`{ ${field} { totalCount } }`);
    expect(body.errors?.[0]?.message).toContain(message);
    expect(body.errors?.[0]?.extensions).toMatchObject({
      code: 'BAD_USER_INPUT',
      allowed: expect.stringContaining(allowed),
    });
  });
});

test('names are in the order of the language that is asked for', async () => {
  const orders = await Promise.all(
    ['EN', 'FR'].map(async (language) => {
      const { entities } = await ask<{ entities: { nodes: { id: string; name: string }[] } }>(
        `{ entities(filter: { kinds: [UNION, PUBLIC_BODY, ISSUE, GOVERNMENT] }, orderBy: { field: NAME }, language: ${language}, first: 100) {
          nodes { id name(language: ${language}) } } }`,
      );
      const names = entities.nodes.map(({ name }) => fold(name));
      expect(names).toEqual([...names].sort((a, b) => Number(a > b) - Number(a < b)));
      return ids(entities.nodes);
    }),
  );
  expect(orders[0]).not.toEqual(orders[1]);
  expect([...(orders[0] ?? [])].sort()).toEqual([...(orders[1] ?? [])].sort());
});

test('why a bucket has no time is said in the language that is asked for', async () => {
  const { statistics } = await ask<{ statistics: { buckets: { time: { en: string; fr: string; state: string } }[] } }>(
    '{ statistics(filter: { kinds: [EVENT] }, bucket: DAY) { buckets { time { state en: label fr: label(language: FR) } } } }',
  );
  const spread = statistics.buckets.find(({ time }) => time.state === 'UNCERTAIN')?.time;
  expect(spread).toMatchObject({ en: 'uncertain', fr: 'incertain' });
});

test.each([
  ['evidence(filter: { article: "huffpost-2014-01-24", outlet: "cbc-news" })', ['filter', 'outlet']],
  ['claims(filter: { contested: false, contestedAs: [DENIED] })', ['filter', 'contestedAs']],
])('%s contradicts itself, and is refused', async (list, argument) => {
  const { body } = await post(`{ ${list} { totalCount } }`);
  expect(body.errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', argument } }]);
});

test('a party has the jurisdiction of the governments that it formed, and an event that of who takes part', async () => {
  const { claims, events } = await ask<Record<'claims' | 'events', { nodes: { id: string }[] }>>(`{
    claims(filter: { jurisdiction: "canada", contestedAs: [DENIED] }, first: 100) { nodes { id } }
    events(filter: { types: [ELECTION], jurisdiction: "canada" }) { nodes { id } } }`);
  expect(claims.nodes.map(({ id }) => id)).toContain('claim-sick-leave-liability');
  expect(events.nodes.map(({ id }) => id)).toEqual(['federal-election-2015']);
});

test('the events of a party are also those in which it takes part', async () => {
  const { events } = await ask<{ events: { nodes: { id: string }[] } }>(
    '{ events(filter: { party: "pipsc" }, first: 100) { nodes { id } } }',
  );
  const ids = events.nodes.map(({ id }) => id);
  expect(ids).toEqual(expect.arrayContaining(['pipsc-talks-2016', 'daviau-message-2015']));
});
