-- Search in both languages, by cues too, and by an index for every way in which something is found.

CREATE TEXT SEARCH CONFIGURATION labour_french (COPY = pg_catalog.french);
ALTER TEXT SEARCH CONFIGURATION labour_french ALTER MAPPING FOR hword, hword_part, word WITH unaccent, french_stem;

-- Numbers, percentages and numbered laws in one way of writing: 22,000 is 22000, 45 % is 45 percent, C-59 is C59.
CREATE FUNCTION plain(word text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT RETURN
  regexp_replace(
    regexp_replace(
      replace(word, '%', ' percent '),
      '(?<![[:digit:].])([[:digit:]]{1,3})[, \u00A0\u202F](?=[[:digit:]]{3}(?![[:digit:]]))', '\1', 'g'),
    '\m([[:alpha:]])[-\u2011\u2013](?=[[:digit:]])', '\1', 'g');

-- A name as it is looked for; no query is longer.
CREATE FUNCTION spelling(word text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT RETURN left(fold(plain(word)), 200);

-- array_to_string() is not immutable, since it takes arrays of anything; of texts it is.
CREATE FUNCTION joined(words text[]) RETURNS text
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE STRICT AS $$ BEGIN RETURN array_to_string(words, ' · '); END $$;

DROP INDEX "Name_words", "Name_spelling", "Entity_words", "Passage_words";
CREATE INDEX "Name_beginning" ON "Name" (spelling("text") COLLATE "C");
CREATE INDEX "Name_spelling" ON "Name" USING gin (spelling("text") gin_trgm_ops);
CREATE INDEX "Name_words" ON "Name"
  USING gin (to_tsvector('labour', plain("text")), to_tsvector('labour_french', plain("text")));
CREATE INDEX "Entity_words" ON "Entity"
  USING gin (to_tsvector('labour', plain("summary")), to_tsvector('labour_french', plain("summary")));
CREATE INDEX "Passage_words" ON "Passage"
  USING gin (to_tsvector('labour', plain("text")), to_tsvector('labour_french', plain("text")));
CREATE INDEX "Evidence_words" ON "Evidence"
  USING gin (to_tsvector('labour', plain(joined("cues"))), to_tsvector('labour_french', plain(joined("cues"))))
  WHERE "articleId" IS NOT NULL;

-- The threshold below is a setting of pg_trgm: only with the library loaded may others than superusers name it.
DO $$ BEGIN PERFORM similarity('', ''); END $$;

-- Names that have a word like each of these, the longest first: the five hundred that are most alike. The index answers
-- the operator alone, and the operator goes by the setting. Several words bear each other out.
CREATE FUNCTION spelled_alike(words text[]) RETURNS TABLE ("entityId" text, "text" text, likeness float8)
LANGUAGE sql STABLE STRICT PARALLEL SAFE SET pg_trgm.strict_word_similarity_threshold = 0.3 AS $$
  SELECT n."entityId", n."text", likeness.average
  FROM (
    SELECT "entityId", "text", spelling("text") AS spelled FROM "Name"
    WHERE words[1] <<% spelling("text") AND coalesce(words[2], words[1]) <<% spelling("text") OFFSET 0
  ) AS n CROSS JOIN LATERAL (
    SELECT avg(alike) AS average, min(alike) AS least
    FROM unnest(words) AS word CROSS JOIN LATERAL (SELECT strict_word_similarity(word, spelled) AS alike OFFSET 0) AS one
  ) AS likeness
  WHERE likeness.least >= 0.3 AND likeness.average >= CASE WHEN cardinality(words) = 1 THEN 0.4 ELSE 0.35 END
  ORDER BY likeness.average DESC, n."entityId", n."text" LIMIT 500
$$;
