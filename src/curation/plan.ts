/** What has to be written so that the tables hold the wanted rows. */

import { type Changes, type Fact, keyOf, type Plan, type Row, type Rows, type Table, tables } from '../store/tables.ts';
import { digestOf, type FactRows, type Facts, factsOf, nameOf, printed } from './facts.ts';

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
  const [before, after] = [factsOf(existing), factsOf(wanted)];
  const isChanged = ({ id }: Row) => {
    const name = nameOf('entities', String(id));
    return changeOf(before.get(name), after.get(name)) === 'changed';
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
  const differs = isEntity ? row['kind'] !== wanted['kind'] : printed(row, table) !== printed(wanted, table);
  return (
    differs ||
    table.references.some(({ columns, model }) => {
      const cell = row[columns[0] ?? ''];
      const keys = Array.isArray(cell) ? cell.map(String) : [keyOf(row, columns)];
      return keys.some((key) => staleKeys.get(model)?.has(key));
    })
  );
}

/** How many facts of each sort came, changed, went and stayed. */
function changesOf(before: Facts, after: Facts): Map<Fact, Changes> {
  const changes = new Map(tables.map(({ fact }) => [fact, { added: 0, changed: 0, removed: 0, unchanged: 0 }]));
  for (const [name, one] of new Map([...before, ...after])) {
    const counts = changes.get(one.fact);
    if (counts !== undefined) counts[changeOf(before.get(name), after.get(name))] += 1;
  }
  return changes;
}

function changeOf(before: FactRows | undefined, after: FactRows | undefined): keyof Changes {
  if (before === undefined) return 'added';
  if (after === undefined) return 'removed';
  return digestOf(before) === digestOf(after) ? 'unchanged' : 'changed';
}
