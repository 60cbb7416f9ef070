/** What can be asked of entities, and how a statement says it. */
import { Prisma, type Side, type TextStatus } from '../../generated/prisma/client.ts';
import { InvalidArgument } from '../../records/invalidArgument.ts';
import { formatDay } from '../../records/partialDates.ts';
import { type Contest, contestableKinds, type Kind, kindNames } from '../../registry/index.ts';
import { contestsOf } from '../rows/contested.ts';
import { pairs, type RelationName } from './relations.ts';
import { type EvidenceFilter, hasEvidence, type RestsOn, reaches } from './restsOn.ts';
import { asksForDays, type Days, possiblyDuring } from './spans.ts';

/** What is asked of a name; every condition given must hold of one and the same. */
export interface TextFilter {
  readonly is?: string | undefined;
  readonly startsWith?: string | undefined;
  readonly contains?: string | undefined;
}

/** What is asked of entities; every condition given must hold. */
export interface EntityFilter extends Days {
  /** The kinds that it speaks of, which can meet all of it: of others it lets nothing through. None: all. */
  readonly kinds?: readonly Kind[] | undefined;
  readonly ids?: readonly string[] | undefined;
  /** Any of its names, in any language. */
  readonly name?: TextFilter | undefined;
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
  /** The id of an outlet: the articles that it published. */
  readonly publishedBy?: string | undefined;
  /** Articles by whether their text was checked. */
  readonly verifications?: readonly TextStatus[] | undefined;
  /** What rests, among others, on such evidence. */
  readonly evidence?: EvidenceFilter | undefined;
  readonly restsOn?: RestsOn | undefined;
  /** Words of the name or the summary, in web search syntax. */
  readonly text?: string | undefined;
  /** An attribute that the sources leave open. */
  readonly notStated?: string | undefined;
  readonly and?: readonly EntityFilter[] | undefined;
  readonly or?: readonly EntityFilter[] | undefined;
  /** What this does not let through. */
  readonly not?: EntityFilter | undefined;
}

/**
 * Checks that a span of days is one.
 * @throws InvalidArgument that names `from`, below the path of what it stands in.
 */
export function checkSpan({ from, to }: Pick<Days, 'from' | 'to'>, path: readonly string[]): void {
  if (from === undefined || to === undefined || from <= to) return;
  throw new InvalidArgument(
    [...path, 'from'],
    `${formatDay(from)} is after ${[...path, 'to'].join('.')}`,
    `at the latest ${formatDay(to)}`,
  );
}

/** What meets a filter's other conditions and has no date; null where no days are asked about. */
export const undatedOf = (filter: EntityFilter): EntityFilter | null =>
  asksForDays(filter) ? { ...filter, from: undefined, to: undefined, undated: 'ONLY' } : null;

/** What a filter says, over the table Entity as `e`. */
export function conditions(filter: EntityFilter): Prisma.Sql {
  const all = [Prisma.sql`true`];
  const { kinds = kindNames, ids, name, types, statuses, contested, contestedAs } = filter;
  const { publishedBy, verifications, evidence, restsOn, notStated } = filter;
  if (filter.kinds !== undefined) all.push(isOf(kinds));
  if (ids !== undefined) all.push(Prisma.sql`e."id" = ANY(${[...ids]}::text[])`);
  if (name !== undefined) all.push(isNamed(name));
  if (types !== undefined) all.push(Prisma.sql`e."type" = ANY(${[...types]}::text[])`);
  if (statuses !== undefined) all.push(Prisma.sql`e."status" = ANY(${[...statuses]}::text[])`);
  all.push(...relatedConditions(filter, kinds));
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
  if (publishedBy !== undefined) all.push(isRelated('publishedBy', kinds, Prisma.sql`pair.far = ${publishedBy}`));
  if (verifications !== undefined)
    all.push(
      Prisma.sql`EXISTS (SELECT FROM "Article" a WHERE a."id" = e."id"
        AND a."textStatus"::text = ANY(${[...verifications]}::text[]))`,
    );
  if (evidence !== undefined) all.push(hasEvidence(ofEntity, evidence));
  if (restsOn !== undefined) all.push(reaches(ofEntity, restsOn));
  if (asksForDays(filter)) all.push(possiblyDuring(filter, kinds));
  if (filter.text !== undefined) all.push(hasWords(filter.text));
  if (notStated !== undefined) {
    all.push(
      Prisma.sql`EXISTS (SELECT FROM "NotStated" s WHERE s."entityId" = e."id" AND s."attribute" = ${notStated})`,
    );
  }
  for (const one of filter.and ?? []) all.push(conditions(one));
  if (filter.or !== undefined) all.push(anyOf(filter.or));
  if (filter.not !== undefined) all.push(noneOf(filter.not));
  return Prisma.join(all, ' AND ');
}

