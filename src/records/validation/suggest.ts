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

/** What to write while a word of the field is missing; seeds/README.md says how to add one. */
const meanwhile: Readonly<Record<string, string>> = {
  kind: 'write the fact as a CLAIM meanwhile',
  type: 'leave "type" out meanwhile, and say in the summary what sort it is',
  status: 'leave "status" out meanwhile, and say in the summary how it stands',
  'relationship type': 'write a CLAIM that is ABOUT both meanwhile',
  medium: 'leave "medium" out meanwhile, and name it in the summary',
  unit: 'leave the value out meanwhile, and write it in the text',
};

/** Says of a word of the vocabulary that it is unknown, which words are like it, and what to do if none of them fits. */
export function unknownTerm(what: string, word: string, known: readonly string[]): string {
  const said = unknownWord(what, word, known);
  const sort = Object.keys(meanwhile).find((name) => what === name || what.startsWith(`${name} of `));
  if (sort === undefined || nearest(word, known) !== undefined) return said;
  const alike = akin(word, known);
  const list = alike.length > 0 ? `; like it: ${alike.join(', ')}` : '';
  return `${said}${list}; if none fits, ${meanwhile[sort]} (seeds/README.md, "A word that is missing")`;
}

/** Known words that share a part of the word: STRIKE_VOTE for STRIKE_PAY. */
function akin(word: string, known: readonly string[]): string[] {
  const parts = word
    .toUpperCase()
    .split('_')
    .filter((part) => part.length > 2);
  return known.filter((candidate) => candidate.split('_').some((part) => parts.includes(part))).slice(0, 8);
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
