/** Writes an export to a stream. */
import type { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { PrismaClient } from '../generated/prisma/client.ts';
import type { Export } from './exports.ts';
import type { Options } from './options.ts';
import { withSnapshot } from './reading.ts';

/** What is known before the first row is written. */
export interface Head {
  readonly total: number;
  readonly leftOut: number;
}

/**
 * Writes an export as fast as the stream takes it, and no faster; reading stops when the stream is closed.
 * @param open gives the stream. It is called once the first rows have been read: what fails before can still be
 *   answered as a failure.
 */
export async function runExport(
  prisma: PrismaClient,
  { write, total, leftOut }: Export,
  options: Options,
  open: (head: Head) => Writable,
): Promise<void> {
  await withSnapshot(prisma, async (reader) => {
    const head = { total: await total(reader, options), leftOut: (await leftOut?.(reader, options)) ?? 0 };
    const chunks = write(reader, options)[Symbol.asyncIterator]();
    const first = await chunks.next();
    await pipeline(async function* () {
      if (first.done === true) return;
      yield first.value;
      yield* { [Symbol.asyncIterator]: () => chunks };
    }, open(head));
  });
}
