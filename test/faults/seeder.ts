/**
 * Another process that writes, and is killed in the middle of it: `seeder.ts seed|restore <what>`, the database as JSON
 * in LOCATION. With `apply` it applies one changeset after the other, until it is killed: each changes two people and what
 * one of them is a member of, brings a union, and removes the one before. With `hold` it only keeps the database open.
 */
import { restore } from '../../src/backup/restore.ts';
import { apply } from '../../src/curation/apply.ts';
import { type Location, openDatabase } from '../../src/database/open.ts';
import { seed } from '../../src/seeding/seed.ts';
import { editOf } from './editOf.ts';

const [, , command, what = ''] = process.argv;
const database = await openDatabase(JSON.parse(process.env['LOCATION'] ?? '') as Location);
const onProgress = (done: number, total: number): void => {
  if (done > total / 2) process.kill(process.pid, 'SIGKILL');
};
if (command === 'seed') await seed(database.prisma, { seedsFolder: what, onProgress });
if (command === 'restore') await restore(database.prisma, what, { replace: true, onProgress });
process.stdout.write(`${command} ${process.pid}\n`);
let before: string | undefined;
for (let edit = 0; command === 'apply'; edit += 1) {
  // In letters: a number in a summary needs a source.
  const word = `${what}${[...edit.toString()].map((digit) => 'abcdefghij'[Number(digit)]).join('')}`;
  await apply(database.prisma, editOf(word, 2000 + (edit % 20), before));
  process.stdout.write(`${word}\n`);
  before = word;
}
setInterval(() => {}, 1_000);
