-- Which seeding made the data what they are, for who asks where a fact comes from.

ALTER TABLE "DataVersion" ADD COLUMN "seededVersion" INTEGER,
  ADD COLUMN "seededAt" TIMESTAMPTZ(3),
  ADD COLUMN "seededFrom" TEXT;

ALTER TABLE "DataVersion" ADD CONSTRAINT "DataVersion_seeded" CHECK (
  num_nulls("seededVersion", "seededAt", "seededFrom") IN (0, 3)
  AND ("seededVersion" >= 0) IS NOT FALSE AND is_moment("seededAt") IS NOT FALSE AND is_sha256("seededFrom") IS NOT FALSE);
