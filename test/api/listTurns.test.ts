/** What holds for every list: an error leaves no promise behind, and a long answer keeps nobody waiting. */
import { makeExecutableSchema } from '@graphql-tools/schema';
import { execute, parse } from 'graphql';
import { describe, expect, onTestFinished, test } from 'vitest';
import { Cancelled } from '../../src/database/cancellation.ts';
import { openTurns } from '../../src/schema/eventLoop.ts';
import { takeTurns } from '../../src/schema/listTurns.ts';

test('a promise of a list that has failed already is still waited for', async () => {
  const unheard: unknown[] = [];
  // Vitest listens too, and would fail the run; here the test is to say which promise it was.
  const others = process.rawListeners('unhandledRejection') as ((...args: unknown[]) => void)[];
  process.removeAllListeners('unhandledRejection');
  process.on('unhandledRejection', (reason) => unheard.push(reason));
  onTestFinished(() => {
    process.removeAllListeners('unhandledRejection');
    for (const listener of others) process.on('unhandledRejection', listener);
  });
  const schema = takeTurns(
    makeExecutableSchema({
      typeDefs: 'type Query { items: [Item!]! } type Item { late: Int! bad: [Int!]! }',
      resolvers: {
        Query: { items: () => [{ wait: true }, { wait: false }] },
        Item: {
          late: ({ wait }: { wait: boolean }) =>
            wait ? new Promise((resolve) => setTimeout(() => resolve(1), 20)) : 1,
          bad: () => {
            throw new Error('bad');
          },
        },
      },
    }),
  );
  const { errors } = await execute({ schema, document: parse('{ items { late bad } }') });
  expect(errors?.[0]?.message).toBe('bad');
  await new Promise((resolve) => setTimeout(resolve, 60));
  expect(unheard).toEqual([]);
});

describe('row 44: an answer that takes long', () => {
  const items = 200;
  const made = { count: 0 };
  const schema = takeTurns(
    makeExecutableSchema({
      typeDefs: 'type Query { items: [Item!]! } type Item { parts: [Part!]! } type Part { id: Int! }',
      resolvers: {
        Query: { items: () => Array.from({ length: items }, () => ({})) },
        Item: {
          // 2 ms of work.
          parts: () => {
            made.count += 1;
            for (const began = performance.now(); performance.now() - began < 2; );
            return [{ id: made.count }];
          },
        },
      },
    }),
  );
  const document = parse('{ items { parts { id } } }');

  /** How much had been made each time that the event loop could look for something else. */
  async function answer(contextValue: object): Promise<{ seen: number[]; data: unknown }> {
    made.count = 0;
    const seen: number[] = [];
    let working = true;
    const look = (): void => {
      seen.push(made.count);
      if (working) setImmediate(look);
    };
    setImmediate(look);
    const { data } = await execute({ schema, document, contextValue });
    working = false;
    return { seen: [...new Set(seen)].filter((count) => count > 0 && count < items), data };
  }

  test('is made in parts, so that others are heard in between, and is the same', async () => {
    const { seen, data } = await answer({ signal: new AbortController().signal, turns: openTurns(25) });
    expect(seen.length).toBeGreaterThanOrEqual(5);
    const whole = await answer({});
    expect(whole.seen).toEqual([]);
    expect(data).toEqual(whole.data);
  });

  test('is not made to its end when the client has gone', async () => {
    const controller = new AbortController();
    setImmediate(() => controller.abort(new Cancelled()));
    await answer({ signal: controller.signal, turns: openTurns(25) });
    expect(made.count).toBeLessThan(items / 2);
  });

  test('waits its turn once, however many wait with it', async () => {
    const turns = openTurns(25);
    let asked = 0;
    const nextIfLong = () => {
      asked += 1;
      return turns.nextIfLong();
    };
    const ready = new Promise<object[]>((resolve) => {
      setImmediate(() => resolve(Array.from({ length: 10 }, () => ({}))));
    });
    const all = takeTurns(
      makeExecutableSchema({
        typeDefs: `type Query { items: [Item!]! } type Item { parts: [Part!]! } type Part { leaves: [Leaf!]! }
          type Leaf { id: Int! }`,
        resolvers: {
          Query: { items: () => Array.from({ length: 100 }, () => ({})) },
          // All of them at once, as what the database gives.
          Item: { parts: () => ready },
          Part: {
            leaves: () => {
              for (const began = performance.now(); performance.now() - began < 0.2; );
              return [{ id: 1 }];
            },
          },
        },
      }),
    );
    const contextValue = { signal: new AbortController().signal, turns: { nextIfLong } };
    const { data } = await execute({
      schema: all,
      document: parse('{ items { parts { leaves { id } } } }'),
      contextValue,
    });
    expect(JSON.stringify(data).match(/"id":1/g)).toHaveLength(1_000);
    expect(asked).toBe(1 + 100 + 1_000);
  });
});
