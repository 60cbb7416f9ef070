/**
 * Another process that writes, and is killed in the middle of it: `seeder.ts seed|restore <what>`, the database as JSON
 * in LOCATION. With `hold` it only keeps the database open.
 */
import { restore } from '../../src/backup/restore.ts';
import { type Location, openDatabase } from '../../src/database/open.ts';
import { seed } from '../../src/seeding/seed.ts';

const [, , command, what = ''] = process.argv;
const database = await openDatabase(JSON.parse(process.env['LOCATION'] ?? '') as Location);
const onProgress = (done: number, total: number): void => {
  if (done > total / 2) process.kill(process.pid, 'SIGKILL');
};
if (command === 'seed') await seed(database.prisma, { seedsFolder: what, onProgress });
if (command === 'restore') await restore(database.prisma, what, { replace: true, onProgress });
process.stdout.write(`${command} ${process.pid}\n`);
setInterval(() => {}, 1_000);
