/** What facts rest on: the evidence that they must have, and how far it reaches. For lists of whatever has evidence. */
import { type Basis, Prisma, type Quotation, type TextStatus } from '../../generated/prisma/client.ts';
import { formatDay } from '../../records/partialDates.ts';
import { attributeOfScheme, identifierSchemeNames } from '../../registry/index.ts';

/** What is asked of a piece of evidence; every condition given must hold. */
export interface EvidenceFilter {
  readonly article?: string | undefined;
  /** With `article`. */
  readonly paragraph?: number | undefined;
  /** The id of who published the article, or wrote it for the publisher. */
  readonly outlet?: string | undefined;
  /** The latest day on which its article can have been published is this or an earlier one. */
  readonly publishedUntil?: Date | undefined;
  readonly bases?: readonly Basis[] | undefined;
  readonly verifications?: readonly TextStatus[] | undefined;
  readonly quotations?: readonly Quotation[] | undefined;
  /** What it is for: an attribute of the fact. */
  readonly attribute?: string | undefined;
}

/** How far the evidence of a fact reaches. */
export type RestsOn = 'ONE_ARTICLE' | 'ONE_OUTLET' | 'ARTICLES_ALONE' | 'OUTSIDE_SOURCES_ALONE';

/** What a filter says, over the table Evidence as `v`. */
export function evidenceConditions(filter: EvidenceFilter): Prisma.Sql {
  const { article, paragraph, outlet, publishedUntil, bases, verifications, quotations, attribute } = filter;
  const all = [Prisma.sql`true`];
  if (article !== undefined) all.push(Prisma.sql`v."articleId" = ${article}`);
  if (paragraph !== undefined) all.push(Prisma.sql`v."paragraph" = ${paragraph}`);
  if (outlet !== undefined) all.push(publishedBy(Prisma.sql`${outlet}`));
  if (publishedUntil !== undefined)
    all.push(Prisma.sql`EXISTS (SELECT FROM "Entity" a WHERE a."id" = v."articleId"
      AND a."startLatest" <= ${formatDay(publishedUntil)}::date)`);
  if (bases !== undefined) all.push(Prisma.sql`v."basis"::text = ANY(${[...bases]}::text[])`);
  if (verifications !== undefined)
    all.push(Prisma.sql`EXISTS (SELECT FROM "Article" a WHERE a."id" = v."articleId"
      AND a."textStatus"::text = ANY(${[...verifications]}::text[]))`);
  if (quotations !== undefined) all.push(Prisma.sql`v."quotation"::text = ANY(${[...quotations]}::text[])`);
  if (attribute !== undefined) all.push(Prisma.sql`v."attribute" = ${attribute}`);
  return Prisma.join(all, ' AND ');
}

const publishedBy = (outlet: Prisma.Sql): Prisma.Sql =>
  Prisma.sql`EXISTS (SELECT FROM "Relationship" p WHERE p."subjectId" = v."articleId" AND p."type" = 'PUBLISHED_BY'
    AND p."objectId" = ${outlet})`;

/** That a fact has such a piece of evidence. `fact`: what evidence says of whose it is, such as `v."entityId" = e."id"`. */
export const hasEvidence = (fact: Prisma.Sql, filter: EvidenceFilter): Prisma.Sql =>
  Prisma.sql`EXISTS (SELECT FROM "Evidence" v WHERE ${fact} AND ${evidenceConditions(filter)})`;

/** Evidence for an identifier says which one is meant, and bears nothing out. */
export const identifying: readonly string[] = identifierSchemeNames.map(attributeOfScheme);

/** That the evidence of a fact reaches so far, and no farther. */
export function reaches(owner: Prisma.Sql, restsOn: RestsOn): Prisma.Sql {
  const fact = Prisma.sql`${owner} AND (v."attribute" = ANY(${[...identifying]}::text[])) IS NOT TRUE`;
  const of = (aggregate: Prisma.Sql): Prisma.Sql =>
    Prisma.sql`(SELECT coalesce(${aggregate}, false) FROM "Evidence" v WHERE ${fact})`;
  switch (restsOn) {
    case 'ONE_ARTICLE':
      return of(Prisma.sql`bool_and(v."articleId" IS NOT NULL) AND count(DISTINCT v."articleId") = 1`);
    case 'ARTICLES_ALONE':
      return of(Prisma.sql`bool_and(v."articleId" IS NOT NULL)`);
    case 'OUTSIDE_SOURCES_ALONE':
      return of(Prisma.sql`bool_and(v."articleId" IS NULL)`);
    case 'ONE_OUTLET':
      return Prisma.sql`EXISTS (
        SELECT o."objectId" FROM "Evidence" v JOIN "Relationship" o ON o."subjectId" = v."articleId"
        WHERE ${fact} AND o."type" = 'PUBLISHED_BY'
          AND ${of(Prisma.sql`bool_and(${publishedBy(Prisma.sql`o."objectId"`)})`)})`;
  }
}
