/**
 * Opens the database: an embedded PostgreSQL in a folder (or in memory), or a server. Both are reached by the same
 * driver, over connections of one pool.
 */
import { once } from 'node:events';
import { setTimeout } from 'node:timers/promises';
import { PrismaPg } from '@prisma/adapter-pg';
import {
  type ColumnType,
  ColumnTypeEnum,
  type SqlMigrationAwareDriverAdapterFactory,
  type SqlQuery,
  type SqlResultSet,
} from '@prisma/driver-adapter-utils';
import pg from 'pg';
import { PrismaClient } from '../generated/prisma/client.ts';
import { startEmbedded } from './embedded/embedded.ts';
import { beginPast, pastSchema } from './past.ts';
import { endWithin, openPool, type Pool, type PoolLimits } from './pool.ts';
import { type NameOf, openNames, type Read, readOver } from './read.ts';
import { messageOf } from './thrown.ts';
import { DatabaseUnavailable } from './unavailable.ts';

/** Where the data is: a folder of the embedded database, memory (gone at the end), or a server's URL. */
export type Location = { readonly folder: string } | { readonly memory: true } | { readonly url: string };

export interface Database {
  readonly prisma: PrismaClient;
  /** Reads what answers read: see read.ts. */
  readonly read: Read;
  /** The database as it was at a version, from the first of the history on. */
  at(version: number): PastDatabase;
  /** What the schema engine speaks through. */
  readonly adapter: SqlMigrationAwareDriverAdapterFactory;
  /** Calls when the change log is written to, until what it gives is called. A call may be lost: see changeFeed.ts. */
  readonly listen: (wake: () => void) => Promise<() => Promise<void>>;
  /** In words, without a password. */
  readonly description: string;
  /** Calls for each statement, until what it gives is called. */
  readonly watch: (onStatement: OnStatement) => () => void;
  readonly usage: () => Usage;
  close(): Promise<void>;
}

/** The database as it was at a version: it never changes. */
export interface PastDatabase extends Pick<Database, 'read'> {
  readonly version: number;
  /** Opens a client of it, which is to be disconnected; in its transactions, `settingsOfPast` comes first. */
  openPrisma(): PrismaClient;
}

/** How busy the database is, as far as this process is concerned. */
interface Usage {
  readonly connections: number;
  /** Connections that have nothing to do. */
  readonly idle: number;
  /** Statements that wait for a connection. */
  readonly waiting: number;
}

/** How long to wait for a server at the start, and for a connection that is not a request's, in milliseconds. */
const connectionTimeout = 5_000;
/** What the triggers of the change log notify. */
const changeChannel = 'labourgraph_change';
/** How often a server looks whether there is still somebody at the other end, in milliseconds. */
const checkInterval = 500;
/** How long a listener's connection may take to be closed, in milliseconds. */
const listenerClosing = 500;

/** What holds for commands, which have all the time that they need. */
const patient: PoolLimits = { connections: 10, wait: connectionTimeout, statement: 0 };

/** Told of each statement that was sent, and how long it took, in milliseconds. */
export type OnStatement = (sql: string, milliseconds: number) => void;

/**
 * Opens a database, without touching its tables.
 * @param limits of a server's connections; the embedded database has one.
 * @throws DatabaseUnavailable if it cannot be reached; FolderInUse if another process has the folder.
 */
export async function openDatabase(
  location: Location,
  onStatement?: OnStatement,
  limits: PoolLimits = patient,
): Promise<Database> {
  const database = 'url' in location ? await openServer(location.url, limits) : await openEmbedded(location, limits);
  if (onStatement !== undefined) database.watch(onStatement);
  return database;
}

async function openEmbedded(
  location: Exclude<Location, { url: string }>,
  { statement, sharedRead }: PoolLimits,
): Promise<Database> {
  const folder = 'folder' in location ? location.folder : undefined;
  const embedded = await startEmbedded(folder, statement);
  const pool = openPool(embedded.connection, {
    // It has one session: who finds it busy waits until the time is over.
    limits: { connections: 1, wait: 0, statement },
    session: `LISTEN ${changeChannel}`,
    ready: embedded.ready,
    onAbandoned: embedded.stopStatement,
  });
  const wakes = new Set<() => void>();
  pool.pool.on('connect', (client) => {
    client.on('notification', () => {
      for (const wake of wakes) wake();
    });
  });
  return connect(pool, {
    // A new connection meets the statements that the one before has prepared.
    openNames: () => () => undefined,
    limit: sharedRead ?? statement,
    description: `embedded PostgreSQL in ${folder ?? 'memory'}`,
    listen: async (wake) => {
      wakes.add(wake);
      return async () => void wakes.delete(wake);
    },
    stop: embedded.stop,
  });
}

async function openServer(url: string, limits: PoolLimits): Promise<Database> {
  const settings = { connectionString: url, connectionTimeoutMillis: connectionTimeout };
  const probe = new pg.Client(settings);
  // An error of an idle connection would otherwise end the process.
  probe.on('error', () => {});
  try {
    await probe.connect();
    await probe.query('select 1');
  } catch (error) {
    throw new DatabaseUnavailable(`cannot reach the database at ${hostOf(url)}: ${reasonOf(error)}`);
  } finally {
    await probe.end().catch(() => {});
  }
  const pool = openPool(settings, {
    limits,
    // The server ends a statement whose connection is gone, or that takes longer than any may.
    session: `SET client_connection_check_interval = ${checkInterval}; SET statement_timeout = ${limits.statement}`,
  });
  return connect(pool, {
    openNames: limits.prepared === false ? () => () => undefined : openNames,
    limit: limits.sharedRead ?? limits.statement,
    description: `PostgreSQL at ${hostOf(url)}`,
    listen: async (wake) => listenTo(settings, wake),
  });
}

