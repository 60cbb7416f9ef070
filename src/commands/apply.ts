import { readFile } from 'node:fs/promises';
import { userInfo } from 'node:os';
import type { Command } from 'commander';
import { messageOf } from '../database/thrown.ts';
import { complain, say } from './common.ts';

interface ApplyOptions {
  readonly message: string;
  readonly author?: string;
  readonly remove?: readonly string[];
  readonly expectedVersion?: string;
  readonly dryRun?: true;
}

/** `apply`: a changeset. */
export function addApply(program: Command): void {
  program
    .command('apply')
    .description('put records into the database, beside what it holds, as a changeset; with a mistake, change nothing')
    .argument('[files...]', 'records, in the form of the seed files; each replaces the one of the same id')
    .requiredOption('--message <text>', 'why: it is kept with the changeset')
    .option('--author <name>', 'who (default: the user of this computer)')
    .option('--remove <ids...>', 'ids of entities and relationships to remove')
    .option('--expected-version <number>', 'refuse if one of these facts has changed since this version')
    .option('--dry-run', 'print what would change, and change nothing')
    .addHelpText(
      'after',
      `
Example:
  $ npm run --silent export -- records --output facts.yaml
  $ $EDITOR facts.yaml
  $ npm run apply -- facts.yaml --message "Correct the year of the merger"`,
    )
    .action(async (files: readonly string[], options: ApplyOptions) => {
      const { apply } = await import('../curation/apply.ts');
      const { formatChange } = await import('../curation/changeset.ts');
      const { configure, openPrepared } = await import('./database.ts');
      const application = await readApplication(files, options);
      const database = await openPrepared(configure({}));
      try {
        if ((await database.prisma.entity.count()) === 0)
          complain('The database holds no facts: npm run seed, or npm start once, loads them');
        const { version, changes } = await apply(database.prisma, application);
        for (const change of changes) say(formatChange(change));
        const done = options.dryRun ? 'would change; nothing was written' : `changed; changeset ${version}`;
        if (changes.length === 0) complain(`Nothing to change: the graph holds it already; version ${version}`);
        else say(`Facts      ${changes.length} ${done}`);
      } finally {
        await database.close();
      }
    });
}

async function readApplication(files: readonly string[], options: ApplyOptions) {
  const { InvalidArgument } = await import('../records/invalidArgument.ts');
  const { NoFile } = await import('../seeding/folder.ts');
  const { readSource } = await import('../seeding/read.ts');
  const { message, author = userInfo().username, remove = [], expectedVersion, dryRun } = options;
  if (files.length === 0 && remove.length === 0)
    throw new InvalidArgument(['files'], 'there is nothing to change', 'a file of records, or --remove with ids');
  if (expectedVersion !== undefined && !/^\d{1,9}$/.test(expectedVersion))
    throw new InvalidArgument(['--expected-version'], `"${expectedVersion}" is no version`, 'a whole number');
  const sources = await Promise.all(
    files.map(async (file) => {
      const text = await readFile(file, 'utf8').catch((error: unknown) => {
        throw new NoFile(`${file} cannot be read: ${messageOf(error)}`);
      });
      return readSource(file, text);
    }),
  );
  return {
    ...{ message, author, remove, dryRun },
    expectedVersion: expectedVersion === undefined ? undefined : Number(expectedVersion),
    source: {
      records: sources.flatMap(({ records }) => records),
      broken: sources.flatMap(({ broken }) => broken),
      problems: sources.flatMap(({ problems }) => problems),
    },
  };
}
