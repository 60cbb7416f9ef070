/** A service over seeds of a test's own. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { seed } from '../../src/seeding/seed.ts';
import { startService } from '../../src/server/start.ts';
import { openMigrated } from '../database.ts';

/** Sends a query that must succeed, and gives its data. */
export type Ask = <Data = unknown>(query: string) => Promise<Data>;

export interface Seeded {
  readonly ask: Ask;
  readonly url: string;
  readonly close: () => Promise<void>;
}

/** Seeds and serves these records until it is closed. */
export async function serveSeeds(yaml: string): Promise<Seeded> {
  const seedsFolder = mkdtempSync(join(tmpdir(), 'seeds-'));
  writeFileSync(join(seedsFolder, 'all.yaml'), yaml);
  const database = await openMigrated();
  await seed(database.prisma, { seedsFolder }).finally(() => rmSync(seedsFolder, { recursive: true }));
  const service = await startService(database, {
    host: 'localhost',
    port: 0,
    log: (line, error) => console.error(line, error),
  });
  return {
    ask: async <Data>(query: string) => {
      const response = await fetch(service.url, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query }),
      });
      const { data, errors } = (await response.json()) as { data: Data; errors?: unknown };
      if (errors !== undefined) throw new Error(`the query failed: ${JSON.stringify(errors, null, 2)}`);
      return data;
    },
    url: service.url,
    close: async () => {
      await service.stop();
      await database.close();
    },
  };
}
