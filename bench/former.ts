/**
 * This checkout against a former one: the same questions of both, in alternating rounds of one run, on one PostgreSQL.
 *
 *   git worktree add --detach ../former <commit> && (cd ../former && npm ci && npm run build && node --import tsx bench/install.ts)
 *   npm run bench:former -- ../former
 *   npm run bench:former -- ../former --only page,list --starts 9
 *
 * On the server of DATABASE_URL, or on one of its own that is gone afterwards (pg_virtualenv, as in .ci/run).
 */
import { resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { Command } from 'commander';
import { readConfig } from '../src/config.ts';
import * as ownWorks from './compare.ts';
import * as ownGenerator from './generate.ts';
import { type Contender, connections, measureWarm } from './measure.ts';
import { median } from './median.ts';
import { onServerOfItsOwn } from './ownServer.ts';
import { measureProcessor } from './processor.ts';
import { progress } from './progress.ts';
import * as ownSamples from './samples.ts';
import * as ownServers from './servers.ts';

/** What each checkout does by its own code: its tables, its server, and how it is asked. */
interface Checkout {
  readonly generator: typeof ownGenerator;
  readonly servers: typeof ownServers;
  readonly works: typeof ownWorks;
  readonly samples: typeof ownSamples;
}

const program = new Command('bench:former')
  .argument('<checkout>', 'the folder of the former checkout, installed and built')
  .option('--only <works>', 'some of nested, page, list, with commas', 'nested,page,list')
  .option('--size <size>', 'the size of the data: small or large', 'small')
  .option('--starts <number>', 'how often both servers are started: one process is faster than the next', '5')
  .option('--rounds <number>', 'how many rounds count, at each start', '5')
  .option('--seconds <number>', 'how long a server is asked in a round', '2');

interface Options {
  readonly only: string;
  readonly size: ownGenerator.Size;
  readonly starts: string;
  readonly rounds: string;
  readonly seconds: string;
}

const own: Checkout = { generator: ownGenerator, servers: ownServers, works: ownWorks, samples: ownSamples };

/** The same modules of another checkout. */
async function openCheckout(folder: string): Promise<Checkout> {
  const load = async (name: string) => await import(pathToFileURL(resolve(folder, `bench/${name}.ts`)).href);
  return {
    generator: (await load('generate')) as typeof ownGenerator,
    servers: (await load('servers')) as typeof ownServers,
    works: (await load('compare')) as typeof ownWorks,
    samples: (await load('samples')) as typeof ownSamples,
  };
}

/** Fills the database of a checkout under a name of its own: each has its own tables. Returns its URL. */
async function fill({ generator }: Checkout, serverUrl: string, size: ownGenerator.Size, name: string) {
  await generator.ensureDatabase(serverUrl, size);
  const made = new URL(generator.databaseUrl(serverUrl, size));
  const url = new URL(made);
  url.pathname = `${made.pathname}_${name}`;
  const [from, to] = [made.pathname.slice(1), url.pathname.slice(1)];
  await generator.withClient(serverUrl, async (server) => {
    await server.query(`DROP DATABASE IF EXISTS ${to} WITH (FORCE)`);
    await server.query(`ALTER DATABASE ${from} RENAME TO ${to}`);
  });
  return url.href;
}

/** Each checkout with its data, and what is asked of it. */
interface Side {
  readonly name: string;
  readonly checkout: Checkout;
  readonly url: string;
  readonly samples: Awaited<ReturnType<typeof ownSamples.drawSamples>>;
}

async function main(): Promise<void> {
  const { database } = readConfig();
  if (!('url' in database)) return await onServerOfItsOwn(fileURLToPath(import.meta.url));
  const [folder = ''] = program.parse().args;
  const { only, size, starts, rounds, seconds } = program.opts<Options>();
  const sides: Side[] = [];
  for (const [name, checkout] of [['former', await openCheckout(folder)] as const, ['now', own] as const]) {
    const url = await fill(checkout, database.url, size, name);
    const samples = await checkout.generator.withClient(url, checkout.samples.drawSamples);
    sides.push({ name, checkout, url, samples });
  }
  const works = only.split(',');
  const ratios = new Map<string, Ratios[]>(works.map((work) => [work, []]));
  for (let start = 1; start <= Number(starts); start += 1) {
    progress(`start ${start} of ${starts}`);
    for (const [work, ratio] of await measureOnce(sides, works, { rounds: Number(rounds), seconds: Number(seconds) })) {
      ratios.get(work)?.push(ratio);
    }
  }
  const told = (figures: readonly number[]): [string, string] => [
    median(figures).toFixed(3),
    figures.map((figure) => figure.toFixed(3)).join(', '),
  ];
  for (const [work, some] of ratios) {
    const [rate, rates] = told(some.map(({ rate }) => rate));
    const [processor, processors] = told(some.map(({ processor }) => processor));
    process.stdout.write(
      `${work}: ${rate} x the former's answers per second (${rates}), ${processor} x its processor time per answer (${processors})\n`,
    );
  }
}

/** This checkout's figures by the former's. */
interface Ratios {
  /** Answers per second. */
  readonly rate: number;
  /** Processor time per answer: on a busy machine, the steadier of the two. */
  readonly processor: number;
}

/** Starts both servers and measures one against the other, work by work. */
async function measureOnce(
  sides: readonly Side[],
  works: readonly string[],
  effort: { rounds: number; seconds: number },
) {
  const started: (Side & { readonly server: ownServers.Server })[] = [];
  for (const side of sides) {
    // On the Node of this process, whatever the former checkout's bench runs its servers on.
    const server = await side.checkout.servers.startServer('labourgraph', side.url, process.execPath);
    started.push({ ...side, server });
  }
  const ratios = new Map<string, Ratios>();
  for (const name of works) {
    const contenders = started.flatMap(({ name: side, checkout, samples, server }): Contender<string>[] =>
      checkout.works.works
        .filter((work) => work.name === name)
        .map((work) => ({ name: side, peer: 'labourgraph', work, server, samples: samples[work.name] })),
    );
    const rates = await measureWarm(contenders, effort);
    const times = await measureProcessor(contenders);
    ratios.set(name, { rate: ratioOf(rates), processor: ratioOf(times) });
  }
  await Promise.all(started.map(async ({ server }) => await server.stop()));
  return ratios;
}

const ratioOf = (figures: ReadonlyMap<string, number>): number =>
  (figures.get('now') ?? Number.NaN) / (figures.get('former') ?? Number.NaN);

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void own.servers.stopAll().finally(() => process.exit(130)));
}

progress(`bench: ${connections} connections, one worker each`);
await main();
