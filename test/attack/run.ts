/**
 * Attacks the service from outside, over the network: `npm run attack`. ATTACK_SECONDS says for how long about, and
 * ATTACK_SEED repeats a run; an argument picks the scenarios with that in their title. Exits with 1 if anything was found that should not be.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomOf } from '../../bench/generate/random.ts';
import { attackOf, Enough, type Scenario } from './attack.ts';
import { type Pool, readPool } from './pool.ts';
import { hosts, oddTargets } from './scenarios/addresses.ts';
import { comments } from './scenarios/comments.ts';
import { connections, keptAlive } from './scenarios/connections.ts';
import { counts } from './scenarios/counts.ts';
import { exported } from './scenarios/exports.ts';
import { hangUp } from './scenarios/hangUp.ts';
import { honest } from './scenarios/honest.ts';
import { lying } from './scenarios/lies.ts';
import { load } from './scenarios/load.ts';
import { messages } from './scenarios/messages.ts';
import { namesOfOperations } from './scenarios/namesOfOperations.ts';
import { operationNames } from './scenarios/operationNames.ts';
import { packed } from './scenarios/packed.ts';
import { pipelined } from './scenarios/pipelined.ts';
import { random } from './scenarios/random.ts';
import { searches } from './scenarios/searches.ts';
import { slowSenders } from './scenarios/slow.ts';
import { texts } from './scenarios/texts.ts';
import { longAliases, unread } from './scenarios/unread.ts';
import { pasts } from './scenarios/versions.ts';
import { type Service, startService } from './service.ts';
import { makeVersions } from './versions.ts';
import { growth, megabytes, openWatch, type Watch } from './watch.ts';

/** What is done one after the other, and what of it at once: all that waits for something to be given up. */
const groups: readonly (readonly Scenario[])[] = [
  // Before anything is in memory: then it is the hardest.
  [load],
  [honest],
  [operationNames],
  [pipelined],
  [comments],
  [texts],
  [counts],
  [hosts],
  [oddTargets],
  [namesOfOperations],
  [messages],
  [searches],
  [pasts],
  [hangUp],
  [connections],
  [keptAlive],
  [unread, slowSenders, lying],
  [longAliases],
  [packed],
  [exported],
  [random],
];

const seconds = Number(process.env['ATTACK_SECONDS'] ?? 60);
const seed = Number(process.env['ATTACK_SEED'] ?? 20261123);
/** A round has at least so much time for what is random, and at most so much, in milliseconds. */
const [leastRandom, mostRandom] = [10_000, 30_000];

const wanted = process.argv[2] ?? '';
const picked = groups
  .map((scenarios) => scenarios.filter(({ title }) => title.includes(wanted)))
  .filter((scenarios) => scenarios.length > 0);
if (picked.length === 0) {
  console.error(`No scenario has "${wanted}" in its title; these are there:`);
  for (const { title } of groups.flat()) console.error(`  ${title}`);
  process.exit(2);
}

const began = performance.now();
const end = began + seconds * 1_000;
const folder = mkdtempSync(join(tmpdir(), 'labourgraph-attack-'));
process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
/** What was found, by scenario. */
const found = new Map<string, Set<string>>();
const answers = new Map<string, number>();
const say = (line: string): void => console.log(line);
const elapsed = (): string => `${((performance.now() - began) / 1_000).toFixed(0).padStart(4)} s`;

interface Attacked {
  readonly service: Service;
  readonly watch: Watch;
  readonly pool: Pool;
}

async function start(): Promise<Attacked> {
  await makeVersions(folder);
  const service = await startService(folder);
  return { service, watch: openWatch(service), pool: await readPool(service.port, randomOf(seed)) };
}

/** Runs scenarios at once, and looks what is left of the service afterwards; gives whether it can go on with it. */
async function attack(
  { service, watch, pool }: Attacked,
  scenarios: readonly Scenario[],
  round: number,
): Promise<boolean> {
  const before = watch.memory();
  const until = Math.max(performance.now() + leastRandom, Math.min(performance.now() + mostRandom, end));
  const own = scenarios.map(() => [] as string[]);
  await Promise.all(
    scenarios.map(async (scenario, index) => {
      const outcomes = { findings: own[index] ?? [], counts: answers };
      const base = { service, watch, pool, random: randomOf(seed + round), until };
      try {
        await scenario.run(attackOf(base, scenario, outcomes));
      } catch (error) {
        if (!(error instanceof Enough)) outcomes.findings.push(`the scenario failed: ${String(error)}`);
      }
    }),
  );
  const left = await watch.check(
    before,
    scenarios.flatMap(({ meant = [] }) => meant),
  );
  for (const [index, { title }] of scenarios.entries()) {
    const findings = [...(own[index] ?? []), ...left.findings];
    const all = found.get(title) ?? new Set();
    found.set(title, all);
    for (const finding of findings) all.add(finding);
    say(`${elapsed()}  ${findings.length === 0 ? 'ok  ' : 'FAIL'}  ${title}; memory ${megabytes(watch.memory())}`);
    for (const finding of findings) say(`        ${finding}`);
  }
  return !left.crippled;
}

process.once('SIGINT', () => process.exit(130));
process.once('SIGTERM', () => process.exit(143));

say(
  `seed ${seed}, about ${seconds} s, Node ${process.version}, ${process.env['DATABASE_URL'] === undefined ? 'the embedded database' : 'PostgreSQL'}`,
);
let attacked = await start();
const first = attacked.watch.memory();
let slowest = 0;
/** Of memory, after each round. */
const levels: number[] = [];
for (let round = 0; round === 0 || performance.now() < end; round += 1) {
  for (const scenarios of picked) {
    if (await attack(attacked, scenarios, round)) continue;
    // What was crippled would fail whatever comes after, too.
    slowest = Math.max(slowest, attacked.watch.slowestLife());
    attacked.watch.close();
    await attacked.service.stop();
    attacked = await start();
  }
  levels.push(attacked.watch.memory());
}
const last = attacked.watch.memory();
const { own, children } = attacked.service.memory();
const taken = await attacked.watch.taken();
slowest = Math.max(slowest, attacked.watch.slowestLife());
attacked.watch.close();
const stopping = performance.now();
const stopped = await attacked.service.stop();
found.set('row 51: it ends in time when it is told to', new Set(stopped ? [] : ['it had to be killed']));

// The first round fills the caches.
const [filled = last] = levels;
found.set(
  'memory does not grow from round to round',
  new Set(last > filled + growth ? [`it was ${levels.map(megabytes).join(', ')}`] : []),
);

say('');
say(
  `answers     ${[...answers]
    .sort(([, one], [, other]) => other - one)
    .map(([outcome, count]) => `${outcome}: ${count}`)
    .join(', ')}`,
);
say(`/livez      ${Math.round(slowest)} ms at the slowest`);
say(
  `memory      ${megabytes(first)} at the start, ${megabytes(last)} at the end: ${megabytes(own)} of its own, ${megabytes(children)} of its children`,
);
say(`levels      ${levels.map(megabytes).join(', ')}, after each round`);
say(`taken       ${[...taken].map(([name, value]) => `${name} ${value}`).join(', ')}`);
say(`the end     ${Math.round(performance.now() - stopping)} ms after SIGTERM`);
const failed = [...found].filter(([, findings]) => findings.size > 0);
for (const [title, findings] of failed) {
  say(`\nFAIL  ${title}`);
  for (const finding of findings) say(`      ${finding}`);
}
say(`\n${found.size - failed.length} passed, ${failed.length} failed`);
process.exitCode = failed.length === 0 ? 0 : 1;
