-- Every version of every row is kept. A row says since which version it stands; when it changes or goes, what it was is
-- copied to the table of its name in labourgraph_history, with the version in which that ended. So the rows of a version
-- are those that stand since then or before and are still here, or ended later: the views in labourgraph_past give them.

-- Left behind where somebody has dropped the tables with their schema.
DROP SCHEMA IF EXISTS labourgraph_past, labourgraph_history CASCADE;
CREATE SCHEMA labourgraph_history;
CREATE SCHEMA labourgraph_past;

-- Who changed the graph, of whatever program: of each version one row, with the digest that the facts then had.
ALTER TABLE "Changeset" DROP CONSTRAINT "Changeset_message";
ALTER TYPE "ChangesetOrigin" RENAME TO "ChangesetOrigin_former";
CREATE TYPE "ChangesetOrigin" AS ENUM ('FILES', 'EDIT', 'RESTORE', 'REVERT', 'DATABASE');
ALTER TABLE "Changeset"
  ALTER COLUMN "origin" TYPE "ChangesetOrigin" USING "origin"::text::"ChangesetOrigin",
  ALTER COLUMN "message" DROP NOT NULL,
  ALTER COLUMN "at" SET DEFAULT clock_timestamp(),
  ADD COLUMN "high" BIGINT,
  ADD COLUMN "low" BIGINT,
  ADD COLUMN "reverts" INTEGER,
  ADD CONSTRAINT "Changeset_message" CHECK (
    CASE WHEN "message" IS NULL THEN "origin" = 'DATABASE' ELSE is_text("message", 1000) END),
  ADD CONSTRAINT "Changeset_reverts" CHECK (("reverts" IS NOT NULL) = ("origin" = 'REVERT') AND "reverts" < "version"),
  ADD CONSTRAINT "Changeset_reverts_fkey" FOREIGN KEY ("reverts") REFERENCES "Changeset" ("version")
    ON DELETE RESTRICT ON UPDATE CASCADE;
DROP TYPE "ChangesetOrigin_former";
CREATE INDEX "Changeset_at_idx" ON "Changeset" ("at");
CREATE INDEX "Changeset_reverts_idx" ON "Changeset" ("reverts");
-- What a changeset did is what its version's rows differ in from those of the version before.
DROP TABLE "ChangesetFact";

CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the history is never changed: % of "%" is refused', TG_OP, TG_TABLE_NAME
    USING ERRCODE = 'integrity_constraint_violation', TABLE = TG_TABLE_NAME, CONSTRAINT = 'never_changed';
END $$;

-- The first version that can be asked of: what was before is not known.
ALTER TABLE "DataVersion" ADD COLUMN "historyFrom" INTEGER NOT NULL DEFAULT 0;
INSERT INTO "DataVersion" DEFAULT VALUES ON CONFLICT DO NOTHING;

CREATE OR REPLACE FUNCTION row_hash(name text, fact jsonb) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN
  md5(name || jsonb_strip_nulls(fact - 'createdAt' - 'updatedAt' - 'seq' - 'since')::text);

-- Writers take turns from here on, so that the version which they write is known before its first row.
CREATE FUNCTION begin_change() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  now record;
BEGIN
  SELECT "version", "xid" INTO STRICT now FROM "DataVersion" FOR UPDATE;
  PERFORM set_config('labourgraph.writing',
    (now."version" + CASE WHEN now."xid" = pg_current_xact_id()::text::bigint THEN 0 ELSE 1 END)::text, true);
  RETURN NULL;
END $$;

-- Whether a backup is being restored with its history: where there is a history, nobody can write another one. Looked at
-- anew each time, since somebody else may have begun one while this transaction waited for its turn.
CREATE FUNCTION is_restoring() RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  RETURN current_setting('labourgraph.restoring', true) IS NOT DISTINCT FROM 'on'
    AND NOT EXISTS (SELECT FROM "Changeset");
END $$;

-- Notes since when a row says what it says. Fires after all others that make the row what it is: by its name.
CREATE FUNCTION set_since() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  meaningless text[] := ARRAY['createdAt', 'updatedAt', 'seq', 'since'];
BEGIN
  -- First the setting alone: it is cheap, and nearly always off.
  IF TG_OP = 'INSERT' AND current_setting('labourgraph.restoring', true) = 'on' AND public.is_restoring() THEN
    RETURN NEW;
  ELSIF TG_OP = 'UPDATE' AND to_jsonb(NEW) - meaningless = to_jsonb(OLD) - meaningless THEN
    NEW."since" := OLD."since";
  ELSE
    NEW."since" := current_setting('labourgraph.writing')::integer;
  END IF;
  RETURN NEW;
