#!/usr/bin/env node
/** The command line. Exit codes: 0 done, 1 it could not be done (the reason is printed), 2 the call is wrong. */
import { relative } from 'node:path';
import cliProgress from 'cli-progress';
import { Command } from 'commander';
import { backUp } from './backup/backup.ts';
import { BackupRefused, rowsIn } from './backup/file.ts';
import { examineBackup, restore } from './backup/restore.ts';
import { BadConfiguration, type Config, printConfig, readConfig } from './config.ts';
import { trimChanges } from './database/changes.ts';
import { FolderInUse } from './database/lock.ts';
import {
  applyMigrations,
  createMigration,
  MigrationRefused,
  migrationNames,
  migrationStatus,
} from './database/migrate.ts';
import { type Database, DatabaseUnavailable, openDatabase } from './database/open.ts';
import type { PoolLimits } from './database/pool.ts';
import { exports, findExport } from './exporting/exports.ts';
import { CannotWrite, exportTo } from './exporting/file.ts';
import { defaultBase, parameters, readOptions } from './exporting/options.ts';
import { BadInput } from './graph/badInput.ts';
import { syncRules } from './graph/rules.ts';
import { formatCoverage } from './seeding/coverage.ts';
import { NoFolder } from './seeding/folder.ts';
import { formatProblem, SeedProblems } from './seeding/problem.ts';
import { check, formatChanges, seed } from './seeding/seed.ts';
import { openLog } from './server/log.ts';
import { CannotListen, startService } from './server/start.ts';

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const complain = (line: string): void => void process.stderr.write(`${line}\n`);

const program = new Command('labourgraph')
  .description('A graph of labour relations in which every fact leads to the passage that it comes from.')
  .addHelpText(
    'after',
    `
Environment:
  DATABASE_URL   a PostgreSQL 15 or later: postgresql://user:password@host:5432/database (default: embedded)
  DATA_DIR       the folder of the embedded database (default: .data)
  HOST, PORT     where to serve (default: localhost, 4000)
  ARTICLES_DIR   the folder of the articles' texts, if you have them (default: none)
  SEEDS_DIR      the folder of the facts (default: seeds)
  serve --print-config lists the limits of the service too; the README says what each of them is

Examples:
  $ npm start
  $ npm run seed -- --articles ~/articles
  $ npm run verify -- --articles ~/articles
  $ npm run migrate -- status
  $ npm run --silent export -- entities --kinds UNION,OFFICE --output unions.csv`,
  )
  .showHelpAfterError('(--help says what there is)')
  .exitOverride((error) => process.exit(error.exitCode === 0 ? 0 : 2));

const articlesOption = ['--articles <folder>', "the folder of the articles' texts (else ARTICLES_DIR)"] as const;

program
  .command('serve')
  .description('migrate, seed what has changed, and serve GraphQL until interrupted')
  .option(...articlesOption)
  .option('--no-seed', 'serve the facts that the database has, whatever the seed files say')
  .option('--print-config', 'print every variable with what holds, secrets hidden, and end')
  .action(async (options: { articles?: string; seed: boolean; printConfig?: boolean }) => {
    if (options.printConfig === true) return say(printConfig(fromCall(options)));
    const config = configure(options);
    const { databasePool, databaseWait, databaseTimeout, shutdownDelay, shutdownTimeout } = config.settings;
    const database = await prepare(config, {
      connections: databasePool,
      wait: databaseWait,
      statement: databaseTimeout,
    });
    try {
      if (options.seed) await seedDatabase(database, config, { trustDigest: true });
      await trimChanges(database.prisma);
      const log = openLog(config.settings);
      // A library that forgets a promise must not end the service for all; Node would.
      process.on('unhandledRejection', (err) => log('a promise that nobody waited for was rejected', { err }));
      const service = await startService(database, { ...config, log });
      say(`Serving    ${service.url} after ${seconds()}`);
      say(
        `Next       look at ${new URL('/', service.url)}, or ask: the README has queries; --help says what else there is.`,
      );
      await interrupted();
      say('Stopping.');
      // Whatever should still keep the process from its end then, such as a database that stands still.
      setTimeout(() => process.exit(1), shutdownDelay + shutdownTimeout + 10_000).unref();
      await service.stop();
    } finally {
      await database.close();
    }
  });

