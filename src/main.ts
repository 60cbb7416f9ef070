#!/usr/bin/env node
/** The command line. Exit codes: 0 done, 1 it could not be done (the reason is printed), 2 the call is wrong. */
import { Command } from 'commander';
import { addApply } from './commands/apply.ts';
import { addBackup } from './commands/backup.ts';
import { complain } from './commands/common.ts';
import { addDescribe } from './commands/describe.ts';
import { addExport } from './commands/export.ts';
import { addMigrate } from './commands/migrate.ts';
import { addRead } from './commands/read.ts';
import { addRestore } from './commands/restore.ts';
import { addRevert } from './commands/revert.ts';
import { addSchema } from './commands/schema.ts';
import { addSeed } from './commands/seed.ts';
import { addServe } from './commands/serve.ts';
import { addVerify } from './commands/verify.ts';
import { InvalidArgument } from './records/invalidArgument.ts';

const program = new Command('labourgraph')
  .description('A knowledge graph of labour relations, in which every fact leads to its source.')
  .addHelpText(
    'after',
    `
Examples:
  $ npm start
  $ npm run seed -- --articles ~/articles
  $ npm run verify -- --articles ~/articles
  $ npm run read -- ~/articles/news.txt --published 2023-05-01 --outlet cbc-news
  $ npm run migrate -- status
  $ npm run --silent export -- entities --kinds UNION,OFFICE --output unions.csv`,
  )
  .addHelpText(
    'afterAll',
    `
Environment:
  DATABASE_URL   PostgreSQL 15 or later: postgresql://user:password@host:5432/database (default: embedded database)
  DATA_DIR       folder of the embedded database (default: .data)
  HOST, PORT     address and port to serve on (default: localhost, 4000)
  ARTICLES_DIR   folder of the articles' texts, if you have them (default: none)
  SEEDS_DIR      folder of the facts (default: seeds)
  docs/operate.md describes all variables; npm start -- --print-config prints their values`,
  )
  .showHelpAfterError('(--help lists the commands and options)')
  .exitOverride((error) => process.exit(error.exitCode === 0 ? 0 : 2));

// In the order of the help.
for (const add of [
  addServe,
  addSeed,
  addRead,
  addApply,
  addVerify,
  addDescribe,
  addSchema,
  addExport,
  addBackup,
  addRestore,
  addRevert,
  addMigrate,
])
  add(program);

program.parseAsync().catch(async (error: unknown) => {
  const { describeFailure } = await import('./commands/failure.ts');
  complain(describeFailure(error));
  process.exitCode = error instanceof InvalidArgument ? 2 : 1;
});
