import type { Command } from 'commander';
import { articlesOption } from './common.ts';

/** `seed`: the facts of the files into the database. */
export function addSeed(program: Command): void {
  program
    .command('seed')
    .description(
      'load the facts of the seed files, and remove what is no longer in them; if there is a mistake, change nothing',
    )
    .option(...articlesOption)
    .action(async (options: { articles?: string }) => {
      const { configure, openPrepared } = await import('./database.ts');
      const { seedDatabase } = await import('./seedDatabase.ts');
      const config = configure(options);
      const database = await openPrepared(config);
      try {
        await seedDatabase(database, config);
      } finally {
        await database.close();
      }
    });
}
