/** Which paragraphs of a text are those that the seeds describe: the same, moved, other words, gone or new. */

import { matchParagraphs, sha256 } from '../records/paragraphs.ts';
import type { Problem } from '../records/validation/problem.ts';
import type { EntityRecord } from '../records/validation/records.ts';

export interface Paragraphs {
  /** What is different, each at the paragraph's place in the seeds. */
  readonly changes: readonly Problem[];
  /** The text of a paragraph by its number in the seeds, wherever it stands now; undefined: it is not there. */
  readonly textOf: (number: number) => string | undefined;
}

/** Finds the paragraphs of an article in a text, by their SHA-256. */
export function compareParagraphs(article: EntityRecord, texts: readonly string[]): Paragraphs {
  const expected = article.paragraphs.map(({ sha256: hash }) => hash);
  const found = texts.map(sha256);
  const positions = matchParagraphs(expected, found);
  const textOf = (number: number) => texts[positions[number - 1] ?? -1];
  return { changes: [...changesOf(article, positions, found), ...additionsOf(article, positions, found)], textOf };
}

type Positions = readonly (number | undefined)[];

/** Those that moved by as many places, one after the other, are told together. */
function changesOf({ id, paragraphs }: EntityRecord, positions: Positions, found: readonly string[]): Problem[] {
  const changes: Problem[] = [];
  let offset = 0;
  for (let index = 0; index < paragraphs.length; index += 1) {
    const [paragraph, position] = [paragraphs[index], positions[index]];
    if (paragraph === undefined) continue;
    const report = (message: string) => void changes.push({ ...paragraph.place, message });
    if (position === undefined) {
      const instead = positions.includes(index + offset) ? undefined : found[index + offset];
      report(
        instead === undefined
          ? `${id}/${index + 1} is not in the text`
          : `${id}/${index + 1} has other words in the text; its SHA-256 is ${instead}`,
      );
      continue;
    }
    offset = position - index;
    if (offset === 0) continue;
    const first = index;
    while (positions[index + 1] === index + 1 + offset) index += 1;
    const range = (from: number, to: number) => (from === to ? `${from + 1}` : `${from + 1} to ${to + 1}`);
    const [old, now] = [range(first, index), range(first + offset, index + offset)];
    report(`${id}/${old} ${first === index ? 'is paragraph' : 'are paragraphs'} ${now} of the text`);
  }
  return changes;
}

/** What stands in the text, and in no place of a paragraph that has other words. */
function additionsOf({ id, place }: EntityRecord, positions: Positions, found: readonly string[]): Problem[] {
  let offset = 0;
  const explained = positions.map((position, index) => {
    if (position !== undefined) offset = position - index;
    return position ?? index + offset;
  });
  return found.flatMap((hash, index) =>
    explained.includes(index)
      ? []
      : [{ ...place, message: `paragraph ${index + 1} of the text of "${id}" is new; its SHA-256 is ${hash}` }],
  );
}
