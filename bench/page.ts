/**
 * How soon the dashboard can be used on a slow phone: a line of 1.6 Mb/s with 150 ms to the service, a quarter of this
 * machine's processor, nothing cached.
 *
 *   npm run bench:page                 about two minutes; writes its section of bench/results.md
 *   npm run bench:page -- --rounds 1   to see that it works: its figures are rough, and are not written
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { Command, Option } from 'commander';
import { type Browser, type BrowserContext, chromium } from 'playwright-core';
import { describeMachine } from './machine.ts';
import { median } from './median.ts';
import { progress } from './progress.ts';
import { writeResults } from './results.ts';
import { freePort } from './servers.ts';

const standard = 5;
const program = new Command('page')
  .option('--rounds <rounds>', 'how often each page is opened', Number, standard)
  .addOption(new Option('--chromium <path>', 'the browser').env('CHROMIUM').default('/usr/bin/chromium'));

/** Pages, and in how many milliseconds each must be usable; undefined: it is only told. */
const pages = [
  { title: 'the overview', path: '/', target: 2_000 },
  { title: 'a union', path: '/entity/psac', target: 3_000 },
  { title: 'a round', path: '/entity/alberta-round-2013-14', target: 3_000 },
] as const;

/** A slow phone: see `Network.emulateNetworkConditions` of the browser's protocol, in bytes a second. */
const line = { offline: false, latency: 150, downloadThroughput: 1_600_000 / 8, uploadThroughput: 750_000 / 8 };
const processor = { rate: 4 };
const phone = { viewport: { width: 360, height: 740 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true };

interface Visit {
  /** When what is seen first was there and the page listened again, in milliseconds from the start. */
  readonly usable: number;
  /** When everything was. */
  readonly whole: number;
  readonly requests: number;
  readonly bytes: number;
  readonly shift: number;
}

/** Runs in the page, from its start: notes when nothing within the window waits any more, and long tasks and shifts. */
const watch = `
  const seen = { shown: 0, whole: 0, busyUntil: 0, shift: 0 };
  window.seen = seen;
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) seen.busyUntil = Math.max(seen.busyUntil, startTime + duration);
  }).observe({ type: 'longtask', buffered: true });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (!entry.hadRecentInput) seen.shift += entry.value;
  }).observe({ type: 'layout-shift', buffered: true });
  const look = () => {
    const waiting = [...document.querySelectorAll('.waiting, [aria-busy="true"]')];
    const inWindow = waiting.filter((one) => {
      const { top, bottom } = one.getBoundingClientRect();
      return top < innerHeight && bottom > 0;
    });
    const there = document.querySelector('main h1') !== null && document.querySelector('.panel') !== null;
    seen.shown = there && inWindow.length === 0 ? seen.shown || performance.now() : 0;
    seen.whole = there && waiting.length === 0 ? seen.whole || performance.now() : 0;
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
`;

async function visit(context: BrowserContext, address: string): Promise<Visit> {
  const page = await context.newPage();
  const protocol = await context.newCDPSession(page);
  await protocol.send('Network.enable');
  await protocol.send('Network.emulateNetworkConditions', line);
  await protocol.send('Emulation.setCPUThrottlingRate', processor);
  let requests = 0;
  let bytes = 0;
  protocol.on('Network.requestWillBeSent', () => {
    requests += 1;
  });
  protocol.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes += encodedDataLength;
  });
  await page.addInitScript(watch);
  await page.goto(address, { waitUntil: 'networkidle' });
  await page.locator('.waiting, [aria-busy="true"]').first().waitFor({ state: 'detached' });
  // What moves late moves within this time.
  await setTimeout(1_000);
  const seen = await page.evaluate<{ shown: number; whole: number; busyUntil: number; shift: number }>('window.seen');
  await page.close();
  // A task that was running when it was shown kept it from listening.
  const { shown, whole, busyUntil, shift } = seen;
  return { usable: Math.max(shown, busyUntil), whole: Math.max(whole, busyUntil), requests, bytes, shift };
}

