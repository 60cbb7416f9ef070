/** Looks at the service from beside: does it live, is it ready, does it give back what it takes. */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Code } from '../../src/server/codes.ts';
import { bytesOf, got } from './envelope.ts';
import type { Service } from './service.ts';
import { exchange, textOf } from './sockets.ts';
import type { Seen } from './watcher.ts';

/** /livez is answered in less, in milliseconds. */
const longestLife = 1_000;
/** Slots are back in less, in milliseconds: a second, and some more for a busy machine. */
const longestReturn = 2_000;
/** How long memory may take to come back to its level, in milliseconds. */
const longestSettling = 10_000;
/** By so much may the level of memory be higher after a scenario, in bytes: caches are filled. */
export const growth = 300e6;
/** So much may the service itself use at any time, in bytes: garbage that Node has not collected yet counts too. */
const mostMemory = 1.8e9;

/** What must be nothing when nobody asks anything. */
const taken = [
  'labourgraph_requests_in_flight',
  'labourgraph_cost_in_flight',
  'labourgraph_database_connections{state="busy"}',
  'labourgraph_database_connections{state="waiting"}',
];

/** What is wrong with the service; if it is crippled, it will be no better later. */
export interface Left {
  readonly findings: readonly string[];
  readonly crippled: boolean;
}

export interface Watch {
  /** Memory in use now, in bytes, of all its processes. */
  readonly memory: () => number;
  /** The slowest answer of /livez so far, in milliseconds. */
  readonly slowestLife: () => number;
  /**
   * What is wrong, once everybody has hung up.
   * @param before the level of memory that it must come back to.
   * @param meant codes that an honest client may have met meanwhile.
   */
  check(before: number, meant: readonly Code[]): Promise<Left>;
  /** What is taken, by its metric. */
  taken(): Promise<ReadonlyMap<string, number>>;
  close(): void;
}

export function openWatch(service: Service): Watch {
  const watcher = fork(new URL('./watcher.ts', import.meta.url), [String(service.port)]);
  const memory = (): number => service.memory().own + service.memory().children;
  let peak = 0;
  const measuring = setInterval(() => {
    peak = Math.max(peak, service.memory().own);
  }, 100);
  let slowestLife = 0;

  const get = async (path: string) => {
    const { answers } = await exchange(service.port, bytesOf(got(path)), { patience: 3_000 });
    return answers[0];
  };
  const takenNow = async (): Promise<ReadonlyMap<string, number>> => {
    const answer = await get('/metrics');
    const text = answer === undefined ? '' : textOf(answer);
    const values = new Map(text.split('\n').map((line) => [line.slice(0, line.lastIndexOf(' ')), line] as const));
    return new Map(taken.map((name) => [name, Number(values.get(name)?.slice(name.length) ?? Number.NaN)]));
  };

  /** Waits until nothing is taken; gives what still is. */
  async function notReturned(): Promise<string[]> {
    const deadline = performance.now() + longestReturn;
    for (;;) {
      const left = [...(await takenNow())].filter(([, value]) => value !== 0);
      if (left.length === 0) return [];
      if (performance.now() > deadline) return left.map(([name, value]) => `not given back: ${name} is ${value}`);
      await sleep(100);
    }
  }

  /** Waits until memory is back; Node collects garbage only while it works, so it is asked something meanwhile. */
  async function notFreed(before: number): Promise<string[]> {
    const deadline = performance.now() + longestSettling;
    while (memory() > before + growth) {
      if (performance.now() > deadline)
        return [`memory is ${megabytes(memory())}, and was ${megabytes(before)} before`];
      await Promise.all(Array.from({ length: 10 }, async () => await get('/metrics')));
    }
    return [];
  }

  async function seen(meant: readonly string[]): Promise<string[]> {
    const report = once(watcher, 'message');
    watcher.send('report');
    const [{ slowestLife: slowest, lifeless, honest }] = (await report) as [Seen];
    slowestLife = Math.max(slowestLife, slowest);
    const others = Object.entries(honest).filter(
      ([outcome]) => outcome !== '200' && !meant.some((code) => outcome.endsWith(` ${code}`)),
    );
    return [
      ...(slowest > longestLife ? [`/livez took ${Math.round(slowest)} ms`] : []),
      ...(lifeless > 0 ? [`/livez was not 200, ${lifeless} times`] : []),
      ...others.map(([outcome, times]) => `an honest client got ${outcome}, ${times} times`),
    ];
  }

  async function lastingHarm(before: number): Promise<string[]> {
    const harm = [...(await notReturned()), ...(await notFreed(before))];
    const ready = await get('/readyz');
    if (ready?.status !== 200) harm.push(`/readyz: ${ready === undefined ? 'no answer' : textOf(ready)}`);
    return harm;
  }

  return {
    memory,
    slowestLife: () => slowestLife,
    taken: takenNow,
    check: async (before, meant) => {
      const findings = await seen(meant);
      if (peak > mostMemory) findings.push(`memory was ${megabytes(peak)} at the most`);
      const lasting = service.alive() ? await lastingHarm(before) : ['the process has ended'];
      peak = 0;
      return { findings: [...findings, ...lasting, ...complaints(service.said())], crippled: lasting.length > 0 };
    },
    close: () => {
      clearInterval(measuring);
      watcher.kill();
    },
  };
}

export const megabytes = (bytes: number): string => `${Math.round(bytes / 1e6)} MB`;

/** Lines of standard error that should not be there: the log has its own of every fault. */
const complaints = (said: string): string[] =>
  said
    .split('\n')
    .filter((line) =>
      /nobody waited for|unhandled|uncaught|out of memory|INTERNAL_SERVER_ERROR|\(node:\d+\)|^\s+at /i.test(line),
    )
    .slice(0, 3)
    .map((line) => `it said: ${line.slice(0, 300)}`);
