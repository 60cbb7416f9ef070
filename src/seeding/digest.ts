/** Of what files, and by what vocabulary, a database was filled: read in milliseconds, where reading the facts takes long. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { kinds, relationshipTypes } from '../registry/index.ts';
import { listFolder } from './folder.ts';
import type { Folders } from './seed.ts';

/** Raised when the same files come to other rows: a database that was filled before is then filled anew. */
const layout = 2;

/** What the registry says to people alone: it decides about no row. */
const forPeople = new Set(['description', 'label', 'inverse', 'graphql', 'plural', 'classes']);
/** Words and what they mean: only the words decide. */
const vocabularies = new Set(['types', 'statuses', 'oneOf']);
/** That a kind has the one or the other decides, and not what it means. */
const times = new Set(['start', 'end']);

function deciding(key: string, value: unknown): unknown {
  if (forPeople.has(key)) return undefined;
  if (vocabularies.has(key) && typeof value === 'object' && value !== null) return Object.keys(value);
  return times.has(key) ? true : value;
}

/**
 * SHA-256 over the registry but for its wording, the seed files and the articles' texts.
 * @throws NoFolder if a folder is not there.
 */
export async function digestOfSources({ seedsFolder, articlesFolder }: Folders): Promise<string> {
  const hash = createHash('sha256').update(JSON.stringify([layout, kinds, relationshipTypes], deciding));
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
