/** Those whom an article speaks of by common nouns alone: "the government" of an article that names none. */
import type { Kind } from '../../registry/index.ts';
import { slugOf } from '../drafting/slug.ts';
import { isJurisdiction } from '../lexicon.ts';
import type { Knowledge, Mention, Named } from '../types.ts';
import type { ReferenceRule } from './rules.ts';

/** What a government is called that the article names by no name: the one of the jurisdiction that it names most. */
const governmentNames = ([place]: readonly string[]): readonly string[] => [
  ...(place === undefined ? [] : [`Government of ${place}`, `${place} government`]),
  ...['provincial government', 'federal government', 'state government', 'government', 'province'],
];

/** The jurisdictions that an article names, the most named first; or else those that the names of bodies begin with. */
function placesOf(entities: readonly Named[]): string[] {
  const named = entities.filter(({ kind }) => kind === 'JURISDICTION').map(({ names, key }) => names[0] ?? key);
  return named.length > 0
    ? named
    : entities
        .filter(({ kind }) => kind === 'UNION' || kind === 'PUBLIC_BODY' || kind === 'POLITICAL_PARTY')
        .flatMap(({ names }) => names.map((name) => name.split(' ')))
        .flatMap((words) => [words.slice(0, 2).join(' '), words[0] ?? ''].filter(isJurisdiction).slice(0, 1));
}

const anyGovernment = 'unnamed-government';

/** The government that an article names by no name: the graph's, or one called after the jurisdiction that it names most. */
export function unnamedGovernment(entities: readonly Named[], knowledge: Knowledge): string {
  const governments = placesOf(entities).map((place) => {
    const wanted = `Government of ${place}`.toLowerCase();
    const known = knowledge.entities.find(
      ({ kind, names }) => kind === 'GOVERNMENT' && names.some(({ text }) => text.toLowerCase() === wanted),
    );
    return known?.id ?? slugOf(wanted);
  });
  // One that the article names was passed over for a reason: it is Ottawa, in an article of a province's affairs.
  return governments.find((id) => !entities.some(({ key }) => key === id)) ?? anyGovernment;
}

/** Gives each of them, with what the article calls it; the reader keeps those that something speaks of. */
export function unnamedOf(entities: readonly Named[], mentions: readonly Mention[], knowledge: Knowledge): Named[] {
  const places = placesOf(entities);
  const government = unnamedGovernment(entities, knowledge);
  const isKnown = (id: string) => knowledge.entities.some((one) => one.id === id);
  const own = Object.entries(unnamed).map(([word, known]) => ({
    ...known,
    key: word === anyGovernment ? government : word,
  }));
  return own.map(({ key, ...known }) => {
    const texts = mentions
      .filter(({ entity }) => entity === key)
      .map(({ text }) => text.replace(/^(?:the|its|their|a|new) /i, ''));
    const names = [...new Set([...(key === government ? governmentNames(places) : known.names), ...texts])];
    return { key, kind: known.kind, known: isKnown(key), names, candidates: [], rule: known.rule };
  });
}

const unnamed: Readonly<
  Record<string, { readonly kind: Kind; readonly rule: ReferenceRule; readonly names: readonly string[] }>
> = {
  'unnamed-union': { kind: 'UNION', rule: 'reference: union', names: ['union', 'unions'] },
  'unnamed-employer': { kind: 'PUBLIC_BODY', rule: 'reference: employer', names: ['employer', 'company'] },
  'unnamed-government': { kind: 'GOVERNMENT', rule: 'reference: government', names: [] },
  'unnamed-city': { kind: 'GOVERNMENT', rule: 'reference: government', names: ['city', 'town', 'municipality'] },
};
