/** The only reader of the environment: read once, checked as a whole, all mistakes at once. */
import { resolve } from 'node:path';
import { z } from 'zod';
import type { Location } from './database/open.ts';
import { type SettingName, type Settings, serviceSettings, settingNames, variableOf } from './server/settings.ts';

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
  /** What the service keeps to. */
  readonly settings: Settings;
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

type Variables = Readonly<Record<string, string | undefined>>;

/** The settings by their variables: each of the list has one. */
const settingsOf = (set: Variables): Readonly<Record<string, unknown>> =>
  Object.fromEntries(settingNames.map((name) => [name, set[variableOf(name)]]));

/**
 * Reads the configuration. Paths are taken from the working directory; an empty variable counts as unset.
 * @param instead variables that the command line gives in place of the environment's.
 * @throws BadConfiguration
 */
export function readConfig(instead: Readonly<Record<string, string>> = {}): Config {
  const set = variables(instead);
  const parsed = environment.safeParse(set);
  const settings = serviceSettings.safeParse(settingsOf(set));
  if (!parsed.success || !settings.success) {
    const mistakes = [
      ...(parsed.error?.issues ?? []).map(({ path, message }) => `${path.join('.')}: ${message}`),
      ...(settings.error?.issues ?? []).map(({ path, message }) => `${variableOf(String(path[0]))}: ${message}`),
    ];
    throw new BadConfiguration([...new Set(mistakes)].join('\n'));
  }
  const { DATABASE_URL: url, DATA_DIR, HOST, PORT, ARTICLES_DIR, SEEDS_DIR } = parsed.data;
  return {
    database: url === undefined ? { folder: resolve(DATA_DIR) } : { url },
    host: HOST,
    port: PORT,
    articles: ARTICLES_DIR === undefined ? undefined : resolve(ARTICLES_DIR),
    seeds: resolve(SEEDS_DIR),
    settings: settings.data,
  };
}

/**
 * Every variable with what holds, a line each, as a file of the environment; secrets are hidden.
 * @throws BadConfiguration
 */
export function printConfig(instead: Readonly<Record<string, string>> = {}): string {
  const { settings } = readConfig(instead);
  const { DATABASE_URL: url, ...own } = environment.parse(variables(instead));
  const lines: [string, unknown][] = [
    ['DATABASE_URL', url === undefined ? '' : withoutSecrets(url)],
    ...Object.entries({ ...own, ARTICLES_DIR: own.ARTICLES_DIR ?? '' }),
    ...settingNames.map((name): [string, unknown] => [variableOf(name), shown(name, settings[name])]),
  ];
  return lines.map(([name, value]) => `${name}=${String(value)}`).join('\n');
}

function shown(name: SettingName, value: Settings[SettingName]): string {
  if (name === 'metricsToken') return value === '' ? '' : hidden;
  if (typeof value === 'boolean') return value ? 'on' : 'off';
  return String(value);
}

const hidden = '***';

/** The address of a database as it may be printed. */
function withoutSecrets(text: string): string {
  const url = new URL(text);
  if (url.password !== '') url.password = hidden;
  for (const name of url.searchParams.keys()) if (/pass/i.test(name)) url.searchParams.set(name, hidden);
  return url.href;
}

const variables = (instead: Variables): Variables =>
  Object.fromEntries(Object.entries({ ...process.env, ...instead }).filter(([, value]) => value !== ''));
