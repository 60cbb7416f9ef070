/** The rules by which somebody is taken for the holder of a post. */
import type { Rules } from '../rules.ts';

export const officeRules = {
  'office: title before the name': { says: 'a post stands right before the name', confidence: 0.97 },
  'office: apposition': { says: 'a post stands beside the name, between commas', confidence: 0.94 },
  'office: told': { says: 'the text says that somebody is, or was named, the holder', confidence: 0.85 },
  'office: led': { says: 'a verb says that somebody leads the organization', confidence: 0.9 },
  'office: of the one before': { says: 'the post goes by somebody else’s: a deputy, a shadow', confidence: 0.8 },
  'office: head of a government': { says: 'a premier or minister is one of the government', confidence: 0.94 },
  'office: of the organization beside': {
    says: 'the organization is the one that the name stands with',
    confidence: 0.85,
  },
} as const satisfies Rules;

export type OfficeRule = keyof typeof officeRules;
