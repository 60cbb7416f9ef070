/** A request that asks what its query costs, and not for its answer: it has the header `X-Cost: explain`. */
import type { Request } from 'express';

/** The header, by which answers differ. */
export const dryRunHeader = 'X-Cost';

/** Whether the query is priced alone, and not executed. */
export const isDryRun = ({ headers }: Request): boolean => headers['x-cost'] === 'explain';

/** What is wrong with the header; undefined: nothing. */
export const dryRunMistake = ({ headers }: Request): string | undefined =>
  headers['x-cost'] === undefined || headers['x-cost'] === 'explain'
    ? undefined
    : 'The header X-Cost is `explain`, for the cost without the answer, or left out.';