/** What a filter says of what something is related to. */
function relatedConditions(filter: EntityFilter, kinds: readonly Kind[]): Prisma.Sql[] {
  const { jurisdiction, issue, narrower = true, party, speaker, sides } = filter;
  const all: Prisma.Sql[] = [];
  if (jurisdiction !== undefined) all.push(isRelated('jurisdiction', kinds, Prisma.sql`pair.far = ${jurisdiction}`));
  if (issue !== undefined) {
    const issues = narrower ? withNarrower(issue) : Prisma.sql`${issue}`;
    all.push(isRelated('issue', kinds, Prisma.sql`pair.far IN (${issues})`));
  }
  if (party !== undefined) {
    const is = Prisma.sql`pair.far = ${party}`;
    all.push(Prisma.sql`(${isRelated('party', kinds, is)} OR ${isRelated('participant', kinds, is)})`);
  }
  if (speaker !== undefined)
    all.push(isRelated('speaker', kinds, Prisma.sql`pair.far = ${speaker} AND NOT pair.hearsay`));
  if (sides !== undefined)
    all.push(isRelated('side', kinds, Prisma.sql`pair."side"::text = ANY(${[...sides]}::text[]) AND NOT pair.hearsay`));
  return all;
}

const isRelated = (relation: RelationName, kinds: readonly Kind[], holds: Prisma.Sql): Prisma.Sql =>
  Prisma.sql`e."id" IN (SELECT pair.id FROM (${pairs(relation, kinds)}) AS pair WHERE ${holds})`;

const isOf = (kinds: readonly Kind[]): Prisma.Sql => Prisma.sql`e."kind" = ANY(${[...kinds]}::text[])`;

function anyOf(filters: readonly EntityFilter[]): Prisma.Sql {
  const each = filters.map((filter) => Prisma.sql`(${conditions(filter)})`);
  return Prisma.sql`(${Prisma.join([Prisma.sql`false`, ...each], ' OR ')})`;
}

/**
 * What is not known to be so is not so: it counts as what does not meet a condition, and the other way round. Of which
 * kinds that can be said, the filter around it says.
 */
const noneOf = (filter: EntityFilter): Prisma.Sql => Prisma.sql`(${conditions(filter)}) IS NOT TRUE`;

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

/** Each half by an index of its own: one condition over both would read both tables whole. */
const hasWords = (words: string): Prisma.Sql => Prisma.sql`e."id" IN (
  SELECT s."id" FROM "Entity" s WHERE ${hasThem(Prisma.sql`s."summary"`, words)}
  UNION ALL
  SELECT n."entityId" FROM "Name" n WHERE ${hasThem(Prisma.sql`n."text"`, words)})`;

/** As the index has it: see the migration search_both_languages. */
const hasThem = (text: Prisma.Sql, words: string): Prisma.Sql =>
  Prisma.sql`to_tsvector('labour', plain(${text})) @@ websearch_to_tsquery('labour', plain(${words}))`;

/** A name is looked for as the search does, in the way of writing that its indexes hold. */
function isNamed({ is, startsWith, contains }: TextFilter): Prisma.Sql {
  const name = Prisma.sql`spelling(n."text")`;
  const asked = (text: string): Prisma.Sql => Prisma.sql`spelling(${text})`;
  const all = [Prisma.sql`true`];
  if (is !== undefined) all.push(Prisma.sql`${name} COLLATE "C" = ${asked(is)}`);
  if (startsWith !== undefined)
    all.push(Prisma.sql`${name} COLLATE "C" >= ${asked(startsWith)}
      AND ${name} COLLATE "C" < ${asked(startsWith)} || chr(1114111)`);
  if (contains !== undefined)
    all.push(Prisma.sql`${name} LIKE '%' || regexp_replace(${asked(contains)}, '([\\\\%_])', '\\\\\\1', 'g') || '%'`);
  return Prisma.sql`e."id" IN (SELECT n."entityId" FROM "Name" n WHERE ${Prisma.join(all, ' AND ')})`;
}
