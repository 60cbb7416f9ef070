/** How a vote went, where the paragraph that tells of it says so. */
import { approximationIn } from '../../records/approximationWords.ts';
import { saysNumber } from '../../records/grounds/numbers.ts';
import type { Plain } from '../knowledge.ts';
import type { EventFound, Figure } from '../types.ts';
import type { Drafts } from './drafts.ts';
import { figureCue } from './figures.ts';
import type { Piece } from './pieces.ts';

const votes = new Set(['STRIKE_VOTE', 'RATIFICATION_VOTE']);

/** What stands right before or after a percentage that is one of these. */
const shares: readonly (readonly [field: 'inFavour' | 'turnout', before: RegExp, after: RegExp])[] = [
  ['turnout', /\bturnout\b[^.;]{0,25}$/i, /^\W*turnout\b/i],
  [
    'inFavour',
    /\b(?:approval|support) of[^.;]{0,15}$/i,
    /^[^.;]{0,40}\b(?:in favou?r|vot(?:ed|ing) (?:for|yes|to)|backed|supported|approved|said yes)\b/i,
  ],
];

/** The shares of a vote, and the evidence of them. */
export function sharesOf(
  drafts: Drafts,
  type: string,
  found: readonly EventFound[],
): { fields: Plain; pieces: Piece[] } {
  if (!votes.has(type)) return { fields: {}, pieces: [] };
  const paragraphs = new Set(found.map(({ p }) => p));
  const figures = drafts.text.reading.figures.filter(
    ({ p, unit, value }) => unit === 'PERCENT' && value <= 100 && paragraphs.has(p),
  );
  const fields: Record<string, unknown> = {};
  const pieces: Piece[] = [];
  for (const figure of figures) {
    const field = fieldOf(drafts, figure);
    const cue = figureCue(drafts, figure);
    if (field === undefined || field in fields || cue === undefined || !/per ?cent|%/i.test(cue)) continue;
    if (!saysNumber([cue], figure.value)) continue;
    const approximation = approximationIn(cue);
    fields[field] = figure.value;
    if (approximation !== undefined) fields[`${field}Approximation`] = approximation;
    pieces.push({ p: figure.p, cues: [cue], for: [field] });
  }
  return { fields, pieces };
}

function fieldOf({ text }: Drafts, { p, start, end }: Figure): 'inFavour' | 'turnout' | undefined {
  const words = text.paragraph(p) ?? '';
  const [ahead, behind] = [words.slice(Math.max(0, start - 60), start), words.slice(end, end + 80)];
  return shares.find(([, before, after]) => before.test(ahead) || after.test(behind))?.[0];
}
