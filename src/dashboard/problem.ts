/** Why a question has no answer, as a reader is told. */
import type { CombinedError } from '@urql/core';

export interface Problem {
  /** UNREACHABLE: no answer came; BUSY: it asks to come back later; REFUSED: the question was answered with an error. */
  readonly kind: 'UNREACHABLE' | 'BUSY' | 'REFUSED';
  readonly message: string;
  /** What to quote in a report. */
  readonly correlationId: string | null;
}

export function problemOf(error: CombinedError): Problem {
  const status: unknown = error.response?.status;
  const [first] = error.graphQLErrors;
  const id = first?.extensions['correlationId'];
  const correlationId = typeof id === 'string' ? id : null;
  if (status === 503 || status === 429) return { kind: 'BUSY', message: '', correlationId };
  if (first !== undefined) return { kind: 'REFUSED', message: first.message, correlationId };
  return { kind: 'UNREACHABLE', message: '', correlationId };
}