END $$;

-- The names of a table's columns, in quotes, in their order.
CREATE FUNCTION columns_of(relation regclass) RETURNS text[] LANGUAGE sql STABLE AS $$
  SELECT array_agg(quote_ident(attname) ORDER BY attnum) FROM pg_attribute
  WHERE attrelid = relation AND attnum > 0 AND NOT attisdropped
$$;

-- Writes what a statement changed into the log, copies what was there to the history, and carries version and digest on.
-- The argument is the key of the table's rows, as an expression over the row r. A statement that changes more than 1000
-- keys is logged without them.
CREATE OR REPLACE FUNCTION log_change() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  source text := CASE TG_OP
    WHEN 'INSERT' THEN 'SELECT * FROM new_rows'
    WHEN 'DELETE' THEN 'SELECT * FROM old_rows'
    WHEN 'UPDATE' THEN 'SELECT * FROM old_rows UNION ALL SELECT * FROM new_rows'
    ELSE format('SELECT * FROM %I', TG_TABLE_NAME)
  END;
  this_version integer;
  this_xid bigint := pg_current_xact_id()::text::bigint;
  changed bigint;
  named text[];
  high_delta bigint;
  low_delta bigint;
  anew boolean;
  otherwise boolean;
  columns text;
  same_row text;
BEGIN
  -- Not what the setting says: whoever writes could have set it.
  SELECT "version" + CASE WHEN "xid" = this_xid THEN 0 ELSE 1 END INTO STRICT this_version FROM "DataVersion";
  EXECUTE format(
    $sql$
      SELECT count(DISTINCT %2$s), (array_agg(DISTINCT %2$s))[1:1001],
        bit_xor(('x' || left(hash, 16))::bit(64)::bigint), bit_xor(('x' || right(hash, 16))::bit(64)::bigint),
        bool_or("since" = %4$s), bool_or("since" > %4$s OR "since" < %4$s AND %5$L = 'INSERT')
      FROM (SELECT r.*, row_hash(%1$L, to_jsonb(r)) AS hash FROM (%3$s) AS r) AS r
    $sql$, TG_TABLE_NAME, TG_ARGV[0], source, this_version, TG_OP)
    INTO changed, named, high_delta, low_delta, anew, otherwise;
  IF otherwise AND NOT is_restoring() THEN
    RAISE EXCEPTION 'a row of "%" would stand since another version than %', TG_TABLE_NAME, this_version
      USING ERRCODE = 'integrity_constraint_violation', TABLE = TG_TABLE_NAME, CONSTRAINT = TG_TABLE_NAME || '_since';
  END IF;
  -- An update that leaves every row as it was changes nothing.
  IF changed = 0 OR (TG_OP = 'UPDATE' AND NOT anew) THEN
    RETURN NULL;
  END IF;
  INSERT INTO "Change" ("xid", "table", "keys")
    VALUES (this_xid, TG_TABLE_NAME, CASE WHEN changed > 1000 THEN '{}' ELSE named END);
  UPDATE "DataVersion" SET "version" = this_version, "high" = "high" # high_delta, "low" = "low" # low_delta,
    "xid" = this_xid;
  IF TG_OP <> 'INSERT' THEN
    columns := array_to_string(columns_of(TG_RELID), ', ');
    IF TG_OP = 'UPDATE' THEN
      SELECT string_agg(format('n.%1$I = r.%1$I', a.attname), ' AND ') INTO same_row
        FROM pg_index i JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = ANY(i.indkey)
        WHERE i.indrelid = TG_RELID AND i.indisprimary;
    END IF;
    EXECUTE format(
      'INSERT INTO labourgraph_history.%1$I (%2$s, "until") SELECT %2$s, %3$s FROM %4$s r WHERE r."since" < %3$s%5$s',
      TG_TABLE_NAME, columns, this_version,
      CASE TG_OP WHEN 'TRUNCATE' THEN quote_ident(TG_TABLE_NAME) ELSE 'old_rows' END,
      CASE TG_OP WHEN 'UPDATE' THEN
        format(' AND NOT EXISTS (SELECT FROM new_rows n WHERE %s AND n."since" = r."since")', same_row) ELSE '' END);
  END IF;
  -- Whoever listens is only woken: what changed stands in the log.
  PERFORM pg_notify('labourgraph_change', '');
  RETURN NULL;
