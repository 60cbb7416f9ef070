/**
 * Connections to the database: so many at the most, waited for so long at the most. A statement that nobody waits for
 * any more loses its connection, upon which the database stops it.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { DeadlineExceeded, onAbort, withDeadline } from './cancellation.ts';
import { DatabaseAway, DatabaseBusy } from './connectionErrors.ts';

export interface PoolLimits {
  /** How many connections. */
  readonly connections: number;
  /** How long to wait for one, free or new, in milliseconds; 0: as long as it takes. */
  readonly wait: number;
  /** How long a statement may take that is of no request, in milliseconds; 0: as long as it takes. */
  readonly statement: number;
  /** The same of a read that requests share; not said: as long as another. */
  readonly sharedRead?: number;
  /**
   * Whether statements may be prepared; not said: yes. A pooler that hands a connection on after each transaction loses
   * them.
   */
  readonly prepared?: boolean;
}

interface PoolOptions {
  readonly limits: PoolLimits;
  /** What is said on each new connection, before anything else. */
  readonly session: string;
  /** Gives when the database can be asked, where that has to be waited for. */
  readonly ready?: () => Promise<void>;
  /** Told when a statement has lost its connection. */
  readonly onAbandoned?: () => void;
}

export interface Pool {
  /** What the adapter asks: for a connection, or for the answer to a statement. */
  readonly pool: pg.Pool;
  /**
   * Sends one statement; its connection is closed, and the statement stopped, when the signal is aborted.
   * @param begin what begins a transaction for it alone; not said: it has none but its own.
   */
  query<Row extends pg.QueryResultRow>(
    config: pg.QueryConfig,
    signal?: AbortSignal,
    begin?: string,
  ): Promise<pg.QueryResult<Row>>;
  /** Runs several statements as one transaction, for as long as it takes. */
  runScript(script: string): Promise<void>;
  /** Closes all connections; those that are still at work, after a moment. */
  close(): Promise<void>;
}

/** PostgreSQL's code for a statement that took too long. */
const queryCanceled = '57014';
/** How long the start of a database is waited for, in milliseconds. */
const longestStart = 5_000;
/** How long a connection may take to be closed in good order, in milliseconds. */
const closing = 1_000;

/** Opens a pool; its connections are made when they are needed. */
export function openPool(settings: pg.ClientConfig, { limits, session, ready, onAbandoned }: PoolOptions): Pool {
  const { connections, wait, statement } = limits;
  const pool = new pg.Pool({
    ...settings,
    ...(ready !== undefined && { Client: connectingWhen(ready) }),
    max: connections,
    connectionTimeoutMillis: wait,
    keepAlive: true,
    onConnect: async (client) => {
      const config: pg.QueryConfig & { readonly query_timeout: number } = { text: session, query_timeout: wait };
      await client.query(config);
    },
  });
  // An idle connection that breaks is taken out of the pool; nobody waits for it.
  pool.on('error', () => {});
  const open = new Set<pg.PoolClient>();
  pool.on('connect', (client) => {
    open.add(client);
    tellLoss(client);
  });
  pool.on('remove', (client) => void open.delete(client));

  const acquire = pool.connect.bind(pool);
  const connect = async (): Promise<pg.PoolClient> => {
    try {
      return await acquire();
    } catch (error) {
      // All connections are there, and none came free: it is they that are busy.
      throw open.size >= connections ? new DatabaseBusy(error) : new DatabaseAway(error);
    }
  };
  const query = async <Row extends pg.QueryResultRow>(
    config: pg.QueryConfig,
    signal?: AbortSignal,
    begin?: string,
  ): Promise<pg.QueryResult<Row>> => {
    signal?.throwIfAborted();
    const client = await connect();
    const ask = async (): Promise<pg.QueryResult<Row>> => await queryWithin<Row>(client, begin, config);
    if (signal?.aborted !== true) return await send(client, ask, signal, onAbandoned);
    client.release();
    throw signal.reason;
  };
  const queryWithinLimit = async (config: pg.QueryConfig): Promise<pg.QueryResult> =>
    statement > 0
      ? await withDeadline(statement, async (deadline) => await query(config, deadline))
      : await query(config);
  return {
    pool: Object.assign(pool, { connect, query: queryWithinLimit }),
    query,
    runScript: async (script) => await runOn(await connect(), script),
    close: async () => {
      await atMost(closing, pool.end());
      // Those that are at work, or whose server stands still, are cut off.
      for (const client of open) cutOff(client);
    },
  };
}

