/** Writes an export to a file, or to standard output. */
import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import type { PrismaClient } from '../generated/prisma/client.ts';
import type { Export } from './exports.ts';
import type { Options } from './options.ts';
import { type Head, runExport } from './run.ts';

/** The file cannot be written; the message says why. */
export class CannotWrite extends Error {
  override readonly name = 'CannotWrite';
}

/**
 * Writes an export to a file, which is there once it is whole; no file: to standard output.
 * @param onHead told before the first row is written how many there are.
 * @throws CannotWrite
 */
export async function exportTo(
  file: string | undefined,
  prisma: PrismaClient,
  exported: Export,
  options: Options,
  onHead: (head: Head) => void,
): Promise<void> {
  const part = `${file}.part`;
  const open = (head: Head) => {
    onHead(head);
    return file === undefined ? process.stdout : createWriteStream(part);
  };
  try {
    await runExport(prisma, exported, options, open);
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
