-- When a relationship holds: by its own dates, and where it has none, no longer than its two ends allow. Readers take
-- these days and ask nothing else. They are worked out here alone, whoever writes.
ALTER TABLE "Relationship" ADD COLUMN "holdsFromEarliest" DATE,
  ADD COLUMN "holdsFromLatest" DATE,
  ADD COLUMN "holdsToEarliest" DATE,
  ADD COLUMN "holdsToLatest" DATE;

-- The registry has the same lists: what holds from one day to another, what reaches forward in time, and the kinds that
-- begin on some day, known or not.
CREATE FUNCTION temporal_types() RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN
  ARRAY['HOLDS', 'MEMBER_OF', 'LED_BY', 'REPRESENTS', 'EMPLOYS', 'TAKES_POSITION', 'STANCE_TOWARDS', 'PURSUES'];
CREATE FUNCTION foreseeing_types() RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN ARRAY['SETS', 'ABOUT'];
CREATE FUNCTION dated_kinds() RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN
  ARRAY['ADMINISTRATION', 'BARGAINING_ROUND', 'PROPOSAL', 'COLLECTIVE_AGREEMENT', 'DISPUTE', 'LEGISLATION',
    'LEGAL_CHALLENGE', 'EVENT', 'STATEMENT', 'ARTICLE'];

-- From when to when there is an entity: infinite where nothing is known. What began nobody knows when may not be there
-- on any day; what has no beginning is there on all. An event is over when it has happened; a law of which nobody says
-- when it was introduced is there from its first dated stage on.
CREATE FUNCTION days_of_entity(wanted text, OUT from_first date, OUT from_last date, OUT to_first date, OUT to_last date)
LANGUAGE plpgsql STABLE AS $$
DECLARE
  e record;
BEGIN
  SELECT * INTO e FROM "Entity" WHERE "id" = wanted;
  from_first := '-infinity';
  from_last := CASE WHEN e."kind" = ANY(dated_kinds()) THEN 'infinity' ELSE '-infinity' END;
  to_first := 'infinity';
  to_last := 'infinity';
  IF e."start" IS NOT NULL THEN
    from_first := coalesce(e."startEarliest", '-infinity');
    from_last := coalesce(e."startLatest", 'infinity');
  ELSIF e."kind" = 'LEGISLATION' THEN
    SELECT coalesce(min(coalesce(s."dateEarliest", '-infinity')), '-infinity'),
        coalesce(min(coalesce(s."dateLatest", 'infinity')), 'infinity')
      INTO from_first, from_last
      FROM "LegislationStage" s WHERE s."legislationId" = wanted AND s."date" IS NOT NULL;
  END IF;
  IF e."end" IS NOT NULL THEN
    to_first := coalesce(e."endEarliest", '-infinity');
    to_last := coalesce(e."endLatest", 'infinity');
  ELSIF e."kind" = 'EVENT' AND e."start" IS NOT NULL AND e."status" IS DISTINCT FROM 'ONGOING' THEN
    to_first := from_first;
    to_last := from_last;
  END IF;
END $$;

-- It cannot have begun before either end, nor go on after one: but an end that was over before it began (the ministry
-- that another succeeded, a cause) does not end it. Null: not known.
CREATE FUNCTION set_days() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  s record;
  o record;
  is_temporal boolean := NEW."type" = ANY(temporal_types());
  from_first date;
  from_last date;
  to_first date := 'infinity';
  to_last date := 'infinity';
BEGIN
  SELECT * INTO s FROM days_of_entity(NEW."subjectId");
  -- What reaches forward may be to something that is yet to come, or long over.
  SELECT * INTO o FROM days_of_entity(CASE WHEN NEW."type" <> ALL(foreseeing_types()) THEN NEW."objectId" END);
  from_first := greatest(s.from_first, o.from_first);
  from_last := greatest(s.from_last, o.from_last);
  IF s.to_last >= from_first THEN
    to_first := s.to_first;
    to_last := s.to_last;
  END IF;
  IF o.to_last >= from_first THEN
    to_first := least(to_first, o.to_first);
    to_last := least(to_last, o.to_last);
  END IF;
  -- That its ends are there does not say that it began with them; only what holds whatever the day does.
  IF is_temporal THEN
    from_last := 'infinity';
    to_first := '-infinity';
  ELSE
    -- The first and the last of all days: as far as anybody knows, always.
    IF from_last = '-infinity' THEN
      from_last := '0001-01-01';
      from_first := '0001-01-01';
    END IF;
    IF to_first = 'infinity' THEN
      to_first := '9999-12-31';
      to_last := '9999-12-31';
    END IF;
  END IF;
  IF NEW."validFrom" IS NOT NULL THEN
    NEW."holdsFromEarliest" := NEW."validFromEarliest";
    NEW."holdsFromLatest" := NEW."validFromLatest";
  ELSE
    NEW."holdsFromEarliest" := nullif(from_first, '-infinity');
    NEW."holdsFromLatest" := nullif(from_last, 'infinity');
  END IF;
  IF NEW."validTo" IS NOT NULL THEN
    NEW."holdsToEarliest" := NEW."validToEarliest";
    NEW."holdsToLatest" := NEW."validToLatest";
  ELSE
    NEW."holdsToEarliest" := nullif(to_first, '-infinity');
    NEW."holdsToLatest" := nullif(to_last, 'infinity');
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER set_days BEFORE INSERT OR UPDATE ON "Relationship" FOR EACH ROW EXECUTE FUNCTION set_days();

-- Where the days of an end change, those of its relationships do.
CREATE FUNCTION reset_days() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  changed jsonb := to_jsonb(CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END);
  entity text := coalesce(changed->>'legislationId', changed->>'id');
BEGIN
  UPDATE "Relationship" SET "type" = "type" WHERE "subjectId" = entity OR "objectId" = entity;
  RETURN NULL;
END $$;

CREATE TRIGGER reset_days AFTER UPDATE ON "Entity" FOR EACH ROW
  WHEN ((OLD."status", OLD."start", OLD."startEarliest", OLD."startLatest", OLD."end", OLD."endEarliest", OLD."endLatest")
    IS DISTINCT FROM
    (NEW."status", NEW."start", NEW."startEarliest", NEW."startLatest", NEW."end", NEW."endEarliest", NEW."endLatest"))
  EXECUTE FUNCTION reset_days();
CREATE TRIGGER reset_days AFTER INSERT OR UPDATE OR DELETE ON "LegislationStage" FOR EACH ROW
  EXECUTE FUNCTION reset_days();

UPDATE "Relationship" SET "type" = "type";
