import type { Command } from 'commander';
import { InvalidArgument } from '../records/invalidArgument.ts';
import { formatProblem } from '../records/validation/problem.ts';
import type { ArticleCoverage } from '../seeding/coverage.ts';
import { articlesOption, complain, say } from './common.ts';

/** `verify`: the seed files against themselves, and against the articles. */
export function addVerify(program: Command): void {
  program
    .command('verify')
    .description(
      "check the seed files, also against the articles' texts if these are given, and print the coverage; check the " +
        'history that the database keeps, if there is one',
    )
    .option(...articlesOption)
    .option(
      '--beside <folder>',
      'check with the records of this folder, each in the place of the one of the same id; warn of these alone',
    )
    .option('--article <id>', 'print one article by paragraph: the facts that rest on each, or why there are none')
    .action(async (options: { articles?: string; article?: string; beside?: string }) => {
      const { formatCoverage, formatParagraphs } = await import('../seeding/coverage.ts');
      const { check } = await import('../seeding/seed.ts');
      const { configure } = await import('./database.ts');
      const config = configure(options);
      const { problems, warnings, coverage } = await check({
        seedsFolder: config.seeds,
        articlesFolder: config.articles,
        beside: options.beside,
      });
      say(options.article === undefined ? formatCoverage(coverage) : formatParagraphs(find(options.article, coverage)));
      for (const warning of warnings) complain(`Warning: ${formatProblem(warning)}`);
      for (const problem of problems) complain(formatProblem(problem));
      if (config.articles === undefined) say('\nNo texts were given: --articles names their folder.');
      const toLookAt = warnings.length === 0 ? '' : ` ${warnings.length} to look at.`;
      say(`\n${problems.length === 0 ? 'No mistakes found.' : `${problems.length} to mend.`}${toLookAt}`);
      const { historyLines } = await import('./history.ts');
      const { lines, tampered } = await historyLines(config.database);
      for (const line of lines) (tampered ? complain : say)(line);
      if (problems.length > 0 || tampered) process.exitCode = 1;
    });
}

/** @throws InvalidArgument that names the articles that there are. */
function find(id: string, coverage: readonly ArticleCoverage[]): ArticleCoverage {
  const found = coverage.find(({ articleId }) => articleId === id);
  if (found !== undefined) return found;
  const known = coverage.map(({ articleId }) => articleId);
  throw new InvalidArgument(['--article'], `there is no article "${id}"`, known.join(', '));
}
