/** A service on a cluster of its own, for tests that take the cluster away from under it. */
import pg from 'pg';
import { onTestFinished } from 'vitest';
import { applyMigrations } from '../../src/database/migrate.ts';
import { type Database, openDatabase } from '../../src/database/open.ts';
import type { PoolLimits } from '../../src/database/pool.ts';
import type { Settings } from '../../src/server/settings.ts';
import { startService } from '../../src/server/start.ts';
import { syncRules } from '../../src/store/rules.ts';
import { createEntities } from '../database.ts';
import { type Cluster, createCluster } from './cluster.ts';

export interface ServedCluster {
  readonly cluster: Cluster;
  readonly database: Database;
  readonly url: string;
  readonly logged: (readonly [string, unknown])[];
  stop(): Promise<void>;
}

/** How many unions there are to ask about, so that there is always one that has not been read yet: `union-0` and on. */
const unions = 1_000;

export async function serveCluster(
  limits: Partial<PoolLimits> = {},
  settings: Partial<Settings> = {},
  configuration: Readonly<Record<string, string | number>> = {},
): Promise<ServedCluster> {
  const cluster = await createCluster(configuration);
  // A slow machine gives nothing up, unless a test is about that.
  const patient = { requestTimeout: 60_000, ...settings };
  const all = { connections: 5, wait: 500, statement: 30_000, sharedRead: patient.requestTimeout, ...limits };
  const database = await openDatabase({ url: cluster.url }, undefined, all);
  await applyMigrations(database.adapter);
  await syncRules(database.prisma);
  await createEntities(
    database.prisma,
    Array.from({ length: unions }, (_, n) => ({ id: `union-${n}`, kind: 'UNION', summary: 'A union.' })),
  );
  const logged: [string, unknown][] = [];
  const log = (line: string, details: unknown): void => void logged.push([line, details]);
  const service = await startService(database, { host: 'localhost', port: 0, log, settings: patient });
  return {
    cluster,
    database,
    url: service.url,
    logged,
    stop: async () => {
      await service.stop();
      await database.close();
      await cluster.remove();
    },
  };
}

let asked = 0;

/** A query of which no part has been read before, of rows by key: it takes the database. */
export const fresh = (): string => `{ union(id: "union-${asked++ % unions}") { id evidence { nodes { basis } } } }`;

/** The same of a list, which is stopped when nobody waits for it any more. */
export const freshList = (): string => `{ evidence(of: "union-${asked++ % unions}") { nodes { basis } } }`;

/** Has every statement that reads evidence wait, until what it gives is called or the test is over. */
export const blockEvidence = async (url: string): Promise<() => Promise<void>> => await block(url, 'Evidence');

/** Has every statement that reads a table wait, until what it gives is called or the test is over. */
export async function block(url: string, table: string): Promise<() => Promise<void>> {
  const client = new pg.Client(url);
  client.on('error', () => {});
  await client.connect();
  await client.query(`BEGIN; LOCK TABLE "${table}" IN ACCESS EXCLUSIVE MODE`);
  let ended: Promise<void> | undefined;
  const release = async (): Promise<void> => {
    ended ??= client.end();
    await ended;
  };
  onTestFinished(release);
  return release;
}
