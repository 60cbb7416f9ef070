/** Mistakes of one record, whatever else there is. */
import { type Node, nodeOf } from './node.ts';
import type { Place } from './problem.ts';
import type { Register } from './register.ts';
import { readRecords } from './validate.ts';

const whole: Place = { file: '', line: 0, column: 0 };

/** Within a record: `evidence 2, for 1`. */
const within = ({ file, ...rest }: Place, key: string | number): Place => ({
  ...rest,
  file: typeof key === 'number' ? `${file} ${key}` : file === '' ? key : `${file}, ${key}`,
});

/**
 * What the reader of seed files has against a record by itself, as if there were all that it names.
 * @param record plain data; each mistake is told with its place in it: `evidence 2, for 1: …`.
 */
export function mistakesOf(record: unknown): string[] {
  const node = nodeOf(record, whole, within);
  const mistakes: string[] = [];
  readRecords([node], {
    report: ({ file }, message) => void mistakes.push(file === '' ? message : `${file}: ${message}`),
    register: registerOfAllIn(node),
    cite: () => {},
    expect: () => {},
  });
  return mistakes;
}

/** An entity, of no known kind, for each text that may be an id; of `cbc-2015-05-12/14`, the article. */
function registerOfAllIn(node: Node): Register {
  const one = { place: whole, kind: null, paragraphs: Number.POSITIVE_INFINITY };
  return new Map([...textsOf(node)].map((text) => [text.split('/')[0] ?? '', one]));
}

function* textsOf(node: Node): Generator<string> {
  if (node.type === 'list') for (const item of node.items) yield* textsOf(item);
  else if (node.type === 'mapping') for (const entry of node.entries.values()) yield* textsOf(entry.node);
  else yield node.text;
}
