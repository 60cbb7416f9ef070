/** A database with a few facts and a service on it, and a second connection that changes the facts behind its back. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { expect } from 'vitest';
import type { Database } from '../../src/database/open.ts';
import { seed } from '../../src/seeding/seed.ts';
import { startService } from '../../src/server/start.ts';
import { base } from '../seeding/fixture.ts';

/** Empty where the tests run on the embedded database, which has one process and one connection. */
export const server = process.env['DATABASE_URL'] ?? '';

/** Writes the seeding tests' facts. */
export async function seedBase(database: Database): Promise<void> {
  const seedsFolder = mkdtempSync(join(tmpdir(), 'seeds-'));
  writeFileSync(join(seedsFolder, 'a.yaml'), base);
  try {
    await seed(database.prisma, { seedsFolder });
  } finally {
    rmSync(seedsFolder, { recursive: true, force: true });
  }
}

export interface Second {
  /** Sends statements as one transaction. */
  readonly transact: (...statements: readonly string[]) => Promise<void>;
  /** Sends statements as one transaction that is rolled back after a while. */
  readonly rollBack: (milliseconds: number, ...statements: readonly string[]) => Promise<void>;
  readonly close: () => Promise<void>;
}

const pause = async (milliseconds: number) => await new Promise((resolve) => setTimeout(resolve, milliseconds));

/** A connection to the server that a database is on, to that database unless another is named. */
export async function connectTo(database: Database, name?: string): Promise<pg.Client> {
  const [row] = await database.prisma.$queryRaw<{ name: string }[]>`SELECT current_database() AS name`;
  const url = new URL(server);
  url.pathname = `/${name ?? row?.name}`;
  const client = new pg.Client(url.href);
  await client.connect();
  return client;
}

/**
 * Opens a second connection. The embedded database cannot have one, for it has one session: there the statements go
 * through the same connection past everything that the service holds in memory, and only the log tells of them.
 */
export async function openSecond(database: Database): Promise<Second> {
  if (server === '') {
    const { prisma } = database;
    const roll = new Error('rolled back on purpose');
    return {
      transact: async (...statements) => {
        await prisma.$transaction(statements.map((statement) => prisma.$executeRawUnsafe(statement)));
      },
      rollBack: async (milliseconds, ...statements) => {
        const done = prisma.$transaction(async (transaction) => {
          for (const statement of statements) await transaction.$executeRawUnsafe(statement);
          await pause(milliseconds);
          throw roll;
        });
        await expect(done).rejects.toBe(roll);
      },
      close: async () => {},
    };
  }
  const client = await connectTo(database);
  return {
    transact: async (...statements) => {
      await client.query(['BEGIN', ...statements, 'COMMIT'].join(';'));
    },
    rollBack: async (milliseconds, ...statements) => {
      await client.query(['BEGIN', ...statements].join(';'));
      await pause(milliseconds);
      await client.query('ROLLBACK');
    },
    close: async () => await client.end(),
  };
}

export interface GraphInfo {
  readonly version: number;
  readonly digest: string;
}

export interface Asked {
  readonly ask: (query: string) => Promise<unknown>;
  readonly version: () => Promise<GraphInfo>;
  /** Asks until the answer is what it must come to be; gives how long that took, in milliseconds. */
  readonly becomes: (query: string, answer: unknown) => Promise<number>;
  readonly stop: () => Promise<void>;
}

/** Serves a database, to be asked over HTTP. */
export async function serve(database: Database): Promise<Asked> {
  const log = (line: string, error: unknown) => console.error(line, error);
  const { url, stop } = await startService(database, { host: 'localhost', port: 0, log });
  const ask = async (query: string): Promise<unknown> => {
    const headers = { 'content-type': 'application/json' };
    const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify({ query }) });
    const { data, errors } = (await response.json()) as { data?: unknown; errors?: unknown };
    if (errors !== undefined) throw new Error(`the query failed: ${JSON.stringify(errors)}`);
    return data;
  };
  return {
    ask,
    stop,
    version: async () => ((await ask('{ graph { version digest } }')) as { graph: GraphInfo }).graph,
    becomes: async (query, answer) => {
      const before = performance.now();
      // Longer than the second that is promised: a busy machine is no reason to fail. The time is looked at apart.
      await expect.poll(async () => await ask(query), { timeout: 10_000, interval: 25 }).toEqual(answer);
      return performance.now() - before;
    },
  };
}

/** SQL of a new entity, with its id for a name. */
export const insertEntity = (id: string, kind: string, summary = 'New.'): string =>
  `WITH new AS (
    INSERT INTO "Entity" ("id", "kind", "summary") VALUES ('${id}', '${kind}', '${summary}') RETURNING "id"
  ) INSERT INTO "Name" ("entityId", "text", "language", "type", "ordinal") SELECT "id", "id", 'en', 'PREFERRED', 0 FROM new`;

/** SQL of a new relationship that says nothing but its ends: `[id, kind]` each. */
export function insertRelationship(id: string, type: string, subject: [string, string], object: [string, string]) {
  const cells = [id, type, ...subject, ...object].map((cell) => `'${cell}'`).join(', ');
  const columns = '"id", "type", "subjectId", "subjectKind", "objectId", "objectKind"';
  return `INSERT INTO "Relationship" (${columns}) VALUES (${cells})`;
}
