/** Lists of entities: filtered, ordered, in pages. One statement for the ids of a page, one for its count. */
import { Prisma, type PrismaClient, type Side } from '../generated/prisma/client.ts';
import { BadInput } from './badInput.ts';
import { keepOne } from './cache.ts';
import { contestsOf } from './contested.ts';
import { formatDay } from './dates.ts';
import type { Language } from './entities.ts';
import { countRows, readKeyset } from './keyset.ts';
import type { Maybe } from './maybe.ts';
import { byId, dayNumber, type Order, type Sortable, sortBy } from './order.ts';
import { type Connection, type Edge, type PageArgs, parsePage } from './page.ts';
import { type Contest, contestableKinds, type Kind, kindNames } from './registry.ts';
import { pairs, type RelationName } from './relations.ts';
import { type EvidenceFilter, hasEvidence, type RestsOn, reaches } from './restsOn.ts';
import { asksForDays, type Days, within } from './spans.ts';

/** What is asked of a list; every condition given must hold. */
export interface EntityFilter extends Days {
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
  /** What was said or put forward on one of these sides. */
  readonly sides?: readonly Side[] | undefined;
  /** What can be contested: that which is, or that which is not. */
  readonly contested?: boolean | undefined;
  /** What is contested in one of these ways. */
  readonly contestedAs?: readonly Contest[] | undefined;
  /** What rests, among others, on such evidence. */
  readonly evidence?: EvidenceFilter | undefined;
  readonly restsOn?: RestsOn | undefined;
  /** Words of the name or the summary, in web search syntax. */
  readonly text?: string | undefined;
  /** An attribute that the sources leave open. */
  readonly notStated?: string | undefined;
}

/** An order, and the language of the names that it goes by. */
export interface EntityOrder extends Order<'ID' | 'NAME' | 'DATE'> {
  readonly language: Language;
}

/** A page of a list that a filter may narrow to some days. */
export interface ListConnection extends Connection<Edge<string>> {
  /** How many that meet the other conditions have no date; null where no days are asked about. */
  readonly undatedCount: () => Maybe<number | null>;
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
): Promise<ListConnection> {
  checkSpan(filter, ['filter']);
  const sort = sortBy(sortable(order), order.direction);
  const page = parsePage(pageArgs, () => `entities ${JSON.stringify([filter, order])}`, sort.cursor);
  const id = Prisma.sql`e."id"`;
  // Of the filter, which the page keeps for its count, and not of its SQL, which is many times as long.
  const from = (): Prisma.Sql => entitiesThat(filter);
  const found = await readKeyset(prisma, { columns: id, from, sort, id }, page, (row) => row.id);
  return { ...found, undatedCount: countUndated(prisma, filter) };
}

