/** The export of the graph as seed files. */
import { Writable } from 'node:stream';
import { findExport } from '../../src/exporting/exports.ts';
import { runExport } from '../../src/exporting/run.ts';
import type { PrismaClient } from '../../src/generated/prisma/client.ts';

export interface Exported {
  readonly text: string;
  readonly leftOut: readonly string[];
  /** `id: reason`, of each that is left out. */
  readonly reasons: readonly string[];
}

/** What the export of records writes, and what it leaves out. */
export async function exportedRecords(prisma: PrismaClient): Promise<Exported> {
  let text = '';
  let [leftOut, told]: (readonly string[])[] = [[], []];
  const into = () =>
    new Writable({
      write(chunk, _, done) {
        text += String(chunk);
        done();
      },
    });
  await runExport({ prisma }, findExport('records'), { base: 'urn:x:' }, into, ({ ids, reasons }) => {
    leftOut = ids;
    told = reasons.map(({ id, reason }) => `${id}: ${reason}`);
  });
  return { text, leftOut: leftOut ?? [], reasons: told ?? [] };
}
