/** What the bench is doing now, for whoever watches: never part of its result. */
export function progress(line: string): void {
  process.stderr.write(`${line}\n`);
}
