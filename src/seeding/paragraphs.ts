/**
 * How an article's text is divided into paragraphs, and which of them are told apart at first sight.
 *
 * A text is UTF-8, and each of its lines that is not empty is a paragraph: without the white space around it, numbered
 * from 1. A paragraph's SHA-256 is that of its UTF-8 bytes; the file's is that of the file as it is.
 */
import { createHash } from 'node:crypto';
import type { PassageRole } from '../generated/prisma/enums.ts';

/** The non-empty lines of a text, without the white space around them. */
export function paragraphsOf(text: string): string[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

export function sha256(content: string | Buffer): string {
  return createHash('sha256').update(content).digest('hex');
}

/** The most words that a heading has. */
const longestHeading = { headline: 25, subheading: 12 };

/**
 * What each paragraph seems to be, for a person to look over.
 *
 * Body text ends its sentences. What does not is a date line (before the body, with a date and little else), a headline
 * (before the body), a subheading (within it) or boilerplate (after it). A caption ends with a credit in parentheses.
 */
export function guessRoles(paragraphs: readonly string[]): PassageRole[] {
  const bodies = paragraphs.map(isBody);
  const [first, last] = [bodies.indexOf(true), bodies.lastIndexOf(true)];
  return paragraphs.map((text, index) => {
    if (isCaption(text)) return 'CAPTION';
    if (isBoilerplate(text)) return 'BOILERPLATE';
    if (bodies[index] === true) return 'BODY';
    if (first === -1 || index < first) return isDateline(text) ? 'DATELINE' : 'HEADLINE';
    return index > last ? 'BOILERPLATE' : 'SUBHEADING';
  });
}

const wordsIn = (text: string): number => text.split(/\s+/).length;
const endsSentence = (text: string): boolean => /[.!?…]["'”’»)\]]*$/.test(text);

function isBody(text: string): boolean {
  if (isCaption(text) || isBoilerplate(text) || isDateline(text)) return false;
  // A quotation that goes on, or a list's lead, ends without a full stop and is still too long for a heading.
  return wordsIn(text) > longestHeading.headline || (endsSentence(text) && wordsIn(text) > 3);
}

const isCaption = (text: string): boolean =>
  /\((?:[A-Z]{2,}\b|[^()]*\b(?:Press|Photo|Canada|Reuters|Getty|AFP|File)\b)[^()]{0,60}\)$/i.test(text) &&
  !/["'”’][.,]?$/.test(text);

const isBoilerplate = (text: string): boolean =>
  /^(?:also on|also read|read more|read also|related|more from|see also|share this|follow|photo gallery|advertisement|©|copyright|with files from)\b/i.test(
    text,
  );

const isDateline = (text: string): boolean =>
  wordsIn(text) <= 14 &&
  /\b\d{1,2}\/\d{1,2}\/\d{2,4}\b|\b\d{4}-\d\d-\d\d\b|\b(?:posted|published|updated|last updated)\b.*\d|^(?:\w+day,? )?[A-Z][a-z]{2,8}\.? \d{1,2}, \d{4}/i.test(
    text,
  ) &&
  !endsSentence(text);
