/**
 * What an operator may set of the service, and what it is otherwise: one list, from which the environment is read, the
 * command line prints and docs/operate.md is checked. The variable of `maxDepth` is `MAX_DEPTH`.
 */
import { z } from 'zod';

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
  .refine((list) => list.every(isOrigin), 'write origins, divided by commas, such as https://example.org')
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
  maxCost: whole(100_000, 1, 10_000_000, 'objects that an answer may hold, with pages counted as full'),
  maxAliases: whole(100, 0, 10_000, 'aliases in a query, fragments spread out'),
  maxSelections: whole(1_000, 1, 100_000, 'fields and fragments in a query, fragments spread out'),
  maxDirectives: whole(50, 0, 10_000, 'directives in a query, fragments spread out'),
  maxTokens: whole(5_000, 1, 100_000, 'words and signs in the text of a query'),
  maxListItems: whole(250, 1, 10_000, 'items in a list that is given as an argument'),
  maxInputDepth: whole(12, 1, 100, 'levels of lists and objects in an argument'),
  maxBodyBytes: whole(102_400, 1_024, 10_000_000, 'bytes of a request, after it was unpacked'),
  requestTimeout: whole(10_000, 100, 600_000, 'milliseconds until a query is given up and its statement stopped'),
  receiveTimeout: whole(10_000, 100, 600_000, 'milliseconds in which a client must have sent its request'),
  sendTimeout: whole(
    10_000,
    100,
    600_000,
    'milliseconds after which a client is cut off that takes nothing of an answer',
  ),
  maxInFlight: whole(256, 1, 100_000, 'queries that are worked on at a time; more are sent away'),
  maxCostInFlight: whole(
    2_000_000,
    1,
    100_000_000,
    'cost of the queries that are let in at a time; more are sent away',
  ),
  maxCostAtOnce: whole(
    64_000,
    1,
    100_000_000,
    'cost of the queries that are worked on at a time; others wait, and one that costs more is worked on alone',
  ),
  maxUnsentBytes: whole(
    100_000_000,
    100_000,
    100_000_000_000,
    'bytes of answers that wait for their readers; beyond, the slowest are cut off',
  ),
  maxConnections: whole(2_000, 1, 100_000, 'connections of clients at a time; more are closed'),
  maxPersistedBytes: whole(10_000_000, 1_000, 1_000_000_000, 'bytes of persisted queries that are kept'),
  maxDocumentBytes: whole(
    50_000_000,
    1_000,
    10_000_000_000,
    'bytes of parsed queries that are kept, with their comments',
  ),
  maxCompiledBytes: whole(50_000_000, 1_000, 10_000_000_000, 'bytes of compiled queries that are kept'),
  maxCacheBytes: whole(256_000_000, 1_000_000, 100_000_000_000, 'bytes of rows and answers that are kept in memory'),
  slowRequest: whole(1_000, 1, 600_000, 'milliseconds from which on a query is logged as slow'),
  trimInterval: whole(
    3_600_000,
    100,
    86_400_000,
    'milliseconds until the change log is looked through again for what is older than seven days, and dropped',
  ),
  shutdownDelay: whole(0, 0, 600_000, 'milliseconds of being not ready, and serving on, before the port is closed'),
  shutdownTimeout: whole(10_000, 0, 600_000, 'milliseconds in which requests in flight may end at shutdown'),
  introspection: onOff.describe('on or off: whether the schema may be asked for, and names be suggested'),
  publicUrl: address.describe('the address that clients know the service by; otherwise the one where it listens'),
  corsOrigins: origins.describe('origins whose pages may ask, divided by commas'),
  cacheControl: z
    .string()
    .regex(directives, 'write directives such as public, max-age=60')
    .default('no-cache')
    .describe(
      'Cache-Control of answers by GET and of exports; with no-cache, a client asks whether its own still holds',
    ),
  logLevel: z
    .enum(['error', 'warn', 'info', 'silent'], 'write error, warn, info or silent')
    .default('warn')
    .describe('what is logged: error, warn, info (every request, too) or silent'),
  databasePool: whole(10, 1, 1_000, 'connections to a PostgreSQL server, and one more that listens'),
  databaseWait: whole(1_000, 50, 60_000, 'milliseconds to wait for a connection, free or new'),
  databaseTimeout: whole(60_000, 1_000, 3_600_000, 'milliseconds that a statement may take that is of no request'),
  metricsToken: z.string().default('').describe('if set, /metrics is for who sends it as a bearer token'),
});

/** What the service keeps to. */
export type Settings = z.infer<typeof serviceSettings>;

export type SettingName = keyof Settings;

/** The names of all settings. */
export const settingNames = Object.keys(serviceSettings.shape) as SettingName[];

/** The variable of the environment that sets something. */
export const variableOf = (name: SettingName): string => name.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase();

/** What holds where nothing is set. */
export const standardSettings: Settings = serviceSettings.parse({});
