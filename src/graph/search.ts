/**
 * Search over names in any language, summaries, and the passages of articles that have been supplied.
 *
 * Query words are read as a web search is (`"exact phrase"`, `or`, `-without`); accents, case and English endings fold
 * away; a name that is only spelled alike is found too, and ranks below every name that has the words.
 */
import { z } from 'zod';
import { Prisma, type PrismaClient } from '../generated/prisma/client.ts';
import { BadInput } from './badInput.ts';
import { type Connection, type Edge, type Key, type PageArgs, parsePage, text, toConnection } from './page.ts';
import type { Kind } from './registry.ts';

/** Why something was found, best first. */
export type MatchReason =
  | 'SAME_NAME'
  | 'NAME_BEGINS'
  | 'WORDS_IN_NAME'
  | 'SPELLED_ALIKE'
  | 'WORDS_IN_SUMMARY'
  | 'WORDS_IN_PASSAGE';

/** A piece of a text, and whether the query found it. */
export interface Segment {
  readonly text: string;
  readonly matched: boolean;
}

export interface Match {
  readonly reason: MatchReason;
  /** The text that was found, or fragments of it. */
  readonly segments: readonly Segment[];
  /** The paragraph, of a match in an article. */
  readonly paragraph: number | null;
}

export interface SearchEdge extends Edge<string> {
  readonly score: number;
  readonly matches: readonly Match[];
}

const longestQuery = 200;

/** How alike two spellings must be, 0 to 1, to be taken for the same: pg_trgm's word similarity. */
const leastSimilarity = 0.5;

interface Found {
  readonly id: string;
  readonly score: number;
  readonly matches: readonly {
    readonly reason: MatchReason;
    readonly text: string;
    readonly paragraph: number | null;
  }[];
}

/**
 * A page of what a query finds, best first.
 * @throws BadInput if the query has no letter or digit, or is too long.
 */
export async function search(
  prisma: PrismaClient,
  query: string,
  kinds: readonly Kind[] | undefined,
  pageArgs: PageArgs,
): Promise<Connection<SearchEdge>> {
  if (!/[\p{L}\p{N}]/u.test(query))
    throw new BadInput(['query'], 'it has no letter or digit', 'words, names, acronyms');
  if (query.length > longestQuery)
    throw new BadInput(['query'], 'it is too long', `at most ${longestQuery} characters`);
  const page = parsePage(pageArgs, () => `search ${JSON.stringify([query, kinds])}`, z.tuple([z.number(), text]));
  const found = Prisma.sql`
    SELECT hit."id", max(hit.score) AS score
    FROM (${hits(query)}) AS hit JOIN "Entity" e ON e."id" = hit."id"
    WHERE ${kinds === undefined ? Prisma.sql`true` : Prisma.sql`e."kind" = ANY(${[...kinds]}::text[])`}
    GROUP BY hit."id"`;
  const after =
    page.after === null
      ? Prisma.empty
      : Prisma.sql`WHERE (-score, found."id" COLLATE "C") > (${-Number(page.after[0])}::float8, ${page.after[1]}::text)`;
  const rows = await prisma.$queryRaw<Found[]>`
    WITH page AS (
      SELECT * FROM (${found}) AS found ${after} ORDER BY score DESC, found."id" COLLATE "C" LIMIT ${page.size + 1}
    )
    SELECT page."id", page.score, (
      SELECT json_agg(json_build_object('reason', best.reason, 'paragraph', best.paragraph, 'text', best.headline))
      FROM (
        SELECT hit.reason, hit.paragraph, ts_headline('labour', hit.text, websearch_to_tsquery('labour', ${query}), ${headline}) AS headline
        FROM (${hits(query)}) AS hit WHERE hit."id" = page."id" ORDER BY hit.score DESC, hit.paragraph LIMIT 3
      ) AS best
    ) AS matches
    FROM page ORDER BY page.score DESC, page."id" COLLATE "C"`;
  const count = async (): Promise<number> => {
    const [row] = await prisma.$queryRaw<{ count: number }[]>`SELECT count(*)::int AS count FROM (${found}) AS found`;
    return row?.count ?? 0;
  };
  const keyOf = (row: Found): Key => [row.score, row.id];
  return toConnection(page, rows, keyOf, toEdge, count);
}

function toEdge({ id, score, matches }: Found, cursor: () => string): SearchEdge {
  return {
    cursor,
    node: id,
    score,
    matches: matches.map(({ reason, paragraph, text }) => ({ reason, paragraph, segments: toSegments(text) })),
  };
}

/** Everything that matches, a row each: a whole name before words in it, those before near spellings, then texts. */
function hits(query: string): Prisma.Sql {
  const words = Prisma.sql`websearch_to_tsquery('labour', ${query})`;
  const folded = Prisma.sql`fold(${query})`;
  const rank = (of: Prisma.Sql): Prisma.Sql => Prisma.sql`ts_rank(to_tsvector('labour', ${of}), ${words})`;
  // A near spelling knows nothing of phrases, alternatives and what is to be left out.
  const loose = !/"|(^|\s)-\S|\sor\s/i.test(query);
  const name = Prisma.sql`n."text"`;
  return Prisma.sql`
    SELECT n."entityId" AS id, n."text" AS text, NULL::int AS paragraph, how.reason, round((how.base + how.part)::numeric, 5)::float8 AS score
    FROM "Name" n
    CROSS JOIN LATERAL (
      SELECT * FROM (VALUES
        (fold(${name}) = ${folded}, 'SAME_NAME', 5, CASE WHEN n."type" = 'FORMER' THEN 0 ELSE 0.5 END),
        (starts_with(fold(${name}), ${folded}), 'NAME_BEGINS', 4, 0),
        (to_tsvector('labour', ${name}) @@ ${words}, 'WORDS_IN_NAME', 3, ${rank(name)}),
        (true, 'SPELLED_ALIKE', 2, 0.5 * word_similarity(${folded}, fold(${name})) + 0.4 * similarity(${folded}, fold(${name})))
      ) AS way(holds, reason, base, part) WHERE way.holds LIMIT 1
    ) AS how
    WHERE starts_with(fold(${name}), ${folded}) OR to_tsvector('labour', ${name}) @@ ${words}
      OR (${loose} AND word_similarity(${folded}, fold(${name})) >= ${leastSimilarity})
    UNION ALL
    SELECT e."id", e."summary", NULL, 'WORDS_IN_SUMMARY', round((1 + ${rank(Prisma.sql`e."summary"`)})::numeric, 5)::float8
    FROM "Entity" e WHERE to_tsvector('labour', e."summary") @@ ${words}
    UNION ALL
    SELECT p."articleId", p."text", p."number", 'WORDS_IN_PASSAGE', round(${rank(Prisma.sql`p."text"`)}::numeric, 5)::float8
    FROM "Passage" p WHERE to_tsvector('labour', p."text") @@ ${words}`;
}

// Two characters of the private use area, which no text has, mark what matched: no mark-up can be smuggled in.
const [opening, closing] = ['\uE000', '\uE001'];
const headline = `StartSel=${opening}, StopSel=${closing}, MaxWords=40, MinWords=15`;

function toSegments(text: string): Segment[] {
  return text
    .split(/(\uE000[^\uE001]*\uE001)/)
    .filter((piece) => piece !== '')
    .map((piece) => ({ text: piece.replace(/[\uE000\uE001]/g, ''), matched: piece.startsWith(opening) }));
}
