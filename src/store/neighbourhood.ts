/** The part of the graph that bears on a few facts: what has to be read to check a change of these, however large the rest. */
import { Prisma } from '../generated/prisma/client.ts';

/** A change of a few facts, by the ids in it. */
interface Touched {
  /** The entities whose records change, and the subjects of relationships that do. */
  readonly core: readonly string[];
  /** The entities and relationships that are removed. */
  readonly removed: readonly string[];
  /** The words of the records: among them are the ids, and the identifiers in registers, that they name. */
  readonly words: readonly string[];
  /** The types of relationships that decide whether others may be. */
  readonly types: readonly string[];
  /** Those among them that may not lead in a circle. */
  readonly ordering: readonly string[];
}

/** The ids of entities and relationships. */
export interface Neighbourhood {
  readonly entities: readonly string[];
  /** The entities among them that change: of an article, all that cites it is meant too. */
  readonly core: readonly string[];
  readonly relationships: readonly string[];
}

interface Edge {
  readonly id: string;
  readonly subjectId: string;
  readonly objectId: string;
}

/** An entity in the graph: as much as those that name it have to know. */
export interface Stub {
  readonly id: string;
  readonly kind: string;
  /** How many an ARTICLE has. */
  readonly paragraphs: number;
}

/**
 * Finds what bears on a change: whatever it names, what these are related to in ways that rules look at, two steps far,
 * what leads to events that change, and the chains that a circle could close. A constant number of statements.
 */
export async function readNeighbourhood(tx: Prisma.TransactionClient, touched: Touched): Promise<Neighbourhood> {
  const { removed, words, types, ordering } = touched;
  const named = await readNamed(tx, words);
  const gone = await tx.$queryRaw<Edge[]>`
    SELECT r."id", r."subjectId", r."objectId" FROM "Relationship" r WHERE r."id" = ANY(${[...removed]}::text[])`;
  const core = [...new Set([...touched.core, ...removed, ...gone.map(({ subjectId }) => subjectId)])];
  const ends = [...new Set([...core, ...named, ...gone.map(({ objectId }) => objectId)])];
  const near = await tx.$queryRaw<Edge[]>`
    SELECT r."id", r."subjectId", r."objectId" FROM "Relationship" r WHERE r."subjectId" = ANY(${core}::text[])
    UNION SELECT r."id", r."subjectId", r."objectId" FROM "Relationship" r
      WHERE r."subjectId" = ANY(${ends}::text[]) AND r."type" = ANY(${[...types]}::text[])
    UNION SELECT r."id", r."subjectId", r."objectId" FROM "Relationship" r
      WHERE r."objectId" = ANY(${ends}::text[]) AND r."type" = ANY(${[...types]}::text[])
    UNION SELECT r."id", r."subjectId", r."objectId" FROM "Relationship" r
      WHERE r."objectId" = ANY(${core}::text[]) AND r."objectKind" = 'EVENT'`;
  const reached = [...new Set([...ends, ...near.flatMap(({ subjectId, objectId }) => [subjectId, objectId])])];
  const further = await tx.$queryRaw<Edge[]>`
    WITH RECURSIVE chain AS (
      SELECT r."id", r."type", r."subjectId", r."objectId" FROM "Relationship" r
      WHERE r."subjectId" = ANY(${ends}::text[]) AND r."type" = ANY(${[...ordering]}::text[])
      UNION SELECT r."id", r."type", r."subjectId", r."objectId" FROM "Relationship" r
      JOIN chain c ON r."subjectId" = c."objectId" AND r."type" = c."type")
    SELECT "id", "subjectId", "objectId" FROM chain
    UNION SELECT r."id", r."subjectId", r."objectId" FROM "Relationship" r
      WHERE r."type" = ANY(${[...types]}::text[])
        AND r."subjectId" = ANY(${reached}::text[]) AND r."objectId" = ANY(${reached}::text[])`;
  const edges = [...gone, ...near, ...further];
  const articles = await readArticlesOf(tx, core, edges);
  const entities = [...reached, ...articles, ...edges.flatMap(({ subjectId, objectId }) => [subjectId, objectId])];
  return { core, entities: [...new Set(entities)], relationships: [...new Set(edges.map(({ id }) => id))] };
}

/** The entities that have one of the words for an id, for an identifier in a register, or for the code of a place. */
async function readNamed(tx: Prisma.TransactionClient, words: readonly string[]): Promise<string[]> {
  const found = await tx.$queryRaw<{ id: string }[]>`
    SELECT e."id" FROM "Entity" e WHERE e."id" = ANY(${[...words]}::text[])
    UNION SELECT i."entityId" FROM "Identifier" i WHERE i."value" = ANY(${[...words]}::text[])
    UNION SELECT j."id" FROM "Jurisdiction" j WHERE j."code" = ANY(${[...words]}::text[])`;
  return found.map(({ id }) => id);
}

/** The articles that the entities, their parts and these relationships cite. */
async function readArticlesOf(
  tx: Prisma.TransactionClient,
  entities: readonly string[],
  relationships: readonly Edge[],
): Promise<string[]> {
  const cited = Prisma.sql`SELECT v."articleId" AS id FROM "Evidence" v`;
  const own = Prisma.sql`${[...entities]}::text[]`;
  const found = await tx.$queryRaw<{ id: string | null }[]>`
    ${cited} WHERE v."entityId" = ANY(${own})
    UNION ${cited} WHERE v."relationshipId" = ANY(${relationships
      .filter(({ subjectId }) => entities.includes(subjectId))
      .map(({ id }) => id)}::text[])
    UNION ${cited} JOIN "Term" t ON t."id" = v."termId" WHERE t."proposalId" = ANY(${own})
    UNION ${cited} JOIN "Provision" p ON p."id" = v."provisionId" WHERE p."legislationId" = ANY(${own})
    UNION ${cited} JOIN "LegislationStage" s ON s."id" = v."stageId" WHERE s."legislationId" = ANY(${own})`;
  return found.flatMap(({ id }) => id ?? []);
}

/** The entities of some ids, or all: as much of them as those that name them have to know. */
export async function readStubs(tx: Prisma.TransactionClient, ids?: readonly string[]): Promise<Stub[]> {
  return await tx.$queryRaw<Stub[]>`
    SELECT e."id", e."kind", (SELECT count(*) FROM "Passage" p WHERE p."articleId" = e."id")::int AS paragraphs
    FROM "Entity" e WHERE ${ids === undefined ? Prisma.sql`true` : Prisma.sql`e."id" = ANY(${[...ids]}::text[])`}`;
}

/** The passages of some articles that facts cite, but for some pieces of evidence: `cbc-2015-05-12/14`. */
export async function readCitedPassages(
  tx: Prisma.TransactionClient,
  articles: readonly string[],
  except: readonly string[],
): Promise<string[]> {
  const found = await tx.$queryRaw<{ passage: string }[]>`
    SELECT DISTINCT v."articleId" || '/' || v."paragraph" AS passage FROM "Evidence" v
    WHERE v."articleId" = ANY(${[...articles]}::text[]) AND v."id" <> ALL(${[...except]}::text[])`;
  return found.map(({ passage }) => passage);
}
