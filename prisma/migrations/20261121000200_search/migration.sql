-- Search in any language: accents and case fold away, English words reduce to their stems, near spellings match.

CREATE EXTENSION IF NOT EXISTS unaccent;
CREATE EXTENSION IF NOT EXISTS pg_trgm;

CREATE TEXT SEARCH CONFIGURATION labour (COPY = pg_catalog.english);
ALTER TEXT SEARCH CONFIGURATION labour ALTER MAPPING FOR hword, hword_part, word WITH unaccent, english_stem;

-- unaccent() alone is not immutable, since its rules could change; here they are named.
CREATE FUNCTION fold(word text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT RETURN lower(unaccent('unaccent'::regdictionary, word));

CREATE INDEX "Name_words" ON "Name" USING gin (to_tsvector('labour', "text"));
CREATE INDEX "Name_spelling" ON "Name" USING gin (fold("text") gin_trgm_ops);
CREATE INDEX "Entity_words" ON "Entity" USING gin (to_tsvector('labour', "summary"));
CREATE INDEX "Passage_words" ON "Passage" USING gin (to_tsvector('labour', "text"));
