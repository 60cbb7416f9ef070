import type { Command } from 'commander';
import type { Settle } from '../curation/threeWay.ts';
import { InvalidArgument } from '../records/invalidArgument.ts';
import { articlesOption } from './common.ts';

/** All, or some ids. */
type Chosen = true | readonly string[];

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
      const { configure, openPrepared } = await import('./database.ts');
      const { seedDatabase } = await import('./seedDatabase.ts');
      const config = configure(options);
      const database = await openPrepared(config);
      try {
        await seedDatabase(database, config, { settle: settleBy(options) });
      } finally {
        await database.close();
      }
    });
}

/** Who wins about what, as the options say. An id stands for all that belongs to it, such as the terms of a proposal. */
function settleBy({ ours, theirs }: { readonly ours?: Chosen; readonly theirs?: Chosen }): Settle {
  if (ours === true && theirs === true)
    throw new InvalidArgument(['--ours'], '`--theirs` is given for all too', 'one of the two, or ids');
  const names = (chosen: Chosen | undefined, id: string): boolean =>
    Array.isArray(chosen) && chosen.some((one) => id === one || id.startsWith(`${one}.`));
  return {
    conflict: (id) => {
      if (names(ours, id)) return 'FILES';
      if (names(theirs, id)) return 'GRAPH';
      return ours === true ? 'FILES' : theirs === true ? 'GRAPH' : undefined;
    },
    restore: (id) => names(ours, id),
  };
}
