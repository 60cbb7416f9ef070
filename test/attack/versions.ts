/** Versions of the graph for the service that is attacked: without any there would be no past to ask for. */
import { applyMigrations } from '../../src/database/migrate.ts';
import { openDatabase } from '../../src/database/open.ts';
import { seed } from '../../src/seeding/seed.ts';
import { syncRules } from '../../src/store/rules.ts';

/** How many there are at the least. */
export const versions = 100;

/**
 * Fills the database with the facts, and changes them a hundred times.
 * @param folder of the embedded database; not used if DATABASE_URL is set.
 */
export async function makeVersions(folder: string): Promise<void> {
  const url = process.env['DATABASE_URL'] ?? '';
  const database = await openDatabase(url === '' ? { folder } : { url });
  try {
    await applyMigrations(database.adapter);
    await syncRules(database.prisma);
    await seed(database.prisma, { seedsFolder: new URL('../../seeds/', import.meta.url).pathname });
    for (let version = 0; version < versions; version += 1)
      await database.prisma.$executeRaw`
        UPDATE "Relationship" SET "note" = ${`Version ${version}.`}
        WHERE "id" = (SELECT "id" FROM "Relationship" ORDER BY "id" OFFSET ${version} LIMIT 1)`;
  } finally {
    await database.close();
  }
}