/** How many that meet a filter's other conditions have no date, once that is asked; null where no days are asked about. */
export function countUndated(prisma: PrismaClient, filter: EntityFilter): () => Maybe<number | null> {
  if (!asksForDays(filter)) return () => null;
  const undated: EntityFilter = { ...filter, from: undefined, to: undefined, undated: 'ONLY' };
  return keepOne(async () => await countRows(prisma, entitiesThat(undated)));
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

const day = dayNumber(Prisma.sql`coalesce(e."startEarliest", e."startLatest")`);
/** The beginning of a name, since it stands in a cursor; what begins alike is in the order of its ids. */
const name = (language: Language): Prisma.Sql =>
  Prisma.sql`left(coalesce((SELECT fold(n."text") FROM "Name" n WHERE n."entityId" = e."id" AND n."type" = 'PREFERRED'
    ORDER BY n."language" <> ${language}::text LIMIT 1), e."id"), 60) COLLATE "C"`;

function sortable({ field, language }: EntityOrder): Sortable {
  switch (field) {
    case 'ID':
      return byId;
    case 'NAME':
      return { value: name(language), type: 'text' };
    case 'DATE':
      return { value: day, type: 'int' };
  }
}

const entitiesThat = (filter: EntityFilter): Prisma.Sql => Prisma.sql`FROM "Entity" e WHERE ${conditions(filter)}`;

/** What a filter says, over the table Entity as `e`. */
export function conditions(filter: EntityFilter): Prisma.Sql {
  const all = [Prisma.sql`true`];
  const { kinds = kindNames, types, statuses, jurisdiction, issue, narrower = true, party, speaker, sides } = filter;
  const { contested, contestedAs, evidence, restsOn, text: words, notStated } = filter;
  const related = (relation: RelationName, holds: Prisma.Sql): Prisma.Sql =>
    Prisma.sql`e."id" IN (SELECT pair.id FROM (${pairs(relation, kinds)}) AS pair WHERE ${holds})`;
  if (filter.kinds !== undefined) all.push(Prisma.sql`e."kind" = ANY(${[...kinds]}::text[])`);
  if (types !== undefined) all.push(Prisma.sql`e."type" = ANY(${[...types]}::text[])`);
  if (statuses !== undefined) all.push(Prisma.sql`e."status" = ANY(${[...statuses]}::text[])`);
  if (jurisdiction !== undefined) all.push(related('jurisdiction', Prisma.sql`pair.far = ${jurisdiction}`));
  if (issue !== undefined) {
    const issues = narrower ? withNarrower(issue) : Prisma.sql`${issue}`;
    all.push(related('issue', Prisma.sql`pair.far IN (${issues})`));
  }
  if (party !== undefined) {
    const is = Prisma.sql`pair.far = ${party}`;
    all.push(Prisma.sql`(${related('party', is)} OR ${related('participant', is)})`);
  }
  if (speaker !== undefined) all.push(related('speaker', Prisma.sql`pair.far = ${speaker} AND NOT pair.hearsay`));
  if (sides !== undefined)
    all.push(related('side', Prisma.sql`pair."side"::text = ANY(${[...sides]}::text[]) AND NOT pair.hearsay`));
  if (contested !== undefined)
    all.push(
      Prisma.sql`e."kind" = ANY(${[...contestableKinds]}::text[])
        AND ${contested} = EXISTS (${contestsOf(Prisma.sql`e."id"`)})`,
    );
  if (contestedAs !== undefined)
    all.push(
      Prisma.sql`EXISTS (SELECT FROM (${contestsOf(Prisma.sql`e."id"`)}) AS found
        WHERE found.contest = ANY(${[...contestedAs]}::text[]))`,
    );
  if (evidence !== undefined) all.push(hasEvidence(ofEntity, evidence));
  if (restsOn !== undefined) all.push(reaches(ofEntity, restsOn));
  if (asksForDays(filter)) all.push(within(filter, kinds));
  if (words !== undefined) {
    all.push(
      // Each half by an index of its own: one condition over both would read both tables whole.
      Prisma.sql`e."id" IN (
        SELECT s."id" FROM "Entity" s WHERE to_tsvector('labour', s."summary") @@ websearch_to_tsquery('labour', ${words})
        UNION ALL
        SELECT n."entityId" FROM "Name" n WHERE to_tsvector('labour', n."text") @@ websearch_to_tsquery('labour', ${words}))`,
    );
  }
  if (notStated !== undefined) {
    all.push(
      Prisma.sql`EXISTS (SELECT FROM "NotStated" s WHERE s."entityId" = e."id" AND s."attribute" = ${notStated})`,
    );
  }
  return Prisma.join(all, ' AND ');
}

/** Whose evidence is meant. */
const ofEntity = Prisma.sql`v."entityId" = e."id"`;

/** The ids of an issue and of all that is part of it. */
const withNarrower = (issue: string): Prisma.Sql => Prisma.sql`
  WITH RECURSIVE part(id) AS (
    SELECT ${issue}::text
    UNION
    SELECT r."subjectId" FROM "Relationship" r JOIN part ON r."objectId" = part.id
    WHERE r."type" = 'PART_OF' AND r."subjectKind" = 'ISSUE'
  )
  SELECT id FROM part`;