const runOn = async (client: pg.PoolClient, script: string): Promise<void> =>
  void (await client.query(script).finally(() => client.release()));

/** A client that connects when the database is ready, or has not been for so long that trying says more than waiting. */
function connectingWhen(ready: () => Promise<void>): typeof pg.Client {
  return class extends pg.Client {
    override connect(): Promise<pg.Client>;
    override connect(callback: Connected): void;
    override connect(callback?: Connected): Promise<pg.Client> | undefined {
      const connected = atMost(longestStart, ready()).then(async () => await super.connect());
      if (callback === undefined) return connected;
      // The pool calls this way, and looks at the error alone.
      const call = callback as (error: Error | null) => void;
      connected.then(() => call(null), call);
      return undefined;
    }
  };
}

type Connected = ((error: Error) => void) | ((error: null, client: pg.Client) => void);

/** Closes a connection, in good order if that is possible in so many milliseconds. */
export async function endWithin(milliseconds: number, client: pg.Client): Promise<void> {
  await atMost(milliseconds, client.end());
  cutOff(client);
}

async function atMost(milliseconds: number, work: Promise<void>): Promise<void> {
  await Promise.race([work.catch(() => {}), sleep(milliseconds, undefined, { ref: false })]);
}

/** Ends the connection itself: the driver would wait for the server to do so. */
function cutOff(client: pg.Client | pg.PoolClient): void {
  const connection = 'connection' in client ? client.connection : undefined;
  if (connection instanceof pg.Connection) connection.stream.destroy();
}

/** Has a lost connection told by its class, also where Prisma speaks with it itself: in a transaction. */
function tellLoss(client: pg.PoolClient): void {
  const query = client.query.bind(client);
  Object.assign(client, {
    query: async (config: pg.QueryConfig): Promise<pg.QueryResult> =>
      await query(config).catch((error: unknown) => {
        throw DatabaseAway.is(error) ? new DatabaseAway(error) : error;
      }),
  });
}

/** Sends one statement, in a transaction that is begun for it if that is told how. */
async function queryWithin<Row extends pg.QueryResultRow>(
  client: pg.PoolClient,
  begin: string | undefined,
  config: pg.QueryConfig,
): Promise<pg.QueryResult<Row>> {
  if (begin === undefined) return await client.query<Row>(config);
  try {
    await client.query(begin);
    const result = await client.query<Row>(config);
    await client.query('COMMIT');
    return result;
  } catch (error) {
    // What went wrong first is told; a connection that is gone has no transaction any more.
    await client.query('ROLLBACK').catch(() => {});
    throw error;
  }
}

/** Asks over a connection, and gives it back; one that was given up, or broke, is closed. */
async function send<Row extends pg.QueryResultRow>(
  client: pg.PoolClient,
  ask: () => Promise<pg.QueryResult<Row>>,
  signal: AbortSignal | undefined,
  onAbandoned: (() => void) | undefined,
): Promise<pg.QueryResult<Row>> {
  let held = true;
  const release = (broken: boolean): void => {
    if (!held) return;
    held = false;
    client.release(broken);
  };
  const broke = (): void => release(true);
  client.on('error', broke);
  let forget = (): void => {};
  const cancelled = new Promise<never>((_, reject) => {
    forget = onAbort(signal, () => {
      // Told first: the pool connects anew at once, for who is next.
      onAbandoned?.();
      release(true);
      reject(signal?.reason);
    });
  });
  try {
    const result = await Promise.race([ask(), cancelled]);
    release(false);
    return result;
  } catch (error) {
    if (error instanceof pg.DatabaseError && error.code === queryCanceled) throw new DeadlineExceeded();
    if (error instanceof DatabaseAway) release(true);
    throw error;
  } finally {
    release(false);
    forget();
    client.off('error', broke);
  }
}
