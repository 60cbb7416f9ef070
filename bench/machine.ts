import { execFileSync } from 'node:child_process';
import { cpus, totalmem } from 'node:os';

/** The machine, the date and the commit, as a Markdown list. */
export function describeMachine(command = 'npm run bench:soak'): string {
  const commit = execFileSync('git', ['describe', '--always', '--dirty'], {
    cwd: import.meta.dirname,
    encoding: 'utf8',
  });
  return [
    `- Taken on ${new Date().toISOString().slice(0, 10)}, at ${commit.trim()}, by \`${command}\`.`,
    `- Machine: ${cpus().length} cores (${cpus()[0]?.model.trim() ?? 'unknown'}), ${Math.round(totalmem() / 2 ** 30)} GB.`,
  ].join('\n');
}
