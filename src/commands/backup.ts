import type { Command } from 'commander';
import { backUp } from '../backup/backup.ts';
import { complain, progressBar, say, withDatabase } from './common.ts';

/** `backup`: all facts, in one file. */
export function addBackup(program: Command): void {
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
}
