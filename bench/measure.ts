/** Alternating rounds: A B C C B A, so that what else the machine does falls on all alike; each figure is a median. */
import { requestsPerSecond } from './load.ts';
import { median } from './median.ts';
import { usedBy } from './processor.ts';
import { progress } from './progress.ts';
import { type Server, startServer } from './servers.ts';
import { bodyOf, type PeerName, pathOf, type Samples, type Work } from './works/work.ts';

export interface Effort {
  readonly rounds: number;
  readonly coldRounds: number;
  /** How long a server is asked in a round, in seconds. */
  readonly seconds: number;
  /** How many paths are looked for in a round. */
  readonly paths: number;
}

export const connections = 8;

/** Requests per second, by server. */
export type Rates<Name extends string = PeerName> = ReadonlyMap<Name, number>;

/** A server that is asked: which one it is, and what it is called in the figures. */
export interface Contender<Name extends string> {
  readonly name: Name;
  readonly peer: PeerName;
  readonly work: Work;
  readonly server: Server;
  readonly samples: Samples;
}

/** The same questions over and over, of servers that have been asked them before. */
export async function measureWarm<Name extends string>(
  contenders: readonly Contender<Name>[],
  { rounds, seconds }: Pick<Effort, 'rounds' | 'seconds'>,
): Promise<Rates<Name>> {
  const figures = new Map<Name, number[]>(contenders.map(({ name }) => [name, []]));
  // The first round warms up and does not count.
  for (let round = 0; round <= rounds; round += 1) {
    // To and fro, so that nobody is always the first.
    for (const { name, peer, work, server, samples } of round % 2 === 0 ? contenders : contenders.toReversed()) {
      const bodies = samples.warm.map((variables) => bodyOf(work, peer, variables));
      const rate = await requestsPerSecond({ url: server.origin + pathOf(work, peer), bodies, connections, seconds });
      progress(`${work.name}, warm, round ${round} of ${rounds}, ${name}: ${rate.toFixed(0)}/s`);
      if (round > 0) figures.get(name)?.push(rate);
    }
  }
  return medians(figures);
}

/** Questions that were never asked before, each once, of a new process whose code has been warmed up by others. */
export async function measureCold(
  work: Work,
  peers: readonly PeerName[],
  database: string,
  samples: Samples,
  { coldRounds }: Effort,
): Promise<Rates> {
  const figures = new Map<PeerName, number[]>(peers.map((peer) => [peer, []]));
  for (let round = 1; round <= coldRounds; round += 1) {
    for (const peer of peers) {
      const server = await startServer(peer, database);
      const url = server.origin + pathOf(work, peer);
      const bodies = (of: Samples['cold']): string[] => of.map((variables) => bodyOf(work, peer, variables));
      // Each once: asked again, who has a cache would be warmed up for something else.
      await requestsPerSecond({ url, bodies: bodies(samples.warmUp), connections });
      const before = usedBy(server.pid);
      const rate = await requestsPerSecond({ url, bodies: bodies(samples.cold), connections });
      const each = (usedBy(server.pid) - before) / samples.cold.length;
      progress(
        `${work.name}, nothing cached, round ${round} of ${coldRounds}, ${peer}: ${rate.toFixed(0)}/s, ` +
          `${each.toFixed(2)} ms of the server's processor each`,
      );
      figures.get(peer)?.push(rate);
      await server.stop();
    }
  }
  return medians(figures);
}

const medians = <Name extends string>(figures: ReadonlyMap<Name, readonly number[]>): Rates<Name> =>
  new Map([...figures].map(([name, some]) => [name, median(some)]));
