/**
 * Search over names in any language, summaries, the cues of evidence, and the passages of articles that have been
 * supplied. Accents, case, plurals and other endings fold away; synonyms, and names that are only spelled alike, are
 * found too, and rank below what has the words.
 */
import { z } from 'zod';
import type { Read } from '../../database/read.ts';
import { Prisma } from '../../generated/prisma/client.ts';
import { InvalidArgument } from '../../records/invalidArgument.ts';
import type { Kind } from '../../registry/index.ts';
import { asRead, inStretch, type Keyset } from './keyset.ts';
import { type Connection, type Edge, type Key, type PageArgs, parsePage, text, toConnection } from './page.ts';
import { hits, type MatchReason, markedIn } from './searchHits.ts';
import { readSearchQuery } from './searchQuery.ts';

/** A piece of a text, and whether the query found it. */
interface Segment {
  readonly text: string;
  readonly matched: boolean;
}

export interface Match {
  readonly reason: MatchReason;
  /** The text that was found, or fragments of it. */
  readonly segments: readonly Segment[];
  /** The article and paragraph, of a match in a passage or by a cue. */
  readonly articleId: string | null;
  readonly paragraph: number | null;
  /** The ids of the evidence that has the cue, of a match by one; the first of so many. */
  readonly evidenceIds: readonly string[];
  readonly evidenceCount: number;
}

export interface SearchEdge extends Edge<string> {
  readonly score: number;
  readonly matches: readonly Match[];
}

interface Found {
  readonly id: string;
  readonly score: number;
  readonly matches: readonly (Omit<Match, 'segments'> & { readonly text: string })[];
}

/**
 * A page of what a query finds, best first.
 * @throws InvalidArgument if the query has no letter or digit.
 */
export async function search(
  read: Read,
  signal: AbortSignal | undefined,
  query: string,
  kinds: readonly Kind[] | undefined,
  pageArgs: PageArgs,
): Promise<Connection<SearchEdge>> {
  if (!/[\p{L}\p{N}]/u.test(query))
    throw new InvalidArgument(['query'], 'it has no letter or digit', 'words, names, acronyms');
  const page = parsePage(pageArgs, () => `search ${JSON.stringify([query, kinds])}`, bestFirst('found').sort.cursor);
  const words = await readSearchQuery(read, signal, query);
  // Made anew for the count: the answer is kept, and its count with it, and a statement is many times as long.
  const found = (): Prisma.Sql => Prisma.sql`
    WITH ${hits(query, words)}, found AS (
      SELECT id, max(score) AS score FROM hit
      WHERE ${kinds === undefined ? Prisma.sql`true` : Prisma.sql`"kind" = ANY(${[...kinds]}::text[])`}
      GROUP BY id
    )`;
  const statement = Prisma.sql`${found()}, page AS (
      SELECT * FROM found WHERE ${inStretch(page, bestFirst('found'))}
      ORDER BY ${asRead(page, bestFirst('found'))} LIMIT ${page.size + 1}
    ), ranked AS (
      SELECT hit.*, row_number() OVER (PARTITION BY hit.id ORDER BY hit.score DESC, hit.paragraph, hit.text) AS place
      FROM hit JOIN page USING (id)
    )
    SELECT page.id, page.score, json_agg(json_build_object(
      'reason', reason, 'text', ${markedIn(Prisma.sql`ranked.text`, words.marked)}, 'articleId', article,
      'paragraph', paragraph, 'evidenceIds', evidence, 'evidenceCount', evidence_count
    ) ORDER BY place) AS matches
    FROM page JOIN ranked ON ranked.id = page.id AND place <= 3
    GROUP BY page.id, page.score ORDER BY ${asRead(page, bestFirst('page'))}`;
  const rows = await read<Found>(statement, signal);
  const count = async (counting: AbortSignal): Promise<number> => {
    const statement = Prisma.sql`${found()} SELECT count(*)::int AS count FROM found`;
    const [row] = await read<{ count: number }>(statement, counting);
    return row?.count ?? 0;
  };
  const keyOf = (row: Found): Key => [-row.score, row.id];
  return toConnection(page, rows, keyOf, toEdge, count);
}

/** The order of what is found: by the score, from the highest on, and then by the id. */
const bestFirst = (table: 'found' | 'page'): Keyset => ({
  sort: {
    key: Prisma.raw(`-${table}.score`),
    keyType: Prisma.sql`float8`,
    descending: false,
    cursor: z.tuple([z.number(), text]),
  },
  id: Prisma.raw(`${table}.id`),
});

function toEdge({ id, score, matches }: Found, cursor: () => string): SearchEdge {
  return {
    cursor,
    node: id,
    score,
    matches: matches.map(({ text, ...match }) => ({ ...match, segments: toSegments(match.reason, text) })),
  };
}

/** The pieces of a text with marks; a name or identifier that is the very one is marked whole, however it is written. */
function toSegments(reason: MatchReason, text: string): Segment[] {
  const pieces = text
    .replaceAll('\uE001\uE000', '')
    .split(/(\uE000[^\uE001]*\uE001)/)
    .filter((piece) => piece !== '')
    .map((piece) => ({ text: piece.replace(/[\uE000\uE001]/g, ''), matched: piece.startsWith('\uE000') }));
  const isVeryOne = reason === 'SAME_NAME' || reason === 'SAME_IDENTIFIER';
  return isVeryOne && pieces.every(({ matched }) => !matched) ? [{ text, matched: true }] : pieces;
}
