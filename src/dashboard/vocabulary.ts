/** The field's own words for kinds, relationships, and the words of enumerations, in the language of the visit. */
import type { Words } from './words/words.ts';

/** `UNION` as "union". */
export const kindWord = ({ kinds }: Words, kind: string): string => kinds[kind]?.[0] ?? lower(kind);

/** `UNION` as "unions". */
export const kindsWord = ({ kinds }: Words, kind: string): string => kinds[kind]?.[1] ?? lower(kind);

/** A relationship read in one direction; without a translation as the service labels it. */
export const relationshipWord = (words: Words, type: string, direction: 'OUT' | 'IN', label: string): string =>
  words.relationships[type]?.[direction === 'OUT' ? 0 : 1] ?? label;

/** `TALKS_RESUMING` as "talks resuming". */
export const termWord = ({ terms }: Words, term: string): string => terms[term] ?? lower(term);

/** `agreementExpiry` as "agreement expiry". */
export const attributeWord = ({ attributes }: Words, attribute: string): string =>
  attributes[attribute] ?? attribute.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);

/** With its first letter as a capital. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const lower = (word: string): string => word.toLowerCase().replaceAll('_', ' ');
