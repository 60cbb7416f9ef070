/** What a text from outside may be: the one rule for all arguments, identifiers, parameters and cursors. */
import { InvalidArgument } from './invalidArgument.ts';

/** The most characters of a text; PostgreSQL reads each word of a search into a tree, and works long on thousands. */
export const longestText = 200;

/** Whether a text has more characters than it may. */
export function isTooLong(text: string): boolean {
  // Some characters count for two in `length`.
  return text.length > longestText && (text.length > 2 * longestText || [...text].length > longestText);
}

/** What is wrong with the characters of a text, and what would be right; undefined: nothing. */
export function badCharacter(text: string): { readonly message: string; readonly allowed: string } | undefined {
  if (text.includes('\0')) return { message: 'it has the character U+0000', allowed: 'texts without it' };
  return unpaired.test(text)
    ? { message: 'it has half of a character (an unpaired surrogate)', allowed: 'texts of whole Unicode characters' }
    : undefined;
}

/** With the flag `u`, a surrogate is found only where it has no partner. */
const unpaired = /\p{Surrogate}/u;

/** Checks a text that is no part of a query. @throws InvalidArgument */
export function checkText(argument: readonly string[], text: string): void {
  if (isTooLong(text)) throw new InvalidArgument(argument, 'it is too long', `at most ${longestText} characters`);
  const bad = badCharacter(text);
  if (bad !== undefined) throw new InvalidArgument(argument, bad.message, bad.allowed);
}