/** How long to wait before a lost connection is made again, in milliseconds. */
const reconnectAfter = 1_000;

/** Listens on a connection of its own, and makes it again when it is lost. */
function listenTo(settings: pg.ClientConfig, wake: () => void): () => Promise<void> {
  const stop = new AbortController();
  let client: pg.Client;
  const session = async (): Promise<void> => {
    client = new pg.Client({ ...settings, application_name: 'labourgraph listener', keepAlive: true });
    client.on('notification', wake);
    client.on('error', () => {});
    const ended = once(client, 'end', { signal: stop.signal });
    // Told to stop while it still connects, nobody waits for the end.
    ended.catch(() => {});
    try {
      await client.connect();
      await client.query(`LISTEN ${changeChannel}`);
      wake();
      await ended;
    } finally {
      await endWithin(listenerClosing, client);
    }
  };
  const run = async (): Promise<void> => {
    while (!stop.signal.aborted) {
      await session().catch(() => {});
      await setTimeout(reconnectAfter, undefined, { signal: stop.signal, ref: false }).catch(() => {});
    }
  };
  const running = run();
  return async () => {
    stop.abort();
    await running;
  };
}

interface Parts extends Pick<Database, 'description' | 'listen'> {
  readonly openNames: (prefix?: string) => NameOf;
  /** Of a read that requests share, in milliseconds. */
  readonly limit: number;
  /** Stops what answers, after the last connection to it was closed. */
  readonly stop?: () => Promise<void>;
}

function connect(connections: Pool, { openNames: open, limit, stop, ...parts }: Parts): Database {
  const { pool } = connections;
  const prisma = new PrismaClient({ adapter: new PrismaPg(pool), log: [{ emit: 'event', level: 'query' }] });
  const watching = new Set<OnStatement>();
  const tell: OnStatement = (sql, milliseconds) => {
    for (const onStatement of watching) onStatement(sql, milliseconds);
  };
  prisma.$on('query', ({ query, duration }) => tell(query, duration));
  return {
    ...parts,
    prisma,
    read: readOver(connections, { nameOf: open(), limit }, tell),
    at: pastOf(connections, { nameOf: open('past '), limit }, tell),
    adapter: migrationAdapter(connections),
    usage: () => ({ connections: pool.totalCount, idle: pool.idleCount, waiting: pool.waitingCount }),
    watch: (onStatement) => {
      watching.add(onStatement);
      return () => void watching.delete(onStatement);
    },
    close: async () => {
      await prisma.$disconnect();
      await connections.close();
      await stop?.();
    },
  };
}

/** Opens the past: over the same connections, each statement in a transaction of its own. */
function pastOf(connections: Pool, reading: Parameters<typeof readOver>[1], tell: OnStatement): Database['at'] {
  return (version) => {
    const begin = beginPast(version);
    const query: Pool['query'] = async (config, signal) => await connections.query(config, signal, begin);
    return {
      version,
      read: readOver({ query }, reading, tell),
      openPrisma: () => {
        const pool: pg.Pool = Object.assign(Object.create(connections.pool) as pg.Pool, { query });
        return new PrismaClient({ adapter: new PrismaPg(pool, { schema: pastSchema }) });
      },
    };
  };
}

/**
 * What the schema engine speaks through. The adapter's own way with a script splits the text at every semicolon, so that
 * functions cannot be written: sent whole, a script is one transaction. And the adapter does not know the type "char",
 * which PostgreSQL's catalogs have, and which the engine wants to be told of.
 */
function migrationAdapter({ pool, runScript }: Pool): SqlMigrationAwareDriverAdapterFactory {
  /** Which columns of the last result were of that type: the engine asks one question after the other. */
  let characters: ReadonlySet<number> = new Set();
  const catalogs: pg.Pool = Object.assign(Object.create(pool) as pg.Pool, {
    query: async (config: pg.QueryConfig): Promise<pg.QueryResult> => {
      const result = await pool.query(config);
      characters = new Set(result.fields.flatMap(({ dataTypeID }, index) => (dataTypeID === charType ? [index] : [])));
      for (const index of characters) Object.assign(result.fields[index] ?? {}, { dataTypeID: pg.types.builtins.TEXT });
      return result;
    },
  });
  // The engine does not take back what it adds each time that it connects.
  catalogs.setMaxListeners(0);
  const factory = new PrismaPg(catalogs);
  return {
    provider: factory.provider,
    adapterName: factory.adapterName,
    connect: async () => {
      const adapter = await factory.connect();
      const { queryRaw } = adapter;
      return Object.assign(adapter, {
        executeScript: runScript,
        queryRaw: async (query: SqlQuery): Promise<SqlResultSet> => {
          const result = await queryRaw.call(adapter, query);
          const typeOf = (type: ColumnType, index: number): ColumnType =>
            characters.has(index) ? ColumnTypeEnum.Character : type;
          return { ...result, columnTypes: result.columnTypes.map(typeOf) };
        },
      });
    },
    connectToShadowDb: async () => await factory.connectToShadowDb(),
  };
}

/** The number of PostgreSQL's type "char". */
const charType = 18;

/** Host, port and database of a URL: what may be printed. */
function hostOf(url: string): string {
  const { hostname, port, pathname, searchParams } = new URL(url);
  const host = searchParams.get('host') ?? (hostname === '' ? 'localhost' : hostname);
  return `${host}:${port === '' ? '5432' : port}${pathname}`;
}

/** A refused connection to a name with several addresses arrives as an aggregate without a message. */
function reasonOf(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(reasonOf).join('; ');
  return messageOf(error);
}
