/** What somebody may have meant by a word that nobody knows. */

/**
 * Says that a word is unknown and what would be right: the nearest known word, or else all of them, if they are few.
 * @param what what sort of word it is, as in `unknown kind "UNON"`.
 */
export function unknownWord(what: string, word: string, known: readonly string[]): string {
  return `unknown ${what} "${word}"${hint(word, known)}`;
}

/** The end of a message about a word: `; did you mean UNION?`, or `; known: …`, or nothing. */
export function hint(word: string, known: readonly string[]): string {
  const near = nearest(word, known);
  if (near !== undefined) return `; did you mean ${near}?`;
  return known.length === 0 || known.length > 25 ? '' : `; known: ${known.join(', ')}`;
}

/** Characters: what is longer is no misspelled word, and would be compared with every known one for minutes. */
const longestWord = 200;

/** The known word that is reached with the fewest edits, if these are few for a word of its length. */
function nearest(word: string, known: readonly string[]): string | undefined {
  if (word.length > longestWord) return undefined;
  const lower = word.toLowerCase();
  let best: { word: string; edits: number } | undefined;
  for (const candidate of known) {
    const edits = editDistance(lower, candidate.toLowerCase());
    if (best === undefined || edits < best.edits) best = { word: candidate, edits };
  }
  return best !== undefined && best.edits <= Math.max(2, word.length / 4) && best.edits < word.length
    ? best.word
    : undefined;
}

/** Levenshtein's distance, row by row. */
function editDistance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const replaced = (previous[column - 1] ?? 0) + Number(a[row - 1] !== b[column - 1]);
      current.push(Math.min(replaced, (previous[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1));
    }
    previous = current;
  }
  return previous[b.length] ?? 0;
}
