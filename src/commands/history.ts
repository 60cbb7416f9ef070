/** What `verify` says of the history that a database keeps. */
import { existsSync } from 'node:fs';
import { FolderInUse } from '../database/embedded/lock.ts';
import { type Location, openDatabase } from '../database/open.ts';
import { DatabaseUnavailable } from '../database/unavailable.ts';
import { checkHistory } from '../store/historyCheck.ts';

interface Told {
  readonly lines: readonly string[];
  readonly tampered: boolean;
}

/** So many versions are listed at the most. */
const mostListed = 20;

/** Checks the history of the database, if there is one that can be opened. */
export async function historyLines(location: Location): Promise<Told> {
  if ('folder' in location && !existsSync(location.folder)) return unchecked('there is no database yet');
  try {
    const database = await openDatabase(location);
    try {
      const [row] = await database.read<{ kept: boolean }>({
        text: `SELECT to_regclass('labourgraph_history."Entity"') IS NOT NULL AS kept`,
        values: [],
      });
      if (row?.kept !== true) return unchecked('the database keeps none yet');
      const tampered = await checkHistory(database.read, new AbortController().signal);
      if (tampered.length === 0) return { lines: ['The history is as it was written.'], tampered: false };
      const told = tampered
        .slice(0, mostListed)
        .map(({ version, noted, found }) =>
          noted === null
            ? `version ${version} has no changeset`
            : `version ${version} had the digest ${noted}, and its rows now have ${found}`,
        );
      const more = tampered.length > mostListed ? [`and ${tampered.length - mostListed} more`] : [];
      return { lines: ['Somebody has changed the history:', ...told, ...more], tampered: true };
    } finally {
      await database.close();
    }
  } catch (error) {
    if (error instanceof FolderInUse) return unchecked('a service has the database open; stop it first');
    if (error instanceof DatabaseUnavailable) return unchecked(error.message);
    throw error;
  }
}

const unchecked = (why: string): Told => ({ lines: [`The history was not checked: ${why}.`], tampered: false });
