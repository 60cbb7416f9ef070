/** Changesets: every change of the graph by this program, with who made it, why, and what it did to each fact. */
import { z } from 'zod';
import type { Prisma } from '../generated/prisma/client.ts';
import type { ChangesetOrigin } from '../generated/prisma/enums.ts';
import type { Row, Table } from '../store/tables.ts';
import { digestOf, type FactRows, type Facts, plain } from './facts.ts';

/** Who changes the graph, and why. */
export interface ChangesetHead {
  readonly origin: ChangesetOrigin;
  readonly author: string;
  readonly message: string;
}

/** A row that a fact had or has, as plain data. */
const changedRow = z.object({ table: z.string(), row: z.record(z.string(), z.json()) });
type ChangedRow = z.infer<typeof changedRow>;

/** What happened to a fact: the rows that differ, before and after. Nothing before: it came; nothing after: it went. */
export interface FactChange {
  readonly fact: string;
  readonly id: string;
  readonly kind: 'added' | 'changed' | 'removed';
  readonly before: ChangedRow[];
  readonly after: ChangedRow[];
}

/** How many rows go into one statement. */
const batchSize = 500;

/** What differs between two states of the graph, fact by fact. */
export function diffOf(before: Facts, after: Facts): FactChange[] {
  return [...new Map([...before, ...after])].flatMap(([name, { fact, id }]) => {
    const [old, now] = [before.get(name), after.get(name)];
    if (old !== undefined && now !== undefined && digestOf(old) === digestOf(now)) return [];
    const [was, is] = [rowsOnlyIn(old, now), rowsOnlyIn(now, old)];
    return [{ fact, id, kind: kindOf(was, is), before: was, after: is }];
  });
}

/** A change as it is kept. */
export function toChange(kept: { fact: string; id: string; before: unknown; after: unknown }): FactChange {
  const [before, after] = [kept.before, kept.after].map((rows) => changedRow.array().parse(rows));
  return { ...kept, before: before ?? [], after: after ?? [], kind: kindOf(before, after) };
}

const kindOf = (before: readonly ChangedRow[] = [], after: readonly ChangedRow[] = []): FactChange['kind'] =>
  before.length === 0 ? 'added' : after.length === 0 ? 'removed' : 'changed';

function rowsOnlyIn(one: FactRows | undefined, other: FactRows | undefined): ChangedRow[] {
  const rows = ({ rows = [] }: Partial<FactRows>): ChangedRow[] =>
    rows.map(({ table, row }) => ({ table: table.model, row: stated(row, table) }));
  const others = new Set(rows(other ?? {}).map((row) => JSON.stringify(row)));
  return rows(one ?? {}).filter((row) => !others.has(JSON.stringify(row)));
}

/** A row without what the database fills in by itself and what is null, in the order of its columns' names. */
function stated(row: Row, { filledIn = [] }: Table): ChangedRow['row'] {
  const columns = Object.keys(row).filter((column) => !filledIn.includes(column) && (row[column] ?? null) !== null);
  return Object.fromEntries(columns.sort().map((column) => [column, plain(row[column] ?? null)]));
}

/**
 * Writes a changeset, in the transaction that wrote what it tells of.
 * @param version that the transaction made.
 */
export async function writeChangeset(
  tx: Prisma.TransactionClient,
  version: number,
  head: ChangesetHead,
  changes: readonly FactChange[],
): Promise<void> {
  await tx.changeset.create({ data: { version, ...head } });
  for (let start = 0; start < changes.length; start += batchSize) {
    const data = changes.slice(start, start + batchSize).map(({ kind: _, ...change }) => ({ version, ...change }));
    await tx.changesetFact.createMany({ data });
  }
}

/** A line for each fact, with what differs: `~ entities psac  summary: "A union." -> "A trade union."` */
export function formatChange({ fact, id, kind, before, after }: FactChange): string {
  const sign = { added: '+', changed: '~', removed: '-' }[kind];
  const differences = kind === 'changed' ? differencesOf(before, after) : [];
  return [`${sign} ${fact} ${id}`, ...(differences.length > 0 ? [differences.join('; ')] : [])].join('  ');
}

/** What differs, column by column where a table has one row of the fact before and after, and else row by row. */
function differencesOf(before: readonly ChangedRow[], after: readonly ChangedRow[]): string[] {
  const tables = [...new Set([...before, ...after].map(({ table }) => table))];
  return tables.flatMap((table) => {
    const [old, now] = [before, after].map((rows) => rows.filter((one) => one.table === table));
    const [was, is] = [old?.[0]?.row, now?.[0]?.row];
    if (old?.length !== 1 || now?.length !== 1 || was === undefined || is === undefined) {
      const told = (rows: readonly ChangedRow[] = []) => rows.map(({ row }) => shown(row)).join(', ') || 'none';
      return [`${table}: ${told(old)} -> ${told(now)}`];
    }
    return [...new Set([...Object.keys(was), ...Object.keys(is)])]
      .filter((column) => shown(was[column]) !== shown(is[column]))
      .map((column) => `${column}: ${shown(was[column])} -> ${shown(is[column])}`);
  });
}

const shown = (value: unknown): string => (value === undefined ? 'none' : JSON.stringify(value));
