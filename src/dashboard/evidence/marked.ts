/** A piece of a passage; `at`: where it begins. */
interface Piece {
  readonly text: string;
  readonly anchor: boolean;
  readonly at: number;
}

/**
 * Cuts a passage into what is an anchor and what is not. An anchor counts wherever it stands, in capitals or not; anchors that
 * overlap are marked as one.
 */
export function marked(passage: string, anchors: readonly string[]): Piece[] {
  const isAnchor = new Array<boolean>(passage.length).fill(false);
  // Folding must keep each character in its place, or the marks would shift.
  const folded = [...passage]
    .map((letter) => (letter.toLowerCase().length === letter.length ? letter.toLowerCase() : letter))
    .join('');
  for (const anchor of anchors.map((one) => one.toLowerCase()).filter((one) => one !== '')) {
    for (let at = folded.indexOf(anchor); at !== -1; at = folded.indexOf(anchor, at + 1))
      isAnchor.fill(true, at, at + anchor.length);
  }
  const pieces: Piece[] = [];
  for (let at = 0; at < passage.length; ) {
    let end = at + 1;
    while (end < passage.length && isAnchor[end] === isAnchor[at]) end++;
    pieces.push({ text: passage.slice(at, end), anchor: isAnchor[at] === true, at });
    at = end;
  }
  return pieces;
}
