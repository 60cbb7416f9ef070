/**
 * The embedded database of this checkout against that of a former one, on the project's own facts: until the first answer,
 * seeding, and questions a second.
 *
 *   npm run bench:embedded -- ../former --rounds 5
 *
 * Both are measured in turn, to and fro. Each figure is the median; the ratio is this checkout's to the former's.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { Command } from 'commander';
import { requestsPerSecond } from './load.ts';
import { connections } from './measure.ts';
import { median } from './median.ts';
import { progress } from './progress.ts';
import { freePort } from './servers.ts';

const program = new Command('bench:embedded')
  .argument('<checkout>', 'the folder of the former checkout, installed and built')
  .option('--rounds <number>', 'how often each is measured', '5')
  .option('--seconds <number>', 'how long a server is asked', '4');
const [former = ''] = program.parse().args;
const { rounds, seconds } = program.opts<{ readonly rounds: string; readonly seconds: string }>();

/** What is measured: seconds, of which fewer are better, and questions a second. */
const figures = [
  'seeding',
  'first answer, empty folder',
  'first answer, again',
  'from memory',
  'from the database',
] as const;
type Figures = Readonly<Record<(typeof figures)[number], number>>;

/** How long a server may take until it answers, in milliseconds. */
const patience = 120_000;
const running = new Set<ChildProcess>();

function start(checkout: string, folder: string, port: number, command: readonly string[]): ChildProcess {
  const variables = ['NODE_ENV=production', `DATA_DIR=${folder}`, 'HOST=127.0.0.1', `PORT=${port}`];
  // A checkout from before there was a build is run from its sources.
  const main = existsSync(join(checkout, 'dist/main.js')) ? ['dist/main.js'] : ['--import', 'tsx', 'src/main.ts'];
  const node = [process.execPath, '--max-semi-space-size=32', ...main, ...command];
  const child = spawn('env', ['-u', 'DATABASE_URL', ...variables, ...node], { cwd: checkout, stdio: 'ignore' });
  running.add(child);
  child.once('exit', () => running.delete(child));
  return child;
}

const bodyOf = (query: string): string => JSON.stringify({ query });
const counted = bodyOf('{ entities(first: 1) { totalCount } }');
const page = bodyOf(
  '{ entity(id: "psac") { id name summary relationships(first: 50) { nodes { id label object { id name } } } } }',
);
/** A search for words that nobody has asked for: each is a statement. */
const search = (asked: number): string =>
  bodyOf(`{ entities(first: 3, filter: { text: "strike OR wages OR x${asked}" }) { nodes { id } } }`);

async function answers(url: string): Promise<boolean> {
  try {
    const headers = { 'content-type': 'application/json' };
    const answer = await fetch(url, { method: 'POST', headers, body: counted });
    const body = (await answer.json()) as { readonly data?: { readonly entities: { readonly totalCount: number } } };
    return (body.data?.entities.totalCount ?? 0) > 0;
  } catch {
    return false;
  }
}

/** Seconds that something takes. */
async function secondsOf(work: () => Promise<void>): Promise<number> {
  const began = performance.now();
  await work();
  return (performance.now() - began) / 1_000;
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  await ended;
}

let searched = 0;

async function measure(checkout: string): Promise<Figures> {
  const folder = mkdtempSync(join(tmpdir(), 'labourgraph-bench-'));
  const [seeded, served] = [join(folder, 'seeded'), join(folder, 'served')];
  const port = await freePort();
  const url = `http://127.0.0.1:${port}/graphql`;
  const untilAnswered = async (): Promise<{ readonly child: ChildProcess; readonly seconds: number }> => {
    const child = start(checkout, served, port, ['serve']);
    const taken = await secondsOf(async () => {
      const deadline = performance.now() + patience;
      while (!(await answers(url))) {
        if (child.exitCode !== null || performance.now() > deadline) throw new Error(`${checkout} does not answer`);
        await setTimeout(20);
      }
    });
    return { child, seconds: taken };
  };
  try {
    const seeding = await secondsOf(async () => {
      const [code] = (await once(start(checkout, seeded, port, ['seed']), 'exit')) as [number | null];
      if (code !== 0) throw new Error(`${checkout} does not seed: exit code ${code}`);
    });
    const first = await untilAnswered();
    await end(first.child);
    const again = await untilAnswered();
    const ask = async (bodies: readonly string[]) =>
      await requestsPerSecond({ url, bodies, connections, seconds: Number(seconds) });
    await ask([page]);
    const fromMemory = await ask([page]);
    searched += 20_000;
    const fromDatabase = await ask(Array.from({ length: 20_000 }, (_, number) => search(searched + number)));
    await end(again.child);
    return {
      seeding,
      'first answer, empty folder': first.seconds,
      'first answer, again': again.seconds,
      'from memory': fromMemory,
      'from the database': fromDatabase,
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function main(): Promise<void> {
  const checkouts = [
    ['former', resolve(former)],
    ['now', fileURLToPath(new URL('..', import.meta.url))],
  ] as const;
  const measured: Record<'former' | 'now', Figures[]> = { former: [], now: [] };
  for (let round = 1; round <= Number(rounds); round += 1) {
    for (const [name, checkout] of round % 2 === 1 ? checkouts : checkouts.toReversed()) {
      progress(`round ${round} of ${rounds}, ${name}`);
      measured[name].push(await measure(checkout));
    }
  }
  for (const figure of figures) {
    const [before, now] = [measured.former, measured.now].map((some) => median(some.map((one) => one[figure])));
    const unit = /^from/.test(figure) ? 'questions a second' : 's';
    const ratio = ((now ?? Number.NaN) / (before ?? Number.NaN)).toFixed(3);
    process.stdout.write(`${figure}: ${ratio} x the former (${before?.toFixed(2)}, now ${now?.toFixed(2)} ${unit})\n`);
  }
}

process.once('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});
await main();
