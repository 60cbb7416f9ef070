/** The SQL of a search: everything that a query finds, each way by an index of its own. */
import { Prisma } from '../../generated/prisma/client.ts';
import { kindNames, organizationKinds } from '../../registry/index.ts';
import { spellingOfIdentifier } from '../rows/identifiers.ts';
import type { SearchQuery, Words } from './searchQuery.ts';

/** Why something was found. */
export type MatchReason =
  | 'SAME_IDENTIFIER'
  | 'SAME_NAME'
  | 'NAME_BEGINS'
  | 'WORDS_IN_NAME'
  | 'SYNONYMS_IN_NAME'
  | 'HOLDS_OFFICE'
  | 'SPELLED_ALIKE'
  | 'WORDS_IN_SUMMARY'
  | 'WORDS_IN_ANCHORS'
  | 'WORDS_IN_PASSAGE';

/** How many pieces of evidence a match by a cue names. */
const mostEvidence = 20;

const said = ['CLAIM', 'STATEMENT'];
const happened = ['EVENT', 'PROPOSAL', 'ARTICLE'];
const titled = [...said, ...happened];
// A person goes by the family name as well, whose place is the end. What was said, what happened and what was written
// has a title, not a name: that one begins so says no more than that the words stand in it.
const tierOfKind = Prisma.sql`CASE WHEN tier = 6 AND e."kind" = 'PERSON' THEN 7
  WHEN tier = 7 AND e."kind" = ANY(${titled}::text[]) THEN 6 ELSE tier END`;
const bodies = ['OFFICE', ...organizationKinds];
const things = kindNames.filter((kind) => ![...titled, ...bodies, 'PERSON'].includes(kind));

/** From 0 to 1: people before bodies and offices, those before what they deal with, and what was said last. */
const byKind = Prisma.sql`CASE WHEN e."kind" = 'PERSON' THEN 1 WHEN e."kind" = ANY(${bodies}::text[]) THEN 0.75
  WHEN e."kind" = ANY(${things}::text[]) THEN 0.5 WHEN e."kind" = ANY(${happened}::text[]) THEN 0.25 ELSE 0 END`;

/** A whole number for the reason; after the point first the kind, then how well the text matches, from 0 to 1. */
const score = (tier: Prisma.Sql, part: Prisma.Sql): Prisma.Sql =>
  Prisma.sql`round((${tier} + 0.8 * ${byKind} + 0.15 * least(${part}, 1))::numeric, 5)::float8`;

/** By the key, row by row: joined, the whole table would be read for a few hundred hits. */
const kindOf = (id: Prisma.Sql): Prisma.Sql =>
  Prisma.sql`(SELECT (SELECT one."kind" FROM "Entity" one WHERE one."id" = ${id}) AS "kind")`;

/** The common table expressions that find what a query asks for; the last is `hit`, a row for each text that matches. */
export function hits(query: string, words: SearchQuery): Prisma.Sql {
  return Prisma.sql`${names(query, words)}, ${cues(words)}, hit AS (
    SELECT id, "kind", text, reason, score, NULL AS article, NULL::int AS paragraph, '{}'::text[] AS evidence, 0 AS evidence_count
    FROM name_hit
    UNION ALL
    SELECT i."entityId", e."kind", i."value", 'SAME_IDENTIFIER', ${score(Prisma.sql`9`, Prisma.sql`1`)}, NULL, NULL, '{}', 0
    FROM "Identifier" i CROSS JOIN LATERAL ${kindOf(Prisma.sql`i."entityId"`)} AS e
    WHERE lower(i."value") = ${spellingOfIdentifier(query)}
    UNION ALL
    SELECT id, "kind", text, 'HOLDS_OFFICE', score, NULL, NULL, '{}', 0 FROM holder_hit
    UNION ALL
    SELECT e."id", e."kind", e."summary", 'WORDS_IN_SUMMARY', ${score(Prisma.sql`2`, rank(e.summary, words.whole))}, NULL, NULL, '{}', 0
    FROM "Entity" e WHERE ${has(e.summary, words.whole)}
    UNION ALL
    SELECT id, "kind", text, 'WORDS_IN_ANCHORS', score, article, paragraph, evidence, evidence_count FROM cue_hit WHERE id <> article
    UNION ALL
    SELECT article, 'ARTICLE', coalesce(p.text, c.text), CASE WHEN p.text IS NULL THEN 'WORDS_IN_ANCHORS' ELSE 'WORDS_IN_PASSAGE' END,
      greatest(p.score, c.score), article, paragraph,
      coalesce(c.evidence, '{}'), coalesce(c.evidence_count, 0)
    FROM passage_hit AS p FULL JOIN (SELECT * FROM cue_hit WHERE id = article) AS c USING (article, paragraph)
  )`;
}

