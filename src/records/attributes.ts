/** The attributes of kinds, by how the registry says that they are written. */
import { z } from 'zod';
import type { AttributeType, Vocabulary } from '../registry/index.ts';
import { words } from '../registry/words/en.ts';
import { datedValue } from './dates.ts';
import {
  address,
  amount,
  boolean,
  code,
  decimal,
  id,
  integer,
  notStated,
  sha256,
  share,
  shortText,
  text,
  time,
  word,
} from './values.ts';

/** Attributes that are more than their type says. */
const particular: Readonly<Record<string, z.ZodType>> = {
  sha256,
  code,
  address,
  file: shortText,
  headline: shortText,
  byline: shortText,
};

const byType: Readonly<Record<Exclude<AttributeType, object>, z.ZodType>> = {
  text,
  texts: z.array(text),
  integer,
  decimal: decimal(12),
  amount: amount(12),
  share,
  time,
  boolean,
  date: datedValue,
  entity: id,
};

/** What an attribute can be. */
export function attribute(name: string, type: AttributeType): z.ZodType {
  return particular[name] ?? (typeof type === 'object' ? word(type.oneOf) : byType[type]);
}

/** The same, or that the sources leave it open. */
export function openAttribute(name: string, type: AttributeType): z.ZodType {
  return typeof type === 'object' ? openWord(type.oneOf) : orNotStated(attribute(name, type));
}

const leftOpen = 'The sources speak of it, and leave it open.';

export const openWord = (vocabulary: Vocabulary): z.ZodType => word(vocabulary, { [notStated]: leftOpen });

export const orNotStated = (schema: z.ZodType): z.ZodType => z.union([schema, z.literal(notStated)]);

/** What people call an attribute. */
export const titleOf = (name: string): string =>
  words.attributes[name] ?? name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
