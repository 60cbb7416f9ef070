/** The dashboard's words: every word of the registry has a French one, none is left over, and both languages differ. */
import { readFileSync } from 'node:fs';
import { Kind as Node, parse } from 'graphql';
import { describe, expect, test } from 'vitest';
import { spanWords } from '../../src/dashboard/dates.ts';
import { changesEn } from '../../src/dashboard/words/changes.en.ts';
import { changesFr } from '../../src/dashboard/words/changes.fr.ts';
import { en } from '../../src/dashboard/words/en.ts';
import { fr } from '../../src/dashboard/words/fr.ts';
import { type DimensionDefinition, dimensions } from '../../src/graph/queries/statisticsDimensions.ts';
import { validate } from '../../src/records/validation/validate.ts';
import {
  attributeOfScheme,
  identifierSchemeNames,
  isKind,
  kindDefinition,
  kindNames,
  openAttributes,
  qualifiersOf,
  relationshipTypeNames,
} from '../../src/registry/index.ts';
import { meanings } from '../../src/registry/words/meanings.fr.ts';
import { readSeeds } from '../../src/seeding/read.ts';

const definitions = kindNames.map(kindDefinition);

/** The words by which statistics count, with what they mean. */
const counted = Object.values<DimensionDefinition>(dimensions).flatMap(({ keys }) =>
  typeof keys === 'string' ? [] : Object.entries(keys.words(kindNames)),
);
const countedTerms = counted.map(([word]) => word).filter((word) => !isKind(word));

/** Each enumeration of the API by its name. */
const enumerations = new Map(
  parse(readFileSync(new URL('../api/contract.graphql', import.meta.url), 'utf8')).definitions.flatMap((definition) =>
    definition.kind === Node.ENUM_TYPE_DEFINITION
      ? [[definition.name.value, definition.values?.map(({ name }) => name.value) ?? []] as const]
      : [],
  ),
);

/** The words of types, statuses and attributes. */
const registryTerms = definitions.flatMap(({ types, statuses, details }) => [
  ...Object.keys(types ?? {}),
  ...Object.keys(statuses ?? {}),
  ...Object.values(details?.attributes ?? {}).flatMap((type) =>
    typeof type === 'object' ? Object.keys(type.oneOf) : [],
  ),
]);

/** The enumerations beside the registry that the pages show. */
const shown = ['Basis', 'PassageRole', 'TextStatus', 'Moment', 'Side', 'Position', 'Unit', 'Stated', 'ContestedAs'];
const shownTerms = shown.flatMap((name) => enumerations.get(name) ?? [`enum ${name} is not in the schema`]);

/** What evidence can be for, beside the attributes of kinds. */
const ofEntities = ['names', 'summary', ...identifierSchemeNames.map(attributeOfScheme)];
const ofRelationships = [...['from', 'until'], ...relationshipTypeNames.flatMap(qualifiersOf)];
const ofTerms = [
  ...['issue', 'year', 'years', 'value', 'unit', 'text'],
  ...['compounded', 'retroactive', 'lumpSum', 'effective'],
];
const ofLegislation = ['stage', 'date', 'effect', 'condition', 'affects'];
const attributes = [
  ...kindNames.flatMap(openAttributes),
  ...definitions.flatMap(({ details }) => Object.keys(details?.attributes ?? {})),
  ...[...ofEntities, ...ofRelationships, ...ofTerms, ...ofLegislation],
];

const set = (names: readonly string[]): string[] => [...new Set(names)].sort();

