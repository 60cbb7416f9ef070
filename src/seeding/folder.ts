/** Folders and files that a person names, and may misspell. */
import { readdir } from 'node:fs/promises';
import { systemErrorOf } from '../database/thrown.ts';

/** There is no such folder; the message names it. */
export class NoFolder extends Error {
  override readonly name = 'NoFolder';
}

/** A file that a person named cannot be used; the message names it and says why. */
export class NoFile extends Error {
  override readonly name = 'NoFile';
}

/**
 * The paths of all that is in a folder and below it.
 * @param what it is the folder of, in words.
 * @throws NoFolder
 */
export async function listFolder(folder: string, what: string): Promise<string[]> {
  try {
    return await readdir(folder, { recursive: true });
  } catch (error) {
    const { code } = systemErrorOf(error);
    if (code === 'ENOTDIR')
      throw new NoFolder(`${folder} is a file, and no folder ${what}; to export into a folder, end its name with /`);
    if (code === 'ENOENT') throw new NoFolder(`${folder}: there is no such folder ${what}`);
    throw error;
  }
}
