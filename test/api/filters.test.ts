/** Filters answer what they mean, or refuse: none gives nothing because a kind cannot have what is asked for. */
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Kind, kindDefinition, kindNames, openAttributes } from '../../src/graph/registry.ts';
import { ask, post } from '../ask.ts';
import {
  type Able,
  type Filter,
  fold,
  type Item,
  type Meanings,
  meanings,
  meets,
  readAble,
  readAll,
  wordsFound,
} from './meaning.ts';

let items: ReadonlyMap<string, Item>;
let mean: Meanings;
let able: Able;
beforeAll(async () => {
  items = await readAll();
  mean = meanings(items);
  able = await readAble(items);
});

/** What of everything meets a filter. */
const meant = (filter: Filter): Item[] => [...items.values()].filter((one) => meets(mean, able, one, filter));

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

/** Whether a type, a status or an id is of none of some kinds: a mistake, even beside others that are. */
function hasForeignWord({ types = [], statuses = [], ids: some = [] }: Filter, kinds: readonly Kind[]): boolean {
  const known = (part: 'types' | 'statuses') => kinds.flatMap((kind) => Object.keys(kindDefinition(kind)[part] ?? {}));
  return (
    types.some((word) => !known('types').includes(word)) ||
    statuses.some((word) => !known('statuses').includes(word)) ||
    some.some((id) => !kinds.includes(items.get(id)?.kind as Kind))
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
    of('NEWS_OUTLET').map((publishedBy) => ({ publishedBy })),
    fc.subarray(['VERIFIED', 'DIFFERS', 'NOT_SUPPLIED'], { minLength: 1 }).map((verifications) => ({ verifications })),
  );
}

/** A condition that every kind can meet. */
function conditionOfAll(): fc.Arbitrary<Filter> {
  const all = [...items.values()];
  const of = (kind: Kind) => fc.constantFrom(...ids(all.filter((one) => one.kind === kind)));
  // Numbers, hyphens and the like are looked for in more than one way of writing.
  const names = all.flatMap((one) => one.names.map(({ text }) => text)).filter((text) => /^[\p{L} ]+$/u.test(text));
  const piece = fc.tuple(fc.constantFrom(...names), fc.nat(20), fc.integer({ min: 1, max: 6 }));
  const cut = piece.map(([text, from, length]) => text.slice(from % text.length).slice(0, length));
  const written = fc.constantFrom(
    (text: string) => text,
    (text: string) => text.toUpperCase(),
    (text: string) => fold(text),
  );
  const isText = (text: string): boolean => /\p{L}/u.test(text);
  const statuses = fc.subarray(['VERIFIED', 'DIFFERS', 'NOT_SUPPLIED'], { minLength: 1 });
  const name = fc.oneof(
    fc.constantFrom(...names).map((is) => ({ is })),
    fc.tuple(fc.constantFrom(...names), fc.integer({ min: 1, max: 8 })).map(([text, length]) => ({
      startsWith: text.slice(0, length),
    })),
    cut.filter(isText).map((contains) => ({ contains })),
    cut.filter(isText).map((contains) => ({ contains, startsWith: 'P' })),
  );
  return fc.oneof(
    fc.uniqueArray(fc.constantFrom(...ids(all)), { minLength: 1, maxLength: 30 }).map((some) => ({ ids: some })),
    fc.tuple(name, written).map(([asked, write]) => ({
      name: Object.fromEntries(Object.entries(asked).map(([operator, text]) => [operator, write(text)])),
    })),
    fc
      .oneof(
        of('ARTICLE').map((article) => ({ article })),
        of('ARTICLE').map((article) => ({ article, paragraph: 3 })),
        of('NEWS_OUTLET').map((outlet) => ({ outlet })),
        fc.subarray(['STATED', 'DERIVED', 'EXTERNAL'], { minLength: 1 }).map((bases) => ({ bases })),
        statuses.map((verifications) => ({ verifications })),
        fc.subarray(['QUOTED', 'PARTLY_QUOTED', 'TOLD'], { minLength: 1 }).map((quotations) => ({ quotations })),
      )
      .map((evidence) => ({ evidence })),
    fc
      .constantFrom('ONE_ARTICLE', 'ONE_OUTLET', 'ARTICLES_ALONE', 'OUTSIDE_SOURCES_ALONE')
      .map((restsOn) => ({ restsOn })),
  );
}

/** How many conditions a filter has; one that says nothing counts for one. */
function sizeOf({ kinds: _, narrower: __, and = [], or = [], not, ...own }: Filter): number {
  const inner = [...and, ...or, ...(not === undefined ? [] : [not])];
  return inner.reduce((sum, one) => sum + sizeOf(one), Math.max(Object.keys(own).length, inner.length === 0 ? 1 : 0));
}

/** A filter within a filter, and the kinds that are named around it, each of which must be able to meet it. */
interface Part {
  readonly filter: Filter;
  readonly named: readonly Kind[];
  /** The nearest kinds that are named, whether or not each must. */
  readonly of: readonly Kind[];
}

