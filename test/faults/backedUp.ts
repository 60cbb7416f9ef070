/** A database with the project's own facts, and a backup of it. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, vi } from 'vitest';
import { backUp } from '../../src/backup/backup.ts';
import { applyMigrations } from '../../src/database/migrate.ts';
import { type Database, openDatabase } from '../../src/database/open.ts';
import { seed } from '../../src/seeding/seed.ts';
import { syncRules } from '../../src/store/rules.ts';
import { readVersion } from '../../src/store/version.ts';

export interface BackedUp {
  /** Where the backup is, and others may be put. */
  folder: string;
  source: Database;
  file: string;
}

/** Makes both before the tests of a file, and takes them away after them. */
export function backedUp(): BackedUp {
  // Databases boot in every test, and on a busy machine that takes many seconds.
  vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 });
  const made = {} as BackedUp;
  beforeAll(async () => {
    made.folder = mkdtempSync(join(tmpdir(), 'backup-'));
    made.source = await openEmbedded();
    await seed(made.source.prisma, { seedsFolder: 'seeds' });
    made.file = join(made.folder, 'source.backup');
    await backUp(made.source.prisma, made.file);
  });
  afterAll(async () => {
    await made.source?.close();
    rmSync(made.folder, { recursive: true, force: true });
  });
  return made;
}

/** An embedded database, whichever the tests run on. */
export async function openEmbedded(): Promise<Database> {
  const database = await openDatabase({ memory: true });
  await applyMigrations(database.adapter);
  await syncRules(database.prisma);
  return database;
}

/** The lines of a backup. */
export const lines = (path: string): string[] => gunzipSync(readFileSync(path)).toString('utf8').trimEnd().split('\n');

/** What changes with any change of a database. */
export const stateOf = async ({ prisma }: Database) => ({
  ...(await readVersion(prisma)),
  logged: await prisma.change.count(),
});
