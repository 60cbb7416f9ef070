import type { Command } from 'commander';
import type { Chosen } from '../curation/settle.ts';
import { articlesOption } from './common.ts';

/** `seed`: the facts of the files into the database. */
export function addSeed(program: Command): void {
  program
    .command('seed')
    .description(
      'write what changed in the seed files, and keep what changed in the database; with a mistake or a conflict, change nothing',
    )
    .option(...articlesOption)
    .option(
      '--ours [ids...]',
      'where both changed, take what the files say; with ids, whoever changed, for these alone',
    )
    .option('--theirs [ids...]', 'where both changed, keep what the database has; with ids, for these alone')
    .action(async (options: { articles?: string; ours?: Chosen; theirs?: Chosen }) => {
      const { settleBy } = await import('../curation/settle.ts');
      const { configure, openPrepared } = await import('./database.ts');
      const { seedDatabase } = await import('./seedDatabase.ts');
      const settle = settleBy(options);
      const config = configure(options);
      const database = await openPrepared(config);
      try {
        await seedDatabase(database, config, { settle });
      } finally {
        await database.close();
      }
    });
}
