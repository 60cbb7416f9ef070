/** Databases for tests: in memory, or a new one on the server that DATABASE_URL names. */
import pg from 'pg';
import { applyMigrations } from '../src/database/migrate.ts';
import { type Database, type OnStatement, openDatabase } from '../src/database/open.ts';
import type { Prisma, PrismaClient } from '../src/generated/prisma/client.ts';
import { syncRules } from '../src/graph/rules.ts';

const server = process.env['DATABASE_URL'];
let made = 0;

/** Opens an empty database that is gone when it is closed. */
export async function openEmpty(onStatement?: OnStatement): Promise<Database> {
  if (server === undefined || server === '') return await openDatabase({ memory: true }, onStatement);
  const name = `labourgraph_test_${process.pid}_${Date.now()}_${made++}`;
  await administer(`CREATE DATABASE "${name}"`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  const database = await openDatabase({ url: url.href }, onStatement);
  return {
    ...database,
    close: async () => {
      await database.close();
      await administer(`DROP DATABASE "${name}" WITH (FORCE)`);
    },
  };
}

/** Opens a database with all tables and rules, and no facts. */
export async function openMigrated(onStatement?: OnStatement): Promise<Database> {
  const database = await openEmpty(onStatement);
  await applyMigrations(database.adapter);
  await syncRules(database.prisma);
  return database;
}

/** Writes entities, each with its id for a name: the database takes none without. */
export async function createEntities(prisma: PrismaClient, data: Prisma.EntityCreateManyInput[]): Promise<void> {
  const names = data.map(
    ({ id }) => ({ entityId: id, text: id, language: 'en', type: 'PREFERRED', ordinal: 0 }) as const,
  );
  await prisma.$transaction([prisma.entity.createMany({ data }), prisma.name.createMany({ data: names })]);
}

async function administer(statement: string): Promise<void> {
  const client = new pg.Client(server);
  await client.connect();
  await client.query(statement).finally(async () => await client.end());
}
