/** Lists of entities: filtered, ordered, in pages. One statement for the ids of a page, one for its count. */
import { z } from 'zod';
import { Prisma, type PrismaClient } from '../generated/prisma/client.ts';
import { BadInput } from './badInput.ts';
import { formatDay } from './dates.ts';
import { type Connection, type Edge, int, type Key, type PageArgs, parsePage, text, toConnection } from './page.ts';
import { type Kind, lastingKinds, type RelationshipType } from './registry.ts';

/** What is asked of a list; every condition given must hold. */
export interface EntityFilter {
  readonly kinds?: readonly Kind[] | undefined;
  readonly types?: readonly string[] | undefined;
  readonly statuses?: readonly string[] | undefined;
  /** The id of a jurisdiction: what falls under it, or governs it. */
  readonly jurisdiction?: string | undefined;
  /** The id of an issue: what concerns it or, unless `narrower` is false, a narrower one. */
  readonly issue?: string | undefined;
  readonly narrower?: boolean | undefined;
  /** The id of an actor: what it is a party to. */
  readonly party?: string | undefined;
  /** The id of an actor: what it said or put forward. */
  readonly speaker?: string | undefined;
  /** Claims alone: those that are contested, or those that are not. */
  readonly contested?: boolean | undefined;
  /** What can have begun by `to` and not have ended before `from`. */
  readonly from?: Date | undefined;
  readonly to?: Date | undefined;
  /** Words of the name or the summary, in web search syntax. */
  readonly text?: string | undefined;
  /** An attribute that the sources leave open. */
  readonly notStated?: string | undefined;
}

export type EntityOrder = 'ID' | 'NAME' | 'DATE_ASC' | 'DATE_DESC';

interface Found {
  readonly id: string;
  readonly key: string | number;
}

/**
 * A page of the entities that a filter lets through.
 * @throws BadInput if the page or the span of days cannot be.
 */
export async function listEntities(
  prisma: PrismaClient,
  filter: EntityFilter,
  order: EntityOrder,
  pageArgs: PageArgs,
): Promise<Connection<Edge<string>>> {
  checkSpan(filter, ['filter']);
  const page = parsePage(pageArgs, () => `entities ${JSON.stringify(filter)} ${order}`, sorts[order].cursor);
  const { key, type, descending } = sorts[order];
  const beyond = descending ? Prisma.sql`<` : Prisma.sql`>`;
  const after =
    page.after === null
      ? Prisma.empty
      : Prisma.sql`AND (${key}, e."id" COLLATE "C") ${beyond} (${page.after[0]}::${type}, ${page.after[1]}::text)`;
  const direction = descending ? Prisma.sql`DESC` : Prisma.sql`ASC`;
  const where = conditions(filter);
  const rows = await prisma.$queryRaw<Found[]>`
    SELECT e."id", ${key} AS key FROM "Entity" e WHERE ${where} ${after}
    ORDER BY ${key} ${direction}, e."id" COLLATE "C" ${direction} LIMIT ${page.size + 1}`;
  const count = async (): Promise<number> => {
    const [row] = await prisma.$queryRaw<
      { count: number }[]
    >`SELECT count(*)::int AS count FROM "Entity" e WHERE ${where}`;
    return row?.count ?? 0;
  };
  const keyOf = (row: Found): Key => [row.key, row.id];
  return toConnection(page, rows, keyOf, (row, cursor) => ({ cursor, node: row.id }), count);
}

/** Checks that a span of days is one. @throws BadInput that names `from`, below the path of what it stands in. */
export function checkSpan({ from, to }: Pick<EntityFilter, 'from' | 'to'>, path: readonly string[]): void {
  if (from === undefined || to === undefined || from <= to) return;
  throw new BadInput(
    [...path, 'from'],
    `${formatDay(from)} is after ${[...path, 'to'].join('.')}`,
    `at the latest ${formatDay(to)}`,
  );
}

/** Days as numbers since 2000-01-01, so that a cursor is short; what has no date comes last, whichever the direction. */
const day = Prisma.sql`(coalesce(e."startEarliest", e."startLatest") - '2000-01-01'::date)`;
const name = Prisma.sql`coalesce((SELECT fold(n."text") FROM "Name" n WHERE n."entityId" = e."id" AND n."type" = 'PREFERRED' ORDER BY n."language" LIMIT 1), e."id") COLLATE "C"`;

const [byText, byDay] = [z.tuple([text, text]), z.tuple([int, text])];

interface Sort {
  readonly key: Prisma.Sql;
  readonly type: Prisma.Sql;
  readonly descending: boolean;
  /** What a cursor holds. */
  readonly cursor: z.ZodType<Key>;
}

