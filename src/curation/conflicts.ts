/** What was changed by two, each in its way: told with both values. */
import type { Conflict, Idle } from './threeWay.ts';

/** What is listed at the most: nobody settles more one by one. */
const most = { listed: 200, characters: 1_000 };

/** A changeset is of an older version than facts that it touches; the message tells both values of each. */
export class ChangesetConflict extends Error {
  override readonly name = 'ChangesetConflict';
}

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

/** Ids were given to settle conflicts, and are in none: the message names them, and those that are in one. */
export class NothingToSettle extends Error {
  override readonly name = 'NothingToSettle';

  constructor(idle: readonly Idle[], inConflict: readonly string[]) {
    const listed = inConflict.slice(0, most.listed).join(', ');
    const more = inConflict.length > most.listed ? `, and ${inConflict.length - most.listed} more` : '';
    super(
      [
        ...idle.map(formatIdle),
        inConflict.length === 0 ? 'No fact is in conflict.' : `In conflict: ${listed}${more}`,
        'Nothing was changed.',
      ].join('\n'),
    );
  }
}

const formatIdle = ({ option, id, known }: Idle): string =>
  `${option}: ${known ? `"${id}" is in no conflict` : `neither the seeds nor the database have a fact "${id}"`}`;

function formatConflict({ id, differences }: Conflict): string {
  const text = `${id}  ${differences.join('; ')}`;
  return text.length > most.characters ? `${text.slice(0, most.characters)}…` : text;
}
