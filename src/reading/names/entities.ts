/** Who and what an article names: people, organizations, laws, courts and jurisdictions, each with all its names. */
import type { Kind } from '../../registry/index.ts';
import { isCommon, isJurisdiction } from '../lexicon.ts';
import type { KnownEntity } from '../types.ts';
import { type Accepted, accept, type nameRules } from './accept.ts';
import { isAcronymOf } from './acronyms.ts';
import { plainName } from './gazetteer.ts';
import type { Seen } from './seen.ts';
import { commonAcronyms, isHead, partyNames } from './words.ts';

/** Somebody or something, while its names are being gathered. */
export interface Entity {
  readonly kind: Kind;
  readonly known: KnownEntity | undefined;
  readonly rule: keyof typeof nameRules;
  readonly names: Set<string>;
  /** The first paragraph that names it. */
  p: number;
}

/** A long name and its acronym, as brackets join them. */
export interface Acronym {
  readonly long: string;
  readonly short: string;
}

/** Groups accepted texts by whom they name. */
export function entitiesOf(
  seen: ReadonlyMap<string, Seen>,
  gazetteer: ReadonlyMap<string, KnownEntity>,
  acronyms: readonly Acronym[],
): Entity[] {
  const entities: Entity[] = [];
  const byName = new Map<string, Entity>();
  const add = (text: string, entity: Entity) => {
    entity.names.add(text);
    byName.set(text, entity);
  };
  const alone = new Set([...seen.values()].filter(({ text }) => !text.includes(' ')).map(({ text }) => text));
  const inOrder = [...seen.values()].sort((a, b) => b.text.split(' ').length - a.text.split(' ').length || a.p - b.p);
  const byUpper = (text: string): Entity | undefined =>
    text.length > 6 && text === text.toUpperCase() && text.includes(' ')
      ? entities.find(({ names }) => [...names].some((name) => name.toUpperCase() === text))
      : undefined;
  const byId = new Map<string, Entity>();
  const rest: Seen[] = [];
  for (const one of inOrder) {
    const known = gazetteer.get(plainName(one.text)) ?? gazetteer.get(plainName(partyNames[one.text] ?? one.text));
    if (known === undefined) {
      rest.push(one);
      continue;
    }
    const entity = byId.get(known.id) ?? newEntity(known.kind, 'name: of the graph', one.p, known);
    if (!byId.has(known.id)) entities.push(entity);
    byId.set(known.id, entity);
    entity.p = Math.min(entity.p, one.p);
    add(one.text, entity);
  }
  const later: Seen[] = [];
  for (const one of rest.sort(
    (a, b) =>
      Number(a.text === a.text.toUpperCase()) - Number(b.text === b.text.toUpperCase()) ||
      b.text.split(' ').length - a.text.split(' ').length ||
      a.p - b.p,
  )) {
    const shouted = byUpper(one.text);
    if (shouted !== undefined) {
      add(one.text, shouted);
      continue;
    }
    const accepted = accept(one, (word) => alone.has(word));
    const whole = accepted && wholeOf(one, accepted, entities, acronyms);
    if (whole !== undefined) add(one.text, whole);
    else if (accepted !== undefined) {
      const entity = newEntity(accepted.kind, accepted.rule, one.p);
      entities.push(entity);
      add(one.text, entity);
    } else later.push(one);
  }
  for (const one of later) {
    const whole = shortened(one, entities);
    if (whole !== undefined) add(one.text, whole);
  }
  return entities;
}

const newEntity = (kind: Kind, rule: keyof typeof nameRules, p: number, known?: KnownEntity): Entity => ({
  ...{ kind, rule, p, known },
  names: new Set(),
});

/** Who is meant by a name that is accepted, and is a part or the letters of a longer one. */
function wholeOf(
  one: Seen,
  { kind, rule }: Accepted,
  entities: readonly Entity[],
  acronyms: readonly Acronym[],
): Entity | undefined {
  const { text } = one;
  if (rule === 'name: party')
    return entities.find(
      ({ kind: other, names }) =>
        other === 'POLITICAL_PARTY' && [...names].some((name) => partyOf(name) === partyOf(text)),
    );
  if (kind === 'JURISDICTION') return undefined;
  const joined = acronyms.find(({ long, short }) => short === text || long === text);
  if (joined !== undefined) {
    const other = joined.short === text ? joined.long : joined.short;
    const found = entities.find(({ names }) => names.has(other));
    if (found !== undefined) return found;
  }
  if (kind === 'LEGISLATION') return undefined;
  if (/^\p{Lu}[\p{Lu}&-]+s?$/u.test(text) && !commonAcronyms.has(text)) {
    const found = entities.find(
      ({ kind: other, names }) =>
        other !== 'PERSON' && [...names].some((name) => name.includes(' ') && isAcronymOf(text, name)),
    );
    if (found !== undefined) return found;
  }
  return shortened(one, entities);
}

/** "Ontario NDP" is the party that "NDP" is. */
const partyOf = (name: string): string => partyNames[name] ?? partyNames[name.split(' ').at(-1) ?? ''] ?? name;

/** The one whose longer name a short one begins or ends: a surname, "Ferry Board" of "Ferry Board of Malta". */
function shortened({ text, capital, where, count }: Seen, entities: readonly Entity[]): Entity | undefined {
  if (isJurisdiction(text)) return undefined;
  const words = text.split(' ');
  const last = words.at(-1) ?? '';
  const holds = (name: string, kind: Kind): boolean => {
    if (name === text || name.length <= text.length) return false;
    if (kind === 'PERSON') return endsWithName(name, text);
    // "C-19" of "Bill C-19".
    if (kind === 'LEGISLATION') return /^[A-Z]{1,2}-\d+$/.test(text) && name.endsWith(` ${text}`);
    if (kind === 'JURISDICTION' || kind === 'POLITICAL_PARTY') return false;
    // "the Herald", "the Alliance": the word that a name ends with, and in the middle of a sentence.
    if (isHead(text)) return capital > 0 && where === 0 && name.endsWith(` ${text}`);
    if (where * 2 >= count || (words.length === 1 && (capital === 0 || isCommon(text) || kind === 'NEWS_OUTLET')))
      return false;
    if (!name.startsWith(`${text} `) && !name.startsWith(`${text},`)) return false;
    // A name that is complete by itself goes on with "of Canada" alone: a faculty's association is not its university.
    return isHead(last)
      ? /^,? (?:of|for|de|du|des|Inc|Ltd|Corp|Local|Canada|International)\b/.test(name.slice(text.length))
      : true;
  };
  const found = entities.flatMap((entity) =>
    [...entity.names].filter((name) => holds(name, entity.kind)).map((name) => ({ entity, name })),
  );
  // A union often has its employer's name in its own.
  const unions = (kind: Kind) => (kind === 'UNION' ? 1 : 0);
  return found.sort((a, b) => unions(a.entity.kind) - unions(b.entity.kind) || a.name.length - b.name.length)[0]
    ?.entity;
}

const endsWithName = (name: string, end: string): boolean =>
  name.endsWith(` ${end}`) || name.endsWith(` ${end.charAt(0).toLowerCase()}${end.slice(1)}`);
