/** A folder as a stream: what is written to it is divided among files that are small enough to be read as seeds. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Writable } from 'node:stream';

/** Characters: half of what a seed file may have. */
const mostInFile = 1_000_000;

/**
 * Opens a folder that is there. No chunk is divided.
 * @param name what the files are called after: `records.yaml` gives `records-1.yaml` and on.
 */
export function openFolder(folder: string, name: string): Writable {
  const dot = name.lastIndexOf('.');
  let files = 0;
  let text = '';
  const flush = async (): Promise<void> => {
    if (text === '') return;
    files += 1;
    await writeFile(join(folder, `${name.slice(0, dot)}-${files}${name.slice(dot)}`), text);
    text = '';
  };
  const add = async (chunk: string): Promise<void> => {
    if (text.length + chunk.length > mostInFile) await flush();
    text += chunk;
  };
  return new Writable({
    decodeStrings: false,
    write: (chunk, _, done) => void add(String(chunk)).then(() => done(), done),
    final: (done) => void flush().then(() => done(), done),
  });
}