const sorts: Record<EntityOrder, Sort> = {
  ID: { key: Prisma.sql`''::text`, type: Prisma.sql`text`, descending: false, cursor: byText },
  NAME: { key: name, type: Prisma.sql`text`, descending: false, cursor: byText },
  DATE_ASC: { key: Prisma.sql`coalesce(${day}, 2147483647)`, type: Prisma.sql`int`, descending: false, cursor: byDay },
  DATE_DESC: { key: Prisma.sql`coalesce(${day}, -2147483648)`, type: Prisma.sql`int`, descending: true, cursor: byDay },
};

/** How somebody, or another claim, stands against a claim. */
export const contestingTypes = ['DISPUTES', 'DENIES', 'QUALIFIES', 'REBUTS'] as const satisfies RelationshipType[];

/** What a filter says, over the table Entity as `e`. */
export function conditions(filter: EntityFilter): Prisma.Sql {
  const all = [Prisma.sql`true`];
  const {
    kinds,
    types,
    statuses,
    jurisdiction,
    issue,
    narrower = true,
    party,
    speaker,
    contested,
    from,
    to,
    text: words,
    notStated,
  } = filter;
  if (kinds !== undefined) all.push(Prisma.sql`e."kind" = ANY(${[...kinds]}::text[])`);
  if (types !== undefined) all.push(Prisma.sql`e."type" = ANY(${[...types]}::text[])`);
  if (statuses !== undefined) all.push(Prisma.sql`e."status" = ANY(${[...statuses]}::text[])`);
  if (jurisdiction !== undefined)
    all.push(relatesTo(Prisma.sql`r."type" IN ('IN_JURISDICTION', 'GOVERNS') AND r."objectId" = ${jurisdiction}`));
  if (issue !== undefined) {
    const issues = narrower ? withNarrower(issue) : Prisma.sql`${issue}`;
    all.push(relatesTo(Prisma.sql`r."type" = 'CONCERNS' AND r."objectId" IN (${issues})`));
  }
  if (party !== undefined) all.push(hasActor(Prisma.sql`'PARTY_TO'`, party));
  if (speaker !== undefined) all.push(hasActor(Prisma.sql`'MAKES'`, speaker));
  if (contested !== undefined)
    all.push(
      Prisma.sql`e."kind" = 'CLAIM' AND ${contested} = EXISTS (SELECT FROM "Relationship" r
        WHERE r."objectId" = e."id" AND r."type" = ANY(${[...contestingTypes]}::text[]))`,
    );
  if (from !== undefined) all.push(Prisma.sql`${lastDay} >= ${formatDay(from)}::date`);
  if (to !== undefined)
    all.push(
      Prisma.sql`e."start" IS NOT NULL AND coalesce(e."startEarliest", '-infinity'::date) <= ${formatDay(to)}::date`,
    );
  if (words !== undefined) {
    all.push(
      Prisma.sql`(to_tsvector('labour', e."summary") @@ websearch_to_tsquery('labour', ${words}) OR EXISTS (SELECT FROM "Name" n WHERE n."entityId" = e."id" AND to_tsvector('labour', n."text") @@ websearch_to_tsquery('labour', ${words})))`,
    );
  }
  if (notStated !== undefined) {
    all.push(
      Prisma.sql`EXISTS (SELECT FROM "NotStated" s WHERE s."entityId" = e."id" AND s."attribute" = ${notStated})`,
    );
  }
  return Prisma.join(all, ' AND ');
}

/** The last day on which something can have gone on: of what only happens, the last day on which it can have. */
const lastDay = Prisma.sql`CASE
  WHEN e."end" IS NOT NULL THEN coalesce(e."endLatest", 'infinity'::date)
  WHEN e."kind" = ANY(${lastingKinds}::text[]) THEN 'infinity'::date
  ELSE coalesce(e."startLatest", CASE WHEN e."start" IS NULL THEN NULL ELSE 'infinity'::date END)
END`;

const relatesTo = (condition: Prisma.Sql): Prisma.Sql =>
  Prisma.sql`EXISTS (SELECT FROM "Relationship" r WHERE r."subjectId" = e."id" AND ${condition})`;

const hasActor = (type: Prisma.Sql, actor: string): Prisma.Sql =>
  Prisma.sql`EXISTS (SELECT FROM "Relationship" r WHERE r."objectId" = e."id" AND r."type" = ${type} AND r."subjectId" = ${actor})`;

/** The ids of an issue and of all that is part of it. */
const withNarrower = (issue: string): Prisma.Sql => Prisma.sql`
  WITH RECURSIVE part(id) AS (
    SELECT ${issue}::text
    UNION
    SELECT r."subjectId" FROM "Relationship" r JOIN part ON r."objectId" = part.id
    WHERE r."type" = 'PART_OF' AND r."subjectKind" = 'ISSUE'
  )
  SELECT id FROM part`;
