import { readFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { systemErrorOf } from '../database/thrown.ts';
import { NoFile } from '../seeding/folder.ts';
import { complain, say } from './common.ts';

/** `describe`: what the seeds say of an article's text, ready to be pasted. */
export function addDescribe(program: Command): void {
  program
    .command('describe')
    .description("print an article's file name, SHA-256 and paragraphs, to paste into its record")
    .argument('<text>', "file of the article's text")
    .action(async (path: string) => {
      const { describeArticle } = await import('../reading/describe.ts');
      say(describeArticle(path, await readText(path)));
      complain('\nThe roles are guesses: check them. seeds/README.md describes each role.');
    });
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EISDIR: 'this is a folder; name the file of a text',
};

/** @throws NoFile that says why. */
async function readText(path: string): Promise<Buffer> {
  try {
    return await readFile(path);
  } catch (error) {
    const { code } = systemErrorOf(error);
    const reason = reasons[code ?? ''];
    throw reason === undefined ? error : new NoFile(`${path}: ${reason}`);
  }
}
