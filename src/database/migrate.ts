/**
 * Migrations, by Prisma's own schema engine in its WebAssembly build: the command line tool would download a native
 * one at every call. The engine keeps `_prisma_migrations`, so that Prisma's other tools read the same history.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  bindMigrationAwareSqlAdapterFactory,
  type SqlMigrationAwareDriverAdapterFactory,
} from '@prisma/driver-adapter-utils';
import type { MigrationList, SchemaEngine } from '@prisma/schema-engine-wasm/schema_engine_bg';
import * as wasm from '@prisma/schema-engine-wasm/schema_engine_bg';
import { applyMigration, checksumOf, MigrationRefused } from './applyMigration.ts';
import { openDatabase } from './open.ts';

const prismaFolder = fileURLToPath(new URL('../../prisma/', import.meta.url));
const migrationsFolder = join(prismaFolder, 'migrations');
const schemaPath = join(prismaFolder, 'schema.prisma');

export { MigrationRefused };

const noFilter = { externalTables: [], externalEnums: [] };

interface MigrationStatus {
  readonly known: readonly string[];
  readonly pending: readonly string[];
  /** Changed after they were applied. */
  readonly edited: readonly string[];
  /** Begun and not finished. */
  readonly failed: readonly string[];
  /** Applied to the database, and unknown to this version of the project. */
  readonly foreign: readonly string[];
}

/** Compares the migrations of the project with those that the database has had. */
export async function migrationStatus(adapter: SqlMigrationAwareDriverAdapterFactory): Promise<MigrationStatus> {
  return await withEngine(adapter, async (engine) => await statusOf(engine, readMigrations(migrationsFolder)));
}

async function statusOf(engine: SchemaEngine, migrationsList: MigrationList): Promise<MigrationStatus> {
  const diagnosis = await engine.diagnoseMigrationHistory({
    migrationsList,
    optInToShadowDatabase: false,
    filters: noFilter,
  });
  const known = migrationsList.migrationDirectories.map((migration) => migration.path);
  const history = diagnosis.history;
  return {
    known,
    pending: !diagnosis.hasMigrationsTable
      ? known
      : history !== null && 'unappliedMigrationNames' in history
        ? history.unappliedMigrationNames
        : [],
    edited: diagnosis.editedMigrationNames,
    failed: diagnosis.failedMigrationNames,
    foreign: history !== null && 'unpersistedMigrationNames' in history ? history.unpersistedMigrationNames : [],
  };
}

/**
 * Applies what is pending, each migration whole or not at all. Of several processes that do so at once one applies a
 * migration, and the others wait for it; after a crash the next to come goes on where that one was.
 * @param folder of the migrations.
 * @param only these of them: the database is to become what it was in a former version.
 * @returns the names of the migrations that were applied by this call, in order.
 * @throws MigrationRefused if one was edited, has failed, fails now, is unknown here, or has to wait too long.
 */
export async function applyMigrations(
  adapter: SqlMigrationAwareDriverAdapterFactory,
  folder = migrationsFolder,
  only?: readonly string[],
): Promise<readonly string[]> {
  const migrationsList = readMigrations(folder, only);
  if (await isUpToDate(adapter, migrationsList)) return [];
  const status = await withEngine(adapter, async (engine) => await statusOf(engine, migrationsList));
  refuse(status);
  const applied: string[] = [];
  for (const { path, migrationFile } of migrationsList.migrationDirectories) {
    if (!status.pending.includes(path) || migrationFile.content.tag !== 'ok') continue;
    if (await applyMigration(adapter, path, migrationFile.content.value)) applied.push(path);
  }
  return applied;
}

/**
 * True if the database has had these very migrations and no others: what most starts find, a statement away. The
 * engine takes a third of a second to load, and is asked about everything else.
 */
async function isUpToDate(
  adapter: SqlMigrationAwareDriverAdapterFactory,
  { migrationDirectories }: MigrationList,
): Promise<boolean> {
  const connection = await adapter.connect();
  try {
    const { rows } = await connection.queryRaw({
      sql: `SELECT migration_name || ' ' || CASE WHEN finished_at IS NOT NULL THEN checksum ELSE 'unfinished' END FROM _prisma_migrations
        WHERE rolled_back_at IS NULL ORDER BY migration_name COLLATE "C"`,
      args: [],
      argTypes: [],
    });
    const known = migrationDirectories.map(({ path, migrationFile: { content } }) =>
      content.tag === 'ok' ? `${path} ${checksumOf(content.value)}` : path,
    );
    return known.join() === rows.flat().join();
  } catch {
    // No such table yet.
    return false;
  } finally {
    await connection.dispose();
  }
}

function refuse({ edited, failed, foreign }: MigrationStatus): void {
  if (edited.length > 0) {
    throw new MigrationRefused(`changed after it was applied: ${edited.join(', ')}. Restore it, and write a new one.`);
  }
  if (failed.length > 0) {
    throw new MigrationRefused(`begun and not finished: ${failed.join(', ')}. Restore the database from before it.`);
  }
  if (foreign.length > 0) {
    throw new MigrationRefused(
      `the database is ahead, by ${foreign.join(', ')}. Run the newer version of the project.`,
    );
  }
}

