-- What registers of others know an entity by.

CREATE TABLE "IdentifierScheme" (
    "name" TEXT NOT NULL,

    CONSTRAINT "IdentifierScheme_pkey" PRIMARY KEY ("name")
);

CREATE TABLE "Identifier" (
    "entityId" TEXT NOT NULL,
    "scheme" TEXT NOT NULL,
    "value" TEXT NOT NULL,

    CONSTRAINT "Identifier_pkey" PRIMARY KEY ("entityId", "scheme")
);

-- One thing has it, and no other.
CREATE UNIQUE INDEX "Identifier_scheme_value_key" ON "Identifier"("scheme", "value");

ALTER TABLE "Identifier" ADD CONSTRAINT "Identifier_entityId_fkey"
  FOREIGN KEY ("entityId") REFERENCES "Entity"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "Identifier" ADD CONSTRAINT "Identifier_scheme_fkey"
  FOREIGN KEY ("scheme") REFERENCES "IdentifierScheme"("name") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What pages make an address of has nothing in it that would change the address.
ALTER TABLE "IdentifierScheme" ADD CONSTRAINT "IdentifierScheme_word" CHECK (is_word("name"));
ALTER TABLE "Identifier" ADD CONSTRAINT "Identifier_value"
  CHECK ("value" ~ '^[0-9A-Za-z]+([/._-][0-9A-Za-z]+)*$' AND length("value") <= 100);

-- It is looked for in upper and lower case alike.
CREATE INDEX "Identifier_spelling" ON "Identifier" (lower("value"));

SELECT follow_changes('Identifier', 'r."entityId"');