describe('in French', () => {
  test('there is a word for each kind', () => {
    expect(set(Object.keys(fr.kinds))).toEqual(set(kindNames));
  });

  test('there is a word for each relationship type', () => {
    expect(set(Object.keys(fr.relationships))).toEqual(set(relationshipTypeNames));
  });

  test('there is a word for each type, status and other term', () => {
    const terms = set([...registryTerms, ...shownTerms, ...countedTerms]);
    expect(terms.filter((term) => !Object.hasOwn(fr.terms, term))).toEqual([]);
  });

  test('there is a sentence for what each word means by which statistics count, and no other', () => {
    expect(set(Object.keys(meanings))).toEqual(set(counted.flatMap(([, each]) => each)));
    expect(Object.entries(meanings).filter(([english, french]) => english === french)).toEqual([]);
  });

  test('there is a word for each role that the facts tell of, and no other', async () => {
    const { relationships } = validate(await readSeeds('seeds')).records;
    expect(set(Object.keys(fr.roles))).toEqual(set(relationships.flatMap(({ role }) => role ?? [])));
  });

  test('there is a word for each attribute', () => {
    expect(set(Object.keys(fr.attributes))).toEqual(set(attributes));
  });

  test('the words tell one relationship type from another, in each direction', () => {
    for (const direction of [0, 1] as const) {
      const words = Object.values(fr.relationships).map((labels) => labels[direction]);
      expect(words.filter((word, index) => words.indexOf(word) !== index)).toEqual([]);
    }
  });
});

describe.each([
  ['English', en],
  ['French', fr],
])('in %s', (_, words) => {
  test('no kind, relationship type, term or attribute is named that there is not', () => {
    expect(Object.keys(words.kinds)).toEqual(kindNames);
    expect(
      Object.keys(words.relationships).filter((type) => !relationshipTypeNames.some((one) => one === type)),
    ).toEqual([]);
    const terms = new Set([...registryTerms, ...countedTerms, ...[...enumerations.values()].flat()]);
    expect(Object.keys(words.terms).filter((term) => !terms.has(term))).toEqual([]);
    expect(Object.keys(words.attributes).filter((attribute) => !attributes.includes(attribute))).toEqual([]);
  });
});

describe('both languages', () => {
  /** Words that are the same in both. What else is alike was not translated. */
  const cognates = [
    ...['article', 'articles', 'date', 'code', 'condition', 'position', 'source', 'sources', 'type', 'total'],
    ...[
      'accusation',
      'cabinet',
      'concession',
      'conciliation',
      'impasse',
      'national',
      'provincial',
      '%',
      '$',
      ':',
      'version',
    ],
    // Proper names
    ...['wikidata', 'isni', 'viaf', 'legisinfo', 'openparliament.ca', 'canlii'],
  ];
  const french = saidBy({ ...fr, changed: changesFr });
  const english = saidBy({ ...en, changed: changesEn });

  test('say the same things', () => {
    const keys = [...english.keys()].filter((path) => !/^(relationships|terms|attributes)\./.test(path));
    expect(keys.filter((path) => !french.has(path))).toEqual([]);
  });

  test('differ, cognates apart', () => {
    // Without the numbers of “2 sources”.
    const plain = (text: string | undefined): string => text?.replace(/\d/g, '').trim().toLowerCase() ?? '';
    const alike = [...french]
      .filter(([path, text]) => plain(text) !== '' && plain(text) === plain(english.get(path)))
      .filter(([, text]) => !cognates.includes(plain(text)));
    expect(alike).toEqual([]);
  });

  test('are nowhere left empty by mistake', () => {
    // Entries without a date show nothing there.
    const empty = [...french, ...english].filter(([, text]) => text.trim() === '').map(([path]) => path);
    expect(set(empty).filter((path) => path !== 'list.noDate')).toEqual([]);
  });
});

