/** Makes the database hold what the seeds say, beside what others changed in it, in one transaction. */
import { inTransaction } from '../database/transaction.ts';
import { Prisma, type PrismaClient } from '../generated/prisma/client.ts';
import { readBase, writeBase } from './base.ts';
import { SeedConflicts } from './conflicts.ts';
import { factsOf } from './facts.ts';
import { type Changes, type Plan, planOf } from './plan.ts';
import type { Rows } from './rows.ts';
import { type Cell, type Fact, type Row, type Table, tables } from './tables.ts';
import { merge, type Settle } from './threeWay.ts';

/** Told after each step how many of how many rows are done. */
export type OnProgress = (done: number, total: number, what: string) => void;

export interface Reconciled {
  readonly changes: ReadonlyMap<Fact, Changes>;
  /** Of the data; rises by one whenever something changes. */
  readonly version: number;
  readonly changed: boolean;
  /** How many facts are not what the files say, since somebody changed them here, and stay so. */
  readonly kept: number;
}

export interface SeedFiles {
  readonly digest: string;
  /** False: even if they are the same the next time, they are to be read again. */
  readonly final: boolean;
}

/** Rows in one statement: PostgreSQL takes 65,535 values. */
const batchSize = 500;
/** In milliseconds. */
const bounds = { maxWait: 60_000, limit: 600_000 };

/**
 * Writes what the files changed since they were seeded the last time, and leaves what others changed.
 * @param wanted the rows that the files come to.
 * @param files what the rows come from, noted beside them.
 * @param settle who wins where both changed a fact.
 * @returns what changed; nothing is written where nothing differs.
 * @throws SeedConflicts where nobody wins; Error of the database. It is then as it was before.
 */
export async function reconcile(
  prisma: PrismaClient,
  wanted: Rows,
  files: SeedFiles,
  settle: Settle,
  onProgress: OnProgress = () => {},
): Promise<Reconciled> {
  return await inTransaction(prisma, bounds, async (tx) => {
    // Two processes that seed one server at once do so one after the other.
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('seeding'))`;
    const [base, existing] = [await readBase(tx), await loadRows(tx)];
    const { rows, conflicts, kept } = merge(base, existing, wanted, settle);
    if (conflicts.length > 0) throw new SeedConflicts(conflicts);
    const plan = planOf(existing, rows);
    await write(tx, plan, onProgress);
    await writeBase(tx, base, factsOf(wanted));
    return { changes: plan.changes, kept, ...(await noteFiles(tx, plan, files)) };
  });
}

/** The part of a model's client that every model has. */
interface Delegate {
  findMany(query: object): Promise<Record<string, unknown>[]>;
  create(query: { data: object }): Promise<unknown>;
  createMany(query: { data: readonly Row[] }): Promise<unknown>;
  deleteMany(query: { where: object }): Promise<unknown>;
}

/** Which models there are, the registry says: so their types are not known here, and PostgreSQL has the last word. */
function delegateOf(tx: Prisma.TransactionClient, { model }: Table): Delegate {
  const delegate = (tx as unknown as Record<string, Delegate | undefined>)[model];
  if (delegate === undefined) throw new Error(`the registry names a model "${model}" that the schema lacks`);
  return delegate;
}

async function loadRows(tx: Prisma.TransactionClient): Promise<Rows> {
  const rows = new Map<string, readonly Row[]>();
  for (const table of tables) {
    const query = table.links ? { include: { [table.links]: { select: { id: true } } } } : {};
    const found = await delegateOf(tx, table).findMany(query);
    rows.set(
      table.model,
      found.map((row) => toRow(row, table)),
    );
  }
  return rows;
}

function toRow(found: Record<string, unknown>, { links }: Table): Row {
  return Object.fromEntries(
    Object.entries(found).map(([column, value]) => [column, column === links ? idsOf(value) : toCell(value)]),
  );
}

function toCell(value: unknown): Cell {
  // The client gives nothing but cells, and decimals as numbers of its own.
  return Prisma.Decimal.isDecimal(value) ? value.toString() : (value as Cell);
}

function idsOf(linked: unknown): string[] {
  const entities: readonly { readonly id: string }[] = Array.isArray(linked) ? linked : [];
  return entities.map(({ id }) => id).sort();
}

async function write(tx: Prisma.TransactionClient, plan: Plan, onProgress: OnProgress): Promise<void> {
  const total = sizeOf(plan.stale) + sizeOf(plan.fresh) + plan.changed.length;
  let done = 0;
  const step = (rows: number, what: string) => {
    done += rows;
    onProgress(done, total, what);
  };
  for (const table of [...tables].reverse()) {
    for (const batch of batches(plan.stale.get(table.model))) {
      await delegateOf(tx, table).deleteMany({ where: { OR: batch.map((row) => keyColumns(row, table)) } });
      step(batch.length, table.fact);
    }
  }
  for (const entity of plan.changed) {
    await tx.entity.update({ where: { id: String(entity['id']) }, data: entity });
    step(1, 'entities');
  }
  for (const table of tables) {
    for (const batch of batches(plan.fresh.get(table.model))) {
      await create(delegateOf(tx, table), batch, table);
      step(batch.length, table.fact);
    }
  }
}

/** Rows that link to many others are few, and are written one by one. */
async function create(delegate: Delegate, rows: readonly Row[], { links }: Table): Promise<void> {
  if (links === undefined) {
    await delegate.createMany({ data: rows });
    return;
  }
  for (const row of rows) {
    const connect = [row[links]].flat().map((id) => ({ id }));
    await delegate.create({ data: { ...row, [links]: { connect } } });
  }
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
    await tx.dataVersion.update({
      where,
      data: { seededVersion: version, seededAt: new Date(), seededFrom: digest },
    });
  }
  return { version, changed: rows > 0 };
}

function keyColumns(row: Row, { key }: Table): Record<string, Cell | undefined> {
  return Object.fromEntries(key.map((column) => [column, row[column]]));
}

function sizeOf(rows: Rows): number {
  return [...rows.values()].reduce((sum, { length }) => sum + length, 0);
}

function batches(rows: readonly Row[] = []): Row[][] {
  return Array.from({ length: Math.ceil(rows.length / batchSize) }, (_, index) =>
    rows.slice(index * batchSize, (index + 1) * batchSize),
  );
}
