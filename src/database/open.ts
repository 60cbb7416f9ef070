/** Opens the database: an embedded PostgreSQL in a folder (or in memory), or a server. One dialect for both. */
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { PGlite } from '@electric-sql/pglite';
import { btree_gist } from '@electric-sql/pglite/contrib/btree_gist';
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm';
import { unaccent } from '@electric-sql/pglite/contrib/unaccent';
import { PrismaPg } from '@prisma/adapter-pg';
import type { SqlDriverAdapterFactory, SqlMigrationAwareDriverAdapterFactory } from '@prisma/driver-adapter-utils';
import pg from 'pg';
import { PrismaPGlite } from 'pglite-prisma-adapter';
import { PrismaClient } from '../generated/prisma/client.ts';
import { lockFolder } from './lock.ts';
import { endWithin, openPool, type PoolLimits } from './pool.ts';
import { inTurn } from './turns.ts';

/** Where the data is: a folder of the embedded database, memory (gone at the end), or a server's URL. */
export type Location = { readonly folder: string } | { readonly memory: true } | { readonly url: string };

export interface Database {
  readonly prisma: PrismaClient;
  /** What the schema engine speaks through. */
  readonly adapter: SqlMigrationAwareDriverAdapterFactory;
  /** Calls when the change log is written to, until what it gives is called. A call may be lost: see changes.ts. */
  readonly listen: (wake: () => void) => Promise<() => Promise<void>>;
  /** In words, without a password. */
  readonly description: string;
  /** Calls for each statement, until what it gives is called. */
  readonly watch: (onStatement: OnStatement) => () => void;
  readonly usage: () => Usage;
  close(): Promise<void>;
}

/** How busy the database is, as far as this process is concerned. */
export interface Usage {
  readonly connections: number;
  /** Connections that have nothing to do. */
  readonly idle: number;
  /** Statements that wait for a connection. */
  readonly waiting: number;
}

/** The database cannot be used; the message says why in one line. */
export class DatabaseUnavailable extends Error {
  override readonly name = 'DatabaseUnavailable';
}

/** How long to wait for a server at the start, and for a connection that is not a request's, in milliseconds. */
const connectionTimeout = 5_000;
/** How long a listener's connection may take to be closed, in milliseconds. */
const listenerClosing = 500;

/** What holds for commands, which have all the time that they need. */
const patient: PoolLimits = { connections: 10, wait: connectionTimeout, statement: 0 };

/** Told of each statement that was sent, and how long it took, in milliseconds. */
export type OnStatement = (sql: string, milliseconds: number) => void;

/**
 * Opens a database, without touching its tables.
 * @param limits of a server's connections; the embedded database has one, and a statement on it cannot be stopped.
 * @throws DatabaseUnavailable if it cannot be reached; FolderInUse if another process has the folder.
 */
export async function openDatabase(
  location: Location,
  onStatement?: OnStatement,
  limits: PoolLimits = patient,
): Promise<Database> {
  const database = 'url' in location ? await openServer(location.url, limits) : await openEmbedded(location);
  if (onStatement !== undefined) database.watch(onStatement);
  return database;
}

async function openEmbedded(location: Exclude<Location, { url: string }>): Promise<Database> {
  const release = 'folder' in location ? lockFolder(location.folder) : () => {};
  try {
    const engine = await embeddedEngine('folder' in location ? join(location.folder, 'pg') : undefined);
    const description = `embedded PostgreSQL in ${'folder' in location ? location.folder : 'memory'}`;
    const adapter = embeddedAdapter(engine);
    const { turns, waiting } = inTurn(adapter);
    return connect(turns, {
      adapter,
      description,
      listen: async (wake) => await engine.listen(changeChannel, wake),
      usage: () => ({ connections: 1, idle: waiting() === 0 ? 1 : 0, waiting: Math.max(waiting() - 1, 0) }),
      release: async () => {
        await engine.close();
        release();
      },
    });
  } catch (error) {
    release();
    throw error;
  }
}

/** PostgreSQL in WebAssembly, with the extensions that the migrations use; in memory if there is no folder. */
export async function embeddedEngine(folder?: string): Promise<PGlite> {
  const options = { extensions: { btree_gist, pg_trgm, unaccent } };
  return await PGlite.create(folder === undefined ? options : { ...options, dataDir: folder });
}

/** The adapter of an embedded engine, for queries and for migrations. */
export function embeddedAdapter(engine: PGlite): SqlMigrationAwareDriverAdapterFactory {
  return runningScripts(new PrismaPGlite(engine), async (script) => {
    await engine.exec(script);
  });
}

/**
 * Replaces how an adapter runs a script of several statements. Both adapters' own ways are unsafe for migrations: one
 * splits the text at every semicolon, the other does not wait for the end. Sent whole, a script is one transaction.
 */
function runningScripts(
  factory: SqlMigrationAwareDriverAdapterFactory,
  executeScript: (script: string) => Promise<void>,
): SqlMigrationAwareDriverAdapterFactory {
  return {
    provider: factory.provider,
    adapterName: factory.adapterName,
    connect: async () => Object.assign(await factory.connect(), { executeScript }),
    connectToShadowDb: async () => await factory.connectToShadowDb(),
  };
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
  const adapter = runningScripts(new PrismaPg(settings), async (script) => {
    const client = new pg.Client(settings);
    await client.connect();
    await client.query(script).finally(async () => await client.end());
  });
  const { pool, close } = openPool(settings, limits);
  return connect(new PrismaPg(pool), {
    adapter,
    description: `PostgreSQL at ${hostOf(url)}`,
    listen: async (wake) => listenTo(settings, wake),
    usage: () => ({ connections: pool.totalCount, idle: pool.idleCount, waiting: pool.waitingCount }),
    release: close,
  });
}

/** What the triggers of the change log notify. */
const changeChannel = 'labourgraph_change';
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

type Parts = Pick<Database, 'adapter' | 'description' | 'listen' | 'usage'> & {
  readonly release: () => Promise<void>;
};

/** @param queries what the client speaks through; migrations have an adapter of their own, which they close. */
function connect(queries: SqlDriverAdapterFactory, { release, ...parts }: Parts): Database {
  const prisma = new PrismaClient({ adapter: queries, log: [{ emit: 'event', level: 'query' }] });
  const watching = new Set<OnStatement>();
  prisma.$on('query', ({ query, duration }) => {
    for (const onStatement of watching) onStatement(query, duration);
  });
  return {
    ...parts,
    prisma,
    watch: (onStatement) => {
      watching.add(onStatement);
      return () => void watching.delete(onStatement);
    },
    close: async () => {
      await prisma.$disconnect();
      await release();
    },
  };
}

/** Host, port and database of a URL: what may be printed. */
function hostOf(url: string): string {
  const { hostname, port, pathname, searchParams } = new URL(url);
  const host = searchParams.get('host') ?? (hostname === '' ? 'localhost' : hostname);
  return `${host}:${port === '' ? '5432' : port}${pathname}`;
}

/** A refused connection to a name with several addresses arrives as an aggregate without a message. */
function reasonOf(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(reasonOf).join('; ');
  return error instanceof Error ? error.message : String(error);
}
