import cliProgress from 'cli-progress';
import type { Command } from 'commander';
import type { Config } from '../config.ts';
import type { Database } from '../database/open.ts';
import { formatChanges, seed } from '../seeding/seed.ts';
import { articlesOption, complain, configure, openPrepared, say } from './common.ts';

/** `seed`: the facts of the files into the database. */
export function addSeed(program: Command): void {
  program
    .command('seed')
    .description('make the database hold what the seed files say: everything or, if there is a mistake, nothing')
    .option(...articlesOption)
    .action(async (options: { articles?: string }) => {
      const config = configure(options);
      const database = await openPrepared(config);
      try {
        await seedDatabase(database, config);
      } finally {
        await database.close();
      }
    });
}

/** Makes the database hold what the seed files say, and tells what that changed. */
export async function seedDatabase({ prisma }: Database, config: Config, { trustDigest = false } = {}): Promise<void> {
  const bar = new cliProgress.SingleBar({
    format: 'Seeding    [{bar}] {percentage}% {what}',
    clearOnComplete: true,
    stopOnComplete: true,
  });
  const result = await seed(prisma, {
    seedsFolder: config.seeds,
    articlesFolder: config.articles,
    trustDigest,
    onProgress: (done, total, what) => {
      if (!bar.isActive) bar.start(total, 0, { what });
      bar.update(done, { what });
    },
  }).finally(() => bar.stop());
  for (const warning of result.warnings) complain(`Warning    ${warning}`);
  say(`Facts      ${formatChanges(result.changes)}; version ${result.version}`);
}
