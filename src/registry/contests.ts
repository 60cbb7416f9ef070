/** What can stand against a claim, a law or a proposal. */
import type { Vocabulary } from './definitions.ts';

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
