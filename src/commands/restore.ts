import type { Command } from 'commander';
import { say } from './common.ts';

/** `restore`: the facts of a backup. */
export function addRestore(program: Command): void {
  program
    .command('restore')
    .description('restore the facts of a backup: all of them or, if anything is wrong, none')
    .argument('<file>', 'a backup, from an embedded database or a server')
    .option('--replace', 'first remove the facts that the database has')
    .action(async (file: string, { replace }: { replace?: boolean }) => {
      const { rowsIn } = await import('../backup/file.ts');
      const { examineBackup, restore } = await import('../backup/restore.ts');
      const { migrationNames } = await import('../database/migrate.ts');
      const { configure, openPrepared, progressBar } = await import('./database.ts');
      const head = await examineBackup(file, migrationNames());
      const database = await openPrepared(configure({}));
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
}