program
  .command('seed')
  .description('make the database hold what the seed files say: everything or, if there is a mistake, nothing')
  .option(...articlesOption)
  .action(async (options: { articles?: string }) => {
    const config = configure(options);
    const database = await prepare(config);
    try {
      await seedDatabase(database, config);
    } finally {
      await database.close();
    }
  });

program
  .command('verify')
  .description("check the seed files, and the articles' texts against them; print what is covered; needs no database")
  .option(...articlesOption)
  .action(async (options: { articles?: string }) => {
    const config = configure(options);
    const { problems, coverage } = await check({ seedsFolder: config.seeds, articlesFolder: config.articles });
    say(formatCoverage(coverage));
    for (const problem of problems) complain(formatProblem(problem));
    if (config.articles === undefined) say('\nNo texts were given: --articles names their folder.');
    say(`\n${problems.length === 0 ? 'No mistakes found.' : `${problems.length} to mend.`}`);
    if (problems.length > 0) process.exitCode = 1;
  });

program
  .command('export')
  .description('write facts to a file, or to standard output')
  .argument('[what]', 'its name, or its name without the ending and --format; without one, the list of what there is')
  .option('--format <format>', 'csv, graphml, jsonld, json or ics, where there are several')
  .option('--output <file>', 'where to write it (default: standard output)')
  .option('--kinds <kinds>', parameters.kinds.description)
  .option('--as-of <day>', parameters.asOf.description)
  .option('--bucket <time>', parameters.bucket.description)
  .option('--base <iri>', `what ids are appended to where they must be IRIs (default: ${defaultBase})`)
  .action(async (what: string | undefined, given: Readonly<Record<string, string>>) => {
    if (what === undefined) {
      for (const { name, description } of exports) say(`${name.padEnd(20)} ${description}`);
      return;
    }
    const { format, output, base = defaultBase, ...asked } = given;
    const exported = findExport(what, format);
    const options = { ...readOptions(exported.parameters, asked), base };
    await withDatabase(async ({ prisma, adapter }) => {
      await applyMigrations(adapter);
      if ((await prisma.entity.count()) === 0) complain('Warning    there are no facts yet: npm run seed');
      const bar = new cliProgress.SingleBar({ format: 'Exporting  [{bar}] {percentage}%', clearOnComplete: true });
      let done = 0;
      const onRows = (rows: number): void => {
        done += rows;
        bar.update(done);
      };
      await exportTo(output, prisma, exported, { ...options, onRows }, ({ total, leftOut }) => {
        if (output !== undefined && total > 0) bar.start(total, done);
        if (leftOut > 0) complain(`Left out   ${leftOut}: ${exported.description}`);
      }).finally(() => bar.stop());
    });
  });

program
  .command('backup')
  .description('write all facts to one file, out of one state of the data')
  .argument('<file>', 'where to; it is there once it is whole')
  .action(async (file: string) => {
    await withDatabase(async ({ prisma, description }) => {
      const bar = progressBar('Backing up');
      const { head, rows, digestHolds } = await backUp(prisma, file, bar.update).finally(bar.stop);
      say(`Database   ${description}`);
      say(`Backup     ${file}: ${rows} rows; version ${head.version}, digest ${head.digest}`);
      if (!digestHolds) {
        complain('Warning    the database says another digest of itself: something was written past its triggers');
      }
    });
  });

program
  .command('restore')
  .description('write the facts of a backup: all of them or, if anything is wrong, none')
  .argument('<file>', 'a backup, of an embedded database or of a server')
  .option('--replace', 'remove the facts that the database has')
  .action(async (file: string, { replace }: { replace?: boolean }) => {
    const head = await examineBackup(file, migrationNames());
    const database = await prepare(configure({}));
    const bar = progressBar('Restoring');
    try {
      const { version, digest } = await restore(database.prisma, file, {
        replace: replace === true,
        onProgress: bar.update,
      }).finally(bar.stop);
      say(`Restored   ${rowsIn(head)} rows of ${head.created}; version ${version}, digest ${digest}`);
    } finally {
      await database.close();
    }
  });

