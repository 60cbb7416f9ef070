/** A record, or an item of an entity's `relationships`, that says what holds between two entities. */
import {
  actorKinds,
  isRelationshipType,
  type Kind,
  keysOf,
  positions,
  type Qualifier,
  qualifierDefinition,
  qualifiersOf,
  type RelationshipType,
  relationshipDefinition,
  relationshipTypeNames,
  rules,
  sides,
} from '../../registry/index.ts';
import { longestId, relationshipId } from '../ids.ts';
import { readAsOf, readDate, type Span, startsAfter } from './date.ts';
import { readEvidence } from './evidence.ts';
import {
  type Context,
  complete,
  type Fields,
  isNotStated,
  openRecord,
  type Reader,
  readBoolean,
  readCount,
  readList,
  readReference,
  readSlug,
  readSound,
  readText,
  readWord,
} from './fields.ts';
import type { Mapping, Node } from './node.ts';
import type { RelationshipRecord } from './records.ts';
import { unknownTerm } from './suggest.ts';

const sharedKeys = ['evidence', 'key'];

/** The relationships of which an entity is the subject. */
export function readRelationshipsOf(entity: Node, context: Context): RelationshipRecord[] {
  const fields = entity.type === 'mapping' ? entity.entries : new Map<string, { node: Node }>();
  const subject = fields.get('id')?.node;
  const list = fields.get('relationships')?.node;
  if (list === undefined) return [];
  const read = readSound((node) => readRelationships(node, subject, context));
  return read(list, context)?.flat() ?? [];
}

/**
 * Reads one record, which stands for as many relationships as it has objects.
 * @param subject the id of its subject; undefined: the record names it.
 */
export function readRelationships(
  node: Node,
  subject: Node | undefined,
  context: Context,
): readonly RelationshipRecord[] | undefined {
  if (node.type !== 'mapping') {
    context.report(node.place, 'a relationship is a record: "TYPE: object", with its evidence');
    return undefined;
  }
  const type = typeOf(node, subject === undefined, context);
  if (type === undefined) return undefined;
  const fields = openRecord(node, type, knownKeys(type, subject === undefined), context);
  if (fields === undefined) return undefined;
  return readRelated(fields, type, subject, context);
}

/** A key in capitals names the type. */
function typeOf(node: Mapping, withSubject: boolean, context: Context): RelationshipType | undefined {
  const named = [...node.entries].filter(([key]) => /^[A-Z_]+$/.test(key));
  const [first, second] = named;
  if (first === undefined) {
    openRecord(node, 'relationship', [...allKeys, ...(withSubject ? ['subject'] : [])], context);
    context.report(node.place, 'the type of the relationship is missing; write "TYPE: object"');
  } else if (second !== undefined) {
    context.report(second[1].place, `a relationship has one type; it is ${first[0]} already`);
  } else if (isRelationshipType(first[0])) {
    return first[0];
  } else {
    context.report(first[1].place, unknownTerm('relationship type', first[0], relationshipTypeNames));
  }
  return undefined;
}

const isTemporal = (type: RelationshipType): boolean => relationshipDefinition(type).temporal === true;

function knownKeys(type: RelationshipType, withSubject: boolean): string[] {
  const validity = isTemporal(type) ? ['from', 'until', 'asOf'] : [];
  return [...(withSubject ? ['subject'] : []), type, ...qualifiersOf(type), ...validity, ...sharedKeys];
}

const allKeys = [...new Set(relationshipTypeNames.flatMap((type) => knownKeys(type, false)))];

const instead = {
  from: null,
  until: null,
  side: null,
  position: null,
  role: null,
  acting: null,
  ordinal: null,
  accordingTo: null,
  evidence: [],
} as const;

type Ends = Pick<RelationshipRecord, 'subjectId' | 'subjectKind' | 'objectId' | 'objectKind'>;

