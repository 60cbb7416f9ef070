/** Figures, dates and names in the texts of a record must be those that it rests on. */
import { isBlank } from '../blanks.ts';
import { plain } from '../cues.ts';
import type { EntityRecord, EvidenceRecord, RelationshipRecord } from '../validation/records.ts';
import { evidenceWithin, type Report, type World, wordsOf } from './facts.ts';
import { dateNotOf, groundsOf } from './names.ts';
import { countedIn, numbersIn, saysNumber } from './numbers.ts';
import { tellingOf } from './references.ts';
import { wordsIn } from './words.ts';

/** Reports figures, dates and names of summaries, titles, effects, notes and the like that stand nowhere else. */
export function checkTexts(world: World, report: Report, warn: Report): void {
  const known = namesOf(world);
  for (const entity of world.records.entities) {
    const evidence = evidenceWithin(entity);
    if (evidence.length === 0) continue;
    const grounds = [...wordsOf(evidence), ...groundsOf(entity, world, false), ...valuesOf(entity)];
    const say = hasCues(evidence) ? report : warn;
    for (const { text, language } of entity.names) {
      const number = language === 'en' ? numberNotIn(text, grounds) : null;
      if (number !== null) warn(entity.place, `the name "${text}": ${number}`);
    }
    for (const [key, text] of textsOf(entity)) {
      if (isBlank(text)) continue;
      const date = dateNotOf(text, entity, world);
      const number = date === null ? numberNotIn(text, grounds) : null;
      const name = key === 'title' ? null : nameNotIn(text, grounds, known);
      if (date !== null) warn(entity.place, `${key} "${text}": ${date}`);
      if (number !== null) say(entity.place, `${key} "${text}": ${number}`);
      if (name !== null) say(entity.place, `${key} "${text}": ${name}`);
    }
  }
  for (const relationship of world.records.relationships) checkNote(relationship, world, report);
}

function checkNote(relationship: RelationshipRecord, world: World, report: Report): void {
  const { place, note, role, subjectId, objectId, evidence } = relationship;
  if (!hasCues(evidence)) return;
  const ends = [subjectId, objectId].flatMap((id) => world.entity.get(id) ?? []);
  const grounds = [
    ...wordsOf(evidence),
    ...evidence.flatMap((piece) => (piece.note === null ? [] : [piece.note])),
    ...ends.flatMap((end) => [...groundsOf(end, world, false), ...valuesOf(end)]),
  ];
  for (const [key, text] of Object.entries({ note, role })) {
    const objection = text === null ? null : numberNotIn(text, grounds);
    if (objection !== null) report(place, `${key} "${text}": ${objection}`);
  }
}

const hasCues = (evidence: readonly EvidenceRecord[]): boolean => evidence.some(({ cues }) => cues.length > 0);

/** The numbers that a record has as values, in digits. */
function valuesOf({ attributes, terms }: EntityRecord): string[] {
  const own = [...attributes.values()].filter((value) => typeof value === 'number' || typeof value === 'string');
  const ofTerms = terms.flatMap(({ year, years, value, unit }) => [
    ...(value === null ? [] : [unit === 'PERCENT' ? `${value} per cent` : `${value}`]),
    ...(year === null ? [] : [`year ${year}`]),
    ...(years === null ? [] : [`${years} years`]),
  ]);
  return [...own.filter((value) => /^\d/.test(`${value}`)).map(String), ...ofTerms];
}

/** Everything that a record says in words, by the name of the attribute. */
export function textsOf(entity: EntityRecord): (readonly [key: string, text: string])[] {
  const attributes = [...entity.attributes].filter(([key]) => !['file', 'sha256', 'code', 'address'].includes(key));
  return [
    ['summary', entity.summary] as const,
    ...attributes.flatMap(([key, value]) =>
      typeof value === 'string' && !/^\d+\/\d+$/.test(value) ? [[key, value] as const] : [],
    ),
    ...entity.terms.map(({ text }) => ['text', text] as const),
    ...entity.provisions.flatMap(({ effect, condition }) => [
      ['effect', effect] as const,
      ...(condition === null ? [] : [['condition', condition] as const]),
    ]),
  ];
}

const percent = /(\S+) (?:per cent|percent|pour cent)/gi;

/** A number of a text that nothing says; of a percentage, that nothing says as one. */
function numberNotIn(text: string, grounds: readonly string[]): string | null {
  const rest = withoutDates(text);
  const shares = grounds.flatMap((ground) => [
    ...[...ground.matchAll(percent)].map(([, number = '']) => number),
    ...(/\b(?:freeze|frozen)/i.test(ground) ? ['zero'] : []),
  ]);
  for (const [said, number = ''] of rest.matchAll(percent)) {
    const [value] = [...numbersIn(number), ...countedIn(number).map((one) => one.number)];
    if (value !== undefined && !saysNumber(shares, value))
      return `${said} stands in no cue, citation, value or name that it could be from`;
  }
  const absent = countedIn(rest).find(({ number }) => !saysNumber(grounds, number));
  return absent === undefined ? null : `${absent.word} stands in no cue, citation, value or name that it could be from`;
}

const withoutDates = (text: string): string =>
  text
    .replace(/\b(?:first|second|third|fourth) week of (?=[A-Z])/g, '')
    .replace(/\b\d{1,2} (?=[A-Z][a-z]+ \d{4})/g, '')
    .replace(/\b(?:18|19|20)\d\d(?:-\d\d(?:-\d\d|\d\d)?)?\b/g, '');

interface Known {
  /** Every word of a name, a cue or a citation. */
  readonly words: ReadonlySet<string>;
  /** Those that tell one person, union, party or jurisdiction from another. */
  readonly telling: ReadonlySet<string>;
}

function namesOf({ records: { entities, relationships } }: World): Known {
  const evidence = [...entities.flatMap(evidenceWithin), ...relationships.flatMap((one) => one.evidence)];
  const texts = [...entities.flatMap(({ names }) => names.map(({ text }) => text)), ...wordsOf(evidence)];
  return {
    words: new Set(texts.flatMap(stemsOf)),
    telling: new Set(entities.flatMap(tellingOf)),
  };
}

/** A word with a capital is a name within a sentence, or where it is that of a person: whom it names, the record rests on. */
function nameNotIn(text: string, grounds: readonly string[], { words, telling }: Known): string | null {
  const own = new Set(grounds.flatMap(stemsOf));
  for (const { 0: word, index } of text.matchAll(/\p{Lu}\p{L}+/gu)) {
    const name = stem(word.toLowerCase());
    const isWithin = /[\p{Ll}\d,;][ -]$/u.test(text.slice(0, index));
    if (own.has(name) || !(telling.has(name) || (isWithin && !words.has(name) && !ordinary.has(word)))) continue;
    return `the name "${word}" stands in no cue, citation or name that it could be from`;
  }
  return null;
}

const stemsOf = (text: string): string[] => wordsIn(plain(text)).map(stem);

const stem = (word: string): string => (word.length > 4 ? word.replace(/s$/, '') : word);

/** Months are of dates, which are held against dates. */
const ordinary = new Set(
  'January February March April May June July August September October November December'.split(' '),
);
