import type { Language } from '../../generated/operations/graphql.ts';

/** What an entity is called, and in which language. */
export interface Named {
  readonly id: string;
  readonly kind?: string;
  readonly name: string;
  /** Not that of the page, where the entity has no name in that. */
  readonly nameLanguage: Language;
}
