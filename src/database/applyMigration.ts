/**
 * Applies one migration: its statements, and the note that it was applied, in one transaction. So a crash leaves no
 * migration half applied, or applied and not noted. The note is that of Prisma's schema engine, which reads it.
 */
import { createHash } from 'node:crypto';
import type { SqlMigrationAwareDriverAdapterFactory } from '@prisma/driver-adapter-utils';
import pg from 'pg';
import { messageOf } from './thrown.ts';

/** The history cannot be continued; the message names the migrations and says what to do. */
export class MigrationRefused extends Error {
  override readonly name = 'MigrationRefused';
}

/** How long to wait for another process that migrates, or for statements that hold a table, in seconds. */
const patience = 10;
/** The number by which Prisma's own tools keep each other out. */
const lockNumber = 72_707_369;
/** What the transaction below raises: in the class of errors that are left to applications. */
const raised = { applied: 'LG002', foreign: 'LG003' } as const;
const lockNotAvailable = '55P03';
/** Insufficient privilege; a transaction that only reads. */
const mayOnlyRead = ['42501', '25006'];

export const checksumOf = (script: string): string => createHash('sha256').update(script).digest('hex');

/**
 * Applies a migration, unless another process has done so meanwhile.
 * @returns false if another process has.
 * @throws MigrationRefused if it fails, or has to wait too long; the database is then as before.
 */
export async function applyMigration(
  adapter: SqlMigrationAwareDriverAdapterFactory,
  name: string,
  script: string,
): Promise<boolean> {
  const connection = await adapter.connect();
  try {
    // Sent whole, it is one transaction on either database: see open.ts.
    await connection.executeScript(transactionOf(name, script));
    return true;
  } catch (error) {
    const code = error instanceof pg.DatabaseError ? (error.code ?? '') : '';
    if (code === raised.applied) return false;
    if (code === raised.foreign) {
      throw new MigrationRefused('the database has tables of something else: give this project one of its own.');
    }
    if (code === lockNotAvailable) {
      throw new MigrationRefused(
        `${name} waited ${patience} s in vain: another process migrates this database, or a long statement holds a ` +
          'table (pg_stat_activity tells which). Nothing was changed; try again.',
      );
    }
    if (mayOnlyRead.includes(code)) {
      throw new MigrationRefused(
        `${name} is not applied yet, and this role may only read the database: ` +
          'run npm run migrate -- apply as a role that owns it.',
      );
    }
    throw new MigrationRefused(`${name} fails, and nothing of it was applied: ${messageOf(error)}`);
  } finally {
    await connection.dispose();
  }
}

function transactionOf(name: string, script: string): string {
  const [named, checksum] = [name, checksumOf(script)].map((text) => pg.escapeLiteral(text));
  return `
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = '${patience}s';
SELECT pg_advisory_xact_lock(${lockNumber});
DO $check$ BEGIN
  IF to_regclass('_prisma_migrations') IS NULL THEN
    IF EXISTS (SELECT FROM pg_tables WHERE schemaname = current_schema()) THEN
      RAISE SQLSTATE '${raised.foreign}';
    END IF;
    CREATE TABLE _prisma_migrations (
      id VARCHAR(36) PRIMARY KEY NOT NULL,
      checksum VARCHAR(64) NOT NULL,
      finished_at TIMESTAMPTZ,
      migration_name VARCHAR(255) NOT NULL,
      logs TEXT,
      rolled_back_at TIMESTAMPTZ,
      started_at TIMESTAMPTZ NOT NULL DEFAULT now(),
      applied_steps_count INTEGER NOT NULL DEFAULT 0
    );
  ELSIF EXISTS (SELECT FROM _prisma_migrations WHERE migration_name = ${named} AND rolled_back_at IS NULL) THEN
    RAISE SQLSTATE '${raised.applied}';
  END IF;
END $check$;
${script}
;
INSERT INTO _prisma_migrations (id, checksum, finished_at, migration_name, applied_steps_count)
  VALUES (gen_random_uuid(), ${checksum}, clock_timestamp(), ${named}, 1);`;
}
