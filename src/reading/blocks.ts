/** The lines of an article in a document: one for each block of text. */

const inline = new Set(
  'A ABBR ACRONYM B BDI BDO BIG CITE CODE DATA DEL DFN EM FONT I INS KBD LABEL MARK Q S SAMP SMALL SPAN STRIKE STRONG SUB SUP TIME TT U VAR WBR'.split(
    ' ',
  ),
);
const dropped = new Set(
  'SCRIPT STYLE NOSCRIPT TEMPLATE SVG IFRAME OBJECT SELECT BUTTON INPUT TEXTAREA HEAD TITLE META LINK VIDEO AUDIO CANVAS'.split(
    ' ',
  ),
);
const ofTheSite = new Set('NAV FOOTER ASIDE FORM'.split(' '));

/**
 * The blocks below an element, in order, with their white space as a browser shows it. Two line breaks end a block; the
 * cells of a row stand in one line.
 * @param whole it is a whole page, whose menus and the like are left out.
 */
export function blocksOf(root: Element, whole: boolean): string[] {
  const lines: string[] = [];
  let line = '';
  const flush = () => {
    for (const part of line.split(/\n\s*\n/)) {
      const plain = part.replace(/\s+/g, ' ').trim();
      if (plain !== '') lines.push(plain);
    }
    line = '';
  };
  const walk = (node: Node, inRow: boolean): void => {
    // A line break of the source is a space: only those of <br> end a line.
    if (node.nodeType === 3) line += (node.textContent ?? '').replace(/\s+/g, ' ');
    if (node.nodeType !== 1) return;
    const name = node.nodeName.toUpperCase();
    if (dropped.has(name) || (whole && ofTheSite.has(name))) return;
    if (name === 'BR') line += '\n';
    const cell = name === 'TD' || name === 'TH';
    if (cell && line.trim() !== '') line += ' | ';
    const apart = !inline.has(name) && name !== 'BR' && !cell && !inRow;
    if (apart) flush();
    for (const child of node.childNodes) walk(child, inRow || name === 'TR');
    if (apart) flush();
  };
  walk(root, false);
  flush();
  return lines;
}
