/** Changesets: every version of the graph, with who made it, why, and what it did to each fact. */
import type { Changeset, Prisma } from '../generated/prisma/client.ts';
import type { ChangesetOrigin } from '../generated/prisma/enums.ts';
import type { Revision, Span } from '../store/revisions.ts';
import { type Fact, type Row, type Rows, type Table, tables } from '../store/tables.ts';
import { digestOf, type FactRows, type Facts, factsOf, plain } from './facts.ts';

/** Who changes the graph, and why. */
export interface ChangesetHead {
  readonly origin: Exclude<ChangesetOrigin, 'DATABASE'>;
  readonly author: string;
  readonly message: string;
  /** The version that is undone. */
  readonly reverts?: number;
}

/** A row that a fact had or has, as plain data. */
export interface ChangedRow {
  readonly table: Table['model'];
  readonly row: Readonly<Record<string, Plain>>;
}
type Plain = ReturnType<typeof plain>;

/** What happened to a fact: the rows that differ, before and after. */
export interface FactChange {
  readonly fact: Fact;
  readonly id: string;
  readonly kind: 'added' | 'changed' | 'removed';
  readonly before: readonly ChangedRow[];
  readonly after: readonly ChangedRow[];
}

/** What differs between two states of the graph, fact by fact. */
export function diffOf(before: Facts, after: Facts): FactChange[] {
  return [...new Map([...before, ...after])].flatMap(([name, { fact, id }]) => {
    const [old, now] = [before.get(name), after.get(name)];
    if (old !== undefined && now !== undefined && digestOf(old) === digestOf(now)) return [];
    const [was, is] = [rowsOnlyIn(old, now), rowsOnlyIn(now, old)];
    return [{ fact, id, kind: kindOf(fact, was, is), before: was, after: is }];
  });
}

/** What differs between the end of a span of versions and its beginning. @param revisions all that began or ended in it */
export function changesIn(revisions: readonly Revision[], { after, upTo }: Span): FactChange[] {
  const isIn = (version: number | null): boolean => version !== null && version > after && version <= upTo;
  const before = revisions.filter(({ since, until }) => since <= after && isIn(until));
  const now = revisions.filter(({ since, until }) => isIn(since) && !isIn(until));
  return diffOf(factsOf(rowsOf(before)), factsOf(rowsOf(now)));
}

const rowsOf = (revisions: readonly Revision[]): Rows =>
  new Map(
    tables.map(({ model }) => [model, revisions.filter((one) => one.model === model).map(({ row }): Row => row)]),
  );

/** A fact comes and goes with its first row: an entity that gets another name has changed. */
function kindOf(fact: Fact, before: readonly ChangedRow[], after: readonly ChangedRow[]): FactChange['kind'] {
  const first = tables.find((table) => table.fact === fact)?.model;
  const [was, is] = [before, after].map((rows) => rows.some(({ table }) => table === first));
  return was === is ? 'changed' : is ? 'added' : 'removed';
}

function rowsOnlyIn(one: FactRows | undefined, other: FactRows | undefined): ChangedRow[] {
  const rows = ({ rows = [] }: Partial<FactRows>): ChangedRow[] =>
    rows.map(({ table, row }) => ({ table: table.model, row: stated(row, table) }));
  const others = new Set(rows(other ?? {}).map((row) => JSON.stringify(row)));
  return rows(one ?? {}).filter((row) => !others.has(JSON.stringify(row)));
}

/** A row without what the database fills in by itself and what is null, in the order of its columns' names. */
function stated(row: Row, { filledIn = [], columns = {} }: Table): ChangedRow['row'] {
  const names = Object.keys(row).filter((field) => !filledIn.includes(field) && (row[field] ?? null) !== null);
  const named = names.map((field) => [columns[field] ?? field, plain(row[field] ?? null)] as const);
  return Object.fromEntries(named.sort(([one], [other]) => (one < other ? -1 : 1)));
}

/** Writes who made the version that a transaction makes: after the last of its changes. */
export async function writeChangeset(tx: Prisma.TransactionClient, head: ChangesetHead): Promise<Changeset> {
  const { version, high, low } = await tx.dataVersion.findUniqueOrThrow({ where: { one: true } });
  return await tx.changeset.create({ data: { version, high, low, ...head } });
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
