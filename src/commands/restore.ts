import type { Command } from 'commander';
import { say } from './common.ts';

/** `restore`: a backup, with its history or its facts alone. */
export function addRestore(program: Command): void {
  program
    .command('restore')
    .description(
      'restore a backup, all of it or, if anything is wrong, nothing: with its history into a database that has none',
    )
    .argument('<file>', 'a backup, from an embedded database or a server')
    .option('--replace', 'first remove the facts that the database has')
    .action(async (file: string, { replace }: { replace?: boolean }) => {
      const { factRowsIn, historyRowsIn } = await import('../backup/file.ts');
      const { examineBackup, migrationsMissingIn, restore } = await import('../backup/restore.ts');
      const { migrationNames } = await import('../database/migrate.ts');
      const { configure, openPrepared, progressBar } = await import('./database.ts');
      const head = await examineBackup(file, migrationNames());
      const missing = migrationsMissingIn(head, migrationNames());
      const database = await openPrepared(configure({}));
      if (missing.length > 0)
        say(`Migrating  ${file}: it is of an older version of the project, before ${missing.join(', ')}`);
      const bar = progressBar('Restoring');
      try {
        const { version, digest, historyLeftOut } = await restore(database.prisma, file, {
          replace: replace === true,
          onProgress: bar.update,
        }).finally(bar.stop);
        const history = historyLeftOut || head.history === null ? '' : ` and ${historyRowsIn(head)} of their history`;
        say(`Restored   ${factRowsIn(head)} rows${history}, of ${head.created}; version ${version}, digest ${digest}`);
        if (historyLeftOut) say('History    that of the backup was left out: the database has its own, which goes on');
      } finally {
        await database.close();
      }
    });
}
