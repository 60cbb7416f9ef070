/** What is checked of every changeset: who makes it and why, and that the graph holds together with it. */
import { checkGrounds } from '../records/grounds/index.ts';
import type { Node, Source } from '../records/validation/node.ts';
import { formatProblem, type Problem } from '../records/validation/problem.ts';
import { type Known, validate } from '../records/validation/validate.ts';
import type { ChangesetHead } from './changeset.ts';
import { type Surroundings, textAt } from './surroundings.ts';

/** As much as the tables of changesets hold, in characters. */
const longest = { message: 1_000, author: 100 };

/** What is wrong with who changes the graph, and why. */
export function headProblems(head: Pick<ChangesetHead, 'message' | 'author'>): Problem[] {
  return (['message', 'author'] as const).flatMap((name) => {
    const [text, most] = [head[name], longest[name]];
    const wrong = text.trim() === '' ? 'is empty' : text.length > most ? 'is too long' : null;
    return wrong === null ? [] : [ofOption(name, `it ${wrong}; write 1 to ${most} characters`)];
  });
}

/** A mistake in what is given beside the records. */
export const ofOption = (name: string, message: string): Problem => ({
  file: `--${name}`,
  line: 0,
  column: 0,
  message,
});

/** The mistakes in the records, and those that they make in the rest of the graph. */
export function problemsOf(
  source: Source,
  { graph, register, cited, unread }: Surroundings,
  gone: ReadonlySet<string>,
): Problem[] {
  const stays = <Value>(some: ReadonlyMap<string, Value>) => new Map([...some].filter(([id]) => !gone.has(id)));
  const known = { register: stays(register), cited, unread: [...stays(unread).values()] };
  const kept = stays(graph).values();
  const found = examine({ ...source, records: [...kept, ...source.records] }, known);
  const files = new Set(source.records.map(({ place }) => place.file));
  if (found.every(({ file }) => files.has(file))) return [...found];
  // What was wrong before, as somebody can make it who writes past this program, is no mistake of the changeset.
  const held = { records: [...graph.values()], broken: [], problems: [] };
  const before = examine(held, { register, cited, unread: [...unread.values()] });
  const told = new Set(before.map(formatProblem));
  return found.filter((problem) => !told.has(formatProblem(problem)));
}

/**
 * The mistakes of records beside what is known of others, in the same words in whatever order the records come: what is
 * wrong before a change and after it can be compared.
 */
export function examine(source: Source, known: Known): readonly Problem[] {
  const idOf = (record: Node): string => textAt(record, 'id') ?? textAt(record, 'subject') ?? '';
  const byId = (a: Node, b: Node): number => Number(idOf(a) > idOf(b)) - Number(idOf(a) < idOf(b));
  const { records, problems } = validate({ ...source, records: [...source.records].sort(byId) }, known);
  return [...problems, ...checkGrounds(records, new Map()).problems];
}
