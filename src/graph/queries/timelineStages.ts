/**
 * What happened once stands once in a timeline. That a bill is introduced can be told three times: as an event, as a
 * stage of the bill, and as the bill's beginning. The stage stands for the beginning, and the event for the stage.
 */
import { Prisma } from '../../generated/prisma/client.ts';

/** The events that are a stage of a law or bill by another name. */
const eventsOfStages = [
  ['INTRODUCED', 'BILL_INTRODUCED'],
  ['PASSED', 'LAW_PASSED'],
  ['PASSED', 'BACK_TO_WORK_LAW'],
  ['REPEALED', 'LAW_REPEALED'],
] as const;

/**
 * The table `told(event, stage)`: events of the date of such a stage which a paragraph tells of together with it.
 * @param inScope says that an entity is one of those that the timeline is about.
 */
export const toldStages = (inScope: (id: Prisma.Sql) => Prisma.Sql): Prisma.Sql => Prisma.sql`
  told(event, stage) AS (
    SELECT e."id", min(s."id") FROM "LegislationStage" s
    JOIN "Entity" e ON e."kind" = 'EVENT' AND e."start" = s."date"
      AND (s."stage", e."type") IN (${Prisma.join(eventsOfStages.map((pair) => Prisma.sql`(${Prisma.join([...pair])})`))})
    WHERE ${inScope(Prisma.sql`s."legislationId"`)} AND ${inScope(Prisma.sql`e."id"`)} AND EXISTS (
      SELECT FROM "Evidence" a JOIN "Evidence" b ON b."articleId" = a."articleId" AND b."paragraph" = a."paragraph"
      WHERE a."stageId" = s."id" AND b."entityId" = e."id")
    GROUP BY e."id"
  )`;

/**
 * That an entity, `e`, is a law or bill which reached a stage on the date of its beginning, or of which no more is known
 * than that it had begun by then.
 */
export const beginsWithStage = Prisma.sql`(e."kind" = 'LEGISLATION' AND EXISTS (
  SELECT FROM "LegislationStage" s WHERE s."legislationId" = e."id"
    AND (s."date" = e."start" OR (e."startEarliest" IS NULL AND s."dateLatest" <= e."startLatest"))))`;
