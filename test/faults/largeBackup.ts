/** Writes a backup of made-up rows and reads it again: `largeBackup.ts <file> <megabytes>`. */
import { checkBackup, newHead, rowsIn, writeBackup } from '../../src/backup/file.ts';

const [, , file = '', megabytes = ''] = process.argv;
const row = `${JSON.stringify({ text: 'x'.repeat(988) })}\n`;

async function* rows() {
  for (let batch = 0; batch < Number(megabytes); batch += 1) yield row.repeat(1000);
}

const tables = [{ name: 'Entity', rows: Number(megabytes) * 1000 }];
const head = newHead({ migrations: [], version: 1, digest: '', seedDigest: null, tables });
await writeBackup(file, head, rows());
process.stdout.write(`${megabytes} MB, ${rowsIn(await checkBackup(file))} rows\n`);
