/** Filters within filters: `and`, `or` and `not`. */
import { beforeAll, describe, expect, test } from 'vitest';
import { ask, post } from '../ask.ts';
import { ids, type Known, list, readKnown } from './filteredList.ts';
import { type Item, meets } from './meaning.ts';

let items: Known['items'];
let mean: Known['mean'];
let able: Known['able'];
let meant: Known['meant'];
beforeAll(async () => {
  ({ items, mean, able, meant } = await readKnown());
});

describe('a filter in a filter', () => {
  const refused = async (filter: object, field = 'entities', type = 'EntityFilter') => {
    const query = `query ($filter: ${type}) { ${field}(filter: $filter) { totalCount } }`;
    return (await post(query, { filter })).body.errors?.[0];
  };
  const found = async (filter: object): Promise<string[]> => {
    const answer = await list(filter);
    return 'found' in answer ? answer.found : [`refused: ${answer.refused}`];
  };
  const all = (holds: (one: Item) => boolean): string[] => ids([...items.values()].filter(holds));

  test('`not` is asked of what could meet it: what has no such thing at all is not let through', async () => {
    const withParties = await found({ not: { party: 'psac' } });
    const kinds = new Set(withParties.map((id) => items.get(id)?.kind));
    expect(kinds).toContain('DISPUTE');
    expect(kinds).not.toContain('PERSON');
    expect(withParties).toEqual(ids(meant({ not: { party: 'psac' } })));
  });

  test('what the sources leave open is not so', async () => {
    const strikes = await found({ kinds: ['EVENT'], types: ['STRIKE'] });
    const others = all(({ kind, subtype }) => kind === 'EVENT' && subtype !== 'STRIKE');
    expect(await found({ kinds: ['EVENT'], not: { types: ['STRIKE'] } })).toEqual(others);
    expect(await found({ kinds: ['EVENT'], not: { not: { types: ['STRIKE'] } } })).toEqual(strikes);
  });

  test('what has no date, or has one, goes together with other conditions', async () => {
    const dated = (one: Item): boolean => one.start != null || one.end != null;
    const events = { kinds: ['EVENT'] };
    expect(await found({ ...events, not: { undated: 'ONLY' } })).toEqual(
      all((one) => one.kind === 'EVENT' && dated(one)),
    );
    const either = { ...events, or: [{ undated: 'ONLY' }, { from: '2015-05-11', undated: 'EXCLUDE' }] };
    const expected = all(
      (one) =>
        one.kind === 'EVENT' &&
        (!dated(one) ||
          (one.end ?? one.start)?.latest === null ||
          ((one.end ?? one.start)?.latest ?? '') >= '2015-05-11'),
    );
    expect(await found(either)).toEqual(expected);
    // Days within another filter are conditions like others: only those of the list's own filter make it say this.
    expect(await list(either)).toMatchObject({ undatedCount: null });
    expect(await list({ ...events, from: '2015-05-11', or: [{ name: { contains: 'a' } }] })).toMatchObject({
      undatedCount: expect.any(Number) as number,
    });
  });

  test('each part is asked of the kinds that can meet it', async () => {
    const or = [{ speaker: 'guy-smith' }, { party: 'aupe' }];
    expect(await found({ or })).toEqual(all((one) => meets(mean, able, one, { or })));
    expect(new Set((await found({ or })).map((id) => items.get(id)?.kind))).toEqual(
      new Set(
        [
          'STATEMENT',
          'CLAIM',
          'DISPUTE',
          'BARGAINING_ROUND',
          'EVENT',
          'COLLECTIVE_AGREEMENT',
          'LEGAL_CHALLENGE',
        ].filter((kind) => meant({ or }).some((one) => one.kind === kind)),
      ),
    );
  });

  const party = { party: 'psac' };
  test.each<[object, string[], string, string]>([
    [{ kinds: ['PERSON', 'EVENT'], and: [party] }, ['and', '0', 'party'], 'cannot be asked of PERSON', 'EVENT'],
    [{ kinds: ['PERSON', 'EVENT'], not: party }, ['not', 'party'], 'cannot be asked of PERSON', 'EVENT'],
    [
      { kinds: ['PERSON', 'EVENT'], or: [party, { speaker: 'guy-smith' }] },
      ['or'],
      'cannot be asked of PERSON',
      'EVENT',
    ],
    [
      { kinds: ['EVENT'], or: [{ text: 'strike' }, { speaker: 'guy-smith' }] },
      ['or', '1', 'speaker'],
      'of EVENT',
      'CLAIM',
    ],
    [{ kinds: ['EVENT'], or: [{ kinds: ['PERSON'] }] }, ['or'], 'cannot be asked of EVENT', 'PERSON'],
    [{ kinds: ['EVENT'], not: { kinds: ['PERSON', 'EVENT'], text: 'a' } }, ['not', 'kinds'], 'PERSON cannot', 'EVENT'],
    [{ and: [{ kinds: ['PERSON', 'EVENT'] }, party] }, ['and', '0', 'kinds'], 'PERSON cannot', 'EVENT'],
    [{ and: [{ contested: true }, party] }, ['and', '1', 'party'], 'that can meet the other conditions', 'EVENT'],
    [{ or: [] }, ['or'], 'there is none', 'one filter or more'],
    [{ not: {} }, ['not'], 'it has no condition', 'other than `kinds`'],
    [{ not: { kinds: ['EVENT'] } }, ['not'], 'it has no condition', 'other than `kinds`'],
    [{ or: [{ issue: 'nope' }] }, ['or', '0', 'issue'], 'there is no entity "nope"', 'ISSUE'],
    [{ not: { types: ['GUILD'] } }, ['not', 'types'], '"GUILD" is none of these kinds\'', 'STRIKE'],
    [{ and: [{ ids: ['psac', 'nope'] }] }, ['and', '0', 'ids'], 'there is no entity "nope"', '`search` finds them'],
    [{ kinds: ['EVENT'], ids: ['psac'] }, ['ids'], '"psac" is of the kind UNION', 'EVENT'],
    [{ or: [{ from: '2015-05-13', to: '2015-05-12' }] }, ['or', '0', 'from'], 'is after filter.or.0.to', '2015-05-12'],
    [{ not: { name: { contains: '-' } } }, ['not', 'name', 'contains'], 'no letter or digit', 'a name'],
    [
      { not: { evidence: { article: 'cbc-2015-05-12', paragraph: 22 } } },
      ['not', 'evidence', 'paragraph'],
      'has no paragraph 22',
      '1 to 21',
    ],
    [{ or: Array.from({ length: 21 }, () => party) }, [], 'it has too many conditions', 'at most 20'],
    [
      { not: { or: [{ and: [{ not: { not: party } }] }] } },
      ['not', 'or', '0', 'and', '0', 'not', 'not'],
      'too deep',
      'at most 4',
    ],
  ])('%j is refused', async (filter, argument, message, allowed) => {
    const error = await refused(filter);
    expect(error?.message).toContain(message);
    expect(error?.extensions).toMatchObject({
      code: 'BAD_USER_INPUT',
      argument: ['filter', ...argument],
      allowed: expect.stringContaining(allowed) as string,
    });
  });

  test('it may be as large as the schema says, with evidence at the bottom', async () => {
    const inner = { evidence: { bases: ['STATED'] } };
    expect(await refused({ not: { or: [{ and: [{ not: inner }] }] } })).toBeUndefined();
    expect(await refused({ or: Array.from({ length: 20 }, () => party) })).toBeUndefined();
    const { __type } = await ask<{ __type: { description: string } }>(
      '{ __type(name: "EntityFilter") { description } }',
    );
    expect(__type.description.replace(/\s+/g, ' ')).toMatch(/20 conditions.* 4 deep/);
  });

  test('the filter of a kind has them too', async () => {
    expect(
      await refused({ or: [{ contested: true }, { not: { speaker: 'guy-smith' } }] }, 'claims', 'ClaimFilter'),
    ).toBeUndefined();
  });
});
