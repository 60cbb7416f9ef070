/** What has to be written so that the tables hold the wanted rows. */
import type { Rows } from './rows.ts';
import { type Cell, type Fact, keyOf, type Row, type Table, tables } from './tables.ts';

/** How many facts of a sort came, changed, went and stayed. */
export interface Changes {
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
  readonly unchanged: number;
}

export interface Plan {
  /**
   * Rows to delete, by model: those that nobody wants any more, and those to be written anew, with whatever points at
   * them. A changed row is replaced, so that no constraint sees half of the old state beside half of the new one.
   */
  readonly stale: Rows;
  /** Rows to create, by model. */
  readonly fresh: Rows;
  /** Entities of which something changed: updated in place, since they keep their timestamps. */
  readonly changed: readonly Row[];
  readonly changes: ReadonlyMap<Fact, Changes>;
}

/** Compares the rows that are there with those that should be. */
export function planOf(existing: Rows, wanted: Rows): Plan {
  const staleKeys = new Map<string, Set<string>>();
  const stale = new Map<string, Row[]>();
  const fresh = new Map<string, Row[]>();
  for (const table of tables) {
    const [before, after] = [byKey(existing, table), byKey(wanted, table)];
    const gone = [...before].filter(([key, row]) => isStale(table, row, after.get(key), staleKeys));
    const keys = new Set(gone.map(([key]) => key));
    staleKeys.set(table.model, keys);
    stale.set(
      table.model,
      gone.map(([, row]) => row),
    );
    fresh.set(
      table.model,
      [...after].filter(([key]) => !before.has(key) || keys.has(key)).map(([, row]) => row),
    );
  }
  const before = factsOf(existing, wanted);
  const after = factsOf(wanted, wanted);
  const isChanged = ({ id }: Row) => {
    const print = before.get('entities')?.get(String(id));
    return print !== undefined && print !== after.get('entities')?.get(String(id));
  };
  const changed = (wanted.get('entity') ?? []).filter((row) => isChanged(row) && !fresh.get('entity')?.includes(row));
  return { stale, fresh, changed, changes: changesOf(before, after) };
}

function byKey(rows: Rows, { model, key }: Table): Map<string, Row> {
  return new Map((rows.get(model) ?? []).map((row) => [keyOf(row, key), row]));
}

function isStale(
  table: Table,
  row: Row,
  wanted: Row | undefined,
  staleKeys: ReadonlyMap<string, ReadonlySet<string>>,
): boolean {
  if (wanted === undefined) return true;
  // An entity's kind is part of what others point at, so it cannot be changed under them.
  const isEntity = table.model === 'entity';
  const differs = isEntity ? row['kind'] !== wanted['kind'] : print(row, wanted) !== print(wanted, wanted);
  return (
    differs ||
    table.references.some(({ columns, model }) => {
      const cell = row[columns[0] ?? ''];
      const keys = Array.isArray(cell) ? cell.map(String) : [keyOf(row, columns)];
      return keys.some((key) => staleKeys.get(model)?.has(key));
    })
  );
}

/** Every fact, as the text of all of its rows: by sort and owner. */
function factsOf(rows: Rows, wanted: Rows): Map<Fact, Map<string, string>> {
  const facts = new Map<Fact, Map<string, string>>();
  for (const { model, fact, owner, key } of tables) {
    const columns = wanted.get(model)?.[0];
    const sorted = [...(rows.get(model) ?? [])].sort((a, b) => (keyOf(a, key) < keyOf(b, key) ? -1 : 1));
    const prints = facts.get(fact) ?? new Map<string, string>();
    facts.set(fact, prints);
    for (const row of sorted) {
      const id = keyOf(row, owner);
      prints.set(id, `${prints.get(id) ?? ''}${model} ${print(row, columns ?? row)}\n`);
    }
  }
  return facts;
}

function changesOf(
  before: ReadonlyMap<Fact, ReadonlyMap<string, string>>,
  after: ReadonlyMap<Fact, ReadonlyMap<string, string>>,
): Map<Fact, Changes> {
  return new Map(
    [...after].map(([fact, prints]) => {
      const old = before.get(fact) ?? new Map<string, string>();
      const kept = [...prints].filter(([id]) => old.has(id));
      const unchanged = kept.filter(([id, text]) => old.get(id) === text).length;
      const changed = kept.length - unchanged;
      return [fact, { added: prints.size - kept.length, changed, removed: old.size - kept.length, unchanged }];
    }),
  );
}

/** A row's cells as text, in the order of their columns' names; only the columns that `shape` has. */
function print(row: Row, shape: Row): string {
  const cells = Object.keys(shape)
    .sort()
    .map((column) => [column, plain(row[column] ?? null)]);
  return JSON.stringify(cells);
}

function plain(cell: Cell): unknown {
  return cell instanceof Date ? cell.toISOString().slice(0, 10) : cell;
}
