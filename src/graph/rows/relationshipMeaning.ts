/** What a relationship says: whether it holds at a time, and how it reads. */
import type { Relationship } from '../../generated/prisma/client.ts';
import { type Certainty, certaintyOn, type Time } from '../../records/partialDates.ts';
import { isRelationshipType, relationshipDefinition } from '../../registry/index.ts';
import { words as french } from '../../registry/words/fr.ts';
import type { Language } from './entities.ts';

/**
 * Whether a relationship holds at a time, by the days that the database works out from its dates and those of its ends.
 * An article tells of what was and what is to come: at its time, what has no dates of its own holds.
 */
export function certaintyOf(relationship: Relationship, time: Time): Certainty | null {
  const { type, holdsFromEarliest, holdsFromLatest, holdsToEarliest, holdsToLatest } = relationship;
  const temporal = isRelationshipType(type) && relationshipDefinition(type).temporal === true;
  if (!temporal && !(time instanceof Date)) return 'CERTAIN';
  const days = {
    validFromEarliest: holdsFromEarliest,
    validFromLatest: holdsFromLatest,
    validToEarliest: holdsToEarliest,
    validToLatest: holdsToLatest,
  };
  return certaintyOn(days, time);
}

/** How a relationship reads in words, in the direction of travel. */
export function labelOf(type: string, direction: 'OUT' | 'IN', language: Language = 'en'): string {
  if (!isRelationshipType(type)) return type;
  const translated = language === 'fr' ? french.relationships[type] : undefined;
  if (translated !== undefined) return translated[direction === 'OUT' ? 0 : 1];
  const { label, inverse } = relationshipDefinition(type);
  return direction === 'OUT' ? label : inverse;
}