/** `name_hit`, each name once, by the best reason; and `holder_hit`, who holds or held an office that was found so. */
function names(query: string, words: SearchQuery): Prisma.Sql {
  const asked = Prisma.sql`spelling(${query})`;
  const spelled = Prisma.sql`spelling(${n.text})`;
  const alike = Prisma.sql`UNION ALL
      SELECT "entityId", "text", 'SPELLED_ALIKE', 4, 0.5 * likeness + 0.5 * similarity(${asked}, spelling("text"))
      FROM spelled_alike(${[...words.spelled]}::text[])`;
  return Prisma.sql`way AS (
      SELECT ${n.id} AS id, ${n.text} AS text, CASE WHEN ${spelled} = ${asked} THEN 'SAME_NAME' ELSE 'NAME_BEGINS' END AS reason,
        CASE WHEN ${spelled} = ${asked} THEN 8 ELSE 7 END AS tier, CASE WHEN n."type" = 'FORMER' THEN 0 ELSE 1 END::float8 AS part
      FROM "Name" n WHERE ${spelled} COLLATE "C" >= ${asked} AND ${spelled} COLLATE "C" < ${asked} || chr(1114111)
      UNION ALL
      SELECT ${n.id}, ${n.text}, how.reason, how.tier,
        greatest(ts_rank(english, ${words.begunOrAlike.english}::tsquery, 1), ts_rank(french, ${words.begunOrAlike.french}::tsquery, 1), 0)
      FROM "Name" n CROSS JOIN LATERAL (SELECT ${english(n.text)} AS english, ${french(n.text)} AS french OFFSET 0) AS vector
      CROSS JOIN LATERAL (
        SELECT * FROM (VALUES
          (english @@ ${words.begun.english}::tsquery OR french @@ ${words.begun.french}::tsquery, 'WORDS_IN_NAME', 6),
          (true, 'SYNONYMS_IN_NAME', 5)
        ) AS one(holds, reason, tier) WHERE one.holds LIMIT 1
      ) AS how WHERE ${has(n.text, words.begunOrAlike)}
      ${words.spelled.length === 0 ? Prisma.empty : alike}
    ), name_hit AS (
      SELECT DISTINCT ON (id, text) way.id, way.text, way.reason,
        CASE WHEN way.reason = 'SPELLED_ALIKE' THEN round((tier + 0.8 * least(part, 1) + 0.1 * ${byKind})::numeric, 5)::float8
        ELSE ${score(tierOfKind, Prisma.sql`part`)} END AS score,
        e."kind"
      FROM way CROSS JOIN LATERAL ${kindOf(Prisma.sql`way.id`)} AS e
      ORDER BY way.id, way.text, way.tier DESC, way.part DESC
    ), holder_hit AS (
      SELECT r."subjectId" AS id, r."subjectKind" AS "kind", office.text, office.score - 0.00002 * row_number() OVER (
          PARTITION BY office.id ORDER BY r."validToLatest" DESC NULLS FIRST, r."validFromLatest" DESC NULLS LAST, r."id"
        ) AS score
      FROM (SELECT DISTINCT ON (id) * FROM name_hit WHERE "kind" = 'OFFICE' ORDER BY id, score DESC) AS office
      JOIN "Relationship" r ON r."objectId" = office.id AND r."type" = 'HOLDS'
    )`;
}

