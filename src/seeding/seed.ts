/** Seeding: from files to facts. */

import { reconcile } from '../curation/reconcile.ts';
import { rowsOf } from '../curation/rows.ts';
import { type Settle, unsettled } from '../curation/threeWay.ts';
import { needToWrite } from '../database/privileges.ts';
import type { PrismaClient } from '../generated/prisma/client.ts';
import { checkGrounds } from '../records/grounds/index.ts';
import type { Source } from '../records/validation/node.ts';
import { formatProblem, type Problem, SeedProblems, sortProblems } from '../records/validation/problem.ts';
import { validate } from '../records/validation/validate.ts';
import type { OnProgress } from '../store/tableRows.ts';
import type { Changes, Fact } from '../store/tables.ts';
import { putBeside } from './beside.ts';
import { type ArticleCoverage, coverageOf } from './coverage.ts';
import { digestOfSources } from './digest.ts';
import { readSeeds } from './read.ts';
import { type Files, readArticles, verify } from './verify.ts';

export interface Folders {
  /** The facts, as YAML. */
  readonly seedsFolder: string;
  /** The articles' texts, if they are at hand. */
  readonly articlesFolder?: string | undefined;
}

interface SeedResult {
  readonly changes: ReadonlyMap<Fact, Changes>;
  readonly changed: boolean;
  readonly version: number;
  /** How many facts are not what the files say, since somebody changed them in the database, and stay so. */
  readonly kept: number;
  /** Articles of which another text was supplied: their facts are served without it. */
  readonly warnings: readonly string[];
}

export interface SeedOptions extends Folders {
  readonly onProgress?: OnProgress;
  /** If the files are those that were seeded the last time, take it that they have nothing new to say. */
  readonly trustDigest?: boolean;
  /** Who wins where the files and others changed a fact since then; unless told it is a conflict. */
  readonly settle?: Settle;
}

/**
 * Makes the database hold what the seeds say, beside what others changed in it: all of it or, if there is a mistake or a
 * conflict, nothing of it.
 * @throws SeedProblems that lists every mistake, SeedConflicts every conflict; MayOnlyRead; Error if a folder cannot be
 * read or the database refuses.
 */
export async function seed(prisma: PrismaClient, options: SeedOptions): Promise<SeedResult> {
  const digest = await digestOfSources(options);
  const held = options.trustDigest === true ? await prisma.dataVersion.findUnique({ where: { one: true } }) : null;
  if (held !== null && held.seedDigest === digest) {
    return { changes: new Map(), changed: false, version: held.version, kept: 0, warnings: [] };
  }
  const { records, texts, problems, differing } = await examine(options);
  if (problems.length > 0) throw new SeedProblems(problems);
  // Where there is something to warn of, it is examined and told again the next time.
  const files = { digest, final: differing.length === 0 };
  await needToWrite(
    prisma,
    'the seed files are not those that the database was filled from',
    'seed as one that may write, or serve what is there with --no-seed',
  );
  const { settle = unsettled, onProgress } = options;
  const reconciled = await reconcile(prisma, rowsOf(records, texts), files, settle, onProgress);
  return { ...reconciled, warnings: sortProblems(differing).map(formatProblem) };
}

interface Beside {
  /** A folder of records that are taken in the place of those of the same id, as `apply` takes them. */
  readonly beside?: string | undefined;
}

interface CheckResult {
  /** None: all is well. */
  readonly problems: readonly Problem[];
  /** What a person should look at; nothing is refused for it. With a folder beside, of its records alone. */
  readonly warnings: readonly Problem[];
  readonly coverage: readonly ArticleCoverage[];
}

/**
 * Checks the seeds against the registry and the articles' texts, without a database.
 * @throws Error if a folder cannot be read.
 */
export async function check(folders: Folders & Beside): Promise<CheckResult> {
  const { problems, differing, warnings, coverage, isAsked } = await examine(folders);
  return {
    problems: sortProblems([...problems, ...differing]),
    warnings: sortProblems(warnings.filter(isAsked)),
    coverage,
  };
}

async function examine({ seedsFolder, articlesFolder, beside }: Folders & Beside) {
  const seeds = await readSeeds(seedsFolder);
  const more = beside === undefined ? undefined : await readSeeds(beside);
  const source = more === undefined ? seeds : putBeside(seeds, more);
  const { records } = validate(source);
  const files = new Set(more?.records.map(({ place }) => place.file));
  return {
    ...examineSource(source, await readArticles(records, articlesFolder)),
    /** Whether it is of the records that are looked at: beside others, those of the folder. */
    isAsked: ({ file }: Problem): boolean => more === undefined || files.has(file),
  };
}

/** Everything that can be said of the seeds without a database, once all files are read. */
export function examineSource(source: Source, files: Files) {
  const { records, problems, expected } = validate(source);
  const { texts, differing, problems: inTexts } = verify(records, expected, files);
  const paragraphs = new Map([...texts].map(([id, text]) => [id, text.paragraphs]));
  const { problems: ungrounded, warnings } = checkGrounds(records, paragraphs);
  const coverage = coverageOf(records, texts);
  return { records, texts, differing, warnings, coverage, problems: [...problems, ...inTexts, ...ungrounded] };
}

/** In one line: `+12 entities, ~1 relationship changed, -3 terms removed`, or `nothing changed`. */
export function formatChanges(changes: ReadonlyMap<Fact, Changes>): string {
  const parts = [...changes].flatMap(([fact, { added, changed, removed }]) => [
    ...(added > 0 ? [`+${counted(added, fact)}`] : []),
    ...(changed > 0 ? [`~${counted(changed, fact)} changed`] : []),
    ...(removed > 0 ? [`-${counted(removed, fact)} removed`] : []),
  ]);
  return parts.length > 0 ? parts.join(', ') : 'nothing changed';
}

const nouns: Record<Fact, readonly [one: string, many: string]> = {
  entities: ['entity', 'entities'],
  relationships: ['relationship', 'relationships'],
  terms: ['term', 'terms'],
  stages: ['stage', 'stages'],
  provisions: ['provision', 'provisions'],
  passages: ['passage', 'passages'],
  evidence: ['piece of evidence', 'pieces of evidence'],
};

function counted(count: number, fact: Fact): string {
  return `${count} ${nouns[fact][count === 1 ? 0 : 1]}`;
}
