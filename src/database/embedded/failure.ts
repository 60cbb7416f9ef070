/** Why an embedded database cannot be opened, in one line that says what to do. */
import { accessSync, constants, existsSync, readFileSync, statfsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { FolderInUse } from './lock.ts';
import type { Failure } from './messages.ts';

/** The major version of PostgreSQL that PGlite is compiled from. It opens no other's files. */
const postgresVersion = '18';

/** What a new database needs on its disk, in bytes: its files, and the first segments of its log. */
const neededSpace = 64 * 1024 ** 2;

/** The data are of another version of PostgreSQL. */
class OtherVersion extends Error {}

/** @throws OtherVersion if a folder holds the data of another version. */
export function refuseOtherVersion(dataFolder: string): void {
  const path = join(dataFolder, 'PG_VERSION');
  const version = existsSync(path) ? readFileSync(path, 'utf8').trim() : postgresVersion;
  if (version === postgresVersion) return;
  throw new OtherVersion(
    `holds data of PostgreSQL ${version}, and this version of the project reads ${postgresVersion}`,
  );
}

/** What whoever started the service is told. @param folder undefined: the data are in memory. */
export function failureOf(error: unknown, folder: string | undefined): Failure {
  if (error instanceof FolderInUse) return { name: 'FolderInUse', message: error.message };
  const tell = (message: string): Failure => ({ name: 'DatabaseUnavailable', message });
  if (folder === undefined) return tell(`the embedded database does not start: ${reasonOf(error)}`);
  const elsewhere = 'or set DATA_DIR to another folder';
  if (error instanceof OtherVersion)
    return tell(
      `${folder} ${error.message}. Back it up with that version and restore the backup with this one, ${elsewhere}.`,
    );
  const code = codeOf(error) === 'ENOENT' ? codeOfWriting(folder) : codeOf(error);
  if (code === 'ENOTDIR' || code === 'EEXIST') return tell(`${folder} is not a folder. Remove it, ${elsewhere}.`);
  if (code === 'EACCES' || code === 'EPERM')
    return tell(`${folder} may not be written. Change its permissions, ${elsewhere}.`);
  if (code === 'EROFS') return tell(`${folder} is on a disk that is read-only. Mount it for writing, ${elsewhere}.`);
  if (code === 'ENOSPC' || freeSpace(folder) < neededSpace)
    return tell(`the disk of ${folder} is full: ${megabytes(freeSpace(folder))} MB are free. Make room, ${elsewhere}.`);
  return tell(`the database in ${folder} cannot be opened: ${reasonOf(error)}. Restore a backup, ${elsewhere}.`);
}

const codeOf = (error: unknown): unknown =>
  typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;

/** What keeps a folder from being made: Node says of a disk that is read-only that the folder is not there. */
function codeOfWriting(folder: string): unknown {
  const parent = dirname(folder);
  if (!existsSync(parent) && parent !== folder) return codeOfWriting(parent);
  try {
    accessSync(parent, constants.W_OK);
    return undefined;
  } catch (error) {
    return codeOf(error);
  }
}

function freeSpace(folder: string): number {
  try {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize;
  } catch {
    return Number.POSITIVE_INFINITY;
  }
}

const megabytes = (bytes: number): string => (bytes / 1024 ** 2).toFixed(0);

/** What the runtime of WebAssembly throws is not always an Error. */
function reasonOf(error: unknown): string {
  if (error instanceof Error && error.message !== '') return error.message.split('\n')[0] ?? error.name;
  if (typeof error === 'object' && error !== null && 'errno' in error)
    return `its files cannot be read (errno ${error.errno})`;
  return error instanceof Error ? error.name : String(error);
}
