/** What happened, in order: dated entities, the stages of legislation, and terms of office. */
import { Prisma, type PrismaClient } from '../generated/prisma/client.ts';
import { BadInput } from './badInput.ts';
import { keepOne } from './cache.ts';
import { formatDay } from './dates.ts';
import { checkSpan } from './entityFilter.ts';
import { datedKinds } from './filters.ts';
import { readKeyset } from './keyset.ts';
import type { Maybe } from './maybe.ts';
import { sortBy } from './order.ts';
import { type Connection, type Edge, type PageArgs, parsePage } from './page.ts';
import { actorKinds, type Kind, periodKinds } from './registry.ts';
import { within } from './spans.ts';
import { beginsWithStage, toldStages } from './timelineStages.ts';

/** What an entry tells of its entity. */
export type Moment = 'HAPPENED' | 'BEGAN' | 'ENDED' | 'REACHED_STAGE' | 'TOOK_OFFICE' | 'LEFT_OFFICE';

/** One line of a timeline. */
export interface Entry {
  readonly moment: Moment;
  readonly entityId: string;
  /** Of a term of office. */
  readonly relationshipId: string | null;
  /** Of a stage of legislation, or of the event of one. */
  readonly stageId: string | null;
  readonly date: string;
  readonly dateEarliest: Date | null;
  readonly dateLatest: Date | null;
  readonly dateBasis: 'STATED' | 'DERIVED' | 'EXTERNAL';
  readonly dateNote: string | null;
}

export interface TimelineQuery {
  /** The id of an entity; none: of all. */
  readonly of?: string | undefined;
  readonly kinds?: readonly Kind[] | undefined;
  readonly from?: Date | undefined;
  readonly to?: Date | undefined;
}

/** Kinds that have entries: what has a date, and people, who take office and leave it. */
export const timelineKinds: readonly Kind[] = [...datedKinds, 'PERSON'];

/** A page of a timeline, and how much has no place in it. */
export interface TimelineConnection extends Connection<Edge<Entry>> {
  readonly undatedCount: () => Maybe<number>;
}

/**
 * A page of a timeline, earliest first. What has no date has no place in it.
 * @throws BadInput if the page or the span of days cannot be, or a kind has no entries.
 */
export async function timeline(
  prisma: PrismaClient,
  query: TimelineQuery,
  pageArgs: PageArgs,
): Promise<TimelineConnection> {
  const page = parsePage(pageArgs, () => `timeline ${JSON.stringify(query)}`, byDay.cursor);
  checkSpan(query, []);
  const unable = query.kinds?.filter((kind) => !timelineKinds.includes(kind)) ?? [];
  if (unable.length > 0) {
    throw new BadInput(['kinds'], `${unable.join(', ')} has no entries`, `only ${timelineKinds.join(', ')}`);
  }
  const from = (): Prisma.Sql =>
    Prisma.sql`FROM (${allEntries(query)}) AS entry JOIN "Entity" e ON e."id" = entry."entityId" WHERE ${conditions(query)}`;
  const list = { columns: Prisma.sql`entry.*`, from, sort: byDay, id: Prisma.sql`entry.id` };
  return {
    ...(await readKeyset<Entry, Entry>(prisma, list, page, (row) => row)),
    undatedCount: keepOne(async () => await countUndated(prisma, query)),
  };
}

/** Earliest first. */
const byDay = sortBy({ value: Prisma.sql`entry.day`, type: 'int' }, 'ASC');

/** How many things of the scope and the kinds can have a date and have none, whatever the days asked about. */
async function countUndated(prisma: PrismaClient, { of, kinds = datedKinds }: TimelineQuery): Promise<number> {
  const scoped = of === undefined ? Prisma.empty : Prisma.sql`WITH ${scopeOf(of)}`;
  const dated = kinds.filter((kind) => datedKinds.includes(kind));
  const [row] = await prisma.$queryRaw<{ count: number }[]>`
    ${scoped} SELECT count(*)::int AS count FROM "Entity" e
    WHERE e."kind" = ANY(${dated}::text[]) AND ${within({ undated: 'ONLY' }, dated)}
      AND ${of === undefined ? Prisma.sql`true` : Prisma.sql`e."id" IN (SELECT id FROM scope)`}`;
  return row?.count ?? 0;
}

function conditions({ kinds, from, to }: TimelineQuery): Prisma.Sql {
  const all = [Prisma.sql`true`];
  if (kinds !== undefined) all.push(Prisma.sql`e."kind" = ANY(${[...kinds]}::text[])`);
  if (from !== undefined) all.push(Prisma.sql`coalesce(entry."dateLatest" >= ${formatDay(from)}::date, true)`);
  if (to !== undefined) all.push(Prisma.sql`coalesce(entry."dateEarliest" <= ${formatDay(to)}::date, true)`);
  return Prisma.join(all, ' AND ');
}

/**
 * Every entry of the scope, a row each, with the day that it is sorted by; what happened once, once. On one day they come
 * in the order of their ids: what began before what ended.
 */
