import { userInfo } from 'node:os';
import type { Command } from 'commander';
import { complain, say } from './common.ts';

interface RevertOptions {
  readonly message?: string;
  readonly author?: string;
  readonly dryRun?: true;
}

/** `revert`: undoes a changeset. */
export function addRevert(program: Command): void {
  program
    .command('revert')
    .description('undo a changeset: what it changed becomes what it was before; if others lean on it, change nothing')
    .argument('<changeset>', 'its number: the version of the data that it made')
    .option('--message <text>', 'why (default: that it is undone, with its own message)')
    .option('--author <name>', 'who (default: the user of this computer)')
    .option('--dry-run', 'print what would change, and change nothing')
    .addHelpText(
      'after',
      `
Example:
  $ npm run revert -- 12 --dry-run
  $ npm run revert -- 12 --message "The merger was not in 2015"`,
    )
    .action(async (number: string, { message, author = userInfo().username, dryRun }: RevertOptions) => {
      const { formatChange } = await import('../curation/changeset.ts');
      const { revert } = await import('../curation/revert.ts');
      const { InvalidArgument } = await import('../records/invalidArgument.ts');
      const { configure, openPrepared } = await import('./database.ts');
      if (!/^\d{1,9}$/.test(number))
        throw new InvalidArgument(['changeset'], `"${number}" is no changeset`, 'a whole number');
      const database = await openPrepared(configure({}));
      try {
        const reverting = { version: Number(number), author, message, dryRun };
        const { version, changes } = await revert(database.prisma, reverting);
        for (const change of changes) say(formatChange(change));
        const done = dryRun ? 'would change; nothing was written' : `changed; changeset ${version}`;
        if (changes.length === 0) complain(`Nothing to undo: the graph is as it was before changeset ${number}`);
        else say(`Facts      ${changes.length} ${done}`);
      } finally {
        await database.close();
      }
    });
}
