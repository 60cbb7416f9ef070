/**
 * How an article's text is divided into paragraphs.
 *
 * A text is UTF-8, and each of its lines that is not empty is a paragraph: without the white space around it, numbered
 * from 1. A paragraph's SHA-256 is that of its UTF-8 bytes; the file's is that of the file as it is.
 */
import { createHash } from 'node:crypto';

/** Where a paragraph stands in its text, in UTF-16 units: `text.slice(start, end)` is the paragraph. */
export interface ParagraphSpan {
  readonly start: number;
  readonly end: number;
}

/** Where the non-empty lines of a text stand, without the white space around them. */
export function paragraphSpans(text: string): ParagraphSpan[] {
  const spans: ParagraphSpan[] = [];
  for (const { index, 0: line } of text.matchAll(/[^\n]+/g)) {
    const length = line.trim().length;
    if (length === 0) continue;
    const start = index + line.length - line.trimStart().length;
    spans.push({ start, end: start + length });
  }
  return spans;
}

/** The non-empty lines of a text, without the white space around them. */
export function paragraphsOf(text: string): string[] {
  return paragraphSpans(text).map(({ start, end }) => text.slice(start, end));
}

export function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

/**
 * For each paragraph of a text as it was, by their SHA-256, where in the text as it is now it is found: in its place, or
 * else the first place that is no other's. Counted from 0; undefined: it is not there.
 */
export function matchParagraphs(former: readonly string[], now: readonly string[]): (number | undefined)[] {
  const inPlace = former.map((hash, index) => now[index] === hash);
  const free = new Map<string, number[]>();
  now.forEach((hash, index) => {
    if (inPlace[index] === true) return;
    const places = free.get(hash);
    if (places === undefined) free.set(hash, [index]);
    else places.push(index);
  });
  return former.map((hash, index) => (inPlace[index] === true ? index : free.get(hash)?.shift()));
}
