/** What was changed in the seed files and in the database, each in its way: told with both values. */
import type { Conflict } from './threeWay.ts';

/** What is listed at the most: nobody settles more one by one. */
const most = { listed: 200, characters: 1_000 };

/** Every conflict that nobody has settled; the message lists them. */
export class SeedConflicts extends Error {
  override readonly name = 'SeedConflicts';

  constructor(readonly conflicts: readonly Conflict[]) {
    const count = conflicts.length === 1 ? '1 fact' : `${conflicts.length} facts`;
    const more = conflicts.length > most.listed ? [`and ${conflicts.length - most.listed} more`] : [];
    super(
      [
        `${count} changed in the seeds and in the database since the last seeding:`,
        ...conflicts.slice(0, most.listed).map(formatConflict),
        ...more,
        'Nothing was changed. To settle them: npm run seed -- --ours takes what the files say, --theirs keeps what the',
        'database has; with ids after it, for these alone.',
      ].join('\n'),
    );
  }
}

function formatConflict({ id, differences }: Conflict): string {
  const text = `${id}  ${differences.join('; ')}`;
  return text.length > most.characters ? `${text.slice(0, most.characters)}…` : text;
}
