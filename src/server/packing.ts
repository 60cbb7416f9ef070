/** Packs answers for who takes them packed: in threads, a few at a time, since each takes memory of its own meanwhile. */
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Request } from 'express';
import { openCostQueue } from '../graph/costQueue.ts';

export type Coding = 'br' | 'gzip';

/** What is shorter, in bytes, goes in one packet anyhow. */
const worthPacking = 1_024;
/** How many are packed at a time: as many as Node has threads for it. */
const atOnce = 4;
/** The quickest that each has: an answer is packed once for each time that it is asked for. */
const quickly = {
  br: { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } },
  gzip: { level: 1 },
} as const;

/** How an answer of so many bytes goes to who asks; undefined: as it is. */
export function codingFor(request: Request, bytes: number): Coding | undefined {
  if (bytes < worthPacking || request.headers['accept-encoding'] === undefined) return undefined;
  const coding = request.acceptsEncodings(['br', 'gzip']);
  return coding === 'br' || coding === 'gzip' ? coding : undefined;
}

/** Packs texts, in the order in which they come. */
export function openPacker(): (text: string, coding: Coding) => Promise<Buffer> {
  const queue = openCostQueue(atOnce);
  const withBrotli = promisify(brotliCompress);
  const withGzip = promisify(gzip);
  return async (text, coding) => {
    const turn = queue.take(1);
    try {
      if (turn.come !== undefined) await turn.come;
      return await (coding === 'br' ? withBrotli(text, quickly.br) : withGzip(text, quickly.gzip));
    } finally {
      turn.end();
    }
  };
}
