/** What can stand against a claim, a law or a proposal. */
import type { Vocabulary } from './definitions.ts';
import type { RelationshipType } from './relationshipTypes.ts';

export const contests = {
  DISPUTED: 'Somebody calls it into question.',
  DENIED: 'Somebody says that it is not so.',
  QUALIFIED: 'Somebody limits it or adds a condition.',
  ANSWERED: 'Another claim stands against it.',
  ANSWERS: 'It stands against another claim.',
  BEFORE_THE_COURT:
    'It is alleged to be unlawful, in a case that a court has before it. An accusation alone is no case.',
} as const satisfies Vocabulary;

export type Contest = keyof typeof contests;

/** The types of relationship by which somebody contests a claim, and how; of the last, the subject is a claim too. */
export const contestsByType = {
  DISPUTES: 'DISPUTED',
  DENIES: 'DENIED',
  QUALIFIES: 'QUALIFIED',
  REBUTS: 'ANSWERED',
} as const satisfies Partial<Record<RelationshipType, Contest>>;
