/** How the change log is followed: woken, unasked, after mistakes, and past transactions that overtake each other. */
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { type Change, type ChangeFeed, openChangeFeed } from '../../src/database/changeFeed.ts';
import type { Database } from '../../src/database/open.ts';
import { openMigrated } from '../database.ts';
import { type Asked, connectTo, insertEntity, openSecond, type Second, serve, server } from './second.ts';

let database: Database;
let second: Second;
let feed: ChangeFeed | undefined;

beforeAll(async () => {
  database = await openMigrated();
  second = await openSecond(database);
});
afterEach(async () => {
  await feed?.stop();
  feed = undefined;
});
afterAll(async () => {
  await second?.close();
  await database?.close();
});

const neverWoken: Database['listen'] = async () => async () => {};
const entities = (changes: readonly Change[]): string[] =>
  changes.flatMap(({ table, keys }) => (table === 'Entity' ? keys : []));

/** Follows the log and gives the list of entities that it tells of. */
async function follow(listen = database.listen): Promise<string[]> {
  const told: string[] = [];
  const apply = async (changes: readonly Change[]) => void told.push(...entities(changes));
  feed = await openChangeFeed({ read: database.read, listen }, apply, (error) => console.error(error));
  return told;
}

/** The same without its timer. (Not by fake timers: `expect.poll` would wind those on.) */
async function followWithoutTimer(): Promise<string[]> {
  const timer = vi.spyOn(globalThis, 'setInterval').mockImplementation(() => setTimeout(() => {}, 0));
  try {
    return await follow();
  } finally {
    timer.mockRestore();
  }
}

const insert = async (id: string) => await second.transact(insertEntity(id, 'UNION'));

test('without a notification the log is looked at by itself, from where it stood at the start', async () => {
  await insert('earlier');
  const told = await follow(neverWoken);
  await insert('polled');
  await expect.poll(() => told, { timeout: 5_000 }).toEqual(['polled']);
});

test('a notification is enough: the feed need not look by itself', async () => {
  const told = await followWithoutTimer();
  // The listening connection is made after the feed is given; it looks once when that stands.
  await expect
    .poll(
      async () => {
        await insert(`notified-${Date.now()}`);
        return told.length;
      },
      { timeout: 5_000, interval: 200 },
    )
    .toBeGreaterThan(1);
  const before = told.length;
  await insert('notified');
  await expect.poll(() => told.slice(before), { timeout: 5_000 }).toContain('notified');
});

test('what could not be applied is told of, and told again; so is what comes meanwhile', async () => {
  const told: string[] = [];
  const errors: unknown[] = [];
  let failures = 2;
  const apply = async (changes: readonly Change[]) => {
    if (failures-- > 0) throw new Error('not now');
    told.push(...entities(changes));
  };
  const following = { read: database.read, listen: neverWoken };
  feed = await openChangeFeed(following, apply, (error) => errors.push(error));
  await insert('first');
  await expect(feed.catchUp()).rejects.toThrow('not now');
  await insert('next');
  await expect.poll(() => told, { timeout: 5_000 }).toEqual(['first', 'next']);
  // The one that was waited for is answered to who waits.
  expect(errors.length).toBeGreaterThan(0);
  expect(errors.map(String)).toEqual(errors.map(() => 'Error: not now'));
});

test('a change is applied once, and after the last look nothing is', async () => {
  const told = await follow(neverWoken);
  await insert('once');
  await feed?.catchUp();
  await feed?.catchUp();
  expect(told).toEqual(['once']);
  await feed?.stop();
  await insert('late');
  await new Promise((resolve) => setTimeout(resolve, 700));
  expect(told).toEqual(['once']);
});

