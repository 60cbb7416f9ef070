/** Which version of the past is meant by who names it, or a moment at which it was the last. */
import type { Read } from '../database/read.ts';
import { InvalidArgument } from '../records/invalidArgument.ts';
import { type History, readHistory, readVersionAt, readVersionOf } from '../store/changeset.ts';
import type { DataVersion } from '../store/version.ts';

/** What the graph is asked as of: one of the two. */
export interface KnownAt {
  readonly version?: number | null | undefined;
  readonly time?: Date | null | undefined;
}

/** Names what is asked by: the path of an argument, outermost first. */
type ArgumentOf = (name?: keyof KnownAt) => readonly string[];

/**
 * Finds the version that is meant.
 * @param argumentOf names the argument that is wrong; not said: as those of the directive `@knownAt`.
 * @throws InvalidArgument
 */
export async function findVersion(
  read: Read,
  { version, time }: KnownAt,
  argumentOf: ArgumentOf = (name) => ['knownAt', ...(name === undefined ? [] : [name])],
): Promise<DataVersion> {
  const [byVersion, byTime] = [version ?? undefined, time ?? undefined];
  if ((byVersion === undefined) === (byTime === undefined)) {
    const wrong =
      byTime === undefined ? 'neither `version` nor `time` is given' : '`version` and `time` are both given';
    throw new InvalidArgument(argumentOf(), wrong, 'one of the two');
  }
  const history = await readHistory(read);
  if (byVersion !== undefined) {
    checkVersion(byVersion, history, argumentOf('version'));
    return await readVersionOf(read, byVersion);
  }
  const wanted = byTime ?? new Date();
  checkTime(wanted, history, argumentOf('time'));
  return await readVersionAt(read, wanted);
}

function checkVersion(version: number, { first, last }: History, argument: readonly string[]): void {
  const allowed = `${first} to ${last}`;
  if (version > last) throw new InvalidArgument(argument, `there is no version ${version} yet`, allowed);
  if (version < first) throw new InvalidArgument(argument, `the history begins with version ${first}`, allowed);
}

function checkTime(time: Date, { began }: History, argument: readonly string[]): void {
  const allowed = `a time from ${began?.toISOString() ?? 'the first version'} to now`;
  if (time.getTime() > Date.now())
    throw new InvalidArgument(argument, `${time.toISOString()} is in the future`, allowed);
  if (began !== null && time < began)
    throw new InvalidArgument(argument, `the history begins at ${began.toISOString()}`, allowed);
}