const migrate = program.command('migrate').description('the tables of the database, and how they came to be');

migrate
  .command('status')
  .description('what has been applied and what is pending; exit code 1 if something is wrong')
  .action(async () => {
    await withDatabase(async ({ adapter, description }) => {
      const { known, pending, edited, failed, foreign } = await migrationStatus(adapter);
      say(`Database   ${description}`);
      for (const name of known) say(`${pending.includes(name) ? 'pending' : 'applied'}    ${name}`);
      for (const name of edited) say(`edited     ${name}`);
      for (const name of failed) say(`failed     ${name}`);
      for (const name of foreign) say(`unknown    ${name}`);
      if (edited.length + failed.length + foreign.length > 0) process.exitCode = 1;
    });
  });

migrate
  .command('apply')
  .description('apply what is pending, and write the rules of the registry')
  .action(async () => await (await prepare(configure({}))).close());

migrate
  .command('create')
  .description('write a new migration: what leads from those there are to prisma/schema.prisma')
  .argument('<name>', 'what it does, in snake_case')
  .action(async (name: string) => {
    if (!/^[a-z][a-z0-9_]*$/.test(name))
      throw new BadConfiguration(`"${name}" is no name for a migration: write snake_case, such as add_strike_votes`);
    const path = await createMigration(name);
    say(
      path === null
        ? 'prisma/schema.prisma asks for nothing that the migrations do not make.'
        : `Wrote ${relative('.', path)}: read it, add what Prisma cannot express, then run migrate apply.`,
    );
  });

const fromCall = ({ articles }: { articles?: string }): Record<string, string> =>
  articles === undefined ? {} : { ARTICLES_DIR: articles };

function configure(options: { articles?: string }): Config {
  return readConfig(fromCall(options));
}

async function withDatabase(work: (database: Database) => Promise<void>): Promise<void> {
  const database = await openDatabase(configure({}).database);
  await work(database).finally(database.close);
}

/** Opens the database with its tables up to date. */
async function prepare(config: Config, limits?: PoolLimits): Promise<Database> {
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
function progressBar(what: string): { update(done: number, total: number): void; stop(): void } {
  const format = `${what.padEnd(10)} [{bar}] {percentage}%`;
  const bar = new cliProgress.SingleBar({ format, clearOnComplete: true, stopOnComplete: true });
  return {
    update: (done, total) => (bar.isActive ? bar.update(done) : bar.start(total, done)),
    stop: () => bar.stop(),
  };
}

async function seedDatabase({ prisma }: Database, config: Config, { trustDigest = false } = {}): Promise<void> {
  const bar = new cliProgress.SingleBar({
    format: 'Seeding    [{bar}] {percentage}% {what}',
    clearOnComplete: true,
    stopOnComplete: true,
  });
  const result = await seed(prisma, {
    seedsFolder: config.seeds,
    articlesFolder: config.articles,
    trustDigest,
    onProgress: (done, total, what) => {
      if (!bar.isActive) bar.start(total, 0, { what });
      bar.update(done, { what });
    },
  }).finally(() => bar.stop());
  for (const warning of result.warnings) complain(`Warning    ${warning}`);
  say(`Facts      ${formatChanges(result.changes)}; version ${result.version}`);
}

/** Waits for the first signal to stop; npm and a terminal may both send one, and the second must not cut the first short. */
async function interrupted(): Promise<void> {
  await new Promise<void>((resolve) => {
    process.on('SIGINT', resolve);
    process.on('SIGTERM', resolve);
  });
}

const seconds = (): string => `${(performance.now() / 1000).toFixed(1)} s`;
const describe = (error: unknown): string => (error instanceof Error ? (error.stack ?? error.message) : String(error));

/** What can go wrong outside of the program: its message says all. */
const expected = [
  BackupRefused,
  BadConfiguration,
  BadInput,
  DatabaseUnavailable,
  FolderInUse,
  MigrationRefused,
  NoFolder,
  SeedProblems,
  CannotListen,
  CannotWrite,
];

program.parseAsync().catch((error: unknown) => {
  complain(expected.some((type) => error instanceof type) ? (error as Error).message : describe(error));
  process.exitCode = error instanceof BadInput ? 2 : 1;
});
