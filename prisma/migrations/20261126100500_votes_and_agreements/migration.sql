-- What a strike and its end need: votes, times of day, the terms of agreements, essential services, bylines.

ALTER TYPE "Medium" ADD VALUE 'MEDIA_STATEMENT';
ALTER TYPE "Medium" ADD VALUE 'NEWS_RELEASE';
ALTER TYPE "Medium" ADD VALUE 'SOCIAL_MEDIA';
ALTER TYPE "Medium" ADD VALUE 'IN_COURT';
ALTER TYPE "Medium" ADD VALUE 'IN_LEGISLATURE';
CREATE TYPE "VoteResult" AS ENUM ('APPROVED', 'REJECTED');

ALTER TABLE "Article" ADD COLUMN "byline" TEXT;
ALTER TABLE "BargainingUnit" ADD COLUMN "essentialShare" DECIMAL(7,4),
  ADD COLUMN "essentialShareApproximation" "Approximation",
  ADD COLUMN "essentialShareFraction" TEXT;
ALTER TABLE "Event" ADD COLUMN "timeOfDay" TEXT,
  ADD COLUMN "question" TEXT,
  ADD COLUMN "result" "VoteResult",
  ADD COLUMN "inFavour" DECIMAL(7,4),
  ADD COLUMN "inFavourApproximation" "Approximation",
  ADD COLUMN "inFavourFraction" TEXT,
  ADD COLUMN "turnout" DECIMAL(7,4),
  ADD COLUMN "turnoutApproximation" "Approximation",
  ADD COLUMN "turnoutFraction" TEXT;
ALTER TABLE "Term" ADD COLUMN "compounded" BOOLEAN,
  ADD COLUMN "retroactive" BOOLEAN,
  ADD COLUMN "lumpSum" BOOLEAN,
  ADD COLUMN "effective" TEXT,
  ADD COLUMN "effectiveEarliest" DATE,
  ADD COLUMN "effectiveLatest" DATE,
  ADD COLUMN "effectiveBasis" "Basis",
  ADD COLUMN "effectiveNote" TEXT;

-- Per cent of a whole; of a fraction, its decimal.
CREATE FUNCTION percent_holds(percent numeric, fraction text, approximation "Approximation") RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN
  CASE
    WHEN percent IS NULL THEN num_nonnulls(fraction, approximation) = 0
    WHEN NOT percent BETWEEN 0 AND 100 THEN false
    WHEN fraction IS NULL THEN true
    WHEN fraction !~ '^[1-9][0-9]{0,3}/[1-9][0-9]{0,3}$' THEN false
    ELSE percent = round(100 * split_part(fraction, '/', 1)::numeric / split_part(fraction, '/', 2)::numeric, 4)
  END;

ALTER TABLE "Article" ADD CONSTRAINT "Article_byline" CHECK (is_text("byline", 300));
ALTER TABLE "BargainingUnit" ADD CONSTRAINT "BargainingUnit_essentialShare"
  CHECK (percent_holds("essentialShare", "essentialShareFraction", "essentialShareApproximation"));
ALTER TABLE "Event"
  ADD CONSTRAINT "Event_timeOfDay" CHECK ("timeOfDay" ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  ADD CONSTRAINT "Event_question" CHECK (is_text("question")),
  ADD CONSTRAINT "Event_inFavour" CHECK (percent_holds("inFavour", "inFavourFraction", "inFavourApproximation")),
  ADD CONSTRAINT "Event_turnout" CHECK (percent_holds("turnout", "turnoutFraction", "turnoutApproximation"));

-- Agreements have terms as proposals do.
ALTER TABLE "Term" DROP CONSTRAINT "Term_kinds";
ALTER TABLE "Term"
  ADD CONSTRAINT "Term_kinds" CHECK ("proposalKind" IN ('PROPOSAL', 'COLLECTIVE_AGREEMENT') AND "issueKind" = 'ISSUE'),
  ADD CONSTRAINT "Term_paid_once" CHECK (("compounded" AND "lumpSum") IS NOT TRUE),
  ADD CONSTRAINT "Term_effective" CHECK (
    partial_date_holds("effective", "effectiveEarliest", "effectiveLatest", "effectiveBasis", "effectiveNote")
  );