/** A filter and those within it. What stands in `or` need not be for each of the kinds that are named. */
function parts(filter: Filter, named: readonly Kind[] = [], around: readonly Kind[] = kindNames): Part[] {
  const [each, of] = [filter.kinds ?? named, filter.kinds ?? around];
  const both = [...(filter.and ?? []), ...(filter.not === undefined ? [] : [filter.not])];
  return [
    { filter, named: [...named, ...(filter.kinds ?? [])], of },
    ...both.flatMap((one) => parts(one, each, of)),
    ...(filter.or ?? []).flatMap((one) => parts(one, [], of)),
  ];
}

/** Conditions that each must hold. */
const together = (conditions: readonly Filter[]): Filter => inOrder(Object.assign({}, ...conditions));

/** Filters within filters, to some depth; what all kinds can be asked is there more often, so that something is found. */
function nested(depth: number): fc.Arbitrary<Filter> {
  const own = fc
    .array(fc.oneof(condition(), { arbitrary: conditionOfAll(), weight: 4 }), { minLength: 1, maxLength: 2 })
    .map(together);
  if (depth === 0) return own;
  const inner = nested(depth - 1);
  return fc.oneof(
    own,
    fc
      .record(
        {
          own: fc.option(own, { nil: {} }),
          kinds: fc.option(fc.uniqueArray(fc.constantFrom(...kindNames), { minLength: 1, maxLength: 3 }), {
            nil: undefined,
            freq: 8,
          }),
          and: fc.array(inner, { minLength: 1, maxLength: 2 }),
          or: fc.array(inner, { minLength: 2, maxLength: 4 }),
          not: inner,
        },
        { requiredKeys: ['own'] },
      )
      .map(({ own: conditions, kinds, ...within }) => ({ ...conditions, ...within, ...(kinds && { kinds }) })),
  );
}

describe('any filter, over any kinds', () => {
  const seen = { answered: 0, refused: 0, something: 0 };
  const check = async (filter: Filter): Promise<void> => {
    const answer = await list(filter);
    const all = parts(filter);
    const expected = meant(filter);
    const some = (kind: Kind, part: Filter): boolean => meant(part).some((one) => one.kind === kind);
    if ('refused' in answer) {
      seen.refused += 1;
      // Refused is only what would have been nothing: of a kind that is named or, where none is, of all that are left.
      const left = new Set(expected.map(({ kind }) => kind));
      const inVain = all.some(
        (part) =>
          hasForeignWord(part.filter, part.of) ||
          part.filter.kinds?.some((kind) => !left.has(kind)) ||
          part.named.some((kind) => !some(kind, part.filter)) ||
          ![...left].some((kind) => some(kind, part.filter)),
      );
      expect(inVain, `refused: ${answer.refused}`).toBe(true);
    } else {
      seen.answered += 1;
      seen.something += Math.min(1, expected.length);
      expect(answer.found.sort()).toEqual(ids(expected).sort());
      // Nothing was asked in vain.
      const left = kindNames.filter((kind) => able(kind, filter));
      for (const part of all) {
        expect(part.named.filter((kind) => !able(kind, part.filter))).toEqual([]);
        expect(
          left.some((kind) => able(kind, part.filter)),
          JSON.stringify(part.filter),
        ).toBe(true);
      }
    }
  };

  test('gives what its meaning gives over the whole list, or is refused where a kind could have nothing of it', async () => {
    const kinds = fc.option(fc.uniqueArray(fc.constantFrom(...kindNames), { minLength: 1, maxLength: 3 }));
    const filters = fc.array(fc.oneof(condition(), conditionOfAll()), { minLength: 1, maxLength: 2 }).map(together);
    const property = fc.asyncProperty(kinds, filters, async (named, filter) => {
      await check(named === null ? filter : { ...filter, kinds: named });
    });
    await fc.assert(property, { numRuns: 400 });
    expect(seen.something).toBeGreaterThan(40);
    expect(seen.refused).toBeGreaterThan(40);
  });

  test('so it does with filters in one another', async () => {
    Object.assign(seen, { answered: 0, refused: 0, something: 0 });
    const filters = nested(3).filter((filter) => sizeOf(filter) > 2 && sizeOf(filter) <= 20);
    await fc.assert(fc.asyncProperty(filters, check), { numRuns: 600 });
    expect(seen.something).toBeGreaterThan(40);
    expect(seen.refused).toBeGreaterThan(40);
  });

  test('of each kind alone: each condition that its list takes gives what it means, and a list over kinds takes the same', async () => {
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
    const own: Filter = {
      publishedBy: 'cbc-news',
      verifications: ['NOT_SUPPLIED', 'VERIFIED'],
      name: { contains: 'a' },
    };
    const known = { ...asked, ...related, ...own };
    for (const kind of kindNames) {
      for (const [name, value] of Object.entries(known)) {
        const answer = await list({ kinds: [kind], [name]: value });
        expect('found' in answer, `${kind} by ${name}`).toBe(able(kind, { [name]: value }));
        if ('refused' in answer) expect(answer.refused).toEqual(['filter', name]);
        else {
          expect(answer.found, `${kind} by ${name}`).toEqual(ids(meant({ kinds: [kind], [name]: value })));
        }
      }
    }
  });
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
