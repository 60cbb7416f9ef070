#!/usr/bin/env node
/** The command line. Exit codes: 0 done, 1 it could not be done (the reason is printed), 2 the call is wrong. */
import { Command } from 'commander';
import { BackupRefused } from './backup/file.ts';
import { addBackup } from './commands/backup.ts';
import { complain } from './commands/common.ts';
import { addExport } from './commands/export.ts';
import { addMigrate } from './commands/migrate.ts';
import { addRestore } from './commands/restore.ts';
import { addSeed } from './commands/seed.ts';
import { addServe } from './commands/serve.ts';
import { addVerify } from './commands/verify.ts';
import { BadConfiguration } from './config.ts';
import { FolderInUse } from './database/lock.ts';
import { MigrationRefused } from './database/migrate.ts';
import { DatabaseUnavailable } from './database/open.ts';
import { CannotWrite } from './exporting/file.ts';
import { BadInput } from './graph/badInput.ts';
import { NoFolder } from './seeding/folder.ts';
import { SeedProblems } from './seeding/problem.ts';
import { CannotListen } from './server/start.ts';

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

// In the order of the help.
for (const add of [addServe, addSeed, addVerify, addExport, addBackup, addRestore, addMigrate]) add(program);

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