function allEntries({ of, kinds }: TimelineQuery): Prisma.Sql {
  const within = (id: Prisma.Sql): Prisma.Sql =>
    of === undefined ? Prisma.sql`true` : Prisma.sql`${id} IN (SELECT id FROM scope)`;
  const tables = [...(of === undefined ? [] : [scopeOf(of)]), toldStages(within)];
  const isPeriod = Prisma.sql`e."kind" = ANY(${periodKinds}::text[])`;
  const held = of === undefined ? Prisma.sql`"Relationship"` : Prisma.sql`held`;
  // Where no events are asked for, none stands for a stage.
  const stands = kinds === undefined || kinds.includes('EVENT');
  return Prisma.sql`
    WITH ${Prisma.join(tables)}
    SELECT 'begin:' || e."id" AS id, CASE WHEN ${isPeriod} THEN 'BEGAN' ELSE 'HAPPENED' END AS moment, e."id" AS "entityId",
      NULL::text AS "relationshipId", told.stage AS "stageId", ${date('e', 'start', `, ${dayOf('e', 'end')}`)}
    FROM "Entity" e LEFT JOIN told ON told.event = e."id"
    WHERE e."start" IS NOT NULL AND NOT ${beginsWithStage} AND ${within(Prisma.sql`e."id"`)}
    UNION ALL
    SELECT 'ended:' || e."id", 'ENDED', e."id", NULL, NULL, ${date('e', 'end')}
    FROM "Entity" e WHERE e."end" IS NOT NULL AND ${within(Prisma.sql`e."id"`)}
    UNION ALL
    SELECT 'stage:' || s."id", 'REACHED_STAGE', s."legislationId", NULL, s."id", ${date('s', 'date')}
    FROM "LegislationStage" s WHERE s."date" IS NOT NULL AND ${within(Prisma.sql`s."legislationId"`)}
      ${stands ? Prisma.sql`AND s."id" NOT IN (SELECT stage FROM told)` : Prisma.empty}
    UNION ALL
    SELECT 'from:' || r."id", 'TOOK_OFFICE', r."subjectId", r."id", NULL, ${date('r', 'validFrom')}
    FROM ${held} r WHERE r."type" = 'HOLDS' AND r."validFromEarliest" IS NOT NULL
    UNION ALL
    SELECT 'to:' || r."id", 'LEFT_OFFICE', r."subjectId", r."id", NULL, ${date('r', 'validTo')}
    FROM ${held} r WHERE r."type" = 'HOLDS' AND r."validToLatest" IS NOT NULL`;
}

/** The day to sort a partial date by: its earliest, or else its latest. */
const dayOf = (table: string, group: string): string =>
  `coalesce(${table}."${group}Earliest", ${table}."${group}Latest")`;

/**
 * The columns of a partial date, under common names, and the day to sort by.
 * @param others days that it does not come after: a beginning of which only the latest day is known, before the end.
 */
function date(table: string, group: string, others = ''): Prisma.Sql {
  const column = (suffix: string): string => `${table}."${group}${suffix}"`;
  return Prisma.raw(
    `${column('')} AS "date", ${column('Earliest')} AS "dateEarliest", ${column('Latest')} AS "dateLatest", ` +
      `${column('Basis')}::text AS "dateBasis", ${column('Note')} AS "dateNote", ` +
      `least(${dayOf(table, group)}${others}) - '2000-01-01'::date AS day`,
  );
}

/**
 * What the timeline of an entity is about: itself, what it is directly related to, and what belongs to those of its
 * neighbours that are processes (the events of a dispute that a union is a party to). What only hangs together
 * through a common subject, place or outlet, or through another actor, is left out.
 */
function scopeOf(of: string): Prisma.Sql {
  const hubs: Kind[] = ['ISSUE', 'JURISDICTION', 'NEWS_OUTLET', 'ARTICLE', 'OCCUPATIONAL_GROUP'];
  return Prisma.sql`
    near(id, kind) AS (
      SELECT "id", "kind" FROM "Entity" WHERE "id" = ${of}
      UNION
      SELECT r."objectId", r."objectKind" FROM "Relationship" r WHERE r."subjectId" = ${of} AND r."objectKind" <> ALL(${hubs}::text[])
      UNION
      SELECT r."subjectId", r."subjectKind" FROM "Relationship" r WHERE r."objectId" = ${of} AND r."subjectKind" <> ALL(${hubs}::text[])
    ),
    scope(id) AS (
      SELECT id FROM near WHERE id = ${of} OR kind <> ALL(${actorKinds}::text[]) OR kind = 'ADMINISTRATION'
      UNION
      SELECT r."subjectId" FROM "Relationship" r JOIN near ON r."objectId" = near.id
      WHERE r."type" IN ('OCCURS_IN', 'MADE_IN', 'PART_OF') AND near.kind IN ('DISPUTE', 'BARGAINING_ROUND', 'LEGAL_CHALLENGE')
    ),
    -- The terms of a person, of an office, and of the offices of a body: each by an index of its own, since one condition
    -- over all would read the whole table. Who else held the office of a person is nothing that the person took part in.
    held AS (
      SELECT * FROM "Relationship" r WHERE r."type" = 'HOLDS' AND r."subjectId" = ${of}
      UNION
      SELECT * FROM "Relationship" r WHERE r."type" = 'HOLDS' AND r."objectId" = ${of}
      UNION
      SELECT r.* FROM "Relationship" o JOIN "Relationship" r ON r."objectId" = o."subjectId" AND r."type" = 'HOLDS'
      WHERE o."objectId" = ${of} AND o."type" = 'OFFICE_OF'
    )`;
}
