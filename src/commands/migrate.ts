import { relative } from 'node:path';
import type { Command } from 'commander';
import { say } from './common.ts';

/** `migrate`: the tables of the database, and how they came to be. */
export function addMigrate(program: Command): void {
  const migrate = program.command('migrate').description('list, apply or write migrations of the database');

  migrate
    .command('status')
    .description('list applied and pending migrations; exit code 1 if something is wrong')
    .action(async () => {
      const { migrationStatus } = await import('../database/migrate.ts');
      const { withDatabase } = await import('./database.ts');
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
    .description('apply pending migrations, and write the rules of the registry')
    .action(async () => {
      const { configure, openPrepared } = await import('./database.ts');
      await (await openPrepared(configure({}))).close();
    });

  migrate
    .command('create')
    .description('write a migration from the present state to prisma/schema.prisma')
    .argument('<name>', 'what it does, in snake_case, such as add_strike_votes')
    .action(async (name: string) => {
      const { BadConfiguration } = await import('../config.ts');
      const { createMigration } = await import('../database/migrate.ts');
      if (!/^[a-z][a-z0-9_]*$/.test(name))
        throw new BadConfiguration(`"${name}" is no name for a migration: write snake_case, such as add_strike_votes`);
      const path = await createMigration(name);
      say(
        path === null
          ? 'Nothing to do: the migrations lead to prisma/schema.prisma already.'
          : `Wrote ${relative('.', path)}: read it, add a CHECK for each new column, then run migrate apply.`,
      );
    });
}
