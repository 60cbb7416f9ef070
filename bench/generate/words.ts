/** What generated names are made of: plausible, and of nobody real. */
import type { Random } from './random.ts';

const sectors: readonly (readonly [english: string, french: string])[] = [
  ['Health', 'de la santé'],
  ['Transport', 'des transports'],
  ['Education', 'de l’éducation'],
  ['Postal', 'des postes'],
  ['Corrections', 'correctionnels'],
  ['Border', 'des frontières'],
  ['Fisheries', 'des pêches'],
  ['Parks', 'des parcs'],
  ['Revenue', 'du revenu'],
  ['Justice', 'de la justice'],
  ['Highways', 'des routes'],
  ['Library', 'des bibliothèques'],
];
const given = ['Anne', 'Louis', 'Maria', 'Pierre', 'Grace', 'Omar', 'Ruth', 'Jean', 'Mei', 'David', 'Noor', 'Claire'];
const family = ['Tremblay', 'Singh', 'Roy', 'Martin', 'Chen', 'Okafor', 'Gagnon', 'Wilson', 'Cardinal', 'Nguyen'];

export interface Named {
  readonly en: string;
  readonly fr?: string;
  readonly acronym?: string;
}

/** Names of one kind of thing; the number tells those apart that are made of the same words. */
export const names = {
  person: (random: Random, number: number): Named => ({
    en: `${random.pick(given)} ${random.pick(family)}-${random.pick(family)} ${number}`,
  }),
  union: (random: Random, number: number): Named => {
    const [en, fr] = random.pick(sectors);
    return {
      en: `${en} Employees Union ${number}`,
      fr: `Syndicat des employés ${fr} ${number}`,
      acronym: `${en.charAt(0)}EU${number}`,
    };
  },
  body: (random: Random, number: number): Named => {
    const [en, fr] = random.pick(sectors);
    return { en: `${en} Agency ${number}`, fr: `Agence ${fr} ${number}`, acronym: `${en.charAt(0)}A${number}` };
  },
  plain: (what: string, number: number): Named => ({ en: `${what} ${number}` }),
  about: (random: Random, what: string, number: number): Named => ({
    en: `${random.pick(sectors)[0]} ${what} ${number}`,
  }),
} as const;

/** Two sentences, as long as those of the seeds. */
export function sentences(random: Random, what: string): string {
  const [sector] = random.pick(sectors);
  const [other] = random.pick(sectors);
  return `${what}, as the ${sector.toLowerCase()} sector knows it. It touches on ${other.toLowerCase()} workers as well.`;
}

/** A word that could stand in a paragraph. */
export const cue = (random: Random): string => random.pick(family);

/** The provinces, and the country that they are part of: ISO 3166. */
export const jurisdictions = [
  ...['CA', 'CA-AB', 'CA-BC', 'CA-MB', 'CA-NB', 'CA-NL', 'CA-NS'],
  ...['CA-ON', 'CA-PE', 'CA-QC', 'CA-SK', 'CA-YT', 'CA-NT', 'CA-NU'],
] as const;
