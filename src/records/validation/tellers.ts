/** Where one party alone tells of an event, nobody else tells of what it is related to by it. */
import type { Records, RelationshipRecord } from './records.ts';

/** Who tells of events of which one party alone tells, by the event. */
export type Tellers = ReadonlyMap<string, string>;

/** The records, with who tells of an event also at its relationships, unless these say otherwise. */
export function withTellers({ entities, relationships }: Records): Records {
  const tellers: Tellers = new Map(
    entities.flatMap(({ id, kind, attributes }) => {
      const teller = attributes.get('accordingTo');
      return kind === 'EVENT' && typeof teller === 'string' ? [[id, teller] as const] : [];
    }),
  );
  const told = (one: RelationshipRecord): string | null => one.accordingTo ?? tellerOf(one, tellers);
  return { entities, relationships: relationships.map((one) => ({ ...one, accordingTo: told(one) })) };
}

/** Who tells of a relationship that does not say so itself; null: whoever. */
export function tellerOf(
  { type, subjectId, objectId }: { readonly type: string; readonly subjectId: string; readonly objectId: string },
  tellers: Tellers,
): string | null {
  // What somebody speaks of is known from their words, whoever else tells of it.
  if (type === 'ABOUT' || type === 'MADE_IN') return null;
  return tellers.get(subjectId) ?? tellers.get(objectId) ?? null;
}
