/** Of what files, and by what vocabulary, a database was filled: read in milliseconds, where reading the facts takes long. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { kinds, relationshipTypes } from '../graph/registry.ts';
import { listFolder } from './folder.ts';
import type { Folders } from './seed.ts';

/**
 * SHA-256 over the registry, the seed files and the articles' texts.
 * @throws NoFolder if a folder is not there.
 */
export async function digestOfSources({ seedsFolder, articlesFolder }: Folders): Promise<string> {
  const hash = createHash('sha256').update(JSON.stringify([kinds, relationshipTypes]));
  await addFolder(hash, seedsFolder, 'of the facts', /\.ya?ml$/);
  if (articlesFolder !== undefined) await addFolder(hash, articlesFolder, 'of the articles’ texts', /\.txt$/);
  return hash.digest('hex');
}

async function addFolder(
  hash: ReturnType<typeof createHash>,
  folder: string,
  what: string,
  files: RegExp,
): Promise<void> {
  const paths = (await listFolder(folder, what)).filter((path) => files.test(path)).sort();
  const contents = await Promise.all(paths.map(async (path) => await readFile(join(folder, path))));
  for (const [index, content] of contents.entries()) hash.update(`${paths[index]} ${content.length}\n`).update(content);
}
