-- AlterTable
ALTER TABLE "DataVersion" DROP COLUMN "digest",
DROP COLUMN "seededAt",
ADD COLUMN     "high" BIGINT NOT NULL DEFAULT 0,
ADD COLUMN     "low" BIGINT NOT NULL DEFAULT 0,
ADD COLUMN     "seedDigest" TEXT,
ADD COLUMN     "xid" BIGINT NOT NULL DEFAULT 0,
ALTER COLUMN "version" SET DEFAULT 0;

-- AlterTable
ALTER TABLE "Entity" ADD COLUMN     "seq" SERIAL NOT NULL;

-- AlterTable
ALTER TABLE "Relationship" ADD COLUMN     "seq" SERIAL NOT NULL;

-- CreateTable
CREATE TABLE "Change" (
    "seq" BIGSERIAL NOT NULL,
    "xid" BIGINT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "table" TEXT NOT NULL,
    "keys" TEXT[],

    CONSTRAINT "Change_pkey" PRIMARY KEY ("seq")
);

-- CreateIndex
CREATE INDEX "Change_xid_idx" ON "Change"("xid");

-- CreateIndex
CREATE INDEX "Change_at_idx" ON "Change"("at");

-- CreateIndex
CREATE UNIQUE INDEX "Entity_seq_key" ON "Entity"("seq");

-- CreateIndex
CREATE UNIQUE INDEX "Relationship_seq_key" ON "Relationship"("seq");

-- What databases of before say of themselves was computed in another way.
DELETE FROM "DataVersion";

-- Rows hash without what may differ between two databases that hold the same facts.
CREATE FUNCTION row_hash(name text, fact jsonb) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN
  md5(name || (fact - 'createdAt' - 'updatedAt' - 'seq')::text);

-- Writes what a statement changed into the log, and carries the digest on. The argument is the key of the table's
-- rows, as an expression over the row r. A statement that changes more than 1000 keys is logged without them.
CREATE FUNCTION log_change() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  source text := CASE TG_OP
    WHEN 'INSERT' THEN 'SELECT * FROM new_rows'
    WHEN 'DELETE' THEN 'SELECT * FROM old_rows'
    WHEN 'UPDATE' THEN 'SELECT * FROM old_rows UNION ALL SELECT * FROM new_rows'
    ELSE format('SELECT * FROM %I', TG_TABLE_NAME)
  END;
  changed bigint;
  named text[];
  high_delta bigint;
  low_delta bigint;
  this_xid bigint := pg_current_xact_id()::text::bigint;
BEGIN
  EXECUTE format(
    $sql$
      SELECT count(DISTINCT %2$s), (array_agg(DISTINCT %2$s))[1:1001],
        bit_xor(('x' || left(hash, 16))::bit(64)::bigint), bit_xor(('x' || right(hash, 16))::bit(64)::bigint)
      FROM (SELECT r.*, row_hash(%1$L, to_jsonb(r)) AS hash FROM (%3$s) AS r) AS r
    $sql$, TG_TABLE_NAME, TG_ARGV[0], source)
    INTO changed, named, high_delta, low_delta;
  -- An update that leaves every row as it was hashes to nothing.
  IF changed = 0 OR (TG_OP = 'UPDATE' AND high_delta = 0 AND low_delta = 0) THEN
    RETURN NULL;
  END IF;
  INSERT INTO "Change" ("xid", "table", "keys")
    VALUES (this_xid, TG_TABLE_NAME, CASE WHEN changed > 1000 THEN '{}' ELSE named END);
  INSERT INTO "DataVersion" ("version", "high", "low", "xid") VALUES (1, high_delta, low_delta, this_xid)
    ON CONFLICT ("one") DO UPDATE SET
      "version" = "DataVersion"."version" + CASE WHEN "DataVersion"."xid" = this_xid THEN 0 ELSE 1 END,
      "high" = "DataVersion"."high" # EXCLUDED."high",
      "low" = "DataVersion"."low" # EXCLUDED."low",
      "xid" = this_xid;
  -- Whoever listens is only woken: what changed stands in the log.
  PERFORM pg_notify('labourgraph_change', '');
  RETURN NULL;
END $$;

-- Has the log follow a table. Every table of facts needs this; `migrate create` adds it for new ones.
CREATE FUNCTION follow_changes(name text, key text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('CREATE TRIGGER log_insert AFTER INSERT ON %I REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION log_change(%L)', name, key);
  EXECUTE format('CREATE TRIGGER log_delete AFTER DELETE ON %I REFERENCING OLD TABLE AS old_rows
    FOR EACH STATEMENT EXECUTE FUNCTION log_change(%L)', name, key);
  EXECUTE format('CREATE TRIGGER log_update AFTER UPDATE ON %I REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION log_change(%L)', name, key);
  EXECUTE format('CREATE TRIGGER log_truncate BEFORE TRUNCATE ON %I
    FOR EACH STATEMENT EXECUTE FUNCTION log_change(%L)', name, key);
END $$;

SELECT follow_changes(name, 'r."id"') FROM unnest(ARRAY[
  'Entity', 'Article', 'Office', 'Jurisdiction', 'BargainingUnit', 'BargainingRound', 'Legislation',
  'LegalChallenge', 'Event', 'Statement', 'Claim'
]) AS name;
-- By its number, under which the topology knows it: of a row that is gone, nothing else could be looked up.
SELECT follow_changes('Relationship', 'r."seq"::text');
SELECT follow_changes(name, 'r."entityId"') FROM unnest(ARRAY['Name', 'NotStated']) AS name;
SELECT follow_changes('Term', 'r."proposalId"');
SELECT follow_changes(name, 'r."legislationId"') FROM unnest(ARRAY['LegislationStage', 'Provision']) AS name;
SELECT follow_changes('_EntityToProvision', 'r."B"');
SELECT follow_changes('Passage', 'r."articleId"');
SELECT follow_changes('Evidence',
  'coalesce(r."entityId", r."relationshipId", r."termId", r."provisionId", r."stageId")');
