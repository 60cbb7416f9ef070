/** Ids of what belongs to entities: made of what it says, never of its place in a list, and within the database's rules. */
import { createHash } from 'node:crypto';
import type { Basis } from '../generated/prisma/enums.ts';

/** What an id may have in characters. */
export const longestId = 200;
/** How much of a provision's words is taken into its id. */
const longestSlug = 60;

type Part = string | number | null;

/** What tells a part from another of the same entity that would have the same id; null: nothing has to. */
interface Keyed {
  readonly key: string | null;
}

/** `demand.term.wages.1`: an issue, and the year of the proposal. */
export const termId = (
  proposalId: string,
  { issueId, year, key }: Keyed & { readonly issueId: string; readonly year: number | null },
): string => bounded([proposalId, 'term', issueId, year, key]);

/** `bill.stage.INTRODUCED`. */
export const stageId = (legislationId: string, { stage, key }: Keyed & { readonly stage: string }): string =>
  bounded([legislationId, 'stage', stage, key]);

/** `bill.provision.limits-raises`: its key, or else the first words of its effect. */
export const provisionId = (legislationId: string, { effect, key }: Keyed & { readonly effect: string }): string =>
  bounded([legislationId, 'provision', key ?? slugOf(effect)]);

/** `ann.HOLDS.president`. One that is too long is refused, not cut: it is an id that people write. */
export const relationshipId = (
  { subjectId, type, objectId }: Readonly<Record<'subjectId' | 'type' | 'objectId', string>>,
  key: string | null,
): string => joined([subjectId, type, objectId, key]);

/** A piece of evidence: a paragraph of an article, or what is noted of another source. */
interface Piece {
  readonly articleId: string | null;
  readonly paragraph: number | null;
  readonly basis: Basis;
  readonly note: string | null;
  readonly url: string | null;
}

/** `ann.HOLDS.president.evidence.news-1.3.from`: the passage, and the attribute that it supports. */
export const evidenceId = (factId: string, piece: Piece, attribute: string | null): string =>
  bounded([factId, 'evidence', sourceOf(piece, attribute)]);

/** What tells a piece of evidence from the others of its fact: `news-1.3.from`. */
export function sourceOf({ articleId, paragraph, basis, note, url }: Piece, attribute: string | null): string {
  const source = articleId === null ? [`external-${hashOf(JSON.stringify([note, url]))}`] : [articleId, paragraph];
  const word = attribute?.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`) ?? null;
  return joined([...source, word, basis === 'DERIVED' ? 'derived' : null]);
}

const joined = (parts: readonly Part[]): string => parts.filter((part) => part !== null).join('.');

/** Of what is too long the beginning, and a hash of the whole. */
function bounded(parts: readonly Part[]): string {
  const id = joined(parts);
  if (id.length <= longestId) return id;
  const hash = hashOf(id);
  const beginning = id.slice(0, longestId - hash.length - 1).replace(/[._-]+$/, '');
  return `${beginning}.${hash}`;
}

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 10);

/** The first words of a text, as they may stand in an id. */
function slugOf(text: string): string {
  const words =
    text
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .match(/[a-z0-9]+/g) ?? [];
  const slug = words.join('-');
  const cut = slug.length <= longestSlug ? slug : slug.slice(0, slug.lastIndexOf('-', longestSlug));
  return cut === '' || cut.length > longestSlug ? hashOf(text) : cut;
}
