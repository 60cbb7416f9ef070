/**
 * What a client gains that has an answer and asks whether it still holds: the same GETs, with the answers' tags and
 * without, in alternating rounds.
 *
 *   npm run bench:unchanged                    about three minutes; writes its section of bench/results.md
 *   npm run bench:unchanged -- --seconds 1     to see that it works: its figures are rough, and are not written
 *
 * On the server of DATABASE_URL, or on one of its own that is gone afterwards.
 */
import { fileURLToPath } from 'node:url';
import autocannon from 'autocannon';
import { Command } from 'commander';
import { readConfig } from '../src/config.ts';
import { works } from './compare.ts';
import { databaseUrl, ensureDatabase, withClient } from './generate.ts';
import { describeMachine } from './machine.ts';
import { connections } from './measure.ts';
import { onServerOfItsOwn } from './ownServer.ts';
import { progress } from './progress.ts';
import { writeResults } from './results.ts';
import { drawSamples } from './samples.ts';
import { startServer, stopAll } from './servers.ts';
import type { Variables, Work } from './works/work.ts';

const rounds = 5;
const standard = 3;

const program = new Command('unchanged').option('--seconds <seconds>', 'how long a round is', Number, standard);

/** A question by GET, and the tag of its answer. */
interface Question {
  readonly path: string;
  readonly tag: string;
}

interface Asked {
  readonly title: string;
  /** How many times as fast it must be at least; undefined: it is only told. */
  readonly target?: number;
  readonly paths: readonly string[];
  /** How many ask at a time; undefined: as many as elsewhere in the bench. */
  readonly clients?: number;
}

async function main(): Promise<void> {
  const { seconds } = program.parse().opts<{ seconds: number }>();
  const { database } = readConfig();
  if (!('url' in database)) return await onServerOfItsOwn(fileURLToPath(import.meta.url));
  await ensureDatabase(database.url, 'small');
  const url = databaseUrl(database.url, 'small');
  const samples = await withClient(url, drawSamples);
  const { origin } = await startServer('labourgraph', url);
  const asked: Asked[] = [
    ...works.map((work) => ({
      title: work.title,
      // A list comes from memory: there is less to gain.
      ...(work.name !== 'list' && { target: 5 }),
      paths: samples[work.name].warm.map((variables) => pathOf(work, variables)),
    })),
    // Four exports run at a time, and one that has been read counts for a moment more.
    { title: 'export of the terms', target: 5, clients: 2, paths: ['/export/terms.csv'] },
  ];
  const lines: string[] = [];
  for (const one of asked) lines.push(await measure(origin, one, seconds));
  const page = ['| GET | with its tag | measured | target |  |', '| --- | --- | --- | --- | --- |', ...lines].join(
    '\n',
  );
  process.stdout.write(`\n${page}\n`);
  if (seconds === standard) writeResults('Unchanged', `${describeMachine('npm run bench:unchanged')}\n\n${page}`);
}

const pathOf = ({ asked }: Work, variables: Variables): string =>
  `/graphql?${new URLSearchParams({ query: asked.labourgraph.query, variables: JSON.stringify(variables) })}`;

async function measure(
  origin: string,
  { title, target, paths, clients = connections }: Asked,
  seconds: number,
): Promise<string> {
  const questions = await Promise.all(paths.map(async (path) => ({ path, tag: await tagOf(origin + path) })));
  const rates = { plain: [] as number[], tagged: [] as number[] };
  for (let round = 0; round <= rounds; round += 1) {
    for (const way of round % 2 === 0 ? (['plain', 'tagged'] as const) : (['tagged', 'plain'] as const)) {
      const rate = await answersPerSecond(origin, { questions, tagged: way === 'tagged', clients, seconds });
      progress(`${title}, ${way}, round ${round} of ${rounds}: ${rate.toFixed(0)}/s`);
      // The first round warms up.
      if (round > 0) rates[way].push(rate);
    }
  }
  const [plain, tagged] = [median(rates.plain), median(rates.tagged)];
  const times = tagged / plain;
  const verdict = target === undefined ? '' : times >= target ? 'met' : '**missed**';
  const wanted = target === undefined ? '' : `≥ ${target} ×`;
  return `| ${title} (${plain.toFixed(0)}/s) | ${tagged.toFixed(0)}/s | ${times.toFixed(1)} × | ${wanted} | ${verdict} |`;
}

async function tagOf(url: string): Promise<string> {
  const response = await fetch(url);
  await response.arrayBuffer();
  const tag = response.headers.get('etag');
  if (response.status !== 200 || tag === null) throw new Error(`${url}: ${response.status}, and no tag`);
  return tag;
}

interface Round {
  readonly questions: readonly Question[];
  readonly tagged: boolean;
  readonly clients: number;
  readonly seconds: number;
}

/** @throws Error if an answer was not what it should be. */
async function answersPerSecond(origin: string, { questions, tagged, clients, seconds }: Round): Promise<number> {
  const expected = tagged ? 304 : 200;
  let answered = 0;
  let others = 0;
  const run = autocannon({
    url: origin,
    connections: clients,
    duration: seconds,
    requests: questions.map(({ path, tag }) => ({
      method: 'GET',
      path,
      ...(tagged && { headers: { 'if-none-match': tag } }),
    })),
  });
  run.on('response', (_client, status) => {
    answered += 1;
    if (status !== expected) others += 1;
  });
  const began = performance.now();
  const { errors } = await run;
  if (errors + others > 0) throw new Error(`${errors} failed, ${others} of ${answered} were not ${expected}`);
  return (1_000 * answered) / (performance.now() - began);
}

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void stopAll().finally(() => process.exit(130)));
}

progress('bench: GETs with and without the tags of their answers');
await main().finally(stopAll);
