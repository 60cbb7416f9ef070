/** What holds between two entities, as a record: it stands under its subject, or names it. */
import { z } from 'zod';
import {
  type Qualifier,
  qualifierDefinition,
  qualifiersOf,
  type RelationshipType,
  relationshipDefinition,
  relationshipTypeNames,
  rules,
} from '../registry/index.ts';
import { orNotStated } from './attributes.ts';
import { datedValue } from './dates.ts';
import { evidence } from './evidence.ts';
import { boolean, count, id, span, text, word } from './values.ts';

const validity = {
  from: orNotStated(datedValue).optional().describe('Since when it holds.'),
  until: orNotStated(datedValue).optional().describe('Until when it holds.'),
  asOf: span
    .optional()
    .describe('A day on which it held, or two with a slash between: neither start nor end is stated.'),
};

const byType = { text, count, boolean, actor: id };

function qualifier(name: Qualifier): z.ZodType {
  const { description, type, required = false } = qualifierDefinition(name);
  const schema = typeof type === 'object' ? word(type.oneOf) : byType[type];
  return (required ? schema : schema.optional()).describe(description);
}

/** What a type says, and what it leads from and to. */
export function describeType(type: RelationshipType): string {
  const kindsAt = (end: 'subjectKind' | 'objectKind') =>
    [...new Set(rules.filter((rule) => rule.type === type).map((rule) => rule[end]))].join(', ');
  return `${relationshipDefinition(type).description} From ${kindsAt('subjectKind')} to ${kindsAt('objectKind')}.`;
}

function relationshipOf(type: RelationshipType) {
  const isTemporal = relationshipDefinition(type).temporal === true;
  const qualifiers = qualifiersOf(type);
  const attributes = [...(isTemporal ? ['from', 'until'] : []), ...qualifiers];
  const fields: Readonly<Record<string, z.ZodType>> = {
    subject: id.optional().describe('Whom or what it is said of; left out under the entity itself.'),
    [type]: z.union([id, z.array(id).min(1)]).describe('To whom or what, or to which several on the same evidence.'),
    ...Object.fromEntries(qualifiers.map((name) => [name, qualifier(name)])),
    ...(isTemporal ? validity : {}),
    key: id.optional().describe('Tells it from another of the same subject, type and object.'),
    evidence: evidence(attributes),
  };
  return z
    .strictObject(fields)
    .refine((record) => record['asOf'] === undefined || !('from' in record || 'until' in record))
    .meta({
      id: type,
      title: relationshipDefinition(type).label,
      description: describeType(type),
      ...(isTemporal ? { dependencies: { asOf: { not: anyOf('from', 'until') } } } : {}),
    });
}

const anyOf = (...keys: string[]) => ({ anyOf: keys.map((name) => ({ required: [name] })) });

/** A relationship of any type. */
export const relationship = z
  .union(relationshipTypeNames.map(relationshipOf))
  .meta({ id: 'relationship', description: 'What holds between two entities: "TYPE: object", with its evidence.' });

/** One that stands under its subject. */
export const ownRelationship = relationship
  .refine((record) => !('subject' in record))
  .meta({ id: 'ownRelationship', not: { required: ['subject'] } });

/** One that names its subject. */
export const standingRelationship = relationship
  .refine((record) => 'subject' in record)
  .meta({ id: 'standingRelationship', required: ['subject'] });
