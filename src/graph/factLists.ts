/** Lists of relationships, and of evidence, over the whole graph: filtered, ordered, in pages. */
import { z } from 'zod';
import { Prisma, type PrismaClient } from '../generated/prisma/client.ts';
import { BadInput } from './badInput.ts';
import { type Evidence, factColumns } from './evidence.ts';
import { checkEvidence, sortOfFact } from './factFilters.ts';
import { readKeyset } from './keyset.ts';
import { type Connection, type Edge, int, type PageArgs, parsePage, text } from './page.ts';
import type { Kind, RelationshipType } from './registry.ts';
import { type EvidenceFilter, evidenceConditions, hasEvidence, type RestsOn, reaches } from './restsOn.ts';

/** What is asked of relationships; every condition given must hold. */
export interface RelationshipFilter {
  readonly types?: readonly RelationshipType[] | undefined;
  /** Ids of the ends. */
  readonly subject?: string | undefined;
  readonly object?: string | undefined;
  readonly subjectKinds?: readonly Kind[] | undefined;
  readonly objectKinds?: readonly Kind[] | undefined;
  /** The id of who says so, of what is told at second hand. */
  readonly accordingTo?: string | undefined;
  readonly evidence?: EvidenceFilter | undefined;
  readonly restsOn?: RestsOn | undefined;
}

export type RelationshipOrder = 'ID' | 'DATE_ASC' | 'DATE_DESC';

/** Days since 2000-01-01; what has no date comes last, whichever the direction. */
const day = Prisma.sql`(coalesce(r."validFromEarliest", r."validFromLatest") - '2000-01-01'::date)`;
const [byText, byDay] = [z.tuple([text, text]), z.tuple([int, text])];
const relationshipKeys = {
  ID: { key: Prisma.sql`''::text`, keyType: Prisma.sql`text`, cursor: byText },
  DATE_ASC: { key: Prisma.sql`coalesce(${day}, 2147483647)`, keyType: Prisma.sql`int`, cursor: byDay },
  DATE_DESC: {
    key: Prisma.sql`coalesce(${day}, -2147483648)`,
    keyType: Prisma.sql`int`,
    cursor: byDay,
    descending: true,
  },
} as const;

/** A page of relationships, by their numbers. @throws BadInput if the page cannot be. */
export async function listRelationships(
  prisma: PrismaClient,
  filter: RelationshipFilter,
  order: RelationshipOrder,
  pageArgs: PageArgs,
): Promise<Connection<Edge<{ readonly seq: number }>>> {
  const { cursor, ...sort } = relationshipKeys[order];
  const page = parsePage(pageArgs, () => `relationships ${JSON.stringify(filter)} ${order}`, cursor);
  const from = (): Prisma.Sql => Prisma.sql`FROM "Relationship" r WHERE ${conditions(filter)}`;
  return await readKeyset(
    prisma,
    { columns: Prisma.sql`r."id", r."seq"`, from, id: Prisma.sql`r."id"`, ...sort },
    page,
  );
}

function conditions(filter: RelationshipFilter): Prisma.Sql {
  const { types, subject, object, subjectKinds, objectKinds, accordingTo, evidence, restsOn } = filter;
  const fact = Prisma.sql`v."relationshipId" = r."id"`;
  const all = [Prisma.sql`true`];
  if (types !== undefined) all.push(Prisma.sql`r."type" = ANY(${[...types]}::text[])`);
  if (subject !== undefined) all.push(Prisma.sql`r."subjectId" = ${subject}`);
  if (object !== undefined) all.push(Prisma.sql`r."objectId" = ${object}`);
  if (subjectKinds !== undefined) all.push(Prisma.sql`r."subjectKind" = ANY(${[...subjectKinds]}::text[])`);
  if (objectKinds !== undefined) all.push(Prisma.sql`r."objectKind" = ANY(${[...objectKinds]}::text[])`);
  if (accordingTo !== undefined) all.push(Prisma.sql`r."accordingToId" = ${accordingTo}`);
  if (evidence !== undefined) all.push(hasEvidence(fact, evidence));
  if (restsOn !== undefined) all.push(reaches(fact, restsOn));
  return Prisma.join(all, ' AND ');
}

export type EvidenceOrder = 'ID' | 'SOURCE';

/** An article and its paragraph as one text, in the order of the paragraphs; citations from elsewhere come last. */
const source = Prisma.sql`coalesce(v."articleId" || ' ' || lpad(v."paragraph"::text, 9, '0'), '~') COLLATE "C"`;
const evidenceKeys = { ID: Prisma.sql`''::text`, SOURCE: source } as const;

/**
 * A page of evidence.
 * @param of the id of a fact: only what bears that one out.
 * @throws BadInput if the page cannot be, if there is no such fact, or if it can have no such evidence.
 */
export async function listEvidence(
  prisma: PrismaClient,
  of: string | undefined,
  filter: EvidenceFilter,
  order: EvidenceOrder,
  pageArgs: PageArgs,
): Promise<Connection<Edge<Evidence>>> {
  const page = parsePage(pageArgs, () => `evidence ${of} ${JSON.stringify(filter)} ${order}`, byText);
  const columns = factColumns.map((column) => Prisma.sql`v.${Prisma.raw(`"${column}"`)} = ${of ?? null}::text`);
  const fact = of === undefined ? Prisma.sql`true` : Prisma.sql`(${Prisma.join(columns, ' OR ')})`;
  const from = (): Prisma.Sql => Prisma.sql`FROM "Evidence" v WHERE ${fact} AND ${evidenceConditions(filter)}`;
  const key = evidenceKeys[order];
  // As the client names the column.
  const list = {
    columns: Prisma.sql`v.*, v."cues" AS anchors`,
    from,
    key,
    keyType: Prisma.sql`text`,
    id: Prisma.sql`v."id"`,
  };
  const found = await readKeyset<Evidence>(prisma, list, page);
  if (of !== undefined && found.edges.length === 0) await checkFact(prisma, of, filter);
  return found;
}

/** Checks that there is a fact, and that its evidence can be as asked: looked up only where nothing was found. */
async function checkFact(prisma: PrismaClient, id: string, filter: EvidenceFilter): Promise<void> {
  const [row] = await prisma.$queryRaw<{ column: string; word: string }[]>`
    SELECT 'entityId' AS "column", "kind" AS word FROM "Entity" WHERE "id" = ${id}::text
    UNION ALL SELECT 'relationshipId', "type" FROM "Relationship" WHERE "id" = ${id}::text
    UNION ALL SELECT 'termId', '' FROM "Term" WHERE "id" = ${id}::text
    UNION ALL SELECT 'provisionId', '' FROM "Provision" WHERE "id" = ${id}::text
    UNION ALL SELECT 'stageId', '' FROM "LegislationStage" WHERE "id" = ${id}::text`;
  const sort = row === undefined ? null : sortOfFact(row.column, row.word);
  if (sort === null) {
    const allowed = 'the id of an entity, a relationship, a term, a provision or a stage; `search` finds entities';
    throw new BadInput(['of'], `there is no fact "${id}"`, allowed);
  }
  checkEvidence(filter, [sort], ['filter']);
}
