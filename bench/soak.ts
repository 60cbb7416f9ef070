/**
 * The soak: twice the load that the service can carry, for minutes. What must hold: memory does not grow after the
 * warm-up, what cannot be answered is refused with 503 and nothing else, and soon after the load all is as before.
 *
 *   npm run bench:soak                    five minutes; writes its section of bench/results.md
 *   npm run bench:soak -- --seconds 20    to see that it works: its figures are rough, and are not written
 *
 * On the server of DATABASE_URL, or on one of its own that is gone afterwards.
 */
import { readFileSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import autocannon from 'autocannon';
import { Command } from 'commander';
import { readConfig } from '../src/config.ts';
import { works } from './compare.ts';
import { databaseUrl, ensureDatabase, withClient } from './generate.ts';
import { ask } from './load.ts';
import { describeMachine } from './machine.ts';
import { onServerOfItsOwn } from './ownServer.ts';
import { progress } from './progress.ts';
import { writeResults } from './results.ts';
import { drawSamples } from './samples.ts';
import { type Server, startServer, stopAll } from './servers.ts';
import { bodyOf } from './works/work.ts';

/** Seconds in which the service may fill its caches before its memory counts. */
const warmUp = 60;
/** Clients enough to ask twice as much as is answered, though each asks one question at a time. */
const clients = 1_000;
const standard = 300;

const program = new Command('soak').option('--seconds <seconds>', 'how long', Number, standard);

async function main(): Promise<void> {
  const { seconds } = program.parse().opts<{ seconds: number }>();
  const { database } = readConfig();
  if (!('url' in database)) return await onServerOfItsOwn(fileURLToPath(import.meta.url));
  await ensureDatabase(database.url, 'small');
  const url = databaseUrl(database.url, 'small');
  const bodies = await questions(url);
  const server = await startServer('labourgraph', url);
  const page = await soak(server, bodies, seconds).finally(stopAll);
  process.stdout.write(`\n${page}\n`);
  if (seconds === standard) writeResults('Soak', `${describeMachine()}\n\n${page}`);
}

/** A mix of the questions of the bench, most of them asked before, some never. */
async function questions(url: string): Promise<string[]> {
  const samples = await withClient(url, drawSamples);
  const bodies = works.flatMap((work) => {
    const { warm, warmUp: more, cold } = samples[work.name];
    return [...warm, ...more, ...cold].map((variables) => bodyOf(work, 'labourgraph', variables));
  });
  // Not one kind after the other: every seventh in turn takes them all, in a mixed order.
  return bodies.map((_, index) => bodies[(index * 7919) % bodies.length] ?? '');
}

async function soak({ origin, pid }: Server, bodies: readonly string[], seconds: number): Promise<string> {
  const url = `${origin}/graphql`;
  const [first = ''] = bodies;
  progress('how much it can carry');
  const carried = await load(origin, bodies, { connections: 16, duration: Math.min(15, seconds) });
  const capacity = carried.statuses.get(200) ?? 0;
  const rate = Math.round((2 * capacity) / Math.min(15, seconds));
  const before = await timeOf(url, first);
  progress(`twice that, ${rate} questions a second, for ${seconds} s`);
  const memory: { at: number; bytes: number }[] = [];
  const started = performance.now();
  const elapsed = (): number => (performance.now() - started) / 1000;
  const sampling = setInterval(() => memory.push({ at: elapsed(), bytes: residentBytes(pid) }), 1_000);
  const overloaded = await load(origin, bodies, { connections: clients, duration: seconds, overallRate: rate });
  clearInterval(sampling);
  progress('back to normal');
  const ended = performance.now();
  let recovered = Number.POSITIVE_INFINITY;
  while (performance.now() - ended < 30_000) {
    const time = await timeOf(url, first).catch(() => Number.POSITIVE_INFINITY);
    if (time <= Math.max(3 * before, 50)) {
      recovered = (performance.now() - ended) / 1000;
      break;
    }
    await setTimeout(100);
  }
  const settled = memory.filter(({ at }) => at > Math.min(warmUp, seconds / 3));
  const third = Math.max(1, Math.floor(settled.length / 3));
  const early = median(settled.slice(0, third).map(({ bytes }) => bytes));
  const late = median(settled.slice(-third).map(({ bytes }) => bytes));
  const { statuses, errors } = overloaded;
  // What was asked, and not what was meant to be: a client asks again once it has been answered.
  const offered = ([...statuses.values()].reduce((sum, count) => sum + count, 0) + errors) / seconds;
  const others = [...statuses].filter(([status]) => status !== 200 && status !== 503);
  const verdict = (met: boolean): string => (met ? 'met' : '**missed**');
  const line = (...cells: string[]): string => `| ${cells.join(' | ')} |`;
  return [
    line('what', 'measured', 'target', ''),
    line('---', '---', '---', '---'),
    line(
      'load',
      `${Math.round(offered)} questions a second for ${seconds} s, ${(offered / (rate / 2)).toFixed(2)} × what it carries`,
      '2 ×',
      verdict(offered >= 0.95 * rate),
    ),
    line('answered', `${statuses.get(200) ?? 0}`, '', ''),
    line('refused with 503', `${statuses.get(503) ?? 0}`, '', ''),
    line(
      'other answers',
      others.map(([status, count]) => `${count} × ${status}`).join(', ') || 'none',
      'none',
      verdict(others.length === 0),
    ),
    line('connections that failed, or answers later than 30 s', `${errors}`, '0', verdict(errors === 0)),
    line(
      'memory, last third against first third after the warm-up',
      `${(late / early).toFixed(3)} × (${mega(early)}, ${mega(late)})`,
      '≤ 1.05 ×',
      verdict(late / early <= 1.05),
    ),
    line('back to normal after', `${recovered.toFixed(1)} s`, '< 10 s', verdict(recovered < 10)),
  ].join('\n');
}

interface Loaded {
  readonly statuses: Map<number, number>;
  readonly errors: number;
}

interface Shape {
  readonly connections: number;
  readonly duration: number;
  /** Questions a second over all connections; absent: as fast as they are answered. */
  readonly overallRate?: number;
}

async function load(origin: string, bodies: readonly string[], shape: Shape): Promise<Loaded> {
  let asked = 0;
  const statuses = new Map<number, number>();
  const run = autocannon({
    ...shape,
    url: origin,
    timeout: 30,
    headers: { 'content-type': 'application/json' },
    requests: [
      {
        method: 'POST',
        path: '/graphql',
        setupRequest: (options) => ({ ...options, body: bodies[asked++ % bodies.length] ?? '' }),
      },
    ],
  });
  run.on('response', (_client, status) => statuses.set(status, (statuses.get(status) ?? 0) + 1));
  const { errors } = await run;
  return { statuses, errors };
}

/** Milliseconds, the median of five. */
async function timeOf(url: string, body: string): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < 5; round++) {
    const started = performance.now();
    const answer = await ask(url, body);
    if (typeof answer !== 'object' || answer === null || !('data' in answer)) throw new Error('not answered');
    times.push(performance.now() - started);
  }
  return median(times);
}

const residentBytes = (pid: number): number =>
  1024 * Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0);
const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;
const mega = (bytes: number): string => `${Math.round(bytes / 2 ** 20)} MB`;

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void stopAll().finally(() => process.exit(130)));
}

await main();
