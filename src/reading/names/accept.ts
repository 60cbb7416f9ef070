/** Which candidates are names, and of what. */
import { isBlank } from '../../records/blanks.ts';
import type { Kind } from '../../registry/index.ts';
import { isCity, isCommon, isDemonym, isFirstName, isJurisdiction } from '../lexicon.ts';
import { isAddress, isTitleHead, isTitleModifier } from '../offices/words.ts';
import type { Rules } from '../rules.ts';
import type { Seen } from './seen.ts';
import { commonAcronyms, isDepartment, isHead, kindOfName, partyNames, placeEnds, takesOf } from './words.ts';

export const nameRules = {
  'name: of the graph': { says: 'the graph has this name', confidence: 0.9 },
  'name: law': { says: 'it is called a bill, an act or a code', confidence: 0.9 },
  'name: jurisdiction': { says: 'the name of a country, a province or a state', confidence: 0.99 },
  'name: seat of a government': { says: 'the seat of a government, where it acts', confidence: 0.8 },
  'name: party': { says: 'the name of a party', confidence: 0.99 },
  'name: organization by its words': { says: 'its name has a word that organizations have', confidence: 0.98 },
  'name: person by a post': { says: 'a post stands beside the name', confidence: 0.99 },
  'name: person by a credit': { says: 'a picture or a report is credited to the name', confidence: 0.95 },
  'name: person by a given name': { says: 'it begins with a given name', confidence: 0.99 },
  'name: person by the surname alone': { says: 'its last word names somebody elsewhere in the text', confidence: 0.92 },
  'name: organization by its place in the text': {
    says: 'it speaks, or has a post, and is nobody’s name',
    confidence: 0.96,
  },
  'name: programme': { says: 'it stands after "on", or after its broadcaster', confidence: 0.8 },
  'name: acronym': { says: 'letters in capitals', confidence: 0.9 },
} as const satisfies Rules;

export interface Accepted {
  readonly kind: Kind;
  readonly rule: keyof typeof nameRules;
}

const law = /^(?:Bill (?:[A-Z]{1,2}-)?\d+|(?:Loi|Projet de loi) (?:[A-Z]-)?\d+)/;
const timeOrThing =
  /^(?:.* )?(?:Day|Week|Month|Year|Eve|War|Highway|Route|Games|Olympics|Cup|Line|Wave|Pandemic|Friday|Monday|Street|Bowl|Festival|Award|Gallery|Photo|Room|Hall|Building|Tower|Plaza|Hill|Exit|Floor)$/;

