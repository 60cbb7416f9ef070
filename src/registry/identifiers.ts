/** The registers of others that know the same things, each by identifiers of its own. */
import { keysOf } from './keys.ts';

interface SchemeDefinition {
  /** Whose register it is, and of what. */
  readonly description: string;
  /** What an identifier looks like as a whole: a regular expression. */
  readonly pattern: string;
  readonly example: string;
  /** The address of its page: `{value}` is the identifier, `{value:2}` its first two characters. */
  readonly url: { readonly en: string; readonly fr: string };
  /** What the register calls the thing itself in linked data, where it does. */
  readonly iri?: string;
}

/** An address that is the same in both languages. */
const both = (address: string) => ({ en: address, fr: address });

/** By the word that stands for the register in the seeds, the database and the API. */
export const identifierSchemes = {
  WIKIDATA: {
    description: 'Wikidata: people, bodies, laws and much else, by item.',
    pattern: 'Q[1-9][0-9]{0,11}',
    example: 'Q42',
    url: { en: 'https://www.wikidata.org/wiki/{value}', fr: 'https://www.wikidata.org/wiki/{value}?uselang=fr' },
    iri: 'http://www.wikidata.org/entity/{value}',
  },
  ISNI: {
    description: 'International Standard Name Identifier (ISO 27729): the public names of people and bodies.',
    pattern: '[0-9]{15}[0-9X]',
    example: '0000000121032683',
    url: both('https://isni.org/isni/{value}'),
    iri: 'https://isni.org/isni/{value}',
  },
  VIAF: {
    description: 'Virtual International Authority File: names of people and bodies in the catalogues of libraries.',
    pattern: '[1-9][0-9]{1,21}',
    example: '102333412',
    url: both('https://viaf.org/viaf/{value}'),
    iri: 'http://viaf.org/viaf/{value}',
  },
  LEGISINFO: {
    description: 'LEGISinfo of the Parliament of Canada: bills, by parliament, session and number.',
    pattern: '[1-9][0-9]?-[1-9]/[cs]-[1-9][0-9]{0,3}',
    example: '41-2/c-4',
    url: {
      en: 'https://www.parl.ca/legisinfo/en/bill/{value}',
      fr: 'https://www.parl.ca/legisinfo/fr/projet-de-loi/{value}',
    },
  },
  OPENPARLIAMENT: {
    description:
      'The site openparliament.ca: bills and members of the House of Commons of Canada, by the path of their page.',
    pattern: 'bills/[1-9][0-9]?-[1-9]/[CS]-[1-9][0-9]{0,3}|politicians/[a-z0-9]+(-[a-z0-9]+)*',
    example: 'bills/41-2/C-4',
    url: both('https://openparliament.ca/{value}/'),
  },
  CANLII: {
    description: 'Canadian Legal Information Institute: decisions and statutes, by the short form of their address.',
    pattern: '[0-9a-z]{2,12}',
    example: 'g2zqz',
    url: both('https://canlii.ca/t/{value}'),
  },
  ESDC: {
    description: 'Negotech of Employment and Social Development Canada: collective agreements, by number.',
    pattern: '[0-9]{7}',
    example: '1271907',
    url: both('https://negotech.service.canada.ca/eng/agreements/{value:2}/{value}a.pdf'),
  },
} as const satisfies Record<string, SchemeDefinition>;

export type IdentifierScheme = keyof typeof identifierSchemes;
export const identifierSchemeNames = keysOf(identifierSchemes);

/** The definition of a register, seen through the shared shape. */
export const schemeDefinition = (scheme: IdentifierScheme): SchemeDefinition => identifierSchemes[scheme];

/** Whether an identifier is one that the register can have. */
export const isIdentifier = (scheme: IdentifierScheme, value: string): boolean =>
  new RegExp(`^(?:${identifierSchemes[scheme].pattern})$`).test(value);

/** An identifier in the place that an address has for it. */
const placed = (template: string, value: string): string =>
  template.replace(/\{value(?::(\d+))?\}/g, (_, length?: string) => (length ? value.slice(0, Number(length)) : value));

/** The address of an identifier's page. */
export const addressOfIdentifier = (scheme: IdentifierScheme, value: string, language: 'en' | 'fr'): string =>
  placed(identifierSchemes[scheme].url[language], value);

/** What linked data call the thing itself; null: the register has but pages. */
export function iriOfIdentifier(scheme: IdentifierScheme, value: string): string | null {
  const { iri } = schemeDefinition(scheme);
  return iri === undefined ? null : placed(iri, value);
}

/** What the evidence for an identifier is for: an entity has at most one of each register. */
export const attributeOfScheme = (scheme: IdentifierScheme): string => scheme.toLowerCase();
