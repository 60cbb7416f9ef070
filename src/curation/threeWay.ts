/**
 * Three-way seeding: what the files said the last time, what they say now, and what the graph holds. What changed on one
 * side alone is taken from there. What changed on both, each in its way, is a conflict, which a person settles.
 */
import { entryOf, groupBy } from '../store/groupBy.ts';
import { type Fact, keyOf, type Model, type Row, type Rows, type Table, tables } from '../store/tables.ts';
import { digestOf, type FactRows, type Facts, factsOf, nameOf, plain } from './facts.ts';

/** Whose word holds where both sides changed a fact. */
export type Side = 'FILES' | 'GRAPH';

/** A fact that was changed in the files and in the graph, or that leans on one which the other side removed. */
export interface Conflict {
  readonly fact: Fact;
  readonly id: string;
  /** What differs, such as `summary is "A union." in the files, "A trade union." in the graph`. */
  readonly differences: readonly string[];
}

interface Merged {
  /** The rows that the tables should hold. */
  readonly rows: Rows;
  /** Those that nobody has settled. While there is one, nothing may be written. */
  readonly conflicts: readonly Conflict[];
  /** How many facts of the graph are not what the files say, and stay so. */
  readonly kept: number;
  /** The ids of all conflicts, settled or not. */
  readonly inConflict: readonly string[];
  /** What was named to be settled and is of nothing that was to settle. */
  readonly idle: readonly Idle[];
}

/** An id that somebody gave to settle what it stands for, and how: `--ours`. */
export interface Named {
  readonly option: string;
  readonly id: string;
}

export interface Idle extends Named {
  /** Whether the files or the graph have a fact of this id. */
  readonly known: boolean;
}

/** The digests of what the files said of each fact, by its name; null: they were never seeded here. */
export type Base = ReadonlyMap<string, string> | null;

/** Who was said to win about a fact. */
export interface Settle {
  /** Where both sides changed it; undefined: nobody has said. */
  readonly conflict: (id: string) => Side | undefined;
  /** Whether it is to be as the files have it, though they have not changed it. */
  readonly restore: (id: string) => boolean;
  /** The ids that were given one by one. */
  readonly named?: readonly Named[];
}

/** Nobody wins. */
export const unsettled: Settle = { conflict: () => undefined, restore: () => false };

/** Whether an id is another one's or that of a part of it: `ann.HOLDS.president` of `ann`. */
export const isOf = (id: string, whole: string): boolean => id === whole || id.startsWith(`${whole}.`);

/** Puts together what the files and the graph say. */
export function merge(base: Base, existing: Rows, wanted: Rows, settle: Settle): Merged {
  const [graph, files] = [factsOf(existing), factsOf(wanted)];
  const facts = new Map([...graph, ...files]);
  const sides = new Map<string, Side>();
  const conflicts = new Map<string, Conflict>();
  const [inConflict, restoredIds] = [new Set<string>(), new Set<string>()];
  const decide = (name: string, differences: () => readonly string[]): Side => {
    const { fact, id } = entryOf(facts, name);
    const side = settle.conflict(id);
    inConflict.add(id);
    if (side === undefined) conflicts.set(name, { fact, id, differences: differences() });
    return side ?? 'FILES';
  };
  const settled: string[] = [];
  for (const [name, { id }] of facts) {
    const [said, held] = [files.get(name), graph.get(name)];
    const side = sideOf(base === null ? digest(held) : base.get(name), digest(said), digest(held));
    const restored = side === 'GRAPH' && said !== undefined && settle.restore(id);
    if (restored && digest(said) !== digest(held)) restoredIds.add(id);
    sides.set(name, restored ? 'FILES' : (side ?? decide(name, () => differencesOf(said, held))));
    if (restored || side === undefined) settled.push(name);
  }
  // A fact and what it leans on come from one side, which is whole by itself. Each is moved once at the most.
  const moved = new Set<string>();
  bringParts(settled, { sides, graph, files, moved });
  for (let rows = rowsOf(facts, sides, graph, files); ; rows = rowsOf(facts, sides, graph, files)) {
    const leaning = leaningOn(rows).filter(({ name, on }) => !moved.has(name) || !moved.has(on));
    if (leaning.length === 0) {
      const differs = (name: string): boolean => digest(files.get(name)) !== digest(graph.get(name));
      const kept = [...sides].filter(([name, side]) => side === 'GRAPH' && differs(name)).length;
      const idle = idleOf(settle, [...inConflict, ...restoredIds], facts);
      return { rows, conflicts: [...conflicts.values()], kept, inConflict: [...inConflict], idle };
    }
    for (const { name, on } of leaning) {
      const without = sides.get(name) === 'FILES' ? 'graph' : 'files';
      const side = decide(name, () => [
        `the ${without} no longer ${without === 'graph' ? 'has' : 'have'} "${on}", on which it leans`,
      ]);
      for (const one of [name, on]) {
        moved.add(one);
        sides.set(one, side);
      }
      bringParts([name, on], { sides, graph, files, moved });
    }
  }
}

/** What was named of which nothing was settled. */
function idleOf({ named = [] }: Settle, settled: readonly string[], facts: Facts): Idle[] {
  return named
    .filter(({ id }) => !settled.some((one) => isOf(one, id)))
    .map((one) => ({ ...one, known: [...facts.values()].some(({ id }) => isOf(id, one.id)) }));
}

