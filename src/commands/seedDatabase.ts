import cliProgress from 'cli-progress';
import type { Config } from '../config.ts';
import type { Database } from '../database/open.ts';
import { formatChanges, type SeedOptions, seed } from '../seeding/seed.ts';
import { complain, say } from './common.ts';

/** Makes the database hold what the seed files say, beside what others changed in it, and tells what that changed. */
export async function seedDatabase(
  { prisma }: Database,
  config: Config,
  options: Pick<SeedOptions, 'trustDigest' | 'settle'> = {},
): Promise<void> {
  const bar = new cliProgress.SingleBar({
    format: 'Seeding    [{bar}] {percentage}% {what}',
    clearOnComplete: true,
    stopOnComplete: true,
  });
  const result = await seed(prisma, {
    seedsFolder: config.seeds,
    articlesFolder: config.articles,
    ...options,
    onProgress: (done, total, what) => {
      if (!bar.isActive) bar.start(total, 0, { what });
      bar.update(done, { what });
    },
  }).finally(() => bar.stop());
  for (const warning of result.warnings) complain(`Warning    ${warning}`);
  const kept = result.kept === 0 ? '' : `; ${result.kept} changed here and kept`;
  say(`Facts      ${formatChanges(result.changes)}${kept}; version ${result.version}`);
}
