-- What the seed files last said of each fact: seeding writes what they changed since, and leaves what others changed.
CREATE TABLE "SeedBase" (
  "name" TEXT NOT NULL,
  "digest" TEXT NOT NULL,
  CONSTRAINT "SeedBase_pkey" PRIMARY KEY ("name"),
  CONSTRAINT "SeedBase_name" CHECK (is_text("name", 300)),
  CONSTRAINT "SeedBase_digest" CHECK (is_sha256("digest"))
);