/**
 * `cue_hit`: the paragraphs whose cues match, for the article, and for the entity that the evidence is about;
 * `passage_hit`: the paragraphs whose text does.
 */
function cues(words: SearchQuery): Prisma.Sql {
  return Prisma.sql`cue AS (
      SELECT v."id", v."articleId", v."paragraph", joined(v."cues") AS text, ${rank(v.cues, words.whole)}::float8 AS part,
        coalesce(v."entityId", t."proposalId", p."legislationId", s."legislationId") AS about
      FROM "Evidence" v LEFT JOIN "Term" t ON t."id" = v."termId" LEFT JOIN "Provision" p ON p."id" = v."provisionId"
      LEFT JOIN "LegislationStage" s ON s."id" = v."stageId"
      WHERE v."articleId" IS NOT NULL AND ${has(v.cues, words.whole)}
    ), cue_hit AS (
      SELECT found.id, e."kind", (array_agg(cue.text ORDER BY part DESC, cue."id"))[1] AS text,
        ${score(Prisma.sql`1`, Prisma.sql`max(part)`)} AS score, cue."articleId" AS article, cue."paragraph" AS paragraph,
        (array_agg(cue."id" ORDER BY part DESC, cue."id"))[1:${mostEvidence}::int] AS evidence, count(*)::int AS evidence_count
      FROM cue CROSS JOIN LATERAL (SELECT cue."articleId" AS id UNION SELECT cue.about WHERE cue.about IS NOT NULL) AS found
      CROSS JOIN LATERAL ${kindOf(Prisma.sql`found.id`)} AS e
      GROUP BY found.id, e."kind", cue."articleId", cue."paragraph"
    ), passage_hit AS (
      SELECT p."articleId" AS article, p."number" AS paragraph, p."text" AS text, ${score(Prisma.sql`1`, rank(p.text, words.whole))} AS score
      FROM "Passage" p CROSS JOIN (VALUES ('ARTICLE')) AS e("kind") WHERE ${has(p.text, words.whole)}
    )`;
}

const n = { id: Prisma.sql`n."entityId"`, text: Prisma.sql`n."text"` };
const e = { summary: Prisma.sql`e."summary"` };
const p = { text: Prisma.sql`p."text"` };
const v = { cues: Prisma.sql`joined(v."cues")` };

const english = (of: Prisma.Sql): Prisma.Sql => Prisma.sql`to_tsvector('labour', plain(${of}))`;
const french = (of: Prisma.Sql): Prisma.Sql => Prisma.sql`to_tsvector('labour_french', plain(${of}))`;

/** Whether a text has words: written as the indexes are. */
const has = (of: Prisma.Sql, words: Words): Prisma.Sql =>
  Prisma.sql`(${english(of)} @@ ${words.english}::tsquery OR ${french(of)} @@ ${words.french}::tsquery)`;

/**
 * How well it has them: among short texts, the shorter the better. It is worked out for each text that matches, in
 * English alone, the language of summaries and cues.
 */
const rank = (of: Prisma.Sql, words: Words): Prisma.Sql =>
  Prisma.sql`coalesce(ts_rank(to_tsvector('labour', ${of}), ${words.english}::tsquery, 1), 0)`;

// Two characters of the private use area, which no text has, mark what matched: no mark-up can be smuggled in.
const [opening, closing] = ['\uE000', '\uE001'];
const options = `StartSel=${opening}, StopSel=${closing}, MaxWords=40, MinWords=15`;

/** A text, or fragments of it, with what matched between U+E000 and U+E001; as it is written, not as it is looked for. */
export const markedIn = (text: Prisma.Sql, { english, french }: Words): Prisma.Sql => Prisma.sql`CASE
  WHEN to_tsvector('labour_french', ${text}) @@ ${french}::tsquery AND to_tsvector('labour', ${text}) @@ ${english}::tsquery IS NOT TRUE
  THEN ts_headline('labour_french', ${text}, ${french}::tsquery, ${options})
  ELSE coalesce(ts_headline('labour', ${text}, ${english}::tsquery, ${options}), ${text}) END`;
