/** Statistics by any dimensions, spans and filters, held against a count of our own over what the lists say. */
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Dimension, dimensionDefinition, dimensionNames } from '../../src/graph/queries/statisticsDimensions.ts';
import { type Kind, kindDefinition, kindNames } from '../../src/registry/index.ts';
import { ask, post } from '../ask.ts';
import { counts, countsOf, type Statistics, statistics } from './askStatistics.ts';
import { buckets, type Item, items, keysOf, readLists, recount, sum, timeOf } from './recount.ts';

beforeAll(readLists);

test.each(dimensionNames)('everything by %s', async (dimension) => {
  const found = await statistics(`by: [${dimension}]`);
  expect(countsOf(found)).toEqual(recount([...items.values()], [dimension]));
  expect(found).toMatchObject({ total: items.size, truncated: false });
});

test.each(buckets)('everything by %s and kind', async (bucket) => {
  const found = await statistics(`by: [KIND], bucket: ${bucket}`);
  expect(countsOf(found)).toEqual(recount([...items.values()], ['KIND'], bucket));
});

describe('for any dimensions, spans and filters', () => {
  const kinds = fc.uniqueArray(fc.constantFrom(...kindNames), { minLength: 1, maxLength: 4 });
  const condition = fc.constantFrom(
    'jurisdiction: "alberta"',
    'issue: "sick-leave"',
    'issue: "compensation"',
    'party: "psac"',
    'from: "2015-05-12"',
    'to: "2015-05-12"',
    'from: "2014-01-24", to: "2015-05-11"',
    'text: "sick or law"',
    'notStated: "start"',
  );
  const [perhapsKinds, perhapsCondition] = [fc.option(kinds), fc.option(condition)];
  // What shares a row, a party with its side, a recount of each by itself cannot see.
  const dimension = fc.constantFrom(...dimensionNames.filter((name) => name !== 'SIDE' && name !== 'TERM_ISSUE'));
  const by = fc.uniqueArray(dimension, { maxLength: 2 });
  const perhapsBucket = fc.option(fc.constantFrom(...buckets));
  const single = new Set<Dimension>(['KIND', 'TYPE', 'STATUS', 'ENTITY', 'MEDIUM', 'ROUTE', 'PROPOSED_AS']);

  /** What the list with a filter has, page by page. */
  async function filtered(filter: string): Promise<Item[]> {
    const found: Item[] = [];
    for (let after: string | null = null; ; ) {
      const page: { entities: { nodes: { id: string }[]; pageInfo: { hasNextPage: boolean; endCursor: string } } } =
        await ask(
          `query ($after: String) {
            entities(${filter}, first: 100, after: $after) { nodes { id } pageInfo { hasNextPage endCursor } }
          }`,
          { after },
        );
      found.push(...page.entities.nodes.flatMap(({ id }) => items.get(id) ?? []));
      if (!page.entities.pageInfo.hasNextPage) return found;
      after = page.entities.pageInfo.endCursor;
    }
  }

  test('the buckets are those of a recount, and add up where each entity has one value', async () => {
    let compared = 0;
    const property = fc.asyncProperty(
      perhapsKinds,
      perhapsCondition,
      by,
      perhapsBucket,
      async (of, where, dims, bucket) => {
        const filter = `filter: { ${of === null ? '' : `kinds: [${of.join()}]`} ${where ?? ''} }`;
        const span = bucket === null ? '' : `, bucket: ${bucket}`;
        const query = `{ statistics(${filter}, by: [${dims.join()}]${span}) { ${counts} } }`;
        const { body } = await post<{ statistics: Statistics }>(query);
        const fits = (some: readonly Kind[]): boolean => (of ?? kindNames).some((kind) => some.includes(kind));
        const dated = kindNames.filter((kind) => kindDefinition(kind).start !== undefined);
        const refused = (await post(`{ entities(${filter}) { totalCount } }`)).body.errors !== undefined;
        if (!dims.every((one) => fits(dimensionDefinition(one).fits)) || (bucket !== null && !fits(dated)) || refused) {
          expect(body.errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
          return;
        }
        if (of === null && body.errors !== undefined) {
          // The condition leaves kinds of which none has a value in one of the dimensions, or a date.
          const left = await filtered(filter);
          const without = (keys: (one: Item) => string[]) => left.every((one) => keys(one).join() === 'DOES_NOT_APPLY');
          const byDimension = dims.some((one) => without((item) => keysOf(item, one)));
          expect(byDimension || (bucket !== null && without((item) => [timeOf(item, bucket)]))).toBe(true);
          return;
        }
        expect(body.errors).toBeUndefined();
        const found = body.data?.statistics as Statistics;
        const { list } = await ask<{ list: { totalCount: number } }>(`{ list: entities(${filter}) { totalCount } }`);
        expect(found.total).toBe(list.totalCount);
        expect(countsOf(found)).toEqual(recount(await filtered(filter), dims, bucket ?? undefined));
        if (dims.every((one) => single.has(one))) {
          expect(sum(found.buckets.map(({ count }) => count))).toBe(list.totalCount);
        }
        compared += Math.min(1, list.totalCount);
      },
    );
    await fc.assert(property, { numRuns: 150 });
    expect(compared).toBeGreaterThan(30);
  });
});

test('a dimension that one of the kinds lacks counts what is of that kind as none, under a key of its own', async () => {
  const of = (kind: Kind): number => [...items.values()].filter((item) => item.kind === kind).length;
  const byMedium = await statistics('filter: { kinds: [EVENT, STATEMENT] }, by: [MEDIUM]');
  expect(countsOf(byMedium)['DOES_NOT_APPLY']).toBe(of('EVENT'));
  expect(byMedium.total).toBe(of('EVENT') + of('STATEMENT'));
  expect(sum(byMedium.buckets.map(({ count }) => count))).toBe(byMedium.total);
  const byYear = await statistics('filter: { kinds: [EVENT, PERSON] }, bucket: YEAR');
  expect(countsOf(byYear)['DOES_NOT_APPLY']).toBe(of('PERSON'));
});
