/** What an answer takes of the processor: unlike answers per second, hardly touched by what else the machine does. */
import { readdirSync, readFileSync } from 'node:fs';
import { requestsPerSecond } from './load.ts';
import { type Contender, connections } from './measure.ts';
import { median } from './median.ts';
import { progress } from './progress.ts';
import { bodyOf, pathOf } from './works/work.ts';

/** How many short rounds, to and fro, and how many answers each. */
const rounds = 20;
const answers = 400;

/** Milliseconds of the processor for an answer, by server: of all its threads, the median of the rounds. Linux alone. */
export async function measureProcessor<Name extends string>(
  contenders: readonly Contender<Name>[],
): Promise<ReadonlyMap<Name, number>> {
  const figures = new Map<Name, number[]>(contenders.map(({ name }) => [name, []]));
  for (let round = 0; round < rounds; round += 1) {
    for (const { name, peer, work, server, samples } of round % 2 === 0 ? contenders : contenders.toReversed()) {
      const asked = samples.warm.map((variables) => bodyOf(work, peer, variables));
      const bodies = Array.from({ length: answers }, (_, index) => asked[index % asked.length] ?? '');
      const before = usedBy(server.pid);
      await requestsPerSecond({ url: server.origin + pathOf(work, peer), bodies, connections });
      figures.get(name)?.push((usedBy(server.pid) - before) / answers);
    }
  }
  const medians = [...figures].map(([name, some]) => [name, median(some)] as const);
  const [work] = contenders.map((contender) => contender.work.name);
  for (const [name, time] of medians) progress(`${work}, warm, ${name}: ${time.toFixed(3)} ms of the processor each`);
  return new Map(medians);
}

/** Milliseconds of the processor that a process's threads have used: to the nanosecond, where `stat` counts in ticks. */
export function usedBy(pid: number): number {
  const threads = `/proc/${pid}/task`;
  const nanoseconds = readdirSync(threads).map((thread) => {
    const [running] = readFileSync(`${threads}/${thread}/schedstat`, 'utf8').split(' ');
    return Number(running);
  });
  return nanoseconds.reduce((sum, some) => sum + some, 0) / 1e6;
}