/** Whether a text is a name, and whose sort; undefined: it is none. `surnames` are words that stand alone elsewhere. */
export function accept(seen: Seen, standsAlone: (word: string) => boolean): Accepted | undefined {
  const { text } = seen;
  const words = text.split(' ');
  const [first = '', last = ''] = [words[0], words.at(-1)];
  // What begins like a blank of a draft would be taken for one.
  if (isBlank(text)) return undefined;
  if (law.test(text)) return { kind: 'LEGISLATION', rule: 'name: law' };
  // A capital of a province, which has the name of a state too.
  if (text === 'Victoria' && seen.where === seen.count) return undefined;
  if (isJurisdiction(text)) return { kind: 'JURISDICTION', rule: 'name: jurisdiction' };
  if (text in partyNames) return { kind: 'POLITICAL_PARTY', rule: 'name: party' };
  if (words.length > 1 && isDepartment(words)) return { kind: 'PUBLIC_BODY', rule: 'name: organization by its words' };
  if (seen.called === 'agency') return { kind: 'NEWS_OUTLET', rule: 'name: organization by its place in the text' };
  if (seen.called === 'programme') return { kind: 'NEWS_OUTLET', rule: 'name: programme' };
  if (seen.credited && words.length > 1 && words.length < 5 && !words.some(takesOf))
    return { kind: 'PERSON', rule: 'name: person by a credit' };
  if (words.length === 1) return acceptOne(seen);
  if (
    placeEnds.has(last) &&
    !(takesOf(first) && words[1] === 'of') &&
    !/^(?:Bank|Harbour|Harbor|Park)$/.test(last) &&
    seen.title === undefined &&
    !standsAlone(last)
  )
    return undefined;
  if (last === 'House' && seen.where === seen.count) return undefined;
  if (last === 'City' && words.length === 2 && (isJurisdiction(first) || seen.where > 0)) return undefined;
  const person = personBy(seen, words, standsAlone);
  const kind = kindOfName(text);
  if (
    kind !== undefined &&
    person !== 'name: person by a post' &&
    !(person === 'name: person by the surname alone' && isFirstName(first))
  )
    return wordsTell(words) ? { kind, rule: 'name: organization by its words' } : undefined;
  if (timeOrThing.test(text) && person === undefined) return undefined;
  if (person !== undefined) return { kind: 'PERSON', rule: person };
  if (placeEnds.has(last) || isCity(text) || (isDemonym(first) && words.length === 2 && isCommon(last)))
    return undefined;
  if (/^\p{Lu}{2,}$/u.test(first) && words.length === 2 && isJurisdiction(last))
    return { kind: 'UNION', rule: 'name: acronym' };
  if (isJurisdiction(words.slice(0, -1).join(' ')) && last in partyNames)
    return { kind: 'POLITICAL_PARTY', rule: 'name: party' };
  if (seen.onAir && seen.where === 0 && words.length <= 4) return { kind: 'NEWS_OUTLET', rule: 'name: programme' };
  if (words.every((word) => isCommon(word) || isTitleHead(word) || isTitleModifier(word))) return undefined;
  if (seen.beforeTitle || (seen.speaks && seen.where === 0))
    return { kind: 'PUBLIC_BODY', rule: 'name: organization by its place in the text' };
  if (seen.where === seen.count || seen.capital === 0) return undefined;
  return { kind: 'PUBLIC_BODY', rule: 'name: organization by its place in the text' };
}

/** "Board of Education" is a name, "Board" with a number is none. */
const wordsTell = (words: readonly string[]): boolean =>
  (words.length === 2 && words.every((word) => isHead(word)) && words[0] !== words[1]) ||
  words.some((word) => !isHead(word) && !/^(?:of|and|the|for|\d+)$/.test(word)) ||
  words.length > 2 ||
  /^(?:Local|House|Supreme)$/.test(words[0] ?? '');

function personBy(
  { title, described, apart, where }: Seen,
  words: readonly string[],
  standsAlone: (word: string) => boolean,
) {
  if (words.length > 5 || words.some((word) => /^(?:of|and|for|the|&)$/.test(word) || /\d/.test(word)))
    return undefined;
  const [first = '', last = ''] = [words[0], words.at(-1)];
  if (title !== undefined && !takesOf(last)) return 'name: person by a post' as const;
  if (title !== undefined && isFirstName(first) && words.length <= 3) return 'name: person by a post' as const;
  if (takesOf(last) && !standsAlone(last)) return undefined;
  if (placeEnds.has(last) && !standsAlone(last)) return undefined;
  if (
    standsAlone(last) &&
    !isJurisdiction(last) &&
    !isCity(last) &&
    words.length <= 4 &&
    !isDemonym(first) &&
    !isJurisdiction(first) &&
    !isCommonPhrase(words)
  )
    return 'name: person by the surname alone' as const;
  if (
    /^\p{Lu}\p{L}+-\p{Lu}\p{Ll}+$/u.test(last) &&
    words.length <= 3 &&
    !isCommonPhrase(words.slice(0, -1)) &&
    !isDemonym(first)
  )
    return 'name: person by a given name' as const;
  if (isFirstName(first) && words.length <= 4 && !isCommonPhrase(words.slice(1)))
    return 'name: person by a given name' as const;
  const foreign = !words.some((word) => isDemonym(word) || isJurisdiction(word) || isCity(word));
  if (described && words.length <= 3 && foreign && !isCommonPhrase(words))
    return 'name: person by a given name' as const;
  // Two words of no dictionary, that act: a name that no list knows.
  return apart &&
    where === 0 &&
    words.length <= 3 &&
    foreign &&
    !words.some((word) => (isCommon(word) && !particle.test(word)) || /^\p{Lu}{2,}$/u.test(word))
    ? ('name: person by a given name' as const)
    : undefined;
}

