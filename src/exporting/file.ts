/** Writes an export to a file, or to standard output. */
import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import type { PrismaClient } from '../generated/prisma/client.ts';
import { CannotWrite } from './cannotWrite.ts';
import type { Export } from './exports.ts';
import type { LeftOut } from './leftOut.ts';
import { type Asked, type Head, runExport } from './run.ts';

/**
 * Writes an export to a file, which is there once it is whole; no file: to standard output.
 * @param onHead told before the first row is written how many there are.
 * @param onLeftOut told at the end of rows that could not be told.
 * @throws CannotWrite
 */
export async function exportTo(
  file: string | undefined,
  prisma: PrismaClient,
  exported: Export,
  asked: Asked,
  onHead: (head: Head) => void,
  onLeftOut: (leftOut: LeftOut) => void,
): Promise<void> {
  const part = `${file}.part`;
  const open = (head: Head) => {
    onHead(head);
    return file === undefined ? process.stdout : createWriteStream(part);
  };
  try {
    await runExport(prisma, exported, asked, open, onLeftOut);
    if (file !== undefined) await rename(part, file);
  } catch (error) {
    const { code, syscall } = error as NodeJS.ErrnoException;
    // Whoever read standard output has seen enough.
    if (file === undefined && code === 'EPIPE') return;
    if (file !== undefined) await rm(part, { force: true });
    if (file !== undefined && syscall !== undefined) throw new CannotWrite(`cannot write ${file}: ${code}`);
    throw error;
  }
}
