/**
 * A changeset of one fact on a graph of 100,000 entities: how long it takes, and how long until two processes answer
 * of it.
 *
 *   npm run bench:changeset
 *   npm run bench:changeset -- --size small
 *
 * On the server of DATABASE_URL, or on one of its own that is gone afterwards.
 */
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { Command } from 'commander';
import { readConfig } from '../src/config.ts';
import { apply } from '../src/curation/apply.ts';
import { openDatabase } from '../src/database/open.ts';
import { readSource } from '../src/seeding/read.ts';
import { databaseUrl, ensureDatabase, type Size } from './generate.ts';
import { median } from './median.ts';
import { onServerOfItsOwn } from './ownServer.ts';
import { startServer, stopAll } from './servers.ts';

const changesets = 40;
/** The first ones warm the code and the database up, and do not count. */
const warmUp = 10;

const program = new Command('changeset').option('--size <size>', 'the size of the data: small or large', 'large');

async function main(): Promise<void> {
  const { size } = program.parse().opts<{ size: Size }>();
  const config = readConfig();
  if (!('url' in config.database)) return await onServerOfItsOwn(fileURLToPath(import.meta.url));
  await ensureDatabase(config.database.url, size);
  const url = databaseUrl(config.database.url, size);
  const servers = [await startServer('labourgraph', url), await startServer('labourgraph', url)];
  const { prisma, close } = await openDatabase({ url });
  const [applied, seen]: [number[], number[]] = [[], []];
  for (let edit = 0; edit < changesets; edit += 1) {
    const source = readSource('edit.yaml', recordOf('abcdefghij'[edit % 10] ?? ''));
    const began = performance.now();
    const { version } = await apply(prisma, { source, remove: [], author: 'bench', message: 'One fact' });
    const done = performance.now();
    await Promise.all(servers.map(async ({ origin }) => await untilAnswers(`${origin}/graphql`, version)));
    if (edit >= warmUp) {
      applied.push(done - began);
      seen.push(performance.now() - done);
    }
  }
  await close();
  const told = (figures: readonly number[]): string =>
    `${median(figures).toFixed(0)} ms (${Math.min(...figures).toFixed(0)} to ${Math.max(...figures).toFixed(0)})`;
  process.stdout.write(`a changeset of one fact: ${told(applied)}; answers of it from both: ${told(seen)} later\n`);
}

const recordOf = (word: string): string => `
- id: changing-person
  kind: PERSON
  names: {en: {preferred: A person who changes}}
  summary: A person, ${word}.
  evidence: [{external: The bench}]
`;

/** Asks a server until its answers are of a version. */
async function untilAnswers(url: string, version: number): Promise<void> {
  const headers = { 'content-type': 'application/json' };
  const body = JSON.stringify({ query: '{ entity(id: "changing-person") { summary } }' });
  for (;;) {
    const response = await fetch(url, { method: 'POST', headers, body });
    const { extensions } = (await response.json()) as { extensions: { graph: { version: number } } };
    if (extensions.graph.version >= version) return;
    await setTimeout(5);
  }
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void stopAll().finally(() => process.exit(130)));
}

await main().finally(stopAll);
