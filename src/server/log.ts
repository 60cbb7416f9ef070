/** The log: a line of JSON for each thing that happened, on standard error. */
import pino from 'pino';
import type { Settings } from './settings.ts';

/** What is known of something that is logged. */
interface Details {
  /** What was thrown; its stack is for the log alone. */
  readonly err?: unknown;
  readonly [more: string]: unknown;
}

/** Takes what happened, in a few words, and what is known of it; `info`: nobody has to look into it. */
export type Log = (what: string, details: Details, level?: 'info') => void;

/** Opens the log. Written at once, so that the last line before a crash is there. */
export function openLog({ logLevel }: Pick<Settings, 'logLevel'>): Log {
  const logger = pino(
    { level: logLevel, base: null, timestamp: pino.stdTimeFunctions.isoTime },
    pino.destination({ dest: 2, sync: true }),
  );
  return (what, details, level) => logger[details.err === undefined ? (level ?? 'warn') : 'error'](details, what);
}
