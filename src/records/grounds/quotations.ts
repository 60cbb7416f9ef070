/** Whether a paragraph quotes a speaker, or tells what was said, is to be seen by its quotation marks. */
import { plain } from '../cues.ts';
import type { EvidenceRecord } from '../validation/records.ts';
import type { Report, World } from './facts.ts';
import { wordsIn } from './words.ts';

/** Of the articles whose texts are at hand, their paragraphs. */
export type Texts = ReadonlyMap<string, readonly string[]>;

/** Reports paragraphs of statements that are called quoted, partly quoted or told, and are not. */
export function checkQuotations({ records }: World, texts: Texts, warn: Report): void {
  for (const { kind, evidence } of records.entities) {
    if (kind !== 'STATEMENT') continue;
    for (const piece of evidence) {
      const text = texts.get(piece.articleId ?? '')?.[(piece.paragraph ?? 0) - 1];
      const objection = text === undefined ? null : objectionTo(piece, text);
      if (objection !== null) warn(piece.place, objection);
    }
  }
}

function objectionTo({ quotation, cues }: EvidenceRecord, text: string): string | null {
  const { quoted, told } = partsOf(text);
  const words = wordsIn(quoted).length;
  const share = words / Math.max(1, words + wordsIn(told).length);
  switch (quotation) {
    case 'QUOTED':
      return share > 0.5 ? null : 'QUOTED: most of the paragraph stands in no quotation marks';
    case 'PARTLY_QUOTED':
      return words > 0 && share < 0.7
        ? null
        : `PARTLY_QUOTED: ${words === 0 ? 'none' : 'most'} of the paragraph is quoted`;
    case 'TOLD':
      return words === 0 || cues.some((cue) => plain(told).includes(plain(cue.text)))
        ? null
        : 'TOLD: its cues stand within the quotation';
    case null:
      return null;
  }
}

/** What stands within quotation marks, and what without; one mark that is not closed goes on to the end. */
function partsOf(text: string): { readonly quoted: string; readonly told: string } {
  const pieces = plain(text)
    .replace(/(?<![\p{L}\p{N}])'([^'"]+)'(?![\p{L}\p{N}])/gu, '"$1"')
    .split('"');
  const every = (side: number): string => pieces.filter((_, index) => index % 2 === side).join(' ');
  return { quoted: every(1), told: every(0) };
}
