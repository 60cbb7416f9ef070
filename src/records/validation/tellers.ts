/** Where one party alone tells of an event, nobody else tells of what it is related to by it. */
import type { Records, RelationshipRecord } from './records.ts';

/** The records, with who tells of an event also at its relationships, unless these say otherwise. */
export function withTellers({ entities, relationships }: Records): Records {
  const tellers = new Map(
    entities.flatMap(({ id, kind, attributes }) => {
      const teller = attributes.get('accordingTo');
      return kind === 'EVENT' && typeof teller === 'string' ? [[id, teller] as const] : [];
    }),
  );
  const tellerOf = ({ type, accordingTo, subjectId, objectId }: RelationshipRecord): string | null => {
    // What somebody speaks of is known from their words, whoever else tells of it.
    const isTold = type !== 'ABOUT' && type !== 'MADE_IN';
    return accordingTo ?? (isTold ? (tellers.get(subjectId) ?? tellers.get(objectId) ?? null) : null);
  };
  return {
    entities,
    relationships: relationships.map((one) => ({ ...one, accordingTo: tellerOf(one) })),
  };
}
