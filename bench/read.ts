/**
 * How fast articles are read, and how much memory it takes: the made-up reports of `test/reading/tune`, read without
 * the graph.
 *
 *   npm run bench:read
 *   npm run bench:read -- --rounds 5
 *
 * Elapsed time tells how long one waits; the processor's says as much on a machine that has other work.
 */
import { Command } from 'commander';
import { readArticle } from '../src/reading/read.ts';
import { largest, takeIn } from '../src/reading/text.ts';
import { madeUp, type Report } from '../test/reading/reports.ts';
import { describeMachine } from './machine.ts';
import { median } from './median.ts';
import { progress } from './progress.ts';

const program = new Command('bench:read').option('--rounds <rounds>', 'how often each text is read', Number, 11);
const { rounds } = program.parse().opts<{ readonly rounds: number }>();
/** The first rounds warm the code up, and do not count. */
const warmUp = 3;
const batch = 100;
const paragraphSize = 2_000;

type Text = Pick<Report, 'bytes' | 'published'>;

/** In milliseconds. */
interface Taken {
  readonly elapsed: number;
  readonly processor: number;
}

function main(): void {
  const reports = madeUp('tune');
  const [first] = reports;
  if (first === undefined) throw new Error('there is nothing to read');
  const cold = timeOf(first);
  progress('reading each text several times');
  for (let round = 0; round < warmUp; round += 1) for (const report of reports) timeOf(report);
  const perWords = reports.map((report) => {
    const [words, taken] = [wordsOf(report), Array.from({ length: rounds }, () => timeOf(report))];
    return middle(taken.map(({ elapsed, processor }) => ({ elapsed: elapsed / words, processor: processor / words })));
  });
  progress(`reading ${batch} texts in a batch`);
  const grown = growthOf(reports);
  progress('reading a text of 1 MB');
  const large = largeText(reports);
  const parts = [timeOf(large), timeOf(large), timeOf(large)];
  const slowest = Math.max(...perWords.map(({ processor }) => processor));
  const rows = [
    ['the first text, without anything warm', told(cold)],
    ['a thousand words, the median of the texts', told(middle(perWords))],
    ['a thousand words, the slowest text', `${slowest.toFixed(0)} ms of the processor`],
    [`${batch} texts in a batch: growth of what is held`, `${grown.heap.toFixed(1)} MB`],
    [`${batch} texts in a batch: growth of the process`, `${grown.process.toFixed(1)} MB`],
    [`a text of ${large.bytes.length} bytes, in paragraphs of 2 kB`, told(middle(parts))],
  ];
  const table = rows.map((row) => `| ${row.join(' | ')} |`);
  process.stdout.write(
    `${describeMachine('npm run bench:read')}\n\n| what is read | it takes |\n|---|---|\n${table.join('\n')}\n`,
  );
}

const told = ({ elapsed, processor }: Taken): string =>
  `${elapsed.toFixed(0)} ms, ${processor.toFixed(0)} of the processor`;

const middle = (taken: readonly Taken[]): Taken => ({
  elapsed: median(taken.map(({ elapsed }) => elapsed)),
  processor: median(taken.map(({ processor }) => processor)),
});

/** In thousands. */
const wordsOf = ({ bytes }: Text): number => Buffer.from(bytes).toString('utf8').split(/\s+/).length / 1_000;

function readOnce({ bytes, published }: Text): void {
  readArticle(takeIn(bytes, { published, outlet: undefined }), { entities: [], relationships: [] });
}

function timeOf(report: Text): Taken {
  const [began, used] = [performance.now(), process.cpuUsage()];
  readOnce(report);
  const { user, system } = process.cpuUsage(used);
  return { elapsed: performance.now() - began, processor: (user + system) / 1_000 };
}

/** By how much more memory is taken after a batch than before it, in MB. */
function growthOf(reports: readonly Text[]): { readonly heap: number; readonly process: number } {
  const before = memory();
  for (let read = 0; read < batch; read += 1) {
    const report = reports[read % reports.length];
    if (report !== undefined) readOnce(report);
  }
  const after = memory();
  return { heap: after.heap - before.heap, process: after.process - before.process };
}

function memory(): { readonly heap: number; readonly process: number } {
  if (globalThis.gc === undefined) throw new Error('run it by npm run bench:read, which lets it collect garbage');
  globalThis.gc();
  const { heapUsed, rss } = process.memoryUsage();
  return { heap: heapUsed / 2 ** 20, process: rss / 2 ** 20 };
}

/** As much of the texts, over and over, as an article may have. */
function largeText(reports: readonly Text[]): Text {
  const lines = reports.flatMap(({ bytes }) => Buffer.from(bytes).toString('utf8').split('\n').filter(Boolean));
  const paragraphs: string[] = [];
  let [paragraph, size] = ['', 0];
  for (let at = 0; ; at += 1) {
    const line = lines[at % lines.length] ?? '';
    if (Buffer.byteLength(`${paragraph} ${line}`) <= paragraphSize) {
      paragraph = `${paragraph} ${line}`.trim();
      continue;
    }
    size += Buffer.byteLength(paragraph) + 1;
    if (size > largest.article) break;
    paragraphs.push(paragraph);
    paragraph = line;
  }
  const bytes = Buffer.from(paragraphs.join('\n'));
  return { bytes, published: '2023-05-01' };
}

main();
