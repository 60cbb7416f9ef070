-- The rules of the domain that Prisma cannot express. What only code enforces is not enforced.

CREATE EXTENSION IF NOT EXISTS btree_gist;

-- A detail row belongs to an entity of its kind.
ALTER TABLE "Article" ADD CONSTRAINT "Article_kind" CHECK ("kind" = 'ARTICLE');
ALTER TABLE "Office" ADD CONSTRAINT "Office_kind" CHECK ("kind" = 'OFFICE');
ALTER TABLE "Jurisdiction" ADD CONSTRAINT "Jurisdiction_kind" CHECK ("kind" = 'JURISDICTION');
ALTER TABLE "BargainingUnit" ADD CONSTRAINT "BargainingUnit_kind" CHECK ("kind" = 'BARGAINING_UNIT');
ALTER TABLE "BargainingRound" ADD CONSTRAINT "BargainingRound_kind" CHECK ("kind" = 'BARGAINING_ROUND');
ALTER TABLE "Legislation" ADD CONSTRAINT "Legislation_kind" CHECK ("kind" = 'LEGISLATION');
ALTER TABLE "LegislationStage" ADD CONSTRAINT "LegislationStage_kind" CHECK ("kind" = 'LEGISLATION');
ALTER TABLE "LegalChallenge" ADD CONSTRAINT "LegalChallenge_kind" CHECK ("kind" = 'LEGAL_CHALLENGE');
ALTER TABLE "Event" ADD CONSTRAINT "Event_kind" CHECK ("kind" = 'EVENT');
ALTER TABLE "Statement" ADD CONSTRAINT "Statement_kind" CHECK ("kind" = 'STATEMENT');
ALTER TABLE "Claim" ADD CONSTRAINT "Claim_kind" CHECK ("kind" = 'CLAIM');
ALTER TABLE "Term" ADD CONSTRAINT "Term_kinds" CHECK ("proposalKind" = 'PROPOSAL' AND "issueKind" = 'ISSUE');

-- A partial date has its text and its basis, or nothing at all; a derived one its rule, an external one its citation.
CREATE FUNCTION partial_date_holds(edtf text, earliest date, latest date, basis "Basis", note text) RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN
  CASE
    WHEN edtf IS NULL THEN num_nonnulls(earliest, latest, basis, note) = 0
    ELSE basis IS NOT NULL
      AND num_nonnulls(earliest, latest) > 0
      AND coalesce(earliest <= latest, true)
      AND (basis = 'STATED') = (note IS NULL)
  END;

ALTER TABLE "Entity" ADD CONSTRAINT "Entity_start"
  CHECK (partial_date_holds("start", "startEarliest", "startLatest", "startBasis", "startNote"));
ALTER TABLE "Entity" ADD CONSTRAINT "Entity_end"
  CHECK (partial_date_holds("end", "endEarliest", "endLatest", "endBasis", "endNote"));
ALTER TABLE "Relationship" ADD CONSTRAINT "Relationship_validFrom"
  CHECK (partial_date_holds("validFrom", "validFromEarliest", "validFromLatest", "validFromBasis", "validFromNote"));
ALTER TABLE "Relationship" ADD CONSTRAINT "Relationship_validTo"
  CHECK (partial_date_holds("validTo", "validToEarliest", "validToLatest", "validToBasis", "validToNote"));
ALTER TABLE "Article" ADD CONSTRAINT "Article_updated"
  CHECK (partial_date_holds("updated", "updatedEarliest", "updatedLatest", "updatedBasis", "updatedNote"));
ALTER TABLE "BargainingUnit" ADD CONSTRAINT "BargainingUnit_sizeAsOf"
  CHECK (partial_date_holds("sizeAsOf", "sizeAsOfEarliest", "sizeAsOfLatest", "sizeAsOfBasis", "sizeAsOfNote"));
ALTER TABLE "BargainingRound" ADD CONSTRAINT "BargainingRound_agreementExpiry"
  CHECK (partial_date_holds("agreementExpiry", "agreementExpiryEarliest", "agreementExpiryLatest", "agreementExpiryBasis", "agreementExpiryNote"));
ALTER TABLE "LegislationStage" ADD CONSTRAINT "LegislationStage_date"
  CHECK (partial_date_holds("date", "dateEarliest", "dateLatest", "dateBasis", "dateNote"));
ALTER TABLE "Event" ADD CONSTRAINT "Event_extensionTo"
  CHECK (partial_date_holds("extensionTo", "extensionToEarliest", "extensionToLatest", "extensionToBasis", "extensionToNote"));
