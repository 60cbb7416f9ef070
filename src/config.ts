/** The only reader of the environment: read once, checked as a whole, all mistakes at once. */
import { resolve } from 'node:path';
import { z } from 'zod';
import type { Location } from './database/open.ts';

/** An environment that cannot be used; the message has a line for each mistake. */
export class BadConfiguration extends Error {
  override readonly name = 'BadConfiguration';
}

export interface Config {
  readonly database: Location;
  readonly host: string;
  readonly port: number;
  /** The folder of the articles' texts; undefined: none was supplied. */
  readonly articles: string | undefined;
  readonly seeds: string;
}

const postgresUrl = z
  .string()
  .refine(
    (text) => /^postgres(ql)?:\/\//.test(text) && URL.canParse(text),
    'write postgresql://user:password@host:5432/database',
  );

const environment = z.object({
  DATABASE_URL: postgresUrl.optional(),
  DATA_DIR: z.string().default('.data'),
  HOST: z.string().default('localhost'),
  PORT: z.coerce.number('write a port, 0 to 65535').int().min(0).max(65535).default(4000),
  ARTICLES_DIR: z.string().optional(),
  SEEDS_DIR: z.string().default('seeds'),
});

/**
 * Reads the configuration. Paths are taken from the working directory; an empty variable counts as unset.
 * @param instead variables that the command line gives in place of the environment's.
 * @throws BadConfiguration
 */
export function readConfig(instead: Readonly<Record<string, string>> = {}): Config {
  const set = Object.fromEntries(Object.entries({ ...process.env, ...instead }).filter(([, value]) => value !== ''));
  const parsed = environment.safeParse(set);
  if (!parsed.success) {
    throw new BadConfiguration(
      parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('\n'),
    );
  }
  const { DATABASE_URL: url, DATA_DIR, HOST, PORT, ARTICLES_DIR, SEEDS_DIR } = parsed.data;
  return {
    database: url === undefined ? { folder: resolve(DATA_DIR) } : { url },
    host: HOST,
    port: PORT,
    articles: ARTICLES_DIR === undefined ? undefined : resolve(ARTICLES_DIR),
    seeds: resolve(SEEDS_DIR),
  };
}
