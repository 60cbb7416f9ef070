-- CreateEnum
CREATE TYPE "Basis" AS ENUM ('STATED', 'DERIVED', 'EXTERNAL');

-- CreateEnum
CREATE TYPE "NameType" AS ENUM ('PREFERRED', 'ALIAS', 'ACRONYM', 'FORMER');

-- CreateEnum
CREATE TYPE "Side" AS ENUM ('EMPLOYEE', 'EMPLOYER', 'APPLICANT', 'RESPONDENT', 'INTERVENER');

-- CreateEnum
CREATE TYPE "Position" AS ENUM ('SUPPORT', 'OPPOSE', 'CONDITIONAL', 'NEUTRAL');

-- CreateEnum
CREATE TYPE "PassageRole" AS ENUM ('DATELINE', 'HEADLINE', 'SUBHEADING', 'BODY', 'CAPTION', 'BOILERPLATE');

-- CreateEnum
CREATE TYPE "TextStatus" AS ENUM ('NOT_SUPPLIED', 'VERIFIED', 'DIFFERS');

-- CreateEnum
CREATE TYPE "ResolutionRoute" AS ENUM ('CONCILIATION_STRIKE', 'ARBITRATION', 'LEGISLATED');

-- CreateEnum
CREATE TYPE "Unit" AS ENUM ('PERCENT', 'CAD', 'DAYS', 'PEOPLE');

-- CreateEnum
CREATE TYPE "Medium" AS ENUM ('RADIO_INTERVIEW', 'NEWS_INTERVIEW', 'MESSAGE_TO_MEMBERS', 'EMAIL', 'PRESS_CONFERENCE');

-- CreateEnum
CREATE TYPE "Approximation" AS ENUM ('EXACT', 'APPROXIMATE');

-- CreateTable
CREATE TABLE "Kind" (
    "name" TEXT NOT NULL,

    CONSTRAINT "Kind_pkey" PRIMARY KEY ("name")
);

-- CreateTable
CREATE TABLE "KindType" (
    "kind" TEXT NOT NULL,
    "type" TEXT NOT NULL,

    CONSTRAINT "KindType_pkey" PRIMARY KEY ("kind","type")
);

-- CreateTable
CREATE TABLE "KindStatus" (
    "kind" TEXT NOT NULL,
    "status" TEXT NOT NULL,

    CONSTRAINT "KindStatus_pkey" PRIMARY KEY ("kind","status")
);

-- CreateTable
CREATE TABLE "RelationshipRule" (
    "type" TEXT NOT NULL,
    "subjectKind" TEXT NOT NULL,
    "objectKind" TEXT NOT NULL,

    CONSTRAINT "RelationshipRule_pkey" PRIMARY KEY ("type","subjectKind","objectKind")
);

-- CreateTable
CREATE TABLE "Entity" (
    "id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "type" TEXT,
    "status" TEXT,
    "summary" TEXT NOT NULL,
    "start" TEXT,
    "startEarliest" DATE,
    "startLatest" DATE,
    "startBasis" "Basis",
    "startNote" TEXT,
    "end" TEXT,
    "endEarliest" DATE,
    "endLatest" DATE,
    "endBasis" "Basis",
    "endNote" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Entity_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Name" (
    "entityId" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "type" "NameType" NOT NULL,
    "ordinal" INTEGER NOT NULL,

    CONSTRAINT "Name_pkey" PRIMARY KEY ("entityId","language","type","text")
);

-- CreateTable
CREATE TABLE "NotStated" (
    "entityId" TEXT NOT NULL,
    "attribute" TEXT NOT NULL,

    CONSTRAINT "NotStated_pkey" PRIMARY KEY ("entityId","attribute")
);

