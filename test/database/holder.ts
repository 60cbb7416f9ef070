/** Another process that takes the lock of a folder and keeps it until it is ended: `holder.ts <folder>`. */
import { utimesSync } from 'node:fs';
import { lockFolder, touchEvery } from '../../src/database/embedded/lock.ts';

try {
  const { path, release } = await lockFolder(process.argv[2] ?? '');
  const timer = setInterval(() => utimesSync(path, new Date(), new Date()), touchEvery);
  process.stdout.write('held\n');
  process.stdin.on('end', () => {
    clearInterval(timer);
    release();
    process.exit(0);
  });
  process.stdin.resume();
} catch (error) {
  process.stdout.write(`${error instanceof Error ? `${error.name}: ${error.message}` : String(error)}\n`);
}
