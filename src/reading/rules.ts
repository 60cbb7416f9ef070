/** The rules by which the reader recognises something, and how far each can be trusted. */
import { dateRules } from './dates.ts';
import { eventRules } from './events/index.ts';
import { figureRules } from './figures.ts';
import { nameRules } from './names/accept.ts';
import { officeRules } from './offices/rules.ts';
import { referenceRules } from './references/rules.ts';
import { statementRules } from './statements/attributions.ts';

/**
 * What a module knows of one of its rules: what it is in plain words, and the share of what it finds that is right, as
 * `npm run read:score -- --rules` measures it over the reports of `test/reading/tune`.
 */
export interface Rule {
  readonly says: string;
  readonly confidence: number;
}

export type Rules = Readonly<Record<string, Rule>>;

/** Those of all modules by their names: what explains a proposal, which carries no more of its rule than the name. */
export const rules: Rules = {
  ...nameRules,
  ...referenceRules,
  ...officeRules,
  ...statementRules,
  ...dateRules,
  ...figureRules,
  ...eventRules,
};
