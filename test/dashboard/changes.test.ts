/** What changed, in words: each field has a word in both languages, and values read as they do elsewhere on the page. */
import { describe, expect, test } from 'vitest';
import { historyPath } from '../../src/dashboard/address.ts';
import { idsIn, nameIn } from '../../src/dashboard/changes/called.ts';
import type { Change } from '../../src/dashboard/changes/change.ts';
import { changesWords, fieldWord, timeWords } from '../../src/dashboard/changes/said.ts';
import { edtfWords, valueWords } from '../../src/dashboard/changes/valueWords.ts';
import { en } from '../../src/dashboard/words/en.ts';
import { fr } from '../../src/dashboard/words/fr.ts';
import { Prisma } from '../../src/generated/prisma/client.ts';
import { tables } from '../../src/store/tables.ts';

/** As the service tells fields: rows of these tables are one field each. */
const lists = new Map([
  ['name', 'names'],
  ['identifier', 'identifiers'],
  ['notStated', 'notStated'],
  ['affectedEntity', 'affects'],
]);

/** The columns of a model, by Prisma's enumeration of them. */
const columnsOf = (model: string): string[] => {
  const found = Object.entries(Prisma).find(([name]) => name.toLowerCase() === `${model}scalarfieldenum`.toLowerCase());
  return Object.keys(found?.[1] ?? {});
};

const follows = /(?:Earliest|Latest|Kind)$|^(?:id|entityId|provisionId|since)$/;
const fields = new Set(
  tables.flatMap(({ model, filledIn = [], columns = {} }) => {
    const list = lists.get(model);
    return list === undefined
      ? columnsOf(model).flatMap((one) => (follows.test(one) || filledIn.includes(one) ? [] : [columns[one] ?? one]))
      : [list];
  }),
);

describe('each field that can change', () => {
  test('is one of very many', () => {
    expect(fields.size).toBeGreaterThan(80);
    expect(fields).toContain('validFrom');
  });

  test('has a word in French', () => {
    const base = (field: string): string => field.replace(/(Basis|Note|Fraction)$/, '');
    const known = (field: string): boolean =>
      Object.hasOwn(fr.attributes, field) || Object.hasOwn(changesWords.fr.fields, field);
    expect([...fields].filter((field) => !known(field) && !known(base(field)))).toEqual([]);
  });

  test('has one in English that names no column', () => {
    expect([...fields].filter((field) => /[A-Z]\w*Id$|Id$/.test(fieldWord(field, en, changesWords.en)))).toEqual([]);
    expect(fieldWord('startBasis', en, changesWords.en)).toBe('start, how it is known');
    expect(fieldWord('validToNote', fr, changesWords.fr)).toBe('fin, remarque');
  });

  test('has none that is not a field', () => {
    for (const { fields: named } of Object.values(changesWords))
      expect(Object.keys(named).filter((field) => !fields.has(field))).toEqual([]);
  });
});

test('a moment is told by the clock of UTC, to everybody the same', () => {
  expect(timeWords('2026-11-01T00:05:00.000Z', 'en')).toBe('November 1, 2026 at 00:05 UTC');
  expect(timeWords('2026-11-01T18:05:00.000Z', 'fr')).toBe('1er novembre 2026 à 18 h 05 UTC');
});

test('dates that are open on one side keep it open', () => {
  expect(edtfWords('2015-05-12', en, 'en')).toBe('May 12, 2015');
  expect(edtfWords('[..2014-01-24]', en, 'en')).toBe(en.dates.before('January 24, 2014'));
  expect(edtfWords('[2016-01..]', fr, 'fr')).toBe(fr.dates.after('janvier 2016'));
  expect(edtfWords('what is no date', en, 'en')).toBe('what is no date');
});

test('values are in the words of the page', () => {
  const entity = { sort: 'ENTITY' } as const;
  expect(valueWords(entity, 'type', 'BACK_TO_WORK_LAW', en, 'en')).toBe('back-to-work law');
  expect(valueWords(entity, 'kind', 'UNION', fr, 'fr')).toBe('syndicat');
  expect(valueWords(entity, 'start', '2015-05', fr, 'fr')).toBe('mai 2015');
  expect(valueWords(entity, 'names', 'en PSAC ACRONYM; fr AFPC ACRONYM', en, 'en')).toBe('PSAC · AFPC (fr)');
  expect(valueWords(entity, 'cues', 'PSAC', en, 'en')).toBe('PSAC');
  expect(valueWords({ sort: 'RELATIONSHIP' }, 'type', 'CONCERNS', fr, 'fr')).toBe('porte sur');
});

describe('what was removed', () => {
  const names = 'en PSAC ACRONYM; en Public Service Alliance PREFERRED; fr Alliance de la Fonction publique PREFERRED';

  test('is called as it was, in the language of the page if it can be', () => {
    expect(nameIn(names, 'en')).toBe('Public Service Alliance');
    expect(nameIn(names, 'fr')).toBe('Alliance de la Fonction publique');
    expect(nameIn('en Example PREFERRED', 'fr')).toBe('Example');
    expect(nameIn('', 'en')).toBeNull();
  });

  test('has a history: of a relationship, or of the entity that a fact is part of', () => {
    expect(historyPath('psac.PART_OF.clc')).toBe('/relationship/psac.PART_OF.clc/history');
    expect(historyPath('psac')).toBe('/entity/psac/history');
    expect(historyPath('aupe-first-demand.term.wages.1')).toBe('/entity/aupe-first-demand/history');
  });
});

test('each id that changes name is asked for once, and no more than can be', () => {
  const change = (fact: string): Change => {
    const fields = [{ field: 'objectId', before: null, after: 'a' }];
    return { sort: 'RELATIONSHIP', kind: 'ADDED', fact, of: fact, fields };
  };
  expect(idsIn([change('r'), change('s')])).toEqual(['r', 's', 'a']);
  const many = Array.from({ length: 120 }, (_, index) => change(`r${index}`));
  expect(idsIn(many).length).toBe(100);
});
