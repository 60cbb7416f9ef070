/**
 * The embedded database answers one statement after the other, and none can be stopped while it runs, since it runs in
 * this very thread. What can be bounded is what waits: a statement whose turn comes when nobody waits for it any more
 * is not sent.
 */
import type { SqlDriverAdapterFactory } from '@prisma/driver-adapter-utils';
import { waiterNow } from './waiting.ts';

export interface Turns {
  readonly turns: SqlDriverAdapterFactory;
  /** How many statements have been given to it and not been answered. */
  readonly waiting: () => number;
}

/** Has the statements of an adapter wait for their turn; a transaction's are left to it. */
export function inTurn(factory: SqlDriverAdapterFactory): Turns {
  let last: Promise<unknown> = Promise.resolve();
  let waiting = 0;
  const turn = async <Result>(send: () => Promise<Result>): Promise<Result> => {
    const waiter = waiterNow();
    waiting += 1;
    const before = last;
    const mine = (async () => {
      await before;
      if (waiter?.gone !== undefined) throw waiter.gone;
      return await send();
    })();
    last = mine
      .catch(() => {})
      .finally(() => {
        waiting -= 1;
      });
    return await mine;
  };
  const turns: SqlDriverAdapterFactory = {
    provider: factory.provider,
    adapterName: factory.adapterName,
    connect: async () => {
      const adapter = await factory.connect();
      const { queryRaw, executeRaw } = adapter;
      return Object.assign(adapter, {
        queryRaw: async (query: Parameters<typeof queryRaw>[0]) =>
          await turn(async () => await queryRaw.call(adapter, query)),
        executeRaw: async (query: Parameters<typeof executeRaw>[0]) =>
          await turn(async () => await executeRaw.call(adapter, query)),
      });
    },
  };
  return { turns, waiting: () => waiting };
}
