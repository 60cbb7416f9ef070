/**
 * When something can have gone on: from the first to the last day that its dates allow. What is not known bounds
 * nothing. Legislation of which nobody says when it was introduced goes on from the first stage that has a date.
 */
import { Prisma } from '../../generated/prisma/client.ts';
import { formatDay } from '../../records/partialDates.ts';
import { type Kind, kindNames, periodKinds } from '../../registry/index.ts';

/** What to do with things that have no date. */
export type Undated = 'INCLUDE' | 'EXCLUDE' | 'ONLY';

export interface Days {
  /** What can have gone on, on this day or later. */
  readonly from?: Date | undefined;
  /** What can have begun or happened by this day. */
  readonly to?: Date | undefined;
  readonly undated?: Undated | undefined;
}

/** True if days are asked about. */
export const asksForDays = ({ from, to, undated }: Days): boolean =>
  from !== undefined || to !== undefined || undated !== undefined;

/** What of the table Entity as `e`, of these kinds, can have gone on in some days. */
export function possiblyDuring(days: Days, kinds: readonly Kind[] = kindNames): Prisma.Sql {
  const ofItself = condition('e', days);
  if (!kinds.includes('CLAIM')) return ofItself;
  const ofClaim = conditionOfClaim(days);
  if (kinds.length === 1) return ofClaim;
  return Prisma.sql`CASE WHEN e."kind" = 'CLAIM' THEN ${ofClaim} ELSE ${ofItself} END`;
}

/** What went on in some days for certain, of what `possiblyDuring` lets through. */
export function certainlyDuring(days: Days, kinds: readonly Kind[] = kindNames): Prisma.Sql {
  const ofItself = sureCondition('e', days);
  if (!kinds.includes('CLAIM')) return ofItself;
  return Prisma.sql`CASE WHEN e."kind" = 'CLAIM' THEN ${madeBy(sureCondition('made', days))} ELSE ${ofItself} END`;
}

function sureCondition(alias: string, { from, to }: Days): Prisma.Sql {
  const e = Prisma.raw(alias);
  const all = [spanOf(e).dated];
  const stage = (bound: 'min(s."dateLatest")' | 'max(s."dateEarliest")'): Prisma.Sql =>
    Prisma.sql`(SELECT ${Prisma.raw(bound)} FROM "LegislationStage" s WHERE s."legislationId" = ${e}."id")`;
  // Whatever ended on a day or later went on until then, and so did what began then.
  if (from !== undefined)
    all.push(Prisma.sql`greatest(${e}."startEarliest", ${e}."endEarliest", ${stage('max(s."dateEarliest")')})
      >= ${formatDay(from)}::date`);
  if (to !== undefined)
    all.push(Prisma.sql`coalesce(${e}."startLatest", ${stage('min(s."dateLatest")')}, ${e}."endLatest")
      <= ${formatDay(to)}::date`);
  return Prisma.sql`coalesce(${Prisma.join(all, ' AND ')}, false)`;
}

function condition(alias: string, { from, to, undated = 'INCLUDE' }: Days): Prisma.Sql {
  const { first, last, dated } = spanOf(Prisma.raw(alias));
  if (undated === 'ONLY') return Prisma.sql`NOT ${dated}`;
  const all = [undated === 'EXCLUDE' ? dated : Prisma.sql`true`];
  if (from !== undefined) all.push(Prisma.sql`${last} >= ${formatDay(from)}::date`);
  if (to !== undefined) all.push(Prisma.sql`${first} <= ${formatDay(to)}::date`);
  return Prisma.sql`(${Prisma.join(all, ' AND ')})`;
}

/** A claim has the days of the statements that make it, as far as these have any. */
function conditionOfClaim(days: Days): Prisma.Sql {
  const during = madeBy(condition('made', { ...days, undated: 'EXCLUDE' }));
  const undated = Prisma.sql`NOT ${madeBy(spanOf(Prisma.raw('made')).dated)}`;
  switch (days.undated ?? 'INCLUDE') {
    case 'ONLY':
      return undated;
    case 'EXCLUDE':
      return during;
    case 'INCLUDE':
      return Prisma.sql`(${during} OR ${undated})`;
  }
}

/** A claim that a statement makes, of which something holds. */
const madeBy = (holds: Prisma.Sql): Prisma.Sql => Prisma.sql`EXISTS (
  SELECT FROM "Relationship" r JOIN "Entity" made ON made."id" = r."subjectId"
  WHERE r."objectId" = e."id" AND r."type" = 'ASSERTS' AND r."subjectKind" = 'STATEMENT' AND ${holds})`;

/** The first and the last day of a row of Entity, infinite where nothing bounds them, and whether it has any date. */
function spanOf(e: Prisma.Sql): Record<'first' | 'last' | 'dated', Prisma.Sql> {
  const stages = Prisma.sql`FROM "LegislationStage" s WHERE s."legislationId" = ${e}."id" AND s."date" IS NOT NULL`;
  const isLaw = Prisma.sql`${e}."kind" = 'LEGISLATION'`;
  return {
    first: Prisma.sql`CASE
      WHEN ${e}."start" IS NOT NULL THEN coalesce(${e}."startEarliest", '-infinity'::date)
      WHEN ${isLaw} THEN coalesce((SELECT min(coalesce(s."dateEarliest", '-infinity'::date)) ${stages}), '-infinity'::date)
      ELSE '-infinity'::date END`,
    last: Prisma.sql`CASE
      WHEN ${e}."end" IS NOT NULL THEN coalesce(${e}."endLatest", 'infinity'::date)
      WHEN ${e}."kind" = ANY(${periodKinds}::text[]) THEN 'infinity'::date
      ELSE coalesce(${e}."startLatest", 'infinity'::date) END`,
    dated: Prisma.sql`(${e}."start" IS NOT NULL OR ${e}."end" IS NOT NULL OR (${isLaw} AND EXISTS (SELECT ${stages})))`,
  };
}
