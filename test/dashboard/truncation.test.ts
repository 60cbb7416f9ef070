/** Nothing is cut without a word: what an answer holds less of than there is is found, said, and can be asked for. */
import { parse, print } from 'graphql';
import { describe, expect, test } from 'vitest';
import { joined, nextCursor } from '../../src/dashboard/paging.ts';
import { truncationWords } from '../../src/dashboard/parts/truncationWords.ts';
import { grown, lengthOf, madeOf, truncationsOf } from '../../src/dashboard/truncation.ts';
import { en } from '../../src/dashboard/words/en.ts';
import { fr } from '../../src/dashboard/words/fr.ts';

const page = (nodes: readonly number[], endCursor: string | null) => ({
  nodes,
  pageInfo: { hasNextPage: endCursor !== null, endCursor },
});

describe('what is truncated', () => {
  const evidence = ['a', 'b'];
  const data = { claim: { evidence, answers: { ...page([1, 2], 'x'), totalCount: 5 }, about: page([1], 'y') } };
  const extensions = { truncated: [{ path: ['claim', 'evidence'], given: 2, atLeast: 7 }] };

  test('is found in what the service tells, and in pages that are not the last', () => {
    expect(truncationsOf(data, extensions)).toEqual([
      { name: 'evidence', shown: 2, all: 7, longest: 7 },
      { name: 'answers', shown: 2, all: 5, longest: 5 },
      { name: 'about', shown: 1, all: null, longest: null },
    ]);
    expect(lengthOf(evidence)).toBe(7);
    expect(lengthOf(madeOf(evidence, ['a']))).toBe(Number.POSITIVE_INFINITY);
  });

  test('is found in pages that say no more than how many there are', () => {
    const evidence = { nodes: ['a'], totalCount: 3 };
    const whole = { nodes: ['a'], totalCount: 1 };
    expect(truncationsOf({ claim: { evidence, answers: whole } }, {})).toEqual([
      { name: 'evidence', shown: 1, all: 3, longest: 3 },
    ]);
  });

  test('is not what has a button for the next ones', () => {
    expect(truncationsOf(data, undefined, data.claim.answers).map(({ name }) => name)).toEqual(['about']);
    expect(truncationsOf({ claim: null }, undefined)).toEqual([]);
  });

  test('is counts of which there are more', () => {
    const statistics = { truncated: true, bucketCount: 1200, buckets: [1, 2] };
    expect(truncationsOf({ statistics }, {})).toEqual([{ name: 'buckets', shown: 2, all: 1200, longest: 1200 }]);
  });

  test('has no number where the service tells no more of the lists', () => {
    const many = Array.from({ length: 20 }, () => ['a']);
    const truncated = many.map((_, at) => ({ path: ['many', at, 'evidence'], given: 1, atLeast: 3 }));
    const data = { many: many.map((one) => ({ evidence: one })) };
    const [found] = truncationsOf(data, { truncated, truncatedCount: 21 });
    expect(found).toMatchObject({ name: 'evidence', shown: 20, all: null });
    expect(truncationsOf(data, { truncated, truncatedCount: 20 })[0]).toMatchObject({ shown: 20, all: 60 });
  });

  test('is said in both languages', () => {
    const truncations = truncationsOf(data, extensions);
    expect(truncationWords(truncations, en)).toBe(
      'Not everything is shown: sources (2 of 7), claims that it answers (2 of 5), what a claim is about (1 and more).',
    );
    expect(truncationWords(truncations, fr)).toBe(
      'Tout n’est pas affiché\u00a0: sources citées (2 sur 7), affirmations auxquelles celle-ci réplique (2 sur 5), objets d’une affirmation (1 et plus).',
    );
  });
});

describe('the rest', () => {
  const query = parse(
    '{ a { evidence { nodes { id } } few: list(first: 5) { id } page(first: $first) { id } names { id } } }',
  );
  const truncated = (name: string, longest: number | null) => ({ name, shown: 2, all: longest, longest });

  test('is asked for by the name that the answer has for it', () => {
    const larger = grown(query, [truncated('evidence', 17), truncated('few', null)]);
    expect(print(larger ?? query)).toContain('evidence(first: 17)');
    expect(print(larger ?? query)).toContain('few: list(first: 20)');
  });

  test('is another question, whose answer is kept under another key', () => {
    expect(grown({ ...query, __key: 1 } as typeof query, [truncated('evidence', 17)])).not.toHaveProperty('__key');
  });

  test('is never less than was there', () => {
    expect(print(grown(query, [truncated('evidence', 7)]) ?? query)).toContain('evidence(first: 10)');
  });

  test('is not asked for where it cannot be: beyond a hundred, of lists of a fixed length, of what a variable says', () => {
    const most = grown(query, [truncated('evidence', 300)]);
    expect(print(most ?? query)).toContain('evidence(first: 100)');
    expect(grown(most ?? query, [truncated('evidence', 300)])).toBeNull();
    expect(grown(query, [truncated('names', 30), truncated('page', 60)])).toBeNull();
    expect(grown(query, [])).toBeNull();
  });
});

test('a page is joined to the one before it, and nothing else of the answer changes', () => {
  type Answer = { readonly entity: { readonly other: object; readonly list: ReturnType<typeof page> } };
  const other = {};
  const pageOf = ({ entity }: Answer) => entity.list;
  const [first, second] = [page([1, 2], 'two'), page([3], null)].map((list): Answer => ({ entity: { other, list } }));
  const whole = joined(first as Answer, second as Answer, pageOf);
  expect(whole.entity.list).toEqual(page([1, 2, 3], null));
  expect(whole.entity.other).toBe(other);
  expect(nextCursor(first as Answer, pageOf)).toBe('two');
  expect(nextCursor(whole, pageOf)).toBeNull();
});
