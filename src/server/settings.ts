/**
 * What an operator may set of the service, and what it is otherwise: one list, from which the environment is read, the
 * command line prints and docs/operate.md is checked. The variable of `maxDepth` is `MAX_DEPTH`.
 */
import { z } from 'zod';
import { keysOf } from '../registry/index.ts';

/** A whole number between two bounds, with what it is where nobody sets it. */
function whole(standard: number, least: number, most: number, what: string): z.ZodDefault<z.ZodType<number>> {
  const message = `write a whole number, ${least} to ${most}`;
  return z.coerce.number(message).int(message).min(least, message).max(most, message).default(standard).describe(what);
}

const onOff = z
  .union([z.boolean(), z.enum(['on', 'off'], 'write on or off').transform((word) => word === 'on')])
  .default(true);

const isOrigin = (text: string): boolean => URL.canParse(text) && new URL(text).origin === text;

const origins = z
  .union([
    z.array(z.string()),
    z.string().transform((text) => (text === '' ? [] : text.split(',').map((part) => part.trim()))),
  ])
  .refine((list) => list.every(isOrigin), 'write origins, separated by commas, such as https://example.org')
  .default([]);

const isBase = (text: string): boolean =>
  URL.canParse(text) && /^https?:$/.test(new URL(text).protocol) && !/[?#]/.test(text);

const address = z
  .string()
  .refine((text) => text === '' || isBase(text), 'write an address such as https://example.org/labour')
  .transform((text) => text.replace(/\/+$/, ''))
  .default('');

const directive = /[a-z-]+(=\d+)?/;
const directives = new RegExp(`^${directive.source}(, ?${directive.source})*$`);

export const serviceSettings = z.object({
  maxDepth: whole(20, 1, 100, 'levels of fields in a query'),
  maxCost: whole(100_000, 1, 10_000_000, 'cost of a query: the objects that its answer may hold, with full pages'),
  maxAliases: whole(100, 0, 10_000, 'aliases in a query, with fragments expanded'),
  maxSelections: whole(1_000, 1, 100_000, 'fields and fragments in a query, with fragments expanded'),
  maxDirectives: whole(50, 0, 10_000, 'directives in a query, with fragments expanded'),
  maxTokens: whole(5_000, 1, 100_000, 'tokens in the text of a query'),
  maxListItems: whole(250, 1, 10_000, 'items of a list in an argument'),
  maxInputDepth: whole(12, 1, 100, 'levels of lists and objects in an argument'),
  maxBodyBytes: whole(102_400, 1_024, 10_000_000, 'bytes of the body of a request, after decompression'),
  requestTimeout: whole(10_000, 100, 600_000, 'time until a query is given up, and its statement stopped'),
  maxTurn: whole(25, 1, 60_000, 'time that a query may run at a stretch, before other requests are looked at'),
  receiveTimeout: whole(10_000, 100, 600_000, 'time in which a client must send its request'),
  sendTimeout: whole(
    10_000,
    100,
    600_000,
    'time after which a client that reads nothing of its answer is disconnected',
  ),
  maxInFlight: whole(256, 1, 100_000, 'queries that run at the same time; more are refused'),
  maxCostInFlight: whole(
    2_000_000,
    1,
    100_000_000,
    'cost of all queries that are accepted at the same time; more are refused',
  ),
  maxCostAtOnce: whole(
    64_000,
    1,
    100_000_000,
    'cost of all queries that run at the same time; others wait. A query that costs more runs alone',
  ),
  maxUnsentBytes: whole(
    100_000_000,
    100_000,
    100_000_000_000,
    'bytes of answers that clients have not read yet; beyond it, the slowest clients are disconnected',
  ),
  maxConnections: whole(2_000, 1, 100_000, 'connections of clients; more are closed'),
  maxPersistedBytes: whole(10_000_000, 1_000, 1_000_000_000, 'memory for persisted queries, in bytes'),
  maxDocumentBytes: whole(50_000_000, 1_000, 10_000_000_000, 'memory for parsed queries, in bytes'),
  maxCompiledBytes: whole(50_000_000, 1_000, 10_000_000_000, 'memory for compiled queries, in bytes'),
  maxCacheBytes: whole(256_000_000, 1_000_000, 100_000_000_000, 'memory for cached rows and answers, in bytes'),
  maxPastBytes: whole(256_000_000, 1_000_000, 100_000_000_000, 'memory for versions of the past, in bytes'),
  slowRequest: whole(1_000, 1, 600_000, 'time from which a query is logged as slow'),
  trimInterval: whole(
    3_600_000,
    100,
    86_400_000,
    'time between two removals of entries older than seven days from the change log',
  ),
  shutdownDelay: whole(
    0,
    0,
    600_000,
    'time for which the service goes on serving, not ready, before it closes its port',
  ),
  shutdownTimeout: whole(10_000, 0, 600_000, 'time that running requests have to finish at shutdown'),
  introspection: onOff.describe('on or off: whether clients can read the schema, and errors suggest names'),
  publicUrl: address.describe('the address that clients use; without it, the address that the service listens on'),
  corsOrigins: origins.describe('the origins whose web pages may use the API, separated by commas'),
  cacheControl: z
    .string()
    .regex(directives, 'write directives such as public, max-age=60')
    .default('no-cache')
    .describe(
      'the Cache-Control header of exports and of answers to GET; with no-cache, clients check each time whether their copy is still current',
    ),
  logLevel: z
    .enum(['error', 'warn', 'info', 'silent'], 'write error, warn, info or silent')
    .default('warn')
    .describe('error, warn, info (also logs every request) or silent'),
  databasePool: whole(10, 1, 1_000, 'connections to a PostgreSQL server; one more listens for changes'),
  databaseWait: whole(1_000, 50, 60_000, 'time to wait for a connection to the database'),
  databaseTimeout: whole(60_000, 1_000, 3_600_000, 'time limit of a statement that does not belong to a request'),
  databasePrepared: onOff.describe(
    'on or off: prepared statements; off for a PgBouncer older than 1.21 in transaction mode',
  ),
  metricsToken: z.string().default('').describe('if set, /metrics requires this bearer token'),
});

/** What the service keeps to. */
export type Settings = z.infer<typeof serviceSettings>;

export type SettingName = keyof Settings;

/** The names of all settings. */
export const settingNames = keysOf(serviceSettings.shape);

/** The variable of the environment that sets something. */
export const variableOf = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase();

/** What holds where nothing is set. */
export const standardSettings: Settings = serviceSettings.parse({});
