-- What peers need beside the tables to answer the bench's questions, as their own handbooks would have it done:
-- PostGraphile takes functions for whatever a column and an equality cannot say. The SQL is the service's own.

CREATE OR REPLACE FUNCTION bench_entities(ids text[]) RETURNS SETOF "Entity"
LANGUAGE sql STABLE PARALLEL SAFE ROWS 20 AS $$
  SELECT * FROM "Entity" WHERE "id" = ANY(ids) $$;

CREATE OR REPLACE FUNCTION "Entity_heldOn"(entity "Entity", day date) RETURNS SETOF "Relationship"
LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT * FROM "Relationship" r WHERE r."type" = 'HOLDS' AND r."objectId" = entity."id"
    AND coalesce(r."validFromEarliest" <= day, true) AND coalesce(r."validToLatest" >= day, true) $$;

-- What src/graph/queries/timeline.ts says, for the kinds that can be near a union; each branch by an index.
DROP FUNCTION IF EXISTS bench_timeline;
CREATE FUNCTION bench_timeline(id text) RETURNS TABLE ("date" text, moment text, about text, name text)
LANGUAGE sql STABLE PARALLEL SAFE ROWS 20 AS $$
  WITH near(id, kind) AS (
    SELECT e."id", e."kind" FROM "Entity" e WHERE e."id" = $1
    UNION
    SELECT r."objectId", r."objectKind" FROM "Relationship" r WHERE r."subjectId" = $1
      AND r."objectKind" <> ALL('{ISSUE,JURISDICTION,NEWS_OUTLET,ARTICLE,OCCUPATIONAL_GROUP}')
    UNION
    SELECT r."subjectId", r."subjectKind" FROM "Relationship" r WHERE r."objectId" = $1
      AND r."subjectKind" <> ALL('{ISSUE,JURISDICTION,NEWS_OUTLET,ARTICLE,OCCUPATIONAL_GROUP}')
  ), scope(id) AS (
    SELECT near.id FROM near WHERE near.id = $1 OR kind <> ALL(
      '{PERSON,UNION,GOVERNMENT,PUBLIC_BODY,POLITICAL_PARTY,COURT,NEWS_OUTLET,OCCUPATIONAL_GROUP}')
    UNION
    SELECT r."subjectId" FROM "Relationship" r JOIN near ON r."objectId" = near.id
    WHERE r."type" IN ('OCCURS_IN', 'MADE_IN', 'PART_OF') AND near.kind IN ('DISPUTE', 'BARGAINING_ROUND', 'LEGAL_CHALLENGE')
  ), held AS (
    SELECT * FROM "Relationship" r WHERE r."type" = 'HOLDS' AND $1 IN (r."subjectId", r."objectId")
    UNION
    SELECT r.* FROM "Relationship" o JOIN "Relationship" r ON r."objectId" = o."subjectId" AND r."type" = 'HOLDS'
    WHERE o."objectId" = $1 AND o."type" = 'OFFICE_OF'
  ), entry(id, moment, about, "date", day) AS (
    SELECT 'begin:' || e."id", CASE WHEN e."kind" = ANY('{ADMINISTRATION,BARGAINING_ROUND,COLLECTIVE_AGREEMENT,DISPUTE,LEGISLATION,LEGAL_CHALLENGE}')
      THEN 'BEGAN' ELSE 'HAPPENED' END, e."id", e."start", coalesce(e."startEarliest", e."startLatest")
    FROM "Entity" e WHERE e."start" IS NOT NULL AND e."id" IN (SELECT scope.id FROM scope)
    UNION ALL
    SELECT 'ended:' || e."id", 'ENDED', e."id", e."end", coalesce(e."endEarliest", e."endLatest")
    FROM "Entity" e WHERE e."end" IS NOT NULL AND e."id" IN (SELECT scope.id FROM scope)
    UNION ALL
    SELECT 'stage:' || s."id", 'REACHED_STAGE', s."legislationId", s."date", coalesce(s."dateEarliest", s."dateLatest")
    FROM "LegislationStage" s WHERE s."date" IS NOT NULL AND s."legislationId" IN (SELECT scope.id FROM scope)
    UNION ALL
    SELECT 'from:' || r."id", 'TOOK_OFFICE', r."subjectId", r."validFrom", coalesce(r."validFromEarliest", r."validFromLatest")
    FROM held r WHERE r."validFromEarliest" IS NOT NULL
    UNION ALL
    SELECT 'to:' || r."id", 'LEFT_OFFICE', r."subjectId", r."validTo", coalesce(r."validToEarliest", r."validToLatest")
    FROM held r WHERE r."validToLatest" IS NOT NULL
  )
  SELECT entry."date", entry.moment, entry.about, (
    SELECT n."text" FROM "Name" n WHERE n."entityId" = entry.about AND n."type" = 'PREFERRED' AND n."language" = 'en')
  FROM entry
  ORDER BY entry.day, entry.id COLLATE "C" $$;
