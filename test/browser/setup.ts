/** Starts the service that the browser visits: with the articles' texts, if they are at hand, and without them. */
import { existsSync } from 'node:fs';
import type { TestProject } from 'vitest/node';
import { seed } from '../../src/seeding/seed.ts';
import { startService } from '../../src/server/start.ts';
import { makeTemplate, openMigrated } from '../database.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The origin of a service that has the articles' texts. */
    withTexts: string;
    /** The origin of one that has not. */
    withoutTexts: string;
  }
}

const articles = new URL('../../../shared/articles', import.meta.url).pathname;

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const template = await makeTemplate();
  const withoutTexts = await start(template.name, undefined);
  const withTexts = existsSync(articles) ? await start(template.name, articles) : withoutTexts;
  project.provide('withTexts', withTexts.origin);
  project.provide('withoutTexts', withoutTexts.origin);
  return async () => {
    for (const service of new Set([withTexts, withoutTexts])) await service.stop();
    await template.remove();
  };
}

async function start(
  template: string,
  articlesFolder: string | undefined,
): Promise<{ origin: string; stop: () => Promise<void> }> {
  const database = await openMigrated(undefined, template);
  await seed(database.prisma, { seedsFolder: 'seeds', articlesFolder });
  const service = await startService(database, {
    host: 'localhost',
    port: 0,
    log: (line, error) => console.error(line, error),
  });
  return {
    origin: new URL(service.url).origin,
    stop: async () => {
      await service.stop();
      await database.close();
    },
  };
}
