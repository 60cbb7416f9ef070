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

/**
 * A value as one of a seed file that stands at a place.
 * @param within gives the place of what stands in it, under a key or as the n-th item; the same unless told.
 */
export function nodeOf(
  value: unknown,
  place: Place,
  within: (place: Place, key: string | number) => Place = (whole) => whole,
): Node {
  if (Array.isArray(value)) {
    const items = value.map((item, index) => nodeOf(item, within(place, index + 1), within));
    return { type: 'list', place, items };
  }
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).map(([key, item]) => {
      const inside = within(place, key);
      return [key, { place: inside, node: nodeOf(item, inside, within) }] as const;
    });
    return { type: 'mapping', place, entries: new Map(entries) };
  }
  const known = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;
  return { type: 'scalar', place, value: known, text: known === null ? '' : String(known) };
}

export interface Source {
  /** The records of the files that could be read, in order. */
  readonly records: readonly Node[];
  /** What could be made out of the others: enough to know their ids. */
  readonly broken: readonly Node[];
  readonly problems: readonly Problem[];
}