-- CreateTable
CREATE TABLE "Relationship" (
    "id" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "subjectId" TEXT NOT NULL,
    "subjectKind" TEXT NOT NULL,
    "objectId" TEXT NOT NULL,
    "objectKind" TEXT NOT NULL,
    "validFrom" TEXT,
    "validFromEarliest" DATE,
    "validFromLatest" DATE,
    "validFromBasis" "Basis",
    "validFromNote" TEXT,
    "validTo" TEXT,
    "validToEarliest" DATE,
    "validToLatest" DATE,
    "validToBasis" "Basis",
    "validToNote" TEXT,
    "side" "Side",
    "position" "Position",
    "role" TEXT,
    "acting" BOOLEAN,
    "ordinal" INTEGER,
    "note" TEXT,
    "accordingToId" TEXT,
    "heldOfficeId" TEXT,
    "singleSeat" BOOLEAN,

    CONSTRAINT "Relationship_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Evidence" (
    "id" TEXT NOT NULL,
    "entityId" TEXT,
    "relationshipId" TEXT,
    "termId" TEXT,
    "provisionId" TEXT,
    "stageId" TEXT,
    "attribute" TEXT,
    "basis" "Basis" NOT NULL,
    "articleId" TEXT,
    "paragraph" INTEGER,
    "cues" TEXT[],
    "note" TEXT,
    "url" TEXT,
    "ordinal" INTEGER NOT NULL,

    CONSTRAINT "Evidence_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Article" (
    "id" TEXT NOT NULL,
    "kind" TEXT NOT NULL DEFAULT 'ARTICLE',
    "file" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "textStatus" "TextStatus" NOT NULL DEFAULT 'NOT_SUPPLIED',
    "updated" TEXT,
    "updatedEarliest" DATE,
    "updatedLatest" DATE,
    "updatedBasis" "Basis",
    "updatedNote" TEXT,

    CONSTRAINT "Article_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Passage" (
    "articleId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "role" "PassageRole" NOT NULL,
    "sha256" TEXT NOT NULL,
    "without" TEXT,
    "text" TEXT,

    CONSTRAINT "Passage_pkey" PRIMARY KEY ("articleId","number")
);

-- CreateTable
CREATE TABLE "Office" (
    "id" TEXT NOT NULL,
    "kind" TEXT NOT NULL DEFAULT 'OFFICE',
    "singleSeat" BOOLEAN NOT NULL,

    CONSTRAINT "Office_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Jurisdiction" (
    "id" TEXT NOT NULL,
    "kind" TEXT NOT NULL DEFAULT 'JURISDICTION',
    "code" TEXT NOT NULL,

    CONSTRAINT "Jurisdiction_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "BargainingUnit" (
    "id" TEXT NOT NULL,
    "kind" TEXT NOT NULL DEFAULT 'BARGAINING_UNIT',
    "size" INTEGER,
    "occupations" TEXT[],
    "sizeAsOf" TEXT,
    "sizeAsOfEarliest" DATE,
    "sizeAsOfLatest" DATE,
    "sizeAsOfBasis" "Basis",
    "sizeAsOfNote" TEXT,

    CONSTRAINT "BargainingUnit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "BargainingRound" (
    "id" TEXT NOT NULL,
    "kind" TEXT NOT NULL DEFAULT 'BARGAINING_ROUND',
    "route" "ResolutionRoute",
    "agreementExpiry" TEXT,
    "agreementExpiryEarliest" DATE,
    "agreementExpiryLatest" DATE,
    "agreementExpiryBasis" "Basis",
    "agreementExpiryNote" TEXT,

    CONSTRAINT "BargainingRound_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Term" (
    "id" TEXT NOT NULL,
    "proposalId" TEXT NOT NULL,
    "proposalKind" TEXT NOT NULL DEFAULT 'PROPOSAL',
    "ordinal" INTEGER NOT NULL,
    "issueId" TEXT NOT NULL,
    "issueKind" TEXT NOT NULL DEFAULT 'ISSUE',
    "year" INTEGER,
    "years" INTEGER,
    "value" DECIMAL(14,4),
    "unit" "Unit",
    "text" TEXT NOT NULL,

    CONSTRAINT "Term_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Legislation" (
    "id" TEXT NOT NULL,
    "kind" TEXT NOT NULL DEFAULT 'LEGISLATION',
    "number" TEXT,
    "title" TEXT,

    CONSTRAINT "Legislation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "LegislationStage" (
    "id" TEXT NOT NULL,
    "legislationId" TEXT NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "kind" TEXT NOT NULL DEFAULT 'LEGISLATION',
    "stage" TEXT NOT NULL,
    "date" TEXT,
    "dateEarliest" DATE,
    "dateLatest" DATE,
    "dateBasis" "Basis",
    "dateNote" TEXT,

    CONSTRAINT "LegislationStage_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Provision" (
    "id" TEXT NOT NULL,
    "legislationId" TEXT NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "effect" TEXT NOT NULL,
    "condition" TEXT,

    CONSTRAINT "Provision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "LegalChallenge" (
    "id" TEXT NOT NULL,
    "kind" TEXT NOT NULL DEFAULT 'LEGAL_CHALLENGE',
    "grounds" TEXT,

    CONSTRAINT "LegalChallenge_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Event" (
    "id" TEXT NOT NULL,
    "kind" TEXT NOT NULL DEFAULT 'EVENT',
    "consequence" TEXT,
    "extensionTo" TEXT,
    "extensionToEarliest" DATE,
    "extensionToLatest" DATE,
    "extensionToBasis" "Basis",
    "extensionToNote" TEXT,
    "extensionDecidedById" TEXT,
    "extensionDecisionExpected" TEXT,
    "extensionDecisionExpectedEarliest" DATE,
    "extensionDecisionExpectedLatest" DATE,
    "extensionDecisionExpectedBasis" "Basis",
    "extensionDecisionExpectedNote" TEXT,

    CONSTRAINT "Event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Statement" (
    "id" TEXT NOT NULL,
    "kind" TEXT NOT NULL DEFAULT 'STATEMENT',
    "medium" "Medium",

    CONSTRAINT "Statement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Claim" (
    "id" TEXT NOT NULL,
    "kind" TEXT NOT NULL DEFAULT 'CLAIM',
    "measure" TEXT,
    "low" DECIMAL(20,4),
    "high" DECIMAL(20,4),
    "unit" "Unit",
    "period" TEXT,
    "approximation" "Approximation",

    CONSTRAINT "Claim_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DataVersion" (
    "one" BOOLEAN NOT NULL DEFAULT true,
    "version" INTEGER NOT NULL,
    "digest" TEXT NOT NULL,
    "seededAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "DataVersion_pkey" PRIMARY KEY ("one")
);

-- CreateTable
CREATE TABLE "_EntityToProvision" (
    "A" TEXT NOT NULL,
    "B" TEXT NOT NULL,

    CONSTRAINT "_EntityToProvision_AB_pkey" PRIMARY KEY ("A","B")
);

-- CreateIndex
CREATE INDEX "Entity_kind_id_idx" ON "Entity"("kind", "id");

-- CreateIndex
CREATE INDEX "Entity_kind_startEarliest_id_idx" ON "Entity"("kind", "startEarliest", "id");

-- CreateIndex
CREATE INDEX "Entity_startEarliest_id_idx" ON "Entity"("startEarliest", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Entity_id_kind_key" ON "Entity"("id", "kind");

-- CreateIndex
CREATE INDEX "Relationship_subjectId_type_idx" ON "Relationship"("subjectId", "type");

-- CreateIndex
CREATE INDEX "Relationship_objectId_type_idx" ON "Relationship"("objectId", "type");

-- CreateIndex
CREATE INDEX "Relationship_accordingToId_idx" ON "Relationship"("accordingToId");

-- CreateIndex
CREATE INDEX "Relationship_heldOfficeId_idx" ON "Relationship"("heldOfficeId");

-- CreateIndex
CREATE INDEX "Evidence_entityId_idx" ON "Evidence"("entityId");

-- CreateIndex
CREATE INDEX "Evidence_relationshipId_idx" ON "Evidence"("relationshipId");

-- CreateIndex
CREATE INDEX "Evidence_termId_idx" ON "Evidence"("termId");

-- CreateIndex
CREATE INDEX "Evidence_provisionId_idx" ON "Evidence"("provisionId");

-- CreateIndex
CREATE INDEX "Evidence_stageId_idx" ON "Evidence"("stageId");

-- CreateIndex
CREATE INDEX "Evidence_articleId_paragraph_idx" ON "Evidence"("articleId", "paragraph");

-- CreateIndex
CREATE UNIQUE INDEX "Article_id_kind_key" ON "Article"("id", "kind");

-- CreateIndex
CREATE UNIQUE INDEX "Office_id_singleSeat_key" ON "Office"("id", "singleSeat");

-- CreateIndex
CREATE UNIQUE INDEX "Office_id_kind_key" ON "Office"("id", "kind");

-- CreateIndex
CREATE UNIQUE INDEX "Jurisdiction_code_key" ON "Jurisdiction"("code");

-- CreateIndex
CREATE UNIQUE INDEX "Jurisdiction_id_kind_key" ON "Jurisdiction"("id", "kind");

-- CreateIndex
CREATE UNIQUE INDEX "BargainingUnit_id_kind_key" ON "BargainingUnit"("id", "kind");

-- CreateIndex
CREATE UNIQUE INDEX "BargainingRound_id_kind_key" ON "BargainingRound"("id", "kind");

-- CreateIndex
CREATE INDEX "Term_proposalId_idx" ON "Term"("proposalId");

-- CreateIndex
CREATE INDEX "Term_issueId_idx" ON "Term"("issueId");

-- CreateIndex
CREATE UNIQUE INDEX "Legislation_id_kind_key" ON "Legislation"("id", "kind");

-- CreateIndex
CREATE INDEX "LegislationStage_legislationId_idx" ON "LegislationStage"("legislationId");

-- CreateIndex
CREATE INDEX "Provision_legislationId_idx" ON "Provision"("legislationId");

-- CreateIndex
CREATE UNIQUE INDEX "LegalChallenge_id_kind_key" ON "LegalChallenge"("id", "kind");

-- CreateIndex
CREATE UNIQUE INDEX "Event_id_kind_key" ON "Event"("id", "kind");

-- CreateIndex
CREATE UNIQUE INDEX "Statement_id_kind_key" ON "Statement"("id", "kind");

-- CreateIndex
CREATE UNIQUE INDEX "Claim_id_kind_key" ON "Claim"("id", "kind");

-- CreateIndex
CREATE INDEX "_EntityToProvision_B_index" ON "_EntityToProvision"("B");

-- AddForeignKey
ALTER TABLE "KindType" ADD CONSTRAINT "KindType_kind_fkey" FOREIGN KEY ("kind") REFERENCES "Kind"("name") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "KindStatus" ADD CONSTRAINT "KindStatus_kind_fkey" FOREIGN KEY ("kind") REFERENCES "Kind"("name") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Entity" ADD CONSTRAINT "Entity_kind_fkey" FOREIGN KEY ("kind") REFERENCES "Kind"("name") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Entity" ADD CONSTRAINT "Entity_kind_type_fkey" FOREIGN KEY ("kind", "type") REFERENCES "KindType"("kind", "type") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Entity" ADD CONSTRAINT "Entity_kind_status_fkey" FOREIGN KEY ("kind", "status") REFERENCES "KindStatus"("kind", "status") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Name" ADD CONSTRAINT "Name_entityId_fkey" FOREIGN KEY ("entityId") REFERENCES "Entity"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "NotStated" ADD CONSTRAINT "NotStated_entityId_fkey" FOREIGN KEY ("entityId") REFERENCES "Entity"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Relationship" ADD CONSTRAINT "Relationship_type_subjectKind_objectKind_fkey" FOREIGN KEY ("type", "subjectKind", "objectKind") REFERENCES "RelationshipRule"("type", "subjectKind", "objectKind") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Relationship" ADD CONSTRAINT "Relationship_subjectId_subjectKind_fkey" FOREIGN KEY ("subjectId", "subjectKind") REFERENCES "Entity"("id", "kind") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Relationship" ADD CONSTRAINT "Relationship_objectId_objectKind_fkey" FOREIGN KEY ("objectId", "objectKind") REFERENCES "Entity"("id", "kind") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Relationship" ADD CONSTRAINT "Relationship_accordingToId_fkey" FOREIGN KEY ("accordingToId") REFERENCES "Entity"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Relationship" ADD CONSTRAINT "Relationship_heldOfficeId_singleSeat_fkey" FOREIGN KEY ("heldOfficeId", "singleSeat") REFERENCES "Office"("id", "singleSeat") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Evidence" ADD CONSTRAINT "Evidence_entityId_fkey" FOREIGN KEY ("entityId") REFERENCES "Entity"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Evidence" ADD CONSTRAINT "Evidence_relationshipId_fkey" FOREIGN KEY ("relationshipId") REFERENCES "Relationship"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Evidence" ADD CONSTRAINT "Evidence_termId_fkey" FOREIGN KEY ("termId") REFERENCES "Term"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Evidence" ADD CONSTRAINT "Evidence_provisionId_fkey" FOREIGN KEY ("provisionId") REFERENCES "Provision"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Evidence" ADD CONSTRAINT "Evidence_stageId_fkey" FOREIGN KEY ("stageId") REFERENCES "LegislationStage"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Evidence" ADD CONSTRAINT "Evidence_articleId_paragraph_fkey" FOREIGN KEY ("articleId", "paragraph") REFERENCES "Passage"("articleId", "number") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Article" ADD CONSTRAINT "Article_id_kind_fkey" FOREIGN KEY ("id", "kind") REFERENCES "Entity"("id", "kind") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Passage" ADD CONSTRAINT "Passage_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Office" ADD CONSTRAINT "Office_id_kind_fkey" FOREIGN KEY ("id", "kind") REFERENCES "Entity"("id", "kind") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Jurisdiction" ADD CONSTRAINT "Jurisdiction_id_kind_fkey" FOREIGN KEY ("id", "kind") REFERENCES "Entity"("id", "kind") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BargainingUnit" ADD CONSTRAINT "BargainingUnit_id_kind_fkey" FOREIGN KEY ("id", "kind") REFERENCES "Entity"("id", "kind") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BargainingRound" ADD CONSTRAINT "BargainingRound_id_kind_fkey" FOREIGN KEY ("id", "kind") REFERENCES "Entity"("id", "kind") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Term" ADD CONSTRAINT "Term_proposalId_proposalKind_fkey" FOREIGN KEY ("proposalId", "proposalKind") REFERENCES "Entity"("id", "kind") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Term" ADD CONSTRAINT "Term_issueId_issueKind_fkey" FOREIGN KEY ("issueId", "issueKind") REFERENCES "Entity"("id", "kind") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Legislation" ADD CONSTRAINT "Legislation_id_kind_fkey" FOREIGN KEY ("id", "kind") REFERENCES "Entity"("id", "kind") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LegislationStage" ADD CONSTRAINT "LegislationStage_legislationId_fkey" FOREIGN KEY ("legislationId") REFERENCES "Legislation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LegislationStage" ADD CONSTRAINT "LegislationStage_kind_stage_fkey" FOREIGN KEY ("kind", "stage") REFERENCES "KindStatus"("kind", "status") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Provision" ADD CONSTRAINT "Provision_legislationId_fkey" FOREIGN KEY ("legislationId") REFERENCES "Legislation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LegalChallenge" ADD CONSTRAINT "LegalChallenge_id_kind_fkey" FOREIGN KEY ("id", "kind") REFERENCES "Entity"("id", "kind") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Event" ADD CONSTRAINT "Event_id_kind_fkey" FOREIGN KEY ("id", "kind") REFERENCES "Entity"("id", "kind") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Event" ADD CONSTRAINT "Event_extensionDecidedById_fkey" FOREIGN KEY ("extensionDecidedById") REFERENCES "Entity"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Statement" ADD CONSTRAINT "Statement_id_kind_fkey" FOREIGN KEY ("id", "kind") REFERENCES "Entity"("id", "kind") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Claim" ADD CONSTRAINT "Claim_id_kind_fkey" FOREIGN KEY ("id", "kind") REFERENCES "Entity"("id", "kind") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "_EntityToProvision" ADD CONSTRAINT "_EntityToProvision_A_fkey" FOREIGN KEY ("A") REFERENCES "Entity"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "_EntityToProvision" ADD CONSTRAINT "_EntityToProvision_B_fkey" FOREIGN KEY ("B") REFERENCES "Provision"("id") ON DELETE CASCADE ON UPDATE CASCADE;
