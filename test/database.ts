/** Databases for tests: in memory, or a new one on the server that DATABASE_URL names. */
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { inject } from 'vitest';
import { applyMigrations } from '../src/database/migrate.ts';
import { type Database, type OnStatement, openDatabase } from '../src/database/open.ts';
import type { PoolLimits } from '../src/database/pool.ts';
import type { Prisma, PrismaClient } from '../src/generated/prisma/client.ts';
import { syncRules } from '../src/store/rules.ts';

const server = process.env['DATABASE_URL'] ?? '';
const isServer = server !== '';
let made = 0;

/** Opens an empty database that is gone when it is closed. */
export async function openEmpty(onStatement?: OnStatement): Promise<Database> {
  return isServer ? await openOnServer('template1', onStatement) : await openDatabase({ memory: true }, onStatement);
}

/** Opens a database with all tables and rules, and no facts, that is gone when it is closed: a copy of the template. */
export async function openMigrated(
  onStatement?: OnStatement,
  template = inject('template'),
  limits?: PoolLimits,
): Promise<Database> {
  if (isServer) return await openOnServer(template, onStatement, limits);
  const folder = newFolder();
  cpSync(template, folder, { recursive: true });
  return goneWhenClosed(await openDatabase({ folder }, onStatement, limits), () => rmSync(folder, { recursive: true }));
}

/** What each test's database is a copy of: a folder, or the name of a database. To initialise each takes seconds. */
export interface Template {
  readonly name: string;
  readonly remove: () => Promise<void> | void;
}

/** Makes the template, with all tables and rules. */
export async function makeTemplate(): Promise<Template> {
  const name = isServer ? newName() : newFolder();
  if (isServer) await administer(`CREATE DATABASE "${name}"`);
  const database = await openDatabase(isServer ? { url: urlOf(name) } : { folder: name });
  await applyMigrations(database.adapter);
  await syncRules(database.prisma);
  await database.close();
  return { name, remove: isServer ? () => drop(name) : () => rmSync(name, { recursive: true }) };
}

async function openOnServer(template: string, onStatement?: OnStatement, limits?: PoolLimits): Promise<Database> {
  const name = newName();
  await administer(`CREATE DATABASE "${name}" TEMPLATE "${template}"`);
  return goneWhenClosed(await openDatabase({ url: urlOf(name) }, onStatement, limits), () => drop(name));
}

const goneWhenClosed = (database: Database, remove: () => Promise<void> | void): Database => ({
  ...database,
  close: async () => {
    await database.close();
    await remove();
  },
});

const newName = (): string => `labourgraph_test_${process.pid}_${Date.now()}_${made++}`;
const newFolder = (): string => mkdtempSync(join(tmpdir(), 'labourgraph-test-'));

function urlOf(name: string): string {
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
}

const drop = async (name: string): Promise<void> => await administer(`DROP DATABASE "${name}" WITH (FORCE)`);

/**
 * Notes what is sent to a database. What this returns gives the statements since it was last called, once all of them
 * are known, without the looks at the change log, which go by the clock.
 */
export function noteStatements({ prisma, watch }: Database): () => Promise<string[]> {
  let sent: string[] = [];
  let onMark = (): void => {};
  watch((sql) => {
    if (sql === mark) onMark();
    else if (!sql.includes('"Change"')) sent.push(sql);
  });
  return async () => {
    // Prisma tells of a statement a while after its answer, and of one after the other.
    const told = new Promise<void>((resolve) => {
      onMark = resolve;
    });
    await prisma.$queryRawUnsafe(mark);
    await told;
    const all = sent;
    sent = [];
    return all;
  };
}
const mark = "SELECT 'all statements before this one are known'";

/** Writes entities, each with its id for a name: the database takes none without. */
export async function createEntities(prisma: PrismaClient, data: Prisma.EntityCreateManyInput[]): Promise<void> {
  const names = data.map(
    ({ id }) => ({ entityId: id, text: id, language: 'en', type: 'PREFERRED', ordinal: 0 }) as const,
  );
  const write = async (tx: Prisma.TransactionClient): Promise<void> => {
    await tx.entity.createMany({ data });
    await tx.name.createMany({ data: names });
  };
  // A busy machine takes longer than the five seconds that Prisma gives.
  await prisma.$transaction(write, { timeout: 60_000 });
}

async function administer(statement: string): Promise<void> {
  const client = new pg.Client(server);
  await client.connect();
  await client.query(statement).finally(async () => await client.end());
}
