/** The page of figures: each script writes its own section, and leaves the others as they are. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

const file = new URL('results.md', import.meta.url);
const title = '# Results of the bench';
/** The first reading was measured by hand: no script writes it. */
const sections = ['Speed', 'First reading', 'Past', 'Unchanged', 'Page', 'Soak'] as const;

/** Puts new figures in the place of a section's old ones. */
export function writeResults(section: Exclude<(typeof sections)[number], 'First reading'>, text: string): void {
  const old = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const textOf = (name: string): string =>
    name === section
      ? text
      : (old.split(/^## /m).find((part) => part.startsWith(`${name}\n`)) ?? '').slice(name.length);
  const parts = sections.filter((name) => textOf(name) !== '').map((name) => `## ${name}\n\n${textOf(name).trim()}\n`);
  writeFileSync(file, `${title}\n\n${parts.join('\n')}`);
}
