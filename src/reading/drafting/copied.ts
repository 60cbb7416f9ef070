/** Whether a text that is ours is in truth the source's. */
import { plain } from '../../records/cues.ts';
import type { Paragraph } from '../types.ts';

/** So many words in a row are somebody's sentence. */
const run = 7;

/** What is no wording: names, cues, and what only machines read. */
const notOurs = new Set(['cues', 'names', 'id', 'at', 'file', 'sha256', 'paragraphs', 'for', 'external']);

/** For each text of a record that has seven words in a row of the article, what a person should do. */
export function copiedWords(record: unknown, paragraphs: readonly Paragraph[]): string[] {
  const texts = [...textsIn(record)];
  if (!texts.some(({ text }) => wordsOf(text).length >= run)) return [];
  return texts.flatMap(({ key, text }) => {
    const found = paragraphs.find((paragraph) => hasRun(text, wordsOfParagraph(paragraph)));
    return found === undefined
      ? []
      : [`"${key}" has seven words in a row of paragraph ${found.number}; say it in words of your own`];
  });
}

/** The words of paragraphs, each with a space on both sides: many records are held against the same. */
const spaced = new WeakMap<Paragraph, string>();

function wordsOfParagraph(paragraph: Paragraph): string {
  const held = spaced.get(paragraph) ?? ` ${wordsOf(paragraph.text).join(' ')} `;
  spaced.set(paragraph, held);
  return held;
}

/** True if so many words in a row of the one stand in the other. */
function hasRun(text: string, whole: string): boolean {
  const words = wordsOf(text);
  return words.some((_, at) => at + run <= words.length && whole.includes(` ${words.slice(at, at + run).join(' ')} `));
}

const wordsOf = (text: string): string[] => plain(text).match(/[\p{L}\p{N}']+/gu) ?? [];

function* textsIn(value: unknown, key = ''): Generator<{ readonly key: string; readonly text: string }> {
  if (typeof value === 'string') yield { key, text: value };
  else if (Array.isArray(value)) for (const item of value) yield* textsIn(item, key);
  else if (typeof value === 'object' && value !== null)
    for (const [name, item] of Object.entries(value)) if (!notOurs.has(name)) yield* textsIn(item, name);
}
