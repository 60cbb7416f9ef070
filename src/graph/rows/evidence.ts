/** Why facts are believed: evidence, and the passages that it points at. */
import type { Read } from '../../database/read.ts';
import { type Evidence, type Passage, Prisma } from '../../generated/prisma/client.ts';
import {
  type FactColumn,
  factColumns,
  readEvidence,
  readEvidenceOfArticles,
  readEvidenceOfFacts,
} from '../../store/evidence.ts';
import { groupBy } from '../../store/groupBy.ts';
import { readPassages, readPassagesOf } from '../../store/passage.ts';
import { type CachedLoader, cachedLoader } from './cache.ts';
import type { Memory } from './memory.ts';

export type { Evidence, Passage };
export { type FactColumn, factColumns };

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

/** The evidence of facts by the facts' keys, kept. The log knows the id alone. */
export function evidenceRows(read: Read, memory: Memory): CachedLoader<string, Evidence[]> {
  const rows = cachedLoader<string, Evidence[]>(memory, async (keys) => {
    const ids: Record<FactColumn, string[]> = {
      entityId: [],
      relationshipId: [],
      termId: [],
      provisionId: [],
      stageId: [],
    };
    for (const column of factColumns)
      for (const key of keys) if (key.startsWith(`${column} `)) ids[column].push(key.slice(column.length + 1));
    const evidenceOf = groupBy(await readEvidenceOfFacts(read, ids), (row) => keyOfFact(factOf(row)));
    return keys.map(evidenceOf);
  });
  return {
    ...rows,
    invalidate: (id) => {
      for (const column of factColumns) rows.invalidate(keyOfFact({ column, id }));
    },
  };
}

/** Evidence by its own id, kept. */
export const evidenceRowsById = (read: Read, memory: Memory): CachedLoader<string, Evidence> =>
  cachedLoader(memory, async (ids) => await readEvidence(read, ids));

/** The passages by article and paragraph, `article/number`, kept. */
export function passageRows(read: Read, memory: Memory): CachedLoader<string, Passage> {
  return cachedLoader(memory, async (keys) => {
    const wanted = keys.map((key) => ({
      articleId: key.slice(0, key.lastIndexOf('/')),
      number: Number(key.slice(key.lastIndexOf('/') + 1)),
    }));
    const byKey = new Map((await readPassages(read, wanted)).map((row) => [`${row.articleId}/${row.number}`, row]));
    return keys.map((key) => byKey.get(key) ?? null);
  });
}

/** A paragraph of an article with the evidence that points at it. */
export interface Paragraph {
  readonly passage: Passage;
  readonly evidence: readonly Evidence[];
}

/** All paragraphs of articles by the article, in order, with the evidence that points at each, kept. */
export function paragraphRows(read: Read, memory: Memory): CachedLoader<string, Paragraph[]> {
  return cachedLoader<string, Paragraph[]>(memory, async (articleIds) => {
    const [passages, evidence] = await Promise.all([
      readPassagesOf(read, articleIds),
      readEvidenceOfArticles(read, articleIds),
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

/** By entity, the ids of the articles whose passages bear out facts about it, kept. */
export function mentionRows(read: Read, memory: Memory): CachedLoader<string, string[]> {
  return cachedLoader(memory, async (ids) => {
    const rows = await read<{ entity: string; article: string }>(Prisma.sql`
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
      ORDER BY 1, 2`);
    return ids.map((id) => rows.filter((row) => row.entity === id).map((row) => row.article));
  });
}
