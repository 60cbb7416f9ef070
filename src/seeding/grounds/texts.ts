/** Figures and dates in the texts of a record must be those that it rests on. */
import type { EntityRecord } from '../records.ts';
import { evidenceWithin, type Report, type World, wordsOf } from './facts.ts';
import { dateNotOf, groundsOf } from './names.ts';
import { numbersIn, saysNumber } from './numbers.ts';

/** Reports figures and dates of summaries, titles, effects and the like that stand nowhere else. */
export function checkTexts(world: World, warn: Report): void {
  for (const entity of world.records.entities) {
    if (entity.evidence.length === 0) continue;
    for (const [key, text] of textsOf(entity)) {
      if (!/\d/.test(text)) continue;
      const objection = dateNotOf(text, entity, world) ?? numberNotOf(text, entity, world);
      if (objection !== null) warn(entity.place, `${key} "${text}": ${objection}`);
    }
  }
}

/** Everything that a record says in words, by the name of the attribute. */
export function textsOf(entity: EntityRecord): (readonly [key: string, text: string])[] {
  const attributes = [...entity.attributes].filter(([key]) => !['file', 'sha256', 'code'].includes(key));
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

function numberNotOf(text: string, entity: EntityRecord, world: World): string | null {
  const rest = withoutDates(text);
  const digits = rest.match(/\d[\d,]*(?:\.\d+)?(?: (?:thousand|million|billion))?/g) ?? [];
  const grounds = [...wordsOf(evidenceWithin(entity)), ...groundsOf(entity, world, false)];
  const absent = digits.find((figure) => !numbersIn(figure).some((number) => saysNumber(grounds, number)));
  return absent === undefined ? null : `${absent} stands in no cue, citation or name that it could be from`;
}

const withoutDates = (text: string): string =>
  text.replace(/\b\d{1,2} (?=[A-Z][a-z]+ \d{4})/g, '').replace(/\b(?:18|19|20)\d\d(?:-\d\d(?:-\d\d|\d\d)?)?\b/g, '');
