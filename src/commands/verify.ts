import type { Command } from 'commander';
import { formatCoverage } from '../seeding/coverage.ts';
import { formatProblem } from '../seeding/problem.ts';
import { check } from '../seeding/seed.ts';
import { articlesOption, complain, configure, say } from './common.ts';

/** `verify`: the seed files against themselves, and against the articles. */
export function addVerify(program: Command): void {
  program
    .command('verify')
    .description("check the seed files, and the articles' texts against them; print what is covered; needs no database")
    .option(...articlesOption)
    .action(async (options: { articles?: string }) => {
      const config = configure(options);
      const { problems, coverage } = await check({ seedsFolder: config.seeds, articlesFolder: config.articles });
      say(formatCoverage(coverage));
      for (const problem of problems) complain(formatProblem(problem));
      if (config.articles === undefined) say('\nNo texts were given: --articles names their folder.');
      say(`\n${problems.length === 0 ? 'No mistakes found.' : `${problems.length} to mend.`}`);
      if (problems.length > 0) process.exitCode = 1;
    });
}