/**
 * Writes a new migration: what leads from the migrations so far to prisma/schema.prisma.
 * @param name in snake_case, what it does.
 * @returns the path of its SQL, or null if there is nothing to change.
 */
export async function createMigration(name: string): Promise<string | null> {
  const scratch = await openDatabase({ memory: true });
  try {
    const { adapter } = scratch;
    await applyMigrations(adapter);
    const script = await withEngine(adapter, differenceFromSchema);
    if (script === null) return null;
    const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14);
    const path = join(migrationsFolder, `${stamp}_${name}`, 'migration.sql');
    mkdirSync(dirname(path), { recursive: true });
    const kept = await scratch.read<{ name: string }>({
      text: `SELECT tablename::text AS name FROM pg_tables WHERE schemaname = 'labourgraph_history'`,
      values: [],
    });
    const altered = kept.map(({ name }) => name).filter((name) => script.includes(`ALTER TABLE "${name}"`));
    writeFileSync(path, withHistory(script, altered) + beyondPrisma(script));
    return path;
  } finally {
    await scratch.close();
  }
}

/** The script, with the views of the past out of its way, and the history of these tables brought up to date after it. */
function withHistory(script: string, altered: readonly string[]): string {
  const called = (name: string): string => altered.map((table) => `SELECT ${name}('${table}');\n`).join('');
  return altered.length === 0
    ? script
    : `-- The view of its past stands in the way of a change of its columns.\n${called('drop_past')}\n${script}
-- The history keeps the new columns, too.\n${called('keep_history')}`;
}

/**
 * What Prisma cannot say of the tables that a script makes: that the change log follows them, by a key that is for its
 * author to check; and that a row of details belongs to an entity of its kind, which has the table's name.
 */
function beyondPrisma(script: string): string {
  const made = [...script.matchAll(/^CREATE TABLE "(\w+)" \(([^;]*)\);/gm)];
  return made
    .map(([, name = '', columns = '']) => {
      const kind = name.replace(/(?!^)[A-Z]/g, '_$&').toUpperCase();
      const ofKind = columns.includes('"kind" TEXT')
        ? `\n-- A detail row belongs to an entity of its kind.\nALTER TABLE "${name}" ADD CONSTRAINT "${name}_kind" CHECK ("kind" = '${kind}');\n`
        : '';
      return `${ofKind}\n-- The change log names its rows by this key.\nSELECT follow_changes('${name}', 'r."id"');\n`;
    })
    .join('');
}

/** The SQL that leads from the tables of a database to the schema; null if they agree. */
async function differenceFromSchema(engine: SchemaEngine): Promise<string | null> {
  const files = [{ path: schemaPath, content: readFileSync(schemaPath, 'utf8') }];
  const { exitCode, stdout } = await engine.diff({
    from: { tag: 'schemaDatasource', files, configDir: prismaFolder },
    to: { tag: 'schemaDatamodel', files },
    script: true,
    exitCode: true,
    filters: noFilter,
  });
  return exitCode === 0 ? null : stdout;
}

/** The names of this version's migrations, in order. */
export const migrationNames = (): string[] =>
  readMigrations(migrationsFolder).migrationDirectories.map(({ path }) => path);

function readMigrations(folder: string, only?: readonly string[]): MigrationList {
  const folders = existsSync(folder)
    ? readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory())
    : [];
  const lock = join(folder, 'migration_lock.toml');
  return {
    baseDir: folder,
    lockfile: { path: 'migration_lock.toml', content: existsSync(lock) ? readFileSync(lock, 'utf8') : null },
    shadowDbInitScript: '',
    migrationDirectories: folders
      .map(({ name }) => name)
      .filter((name) => only?.includes(name) ?? true)
      .sort()
      .map((path) => ({
        path,
        migrationFile: {
          path: 'migration.sql',
          content: { tag: 'ok', value: readFileSync(join(folder, path, 'migration.sql'), 'utf8') },
        },
      })),
  };
}

let loaded: Promise<void> | undefined;

/** Loads the WebAssembly once: its own entry point imports a .wasm file as a module, which Node does not do yet. */
async function loadEngine(): Promise<void> {
  const bytes = readFileSync(
    createRequire(import.meta.url)
      .resolve('@prisma/schema-engine-wasm/schema_engine_bg')
      .replace(/\.js$/, '.wasm'),
  );
  const functions = Object.entries(wasm).flatMap(([name, value]) =>
    typeof value === 'function' ? [[name, value] as const] : [],
  );
  const { instance } = await WebAssembly.instantiate(bytes, { './schema_engine_bg.js': Object.fromEntries(functions) });
  wasm.__wbg_set_wasm(instance.exports);
  const start = instance.exports['__wbindgen_start'];
  if (typeof start === 'function') start();
}

async function withEngine<Result>(
  adapter: SqlMigrationAwareDriverAdapterFactory,
  work: (engine: SchemaEngine) => Promise<Result>,
): Promise<Result> {
  loaded ??= loadEngine();
  await loaded;
  const datamodels: [string, string][] = [[schemaPath, readFileSync(schemaPath, 'utf8')]];
  const bound = bindMigrationAwareSqlAdapterFactory(adapter);
  const engine = await wasm.SchemaEngine.new({ datamodels }, () => {}, bound);
  try {
    return await work(engine);
  } finally {
    engine.free();
  }
}
