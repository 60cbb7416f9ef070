import { writeFile } from 'node:fs/promises';
import { type Command, Option } from 'commander';
import { systemErrorOf } from '../database/thrown.ts';
import { CannotWrite } from '../exporting/cannotWrite.ts';
import { say } from './common.ts';

/** `schema`: what seed files can hold, for editors and for readers. */
export function addSchema(program: Command): void {
  program
    .command('schema')
    .description('print the JSON Schema of the seed files, by which editors complete and check them; needs no database')
    .addOption(
      new Option('--format <format>', 'json, or markdown: the page that describes it')
        .choices(['json', 'markdown'])
        .default('json'),
    )
    .option('--output <file>', 'where to write it (default: standard output)')
    .action(async ({ format, output }: { format: 'json' | 'markdown'; output?: string }) => {
      const written = await formats[format]();
      if (output === undefined) say(written.trimEnd());
      else await write(output, written);
    });
}

/** @throws CannotWrite that says why. */
async function write(file: string, text: string): Promise<void> {
  try {
    await writeFile(file, text);
  } catch (error) {
    throw new CannotWrite(`cannot write ${file}: ${systemErrorOf(error).code}`);
  }
}

const formats = {
  json: async () => (await import('../records/seedFile.ts')).formatSchema(),
  markdown: async () => (await import('../records/page.ts')).formatPage(),
};
