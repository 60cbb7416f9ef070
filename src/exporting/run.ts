/** Writes an export to a stream. */
import type { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type DataVersion, readVersion } from '../store/version.ts';
import type { Export } from './exports.ts';
import { type LeftOut, noneLeftOut } from './leftOut.ts';
import type { Options } from './options.ts';
import { type Source, withSnapshot } from './reading.ts';

/** What is known before the first row is written. */
export interface Head {
  readonly total: number;
  readonly leftOut: number;
  readonly data: DataVersion;
}

/** What is asked of an export. */
export type Asked = Omit<Options, 'leftOut' | 'data' | 'ofPast'>;

/**
 * Writes an export as fast as the stream takes it, and no faster; reading stops when the stream is closed.
 * @param open gives the stream. It is called once the first rows have been read: what fails before can still be
 *   answered as a failure.
 * @param onLeftOut is told of rows that could not be told, before the stream is ended.
 */
export async function runExport(
  source: Source,
  { write, total, leftOut }: Export,
  asked: Asked,
  open: (head: Head) => Writable,
  onLeftOut: (leftOut: LeftOut) => void,
): Promise<void> {
  await withSnapshot(source, async (reader) => {
    const data = source.past?.data ?? (await readVersion(reader.tx));
    const options = { ...asked, data, ofPast: source.past !== undefined, leftOut: noneLeftOut() };
    const head = { total: await total(reader, options), leftOut: (await leftOut?.(reader, options)) ?? 0, data };
    const chunks = write(reader, options)[Symbol.asyncIterator]();
    const first = await chunks.next();
    await pipeline(async function* () {
      if (first.done === true) return;
      yield first.value;
      yield* { [Symbol.asyncIterator]: () => chunks };
      if (options.leftOut.ids.length > 0) onLeftOut(options.leftOut);
    }, open(head));
  });
}
