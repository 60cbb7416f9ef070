-- Of a short word that is misspelt too little is left to be like: Gai is Guy if the rest of the name bears it out. So it
-- is if it begins alike and is about as long, in a name of as many words as were asked for.
CREATE OR REPLACE FUNCTION spelled_alike(words text[]) RETURNS TABLE ("entityId" text, "text" text, likeness float8)
LANGUAGE sql STABLE STRICT PARALLEL SAFE ROWS 20 SET pg_trgm.strict_word_similarity_threshold = 0.3 AS $$
  SELECT n."entityId", n."text", likeness.average
  FROM (
    SELECT "entityId", "text", spelling("text") AS spelled FROM "Name"
    WHERE words[1] <<% spelling("text")
      AND CASE WHEN length(words[2]) > 4 THEN words[2] ELSE words[1] END <<% spelling("text") OFFSET 0
  ) AS n CROSS JOIN LATERAL (
    SELECT regexp_split_to_array(trim(regexp_replace(spelled, '[^[:alnum:]]+', ' ', 'g')), ' ') AS own
  ) AS name CROSS JOIN LATERAL (
    SELECT avg(alike) AS average, min(alike) AS least
    FROM unnest(words) AS word CROSS JOIN LATERAL (
      SELECT greatest(
        strict_word_similarity(word, spelled),
        CASE WHEN length(word) <= 4 AND cardinality(words) > 1 AND cardinality(own) = cardinality(words) AND EXISTS (
          SELECT FROM unnest(own) AS one WHERE left(one, 1) = left(word, 1) AND abs(length(one) - length(word)) <= 1
        ) THEN 0.4 ELSE 0 END
      ) AS alike OFFSET 0
    ) AS one
  ) AS likeness
  WHERE likeness.least >= 0.3 AND likeness.average >= CASE WHEN cardinality(words) = 1 THEN 0.4 ELSE 0.35 END
  ORDER BY likeness.average DESC, n."entityId", n."text" LIMIT 500
$$;
