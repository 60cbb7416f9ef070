/** Makes the database hold what the seeds say, beside what others changed in it, in one transaction. */
import { lockWriters } from '../database/lockWriters.ts';
import { inTransaction } from '../database/transaction.ts';
import type { Prisma, PrismaClient } from '../generated/prisma/client.ts';
import { loadRows, type OnProgress, sizeOf, writeRows } from '../store/tableRows.ts';
import type { Changes, Fact, Plan, Rows } from '../store/tables.ts';
import { readBase, writeBase } from './base.ts';
import { writeChangeset } from './changeset.ts';
import { NothingToSettle, SeedConflicts } from './conflicts.ts';
import { factsOf } from './facts.ts';
import { planOf } from './plan.ts';
import { merge, type Settle } from './threeWay.ts';

interface Reconciled {
  readonly changes: ReadonlyMap<Fact, Changes>;
  /** Of the data; rises by one whenever something changes. */
  readonly version: number;
  readonly changed: boolean;
  /** How many facts are not what the files say, since somebody changed them here, and stay so. */
  readonly kept: number;
}

interface SeedFiles {
  readonly digest: string;
  /** False: even if they are the same the next time, they are to be read again. */
  readonly final: boolean;
}

/** In milliseconds. */
export const bounds = { maxWait: 60_000, limit: 600_000 };

/**
 * Writes what the files changed since they were seeded the last time, and leaves what others changed.
 * @param wanted the rows that the files come to.
 * @param files what the rows come from, noted beside them.
 * @param settle who wins where both changed a fact.
 * @returns what changed; nothing is written where nothing differs.
 * @throws SeedConflicts where nobody wins, NothingToSettle where there is nothing to win; Error of the database. It is
 * then as it was before.
 */
export async function reconcile(
  prisma: PrismaClient,
  wanted: Rows,
  files: SeedFiles,
  settle: Settle,
  onProgress: OnProgress = () => {},
): Promise<Reconciled> {
  return await inTransaction(prisma, bounds, async (tx) => {
    await lockWriters(tx);
    const [base, existing] = [await readBase(tx), await loadRows(tx)];
    const { rows, conflicts, kept, inConflict, idle } = merge(base, existing, wanted, settle);
    if (idle.length > 0) throw new NothingToSettle(idle, inConflict);
    if (conflicts.length > 0) throw new SeedConflicts(conflicts);
    const plan = planOf(existing, rows);
    await writeRows(tx, plan, onProgress);
    await writeBase(tx, base, factsOf(wanted));
    const noted = await noteFiles(tx, plan, files);
    return { changes: plan.changes, kept, ...noted };
  });
}

/** The database counts its own versions; what is noted is of which files it was filled, and which version they made. */
async function noteFiles(
  tx: Prisma.TransactionClient,
  plan: Plan,
  { digest, final }: SeedFiles,
): Promise<Pick<Reconciled, 'version' | 'changed'>> {
  const rows = sizeOf(plan.stale) + sizeOf(plan.fresh) + plan.changed.length;
  const seedDigest = final ? digest : null;
  const where = { one: true };
  const { version } = await tx.dataVersion.upsert({ where, create: { seedDigest }, update: { seedDigest } });
  // What made a version stays with it: an answer that is kept by its version goes on being right.
  if (rows > 0) {
    const message = `seed files ${digest.slice(0, 12)}`;
    // The history tells of the same moment.
    const { at } = await writeChangeset(tx, { origin: 'FILES', author: 'seed', message });
    await tx.dataVersion.update({ where, data: { seededVersion: version, seededAt: at, seededFrom: digest } });
  }
  return { version, changed: rows > 0 };
}
