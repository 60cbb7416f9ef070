-- Who changed the graph, why, and what: written in the transaction that changes it.
CREATE TYPE "ChangesetOrigin" AS ENUM ('FILES', 'EDIT', 'RESTORE');

CREATE TABLE "Changeset" (
  "version" INTEGER NOT NULL,
  "origin" "ChangesetOrigin" NOT NULL,
  "author" TEXT NOT NULL,
  "message" TEXT NOT NULL,
  "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "Changeset_pkey" PRIMARY KEY ("version"),
  CONSTRAINT "Changeset_version" CHECK ("version" > 0),
  CONSTRAINT "Changeset_author" CHECK (is_text("author", 100)),
  CONSTRAINT "Changeset_message" CHECK (is_text("message", 1000))
);

CREATE TABLE "ChangesetFact" (
  "version" INTEGER NOT NULL,
  "fact" TEXT NOT NULL,
  "id" TEXT NOT NULL,
  "before" JSONB NOT NULL,
  "after" JSONB NOT NULL,
  CONSTRAINT "ChangesetFact_pkey" PRIMARY KEY ("version", "fact", "id"),
  CONSTRAINT "ChangesetFact_version_fkey" FOREIGN KEY ("version") REFERENCES "Changeset" ("version")
    ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT "ChangesetFact_fact" CHECK ("fact" ~ '^[a-z]+$'),
  CONSTRAINT "ChangesetFact_id" CHECK (is_text("id", 1000)),
  CONSTRAINT "ChangesetFact_rows" CHECK (jsonb_typeof("before") = 'array' AND jsonb_typeof("after") = 'array')
);
CREATE INDEX "ChangesetFact_fact_id_idx" ON "ChangesetFact" ("fact", "id");

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a changeset is never changed: % of "%" is refused', TG_OP, TG_TABLE_NAME;
END $$;
CREATE TRIGGER never_changed BEFORE UPDATE OR DELETE OR TRUNCATE ON "Changeset"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER never_changed BEFORE UPDATE OR DELETE OR TRUNCATE ON "ChangesetFact"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
