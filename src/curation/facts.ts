/** Rows by the fact that they are of: an entity with its names and attributes, a relationship, a term, a piece of evidence. */
import { createHash } from 'node:crypto';
import { type Cell, type Fact, keyOf, type Row, type Rows, type Table, tables } from '../store/tables.ts';

/** A fact with all of its rows. */
export interface FactRows {
  readonly fact: Fact;
  readonly id: string;
  readonly rows: readonly { readonly table: Table; readonly row: Row }[];
}

/** Facts by their names. */
export type Facts = ReadonlyMap<string, FactRows>;

/** What a fact is called among all: `terms demand.term.wages.1`. */
export const nameOf = (fact: Fact, id: string): string => `${fact} ${id}`;

/** The facts that rows tell of. */
export function factsOf(rows: Rows): Facts {
  const facts = new Map<string, FactRows & { readonly rows: { table: Table; row: Row }[] }>();
  for (const table of tables) {
    const { model, fact, owner, key } = table;
    const sorted = [...(rows.get(model) ?? [])].sort((a, b) => (keyOf(a, key) < keyOf(b, key) ? -1 : 1));
    for (const row of sorted) {
      const id = keyOf(row, owner);
      const name = nameOf(fact, id);
      const known = facts.get(name) ?? { fact, id, rows: [] };
      facts.set(name, known);
      known.rows.push({ table, row });
    }
  }
  return facts;
}

/** SHA-256 over what a fact says: the same from files and from a database. */
export function digestOf({ rows }: FactRows): string {
  const hash = createHash('sha256');
  for (const { table, row } of rows) hash.update(`${table.model} ${printed(row, table)}\n`);
  return hash.digest('hex');
}

/** A row's cells as text, in the order of their columns' names, without what the database fills in by itself. */
export function printed(row: Row, { filledIn = [] }: Table): string {
  const cells = Object.keys(row)
    .filter((column) => !filledIn.includes(column))
    .sort()
    .map((column) => [column, plain(row[column] ?? null)]);
  return JSON.stringify(cells);
}

/** A cell as it is written. */
export function plain(cell: Cell): string | number | boolean | string[] | null {
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  return typeof cell === 'object' && cell !== null ? [...cell] : cell;
}
