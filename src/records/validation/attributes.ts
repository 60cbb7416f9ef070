/** What the registry says about a kind's attributes: which there are, which it must have, how each is read. */
import { type AttributeType, type Kind, kindDefinition } from '../../registry/index.ts';
import { readDate } from './date.ts';
import {
  type Reader,
  readAmount,
  readBoolean,
  readCode,
  readDecimal,
  readInteger,
  readList,
  readReference,
  readSha256,
  readShare,
  readShortText,
  readText,
  readTime,
  readUrl,
  readWord,
  wordsOf,
} from './fields.ts';
import type { AttributeValue } from './records.ts';

/** The attributes of a kind's detail table. */
export function attributesOf(kind: Kind): Readonly<Record<string, AttributeType>> {
  return kindDefinition(kind).details?.attributes ?? {};
}

/** True if an entity of the kind is not complete without the attribute. */
export function isRequired(kind: Kind, attribute: string): boolean {
  return kindDefinition(kind).details?.required?.includes(attribute) ?? false;
}

/** What an entity of a kind may have beside what every entity has. */
export function particularKeys(kind: Kind): string[] {
  const { types, statuses, start, end } = kindDefinition(kind);
  const shared = { type: types, status: statuses, start, end };
  const present = Object.entries(shared).filter(([, has]) => has !== undefined);
  return [...present.map(([key]) => key), ...Object.keys(attributesOf(kind))];
}

/** How an attribute is read. */
export function attributeReader(name: string, type: AttributeType): Reader<AttributeValue> {
  // A digest is text to the registry, but to YAML it is a number where it has no letters.
  const special = specialReaders[name];
  if (special !== undefined) return special;
  if (typeof type === 'object') return readWord(name, wordsOf(type.oneOf));
  return readers[type];
}

const specialReaders: Readonly<Record<string, Reader<AttributeValue>>> = {
  sha256: readSha256,
  code: readCode,
  file: readShortText,
  headline: readShortText,
  byline: readShortText,
  address: readUrl,
};

const readers: Record<Exclude<AttributeType, object>, Reader<AttributeValue>> = {
  text: readText,
  texts: readList(readText),
  integer: readInteger,
  decimal: readDecimal(12),
  amount: readAmount(12),
  share: readShare,
  time: readTime,
  boolean: readBoolean,
  date: readDate,
  entity: readReference(),
};