function readRelated(
  fields: Fields,
  type: RelationshipType,
  subject: Node | undefined,
  context: Context,
): readonly RelationshipRecord[] | undefined {
  const subjectId = subject ? readReference()(subject, context) : fields.required('subject', readReference());
  const objects = fields.required(type, (node) => readObjects(node, type, subjectId, context));
  const key = fields.optional('key', readSlug);
  const supportable = fields.keys.filter((name) => !['subject', type, 'asOf', 'key', 'evidence'].includes(name));
  const dates = fields.keys.includes('asOf') ? ['from', 'until'] : [];
  const qualifiers = complete<Omit<RelationshipRecord, keyof Ends | 'id'>>(
    {
      place: fields.place,
      type,
      ...readValidity(fields, type),
      ...readQualifiers(fields, type),
      evidence: readEvidence(fields, [...supportable, ...dates]),
    },
    instead,
  );
  if (objects === undefined || key === undefined || qualifiers === undefined) return undefined;
  const related = objects.map((ends) => ({ ...ends, ...qualifiers, id: relationshipId({ ...ends, type }, key) }));
  if (related.every(({ id }) => id.length <= longestId)) return related;
  fields.report(
    'key',
    `the id of the relationship (subject.${type}.object.key) is longer than ${longestId} characters`,
  );
  return undefined;
}

function readObjects(
  node: Node,
  type: RelationshipType,
  subjectId: string | undefined,
  context: Context,
): readonly Ends[] | undefined {
  const read = (item: Node) => {
    const objectId = readReference()(item, context);
    return objectId && subjectId ? readEnds(item, type, subjectId, objectId, context) : undefined;
  };
  if (node.type === 'list') return readList(read, 1)(node, context);
  const ends = read(node);
  return ends && [ends];
}

/** Both ends, if the registry lets the type lead from the one to the other. */
function readEnds(
  node: Node,
  type: RelationshipType,
  subjectId: string,
  objectId: string,
  context: Context,
): Ends | undefined {
  const subjectKind = context.register.get(subjectId)?.kind;
  const objectKind = context.register.get(objectId)?.kind;
  if (!subjectKind || !objectKind) return undefined;
  const refusal = refuseEnds(type, subjectKind, objectKind) ?? (subjectId === objectId ? 'an entity to itself' : null);
  if (refusal === null) return { subjectId, subjectKind, objectId, objectKind };
  context.report(node.place, `${type} cannot relate ${refusal}`);
  return undefined;
}

function refuseEnds(type: RelationshipType, subjectKind: Kind, objectKind: Kind): string | null {
  const ofType = rules.filter((rule) => rule.type === type);
  const objects = ofType.filter((rule) => rule.subjectKind === subjectKind).map((rule) => rule.objectKind);
  if (objects.includes(objectKind)) return null;
  const subjects = [...new Set(ofType.map((rule) => rule.subjectKind))];
  return objects.length > 0
    ? `${subjectKind} to ${objectKind}; its object is ${objects.join(' or ')}`
    : `${subjectKind} to anything; its subject is ${subjects.join(' or ')}`;
}

interface OptionalSpan {
  readonly from: Span['from'] | null | undefined;
  readonly until: Span['until'] | null | undefined;
}

function readValidity(fields: Fields, type: RelationshipType): OptionalSpan {
  if (!isTemporal(type)) return { from: null, until: null };
  const asOf = fields.optional('asOf', readAsOf);
  if (asOf !== null) {
    for (const key of ['from', 'until']) {
      if (fields.keys.includes(key)) fields.report(key, `"${key}" cannot stand beside "asOf", which leaves both open`);
    }
    return asOf ?? { from: undefined, until: undefined };
  }
  const [from, until] = (['from', 'until'] as const).map((key) =>
    isNotStated(fields.node(key)) ? null : fields.optional(key, readDate),
  );
  if (startsAfter(from, until)) fields.report('until', 'the end is before the start');
  return { from, until };
}

function readQualifiers(fields: Fields, type: RelationshipType) {
  const read = <T>(qualifier: Qualifier, reader: Reader<T>): T | null | undefined => {
    if (!qualifiersOf(type).includes(qualifier)) return null;
    return qualifierDefinition(qualifier).required
      ? fields.required(qualifier, reader)
      : fields.optional(qualifier, reader);
  };
  return {
    side: read('side', readWord('side', keysOf(sides))),
    position: read('position', readWord('position', keysOf(positions))),
    role: read('role', readText),
    acting: read('acting', readBoolean),
    ordinal: read('ordinal', readCount),
    note: read('note', readText),
    accordingTo: read('accordingTo', readReference(actorKinds)),
  };
}
