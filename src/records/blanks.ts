/**
 * Blanks: what a program that drafts records leaves to a person. One is a text that begins with the word `TODO`, and goes
 * on with what to write: `summary: TODO what is said, in your own words`. No record with a blank is ever taken.
 */
import type { Node } from './validation/node.ts';
import type { Place, Problem } from './validation/problem.ts';

/** The word that a blank begins with. */
export const blankWord = 'TODO';

const form = new RegExp(`^${blankWord}\\b[ :]*`);

/** The text that marks a blank. @param what what a person should write there. */
export const blank = (what: string): string => `${blankWord} ${what}`;

/** True of the text of a blank. */
export const isBlank = (text: unknown): text is string => typeof text === 'string' && form.test(text);

/** The paths of the blanks in a record: `summary`, `evidence.1.external`. */
export function blanksOf(value: unknown, path: readonly (string | number)[] = []): string[] {
  if (isBlank(value)) return [path.join('.')];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) => blanksOf(item, [...path, key]));
}

/** The blanks among records, each as a mistake that says what to write. */
export function blankProblems(nodes: readonly Node[]): Problem[] {
  return nodes.flatMap((node) => [...blanksWithin(node, 'a value')]);
}

function* blanksWithin(node: Node, key: string): Generator<Problem> {
  if (node.type === 'list') for (const item of node.items) yield* blanksWithin(item, key);
  else if (node.type === 'mapping') for (const [name, entry] of node.entries) yield* blanksWithin(entry.node, name);
  else if (isBlank(node.value)) yield { ...node.place, message: messageOf(key, node.value) };
}

function messageOf(key: string, text: string): string {
  const what = text.replace(form, '');
  return `"${key}" is still to be filled in${what === '' ? '' : `: write ${what}`}; or remove what it stands in`;
}

/** Problems without those that a blank brings at its own place, where it is no id, date or word. */
export function withoutThoseOfBlanks(problems: readonly Problem[], blanks: readonly Problem[]): Problem[] {
  const places = new Set(blanks.map(keyOf));
  return problems.filter((problem) => !places.has(keyOf(problem)));
}

const keyOf = ({ file, line, column }: Place): string => `${file}:${line}:${column}`;
