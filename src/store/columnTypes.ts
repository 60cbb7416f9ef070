/** Rows as JSON gives them, made what Prisma's client gives: days and decimals are texts or numbers in JSON. */
import type { Read } from '../database/read.ts';
import type { Cell, Row, Table } from './tables.ts';

/** The columns that are days, and those that are decimals, each as `Table.column`. */
export interface ColumnTypes {
  readonly days: ReadonlySet<string>;
  readonly decimals: ReadonlySet<string>;
}

/** Reads which columns of the tables are of which type. */
export async function readColumnTypes(read: Read): Promise<ColumnTypes> {
  const rows = await read<{ column: string; type: string }>({
    text: `SELECT table_name || '.' || column_name AS column, data_type::text AS type FROM information_schema.columns
      WHERE table_schema = 'public' AND data_type IN ('date', 'numeric')`,
    values: [],
  });
  const of = (wanted: string) => new Set(rows.filter(({ type }) => type === wanted).map(({ column }) => column));
  return { days: of('date'), decimals: of('numeric') };
}

/** A row with its columns named as their fields are, without what the database fills in by itself. */
export function typedRow(row: Row, { model, columns = {}, filledIn = [] }: Table, types: ColumnTypes): Row {
  const fieldOf = new Map(Object.entries(columns).map(([field, column]) => [column, field]));
  const table = model.charAt(0).toUpperCase() + model.slice(1);
  const typed = (column: string, cell: Cell): Cell => {
    if (cell === null) return null;
    if (types.days.has(`${table}.${column}`)) return new Date(`${String(cell)}T00:00:00Z`);
    return types.decimals.has(`${table}.${column}`) ? String(cell) : cell;
  };
  const cells = Object.entries(row).map(
    ([column, cell]) => [fieldOf.get(column) ?? column, typed(column, cell)] as const,
  );
  return Object.fromEntries(cells.filter(([field]) => !filledIn.includes(field)));
}
