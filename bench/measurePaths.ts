/** Paths: this service end to end over HTTP, one request at a time, against two peers in process. */
import { askGraphql, NotServed } from './graphql.ts';
import type { Effort } from './measure.ts';
import { median } from './median.ts';
import { progress } from './progress.ts';
import type { Server } from './servers.ts';
import { cteFinder, drawPairs, ladybugFinder, ownFinder, type Pair, type PathFinder, pathQuery } from './works/path.ts';

export type FinderName = 'labourgraph' | 'ladybug' | 'cte';
/** Milliseconds for a path, by finder; a string: why there is no figure. */
export type PathTimes = ReadonlyMap<FinderName, number> | string;

const warmUps = 5;

/**
 * Looks for paths in alternating rounds, each pair once, so that no answer is known; lengths are compared throughout.
 * @throws Error if two finders disagree on a length.
 */
export async function measurePaths(server: Server, database: string, { rounds, paths }: Effort): Promise<PathTimes> {
  const pairs = await drawPairs(database, warmUps + rounds * paths);
  const url = `${server.origin}/graphql`;
  const [first] = pairs as [Pair];
  try {
    await askGraphql(url, pathQuery, { from: first[0], to: first[1] });
  } catch (error) {
    if (error instanceof NotServed) return `not served yet: ${error.message}`;
    throw error;
  }
  progress('path: load the embedded graph database');
  const finders = new Map<FinderName, PathFinder>([
    ['labourgraph', ownFinder(url)],
    ['ladybug', await ladybugFinder(database)],
    ['cte', await cteFinder(database)],
  ]);
  try {
    await lookFor(pairs.slice(0, warmUps), finders);
    const figures = new Map<FinderName, number[]>([...finders.keys()].map((name) => [name, []]));
    for (let round = 0; round < rounds; round += 1) {
      const from = warmUps + round * paths;
      const times = await lookFor(pairs.slice(from, from + paths), finders);
      progress(
        `path, round ${round + 1} of ${rounds}: ${[...times].map(([name, ms]) => `${name} ${ms.toFixed(2)} ms`).join(', ')}`,
      );
      for (const [name, milliseconds] of times) figures.get(name)?.push(milliseconds);
    }
    return new Map([...figures].map(([name, some]) => [name, median(some)]));
  } finally {
    for (const finder of finders.values()) await finder.close();
  }
}

/** The mean time of each finder over some pairs. */
async function lookFor(
  pairs: readonly Pair[],
  finders: ReadonlyMap<FinderName, PathFinder>,
): Promise<Map<FinderName, number>> {
  const times = new Map<FinderName, number>();
  const lengths = new Map<string, number | null>();
  for (const [name, finder] of finders) {
    let total = 0;
    for (const pair of pairs) {
      const { length, milliseconds } = await finder.find(pair);
      total += milliseconds;
      const key = pair.join(' ');
      const known = lengths.get(key);
      if (known === undefined) lengths.set(key, length);
      else if (known !== length) throw new Error(`path ${key}: ${name} finds the length ${length}, others ${known}`);
    }
    times.set(name, total / pairs.length);
  }
  return times;
}
