/** The past, as exports read it. */
import type { Database, PastDatabase } from '../database/open.ts';
import { findVersion, type KnownAt } from '../graph/knownAt.ts';
import type { DataVersion } from '../store/version.ts';

/** A version of the past, and the way to its rows. */
export interface Past extends Pick<PastDatabase, 'openPrisma'> {
  readonly data: DataVersion;
}

/** Finds the past that is asked for. @throws InvalidArgument if there is no such version, or it is not known any more. */
export async function openPast({ read, at }: Pick<Database, 'read' | 'at'>, known: KnownAt): Promise<Past> {
  const data = await findVersion(read, known, () => ['knownAt']);
  return { data, openPrisma: at(data.version).openPrisma };
}
