/** Writes a backup of so many made-up rows, if any, and reads the file: `largeBackup.ts <file> <megabytes>`. */
import { checkBackup, newHead, rowsIn, writeBackup } from '../../src/backup/file.ts';

const [, , file = '', megabytes = '0'] = process.argv;
const row = `${JSON.stringify({ text: 'x'.repeat(988) })}\n`;

async function* rows() {
  for (let batch = 0; batch < Number(megabytes); batch += 1) yield row.repeat(1000);
}

const tables = [{ name: 'Entity', rows: Number(megabytes) * 1000 }];
const about = { migrations: [], version: 1, seedDigest: null, seeding: null, history: null };
const head = newHead({ ...about, digest: '0'.repeat(32), tables });
if (megabytes !== '0') await writeBackup(file, head, rows());
const said = await checkBackup(file).then(
  (found) => `${rowsIn(found)} rows`,
  (error: unknown) => String(error),
);
process.stdout.write(`${said}\n`);
