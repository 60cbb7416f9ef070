/** Answers that are on their way: how much of them is held, all together, because their readers have not taken it. */
import type { Response } from 'express';
import { type Coding, openPacker } from './packing.ts';

export interface Outbox {
  /**
   * Sends an answer, packed if a coding is given; false if there is no room for it, so that nothing was sent. What it
   * gives settles once the answer is packed and handed over, or its reader has gone.
   */
  send(response: Response, text: string, coding?: Coding): Promise<boolean>;
  /** Bytes of the answers that have not been taken to their end. */
  bytes(): number;
}

/** How long an answer may take before it is cut off to make room for another, in milliseconds. */
const grace = 1_000;
/** Memory of what belongs to any answer, in bytes: its request, its headers. */
const overhead = 4_096;

/** An outbox of at most so many bytes. Whatever one answer may be, it may be alone. */
export function openOutbox(maxUnsentBytes: number): Outbox {
  // In the order in which they were sent: the first has been taking the longest.
  const sending = new Map<Response, { readonly bytes: number; readonly since: number }>();
  const pack = openPacker();
  let unsent = 0;
  const giveBack = (response: Response): void => {
    unsent -= sending.get(response)?.bytes ?? 0;
    sending.delete(response);
  };
  const hold = (response: Response, length: number): void => {
    giveBack(response);
    const bytes = overhead + length;
    sending.set(response, { bytes, since: performance.now() });
    unsent += bytes;
  };
  const makeRoom = (bytes: number): boolean => {
    for (const [slowest, { since }] of sending) {
      if (unsent + bytes <= maxUnsentBytes) return true;
      if (performance.now() - since < grace) return false;
      giveBack(slowest);
      slowest.destroy();
    }
    return true;
  };
  return {
    send: async (response, text, coding) => {
      const length = Buffer.byteLength(text);
      if (!makeRoom(overhead + length)) return false;
      hold(response, length);
      response.once('close', () => giveBack(response));
      if (coding === undefined) {
        response.setHeader('content-length', length);
        response.end(text);
        return true;
      }
      const packed = await pack(text, coding);
      if (response.destroyed) return true;
      // From now on it is only what is packed that is held, and its reader's turn.
      hold(response, packed.length);
      response.setHeader('content-encoding', coding);
      response.setHeader('content-length', packed.length);
      response.end(packed);
      return true;
    },
    bytes: () => unsent,
  };
}