interface Sides {
  readonly sides: Map<string, Side>;
  readonly graph: Facts;
  readonly files: Facts;
  /** Those that stay where they are. */
  readonly moved: ReadonlySet<string>;
}

/**
 * Takes the parts of facts from the sides of these, where the other side has no such fact: it went there with all its
 * parts, and comes back with them. Otherwise its evidence would stay away, for that alone nobody had changed.
 */
function bringParts(names: readonly string[], { sides, graph, files, moved }: Sides): void {
  const returned = names.filter((name) => graph.has(name) !== files.has(name));
  if (returned.length === 0) return;
  const parts = { GRAPH: partsOf(graph), FILES: partsOf(files) };
  for (const name of returned) {
    const side = entryOf(sides, name);
    for (const part of parts[side](name)) {
      if (!moved.has(part)) sides.set(part, side);
      returned.push(part);
    }
  }
}

/** The names of what is a part of a fact: the terms of a proposal, the evidence of a term. */
function partsOf(facts: Facts): (name: string) => readonly string[] {
  const wholes = [...facts].flatMap(([part, { rows }]) =>
    rows.flatMap(({ table: { references, partOf = [] }, row }) =>
      references
        .filter(({ columns: [column = ''] }) => partOf.includes(column))
        .flatMap(({ model, columns }) => keysIn(row, columns).map((key) => ({ part, whole: nameIn(model, key) }))),
    ),
  );
  const byWhole = groupBy(wholes, ({ whole }) => whole);
  return (name) => byWhole(name).map(({ part }) => part);
}

const factOf = new Map(tables.map(({ model, fact }) => [model, fact]));

/** What the fact is called whose row in a table has a key. */
const nameIn = (model: Model, key: string): string => nameOf(entryOf(factOf, model), key);

const digest = (fact: FactRows | undefined): string | undefined => (fact === undefined ? undefined : digestOf(fact));

/** The side that a fact is taken from, by its digests; undefined is that it is not there. Undefined: a conflict. */
function sideOf(base: string | undefined, said: string | undefined, held: string | undefined): Side | undefined {
  if (said === held || said === base) return 'GRAPH';
  return held === base ? 'FILES' : undefined;
}

/** The rows of the facts that each side has. */
function rowsOf(facts: Facts, sides: ReadonlyMap<string, Side>, graph: Facts, files: Facts): Rows {
  const rows = new Map<string, Row[]>(tables.map(({ model }) => [model, []]));
  for (const name of facts.keys()) {
    const from = sides.get(name) === 'GRAPH' ? graph : files;
    for (const { table, row } of from.get(name)?.rows ?? []) rows.get(table.model)?.push(row);
  }
  return rows;
}

/** Facts that refer to one that is not there, with the name of that. */
function leaningOn(rows: Rows): { readonly name: string; readonly on: string }[] {
  const keys = new Map(
    tables.map((table) => [table.model, new Set((rows.get(table.model) ?? []).map((row) => keyOf(row, table.key)))]),
  );
  return tables.flatMap(({ model, fact, owner, references }) =>
    (rows.get(model) ?? []).flatMap((row) =>
      references.flatMap((reference) =>
        keysIn(row, reference.columns)
          .filter((key) => keys.get(reference.model)?.has(key) === false)
          .map((key) => ({
            name: nameOf(fact, keyOf(row, owner)),
            on: nameIn(reference.model, key),
          })),
      ),
    ),
  );
}

/** The keys that a row has in some columns: none where they are null, several where they are a list. */
function keysIn(row: Row, columns: readonly string[]): readonly string[] {
  const cell = row[columns[0] ?? ''] ?? null;
  if (cell === null) return [];
  return Array.isArray(cell) ? cell.map(String) : [keyOf(row, columns)];
}

/** How two versions of a fact differ, in words. */
function differencesOf(said: FactRows | undefined, held: FactRows | undefined): readonly string[] {
  if (said === undefined) return ['the files no longer have it, and the graph has changed it'];
  if (held === undefined) return ['the graph no longer has it, and the files have changed it'];
  const find = ({ rows }: FactRows, table: Table, row: Row): Row | undefined =>
    rows.find((one) => one.table === table && keyOf(one.row, table.key) === keyOf(row, table.key))?.row;
  const changed = said.rows.flatMap(({ table, row }) => {
    const other = find(held, table, row);
    if (other === undefined) return [`${table.model} ${shown(row, table)} is in the files alone`];
    return Object.keys(row)
      .filter((column) => JSON.stringify(plain(row[column] ?? null)) !== JSON.stringify(plain(other[column] ?? null)))
      .map((column) => `${column} is ${cell(row, column)} in the files, ${cell(other, column)} in the graph`);
  });
  const gone = held.rows
    .filter(({ table, row }) => find(said, table, row) === undefined)
    .map(({ table, row }) => `${table.model} ${shown(row, table)} is in the graph alone`);
  return [...changed, ...gone];
}

const cell = (row: Row, column: string): string => JSON.stringify(plain(row[column] ?? null));
const shown = (row: Row, { key }: Table): string =>
  key
    .slice(1)
    .map((column) => cell(row, column))
    .join(' ') || cell(row, key[0] ?? '');
