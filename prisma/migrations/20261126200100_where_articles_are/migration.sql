-- How an article is cited in print: its headline, its address, and when it was taken from there.

ALTER TABLE "Article" ADD COLUMN "headline" TEXT,
  ADD COLUMN "address" TEXT,
  ADD COLUMN "retrieved" TEXT,
  ADD COLUMN "retrievedEarliest" DATE,
  ADD COLUMN "retrievedLatest" DATE,
  ADD COLUMN "retrievedBasis" "Basis",
  ADD COLUMN "retrievedNote" TEXT;

ALTER TABLE "Article" ADD CONSTRAINT "Article_headline" CHECK (is_text("headline", 300));
ALTER TABLE "Article" ADD CONSTRAINT "Article_address"
  CHECK ("address" ~ '^https?://[^[:space:][:cntrl:]<>"]+$' AND length("address") <= 2000);
ALTER TABLE "Article" ADD CONSTRAINT "Article_retrieved"
  CHECK (partial_date_holds("retrieved", "retrievedEarliest", "retrievedLatest", "retrievedBasis", "retrievedNote"));
