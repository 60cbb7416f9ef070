/** What is to be checked: values that know where they came from. */
import type { Place, Problem } from './problem.ts';

/** A value of a seed file, of a changeset, or of the graph itself. */
export type Node = Scalar | List | Mapping;

export interface Scalar {
  readonly type: 'scalar';
  readonly place: Place;
  readonly value: string | number | boolean | null;
  /** As it was written, without quotes. */
  readonly text: string;
}

interface List {
  readonly type: 'list';
  readonly place: Place;
  readonly items: readonly Node[];
}

export interface Mapping {
  readonly type: 'mapping';
  readonly place: Place;
  readonly entries: ReadonlyMap<string, Entry>;
}

/** A key, its place, and what stands under it. */
export interface Entry {
  readonly place: Place;
  readonly node: Node;
}

export interface Source {
  /** The records of the files that could be read, in order. */
  readonly records: readonly Node[];
  /** What could be made out of the others: enough to know their ids. */
  readonly broken: readonly Node[];
  readonly problems: readonly Problem[];
}
