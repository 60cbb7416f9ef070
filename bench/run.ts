/**
 * The bench: the same work on this service and on its peers, in one run, on one PostgreSQL with the same data.
 *
 *   npm run bench                    all of it, about a quarter of an hour; writes bench/results.md
 *   npm run bench -- --quick         short rounds, to see that it works: its figures are rough
 *   npm run bench -- --only nested,path --size small --drop
 *
 * On the server of DATABASE_URL, or on one of its own that is gone afterwards (pg_virtualenv, as in .ci/run).
 */
import { fileURLToPath } from 'node:url';
import { Command } from 'commander';
import { readConfig } from '../src/config.ts';
import { compareAnswers, works } from './compare.ts';
import { describeRun } from './describe.ts';
import { databaseUrl, dropDatabases, ensureDatabase, type Size, withClient } from './generate.ts';
import { askGraphql, NotServed } from './graphql.ts';
import { type Contender, connections, type Effort, measureCold, measureWarm } from './measure.ts';
import { measurePaths } from './measurePaths.ts';
import { onServerOfItsOwn } from './ownServer.ts';
import { progress } from './progress.ts';
import { type Figures, type Topology, tables } from './report.ts';
import { writeResults } from './results.ts';
import { drawSamples } from './samples.ts';
import { type Server, startServer, stopAll } from './servers.ts';
import type { PeerName } from './works/work.ts';

interface Options {
  readonly only?: string;
  readonly size: Size;
  readonly quick?: true;
  readonly drop?: true;
}

const efforts: Record<'full' | 'quick', Effort> = {
  full: { rounds: 5, coldRounds: 3, seconds: 3, paths: 10 },
  quick: { rounds: 3, coldRounds: 1, seconds: 1, paths: 4 },
};
const parts = ['nested', 'page', 'list', 'cold', 'path', 'topology', 'growth'];
const peers: readonly PeerName[] = ['labourgraph', 'postgraphile', 'apollo', 'sql'];

const program = new Command('bench')
  .option('--only <parts>', `some of ${parts.join(', ')}, with commas`)
  .option('--size <size>', 'the size that peers are compared on: small or large', 'large')
  .option('--quick', 'short rounds; writes no results.md')
  .option('--drop', 'drop the databases afterwards');

async function main(): Promise<void> {
  const options = program.parse().opts<Options>();
  const { database } = readConfig();
  if (!('url' in database)) return await onServerOfItsOwn(fileURLToPath(import.meta.url));
  const figures = await measure(database.url, options).finally(stopAll);
  const page = tables(figures);
  process.stdout.write(`\n${page}\n`);
  if (options.quick !== true) {
    const facts = await describeRun(database.url, process.argv.slice(2));
    writeResults('Speed', `${facts}\n\n${page}`);
  }
  if (options.drop === true) await dropDatabases(database.url);
}

async function measure(serverUrl: string, { only, size, quick }: Options): Promise<Figures> {
  const wanted = new Set(only?.split(',') ?? parts);
  const effort = efforts[quick === true ? 'quick' : 'full'];
  const sizes = new Set<Size>(wanted.has('growth') ? ['small', size] : [size]);
  for (const one of sizes) await ensureDatabase(serverUrl, one);
  const url = databaseUrl(serverUrl, size);
  const samples = await withClient(url, drawSamples);
  const servers = new Map<PeerName, Server>();
  for (const peer of peers) servers.set(peer, await startServer(peer, url));
  const own = servers.get('labourgraph') as Server;
  const figures: Figures = { warm: new Map(), cold: new Map() };
  const asked = works.filter(({ name }) => wanted.has(name));
  for (const work of asked) await compareAnswers(work, servers, samples[work.name]);

  const smaller = wanted.has('growth') && size === 'large' ? await openSmall(serverUrl) : undefined;
  for (const work of asked) {
    const contenders: Contender<PeerName | 'small'>[] = [...servers].map(([peer, server]) => ({
      ...{ name: peer, peer, work, server, samples: samples[work.name] },
    }));
    if (smaller !== undefined) {
      contenders.push({
        name: 'small',
        peer: 'labourgraph',
        work,
        server: smaller.server,
        samples: smaller.samples[work.name],
      });
    }
    figures.warm.set(work.name, await measureWarm(contenders, effort));
  }
  if (wanted.has('path')) figures.paths = await measurePaths(own, url, effort);
  if (wanted.has('topology')) figures.topology = await readTopology(own);
  await stopAll();
  for (const work of wanted.has('cold') ? asked : []) {
    figures.cold.set(work.name, await measureCold(work, peers, url, samples[work.name], effort));
  }
  return figures;
}

async function openSmall(serverUrl: string) {
  const url = databaseUrl(serverUrl, 'small');
  return { server: await startServer('labourgraph', url), samples: await withClient(url, drawSamples) };
}

/** What the service says of its topology; a string: why it does not. */
async function readTopology({ origin }: Server): Promise<Topology | string> {
  const query = '{ graph { topology { relationships bytes buildMilliseconds } } }';
  try {
    const { graph } = (await askGraphql(`${origin}/graphql`, query, {})) as { graph: { topology: Topology } };
    return graph.topology;
  } catch (error) {
    if (error instanceof NotServed) return 'not available yet';
    throw error;
  }
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void stopAll().finally(() => process.exit(130)));
}

progress(`bench: ${connections} connections, one worker each`);
await main();
