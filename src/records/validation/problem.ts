/** What is wrong in the seeds, and where. */

/** A place in a file; line and column count from 1, and are 0 in what is no file. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

export interface Problem extends Place {
  readonly message: string;
}

/** How many mistakes a message lists, and how many characters one of them takes: more, nobody reads. */
const most = { listed: 200, characters: 1_000 };

/** Every mistake that was found, by file and line; the message lists them. */
export class SeedProblems extends Error {
  readonly problems: readonly Problem[];

  /** @param where they are, in words. */
  constructor(problems: readonly Problem[], where = 'the seeds') {
    const sorted = sortProblems(problems);
    const more = sorted.length > most.listed ? [`and ${sorted.length - most.listed} more`] : [];
    const listed = [...sorted.slice(0, most.listed).map(formatProblem), ...more];
    super(`${counted(sorted.length)} in ${where}:\n${listed.join('\n')}`);
    this.name = 'SeedProblems';
    this.problems = sorted;
  }
}

/** One line: `seeds/actors/psac.yaml:12:5  what is wrong and what would be right`. */
export function formatProblem(problem: Problem): string {
  const { message } = problem;
  const shown = message.length > most.characters ? `${message.slice(0, most.characters)}…` : message;
  return `${formatPlace(problem)}  ${shown}`;
}

/** `seeds/actors/psac.yaml:12:5`; of what stands in no file, its name alone. */
export function formatPlace({ file, line, column }: Place): string {
  return line === 0 ? file : `${file}:${line}:${column}`;
}

/** In the order of the files, lines and columns. */
export function sortProblems(problems: readonly Problem[]): Problem[] {
  const byPlace = (a: Problem, b: Problem) =>
    Number(a.file > b.file) - Number(a.file < b.file) || a.line - b.line || a.column - b.column;
  return [...problems].sort(byPlace);
}

function counted(count: number): string {
  return count === 1 ? '1 mistake' : `${count} mistakes`;
}
