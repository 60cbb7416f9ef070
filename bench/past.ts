/**
 * What it costs to ask the graph as it was, on a graph of 100,000 entities: the first time, and again, beside the same
 * questions of now; and what the history takes when every fact has changed once.
 *
 *   npm run bench:past                    about five minutes; writes its section of bench/results.md
 *   npm run bench:past -- --size small    to see that it works: nothing is written
 *
 * On the server of DATABASE_URL, or on one of its own that is gone afterwards.
 */
import { fileURLToPath } from 'node:url';
import { Command } from 'commander';
import type pg from 'pg';
import { readConfig } from '../src/config.ts';
import { works } from './compare.ts';
import { databaseUrl, dropDatabases, ensureDatabase, type Size, withClient } from './generate.ts';
import { requestsPerSecond } from './load.ts';
import { describeMachine } from './machine.ts';
import { connections } from './measure.ts';
import { median } from './median.ts';
import { onServerOfItsOwn } from './ownServer.ts';
import { progress } from './progress.ts';
import { writeResults } from './results.ts';
import { drawSamples } from './samples.ts';
import { startServer, stopAll } from './servers.ts';
import type { Variables, Work } from './works/work.ts';

const program = new Command('past').option('--size <size>', 'the size of the data: small or large', 'large');
const rounds = 5;
const seconds = 2;

type Samples = Awaited<ReturnType<typeof drawSamples>>;

async function main(): Promise<void> {
  const { size } = program.parse().opts<{ size: Size }>();
  const { database } = readConfig();
  if (!('url' in database)) return await onServerOfItsOwn(fileURLToPath(import.meta.url));
  await ensureDatabase(database.url, size);
  const url = databaseUrl(database.url, size);
  const samples = await withClient(url, drawSamples);
  const version = await withClient(url, readVersion);
  const lines = await ask(url, samples, version, 'nothing has changed since');
  const changed = await withClient(url, changeEverything);
  lines.push(...changed, ...(await ask(url, samples, version, 'every fact has changed since')));
  // Whoever measures next begins with the data as they are generated.
  await dropDatabases(database.url);
  const table = ['| of a version | measured | target |', '| --- | --- | --- |', ...lines].join('\n');
  process.stdout.write(`\n${table}\n`);
  if (size === 'large') writeResults('Past', `${describeMachine('npm run bench:past')}\n\n${table}`);
}

/** Asks of a version what is asked of now. */
async function ask(database: string, samples: Samples, version: number, when: string): Promise<string[]> {
  progress(`asking as of version ${version}: ${when}`);
  const { origin, stop } = await startServer('labourgraph', database);
  const url = `${origin}/graphql`;
  const [first] = works;
  const body = bodyOf(first as Work, (samples[(first as Work).name].warm[0] ?? {}) as Variables, version);
  const began = performance.now();
  await requestsPerSecond({ url, bodies: [body], connections: 1 });
  const lines = [`| the first question, ${when} | ${((performance.now() - began) / 1_000).toFixed(2)} s | < 5 s |`];
  for (const work of works) {
    const of = (asked?: number): string[] => samples[work.name].warm.map((variables) => bodyOf(work, variables, asked));
    const ratios: number[] = [];
    for (let round = 0; round <= rounds; round += 1) {
      const now = await requestsPerSecond({ url, bodies: of(), connections, seconds });
      const then = await requestsPerSecond({ url, bodies: of(version), connections, seconds });
      // The first round warms the code up.
      if (round > 0) ratios.push(now / then);
    }
    lines.push(`| ${work.title}, again, ${when} | ${median(ratios).toFixed(2)} × the time of now | ≤ 3 × |`);
  }
  await stop();
  return lines;
}

function bodyOf({ asked }: Work, variables: Variables, version?: number): string {
  const directive = version === undefined ? '' : ` @knownAt(version: ${version})`;
  const query = asked.labourgraph.query.replace(/^\s*query (\w+)(\([^)]*\))/, `query $1$2${directive}`);
  if (version !== undefined && !query.includes('@knownAt')) throw new Error(`no place for a directive: ${query}`);
  return JSON.stringify({ query, variables });
}

async function readVersion(client: pg.Client): Promise<number> {
  const { rows } = await client.query<{ version: number }>('SELECT "version" FROM "DataVersion"');
  return rows[0]?.version ?? 0;
}

/** Changes every row of facts, table by table. */
async function changeEverything(client: pg.Client): Promise<string[]> {
  const sizeOf = async (): Promise<number> => {
    const { rows } = await client.query<{ size: string }>('SELECT pg_database_size(current_database()) AS size');
    return Number(rows[0]?.size) / 1e6;
  };
  const countOf = async (): Promise<number> => {
    const { rows } = await client.query<{ name: string }>(
      `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'labourgraph_history'`,
    );
    const counts = rows.map(({ name }) => `(SELECT count(*) FROM labourgraph_history."${name}")`);
    const all = await client.query<{ count: string }>(`SELECT ${counts.join(' + ')} AS count`);
    return Number(all.rows[0]?.count);
  };
  const before = await sizeOf();
  const began = performance.now();
  for (const [table, change] of changes) {
    progress(`changing every row of ${table}`);
    await client.query(`UPDATE "${table}" SET ${change}`);
  }
  const took = (performance.now() - began) / 1_000;
  const rows = await countOf();
  const grown = (await sizeOf()) - before;
  const each = ((grown * 1e6) / rows).toFixed(0);
  return [
    `| every fact changed once, in ${changes.length} statements: ${rows} rows | ${took.toFixed(0)} s | |`,
    `| the database before, and what it has grown by | ${before.toFixed(0)} MB, ${grown.toFixed(0)} MB (${each} bytes a row) | |`,
  ];
}

/** What makes each fact another one, and is allowed. */
const changes: readonly (readonly [table: string, change: string])[] = [
  ['Entity', `"summary" = "summary" || ' Changed.'`],
  ['Name', `"ordinal" = "ordinal" + 1`],
  ['Relationship', `"note" = coalesce("note" || ' ', '') || 'Changed.'`],
  ['Evidence', `"ordinal" = "ordinal" + 1`],
  ['Term', `"text" = "text" || ' changed'`],
  ['Passage', `"role" = CASE "role" WHEN 'BODY' THEN 'CAPTION'::"PassageRole" ELSE 'BODY'::"PassageRole" END`],
];

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void stopAll().finally(() => process.exit(130)));
}
await main().finally(stopAll);