ALTER TABLE "Event" ADD CONSTRAINT "Event_extensionDecisionExpected"
  CHECK (partial_date_holds("extensionDecisionExpected", "extensionDecisionExpectedEarliest", "extensionDecisionExpectedLatest", "extensionDecisionExpectedBasis", "extensionDecisionExpectedNote"));

-- Nothing ends before it begins.
ALTER TABLE "Entity" ADD CONSTRAINT "Entity_order" CHECK ("startEarliest" <= "endLatest");
ALTER TABLE "Relationship" ADD CONSTRAINT "Relationship_order" CHECK ("validFromEarliest" <= "validToLatest");

-- One preferred name in a language.
CREATE UNIQUE INDEX "Name_preferred" ON "Name" ("entityId", "language") WHERE "type" = 'PREFERRED';
ALTER TABLE "Name" ADD CONSTRAINT "Name_language" CHECK ("language" IN ('en', 'fr'));

-- Qualifiers stand where they mean something.
ALTER TABLE "Relationship" ADD CONSTRAINT "Relationship_no_loop" CHECK ("subjectId" <> "objectId");
ALTER TABLE "Relationship" ADD CONSTRAINT "Relationship_side" CHECK (("side" IS NOT NULL) = ("type" = 'PARTY_TO'));
ALTER TABLE "Relationship" ADD CONSTRAINT "Relationship_position"
  CHECK (("position" IS NOT NULL) = ("type" = 'TAKES_POSITION'));
ALTER TABLE "Relationship" ADD CONSTRAINT "Relationship_acting" CHECK ("acting" IS NULL OR "type" = 'HOLDS');
ALTER TABLE "Relationship" ADD CONSTRAINT "Relationship_held_office" CHECK (
  CASE WHEN "type" = 'HOLDS'
    THEN "heldOfficeId" IS NOT NULL AND "heldOfficeId" = "objectId" AND "singleSeat" IS NOT NULL
    ELSE num_nonnulls("heldOfficeId", "singleSeat") = 0
  END
);

-- The days on which a relationship holds for certain; where only one end is known, that day.
CREATE FUNCTION certain_period(from_latest date, to_earliest date) RETURNS daterange
LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN
  CASE
    WHEN num_nonnulls(from_latest, to_earliest) = 0 OR from_latest > to_earliest THEN 'empty'::daterange
    ELSE daterange(coalesce(from_latest, to_earliest), coalesce(to_earliest, from_latest), '[]')
  END;

-- One holder at a time of an office with a single seat.
ALTER TABLE "Relationship" ADD CONSTRAINT "Relationship_single_seat" EXCLUDE USING gist (
  "heldOfficeId" WITH =,
  certain_period("validFromLatest", "validToEarliest") WITH &&
) WHERE ("singleSeat");

-- Evidence hangs on exactly one fact, and says where it stands.
ALTER TABLE "Evidence" ADD CONSTRAINT "Evidence_one_fact"
  CHECK (num_nonnulls("entityId", "relationshipId", "termId", "provisionId", "stageId") = 1);
ALTER TABLE "Evidence" ADD CONSTRAINT "Evidence_basis" CHECK (
  CASE "basis"
    WHEN 'EXTERNAL' THEN num_nonnulls("articleId", "paragraph") = 0 AND "note" IS NOT NULL AND cardinality("cues") = 0
    ELSE num_nonnulls("articleId", "paragraph") = 2 AND cardinality("cues") > 0
      AND ("basis" = 'DERIVED') = ("note" IS NOT NULL) AND "url" IS NULL
  END
);

-- A value has a unit; a term speaks of years, or of none.
ALTER TABLE "Term" ADD CONSTRAINT "Term_unit" CHECK ("value" IS NULL OR "unit" IS NOT NULL);
ALTER TABLE "Term" ADD CONSTRAINT "Term_years"
  CHECK (num_nonnulls("year", "years") IN (0, 2) AND coalesce("year" >= 1 AND "years" >= 1, true));
ALTER TABLE "Claim" ADD CONSTRAINT "Claim_figure"
  CHECK ("low" <= "high" AND (num_nonnulls("low", "high") = 0 OR "unit" IS NOT NULL));
ALTER TABLE "BargainingUnit" ADD CONSTRAINT "BargainingUnit_size" CHECK ("size" >= 0);
ALTER TABLE "DataVersion" ADD CONSTRAINT "DataVersion_one" CHECK ("one");