END $$;

-- When a transaction ends that was no changeset of this program, its version is the database's user's.
CREATE FUNCTION note_version() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  now record;
  noted record;
BEGIN
  SELECT * INTO STRICT now FROM "DataVersion";
  -- Somebody wrote the log by hand: there is no version of it.
  IF now."xid" <> pg_current_xact_id()::text::bigint THEN
    RETURN NULL;
  END IF;
  SELECT * INTO noted FROM "Changeset" WHERE "version" = now."version";
  IF NOT FOUND THEN
    INSERT INTO "Changeset" ("version", "origin", "author", "high", "low")
      VALUES (now."version", 'DATABASE', left(session_user, 100), now."high", now."low");
  ELSIF (noted."high", noted."low") IS DISTINCT FROM (now."high", now."low") THEN
    RAISE EXCEPTION 'changeset % was written before the last of its changes', now."version"
      USING ERRCODE = 'integrity_constraint_violation', TABLE = 'Changeset', CONSTRAINT = 'Changeset_digest';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER note_version AFTER INSERT ON "Change" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  EXECUTE FUNCTION note_version();

-- Later versions have later times, whatever the clock says: a time names one version.
CREATE FUNCTION keep_time() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF NEW."version" > (SELECT "version" FROM "DataVersion") THEN
    RAISE EXCEPTION 'there is no version % yet', NEW."version"
      USING ERRCODE = 'integrity_constraint_violation', TABLE = 'Changeset', CONSTRAINT = 'Changeset_version';
  END IF;
  NEW."at" := greatest(NEW."at", (SELECT max("at") FROM "Changeset" WHERE "version" < NEW."version") + interval '1 ms');
  RETURN NEW;
END $$;
CREATE TRIGGER keep_time BEFORE INSERT ON "Changeset" FOR EACH ROW EXECUTE FUNCTION keep_time();

-- The history is written by the triggers alone, or, into a database that has none yet, from a backup.
CREATE FUNCTION refuse_insert() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF pg_trigger_depth() < 2 AND NOT is_restoring() THEN
    RAISE EXCEPTION 'the history is written by the database alone: % of "%" is refused', TG_OP, TG_TABLE_NAME
      USING ERRCODE = 'integrity_constraint_violation', TABLE = TG_TABLE_NAME, CONSTRAINT = 'never_written';
  END IF;
  RETURN NULL;
END $$;

-- The version that the views of labourgraph_past show.
CREATE FUNCTION version_asked() RETURNS integer LANGUAGE sql STABLE PARALLEL SAFE RETURN
  current_setting('labourgraph.version')::integer;

-- Keeps the history of a table. Called again when the table has got a column.
CREATE FUNCTION keep_history(name text) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  base regclass := quote_ident(name)::regclass;
  kept text := format('labourgraph_history.%I', name);
  columns text := array_to_string(columns_of(base), ', ');
  added record;
