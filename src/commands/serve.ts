import type { Command } from 'commander';
import { printConfig } from '../config.ts';
import { trimChanges } from '../database/changes.ts';
import { openLog } from '../server/log.ts';
import { startService } from '../server/start.ts';
import { articlesOption, configure, fromCall, openPrepared, say } from './common.ts';
import { seedDatabase } from './seed.ts';

/** `serve`: the service, from an empty folder to an orderly end. */
export function addServe(program: Command): void {
  program
    .command('serve')
    .description('migrate, seed what has changed, and serve GraphQL until interrupted')
    .option(...articlesOption)
    .option('--no-seed', 'serve the facts that the database has, whatever the seed files say')
    .option('--print-config', 'print every variable with what holds, secrets hidden, and end')
    .action(async (options: { articles?: string; seed: boolean; printConfig?: boolean }) => {
      if (options.printConfig === true) return say(printConfig(fromCall(options)));
      const config = configure(options);
      const { databasePool, databaseWait, databaseTimeout, shutdownDelay, shutdownTimeout } = config.settings;
      const database = await openPrepared(config, {
        connections: databasePool,
        wait: databaseWait,
        statement: databaseTimeout,
      });
      try {
        if (options.seed) await seedDatabase(database, config, { trustDigest: true });
        await trimChanges(database.prisma);
        const log = openLog(config.settings);
        // A library that forgets a promise must not end the service for all; Node would.
        process.on('unhandledRejection', (err) => log('a promise that nobody waited for was rejected', { err }));
        const service = await startService(database, { ...config, log });
        say(`Serving    ${service.url} after ${seconds()}`);
        say(
          `Next       look at ${new URL('/', service.url)}, or ask: the README has queries; --help says what else there is.`,
        );
        await interrupted();
        say('Stopping.');
        // Whatever should still keep the process from its end then, such as a database that stands still.
        setTimeout(() => process.exit(1), shutdownDelay + shutdownTimeout + 10_000).unref();
        await service.stop();
      } finally {
        await database.close();
      }
    });
}

const seconds = (): string => `${(performance.now() / 1000).toFixed(1)} s`;

/** Waits for the first signal to stop; npm and a terminal may both send one, and the second must not cut the first short. */
async function interrupted(): Promise<void> {
  await new Promise<void>((resolve) => {
    process.on('SIGINT', resolve);
    process.on('SIGTERM', resolve);
  });
}
