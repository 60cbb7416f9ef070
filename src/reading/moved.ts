/** A changed text of an article that the graph has: its evidence moves along with the paragraphs. */
import { blank, blanksOf } from '../records/blanks.ts';
import { holdsCue } from '../records/cues.ts';
import { isPlain, itemsOf, type KnownFacts, type Plain, textOf } from './knowledge.ts';
import type { Proposal } from './proposals.ts';
import type { Paragraph } from './types.ts';

/** Where the paragraphs of the former text are in the new one, by their numbers: see realign.ts. */
export interface Realignment {
  readonly moved: ReadonlyMap<number, number>;
  /** Other words at the same place. */
  readonly changed: readonly { readonly from: number; readonly to: number }[];
}

/** A cue that stands in no paragraph any more. */
export interface LostCue {
  /** The fact that it was evidence of. */
  readonly of: string;
  /** The paragraph of the former text. */
  readonly paragraph: number;
  readonly cue: string;
}

export interface MovedEvidence {
  /** The article as it is now, and each record of which the evidence moves. */
  readonly proposals: readonly Proposal[];
  readonly lost: readonly LostCue[];
}

/** The text as it is now. */
export interface NewText {
  readonly file: string;
  readonly sha256: string;
  readonly paragraphs: readonly Paragraph[];
  /** The SHA-256 of each paragraph. */
  readonly hashes: readonly string[];
}

/**
 * Moves all evidence at an article to where its paragraphs are now. A piece of which a cue is nowhere any more is left
 * out; where a fact has no other, a blank is left in its place.
 */
export function moveEvidence(known: KnownFacts, article: string, where: Realignment, text: NewText): MovedEvidence {
  const to = new Map([...where.changed.map(({ from, to: now }) => [from, now] as const), ...where.moved]);
  const lost: LostCue[] = [];
  const moved = [...known.entities, ...known.relationships].flatMap(([id, record]) => {
    const own = id === article ? describedAnew(record, where, text) : record;
    const now = movedWithin(own, { article, to, text, onLost: (one) => void lost.push({ of: id, ...one }) });
    return JSON.stringify(now) === JSON.stringify(record) || !isPlain(now) ? [] : [proposalOf(id, now)];
  });
  return { proposals: moved, lost };
}

const proposalOf = (id: string, record: Plain): Proposal => ({
  ...{ id, record, file: 'additions', candidates: [], warnings: [] },
  rule: 'its evidence moves along with the changed text',
  confidence: 1,
  blanks: blanksOf(record),
});

/** The article's record for the text as it is now; a paragraph that is the same keeps why it carries no fact. */
function describedAnew(record: Plain, { moved }: Realignment, { file, sha256, paragraphs, hashes }: NewText): Plain {
  const former = itemsOf(record['paragraphs']);
  const from = new Map([...moved].map(([before, now]) => [now, before]));
  const described = paragraphs.map(({ number, role }, index) => {
    const same = former[(from.get(number) ?? 0) - 1];
    const kept = isPlain(same) ? { role: same['role'], without: same['without'] } : { role, without: undefined };
    return Object.fromEntries(
      Object.entries({ ...kept, sha256: hashes[index] }).filter(([, value]) => value !== undefined),
    );
  });
  return { ...record, file, sha256, paragraphs: described };
}

interface Move {
  readonly article: string;
  readonly to: ReadonlyMap<number, number>;
  readonly text: NewText;
  readonly onLost: (cue: Omit<LostCue, 'of'>) => void;
}

/** A value with the pieces of evidence in it moved. */
function movedWithin(value: unknown, move: Move): unknown {
  if (Array.isArray(value)) return value.map((item) => movedWithin(item, move));
  if (!isPlain(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [
      key,
      key === 'evidence' ? movedPieces(itemsOf(item), move) : movedWithin(item, move),
    ]),
  );
}

function movedPieces(pieces: readonly unknown[], move: Move): unknown[] {
  const moved = pieces.map((piece) => movedPiece(piece, move));
  const left = moved.flatMap(({ piece, isLost }) => (isLost ? [] : [piece]));
  if (left.length > 0) return left;
  return moved.slice(0, 1).map(({ piece }) => piece);
}

function movedPiece(piece: unknown, { article, to, text, onLost }: Move): { piece: unknown; isLost: boolean } {
  const [of, number] = isPlain(piece) ? (textOf(piece['at']) ?? '').split('/') : [];
  if (!isPlain(piece) || of !== article) return { piece, isLost: false };
  const [paragraph, now] = [Number(number), to.get(Number(number))];
  const words = now === undefined ? '' : (text.paragraphs[now - 1]?.text ?? '');
  const gone = itemsOf(piece['cues']).flatMap((cue) => (holdsCue(words, textOf(cue) ?? '') ? [] : [String(cue)]));
  for (const cue of gone) onLost({ paragraph, cue });
  if (gone.length === 0) return { piece: { ...piece, at: `${article}/${now}` }, isLost: false };
  const cues = [blank('a name or figure of the changed paragraph that bears it out')];
  return { piece: { ...piece, at: `${article}/${now ?? 1}`, cues }, isLost: true };
}
