/** An article's text taken in: paragraphs with their places, roles and sentences; or why it cannot be read. */
import { isUtf8 } from 'node:buffer';
import { paragraphSpans, sha256 } from '../records/paragraphs.ts';
import { formatDay, parsePartialDate } from '../records/partialDates.ts';
import { type Language, languageOf } from './language.ts';
import { guessRoles } from './roles.ts';
import { sentencesOf } from './sentences.ts';
import type { Article } from './types.ts';
import { UnreadableText } from './unreadable.ts';

/** The most that is read, in bytes. */
export const largest = { article: 1_000_000, paragraph: 100_000 };

/** An article with its text. */
export interface TakenIn extends Article {
  /** What the paragraphs' places count in; without a byte order mark. */
  readonly text: string;
  /** SHA-256 of the file as it is. */
  readonly sha256: string;
  /** SHA-256 of each paragraph. */
  readonly hashes: readonly string[];
  /** Undefined: too short to tell. */
  readonly language: Language | undefined;
  /** What a person should look at, in whole sentences. */
  readonly warnings: readonly string[];
}

export interface Origin {
  /** In EDTF. */
  readonly published: string;
  readonly outlet: string | undefined;
  /** How messages call the text, such as by its file; else "the text". */
  readonly where?: string;
}

/**
 * Takes in an article.
 * @throws UnreadableText that says what is wrong with it, and what would be right.
 */
export function takeIn(bytes: Uint8Array, { published, outlet, where = 'the text' }: Origin): TakenIn {
  if (bytes.length > largest.article) {
    const size = `it has ${bytes.length} bytes`;
    throw new UnreadableText(
      `${where}: ${size}, more than an article's ${largest.article}; cut it to the article alone`,
    );
  }
  const text = decode(bytes, where);
  const spans = paragraphSpans(text);
  const texts = spans.map(({ start, end }) => text.slice(start, end));
  if (texts.length === 0) throw new UnreadableText(`${where}: it is empty; save the article's text in it`);
  refuseLongParagraphs(texts, where);
  const language = languageOf(texts, where);
  const roles = guessRoles(texts);
  const paragraphs = spans.map((span, index) => {
    const paragraph = texts[index] ?? '';
    return {
      ...span,
      number: index + 1,
      text: paragraph,
      role: roles[index] ?? 'BODY',
      sentences: sentencesOf(paragraph),
    };
  });
  const [hashes, warnings] = [texts.map(sha256), warningsOf(texts, where)];
  return { published, outlet, paragraphs, text, sha256: sha256(bytes), hashes, language, warnings };
}

/**
 * The text of a file in UTF-8, without its byte order mark.
 * @throws UnreadableText if it is in another encoding, or no text.
 */
export function decode(bytes: Uint8Array, where: string): string {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const kind = kindOf(buffer);
  if (kind !== undefined) throw new UnreadableText(`${where}: this is ${kind}`);
  if (!isUtf8(buffer)) throw new UnreadableText(`${where}: ${wrongByte(buffer)}`);
  return buffer.toString('utf8').replace(/^\uFEFF/, '');
}

/** What a file is that is no text; undefined: it may be one. */
function kindOf(buffer: Buffer): string | undefined {
  const head = buffer.subarray(0, 5).toString('latin1');
  if (head.startsWith('%PDF')) return 'a PDF; copy its text into a file in UTF-8';
  if (head.startsWith('PK\u0003\u0004')) return 'an archive or a word processor’s file; save it as plain text in UTF-8';
  if (/^(?:\u00FF\u00FE|\u00FE\u00FF)/.test(head)) return 'text in UTF-16; convert it: iconv -f UTF-16 -t UTF-8';
  const at = buffer.findIndex((byte) => byte < 9 || (byte > 13 && byte < 32 && byte !== 27) || byte === 127);
  return at === -1 ? undefined : `no text: byte ${at} is a control character; save the article as plain text in UTF-8`;
}

function wrongByte(buffer: Buffer): string {
  // Decoding replaces what is no UTF-8: the first byte that does not come back is the first that is wrong.
  const back = Buffer.from(buffer.toString('utf8'));
  const at = buffer.findIndex((byte, index) => back[index] !== byte);
  const line = buffer.subarray(0, at).filter((byte) => byte === 10).length + 1;
  const rest = buffer.subarray(0, at).some((byte) => byte > 127)
    ? ', while what stands before is: encodings are mixed'
    : '';
  return `byte ${at}, in line ${line}, is no UTF-8${rest}; if all is Windows-1252, convert it: iconv -f WINDOWS-1252 -t UTF-8`;
}

function refuseLongParagraphs(texts: readonly string[], where: string): void {
  texts.forEach((text, index) => {
    const size = Buffer.byteLength(text);
    if (size <= largest.paragraph) return;
    const what = `paragraph ${index + 1} has ${size} bytes, more than ${largest.paragraph}`;
    throw new UnreadableText(`${where}: ${what}; each line is a paragraph, so break it into lines`);
  });
}

/** UTF-8 that was read as Windows-1252 and saved so: "Ã©" for "é", "â€™" for "’". */
const mojibake = /Ã[\u0080-\u00BF€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|â€[\u0080-\u009F™œ˜“”¦¢]|Â[\u00A0«»°©®]/;

function warningsOf(texts: readonly string[], where: string): string[] {
  return texts.flatMap((text, index) => {
    const paragraph = `${where}: paragraph ${index + 1}`;
    const found = mojibake.exec(text)?.[0];
    if (found !== undefined)
      return [`${paragraph} has "${found}", as UTF-8 has that was read as Windows-1252; take the text anew.`];
    return text.includes('\uFFFD') ? [`${paragraph} has a character that was lost (\uFFFD); take the text anew.`] : [];
  });
}

/**
 * Holds a day of publication against the calendar.
 * @param published a day, a month or a year, in EDTF.
 * @param today midnight UTC of the reader's day.
 * @throws UnreadableText if it is no such date, or begins after today.
 */
export function checkPublished(published: string, today: Date): void {
  const right = 'write a day (2023-05-01), a month (2023-05) or a year (2023)';
  if (!/^\d{4}(?:-\d\d){0,2}$/.test(published))
    throw new UnreadableText(`"${published}" is no date of publication; ${right}`);
  const { earliest } = readDate(published, right);
  // A paper of tomorrow, by a clock east of here, is today's.
  if (earliest === null || earliest.getTime() <= today.getTime() + 86_400_000) return;
  throw new UnreadableText(`the day of publication, ${published}, is to come: today is ${formatDay(today)}; ${right}`);
}

function readDate(published: string, right: string) {
  try {
    return parsePartialDate(published);
  } catch (error) {
    if (error instanceof RangeError) throw new UnreadableText(`"${published}" is no date of publication; ${right}`);
    throw error;
  }
}
