-- Whom a provision affects, in a table of its own name: a table that Prisma makes by itself takes no further column.
CREATE TABLE "AffectedEntity" (
  "provisionId" TEXT NOT NULL,
  "affectedId" TEXT NOT NULL,
  CONSTRAINT "AffectedEntity_pkey" PRIMARY KEY ("provisionId", "affectedId"),
  CONSTRAINT "AffectedEntity_provisionId_fkey" FOREIGN KEY ("provisionId") REFERENCES "Provision" ("id")
    ON DELETE CASCADE ON UPDATE CASCADE,
  CONSTRAINT "AffectedEntity_affectedId_fkey" FOREIGN KEY ("affectedId") REFERENCES "Entity" ("id")
    ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "AffectedEntity_affectedId_idx" ON "AffectedEntity" ("affectedId");
SELECT follow_changes('AffectedEntity', 'r."provisionId"');

INSERT INTO "AffectedEntity" ("provisionId", "affectedId") SELECT "B", "A" FROM "_EntityToProvision";
-- The digest no longer has what was there.
DELETE FROM "_EntityToProvision";
DROP TABLE "_EntityToProvision";
-- The facts are still those of their seeding.
UPDATE "DataVersion" SET "seededVersion" = "version"
  WHERE "xid" = pg_current_xact_id()::text::bigint AND "seededVersion" = "version" - 1;
