/**
 * A name must be known from somewhere: what is written with a capital or a figure in it stands in the cues or citations
 * of its entity, or is the name of something that the entity is related to. The rest of a title is our own wording.
 */

import { kindDefinition } from '../../registry/index.ts';
import { isBlank } from '../blanks.ts';
import { plain } from '../cues.ts';
import type { EntityRecord, NameRecord } from '../validation/records.ts';
import { daysIn, endsOf, says } from './days.ts';
import {
  datesOf,
  datesOfRelationship,
  evidenceWithin,
  publicationsOf,
  type Report,
  type World,
  wordsOf,
} from './facts.ts';
import { tellingOf } from './references.ts';
import { inDisorder, type Lexicon, lexiconOf, meantFor, wordsIn } from './words.ts';

/** Reports names that stand nowhere else, and words in names that seem misspelt. */
export function checkNames(world: World, lexicon: Lexicon, warn: Report): void {
  const telling = new Set(world.records.entities.flatMap(tellingOf));
  const named = lexiconOf(world.records.entities.flatMap(({ names }) => names.map(({ text }) => text)));
  for (const entity of world.records.entities) {
    if (entity.evidence.length === 0) continue;
    const grounds = groundsOf(entity, world);
    for (const name of entity.names) {
      if (isBlank(name.text)) continue;
      const objection = objectionTo(name, entity, grounds, world, lexicon, named, telling);
      if (objection !== null) warn(entity.place, `the name "${name.text}": ${objection}`);
    }
  }
}

/** All in which the words of a name may stand. */
export function groundsOf(entity: EntityRecord, world: World, withOwn = true): string[] {
  const around = world.around.get(entity.id) ?? [];
  const evidence = [...evidenceWithin(entity), ...around.flatMap((one) => one.evidence)];
  const others = around.map(({ subjectId, objectId }) => (subjectId === entity.id ? objectId : subjectId));
  const references = [...entity.attributes.values()].filter((value) => typeof value === 'string');
  const related = [...new Set([...others, ...references])].flatMap((id) => world.entity.get(id)?.names ?? []);
  const texts = [
    ...wordsOf(evidence),
    ...related.map(({ text }) => text),
    entity.id.replaceAll('-', ' '),
    ...(withOwn ? attributeTexts(entity) : []),
  ];
  return [...new Set(texts)].map(spaced);
}

/** A law's number and title are names of it. */
const attributeTexts = ({ attributes }: EntityRecord): string[] =>
  ['number', 'title'].flatMap((key) => {
    const value = attributes.get(key);
    return typeof value === 'string' ? [value] : [];
  });

/** Words alone, each with a space before and after it, so that a phrase is found whole. */
const spaced = (text: string): string => ` ${wordsIn(plain(text).replace(/'s\b/g, '')).map(singular).join(' ')} `;

/** A name may be told of many: the Liberals of the Liberal government. */
const singular = (word: string): string => (word.length > 4 ? word.replace(/s$/, '') : word);

interface Token {
  readonly text: string;
  /** Nothing but a space stands before it. */
  readonly joined: boolean;
  readonly significant: boolean;
}

