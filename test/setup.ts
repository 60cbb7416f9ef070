/** Starts the service once for all tests: seeded with the project's own facts, on a database of its own. */
import { existsSync } from 'node:fs';
import type { TestProject } from 'vitest/node';
import { seed } from '../src/seeding/seed.ts';
import { startService } from '../src/server/start.ts';
import { makeTemplate, openMigrated } from './database.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the service under test answers. */
    url: string;
    /** Of what each test's database is a copy: see database.ts. */
    template: string;
  }
}

/** The articles' texts, where they are at hand. */
const articles = new URL('../../shared/articles', import.meta.url).pathname;

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  // A service that runs already can be put to the same questions.
  const running = process.env['SERVICE_URL'];
  if (running !== undefined) {
    project.provide('url', running);
    return async () => {};
  }
  const template = await makeTemplate();
  project.provide('template', template.name);
  const database = await openMigrated(undefined, template.name);
  await seed(database.prisma, { seedsFolder: 'seeds', articlesFolder: existsSync(articles) ? articles : undefined });
  const service = await startService(database, {
    host: 'localhost',
    port: 0,
    log: (line, error) => console.error(line, error),
  });
  project.provide('url', service.url);
  return async () => {
    await service.stop();
    await database.close();
    await template.remove();
  };
}
