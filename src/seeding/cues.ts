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
  const words = plain(cue).replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const before = /^\d/.test(words) ? '(?<!\\d[.,]?)' : /^\p{L}/u.test(words) ? '(?<!\\p{L})' : '';
  const after = /\d$/.test(words) ? '(?![.,]?\\d)' : /\p{L}$/u.test(words) ? '(?:s|es|d|ed|ing|ly)?(?!\\p{L})' : '';
  return new RegExp(`${before}${words}${after}`, 'u').test(plain(text));
}
