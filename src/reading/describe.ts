/** An article's text as the lines that describe it in the seeds. */
import { isUtf8 } from 'node:buffer';
import { basename } from 'node:path';
import { paragraphsOf, sha256 } from '../records/paragraphs.ts';
import { guessRoles } from './roles.ts';
import { UnreadableText } from './unreadable.ts';

/**
 * The `file`, `sha256` and `paragraphs` of an article's record, ready to be put into it: without a word of the text.
 * @param path the text's file, of which the record keeps the name.
 * @throws UnreadableText if it is no text.
 */
export function describeArticle(path: string, bytes: Buffer): string {
  if (!isUtf8(bytes)) throw new UnreadableText(`${path}: this is no text in UTF-8; save it as one`);
  const paragraphs = paragraphsOf(bytes.toString('utf8'));
  if (paragraphs.length === 0) throw new UnreadableText(`${path}: there is no paragraph in it`);
  const roles = guessRoles(paragraphs);
  const lines = paragraphs.map((text, index) => {
    const words = text.split(/\s+/).length;
    const hint = `${index + 1}, ${words} ${words === 1 ? 'word' : 'words'}`;
    return `    - {role: ${roles[index]}, sha256: ${sha256(text)}} # ${hint}`;
  });
  return [`  file: ${basename(path)}`, `  sha256: ${sha256(bytes)}`, '  paragraphs:', ...lines].join('\n');
}
