import cliProgress from 'cli-progress';
import type { Command } from 'commander';
import { licence } from '../exporting/dataset.ts';
import type { LeftOut } from '../exporting/leftOut.ts';
import { defaultBase, parameters, readOptions } from '../exporting/options.ts';
import type { Head } from '../exporting/run.ts';
import { complain, say } from './common.ts';

/** Of what data a file is, and under what licence they may be used. */
const factsLine = ({ version, digest }: Head['data']): string =>
  `Facts      version ${version}, digest ${digest}, under ${licence.name}`;

/** `export`: facts, to be worked with elsewhere. */
export function addExport(program: Command): void {
  program
    .command('export')
    .description('write an export to a file, or to standard output')
    .argument(
      '[what]',
      'name of the export, such as entities.csv, or entities with --format csv (default: list the exports)',
    )
    .option('--format <format>', 'csv, graphml, jsonld, ftm.json, json or ics')
    .option('--output <file>', 'file to write, or of records a folder, such as my-seeds/ (default: standard output)')
    .option('--kinds <kinds>', parameters.kinds.description)
    .option('--as-of <day>', parameters.asOf.description)
    .option('--bucket <time>', parameters.bucket.description)
    .option('--known-at <when>', parameters.knownAt.description)
    .option('--base <iri>', `address that IRIs begin with (default: ${defaultBase})`)
    .action(async (what: string | undefined, given: Readonly<Record<string, string>>) => {
      const { exports, findExport } = await import('../exporting/exports.ts');
      if (what === undefined) {
        for (const { name, description } of exports) say(`${name.padEnd(20)} ${description}`);
        return;
      }
      const { format, output, base = defaultBase, ...asked } = given;
      const exported = findExport(what, format);
      const { knownAt, ...options } = readOptions(exported.parameters, asked);
      const { exportTo } = await import('../exporting/file.ts');
      const { openPast } = await import('../exporting/past.ts');
      const { applyMigrations } = await import('../database/migrate.ts');
      const { withDatabase } = await import('./database.ts');
      await withDatabase(async (database) => {
        const { prisma, adapter } = database;
        await applyMigrations(adapter);
        const past = knownAt && (await openPast(database, knownAt));
        if ((await prisma.entity.count()) === 0) complain('Warning    there are no facts yet: npm run seed');
        const bar = new cliProgress.SingleBar({ format: 'Exporting  [{bar}] {percentage}%', clearOnComplete: true });
        let done = 0;
        let facts: Head['data'] | undefined;
        const onRows = (rows: number): void => {
          done += rows;
          bar.update(done);
        };
        const onHead = ({ total, leftOut, data }: Head): void => {
          facts = data;
          if (output !== undefined && total > 0) bar.start(total, done);
          if (leftOut > 0) complain(`Left out   ${leftOut}: ${exported.description}`);
        };
        const onLeftOut = ({ ids, reasons }: LeftOut): void => {
          for (const { id, reason } of reasons) complain(`Left out   ${id}: ${reason}`);
          if (ids.length > reasons.length) complain(`Left out   ${ids.length - reasons.length} more`);
          process.exitCode = 1;
        };
        await exportTo(output, { prisma, past }, exported, { ...options, base, onRows }, onHead, onLeftOut).finally(
          () => bar.stop(),
        );
        if (output !== undefined && facts !== undefined) complain(factsLine(facts));
      });
    });
}