describe('French typography', () => {
  const french = [...saidBy({ ...fr, changed: changesFr })];

  test('a colon and guillemets have a space that does not break, other marks have none', () => {
    expect(french.filter(([, text]) => /[^\u00a0]:|« |[^\u00a0]»|«[^\u00a0]|\s[;?!]|["']/.test(text))).toEqual([]);
  });

  test('nought and one are singular', () => {
    expect([0, 1, 2].map(fr.search.count)).toEqual(['0 résultat', '1 résultat', '2 résultats']);
    expect(fr.overview.covered(1, 3)).toBe('1 paragraphe sur 3 apporte des faits');
  });
});

describe('French dates', () => {
  const { dates } = fr;

  test('take the article of a day, and none of a month or a year', () => {
    expect(['1er mai 2015', '7 mai 2015', 'mai 2015', '2015'].map(dates.since)).toEqual([
      'depuis le 1er mai 2015',
      'depuis le 7 mai 2015',
      'depuis mai 2015',
      'depuis 2015',
    ]);
    expect(['7 mai 2015', 'mai 2015'].map(dates.until)).toEqual(['jusqu’au 7 mai 2015', 'jusqu’en mai 2015']);
    expect(['7 mai 2015', 'août 2015'].map(dates.before)).toEqual([
      'au plus tard le 7 mai 2015',
      'au plus tard en août 2015',
    ]);
    expect(['7 mai 2015', 'août 2015', '2015'].map(dates.after)).toEqual([
      'à compter du 7 mai 2015',
      'à compter d’août 2015',
      'à compter de 2015',
    ]);
    expect(dates.fromTo('7 mai 2015', '2016')).toBe('du 7 mai 2015 à 2016');
  });

  test('add no preposition to what is in words already', () => {
    const { about, before, since, until, fromTo, after, between, unknown } = dates;
    const phrases = [about('2015'), before('2015'), after('2015'), between('2015', '2016'), unknown];
    for (const phrase of phrases) {
      expect(since(phrase)).toBe(`début\u00a0: ${phrase}`);
      expect(until(phrase)).toBe(`fin\u00a0: ${phrase}`);
      expect(fromTo(phrase, '2016')).toBe(`${phrase} – 2016`);
    }
  });
});

test('what happens once is on its day, not since it', () => {
  const date = { edtf: '2015-05-12', earliest: '2015-05-12', latest: '2015-05-12' };
  expect(spanWords(date, null, en, 'en', false)).toBe('May 12, 2015');
  expect(spanWords(date, null, en, 'en', true)).toBe('since May 12, 2015');
  expect(spanWords(date, null, fr, 'fr', false)).toBe('12 mai 2015');
});

test('English spans put no "to" beside a date that is in words', () => {
  const { about, after, before, between, fromTo, since, until } = en.dates;
  expect(fromTo('May 18, 2011', '2016')).toBe('May 18, 2011 to 2016');
  for (const phrase of [about('2015'), after('2015'), before('2015'), between('2015', '2016')]) {
    expect(fromTo(phrase, '2016')).toBe(`${phrase} – 2016`);
    expect(fromTo('2011', phrase)).toBe(`2011 – ${phrase}`);
    expect([since(phrase), until(phrase)]).toEqual([`start: ${phrase}`, `end: ${phrase}`]);
  }
});

/** Every text of a language by its path; a text with gaps is filled with numbers. */
function saidBy(words: unknown, path = ''): Map<string, string> {
  if (typeof words === 'string') return new Map([[path, words]]);
  if (typeof words === 'function') return new Map([[path, String(words(2, 3, 4, 5, 6))]]);
  if (typeof words !== 'object' || words === null) return new Map();
  return new Map(
    Object.entries(words).flatMap(([key, value]) => [...saidBy(value, path === '' ? key : `${path}.${key}`)]),
  );
}

test('what is known to hold on two days has neither start nor end', () => {
  const from = { edtf: '[..2015-05-12]', earliest: null, latest: '2015-05-12' };
  const to = { edtf: '[2016-01..]', earliest: '2016-01-01', latest: null };
  expect(spanWords(from, to, en, 'en')).toBe('on May 12, 2015, still in January 2016; start and end not reported');
  expect(spanWords(from, to, fr, 'fr')).toBe('le 12 mai 2015, encore en janvier 2016; début et fin non précisés');
});
