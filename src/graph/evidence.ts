/** Why facts are believed: the one place that reads the tables Evidence and Passage. */
import DataLoader from 'dataloader';
import type { Evidence, Passage, PrismaClient } from '../generated/prisma/client.ts';

export type { Evidence, Passage };

/** What evidence hangs on: the column that names the fact. */
export type FactColumn = 'entityId' | 'relationshipId' | 'termId' | 'provisionId' | 'stageId';
export const factColumns = ['entityId', 'relationshipId', 'termId', 'provisionId', 'stageId'] as const;

/** A fact: which table it is in, and its id there. */
export interface FactRef {
  readonly column: FactColumn;
  readonly id: string;
}

/** The fact that evidence hangs on. */
export function factOf(evidence: Evidence): FactRef {
  for (const column of factColumns) {
    const id = evidence[column];
    if (id !== null) return { column, id };
  }
  throw new Error(`the evidence ${evidence.id} hangs on no fact, which the database's check should have refused`);
}

/** Loads the evidence of facts, in batches: one statement for each table of facts. */
export function evidenceLoader(prisma: PrismaClient): DataLoader<FactRef, Evidence[], string> {
  return new DataLoader(
    async (facts) => {
      const found = new Map<string, Evidence[]>();
      for (const column of factColumns) {
        const ids = facts.filter((fact) => fact.column === column).map((fact) => fact.id);
        if (ids.length === 0) continue;
        const rows = await prisma.evidence.findMany({ where: { [column]: { in: ids } }, orderBy: { ordinal: 'asc' } });
        for (const row of rows) found.set(keyOf(factOf(row)), [...(found.get(keyOf(factOf(row))) ?? []), row]);
      }
      return facts.map((fact) => found.get(keyOf(fact)) ?? []);
    },
    { cacheKeyFn: keyOf },
  );
}

const keyOf = ({ column, id }: FactRef): string => `${column} ${id}`;

export interface PassageRef {
  readonly articleId: string;
  readonly number: number;
}

const passageKey = ({ articleId, number }: PassageRef): string => `${articleId}/${number}`;

/** Loads passages by article and paragraph, in batches. */
export function passageLoader(prisma: PrismaClient): DataLoader<PassageRef, Passage | null, string> {
  return new DataLoader(
    async (refs) => {
      const OR = refs.map(({ articleId, number }) => ({ articleId, number }));
      const rows = await prisma.passage.findMany({ where: { OR } });
      const byKey = new Map(rows.map((row) => [passageKey(row), row]));
      return refs.map((ref) => byKey.get(passageKey(ref)) ?? null);
    },
    { cacheKeyFn: passageKey },
  );
}

/** A paragraph of an article with the evidence that points at it. */
export interface Paragraph {
  readonly passage: Passage;
  readonly evidence: readonly Evidence[];
}

/** Loads all paragraphs of articles, in order, with the evidence that points at each. */
export function paragraphLoader(prisma: PrismaClient): DataLoader<string, Paragraph[]> {
  return new DataLoader(async (articleIds) => {
    const passages = await prisma.passage.findMany({
      where: { articleId: { in: [...articleIds] } },
      orderBy: { number: 'asc' },
      include: { evidence: { orderBy: { id: 'asc' } } },
    });
    return articleIds.map((id) =>
      passages.filter((passage) => passage.articleId === id).map(({ evidence, ...passage }) => ({ passage, evidence })),
    );
  });
}

/** Loads the ids of the articles whose passages bear out facts about an entity, in batches. */
export function mentionLoader(prisma: PrismaClient): DataLoader<string, string[]> {
  return new DataLoader(async (ids) => {
    const rows = await prisma.$queryRaw<{ entity: string; article: string }[]>`
      SELECT DISTINCT wanted.id AS entity, evidence."articleId" AS article
      FROM unnest(${[...ids]}::text[]) AS wanted(id)
      CROSS JOIN LATERAL (
        SELECT "articleId" FROM "Evidence" WHERE "entityId" = wanted.id
        UNION
        SELECT e."articleId" FROM "Relationship" r JOIN "Evidence" e ON e."relationshipId" = r."id"
        WHERE r."subjectId" = wanted.id
        UNION
        SELECT e."articleId" FROM "Relationship" r JOIN "Evidence" e ON e."relationshipId" = r."id"
        WHERE r."objectId" = wanted.id
      ) AS evidence
      WHERE evidence."articleId" IS NOT NULL
      ORDER BY 1, 2`;
    return ids.map((id) => rows.filter((row) => row.entity === id).map((row) => row.article));
  });
}
