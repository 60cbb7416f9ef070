/** How the commands are configured, and which database they open how. */
import cliProgress from 'cli-progress';
import { type Config, readConfig } from '../config.ts';
import { applyMigrations } from '../database/migrate.ts';
import { type Database, openDatabase } from '../database/open.ts';
import type { PoolLimits } from '../database/pool.ts';
import { syncRules } from '../store/rules.ts';
import { fromCall, say } from './common.ts';

/** @throws BadConfiguration that names all mistakes. */
export function configure(options: { articles?: string }): Config {
  return readConfig(fromCall(options));
}

/** Opens the database as it is, and closes it when the work is done or has failed. */
export async function withDatabase(work: (database: Database) => Promise<void>): Promise<void> {
  const database = await openDatabase(configure({}).database);
  await work(database).finally(database.close);
}

/** Opens the database with its tables up to date. */
export async function openPrepared(config: Config, limits?: PoolLimits): Promise<Database> {
  const database = await openDatabase(config.database, undefined, limits);
  try {
    const applied = await applyMigrations(database.adapter);
    await syncRules(database.prisma);
    say(`Database   ${database.description}${applied.length > 0 ? `, ${applied.length} migrations applied` : ''}`);
    return database;
  } catch (error) {
    await database.close();
    throw error;
  }
}

/** A bar that is there from the first step on, on a terminal. */
export function progressBar(what: string): { update(done: number, total: number): void; stop(): void } {
  const format = `${what.padEnd(10)} [{bar}] {percentage}%`;
  const bar = new cliProgress.SingleBar({ format, clearOnComplete: true, stopOnComplete: true });
  return {
    update: (done, total) => (bar.isActive ? bar.update(done) : bar.start(total, done)),
    stop: () => bar.stop(),
  };
}
