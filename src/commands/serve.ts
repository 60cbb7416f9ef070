import type { Command } from 'commander';
import { articlesOption, fromCall, say } from './common.ts';

/** `serve`: the service, from an empty folder to an orderly end. */
export function addServe(program: Command): void {
  program
    .command('serve')
    .description('migrate the database, load facts that have changed, and serve until interrupted')
    .option(...articlesOption)
    .option('--no-seed', 'serve the facts in the database; do not load the seed files')
    .option('--print-config', 'print all settings and their values, with secrets hidden, and exit')
    .action(async (options: { articles?: string; seed: boolean; printConfig?: boolean }) => {
      const { printConfig } = await import('../config.ts');
      if (options.printConfig === true) return say(printConfig(fromCall(options)));
      const { configure, openPrepared } = await import('./database.ts');
      const { seedDatabase } = await import('./seedDatabase.ts');
      const { openLog } = await import('../server/log.ts');
      const { startService } = await import('../server/start.ts');
      const config = configure(options);
      const { databasePool, databaseWait, databaseTimeout, databasePrepared, requestTimeout } = config.settings;
      const { shutdownDelay, shutdownTimeout } = config.settings;
      const database = await openPrepared(config, {
        connections: databasePool,
        wait: databaseWait,
        statement: databaseTimeout,
        // Whoever waits for it waits no longer.
        sharedRead: requestTimeout,
        prepared: databasePrepared,
      });
      try {
        if (options.seed) await seedDatabase(database, config, { trustDigest: true });
        const log = openLog(config.settings);
        // A library that forgets a promise must not end the service for all; Node would.
        process.on('unhandledRejection', (err) => log('a promise that nobody waited for was rejected', { err }));
        const service = await startService(database, { ...config, log });
        // Before anybody is told that it serves: who is may stop it at once.
        const toldToStop = interrupted();
        say(`Serving    ${service.url} after ${seconds()}`);
        log('serving', { url: service.url, database: database.description }, 'info');
        say(
          `Next       look at ${new URL('/', service.url)}, or ask: docs/api.md has queries; README.md lists the other commands.`,
        );
        await toldToStop;
        say('Stopping.');
        log('stopping', {}, 'info');
        // Whatever should still keep the process from its end then, such as a database that stands still.
        setTimeout(() => process.exit(1), shutdownDelay + shutdownTimeout + 10_000).unref();
        await service.stop();
        log('stopped', {}, 'info');
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
