/** Which entities the seeds have, before any of them is checked. */
import { isKind, type Kind } from '../../registry/index.ts';
import type { Mapping, Node } from './node.ts';
import { formatPlace, type Place } from './problem.ts';

interface Registered {
  readonly place: Place;
  /** Null: its kind is mistaken, which is reported where it stands. */
  readonly kind: Kind | null;
  /** How many an ARTICLE has. */
  readonly paragraphs: number;
}

/** By id. */
export type Register = ReadonlyMap<string, Registered>;

/** The entities among the records; an id that occurs twice is reported where it occurs again. */
export function registerOf(records: readonly Node[], report: (place: Place, message: string) => void): Register {
  const register = new Map<string, Registered>();
  for (const record of records) {
    if (record.type !== 'mapping') continue;
    const id = record.entries.get('id')?.node;
    if (id?.type !== 'scalar') continue;
    const taken = register.get(id.text);
    if (taken === undefined) register.set(id.text, registered(record, id.place));
    else report(id.place, `"${id.text}" is taken at ${formatPlace(taken.place)}; an id is unique over all kinds`);
  }
  return register;
}

function registered(record: Mapping, place: Place): Registered {
  const kind = record.entries.get('kind')?.node;
  const paragraphs = record.entries.get('paragraphs')?.node;
  return {
    place,
    kind: kind?.type === 'scalar' && isKind(kind.text) ? kind.text : null,
    paragraphs: paragraphs?.type === 'list' ? paragraphs.items.length : 0,
  };
}
