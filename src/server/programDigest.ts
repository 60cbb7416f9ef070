/** Which program this is: another one may answer the same question otherwise. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The folders of what makes answers, seen from this file's; in a bundle all is in its own. */
const folders = ['.', '../database', '../exporting', '../graph', '../schema'];

/** A digest of the program's files. */
export function programDigest(): string {
  const hash = createHash('sha256');
  for (const folder of folders.map((one) => join(import.meta.dirname, one)).filter(existsSync)) {
    const files = readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.(graphql|[cm]?[jt]s)$/.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name))
      .sort();
    for (const file of files) hash.update(file.slice(folder.length)).update(readFileSync(file));
  }
  return hash.digest('hex');
}
