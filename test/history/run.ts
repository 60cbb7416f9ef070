/**
 * Changesets at random, applied and undone: `npm run reverts -- --count 10000`. On a database of its own: on the server of
 * DATABASE_URL, whose user may create databases, or embedded and in memory.
 */
import { fileURLToPath } from 'node:url';
import { Command } from 'commander';
import pg from 'pg';
import { progress } from '../../bench/progress.ts';
import { readConfig } from '../../src/config.ts';
import { applyMigrations } from '../../src/database/migrate.ts';
import { type Database, type Location, openDatabase } from '../../src/database/open.ts';
import { seed as seedFiles } from '../../src/seeding/seed.ts';
import { syncRules } from '../../src/store/rules.ts';
import { readVersion } from '../../src/store/version.ts';
import { seedBase } from '../network/second.ts';
import { askEveryVersion } from './everyVersion.ts';
import { applyAndRevert } from './randomChangesets.ts';

const program = new Command('reverts')
  .option('--count <number>', 'how many changesets are to be applied', '10000')
  .option('--seconds <number>', 'how long at the most', '86400')
  .option('--questions', 'do not undo them: ask all questions of each version, and again as of it')
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

interface Options {
  readonly count: string;
  readonly seconds: string;
  readonly seed: string;
  readonly questions?: true;
}

async function main(): Promise<void> {
  const { count, seconds, seed, questions } = program.parse().opts<Options>();
  await withDatabase(async (location) => {
    const database = await openDatabase(location);
    await applyMigrations(database.adapter);
    await syncRules(database.prisma);
    const limits = { seed: Number(seed), count: Number(count) };
    const done = questions
      ? await ask(database, limits)
      : await undo(database, { ...limits, until: performance.now() + 1_000 * Number(seconds) });
    process.stdout.write(`${done} on ${database.description}\n`);
    await database.close();
  });
}

async function undo(database: Database, limits: Parameters<typeof applyAndRevert>[1]): Promise<string> {
  await seedBase(database);
  const tell = seldom();
  const { applied, refused, sorts } = await applyAndRevert(database, limits, (outcome) =>
    tell(`${outcome.applied} of ${limits.count} applied, ${outcome.refused} refused`),
  );
  const told = [...sorts].map(([sort, times]) => `${sort} ${times}`).join(', ');
  return `${applied} changesets applied (${told}), ${refused} refused; each that was undone gave its digest back,`;
}

async function ask(database: Database, limits: Parameters<typeof askEveryVersion>[1]): Promise<string> {
  await seedFiles(database.prisma, { seedsFolder: fileURLToPath(new URL('../../seeds/', import.meta.url)) });
  const answers = await askEveryVersion(database, limits, seldom());
  const { version } = await readVersion(database.prisma);
  return `${answers} answers at ${limits.count + 1} versions, up to ${version}, were the same when asked as of them,`;
}

/** Tells what is done every ten seconds. */
function seldom(): (done: string) => void {
  let told = performance.now();
  return (done) => {
    if (performance.now() - told < 10_000) return;
    told = performance.now();
    progress(done);
  };
}

await main();
