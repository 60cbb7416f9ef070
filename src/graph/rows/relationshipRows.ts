/** The rows of relationships, by number and by id. */
import type { Read } from '../../database/read.ts';
import type { Evidence, Relationship as Row } from '../../generated/prisma/client.ts';
import { readRelationships, readRelationshipsById, readRelationshipsWithEvidence } from '../../store/relationship.ts';
import { type CachedLoader, cachedLoader } from './cache.ts';
import { keyOfFact } from './evidence.ts';
import { keepNothing, type Memory } from './memory.ts';

interface RelationshipRows extends CachedLoader<number, Row> {
  /** A relationship with its evidence, where neither is held: both by one statement. */
  loadWithEvidence(seq: number): Promise<Both | null>;
}

interface Both {
  readonly row: Row;
  readonly evidence: Evidence[];
}

/**
 * The relationships by number, kept.
 * @param evidence of facts: what is read of it with a relationship is kept there.
 */
export function relationshipRows(
  read: Read,
  memory: Memory,
  evidence: CachedLoader<string, Evidence[]>,
): RelationshipRows {
  /** The numbers of those that are read with their evidence just now: whoever asks for the row alone waits for that. */
  const together = new Set<number>();
  const rows = cachedLoader<number, Row>(memory, async (seqs) => {
    const alone = seqs.filter((seq) => !together.has(seq));
    const [both, found] = await Promise.all([
      Promise.all(seqs.map((seq) => (together.has(seq) ? withEvidence.load(seq) : null))),
      alone.length === 0 ? [] : readRelationships(read, alone),
    ]);
    const bySeq = new Map(found.map((row, index) => [alone[index], row]));
    return seqs.map((seq, index) => both[index]?.row ?? bySeq.get(seq) ?? null);
  });
  const withEvidence = cachedLoader<number, Both>(keepNothing, async (seqs) => {
    const [keepRow, keepEvidence] = [rows.keeper(), evidence.keeper()];
    try {
      const found = await readRelationshipsWithEvidence(read, seqs);
      return found.map((one) => {
        if (one === null) return null;
        const { evidence: bearing, ...row } = one;
        keepRow(row.seq, row);
        keepEvidence(keyOfFact({ column: 'relationshipId', id: row.id }), bearing);
        return { row, evidence: bearing };
      });
    } finally {
      for (const seq of seqs) together.delete(seq);
    }
  });
  return {
    ...rows,
    loadWithEvidence: async (seq) => {
      together.add(seq);
      return await withEvidence.load(seq);
    },
  };
}

/** The relationships by id, kept. */
export const relationshipRowsById = (read: Read, memory: Memory): CachedLoader<string, Row> =>
  cachedLoader(memory, async (ids) => await readRelationshipsById(read, ids));
