/** How events look in a chart: a type by its colour, which it keeps whatever else is shown, a status by how it is filled. */

/** Types that share a colour belong together: the table, strikes, laws, courts, deadlines, words. */
const tones: Readonly<Record<string, number>> = {
  TALKS: 0,
  CABINET_MEETING: 0,
  WALK_AWAY: 1,
  STRIKE_VOTE: 1,
  STRIKE: 1,
  LOCKOUT: 1,
  CONCESSION: 2,
  PROPOSAL_TABLED: 2,
  BILL_INTRODUCED: 3,
  LAW_PASSED: 3,
  BACK_TO_WORK_LAW: 3,
  BUDGET: 3,
  COURT_FILING: 4,
  COURT_RULING: 4,
  DEADLINE: 5,
  AGREEMENT_EXPIRED: 5,
  STATEMENT_MADE: 6,
};

/** The colour of what has none of its own. */
const otherTone = 7;

export const toneOf = (type: string): number => tones[type] ?? otherTone;

/** Solid: it happened; hatched: it was arranged; outlined: it had not happened, and need not. */
export type Fill = 'solid' | 'hatched' | 'outlined';

export const fillOf = (status: string): Fill =>
  status === 'OCCURRED' || status === 'ONGOING' ? 'solid' : status === 'SCHEDULED' ? 'hatched' : 'outlined';
