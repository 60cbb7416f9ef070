-- Numbers as a source gives them, quotation by paragraph, and events that one party alone tells of.

-- Types are made anew: a value that is added to one cannot be used before the transaction ends.
ALTER TYPE "Unit" RENAME TO "Unit_before";
CREATE TYPE "Unit" AS ENUM ('PERCENT', 'SHARE', 'CAD', 'DAYS', 'PEOPLE');
ALTER TABLE "Term" ALTER COLUMN "unit" TYPE "Unit" USING "unit"::text::"Unit";
ALTER TABLE "Claim" ALTER COLUMN "unit" TYPE "Unit" USING "unit"::text::"Unit";
DROP TYPE "Unit_before";

ALTER TYPE "Approximation" RENAME TO "Approximation_before";
CREATE TYPE "Approximation" AS ENUM
  ('EXACT', 'APPROXIMATE', 'ALMOST', 'LESS_THAN', 'AT_MOST', 'MORE_THAN', 'AT_LEAST');
ALTER TABLE "Claim" ALTER COLUMN "approximation" TYPE "Approximation" USING "approximation"::text::"Approximation";
DROP TYPE "Approximation_before";

CREATE TYPE "Quotation" AS ENUM ('QUOTED', 'PARTLY_QUOTED', 'TOLD');

ALTER TABLE "BargainingUnit" ADD COLUMN "sizeApproximation" "Approximation";
ALTER TABLE "Claim" ADD COLUMN "value" DECIMAL(20,4), ADD COLUMN "valueFraction" TEXT;
ALTER TABLE "Event" ADD COLUMN "accordingToId" TEXT;
ALTER TABLE "Evidence" ADD COLUMN "quotation" "Quotation";
ALTER TABLE "Term" ADD COLUMN "approximation" "Approximation",
  ADD COLUMN "notStated" BOOLEAN NOT NULL DEFAULT false,
  ADD COLUMN "valueFraction" TEXT;

-- Who says so cannot be removed, which would leave the bare fact.
ALTER TABLE "Event" ADD CONSTRAINT "Event_accordingToId_fkey"
  FOREIGN KEY ("accordingToId") REFERENCES "Entity"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What was a range of one number is the number; a range with one end, the number with its direction.
UPDATE "Claim" SET
  "approximation" = CASE
    WHEN "high" IS NULL THEN 'AT_LEAST'
    WHEN "low" IS NULL THEN 'AT_MOST'
    ELSE "approximation"
  END::"Approximation",
  "value" = coalesce("low", "high"), "low" = NULL, "high" = NULL
  WHERE coalesce("low", "high") = coalesce("high", "low");
INSERT INTO "NotStated" ("entityId", "attribute")
  SELECT DISTINCT s."entityId", 'value' FROM "NotStated" s
  JOIN "Claim" c ON c."id" = s."entityId" AND num_nonnulls(c."value", c."low", c."high") = 0
  WHERE s."attribute" IN ('low', 'high');
DELETE FROM "NotStated" WHERE "attribute" IN ('low', 'high');
UPDATE "Evidence" SET "attribute" = 'value'
  FROM "Claim" c WHERE c."id" = "entityId" AND c."low" IS NULL AND "attribute" IN ('low', 'high');
UPDATE "Term" SET "notStated" = true WHERE "value" IS NULL;

-- A share is a fraction, of which the value is the decimal.
CREATE FUNCTION share_holds(value numeric, fraction text, unit "Unit") RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN
  CASE
    WHEN fraction IS NULL THEN value IS NULL OR unit IS DISTINCT FROM 'SHARE'
    WHEN fraction !~ '^[1-9][0-9]{0,3}/[1-9][0-9]{0,3}$' THEN false
    ELSE unit IS NOT DISTINCT FROM 'SHARE' AND value IS NOT NULL AND value < 1
      AND value = round(split_part(fraction, '/', 1)::numeric / split_part(fraction, '/', 2)::numeric, 4)
  END;

-- A figure is a number, or a range with both of its ends.
ALTER TABLE "Claim" DROP CONSTRAINT "Claim_figure", DROP CONSTRAINT "Claim_numbers";
ALTER TABLE "Claim" ADD CONSTRAINT "Claim_figure" CHECK (
  num_nonnulls("low", "high") IN (0, 2) AND ("low" < "high") IS NOT FALSE AND num_nonnulls("value", "low") < 2
  AND (num_nonnulls("value", "low") = 0 OR "unit" IS NOT NULL)
);
ALTER TABLE "Claim" ADD CONSTRAINT "Claim_numbers" CHECK (
  ("value" <> 'NaN') IS NOT FALSE AND ("low" <> 'NaN') IS NOT FALSE AND ("high" <> 'NaN') IS NOT FALSE
);
ALTER TABLE "Claim" ADD CONSTRAINT "Claim_share" CHECK (share_holds("value", "valueFraction", "unit"));

ALTER TABLE "Term" ADD CONSTRAINT "Term_share" CHECK (share_holds("value", "valueFraction", "unit"));
ALTER TABLE "Term" ADD CONSTRAINT "Term_open" CHECK (
  "value" IS NOT NULL AND NOT "notStated" OR "value" IS NULL AND "approximation" IS NULL
);
ALTER TABLE "BargainingUnit" ADD CONSTRAINT "BargainingUnit_sizeApproximation"
  CHECK ("sizeApproximation" IS NULL OR "size" IS NOT NULL);

-- Words are quoted at a paragraph, of what is said as a whole.
ALTER TABLE "Evidence" ADD CONSTRAINT "Evidence_quotation"
  CHECK ("quotation" IS NULL OR num_nonnulls("entityId", "articleId") = 2 AND "attribute" IS NULL);

-- Rows hash without what is not filled in: a column that comes later changes no digest before it is used.
CREATE OR REPLACE FUNCTION row_hash(name text, fact jsonb) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN
  md5(name || jsonb_strip_nulls(fact - 'createdAt' - 'updatedAt' - 'seq')::text);

-- So all rows are hashed anew.
DO $$
DECLARE
  name text;
  sum record;
  all_high bigint := 0;
  all_low bigint := 0;
BEGIN
  FOR name IN
    SELECT t.relname FROM pg_trigger g JOIN pg_class t ON t.oid = g.tgrelid
    WHERE g.tgname = 'log_insert' AND t.relnamespace = current_schema()::regnamespace
  LOOP
    EXECUTE format($sql$
      SELECT coalesce(bit_xor(('x' || left(hash, 16))::bit(64)::bigint), 0) AS high,
        coalesce(bit_xor(('x' || right(hash, 16))::bit(64)::bigint), 0) AS low
      FROM (SELECT row_hash(%1$L, to_jsonb(r)) AS hash FROM %1$I AS r) AS h
    $sql$, name) INTO sum;
    all_high := all_high # sum.high;
    all_low := all_low # sum.low;
  END LOOP;
  UPDATE "DataVersion" SET "high" = all_high, "low" = all_low, "xid" = pg_current_xact_id()::text::bigint,
    "version" = "version" + CASE WHEN "xid" = pg_current_xact_id()::text::bigint THEN 0 ELSE 1 END;
END $$;
