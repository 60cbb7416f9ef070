/** What a command says when it could not do what it was called for. */
import { BackupRefused } from '../backup/file.ts';
import { BadConfiguration } from '../config.ts';
import { ChangesetConflict, NothingToSettle, SeedConflicts } from '../curation/conflicts.ts';
import { MigrationRefused } from '../database/applyMigration.ts';
import { FolderInUse } from '../database/embedded/lock.ts';
import { MayOnlyRead } from '../database/privileges.ts';
import { DatabaseUnavailable } from '../database/unavailable.ts';
import { CannotWrite } from '../exporting/cannotWrite.ts';
import { UnreadableText } from '../reading/unreadable.ts';
import { InvalidArgument } from '../records/invalidArgument.ts';
import { SeedProblems } from '../records/validation/problem.ts';
import { NoFile, NoFolder } from '../seeding/folder.ts';
import { CannotListen } from '../server/cannotListen.ts';

/** What can go wrong outside of the program: its message says all. */
const expected = [
  BackupRefused,
  BadConfiguration,
  ChangesetConflict,
  InvalidArgument,
  DatabaseUnavailable,
  FolderInUse,
  MayOnlyRead,
  MigrationRefused,
  NothingToSettle,
  NoFile,
  NoFolder,
  SeedConflicts,
  SeedProblems,
  CannotListen,
  CannotWrite,
  UnreadableText,
];

/** The message of what was to be expected; of a fault of ours, its stack. */
export function describeFailure(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return expected.some((type) => error instanceof type) ? error.message : (error.stack ?? error.message);
}
