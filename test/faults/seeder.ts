/**
 * Another process that writes, and is killed in the middle of it: `seeder.ts seed|restore <what>`, the database as JSON
 * in LOCATION. With `apply` it applies one changeset after the other, each of two people, until it is killed. With `hold`
 * it only keeps the database open.
 */
import { restore } from '../../src/backup/restore.ts';
import { apply } from '../../src/curation/apply.ts';
import { type Location, openDatabase } from '../../src/database/open.ts';
import { readSource } from '../../src/seeding/read.ts';
import { seed } from '../../src/seeding/seed.ts';

const [, , command, what = ''] = process.argv;
const database = await openDatabase(JSON.parse(process.env['LOCATION'] ?? '') as Location);
const onProgress = (done: number, total: number): void => {
  if (done > total / 2) process.kill(process.pid, 'SIGKILL');
};
if (command === 'seed') await seed(database.prisma, { seedsFolder: what, onProgress });
if (command === 'restore') await restore(database.prisma, what, { replace: true, onProgress });
process.stdout.write(`${command} ${process.pid}\n`);
for (let edit = 0; command === 'apply'; edit += 1) {
  // In letters: a number in a summary needs a source.
  const word = `${what}${[...edit.toString()].map((digit) => 'abcdefghij'[Number(digit)]).join('')}`;
  const people = ['carl', 'dora'].map(
    (id) => `
- id: ${id}
  kind: PERSON
  names: {en: {preferred: ${id}}}
  summary: A person, ${word}.
  evidence: [{external: The library}]`,
  );
  const source = readSource('edit.yaml', people.join(''));
  await apply(database.prisma, { source, remove: [], author: 'ann', message: word });
  process.stdout.write(`${word}\n`);
}
setInterval(() => {}, 1_000);