// What follows takes several connections, which the embedded database does not have: it runs with DATABASE_URL.
describe.runIf(server !== '')('on a server', () => {
  let asked: Asked;
  beforeAll(async () => {
    asked = await serve(database);
  });
  afterAll(async () => await asked?.stop());

  /** The processes that listen to this database. */
  const listeners = async (): Promise<number[]> => {
    const rows = await database.prisma.$queryRaw<{ pid: number }[]>`
      SELECT pid FROM pg_stat_activity
      WHERE application_name = 'labourgraph listener' AND datname = current_database()`;
    return rows.map(({ pid }) => pid);
  };
  const cut = async () => {
    await expect.poll(async () => (await listeners()).length, { timeout: 10_000 }).toBe(1);
    const [pid] = await listeners();
    await second.transact(`SELECT pg_terminate_backend(${pid}, 5000)`);
    return pid;
  };
  const shows = async (id: string) => await asked.becomes(`{ entity(id: "${id}") { id } }`, { entity: { id } });

  test('a change that is made while the listening connection is cut shows, and so does one after it is back', async () => {
    const pid = await cut();
    await insert('while-cut');
    await shows('while-cut');
    await expect.poll(listeners, { timeout: 10_000 }).toHaveLength(1);
    expect(await listeners()).not.toEqual([pid]);
    await insert('after-cut');
    await shows('after-cut');
  });

  test('a listening connection that is made again wakes the feed, and hears of what follows', async () => {
    await asked.stop();
    // Only a notification or a new connection can wake this one.
    const told = await followWithoutTimer();
    await cut();
    await insert('unheard');
    await expect.poll(() => told, { timeout: 10_000 }).toContain('unheard');
    await expect.poll(async () => (await listeners()).length, { timeout: 10_000 }).toBe(1);
    await insert('heard');
    await expect.poll(() => told, { timeout: 10_000 }).toContain('heard');
    asked = await serve(database);
  });

  test('where no listening connection can be made, changes show all the same', async () => {
    const elsewhere = await connectTo(database, new URL(server).pathname.slice(1));
    const [row] = await database.prisma.$queryRaw<{ name: string }[]>`SELECT current_database() AS name`;
    const allow = async (allowed: boolean) =>
      await elsewhere.query(`ALTER DATABASE "${row?.name}" ALLOW_CONNECTIONS ${allowed}`);
    try {
      // So that the pool has connections: it can make no new ones either.
      await Promise.all(Array.from({ length: 4 }, async () => await database.prisma.entity.count()));
      await expect.poll(async () => (await listeners()).length, { timeout: 10_000 }).toBe(1);
      await allow(false);
      await cut();
      await insert('deaf');
      await shows('deaf');
      await new Promise((resolve) => setTimeout(resolve, 1_500));
      expect(await listeners()).toEqual([]);
      await insert('still-deaf');
      await shows('still-deaf');
    } finally {
      await allow(true);
      await elsewhere.end();
    }
    await expect.poll(async () => (await listeners()).length, { timeout: 10_000 }).toBe(1);
  });

  test('transactions that commit in another order than they began are all seen, each once', async () => {
    const told = await follow();
    const [early, late] = [await connectTo(database), await connectTo(database)];
    try {
      // It has its number in the order of transactions, and has written nothing yet.
      await early.query('BEGIN; SELECT pg_current_xact_id()');
      await late.query(`BEGIN; ${insertEntity('overtaking', 'UNION')}; COMMIT`);
      await shows('overtaking');
      await late.query(`BEGIN; ${insertEntity('later', 'UNION')}; COMMIT`);
      await shows('later');
      await early.query(insertEntity('early', 'UNION'));
      await feed?.catchUp();
      expect(await asked.ask('{ entity(id: "early") { id } }')).toEqual({ entity: null });
      expect(told).toEqual(['overtaking', 'later']);
      await early.query('COMMIT');
      await shows('early');
      await feed?.catchUp();
      expect(told).toEqual(['overtaking', 'later', 'early']);
    } finally {
      await early.end();
      await late.end();
    }
  });

  test('what stood at the start is not told while an older transaction is still open', async () => {
    const older = await connectTo(database);
    try {
      await older.query('BEGIN; SELECT pg_current_xact_id()');
      await insert('before-the-start');
      const told = await follow(neverWoken);
      await insert('after-the-start');
      await expect.poll(() => told, { timeout: 5_000 }).toEqual(['after-the-start']);
    } finally {
      await older.end();
    }
  });

  test('writers wait for one another, so that versions have an order', async () => {
    const { version } = await asked.version();
    const [one, other] = [await connectTo(database), await connectTo(database)];
    try {
      await one.query(`BEGIN; ${insertEntity('writer-one', 'UNION')}`);
      let committed = false;
      const waiting = other.query(insertEntity('writer-other', 'UNION')).then(() => {
        committed = true;
      });
      await new Promise((resolve) => setTimeout(resolve, 300));
      expect(committed).toBe(false);
      await one.query('COMMIT');
      await waiting;
      await shows('writer-one');
      await shows('writer-other');
      await expect.poll(asked.version).toMatchObject({ version: version + 2 });
    } finally {
      await one.end();
      await other.end();
    }
  });
});