BEGIN
  IF to_regclass(kept) IS NULL THEN
    EXECUTE format('CREATE TABLE %1$s (LIKE %2$s, "until" INTEGER NOT NULL CHECK ("since" < "until"))', kept, base);
    FOR added IN
      SELECT regexp_replace(pg_get_indexdef(i.indexrelid), '^CREATE (UNIQUE )?INDEX .*? ON .*? USING',
        format('CREATE INDEX ON %s USING', kept)) AS definition
      FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid JOIN pg_am m ON m.oid = c.relam
      WHERE i.indrelid = base AND m.amname IN ('btree', 'gin')
    LOOP
      EXECUTE added.definition;
    END LOOP;
    EXECUTE format('CREATE INDEX ON %s ("until")', kept);
    EXECUTE format('CREATE TRIGGER never_changed BEFORE UPDATE OR DELETE OR TRUNCATE ON %s
      FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', kept);
    EXECUTE format('CREATE TRIGGER never_written BEFORE INSERT ON %s
      FOR EACH STATEMENT EXECUTE FUNCTION refuse_insert()', kept);
  END IF;
  FOR added IN
    SELECT a.attname, format_type(a.atttypid, a.atttypmod) AS type FROM pg_attribute a
    WHERE a.attrelid = base AND a.attnum > 0 AND NOT a.attisdropped AND NOT EXISTS (
      SELECT FROM pg_attribute h WHERE h.attrelid = kept::regclass AND h.attname = a.attname AND NOT h.attisdropped)
  LOOP
    EXECUTE format('ALTER TABLE %s ADD COLUMN %I %s', kept, added.attname, added.type);
  END LOOP;
  EXECUTE format('CREATE OR REPLACE VIEW labourgraph_past.%1$I AS
    SELECT %2$s FROM %3$s WHERE "since" <= public.version_asked() UNION ALL
    SELECT %2$s FROM %4$s WHERE "since" <= public.version_asked() AND "until" > public.version_asked()',
    name, columns, base, kept);
END $$;

-- Before a column of a table is dropped or renamed: the view stands in the way. keep_history makes it anew.
CREATE FUNCTION drop_past(name text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('DROP VIEW labourgraph_past.%I', name);
END $$;

-- Has a table know since when its rows stand, and keeps its history.
CREATE FUNCTION pg_temp.begin_history(name text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('ALTER TABLE %I ADD COLUMN "since" INTEGER NOT NULL DEFAULT 0', name);
  EXECUTE format('CREATE INDEX %I ON %I ("since")', name || '_since_idx', name);
END $$;

-- Has the log follow a table, and keeps its history. Every table of facts needs this, with a column "since"; `migrate
-- create` adds it for new ones.
CREATE OR REPLACE FUNCTION follow_changes(name text, key text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('CREATE TRIGGER log_insert AFTER INSERT ON %I REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION log_change(%L)', name, key);
  EXECUTE format('CREATE TRIGGER log_delete AFTER DELETE ON %I REFERENCING OLD TABLE AS old_rows
    FOR EACH STATEMENT EXECUTE FUNCTION log_change(%L)', name, key);
  EXECUTE format('CREATE TRIGGER log_update AFTER UPDATE ON %I REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION log_change(%L)', name, key);
  EXECUTE format('CREATE TRIGGER log_truncate BEFORE TRUNCATE ON %I
    FOR EACH STATEMENT EXECUTE FUNCTION log_change(%L)', name, key);
  EXECUTE format('CREATE TRIGGER begin_change BEFORE INSERT OR UPDATE OR DELETE OR TRUNCATE ON %I
    FOR EACH STATEMENT EXECUTE FUNCTION begin_change()', name);
  EXECUTE format('CREATE TRIGGER set_since BEFORE INSERT OR UPDATE ON %I
    FOR EACH ROW EXECUTE FUNCTION set_since()', name);
  PERFORM keep_history(name);
END $$;

DO $$
DECLARE
  name text;
  key text;
BEGIN
  FOR name, key IN
    SELECT t.relname, convert_from(rtrim(g.tgargs, '\x00'::bytea), 'UTF8') FROM pg_trigger g
    JOIN pg_class t ON t.oid = g.tgrelid
    WHERE g.tgname = 'log_insert' AND t.relnamespace = current_schema()::regnamespace
  LOOP
    PERFORM pg_temp.begin_history(name);
    EXECUTE format('DROP TRIGGER log_insert ON %I', name);
    EXECUTE format('DROP TRIGGER log_delete ON %I', name);
    EXECUTE format('DROP TRIGGER log_update ON %I', name);
    EXECUTE format('DROP TRIGGER log_truncate ON %I', name);
    PERFORM follow_changes(name, key);
  END LOOP;
END $$;

-- The history of facts that are here already begins with a version of its own: from it on all is known.
DO $$
BEGIN
  UPDATE "DataVersion" SET "version" = "version" + 1, "xid" = pg_current_xact_id()::text::bigint,
    "historyFrom" = "version" + 1,
    "seededVersion" = CASE WHEN "seededVersion" = "version" THEN "version" + 1 ELSE "seededVersion" END
    WHERE "version" > 0 AND "xid" <> pg_current_xact_id()::text::bigint;
  UPDATE "DataVersion" SET "historyFrom" = "version" WHERE "version" > 0;
  INSERT INTO "Changeset" ("version", "origin", "author", "high", "low")
    SELECT "version", 'DATABASE', left(session_user, 100), "high", "low" FROM "DataVersion" WHERE "version" > 0;
END $$;
