/** Any filter answers what it means, or is refused: none gives nothing because a kind cannot have what is asked for. */
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Kind, kindDefinition, kindNames, openAttributes } from '../../src/registry/index.ts';
import { ids, type Known, list, readKnown } from './filteredList.ts';
import { type Filter, fold, wordsFound } from './meaning.ts';

let items: Known['items'];
let able: Known['able'];
let meant: Known['meant'];
beforeAll(async () => {
  ({ items, able, meant } = await readKnown());
});

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
        fc.constantFrom('2014-01-23', '2014-01-24', '2016-01-30', '2016-01-31').map((day) => ({ publishedUntil: day })),
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
