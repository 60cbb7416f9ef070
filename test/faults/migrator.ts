/** Another process that migrates: `migrator.ts <folder of migrations>`, the database as JSON in LOCATION. */
import { applyMigrations } from '../../src/database/migrate.ts';
import { type Location, openDatabase } from '../../src/database/open.ts';

const database = await openDatabase(JSON.parse(process.env['LOCATION'] ?? '') as Location);
process.stdout.write('open\n');
const applied = await applyMigrations(database.adapter, process.argv[2]);
process.stdout.write(`applied ${applied.join()}\n`);
await database.close();
