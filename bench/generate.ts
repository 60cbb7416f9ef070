/**
 * Generated data for the bench, in the real tables, by the real migrations: nothing that the registry or a
 * constraint forbids. A database keeps the version of what made it, and is made anew when that changes.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { applyMigrations } from '../src/database/migrate.ts';
import { openDatabase } from '../src/database/open.ts';
import { syncRules } from '../src/store/rules.ts';
import { type Add, columnsOf, makeEntities, makeEvidence, makeParts } from './generate/entities.ts';
import { randomOf } from './generate/random.ts';
import { makeRelationships } from './generate/relationships.ts';
import { columns, type Row, type Table } from './generate/rows.ts';
import { progress } from './progress.ts';

export type Size = 'small' | 'large';
export const sizes: Record<Size, { readonly entities: number; readonly relationships: number }> = {
  small: { entities: 10_000, relationships: 50_000 },
  large: { entities: 100_000, relationships: 500_000 },
};

/** Raise it when the generator makes something else than before. */
export const generatorVersion = 2;

const migrations = fileURLToPath(new URL('../prisma/migrations/', import.meta.url));
const functions = fileURLToPath(new URL('./peers/functions.sql', import.meta.url));
const rowsAtOnce = 20_000;

/** The URL of the database of a size, on the server of a URL. */
export function databaseUrl(serverUrl: string, size: Size): string {
  const url = new URL(serverUrl);
  url.pathname = `/labourgraph_bench_${size}`;
  return url.href;
}

/** Makes the database of a size, unless it is there as this version makes it; the peers' functions are put anew. */
export async function ensureDatabase(serverUrl: string, size: Size): Promise<void> {
  const url = databaseUrl(serverUrl, size);
  const name = new URL(url).pathname.slice(1);
  const wanted = versionOf();
  await withClient(serverUrl, async (server) => {
    const { rows } = await server.query<{ made: string | null }>(
      `SELECT shobj_description(oid, 'pg_database') AS made FROM pg_database WHERE datname = $1`,
      [name],
    );
    if (rows[0]?.made === wanted) return;
    await server.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    await server.query(
      `CREATE DATABASE ${name} TEMPLATE template0 ENCODING 'UTF8' LC_COLLATE 'C.UTF-8' LC_CTYPE 'C.UTF-8'`,
    );
    await fill(url, size);
    // Last of all: a database without it was not finished.
    await server.query(`COMMENT ON DATABASE ${name} IS '${wanted}'`);
  });
  await withClient(url, async (client) => void (await client.query(readFileSync(functions, 'utf8'))));
}

/** Drops the databases of the bench. */
export async function dropDatabases(serverUrl: string): Promise<void> {
  await withClient(serverUrl, async (server) => {
    for (const size of Object.keys(sizes)) {
      await server.query(`DROP DATABASE IF EXISTS labourgraph_bench_${size} WITH (FORCE)`);
    }
  });
}

/** Of which generator and which migrations a database is. */
function versionOf(): string {
  const hash = createHash('sha256');
  for (const file of readdirSync(migrations, { recursive: true, encoding: 'utf8' }).sort()) {
    if (file.endsWith('.sql')) hash.update(file).update(readFileSync(`${migrations}/${file}`));
  }
  return `generator ${generatorVersion}, migrations ${hash.digest('hex').slice(0, 12)}`;
}

async function fill(url: string, size: Size): Promise<void> {
  const started = performance.now();
  const database = await openDatabase({ url });
  try {
    await applyMigrations(database.adapter);
    await syncRules(database.prisma);
  } finally {
    await database.close();
  }
  const rows = makeRows(size);
  await withClient(url, async (client) => {
    await client.query('SET synchronous_commit = off');
    // An entity has its name by the end of the transaction.
    await client.query('BEGIN');
    for (const [table, all] of rows) {
      progress(`generate ${size}: ${all.length} rows of ${table}`);
      for (let from = 0; from < all.length; from += rowsAtOnce) {
        await insert(client, table, all.slice(from, from + rowsAtOnce));
      }
    }
    await client.query('COMMIT');
    await client.query('VACUUM ANALYZE');
  });
  progress(`generate ${size}: ${((performance.now() - started) / 1000).toFixed(0)} s`);
}

function makeRows(size: Size): Map<Table, Row[]> {
  const rows = new Map(Object.keys(columns).map((table) => [table as Table, [] as Row[]]));
  const add: Add = (table, row) => void rows.get(table)?.push(row);
  const things = makeEntities(sizes[size].entities, add);
  const random = randomOf(17);
  for (const { id } of Object.values(things).flat()) makeEvidence({ column: 'entityId', id }, things, random, add);
  makeParts(things, add);
  makeRelationships(things, sizes[size].relationships, add);
  return rows;
}

/** PostgreSQL itself reads the rows from JSON: arrays, enumerations and dates without a line of ours. */
async function insert(client: pg.Client, table: Table, rows: readonly Row[]): Promise<void> {
  const names = columnsOf(table)
    .map((column) => `"${column}"`)
    .join(', ');
  const source = `json_populate_recordset(null::"${table}", $1::json)`;
  await client.query(`INSERT INTO "${table}" (${names}) SELECT ${names} FROM ${source}`, [JSON.stringify(rows)]);
}

/** Does some work on a connection of its own. */
export async function withClient<Result>(url: string, work: (client: pg.Client) => Promise<Result>): Promise<Result> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return await work(client).finally(async () => await client.end());
}
