/** Filters answer what they mean, or refuse: none gives nothing because a kind cannot have what is asked for. */
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Kind, kindDefinition, kindNames, openAttributes } from '../../src/graph/registry.ts';
import { ask, post } from '../ask.ts';
import { type Filter, type Item, type Meanings, meanings, meets, readAll, wordsFound } from './meaning.ts';

let items: ReadonlyMap<string, Item>;
let mean: Meanings;
beforeAll(async () => {
  items = await readAll();
  mean = meanings(items);
});

const ids = (some: readonly { readonly id: string }[]): string[] => some.map(({ id }) => id);

interface Page {
  readonly totalCount: number;
  readonly undatedCount?: number | null;
  readonly nodes: readonly { readonly id: string }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
}

/** What a list with a filter has, page by page; or the argument that was refused. */
async function list(filter: object): Promise<{ found: string[]; undatedCount: number | null } | { refused: string[] }> {
  const found: string[] = [];
  for (let after: string | null = null; ; ) {
    const query = `query ($filter: EntityFilter, $after: String) { entities(filter: $filter, first: 100, after: $after) {
      totalCount undatedCount nodes { id } pageInfo { hasNextPage endCursor } } }`;
    const { body } = await post<{ entities: Page }>(query, { filter, after });
    const [error] = body.errors ?? [];
    if (error !== undefined) {
      expect(error.extensions['code'], error.message).toBe('BAD_USER_INPUT');
      return { refused: error.extensions['argument'] as string[] };
    }
    const page: Page = (body.data as { entities: Page }).entities;
    found.push(...ids(page.nodes));
    if (!page.pageInfo.hasNextPage) {
      expect(page.totalCount).toBe(found.length);
      return { found, undatedCount: page.undatedCount ?? null };
    }
    after = page.pageInfo.endCursor;
  }
}

/** Whether a word is a type or a status of none of some kinds: a mistake, even beside words that are. */
function hasForeignWord(kinds: readonly Kind[], { types = [], statuses = [] }: Filter): boolean {
  const known = (part: 'types' | 'statuses') => kinds.flatMap((kind) => Object.keys(kindDefinition(kind)[part] ?? {}));
  return (
    types.some((word) => !known('types').includes(word)) || statuses.some((word) => !known('statuses').includes(word))
  );
}

/** Two conditions together may have brought days in the wrong order. */
const inOrder = (filter: Filter): Filter =>
  filter.from !== undefined && filter.to !== undefined && filter.from > filter.to
    ? { ...filter, from: filter.to, to: filter.from }
    : filter;

/** A condition that asks for something that there is. */
function condition(): fc.Arbitrary<Filter> {
  const of = (...kinds: readonly Kind[]): fc.Arbitrary<string> =>
    fc.constantFrom(...ids([...items.values()].filter(({ kind }) => kinds.includes(kind))));
  const actors = of('PERSON', 'UNION', 'GOVERNMENT', 'PUBLIC_BODY', 'OCCUPATIONAL_GROUP');
  const words = (part: 'types' | 'statuses') =>
    fc.subarray([...new Set(kindNames.flatMap((kind) => Object.keys(kindDefinition(kind)[part] ?? {})))], {
      minLength: 1,
      maxLength: 3,
    });
  const anyDay = fc.constantFrom('2010-01-01', '2013-12-01', '2014-01-24', '2015-05-11', '2016-01-15', '2030-01-01');
  const undated = fc.constantFrom('INCLUDE', 'EXCLUDE', 'ONLY');
  return fc.oneof(
    words('types').map((types) => ({ types })),
    words('statuses').map((statuses) => ({ statuses })),
    of('JURISDICTION').map((jurisdiction) => ({ jurisdiction })),
    fc.record({ issue: of('ISSUE'), narrower: fc.boolean() }),
    actors.map((party) => ({ party })),
    actors.map((speaker) => ({ speaker })),
    fc.subarray(['EMPLOYEE', 'EMPLOYER', 'APPLICANT', 'RESPONDENT'], { minLength: 1 }).map((sides) => ({ sides })),
    fc.boolean().map((contested) => ({ contested })),
    fc.subarray(['DISPUTED', 'ANSWERS', 'BEFORE_THE_COURT'], { minLength: 1 }).map((contestedAs) => ({ contestedAs })),
    fc.record({ from: anyDay, undated }, { requiredKeys: [] }),
    fc.record({ to: anyDay, undated }, { requiredKeys: [] }),
    fc.tuple(anyDay, anyDay).map((days) => ({ from: days.sort()[0] as string, to: days.sort()[1] as string })),
    fc.constantFrom(...Object.keys(wordsFound)).map((text) => ({ text })),
    fc.constantFrom(...new Set(kindNames.flatMap(openAttributes))).map((notStated) => ({ notStated })),
  );
}

