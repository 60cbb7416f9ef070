/** Which mutants of the seeds `verify` notices. */

import type { Source } from '../../../src/records/validation/node.ts';
import { formatProblem } from '../../../src/records/validation/problem.ts';
import { validate } from '../../../src/records/validation/validate.ts';
import { readSeeds } from '../../../src/seeding/read.ts';
import { examineSource } from '../../../src/seeding/seed.ts';
import { type Files, readArticles } from '../../../src/seeding/verify.ts';
import { type Mutant, mutantsOf } from './mutants.ts';

export interface Noticed {
  readonly mutant: Mutant;
  /** The first thing that is said of it and not of the seeds as they are; undefined: nothing is. */
  readonly said: string | undefined;
}

/**
 * Changes each number, date and name of the seeds by a little, one at a time, and says what verify says of it.
 * @param every takes only each so manieth mutant.
 * @param only takes only those of sorts that match.
 */
export async function noticeAll(
  seedsFolder: string,
  articlesFolder: string | undefined,
  every = 1,
  only = /(?:)/,
): Promise<Noticed[]> {
  const source = await readSeeds(seedsFolder);
  const files = await readArticles(validate(source).records, articlesFolder);
  const before = new Set(said(source, files));
  const mutants = mutantsOf(source.records)
    .filter(({ sort }) => only.test(sort))
    .filter((_, index) => index % every === 0);
  return mutants.map((mutant) => {
    const records = source.records.map((record, index) => (index === mutant.index ? mutant.record : record));
    return { mutant, said: said({ ...source, records }, files).find((line) => !before.has(line)) };
  });
}

function said(source: Source, files: Files): string[] {
  const { problems, differing, warnings } = examineSource(source, files);
  return [...problems, ...differing, ...warnings].map(formatProblem);
}

/** How many were noticed of each sort: a line each, and one for all. */
export function summarize(results: readonly Noticed[]): string {
  const sorts = [...new Set(results.map(({ mutant }) => mutant.sort))].sort();
  const line = (name: string, of: readonly Noticed[]) => {
    const noticed = of.filter(({ said: words }) => words !== undefined).length;
    return `${name.padEnd(32)} ${String(noticed).padStart(5)} of ${String(of.length).padStart(5)}  ${((100 * noticed) / of.length).toFixed(1)} %`;
  };
  return [
    ...sorts.map((sort) =>
      line(
        sort,
        results.filter(({ mutant }) => mutant.sort === sort),
      ),
    ),
    line('all', results),
  ].join('\n');
}
