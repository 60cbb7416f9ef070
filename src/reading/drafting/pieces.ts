/** Pieces of evidence that are being drafted. */
import type { Quotation } from '../../generated/prisma/enums.ts';
import type { Plain } from '../knowledge.ts';

export interface Piece {
  /** The paragraph, and the cues that stand in it; none: the piece is from elsewhere. */
  readonly p?: number;
  readonly cues?: readonly string[];
  /** How the fact follows from the paragraph, where it does not say it. */
  readonly rule?: string | undefined;
  readonly quotation?: Quotation;
  /** A citation of what is no article. */
  readonly external?: string;
  /** What of the fact it supports alone. */
  readonly for?: readonly string[];
}

/** Adds a piece. A fact cites a paragraph once for each thing that it supports, with all cues. */
export function addPiece(pieces: Piece[], piece: Piece): void {
  const index = pieces.findIndex((one) => sourceOf(one) === sourceOf(piece));
  const other = pieces[index];
  if (other === undefined) pieces.push(piece);
  else pieces[index] = both(other, piece);
}

const sourceOf = ({ p, external, for: attributes, rule }: Piece): string =>
  JSON.stringify([p, external, attributes, rule !== undefined]);

function both(one: Piece, other: Piece): Piece {
  const cues = [...new Set([...(one.cues ?? []), ...(other.cues ?? [])])];
  const quotation =
    one.quotation !== undefined && other.quotation !== undefined && one.quotation !== other.quotation
      ? 'PARTLY_QUOTED'
      : (one.quotation ?? other.quotation);
  return { ...one, cues, ...(quotation === undefined ? {} : { quotation }) };
}

/** The piece as a record has it. */
export function pieceOf({ p, cues = [], rule, quotation, external, for: attributes }: Piece, article: string): Plain {
  const source = p === undefined ? { external } : { at: `${article}/${p}`, cues };
  const given = { ...source, quotation, rule, for: attributes };
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
}
