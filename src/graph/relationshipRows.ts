/** The rows of relationships, by number and by id: the one place that reads them one by one. */
import type { PrismaClient, Relationship as Row } from '../generated/prisma/client.ts';
import { compact, keepRows, type Rows } from './cache.ts';
import { inOrder } from './entities.ts';
import type { Memory } from './memory.ts';

/** The relationships by number, kept. */
export function relationshipRows(prisma: PrismaClient, memory: Memory): Rows<number, Row> {
  return keepRows(memory, async (seqs) => {
    const rows = await prisma.relationship.findMany({ where: { seq: { in: [...seqs] } } });
    const bySeq = new Map(rows.map((row) => [row.seq, compact(row)]));
    return seqs.map((seq) => bySeq.get(seq) ?? null);
  });
}

/** The relationships by id, kept. */
export function relationshipRowsById(prisma: PrismaClient, memory: Memory): Rows<string, Row> {
  return keepRows(memory, async (ids) =>
    inOrder(ids, (await prisma.relationship.findMany({ where: { id: { in: [...ids] } } })).map(compact)),
  );
}
