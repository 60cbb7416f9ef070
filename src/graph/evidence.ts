/** Why facts are believed: the one place that reads the tables Evidence and Passage. */
import { z } from 'zod';
import type { Evidence, Passage, PrismaClient } from '../generated/prisma/client.ts';
import { keepRows, type Rows } from './cache.ts';
import { inOrder } from './entities.ts';
import { groupBy } from './groupBy.ts';
import type { Memory } from './memory.ts';
import { type Connection, type Edge, int, type Key, type PageArgs, parsePage, toConnection } from './page.ts';

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

/** The key of a fact's evidence: facts of all tables have ids of their own form, so that the id alone tells them apart. */
export const keyOfFact = ({ column, id }: FactRef): string => `${column} ${id}`;

/** The evidence of facts by the facts' keys, kept; one statement for each table of facts. The log knows the id alone. */
export function evidenceRows(prisma: PrismaClient, memory: Memory): Rows<string, Evidence[]> {
  const rows = keepRows<string, Evidence[]>(memory, async (keys) => {
    const found = new Map<string, Evidence[]>();
    for (const column of factColumns) {
      const ids = keys.flatMap((key) => (key.startsWith(`${column} `) ? [key.slice(column.length + 1)] : []));
      if (ids.length === 0) continue;
      const some = await prisma.evidence.findMany({ where: { [column]: { in: ids } }, orderBy: { ordinal: 'asc' } });
      for (const row of some) {
        const key = keyOfFact({ column, id: row[column] as string });
        const held = found.get(key);
        if (held === undefined) found.set(key, [row]);
        else held.push(row);
      }
    }
    return keys.map((key) => found.get(key) ?? []);
  });
  return {
    ...rows,
    forget: (id) => {
      for (const column of factColumns) rows.forget(keyOfFact({ column, id }));
    },
  };
}

/** Evidence by its own id, kept. */
export function evidenceRowsById(prisma: PrismaClient, memory: Memory): Rows<string, Evidence> {
  return keepRows(memory, async (ids) =>
    inOrder(ids, await prisma.evidence.findMany({ where: { id: { in: [...ids] } } })),
  );
}

/** The passages by article and paragraph, `article/number`, kept. */
export function passageRows(prisma: PrismaClient, memory: Memory): Rows<string, Passage> {
  return keepRows(memory, async (keys) => {
    const OR = keys.map((key) => ({
      articleId: key.slice(0, key.lastIndexOf('/')),
      number: Number(key.slice(key.lastIndexOf('/') + 1)),
    }));
    const rows = await prisma.passage.findMany({ where: { OR } });
    const byKey = new Map(rows.map((row) => [`${row.articleId}/${row.number}`, row]));
    return keys.map((key) => byKey.get(key) ?? null);
  });
}

/** A paragraph of an article with the evidence that points at it. */
export interface Paragraph {
  readonly passage: Passage;
  readonly evidence: readonly Evidence[];
}

/** All paragraphs of articles by the article, in order, with the evidence that points at each, kept. */
export function paragraphRows(prisma: PrismaClient, memory: Memory): Rows<string, Paragraph[]> {
  return keepRows(memory, async (articleIds) => {
    const where = { articleId: { in: [...articleIds] } };
    // Not included in the passages: Prisma would ask for the evidence by the key of each of them, of any number.
    const [passages, evidence] = await Promise.all([
      prisma.passage.findMany({ where, orderBy: { number: 'asc' } }),
      prisma.evidence.findMany({ where, orderBy: { id: 'asc' } }),
    ]);
    const evidenceOf = groupBy(evidence, ({ articleId, paragraph }) => `${articleId}/${paragraph}`);
    const passagesOf = groupBy(passages, ({ articleId }) => articleId);
    return articleIds.map((id) =>
      passagesOf(id).map((passage) => ({
        passage,
        evidence: evidenceOf(`${id}/${passage.number}`),
      })),
    );
  });
}

/**
 * A page of an article's paragraphs, which are all at hand.
 * @throws BadInput if the page cannot be.
 */
export function pageOfParagraphs(
  articleId: string,
  paragraphs: readonly Paragraph[],
  args: PageArgs,
): Connection<Edge<Paragraph>> {
  const page = parsePage(args, () => `paragraphs ${articleId}`, z.tuple([int]));
  const [after, before] = [Number(page.after?.[0] ?? 0), Number(page.before?.[0] ?? Number.POSITIVE_INFINITY)];
  const stretch = paragraphs.filter(({ passage: { number } }) => number > after && number < before);
  const rows = page.backward ? stretch.reverse() : stretch;
  return toConnection(
    page,
    rows.slice(0, page.size + 1),
    ({ passage }): Key => [passage.number],
    (node, cursor) => ({ cursor, node }),
    async () => paragraphs.length,
  );
}

/** By entity, the ids of the articles whose passages bear out facts about it, kept. */
export function mentionRows(prisma: PrismaClient, memory: Memory): Rows<string, string[]> {
  return keepRows(memory, async (ids) => {
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
