/** English words and the names of people and places, from the word list of the library compromise. */
import nlp from 'compromise/two';
import { z } from 'zod';

const model = z.object({
  one: z.object({ lexicon: z.record(z.string(), z.union([z.string(), z.array(z.string())])) }),
});
const tagsOf = new Map(
  Object.entries(model.parse(nlp.model()).one.lexicon).map(([word, tags]) => [word, new Set([tags].flat())]),
);

const has = (word: string, ...tags: readonly string[]): boolean => {
  const found = tagsOf.get(word.toLowerCase());
  return found !== undefined && tags.some((tag) => found.has(tag));
};

export const isFirstName = (word: string): boolean =>
  has(word, 'FirstName', 'MaleName', 'FemaleName') || /^\p{Lu}\p{Ll}+-\p{Lu}\p{Ll}+$/u.test(word) || isInitial(word);

/** `J.`, `J.P.` */
export const isInitial = (word: string): boolean => /^(?:\p{Lu}\.){1,3}$/u.test(word);

export const isWoman = (word: string): boolean => has(word, 'FemaleName') && !has(word, 'MaleName');
export const isMan = (word: string): boolean => has(word, 'MaleName') && !has(word, 'FemaleName');

/** People and languages of a place: they name nobody. */
export const isDemonym = (word: string): boolean =>
  has(word, 'Demonym') ||
  has(word.replace(/s$/, ''), 'Demonym') ||
  /^[A-Z]\p{Ll}+(?:onians?|ners?ians?|ebecers?|ebecois|ébécois|ainers?|landers?)$/u.test(word);

export const isCity = (name: string): boolean => has(name, 'City');

const regionNames = (['en', 'fr'] as const).flatMap((language) => {
  const named = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' });
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  return letters.flatMap((a) => letters.flatMap((b) => named.of(a + b) ?? []));
});
const jurisdictions = new Set([
  ...regionNames,
  ...(
    'Alberta,British Columbia,Manitoba,New Brunswick,Newfoundland and Labrador,Newfoundland,Northwest Territories,Nova Scotia,' +
    'Nunavut,Ontario,Prince Edward Island,Quebec,Québec,Saskatchewan,Yukon,B.C.,BC,PEI,P.E.I.,N.S.,N.B.,N.L.,N.W.T.,U.S.,U.K.,UK,US,EU,' +
    'Colombie-Britannique,Nouveau-Brunswick,Nouvelle-Écosse,Île-du-Prince-Édouard,Terre-Neuve-et-Labrador,' +
    'England,Scotland,Wales,Northern Ireland,Britain,Great Britain,European Union,America,' +
    'New South Wales,Victoria,Queensland,South Australia,Western Australia,Tasmania,' +
    'Alabama,Alaska,Arizona,Arkansas,California,Colorado,Connecticut,Delaware,Florida,Hawaii,Idaho,Illinois,Indiana,Iowa,' +
    'Kansas,Kentucky,Louisiana,Maine,Maryland,Massachusetts,Michigan,Minnesota,Mississippi,Missouri,Montana,Nebraska,Nevada,' +
    'New Hampshire,New Jersey,New Mexico,North Carolina,North Dakota,Ohio,Oklahoma,Oregon,Pennsylvania,Rhode Island,' +
    'South Carolina,South Dakota,Tennessee,Texas,Utah,Vermont,Virginia,Washington State,West Virginia,Wisconsin,Wyoming'
  ).split(','),
]);

/** Countries, provinces, territories and states: who has laws of their own. */
export const isJurisdiction = (name: string): boolean => jurisdictions.has(name);

const grammatical = [
  ...['Preposition', 'Conjunction', 'Determiner', 'Pronoun', 'QuestionWord', 'Adverb', 'Modal', 'Copula', 'Negative'],
  ...['Possessive', 'Condition', 'Cardinal', 'Ordinal', 'TextValue', 'Multiple', 'Reflexive', 'Expression'],
];
const spoken = [
  'Gerund',
  'PastTense',
  'PresentTense',
  'Infinitive',
  'Adjective',
  'Plural',
  'Singular',
  'Uncountable',
  'Actor',
];

/** Small words, by which no name begins at the start of a sentence. */
export const isGrammatical = (word: string): boolean => has(word, ...grammatical);
/** A word of everyday speech, that a sentence can begin with and that then is no name. */
export const isCommon = (word: string): boolean =>
  [
    word,
    word.replace(/(?:s|es|ed|ing|ly|d|ers?|or|ors)$/i, ''),
    word.replace(/(?:es|ing|ed)$/i, 'e'),
    word.replace(/ies$/i, 'y'),
  ].some((form) => form.length > 2 && has(form, ...grammatical, ...spoken)) || has(word, ...grammatical);

const calendar = new Set(
  (
    'January February March April May June July August September October November December Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct ' +
    'Nov Dec Monday Tuesday Wednesday Thursday Friday Saturday Sunday Mon Tue Tues Wed Thu Thurs Fri Sat Sun Christmas Easter ' +
    'Thanksgiving Ramadan Halloween Hanukkah Updated Published Posted Modified EST EDT PST PDT MST MDT CST CDT AST ADT NST NDT GMT BST UTC AM PM ET CT MT'
  ).split(' '),
);
export const isMonthOrDay = (word: string): boolean => calendar.has(word);