function tokensOf(text: string): Token[] {
  const bare = text.normalize('NFC').replace(/[’']s\b/g, '’');
  return [...bare.matchAll(/[\p{L}\p{N}]+/gu)].map((match) => ({
    text: match[0],
    joined: /[\p{L}\p{N}][ -]$/u.test(bare.slice(0, match.index)),
    significant: /[\p{Lu}\p{N}]/u.test(match[0]),
  }));
}

function objectionTo(
  name: NameRecord,
  entity: EntityRecord,
  grounds: readonly string[],
  world: World,
  lexicon: Lexicon,
  named: Lexicon,
  telling: ReadonlySet<string>,
): string | null {
  const tokens = tokensOf(name.text);
  const first = tokens[0]?.text ?? '';
  if (/^\p{Ll}/u.test(first)) return 'it begins with a small letter';
  const disorder = name.language === 'en' ? inDisorder(name.text) : null;
  if (disorder !== null) return `"${disorder}" cannot stand so; are its words in order?`;
  const date = dateNotOf(name.text, entity, world);
  if (date !== null) return date;
  for (const { text } of tokens) {
    // The seeds are in English, of which a French word may be one letter away.
    const meant = name.language === 'en' ? meantFor(text, lexicon) : null;
    if (meant !== null) return `"${text}" stands nowhere else; did you mean "${meant}"?`;
  }
  const stands = (words: readonly Token[]) => {
    const phrase = ` ${words.map(({ text }) => singular(text.toLowerCase())).join(' ')} `;
    return grounds.some((ground) => ground.includes(phrase));
  };
  // The first word of a title may be any word that the seeds use without a capital too, and names nobody.
  const isWord = (text: string) =>
    isTitle(name.text, entity) &&
    !telling.has(singular(text.toLowerCase())) &&
    (name.language !== 'en' || isUsed(text));
  const isUsed = (text: string) => (lexicon.get(text.toLowerCase()) ?? 0) > (named.get(text.toLowerCase()) ?? 0);
  for (let at = 0; at < tokens.length; at += 1) {
    if (tokens[at]?.significant !== true || isOfDate(tokens, at)) continue;
    let end = tokens.length;
    while (end > at && !(tokens[end - 1]?.significant === true && stands(tokens.slice(at, end)))) end -= 1;
    if (end === at) {
      if (at === 0 && isWord(first)) continue;
      return `"${tokens[at]?.text}" stands in no cue, citation or name that it could be from; add the cue, or cite a source`;
    }
    const next = tokens[end];
    if (next?.significant === true && next.joined && !isOfDate(tokens, end) && !(end === 1 && isWord(first))) {
      return `"${tokens[end - 1]?.text} ${next.text}" stands together in no cue, citation or name that it could be from`;
    }
    at = end - 1;
  }
  return null;
}

/** Who acts has a name; all else, and who is told of in common words, a title in our own wording. */
const isTitle = (text: string, { kind }: EntityRecord): boolean =>
  kindDefinition(kind).actor !== true || /\s(?!(?:of|the|and|de|la|du|des|et)\b)\p{Ll}/u.test(text);

/** A year, a month, or the day before a month: dates are held against dates. */
function isOfDate(tokens: readonly Token[], at: number): boolean {
  const [text, next] = [tokens[at]?.text ?? '', tokens[at + 1]?.text ?? ''];
  if (/^\d{1,2}$/.test(text)) return /^\p{Lu}/u.test(next) && daysIn(next).length > 0;
  return daysIn(text).length > 0;
}

/** A date in a text must be one of the record's own, of what it is related to, or of an article that it rests on. */
export function dateNotOf(text: string, entity: EntityRecord, world: World): string | null {
  const days = daysIn(text).filter(({ year }) => year !== undefined);
  if (days.length === 0) return null;
  const around = world.around.get(entity.id) ?? [];
  const evidence = [...evidenceWithin(entity), ...around.flatMap((one) => one.evidence)];
  const related = around.flatMap(
    ({ subjectId, objectId }) => world.entity.get(subjectId === entity.id ? objectId : subjectId) ?? [],
  );
  const known = [
    ...[entity, ...related].flatMap(datesOf).flatMap(({ date }) => endsOf(date.edtf)),
    ...around.flatMap(datesOfRelationship).flatMap(({ date }) => endsOf(date.edtf)),
    ...publicationsOf(evidence, world),
    ...wordsOf(evidence).flatMap(daysIn),
    ...daysIn(entity.id.replace(/-(?=\d{4})/g, ' ')),
  ];
  const absent = days.find((day) => !known.some((one) => says(one, day)));
  if (absent === undefined) return null;
  return `no date of the record, nor of what it rests on or is related to, is ${Object.values(absent).join('-')}`;
}
