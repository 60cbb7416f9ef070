/** What happened, in order: dated entities, the stages of legislation, and terms of office. */
import type { Read } from '../../database/read.ts';
import { Prisma } from '../../generated/prisma/client.ts';
import { InvalidArgument } from '../../records/invalidArgument.ts';
import { formatDay } from '../../records/partialDates.ts';
import { type Kind, periodKinds } from '../../registry/index.ts';
import type { AdjacencyIndex } from '../index/adjacencyIndex.ts';
import type { MaybePromise } from '../maybePromise.ts';
import { lazy } from '../rows/cache.ts';
import { checkSpan } from './entityFilter.ts';
import { datedKinds } from './filters.ts';
import { readKeyset } from './keyset.ts';
import { sortBy } from './order.ts';
import { type Connection, type Edge, type PageArgs, parsePage } from './page.ts';
import { possiblyDuring } from './spans.ts';
import { type TimelineScope, timelineScope } from './timelineScope.ts';
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
const timelineKinds: readonly Kind[] = [...datedKinds, 'PERSON'];

/** A page of a timeline, and how much has no place in it. */
export interface TimelineConnection extends Connection<Edge<Entry>> {
  readonly undatedCount: (signal?: AbortSignal) => MaybePromise<number>;
}

/**
 * A page of a timeline, earliest first. What has no date has no place in it.
 * @throws InvalidArgument if the page or the span of days cannot be, or a kind has no entries.
 */
export async function timeline(
  read: Read,
  signal: AbortSignal | undefined,
  adjacency: () => AdjacencyIndex,
  query: TimelineQuery,
  pageArgs: PageArgs,
): Promise<TimelineConnection> {
  const page = parsePage(pageArgs, () => `timeline ${JSON.stringify(query)}`, byDay.cursor);
  checkSpan(query, []);
  const unable = query.kinds?.filter((kind) => !timelineKinds.includes(kind)) ?? [];
  if (unable.length > 0) {
    throw new InvalidArgument(['kinds'], `${unable.join(', ')} has no entries`, `only ${timelineKinds.join(', ')}`);
  }
  // Made anew for the count: the answer is kept, and its count with it, and a scope may be many times as long.
  const from = (): Prisma.Sql =>
    Prisma.sql`FROM (${allEntries(query, scopeOf(adjacency(), query))}) AS entry WHERE ${conditions(query)}`;
  const list = { columns: Prisma.sql`entry.*`, from, sort: byDay, id: Prisma.sql`entry.id` };
  return {
    ...(await readKeyset<Entry, Entry>(read, signal, list, page, (row) => row)),
    undatedCount: lazy(async (counting) => await countUndated(read, counting, adjacency(), query)),
  };
}

/** What a timeline is about; undefined: everything. */
const scopeOf = (adjacency: AdjacencyIndex, { of }: TimelineQuery): TimelineScope | undefined =>
  of === undefined ? undefined : timelineScope(adjacency, of);

/** Earliest first. */
const byDay = sortBy({ value: Prisma.sql`entry.day`, type: 'int' }, 'ASC');

/** How many things of the scope and the kinds can have a date and have none, whatever the days asked about. */
async function countUndated(
  read: Read,
  signal: AbortSignal,
  adjacency: AdjacencyIndex,
  query: TimelineQuery,
): Promise<number> {
  const { kinds = datedKinds } = query;
  const scope = scopeOf(adjacency, query);
  const dated = kinds.filter((kind) => datedKinds.includes(kind));
  const statement = Prisma.sql`
    SELECT count(*)::int AS count FROM "Entity" e
    WHERE e."kind" = ANY(${dated}::text[]) AND ${possiblyDuring({ undated: 'ONLY' }, dated)}
      AND ${scope === undefined ? Prisma.sql`true` : Prisma.sql`e."id" = ANY(${[...scope.ids]}::text[])`}`;
  const [row] = await read<{ count: number }>(statement, signal);
  return row?.count ?? 0;
}

function conditions({ kinds, from, to }: TimelineQuery): Prisma.Sql {
  const all = [Prisma.sql`true`];
  if (kinds !== undefined)
    all.push(
      Prisma.sql`EXISTS (SELECT FROM "Entity" e WHERE e."id" = entry."entityId" AND e."kind" = ANY(${[...kinds]}::text[]))`,
    );
  if (from !== undefined) all.push(Prisma.sql`coalesce(entry."dateLatest" >= ${formatDay(from)}::date, true)`);
  if (to !== undefined) all.push(Prisma.sql`coalesce(entry."dateEarliest" <= ${formatDay(to)}::date, true)`);
  return Prisma.join(all, ' AND ');
}

