/** Words as they stand in an article: how a cue is looked for. */

/** The text with typography and case taken away. */
export function plain(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[‘’‚‛′]/g, "'")
    .replace(/[“”„‟″«»]/g, '"')
    .replace(/[‐‑‒–—―−]/g, '-')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();
}

/** True if the words stand in the text, whatever its typography and case.
 * A figure must stand there whole (22 is not in 22,000), and so must a word, but for its ending. */
export function holdsCue(text: string, cue: string): boolean {
  return patternOf(plain(cue)).test(plain(text));
}

function patternOf(plainCue: string): RegExp {
  const words = plainCue.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const before = /^\d/.test(words) ? '(?<!\\d[.,]?)' : /^\p{L}/u.test(words) ? '(?<!\\p{L})' : '';
  const after = /\d$/.test(words) ? '(?![.,]?\\d)' : /\p{L}$/u.test(words) ? '(?:s|es|d|ed|ing|ly)?(?!\\p{L})' : '';
  return new RegExp(`${before}${words}${after}`, 'u');
}

/** Where a cue stands in a text, in Unicode characters, and how it is written there. */
interface CuePlace {
  readonly start: number;
  readonly end: number;
  readonly exact: string;
}

/** Where a cue first stands in a text, without the ending of its last word; undefined where `holdsCue` is false. */
export function findCue(text: string, cue: string): CuePlace | undefined {
  const letters = [...text.normalize('NFC')];
  let folded = '';
  /** Of each place in the folded text, the letter that it comes from. */
  const from: number[] = [];
  for (const [index, letter] of letters.entries()) {
    const isSpace = /\s/.test(letter);
    const one = !isSpace ? plain(letter) : folded === '' || folded.endsWith(' ') ? '' : ' ';
    folded += one;
    for (let unit = 0; unit < one.length; unit++) from.push(index);
  }
  const words = plain(cue);
  const found = patternOf(words).exec(folded);
  const [first, last] = found === null ? [] : [from[found.index], from[found.index + words.length - 1]];
  if (first === undefined || last === undefined) return undefined;
  return { start: first, end: last + 1, exact: letters.slice(first, last + 1).join('') };
}
