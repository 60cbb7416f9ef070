/** Reads and writes the rows of facts, table by table as the registry lists them. */
import { Prisma } from '../generated/prisma/client.ts';
import { kindDefinition, kindNames } from '../registry/index.ts';
import type { Neighbourhood } from './neighbourhood.ts';
import { type Cell, type Model, type Plan, type Row, type Rows, type Table, tables } from './tables.ts';

/** Told after each step how many of how many rows are done. */
export type OnProgress = (done: number, total: number, what: string) => void;

/** Rows in one statement: PostgreSQL takes 65,535 values. */
const batchSize = 500;

/** The part of a model's client that every model has. */
interface Delegate {
  findMany(query: object): Promise<Record<string, unknown>[]>;
  createMany(query?: { data: object }): Promise<unknown>;
  deleteMany(query: { where: object }): Promise<unknown>;
}

/** What columns the rows have, the registry says: so their types are not known here, and PostgreSQL has the last word. */
const delegateOf = (tx: Prisma.TransactionClient, { model }: Table): Delegate => tx[model];

/**
 * The rows of the facts.
 * @param part only those of these entities with all that is a part of them, and of these relationships; of articles
 * among them, all that cites them.
 */
export async function loadRows(tx: Prisma.TransactionClient, part?: Neighbourhood): Promise<Rows> {
  const rows = new Map<string, readonly Row[]>();
  for (const table of tables) {
    const where = part && whereOf(table, part, rows);
    const found = where === null ? [] : await delegateOf(tx, table).findMany({ ...(where && { where }) });
    rows.set(table.model, found.map(toRow));
  }
  return rows;
}

/**
 * Which rows of a table are of a part of the graph; null: none can be.
 * @param before the rows of the tables before it.
 */
function whereOf(table: Table, part: Neighbourhood, before: Rows): object | null {
  const [ids, relationships] = [{ in: part.entities }, { in: part.relationships }];
  const idsOfRows = (model: Model) => ({ in: (before.get(model) ?? []).map(({ id }) => String(id)) });
  switch (table.model) {
    case 'entity':
      return { id: ids };
    case 'relationship':
      return { id: relationships };
    case 'affectedEntity':
      return { provisionId: idsOfRows('provision') };
    case 'evidence': {
      // By the ids of the parts, which are known: PostgreSQL would look through the whole table to join them.
      const parts = [
        { termId: idsOfRows('term') },
        { stageId: idsOfRows('legislationStage') },
        { provisionId: idsOfRows('provision') },
      ];
      const all = [{ entityId: ids }, { relationshipId: relationships }, { articleId: { in: part.core } }, ...parts];
      return { OR: all.filter((one) => Object.values(one).some((within) => within.in.length > 0)) };
    }
    default: {
      const [column = 'id'] = table.references[0]?.columns ?? [];
      const kinds = kindNames.filter((kind) => kindDefinition(kind).details?.model === table.model);
      const isDetail = kinds.length > 0;
      return isDetail && !(before.get('entity') ?? []).some(({ kind }) => kinds.some((one) => one === kind))
        ? null
        : { [column]: ids };
    }
  }
}

const toRow = (found: Record<string, unknown>): Row =>
  Object.fromEntries(Object.entries(found).map(([column, value]) => [column, toCell(value)]));

function toCell(value: unknown): Cell {
  // The client gives nothing but cells, and decimals as numbers of its own.
  return Prisma.Decimal.isDecimal(value) ? value.toString() : (value as Cell);
}

/** So many rows that name a removed fact are looked at: enough to tell of some. */
const mostNaming = 1_000;

/**
 * The rows of a table that name one of some entities: not those that are a part of it.
 * @param ids of entities; of articles among them, what cites them names them.
 */
export async function rowsNaming(
  tx: Prisma.TransactionClient,
  table: Table,
  ids: readonly string[],
): Promise<{ readonly row: Row; readonly names: readonly string[] }[]> {
  const columns = namingColumns(table);
  if (columns.length === 0) return [];
  const named = { in: [...ids] };
  const found = await delegateOf(tx, table).findMany({
    where: { OR: columns.map((column) => ({ [column]: named })) },
    take: mostNaming,
  });
  return found.map((one) => {
    const row = toRow(one);
    const cells = columns.map((column) => row[column]);
    return { row, names: ids.filter((id) => cells.includes(id)) };
  });
}

/** The columns that hold the ids of entities which the row is no part of. */
function namingColumns({ references: [first, ...others], partOf = [] }: Table): string[] {
  const own = [...(first?.columns ?? []), ...partOf, 'heldOfficeId'];
  const columns = others.map(({ columns: [column = ''] }) => column);
  return [...new Set(columns)].filter((column) => !own.includes(column));
}

/** Writes what a plan says. */
export async function writeRows(
  tx: Prisma.TransactionClient,
  plan: Plan,
  onProgress: OnProgress = () => {},
): Promise<void> {
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
      await delegateOf(tx, table).createMany({ data: batch });
      step(batch.length, table.fact);
    }
  }
}

function keyColumns(row: Row, { key }: Table): Record<string, Cell | undefined> {
  return Object.fromEntries(key.map((column) => [column, row[column]]));
}

/** How many rows. */
export function sizeOf(rows: Rows): number {
  return [...rows.values()].reduce((sum, { length }) => sum + length, 0);
}

function batches(rows: readonly Row[] = []): Row[][] {
  return Array.from({ length: Math.ceil(rows.length / batchSize) }, (_, index) =>
    rows.slice(index * batchSize, (index + 1) * batchSize),
  );
}
