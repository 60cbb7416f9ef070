/** Runs the command line as a stranger would: in a folder of its own, with an environment of its own. */
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import pg from 'pg';
import { onTestFinished } from 'vitest';

const project = join(import.meta.dirname, '..', '..');

export interface Ran {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly milliseconds: number;
}

/** Variables that the command line reads; an empty one counts as unset. */
const unset = { DATABASE_URL: '', DATA_DIR: '', HOST: '', PORT: '', ARTICLES_DIR: '', SEEDS_DIR: '' };

/** How Node runs the command line; by tsx's own command, another process would stand between it and its signals. */
export const commandLine = [
  '--import',
  createRequire(import.meta.url).resolve('tsx'),
  join(project, 'src', 'main.ts'),
] as const;

/** Starts a command in a folder. */
export function start(
  folder: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = {},
): ChildProcessWithoutNullStreams {
  return spawn(process.execPath, [...commandLine, ...args], {
    cwd: folder,
    env: { ...process.env, ...unset, NO_COLOR: '1', ...env },
  });
}

/** Waits for the end of a command, and gives all that it said. */
export async function ended(child: ChildProcessWithoutNullStreams): Promise<Ran> {
  const began = performance.now();
  const said = { stdout: '', stderr: '' };
  for (const stream of ['stdout', 'stderr'] as const) {
    child[stream].setEncoding('utf8').on('data', (text: string) => {
      said[stream] += text;
    });
  }
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, ...said, milliseconds: performance.now() - began };
}

/** Runs a command to its end. */
export async function run(folder: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Ran> {
  return await ended(start(folder, args, env));
}

/** Waits until a running command has said something, and gives all that it said until then. */
export async function saying(child: ChildProcessWithoutNullStreams, words: RegExp): Promise<string> {
  let said = '';
  for await (const text of child.stdout.setEncoding('utf8').iterator({ destroyOnReturn: false })) {
    said += String(text);
    if (words.test(said)) return said;
  }
  throw new Error(`it ended without saying ${words}: ${said}`);
}

let made = 0;

/** The environment of a new database: embedded in the folder, or on the server that DATABASE_URL names. */
export async function newDatabase(folder: string): Promise<NodeJS.ProcessEnv> {
  const server = process.env['DATABASE_URL'];
  if (server === undefined || server === '') return { DATA_DIR: join(folder, 'data') };
  const name = `labourgraph_command_${process.pid}_${Date.now()}_${made++}`;
  const administer = async (statement: string): Promise<void> => {
    const client = new pg.Client(server);
    await client.connect();
    await client.query(statement).finally(async () => await client.end());
  };
  await administer(`CREATE DATABASE "${name}"`);
  onTestFinished(async () => await administer(`DROP DATABASE "${name}" WITH (FORCE)`));
  const url = new URL(server);
  url.pathname = `/${name}`;
  return { DATABASE_URL: url.href };
}