interface Way {
  readonly name: string;
  /** Whether the browser has opened the page before. */
  readonly again: boolean;
}

const ways: readonly Way[] = [
  { name: 'for the first time', again: false },
  { name: 'again', again: true },
];

async function measure(browser: Browser, origin: string, path: string, { again }: Way): Promise<Visit> {
  const context = await browser.newContext(phone);
  try {
    if (again) await visit(context, origin + path);
    return await visit(context, origin + path);
  } finally {
    await context.close();
  }
}

async function main(): Promise<void> {
  const { rounds, chromium: executablePath } = program.parse().opts<{ rounds: number; chromium: string }>();
  const service = await startOwn();
  // The sandbox needs rights that a container does not give; the pages are our own.
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--enable-unsafe-swiftshader'] });
  try {
    const lines: string[] = [];
    for (const { title, path, target } of pages) {
      for (const way of ways) {
        // The first visit of all is not counted: the service compiles, and has nothing in its caches.
        await measure(browser, service.origin, path, way);
        const visits: Visit[] = [];
        for (let round = 1; round <= rounds; round += 1) {
          visits.push(await measure(browser, service.origin, path, way));
          progress(`${title}, ${way.name}, round ${round} of ${rounds}: ${Math.round(visits.at(-1)?.usable ?? 0)} ms`);
        }
        lines.push(lineOf(`${title}, ${way.name}`, target, visits));
      }
    }
    const head = '| page | usable after | target |  | all of it after | requests | kB | layout shift |';
    const table = [head, '| --- | --- | --- | --- | --- | --- | --- | --- |', ...lines].join('\n');
    process.stdout.write(`\n${table}\n`);
    if (rounds === standard) writeResults('Page', `${describeMachine('npm run bench:page')}\n${terms}\n\n${table}`);
  } finally {
    await browser.close();
    await service.stop();
  }
}

const terms = [
  `- A line of 1.6 Mb/s with 150 ms to the service, ${processor.rate} times slower a processor, a window of`,
  '  360 x 740; each figure is the median of five visits, the service warm. Usable: nothing within the window waits any',
  '  more, and no task of 50 ms or more comes after. Again: by a browser that has kept what it may keep.',
].join('\n');

function lineOf(title: string, target: number, visits: readonly Visit[]): string {
  const of = (figure: keyof Visit): number => median(visits.map((one) => one[figure]));
  const seconds = (milliseconds: number): string => `${(milliseconds / 1_000).toFixed(2)} s`;
  const usable = of('usable');
  const verdict = usable <= target ? 'met' : '**missed**';
  return `| ${title} | ${seconds(usable)} | ≤ ${target / 1_000} s | ${verdict} | ${seconds(of('whole'))} | ${of('requests')} | ${Math.round(of('bytes') / 1_000)} | ${of('shift').toFixed(3)} |`;
}

/** The service as `npm start` runs it, on a database of its own that is gone afterwards. */
async function startOwn(): Promise<{ readonly origin: string; stop: () => Promise<void> }> {
  const folder = await mkdtemp(`${tmpdir()}/labourgraph-page-`);
  const port = await freePort();
  const settings = ['NODE_ENV=production', `DATA_DIR=${folder}`, `PORT=${port}`, 'HOST=127.0.0.1'];
  const command = ['-u', 'DATABASE_URL', ...settings, 'node', '--max-semi-space-size=32', 'dist/main.js', 'serve'];
  const child = spawn('env', command, { cwd: fileURLToPath(new URL('..', import.meta.url)), stdio: 'ignore' });
  const ended = once(child, 'exit');
  const origin = `http://127.0.0.1:${port}`;
  while (!(await isReady(origin))) {
    if (child.exitCode !== null) throw new Error(`the service ended with ${child.exitCode}`);
    await setTimeout(100);
  }
  return {
    origin,
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
      await rm(folder, { recursive: true });
    },
  };
}

async function isReady(origin: string): Promise<boolean> {
  try {
    return (await fetch(`${origin}/readyz`)).ok;
  } catch {
    return false;
  }
}

progress('bench: the dashboard on a slow phone');
await main();
