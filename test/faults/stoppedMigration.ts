/** Is told to end while it migrates a backup: `stoppedMigration.ts <file>`. */
import { withMigrated } from '../../src/backup/former.ts';

const [, , file = ''] = process.argv;
await withMigrated(file, async () => {
  process.kill(process.pid, 'SIGTERM');
  await new Promise((resolve) => setTimeout(resolve, 60_000));
});
