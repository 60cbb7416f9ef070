/** Another process that takes the lock of a folder and keeps it until it is ended: `holder.ts <folder>`. */
import { lockFolder } from '../../src/database/lock.ts';

try {
  const release = lockFolder(process.argv[2] ?? '');
  process.stdout.write('held\n');
  process.stdin.on('end', () => {
    release();
    process.exit(0);
  });
  process.stdin.resume();
} catch (error) {
  process.stdout.write(`${error instanceof Error ? `${error.name}: ${error.message}` : String(error)}\n`);
}
