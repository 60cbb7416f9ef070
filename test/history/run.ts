/**
 * Changesets at random, applied and undone: `npm run reverts -- --count 10000`. On a database of its own: on the server of
 * DATABASE_URL, whose user may create databases, or embedded and in memory.
 */
import { Command } from 'commander';
import pg from 'pg';
import { progress } from '../../bench/progress.ts';
import { readConfig } from '../../src/config.ts';
import { applyMigrations } from '../../src/database/migrate.ts';
import { type Location, openDatabase } from '../../src/database/open.ts';
import { syncRules } from '../../src/store/rules.ts';
import { readVersion } from '../../src/store/version.ts';
import { seedBase } from '../network/second.ts';
import { applyAndRevert } from './randomChangesets.ts';

const program = new Command('reverts')
  .option('--count <number>', 'how many changesets are to be applied', '10000')
  .option('--seconds <number>', 'how long at the most', '86400')
  .option('--seed <number>', 'what the random numbers begin with', '1');

const name = `labourgraph_reverts_${process.pid}`;

/** Does work on a database that is gone afterwards. */
async function withDatabase(work: (location: Location) => Promise<void>): Promise<void> {
  const { database } = readConfig();
  if (!('url' in database)) return await work({ memory: true });
  const administer = async (statement: string): Promise<void> => {
    const client = new pg.Client(database.url);
    await client.connect();
    await client.query(statement).finally(async () => await client.end());
  };
  const url = new URL(database.url);
  url.pathname = `/${name}`;
  await administer(`CREATE DATABASE ${name}`);
  await work({ url: url.href }).finally(async () => await administer(`DROP DATABASE ${name} WITH (FORCE)`));
}

async function main(): Promise<void> {
  const { count, seconds, seed } = program.parse().opts<{ count: string; seconds: string; seed: string }>();
  await withDatabase(async (location) => {
    const database = await openDatabase(location);
    await applyMigrations(database.adapter);
    await syncRules(database.prisma);
    await seedBase(database);
    const until = performance.now() + 1_000 * Number(seconds);
    let told = performance.now();
    const limits = { seed: Number(seed), count: Number(count), until };
    const outcome = await applyAndRevert(database, limits, ({ applied, refused }) => {
      if (performance.now() - told < 10_000) return;
      told = performance.now();
      progress(`${applied} of ${count} applied, ${refused} refused`);
    });
    const sorts = [...outcome.sorts].map(([sort, times]) => `${sort} ${times}`).join(', ');
    const { version } = await readVersion(database.prisma);
    process.stdout.write(
      `${outcome.applied} changesets applied on ${database.description} (${sorts}), ${outcome.refused} refused; each that ` +
        `was undone gave its digest back; version ${version}\n`,
    );
    await database.close();
  });
}

await main();
