/** Whom a relationship points at must not be another than its cues and citations name. */
import { plain } from '../cues.ts';
import type { EntityRecord, RelationshipRecord } from '../validation/records.ts';
import { type Report, type World, wordsOf } from './facts.ts';
import { wordsIn } from './words.ts';

/** Kinds whose names tell one from another. */
const named = ['PERSON', 'POLITICAL_PARTY'];

/** Reports ends of relationships, and who is said to say so, where the evidence names somebody else and not them. */
export function checkReferences(world: World, report: Report): void {
  const own = new Map(
    world.records.entities.filter(({ kind }) => named.includes(kind)).map((one) => [one.id, ownWords(one)] as const),
  );
  const events = world.records.entities.flatMap((one) => {
    const teller = one.attributes.get('accordingTo') ?? one.attributes.get('extensionAccordingTo');
    return typeof teller === 'string' ? [{ ...one, teller }] : [];
  });
  for (const { place, evidence, teller } of events) {
    const other = namedInstead(teller, new Set([teller]), wordsOf(evidence), own, world);
    if (other !== null) report(place, `the evidence names ${other}, and not ${teller}, who is said to say so`);
  }
  for (const one of world.records.relationships) check(one, own, world, report);
}

function check(one: RelationshipRecord, own: ReadonlyMap<string, Set<string>>, world: World, report: Report): void {
  const { subjectId, objectId, accordingTo, type, place, evidence } = one;
  const words = wordsOf(evidence);
  const ends = [subjectId, objectId, ...(accordingTo === null ? [] : [accordingTo])];
  for (const id of ends) {
    const other = namedInstead(id, new Set(ends), words, own, world);
    if (other !== null) report(place, `the evidence of ${type} names ${other}, and not ${id}`);
  }
}

/** Somebody of the same kind whom the words name, where they name neither who is meant nor any other end. */
function namedInstead(
  id: string,
  ends: ReadonlySet<string>,
  words: readonly string[],
  own: ReadonlyMap<string, Set<string>>,
  world: World,
): string | null {
  const mine = own.get(id);
  const kind = world.entity.get(id)?.kind;
  if (mine === undefined) return null;
  const said = new Set(words.flatMap((text) => wordsIn(plain(text).replace(/'s\b/g, '')).map(singular)));
  const names = (those: ReadonlySet<string>): boolean => [...those].some((word) => said.has(word));
  if (names(mine)) return null;
  const others = [...own].filter(([other]) => !ends.has(other) && world.entity.get(other)?.kind === kind);
  return others.find(([, those]) => names(those))?.[0] ?? null;
}

const common = new Set('party parti of the de du des canada alberta national association progressive new'.split(' '));
const singular = (word: string): string => (word.length > 4 ? word.replace(/s$/, '') : word);

/** The last word of a person's name; of a party's, whatever is not common to parties. */
function ownWords({ kind, names }: EntityRecord): Set<string> {
  const words = names.flatMap(({ text }) => {
    const all = wordsIn(plain(text)).map(singular);
    return kind === 'PERSON' ? all.slice(-1) : all.filter((word) => !common.has(word));
  });
  return new Set(words);
}

/** The words that name it and no other: the last one of a person's name, an acronym, the word that only one party or place has. */
export function tellingOf(entity: EntityRecord): string[] {
  const { kind, names } = entity;
  if (kind === 'PERSON' || kind === 'POLITICAL_PARTY') return [...ownWords(entity)];
  if (kind === 'JURISDICTION') return names.flatMap(({ text }) => wordsIn(plain(text)).map(singular));
  return names.flatMap(({ type, text }) => (type === 'ACRONYM' ? wordsIn(plain(text)).map(singular) : []));
}