describe('any filter, over any kinds', () => {
  test('gives what its meaning gives over the whole list, or is refused where a kind could have nothing of it', async () => {
    const seen = { answered: 0, refused: 0, something: 0 };
    const kinds = fc.option(fc.uniqueArray(fc.constantFrom(...kindNames), { minLength: 1, maxLength: 3 }));
    const filters = fc
      .array(condition(), { minLength: 1, maxLength: 2 })
      .map((some) => inOrder(Object.assign({}, ...some)));
    const property = fc.asyncProperty(kinds, filters, async (named, filter: Filter) => {
      const answer = await list(named === null ? filter : { ...filter, kinds: named });
      const all = [...items.values()];
      const expected = ids(
        all.filter((one) => (named === null || named.includes(one.kind)) && meets(mean, one, filter)),
      );
      if ('refused' in answer) {
        seen.refused += 1;
        // Refused is only what would have been nothing: of one of the kinds, or, where none is named, of all.
        const having = (kind: Kind) => all.some((one) => one.kind === kind && meets(mean, one, filter));
        if (named === null) expect(expected, `refused: ${answer.refused}`).toEqual([]);
        else expect(named.every(having) && !hasForeignWord(named, filter), `refused: ${answer.refused}`).toBe(false);
      } else {
        seen.answered += 1;
        seen.something += Math.min(1, expected.length);
        expect(answer.found.sort()).toEqual(expected.sort());
      }
    });
    await fc.assert(property, { numRuns: 400 });
    expect(seen.something).toBeGreaterThan(40);
    expect(seen.refused).toBeGreaterThan(40);
  });

  test('of each kind alone: each condition that its list takes gives what it means, and a list over kinds takes the same', async () => {
    const { __schema } = await ask<{
      __schema: { types: { name: string; inputFields: { name: string }[] | null }[] };
    }>('{ __schema { types { name inputFields { name } } } }');
    const fields = (name: string) =>
      (__schema.types.find((type) => type.name === name)?.inputFields ?? []).map((field) => field.name);
    const asked: Filter = {
      contested: true,
      contestedAs: ['DISPUTED'],
      from: '2014-01-24',
      to: '2014-01-24',
      undated: 'EXCLUDE',
      text: 'strike',
    };
    const related: Filter = {
      jurisdiction: 'alberta',
      issue: 'wages',
      party: 'aupe',
      speaker: 'guy-smith',
      sides: ['EMPLOYEE'],
    };
    const known = { ...asked, ...related };
    for (const kind of kindNames) {
      const own = fields(`${kindDefinition(kind).graphql}Filter`);
      for (const [name, value] of Object.entries(known)) {
        const answer = await list({ kinds: [kind], [name]: value });
        expect('found' in answer, `${kind} by ${name}`).toBe(own.includes(name));
        if ('refused' in answer) expect(answer.refused).toEqual(['filter', name]);
        else {
          const meant = [...items.values()].filter((one) => one.kind === kind && meets(mean, one, { [name]: value }));
          expect(answer.found, `${kind} by ${name}`).toEqual(ids(meant));
        }
      }
    }
  });
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
  const fold = (text: string): string =>
    text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[’‘]/g, "'").toLowerCase();
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