/** Beginnings of surnames, whatever else they mean. */
const particle = /^(?:Ma?c|Ó|O|Ní|Nic|De|Le|La|Van|Von|St|Ste|Di|Da|Du)\.?$/;

const isCommonPhrase = (words: readonly string[]): boolean => words.length > 0 && words.every((word) => isCommon(word));

/** One word alone says little: an acronym, a body that everybody knows, or what acts as an organization does. */
function acceptOne(seen: Seen): Accepted | undefined {
  const { text, capital, where, count } = seen;
  // A capital at the start of a sentence says nothing of a word that stands in small letters elsewhere.
  if (capital === 0 && seen.small) return undefined;
  if (/^(?:Facebook|Twitter|Instagram|YouTube|LinkedIn|TikTok|WhatsApp|Reddit|Bluesky)$/.test(text))
    return { kind: 'PUBLIC_BODY', rule: 'name: organization by its words' };
  if (text.length > 4 && text === text.toUpperCase() && isCommon(text)) return undefined;
  if (commonAcronyms.has(text) || isDemonym(text) || /^\d/.test(text)) return undefined;
  if (/^\p{Lu}[\p{Lu}&-]*\p{Lu}[A-Za-z]?s?$/u.test(text) && text.length <= 7)
    return { kind: 'PUBLIC_BODY', rule: 'name: acronym' };
  if (/^(?:Parliament|Senate|Legislature|Congress|Commons|Dáil|Senedd|Holyrood|Stormont)$/.test(text))
    return { kind: 'PUBLIC_BODY', rule: 'name: organization by its words' };
  if (seen.title !== undefined && !isAddress(seen.title) && capital > 0 && !isCommon(text) && !isHead(text))
    return { kind: 'PERSON', rule: 'name: person by a post' };
  if (seen.title !== undefined && isAddress(seen.title)) return { kind: 'PERSON', rule: 'name: person by a post' };
  if (/^Labou?r$/.test(text))
    return (capital > 0 || seen.possessive) && where === 0
      ? { kind: 'POLITICAL_PARTY', rule: 'name: party' }
      : undefined;
  if (text === 'Ottawa') return where === 0 ? { kind: 'GOVERNMENT', rule: 'name: seat of a government' } : undefined;
  if (
    isCity(text) ||
    isCommon(text) ||
    isHead(text) ||
    isTitleHead(text) ||
    isTitleModifier(text) ||
    placeEnds.has(text) ||
    isFirstName(text)
  )
    return undefined;
  // "HuffPost", "Leader-Dispatch".
  if (capital > 0 && /^\p{Lu}\p{Ll}+\p{Lu}\p{Ll}+$/u.test(text) && !/^(?:Mac|Mc|De|La|Le|Du|Van)/.test(text))
    return { kind: kindOfName(text) ?? 'PUBLIC_BODY', rule: 'name: organization by its words' };
  if (capital > 0 && text.includes('-') && kindOfName(text) === 'NEWS_OUTLET')
    return { kind: 'NEWS_OUTLET', rule: 'name: organization by its words' };
  if (seen.called !== undefined && capital > 0)
    return {
      kind: /union|federation/.test(seen.called) ? 'UNION' : 'PUBLIC_BODY',
      rule: 'name: organization by its place in the text',
    };
  const acts = seen.beforeTitle || seen.speaks || seen.possessive;
  if (where > 0 && where * 2 >= count) return undefined;
  // At a sentence's start alone: where it has a post, and is no word that the text has in small letters.
  if (capital === 0 && !(seen.beforeTitle || seen.possessive || seen.speaks)) return undefined;
  return acts || capital >= 3
    ? { kind: 'PUBLIC_BODY', rule: 'name: organization by its place in the text' }
    : undefined;
}
