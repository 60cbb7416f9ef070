/** What holds for every resolver: an error does not end the process, and who asks is known to the end. */
import { makeExecutableSchema } from '@graphql-tools/schema';
import { execute, parse } from 'graphql';
import { expect, onTestFinished, test } from 'vitest';
import { newWaiter, waiterNow } from '../../src/database/cancellation.ts';
import { applyResolverMiddleware } from '../../src/schema/resolverMiddleware.ts';

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
  const schema = applyResolverMiddleware(
    makeExecutableSchema({
      typeDefs: 'type Query { items: [Item!]! } type Item { late: Int! bad: Int! }',
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

test('what is asked for after something was awaited is asked on behalf of the same client', async () => {
  const waiter = newWaiter();
  const asked: Record<string, unknown> = {};
  const schema = applyResolverMiddleware(
    makeExecutableSchema({
      typeDefs: 'type Query { atOnce: Int later: Int }',
      resolvers: {
        Query: {
          atOnce: () => {
            asked['atOnce'] = waiterNow();
          },
          later: async () => {
            await new Promise((resolve) => setTimeout(resolve, 5));
            asked['later'] = waiterNow();
          },
        },
      },
    }),
  );
  await execute({ schema, document: parse('{ atOnce later }'), contextValue: { waiter } });
  expect(asked).toEqual({ atOnce: waiter, later: waiter });
  expect(waiterNow()).toBeUndefined();
});
