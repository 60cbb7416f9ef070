/** What is wrong in the seeds, and where. */

/** A place in a file; line and column count from 1. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

export interface Problem extends Place {
  readonly message: string;
}

/** Every mistake that was found, by file and line; the message lists them all. */
export class SeedProblems extends Error {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    const sorted = sortProblems(problems);
    super(`${counted(sorted.length)} in the seeds:\n${sorted.map(formatProblem).join('\n')}`);
    this.name = 'SeedProblems';
    this.problems = sorted;
  }
}

/** One line: `seeds/actors/psac.yaml:12:5  what is wrong and what would be right`. */
export function formatProblem(problem: Problem): string {
  return `${formatPlace(problem)}  ${problem.message}`;
}

/** `seeds/actors/psac.yaml:12:5` */
export function formatPlace({ file, line, column }: Place): string {
  return `${file}:${line}:${column}`;
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
