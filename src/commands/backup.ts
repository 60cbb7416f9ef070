import type { Command } from 'commander';
import { complain, say } from './common.ts';

/** `backup`: all facts with their history, in one file. */
export function addBackup(program: Command): void {
  program
    .command('backup')
    .description('save all facts and their history to one file')
    .argument('<file>', 'the file to write; it appears when it is complete')
    .action(async (file: string) => {
      const { backUp } = await import('../backup/backup.ts');
      const { progressBar, withDatabase } = await import('./database.ts');
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
