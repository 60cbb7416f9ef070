-- By whom and when a deadline's extension is decided is what somebody says, more or less surely.

CREATE TYPE "Likelihood" AS ENUM ('LIKELY', 'POSSIBLE');

ALTER TABLE "Event" ADD COLUMN "extensionAccordingToId" TEXT,
  ADD COLUMN "extensionLikelihood" "Likelihood";

ALTER TABLE "Event" ADD CONSTRAINT "Event_extensionAccordingToId_fkey"
  FOREIGN KEY ("extensionAccordingToId") REFERENCES "Entity"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
