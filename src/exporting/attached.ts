/**
 * What hangs on the rows of a batch, read one table after another: all the queries of a transaction share a
 * connection, which takes one at a time.
 */
import type { Evidence, Name } from '../generated/prisma/client.ts';
import type { FactColumn } from '../graph/rows/evidence.ts';
import { groupBy } from '../store/groupBy.ts';
import type { Reader } from './reading.ts';

/** The names of entities, by entity: by language, the preferred ones first. */
export async function readNames(reader: Reader, ids: readonly string[]): Promise<(id: string) => Name[]> {
  const rows = await reader.name.findMany({
    where: { entityId: { in: [...new Set(ids)] } },
    orderBy: [{ language: 'asc' }, { type: 'asc' }, { ordinal: 'asc' }],
  });
  return groupBy(rows, (row) => row.entityId);
}

interface Fact {
  readonly id: string;
}

/** Adds to each fact its evidence. */
export async function withEvidence<Row extends Fact>(
  reader: Reader,
  column: FactColumn,
  rows: readonly Row[],
): Promise<(Row & { readonly evidence: Evidence[] })[]> {
  const found = await reader.evidence.findMany({
    where: { [column]: { in: rows.map(({ id }) => id) } },
    orderBy: { ordinal: 'asc' },
  });
  const evidenceOf = groupBy(found, (row) => row[column]);
  return rows.map((row) => ({ ...row, evidence: evidenceOf(row.id) }));
}
