/** What a relationship may say beside its two ends and when it holds. */
import type { Position, Side } from '../generated/prisma/enums.ts';
import type { Vocabulary } from './definitions.ts';
import { isKeyOf, keysOf } from './keys.ts';

/** The sides of a dispute, a round or a case. */
export const sides = {
  EMPLOYEE: 'Employees and their unions.',
  EMPLOYER: 'Employers, and governments as employers.',
  APPLICANT: 'The party that brought the case.',
  RESPONDENT: 'The party that it was brought against.',
  INTERVENER: 'A party that was admitted in addition.',
} as const satisfies Record<Side, string>;

/** An actor's position. */
export const positions = {
  SUPPORT: 'For it.',
  OPPOSE: 'Against it.',
  CONDITIONAL: "For it, on conditions that the relationship's note names.",
  NEUTRAL: 'Neither.',
} as const satisfies Record<Position, string>;

export interface QualifierDefinition {
  readonly description: string;
  /** A text, a number from 1, true or false, the id of an actor, or one of the words of a vocabulary. */
  readonly type: 'text' | 'count' | 'boolean' | 'actor' | { readonly oneOf: Vocabulary };
  /** The types that have it are about it, so it must be given. */
  readonly required?: true;
}

/** Those of which a type of relationship says that it has them. */
export const ownQualifiers = {
  side: { description: 'The side of the subject.', type: { oneOf: sides }, required: true },
  position: { description: 'The position of the subject.', type: { oneOf: positions }, required: true },
  role: { description: 'The role in which the subject takes part, speaks or publishes.', type: 'text' },
  acting: { description: 'Whether the person acts in place of the regular holder.', type: 'boolean' },
  ordinal: {
    description: 'Its place in an order, from 1; for objectives, the most important first.',
    type: 'count',
  },
} as const satisfies Record<string, QualifierDefinition>;

export type OwnQualifier = keyof typeof ownQualifiers;
export const ownQualifierNames = keysOf(ownQualifiers);

/** Those, and what every relationship may have. */
export const qualifiers = {
  ...ownQualifiers,
  note: { description: "A note in the project's own words.", type: 'text' },
  accordingTo: { description: 'Who says so, if the source has it at second hand.', type: 'actor' },
} as const satisfies Record<string, QualifierDefinition>;

export type Qualifier = keyof typeof qualifiers;
export const qualifierNames = keysOf(qualifiers);

/** True of a qualifier that only some types have. */
export const isOwnQualifier = (qualifier: Qualifier): qualifier is OwnQualifier => isKeyOf(ownQualifiers, qualifier);

/** The definition of a qualifier, seen through the shared shape. */
export const qualifierDefinition = (qualifier: Qualifier): QualifierDefinition => qualifiers[qualifier];
