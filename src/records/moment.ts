/** Moments, as whoever asks writes them: the same in GraphQL, in an address and on the command line. */
import { z } from 'zod';

/** What a moment may be, in words. */
export const allowedMoment = 'a moment with its offset from UTC, such as 2026-11-24T12:00:00Z';

const moment = z.iso.datetime({ offset: true });

/** Reads a moment. @throws RangeError that names what is none */
export function parseMoment(text: unknown): Date {
  const { success, data } = moment.safeParse(text);
  const read = new Date(success ? data : Number.NaN);
  if (Number.isNaN(read.getTime())) throw new RangeError(`${JSON.stringify(text)} is no moment`);
  return read;
}
