/** A piece of a passage; `at`: where it begins. */
export interface Piece {
  readonly text: string;
  readonly cue: boolean;
  readonly at: number;
}

/**
 * Cuts a passage into what is a cue and what is not. A cue counts wherever it stands, in capitals or not; cues that
 * overlap are marked as one.
 */
export function marked(passage: string, cues: readonly string[]): Piece[] {
  const isCue = new Array<boolean>(passage.length).fill(false);
  // Folding must keep each character in its place, or the marks would shift.
  const folded = [...passage]
    .map((letter) => (letter.toLowerCase().length === letter.length ? letter.toLowerCase() : letter))
    .join('');
  for (const cue of cues.map((one) => one.toLowerCase()).filter((one) => one !== '')) {
    for (let at = folded.indexOf(cue); at !== -1; at = folded.indexOf(cue, at + 1))
      isCue.fill(true, at, at + cue.length);
  }
  const pieces: Piece[] = [];
  for (let at = 0; at < passage.length; ) {
    let end = at + 1;
    while (end < passage.length && isCue[end] === isCue[at]) end++;
    pieces.push({ text: passage.slice(at, end), cue: isCue[at] === true, at });
    at = end;
  }
  return pieces;
}