/**
 * Every entry of the scope, a row each, with the day that it is sorted by; what happened once, once. On one day they come
 * in the order of their ids: what began before what ended. What the scope has none of is not looked for.
 */
function allEntries({ kinds }: TimelineQuery, scope: TimelineScope | undefined): Prisma.Sql {
  const inScope = (id: Prisma.Sql): Prisma.Sql =>
    scope === undefined ? Prisma.sql`true` : Prisma.sql`${id} IN (SELECT id FROM scope)`;
  const { laws, held } = scope ?? { laws: true, held: undefined };
  const tables = [
    ...(scope === undefined ? [] : [Prisma.sql`scope(id) AS (SELECT unnest(${[...scope.ids]}::text[]))`]),
    ...(laws ? [toldStages(inScope)] : []),
  ];
  // Where no events are asked for, none stands for a stage.
  const stands = kinds === undefined || kinds.includes('EVENT');
  const entries = [
    ...ofEntities(laws, inScope),
    ...(laws ? [ofStages(stands, inScope)] : []),
    ...(held?.length === 0 ? [] : ofTerms(held)),
  ];
  const before = tables.length === 0 ? Prisma.empty : Prisma.sql`WITH ${Prisma.join(tables)}`;
  return Prisma.sql`${before} ${Prisma.join(entries, ' UNION ALL ')}`;
}

/** Says that an entity is in the scope. */
type InScope = (id: Prisma.Sql) => Prisma.Sql;

function ofEntities(laws: boolean, inScope: InScope): Prisma.Sql[] {
  const isPeriod = Prisma.sql`e."kind" = ANY(${periodKinds}::text[])`;
  const begin = (stage: Prisma.Sql, told: Prisma.Sql): Prisma.Sql => Prisma.sql`
    SELECT 'begin:' || e."id" AS id, CASE WHEN ${isPeriod} THEN 'BEGAN' ELSE 'HAPPENED' END AS moment, e."id" AS "entityId",
      NULL::text AS "relationshipId", ${stage} AS "stageId", ${date('e', 'start', `, ${dayOf('e', 'end')}`)}
    FROM "Entity" e ${told} e."start" IS NOT NULL AND ${inScope(Prisma.sql`e."id"`)}`;
  return [
    laws
      ? begin(
          Prisma.sql`told.stage`,
          Prisma.sql`LEFT JOIN told ON told.event = e."id" WHERE NOT ${beginsWithStage} AND`,
        )
      : begin(Prisma.sql`NULL::text`, Prisma.sql`WHERE`),
    Prisma.sql`
      SELECT 'ended:' || e."id", 'ENDED', e."id", NULL, NULL, ${date('e', 'end')}
      FROM "Entity" e WHERE e."end" IS NOT NULL AND ${inScope(Prisma.sql`e."id"`)}`,
  ];
}

const ofStages = (stands: boolean, inScope: InScope): Prisma.Sql => Prisma.sql`
  SELECT 'stage:' || s."id", 'REACHED_STAGE', s."legislationId", NULL, s."id", ${date('s', 'date')}
  FROM "LegislationStage" s WHERE s."date" IS NOT NULL AND ${inScope(Prisma.sql`s."legislationId"`)}
    ${stands ? Prisma.sql`AND s."id" NOT IN (SELECT stage FROM told)` : Prisma.empty}`;

/** @param held the numbers of the terms; undefined: all. */
function ofTerms(held: readonly number[] | undefined): Prisma.Sql[] {
  const those = held === undefined ? Prisma.empty : Prisma.sql`AND r."seq" = ANY(${[...held]}::int[])`;
  return [
    Prisma.sql`
      SELECT 'from:' || r."id", 'TOOK_OFFICE', r."subjectId", r."id", NULL, ${date('r', 'validFrom')}
      FROM "Relationship" r WHERE r."type" = 'HOLDS' AND r."validFromEarliest" IS NOT NULL ${those}`,
    Prisma.sql`
      SELECT 'to:' || r."id", 'LEFT_OFFICE', r."subjectId", r."id", NULL, ${date('r', 'validTo')}
      FROM "Relationship" r WHERE r."type" = 'HOLDS' AND r."validToLatest" IS NOT NULL ${those}`,
  ];
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
