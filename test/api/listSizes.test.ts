/** Lists without pages: each has a size, is priced as that, and says when there is more. */
import { describe, expect, inject, test } from 'vitest';
import { buildSchema } from '../../src/schema/index.ts';
import { sizedLists } from '../../src/schema/listSizes.ts';
import { post } from '../ask.ts';

interface Extensions {
  readonly cost: { readonly requested: number };
  readonly truncated?: readonly {
    readonly path: readonly (string | number)[];
    readonly given: number;
    readonly atLeast: number;
  }[];
  readonly truncatedCount?: number;
}

async function asked(query: string): Promise<{ data: Record<string, never>; extensions: Extensions }> {
  const response = await fetch(inject('url'), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  });
  return (await response.json()) as { data: Record<string, never>; extensions: Extensions };
}

test('every list that stands in no page has a size', () => {
  const lists = sizedLists(buildSchema());
  expect(lists.length).toBeGreaterThan(100);
  expect(lists.filter(({ size }) => size === undefined).map(({ path }) => path)).toEqual([]);
  expect(lists.map(({ path }) => path)).toEqual(
    expect.arrayContaining([
      'Claim.assertedBy',
      'BargainingRound.deadlines',
      'Dispute.parties',
      'Union.evidence',
      'GapRow.ask',
    ]),
  );
});

describe('a list that is longer than was asked for', () => {
  const lists = {
    evidence: ['entity(id: "bill-c-59-2015")', 'evidence', '{ basis }'],
    mentionedIn: ['entity(id: "psac")', 'mentionedIn', '{ id }'],
    parties: ['dispute(id: "federal-sick-leave-dispute")', 'parties', '{ side }'],
    deadlines: ['bargainingRound(id: "alberta-round-2013-14")', 'deadlines', '{ id }'],
    gap: ['bargainingRound(id: "alberta-round-2013-14")', 'gap', '{ year }'],
    passages: ['article(id: "cbc-2015-05-12")', 'passages', '{ number }'],
  } as const;

  test.each(Object.entries(lists))('%s is truncated, and the answer says so', async (_, [root, field, inner]) => {
    const key = root.slice(0, root.indexOf('('));
    const whole = await asked(`{ ${root} { ${field} ${inner} } }`);
    const all = whole.data[key]?.[field] as unknown as readonly unknown[];
    expect(whole.extensions.truncated).toBeUndefined();
    expect(all.length).toBeGreaterThan(1);
    // Asked often it is compiled, and says the same.
    for (let time = 0; time < 6; time += 1) {
      const { data, extensions } = await asked(`{ ${root} { ${field}(first: 1) ${inner} } }`);
      expect(data[key]?.[field]).toEqual(all.slice(0, 1));
      expect(extensions.truncated).toEqual([{ path: [key, field], given: 1, atLeast: all.length }]);
    }
  });

  test('is counted, though no more than 20 are named', async () => {
    const lists = async (first: number) => {
      const { data, extensions } = await asked(
        `{ entities(first: 60) { nodes { evidence(first: ${first}) { basis } } } }`,
      );
      const { nodes } = data['entities'] as unknown as { nodes: { evidence: unknown[] }[] };
      return { lengths: nodes.map(({ evidence }) => evidence.length), extensions };
    };
    const whole = await lists(100);
    expect(whole.extensions).not.toHaveProperty('truncatedCount');
    const longer = whole.lengths.filter((length) => length > 1).length;
    expect(longer).toBeGreaterThan(20);
    const { extensions } = await lists(1);
    expect(extensions.truncated).toHaveLength(20);
    expect(extensions.truncatedCount).toBe(longer);
  });

  test('costs what was asked for', async () => {
    const cost = async (first: string): Promise<number> =>
      (await asked(`{ entity(id: "psac") { evidence${first} { basis } mentionedIn${first} { id } } }`)).extensions.cost
        .requested;
    expect(await cost('(first: 100)')).toBe(1 + 200);
    expect(await cost('(first: 1)')).toBe(1 + 2);
    expect(await cost('')).toBe(1 + 10 + 10);
    expect(await cost('(first: null)')).toBe(1 + 10 + 10);
  });

  test.each([0, -1, 101])('cannot be asked for %d', async (first) => {
    const { body } = await post(`{ entity(id: "psac") { evidence(first: ${first}) { basis } } }`);
    expect(body.errors).toMatchObject([
      { extensions: { code: 'BAD_USER_INPUT', argument: ['first'], allowed: '1 to 100' } },
    ]);
  });
});
