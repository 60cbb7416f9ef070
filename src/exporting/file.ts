/** Writes an export to a file, to a folder, or to standard output. */
import { createWriteStream, mkdirSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { systemErrorOf } from '../database/thrown.ts';
import { CannotWrite } from './cannotWrite.ts';
import type { Export } from './exports.ts';
import { openFolder } from './folder.ts';
import type { LeftOut } from './leftOut.ts';
import type { Source } from './reading.ts';
import { type Asked, type Head, runExport } from './run.ts';

/**
 * Writes an export to a file, which is there once it is whole; no file: to standard output. Where it can be divided and
 * the name ends with a slash, it is a folder, which must be new or empty.
 * @param onHead told before the first row is written how many there are.
 * @param onLeftOut told at the end of rows that could not be told.
 * @throws CannotWrite
 */
export async function exportTo(
  file: string | undefined,
  source: Source,
  exported: Export,
  asked: Asked,
  onHead: (head: Head) => void,
  onLeftOut: (leftOut: LeftOut) => void,
): Promise<void> {
  const target = file?.replace(/\/+$/, '');
  const part = `${target}.part`;
  // What stands there already is another's.
  let isOurs = false;
  const open = (head: Head) => {
    onHead(head);
    if (file === undefined) return process.stdout;
    if (file !== target && exported.divisible !== true) return createWriteStream(file);
    if (file !== target) mkdirSync(part);
    isOurs = true;
    return file === target ? createWriteStream(part) : openFolder(part, exported.name);
  };
  try {
    await runExport(source, exported, asked, open, onLeftOut);
    if (target !== undefined) await rename(part, target);
  } catch (error) {
    const { code, syscall, path } = systemErrorOf(error);
    // Whoever read standard output has seen enough.
    if (file === undefined && code === 'EPIPE') return;
    if (isOurs) await rm(part, { force: true, recursive: true });
    if (file !== undefined && code === 'EEXIST')
      throw new CannotWrite(`cannot write ${file}: ${path} is there; remove it if no other export writes it`);
    if (file !== undefined && syscall !== undefined) throw new CannotWrite(`cannot write ${file}: ${code}`);
    throw error;
  }
}
