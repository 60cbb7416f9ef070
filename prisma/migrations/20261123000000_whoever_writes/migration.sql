-- What the code takes for granted of a row, the database holds, whoever writes it.

-- Adds a check. Where rows break it, the migration fails and names the table, the rule and the first of the rows.
CREATE FUNCTION pg_temp.hold(name text, rule text, condition text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_temp.refuse_rows(name, rule, condition);
  EXECUTE format('ALTER TABLE %I ADD CONSTRAINT %I CHECK (%s)', name, rule, condition);
END $$;

CREATE FUNCTION pg_temp.refuse_rows(name text, rule text, condition text) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  broken text[];
BEGIN
  EXECUTE format($sql$
    SELECT array_agg(left(coalesce(row->>'id', row->>'entityId', row->>'articleId', row::text), 100))
    FROM (SELECT to_jsonb(r) AS row FROM %I AS r WHERE NOT (%s) LIMIT 5) AS broken
  $sql$, name, condition) INTO broken;
  IF broken IS NOT NULL THEN
    RAISE EXCEPTION 'table "%" has rows that break the rule "%": %. Correct or delete them with the version of before, then migrate again',
      name, rule, array_to_string(broken, ', ');
  END IF;
END $$;

-- Ids: words of a-z and 0-9 with single hyphens between them; of what belongs to an entity, several with dots between
-- them, of which some are the names of relationship types.
CREATE FUNCTION is_id(id text) RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT RETURN
  length(id) <= 200 AND id ~ '^[a-z0-9]+(-[a-z0-9]+)*(\.([a-z0-9]+(-[a-z0-9]+)*|[A-Z]+(_[A-Z]+)*))*$';

-- A text has something to read in it, and no control characters but tab and the ends of lines.
CREATE FUNCTION is_text(words text, longest integer DEFAULT 10000) RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT RETURN
  length(words) <= longest
  AND words ~ '[^\u0009-\u000d\u0020\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff]'
  AND words !~ '[\u0001-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]';

-- Texts in a list of one dimension. It is in PL/pgSQL, which starts several times as fast as SQL that cannot be inlined,
-- and names the schema, so that a dump can be restored.
DO $do$ BEGIN
  EXECUTE format($sql$
    CREATE FUNCTION are_texts(several text[]) RETURNS boolean LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE STRICT AS $$
    DECLARE
      one text;
    BEGIN
      IF cardinality(several) > 250 OR array_ndims(several) > 1 OR array_lower(several, 1) <> 1 THEN
        RETURN false;
      END IF;
      FOREACH one IN ARRAY several LOOP
        IF %1$I.is_text(one) IS NOT TRUE THEN
          RETURN false;
        END IF;
      END LOOP;
      RETURN true;
    END $$
  $sql$, current_schema());
END $do$;

-- The name of an attribute.
CREATE FUNCTION is_attribute(name text) RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT RETURN name ~ '^[a-z][A-Za-z]{0,49}$';

-- A word of the registry.
CREATE FUNCTION is_word(word text) RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT RETURN word ~ '^[A-Z]+(_[A-Z]+)*$' AND length(word) <= 50;

CREATE FUNCTION is_sha256(digest text) RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT RETURN digest ~ '^[0-9a-f]{64}$';

CREATE FUNCTION is_moment(at timestamptz) RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT RETURN
  at >= '2000-01-01T00:00:00Z'::timestamptz AND at < '10000-01-01T00:00:00Z'::timestamptz;

-- The days that an EDTF text may mean, of what src/graph/dates.ts reads; null: it is none of that. It calls no function
-- of ours, which a restored dump would not find.
CREATE FUNCTION edtf_days(edtf text) RETURNS daterange LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE STRICT AS $$
DECLARE
  is_range boolean := edtf ~ '^\[.*\.\..*\]$';
  ends text[] := CASE WHEN is_range THEN regexp_match(edtf, '^\[(.*)\.\.(.*)\]$') ELSE ARRAY[edtf] END;
  one text;
  at_start boolean := true;
  month integer;
  day integer;
  first date;
  last date;
  earliest date;
BEGIN
  FOREACH one IN ARRAY ends LOOP
    first := NULL;
    last := NULL;
    IF one <> '' OR NOT is_range THEN
      IF left(one, 4) IN ('0000', '000X', '00XX')
        OR one !~ '^([0-9]{3}X|[0-9]{2}XX|[0-9]{4}(-XX|-XX-XX|-(0[1-9]|1[0-2])-XX|(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?[?~%]?))$' THEN
        RETURN NULL;
      END IF;
      month := nullif(replace(substr(one, 6, 2), 'X', ''), '');
      day := nullif(replace(substr(one, 9, 2), 'X', ''), '');
      first := make_date(replace(left(one, 4), 'X', '0')::integer, coalesce(month, 1), 1);
      last := make_date(replace(left(one, 4), 'X', '9')::integer, coalesce(month, 12), 1) + interval '1 month' - interval '1 day';
      IF day > extract(day FROM last) THEN
        RETURN NULL;
      END IF;
      IF day IS NOT NULL THEN
        first := first + day - 1;
        last := first;
      END IF;
    END IF;
    -- Of a range, from the first day of its beginning to the last of its end; either may be open.
    IF at_start THEN
      earliest := first;
      at_start := false;
    END IF;
  END LOOP;
  IF num_nonnulls(earliest, last) = 0 OR earliest > last THEN
    RETURN NULL;
  END IF;
  RETURN daterange(earliest, last, '[]');
END $$;

-- A partial date has its text and its basis, or nothing at all; a derived one its rule, an external one its citation.
-- Its days are those that the text means: so they are neither infinite nor before the year 1.
CREATE OR REPLACE FUNCTION partial_date_holds(edtf text, earliest date, latest date, basis "Basis", note text) RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN
  CASE
    WHEN edtf IS NULL THEN num_nonnulls(earliest, latest, basis, note) = 0
    WHEN basis IS NULL OR earliest > latest THEN false
    ELSE (basis = 'STATED') = (note IS NULL)
      AND coalesce(is_text(note), true)
      AND coalesce(edtf_days(edtf) = daterange(earliest, latest, '[]'), false)
  END;

-- The checks that call it have not looked at the rows that are there since it says more.
SELECT pg_temp.refuse_rows(t.relname, c.conname, pg_get_expr(c.conbin, c.conrelid))
FROM pg_constraint c JOIN pg_class t ON t.oid = c.conrelid
WHERE c.contype = 'c' AND pg_get_constraintdef(c.oid) LIKE '%partial_date_holds(%';

ALTER TABLE "Evidence" DROP CONSTRAINT "Evidence_url";

SELECT pg_temp.hold(name, rule, condition) FROM (VALUES
  ('Kind', 'Kind_word', 'is_word("name")'),
  ('KindType', 'KindType_word', 'is_word("type")'),
  ('KindStatus', 'KindStatus_word', 'is_word("status")'),
  ('RelationshipRule', 'RelationshipRule_words', 'is_word("type") AND is_word("subjectKind") AND is_word("objectKind")'),

  ('Entity', 'Entity_id', 'is_id("id") AND length("id") <= 80 AND strpos("id", ''.'') = 0'),
  ('Relationship', 'Relationship_id', 'is_id("id")'),
  ('Evidence', 'Evidence_id', 'is_id("id")'),
  ('Term', 'Term_id', 'is_id("id")'),
  ('LegislationStage', 'LegislationStage_id', 'is_id("id")'),
  ('Provision', 'Provision_id', 'is_id("id")'),

  ('Entity', 'Entity_seq', '"seq" >= 1'),
  ('Relationship', 'Relationship_seq', '"seq" >= 1'),
  ('Entity', 'Entity_moments', 'is_moment("createdAt") AND is_moment("updatedAt")'),
  ('Change', 'Change_at', 'is_moment("at")'),

  ('Entity', 'Entity_summary', 'is_text("summary")'),
  ('Name', 'Name_text', 'is_text("text", 300)'),
  ('Relationship', 'Relationship_texts', 'is_text("role") IS NOT FALSE AND is_text("note") IS NOT FALSE'),
  ('Evidence', 'Evidence_note', 'is_text("note")'),
  ('Evidence', 'Evidence_cues', '"cues" IS NOT NULL AND are_texts("cues")'),
  ('Article', 'Article_file', 'is_text("file", 300)'),
  ('Passage', 'Passage_texts', 'is_text("without") IS NOT FALSE AND is_text("text") IS NOT FALSE'),
  ('BargainingUnit', 'BargainingUnit_occupations', 'are_texts("occupations")'),
  ('Term', 'Term_text', 'is_text("text")'),
  ('Legislation', 'Legislation_texts', 'is_text("number") IS NOT FALSE AND is_text("title") IS NOT FALSE'),
  ('Provision', 'Provision_texts', 'is_text("effect") AND is_text("condition") IS NOT FALSE'),
  ('LegalChallenge', 'LegalChallenge_grounds', 'is_text("grounds")'),
  ('Event', 'Event_consequence', 'is_text("consequence")'),
  ('Claim', 'Claim_texts', 'is_text("measure") IS NOT FALSE AND is_text("period") IS NOT FALSE'),

  ('NotStated', 'NotStated_attribute', 'is_attribute("attribute")'),
  ('Evidence', 'Evidence_attribute', 'is_attribute("attribute")'),
  ('Evidence', 'Evidence_url', '"url" ~ ''^https?://[^[:space:][:cntrl:]<>"]+$'' AND length("url") <= 2000'),
  ('Article', 'Article_sha256', 'is_sha256("sha256")'),
  ('Passage', 'Passage_sha256', 'is_sha256("sha256")'),
  ('DataVersion', 'DataVersion_seedDigest', 'is_sha256("seedDigest")'),
  ('Jurisdiction', 'Jurisdiction_code', '"code" ~ ''^[A-Z]{2}(-[A-Z0-9]{1,3})?$'''),

  -- Places in an order, and what is counted.
  ('Name', 'Name_ordinal', '"ordinal" >= 0'),
  ('Relationship', 'Relationship_ordinal', '"ordinal" >= 0'),
  ('Evidence', 'Evidence_ordinal', '"ordinal" >= 0'),
  ('Term', 'Term_ordinal', '"ordinal" >= 0'),
  ('LegislationStage', 'LegislationStage_ordinal', '"ordinal" >= 0'),
  ('Provision', 'Provision_ordinal', '"ordinal" >= 0'),
  ('Passage', 'Passage_number', '"number" >= 1'),
  -- Years are laid out one by one, and an agreement has few.
  ('Term', 'Term_few_years', '"year" <= 100 AND "years" <= 100'),
  ('Term', 'Term_value', '"value" <> ''NaN'''),
  ('Claim', 'Claim_numbers', '("low" <> ''NaN'') IS NOT FALSE AND ("high" <> ''NaN'') IS NOT FALSE')
) AS rules(name, rule, condition);

-- What others know a row by stays as it is: processes that hold the row in memory would not know it again.
CREATE FUNCTION refuse_other_key() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the key of a row of "%" cannot be changed: delete the row and write it anew', TG_TABLE_NAME
    USING ERRCODE = 'integrity_constraint_violation', TABLE = TG_TABLE_NAME, CONSTRAINT = TG_TABLE_NAME || '_key';
END $$;

CREATE TRIGGER keep_key BEFORE UPDATE OF "id", "kind", "seq" ON "Entity" FOR EACH ROW
  WHEN ((OLD."id", OLD."kind", OLD."seq") IS DISTINCT FROM (NEW."id", NEW."kind", NEW."seq"))
  EXECUTE FUNCTION refuse_other_key();
CREATE TRIGGER keep_key BEFORE UPDATE OF "id", "seq" ON "Relationship" FOR EACH ROW
  WHEN ((OLD."id", OLD."seq") IS DISTINCT FROM (NEW."id", NEW."seq"))
  EXECUTE FUNCTION refuse_other_key();
DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['Evidence', 'Term', 'LegislationStage', 'Provision'] LOOP
    EXECUTE format('CREATE TRIGGER keep_key BEFORE UPDATE OF "id" ON %I FOR EACH ROW
      WHEN (OLD."id" IS DISTINCT FROM NEW."id") EXECUTE FUNCTION refuse_other_key()', name);
  END LOOP;
END $$;

-- A version only grows: by one, or, of a restored backup, to a number that leaves room for as many again.
CREATE FUNCTION keep_version() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  before integer := 0;
BEGIN
  IF TG_OP = 'UPDATE' THEN
    before := OLD."version";
  END IF;
  IF TG_OP IN ('INSERT', 'UPDATE') THEN
    IF NEW."version" BETWEEN before AND greatest(before + 1, 1000000000) THEN
      RETURN NEW;
    END IF;
  END IF;
  RAISE EXCEPTION 'the version of the data only grows, and by one each time'
    USING ERRCODE = 'integrity_constraint_violation', TABLE = 'DataVersion', CONSTRAINT = 'DataVersion_version';
END $$;

-- A backup could set it higher before, and nothing could be written any more.
UPDATE "DataVersion" SET "version" = least("version", 1000000000);

CREATE TRIGGER keep_version BEFORE INSERT OR UPDATE OR DELETE ON "DataVersion"
  FOR EACH ROW EXECUTE FUNCTION keep_version();
CREATE TRIGGER keep_version_whole BEFORE TRUNCATE ON "DataVersion"
  FOR EACH STATEMENT EXECUTE FUNCTION keep_version();

-- Relationships that put things in an order, and so never lead back to where they began. The registry has the same.
CREATE FUNCTION ordering_types() RETURNS text[]
LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN ARRAY['PART_OF', 'SUPERSEDES', 'SUCCEEDS'];

-- Entities without a preferred name, of those that are named; null: of all.
CREATE FUNCTION nameless(ids text[]) RETURNS SETOF text LANGUAGE plpgsql STABLE AS $$
BEGIN
  IF ids IS NULL THEN
    RETURN QUERY SELECT "id" FROM "Entity" EXCEPT SELECT "entityId" FROM "Name" WHERE "type" = 'PREFERRED';
  ELSE
    RETURN QUERY SELECT "id" FROM "Entity" WHERE "id" = ANY(ids)
      EXCEPT SELECT "entityId" FROM "Name" WHERE "entityId" = ANY(ids) AND "type" = 'PREFERRED';
  END IF;
END $$;

-- Entities from which relationships lead in a circle, looked for from those that are named; null: from all.
CREATE FUNCTION circular(seqs integer[]) RETURNS SETOF text LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN QUERY EXECUTE format($sql$
    WITH RECURSIVE way AS (
      SELECT "type", "subjectId" AS start, "objectId" AS at FROM "Relationship"
      WHERE "type" = ANY(ordering_types()) %s
      UNION
      SELECT way."type", way.start, r."objectId" FROM way
      JOIN "Relationship" r ON r."subjectId" = way.at AND r."type" = way."type"
    )
    SELECT DISTINCT start FROM way WHERE start = at
  $sql$, CASE WHEN seqs IS NOT NULL THEN 'AND "seq" = ANY($1)' END) USING seqs;
END $$;

-- Looked at when a transaction ends, as it leaves the facts, by what the change log says that it changed. Writers take
-- turns from their first change on, so that no two of them close a circle together.
CREATE FUNCTION check_change() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  named text[] := nullif(NEW."keys", '{}');
  broken text;
BEGIN
  -- A later look at the whole table sees this too.
  IF EXISTS (
    SELECT FROM "Change" WHERE "xid" = NEW."xid" AND "table" = NEW."table" AND "keys" = '{}' AND "seq" > NEW."seq"
  ) THEN
    RETURN NULL;
  END IF;
  IF NEW."table" = 'Relationship' THEN
    SELECT id INTO broken FROM circular(named::integer[]) AS id LIMIT 1;
    IF FOUND THEN
      RAISE EXCEPTION 'relationships lead in a circle, from "%" back to it', broken
        USING ERRCODE = 'integrity_constraint_violation', TABLE = 'Relationship', CONSTRAINT = 'Relationship_no_circle';
    END IF;
  ELSE
    SELECT id INTO broken FROM nameless(named) AS id LIMIT 1;
    IF FOUND THEN
      RAISE EXCEPTION 'the entity "%" has no preferred name', broken
        USING ERRCODE = 'integrity_constraint_violation', TABLE = 'Entity', CONSTRAINT = 'Entity_named';
    END IF;
  END IF;
  RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER check_change AFTER INSERT ON "Change" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (NEW."table" IN ('Entity', 'Name', 'Relationship')) EXECUTE FUNCTION check_change();

SELECT pg_temp.refuse_rows('Entity', 'Entity_named', '"id" NOT IN (SELECT nameless(NULL))');
SELECT pg_temp.refuse_rows('Entity', 'Relationship_no_circle', '"id" NOT IN (SELECT circular(NULL))');
