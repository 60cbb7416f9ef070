/** Partial dates as records have them: alone, or with how they are known. */
import { z } from 'zod';
import { date, text } from './values.ts';

const dated = date.describe('The date itself.');

/** A date that stands alone is stated by the evidence. */
export const datedValue = z
  .union([
    date,
    z.strictObject({ date: dated, rule: text.describe('How it follows from what a passage says: DERIVED.') }),
    z.strictObject({ date: dated, external: text.describe('The source from elsewhere that says it: EXTERNAL.') }),
  ])
  .meta({
    id: 'date',
    description: 'A date: alone where the evidence states it, else with how it is known.',
  });
