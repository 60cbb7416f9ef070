/** The rules by which a common noun or a pronoun is taken for somebody. */
import type { Rules } from '../rules.ts';

export const referenceRules = {
  'reference: union': { says: 'the union last spoken of', confidence: 0.9 },
  'reference: employer': { says: 'the employer that the article is about', confidence: 0.85 },
  'reference: government': { says: 'the government that the article is about', confidence: 0.9 },
  'reference: by its head': { says: 'the organization whose name has this word', confidence: 0.9 },
  'reference: members': { says: 'the members of the union last spoken of', confidence: 0.8 },
  'reference: both sides': { says: 'the union and the employer', confidence: 0.8 },
  'reference: pronoun': { says: 'the person last spoken of', confidence: 0.85 },
} as const satisfies Rules;

export type ReferenceRule = keyof typeof referenceRules;
