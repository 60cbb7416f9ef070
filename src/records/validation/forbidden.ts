/**
 * What the registry's words forbid, and its rules of kinds cannot say: each rule with the words that it is from. The
 * list stands in seeds/README.md too.
 */
import { kindDefinition, type RelationshipType } from '../../registry/index.ts';
import type { Context } from './fields.ts';
import { formatPlace } from './problem.ts';
import type { DateValue, EntityRecord, Records, RelationshipRecord } from './records.ts';

/** Reports whatever contradicts what the registry says of a type or a status. */
export function checkForbidden(records: Records, report: Context['report']): void {
  const entities = new Map(records.entities.map((entity) => [entity.id, entity]));
  for (const entity of records.entities) {
    for (const message of entityRules.flatMap((rule) => rule(entity, records.relationships) ?? []))
      report(entity.place, message);
  }
  const all = records.relationships;
  for (const relationship of all) {
    const [subject, object] = [entities.get(relationship.subjectId), entities.get(relationship.objectId)];
    if (subject === undefined || object === undefined) continue;
    const rule = relationshipRules[relationship.type];
    const message = rule?.({ relationship, subject, object, all });
    if (message) report(relationship.place, message);
  }
}

type EntityRule = (entity: EntityRecord, all: readonly RelationshipRecord[]) => string | null;

const entityRules: readonly EntityRule[] = [
  ({ kind, type, status }) =>
    kind === 'LEGISLATION' && type === 'ACT' && ['INTRODUCED', 'IN_COMMITTEE'].includes(status ?? '')
      ? `an ACT is made law, and ${status} is not; its type is BILL, or its status a later one`
      : null,
  ({ kind, type, status }) =>
    kind === 'LEGISLATION' && type === 'BILL' && ['IN_FORCE', 'REPEALED'].includes(status ?? '')
      ? `a BILL is before a legislature, and ${status} is said of an ACT`
      : null,
  ({ stages }) => {
    const late = stages.findIndex(({ date }, index) => isBefore(date, stages[index - 1]?.date ?? null));
    return late === -1 ? null : `stages stand in order, and ${stages[late]?.stage} is before the one ahead of it`;
  },
  ({ kind, type, attributes }) => {
    const only = Object.entries(kindDefinition(kind).details?.onlyOf ?? {});
    const wrong = only.find(([name, types]) => type !== null && attributes.has(name) && !types.includes(type));
    return wrong === undefined ? null : `"${wrong[0]}" is of a ${wrong[1].join(' or ')}, and this is ${type}`;
  },
  ({ id, type }, all) =>
    type === 'TABLE' && !all.some((one) => one.type === 'PART_OF' && one.subjectId === id)
      ? 'a TABLE is part of a round, and this is part of none; add PART_OF, or its type is SINGLE_TABLE'
      : null,
  ({ kind, type, attributes }) => {
    const code = String(attributes.get('code') ?? '');
    if (kind !== 'JURISDICTION' || type === null || code === '') return null;
    const isCountry = !code.includes('-');
    return isCountry === (type === 'COUNTRY')
      ? null
      : `${code} is the code of a ${isCountry ? 'COUNTRY' : 'PROVINCE'}, not of a ${type}`;
  },
];

interface Related {
  readonly relationship: RelationshipRecord;
  readonly subject: EntityRecord;
  readonly object: EntityRecord;
  readonly all: readonly RelationshipRecord[];
}

type RelationshipRule = (related: Related) => string | null;

const relationshipRules: Partial<Record<RelationshipType, RelationshipRule>> = {
  SUPERSEDES: (related) => {
    const { subject, object } = related;
    if (isBefore(subject.start, object.start))
      return `${subject.id} is earlier than ${object.id}, and cannot supersede it`;
    if (subject.kind !== 'PROPOSAL') return null;
    const [mine, theirs] = [sideOf(subject, related.all), sideOf(object, related.all)];
    if (mine !== null && theirs !== null && mine !== theirs) {
      return `a proposal supersedes one of the same party; ${subject.id} is of the ${mine}, ${object.id} of the ${theirs}`;
    }
    const standing = object.status !== null && ['TABLED', 'ENACTED', 'ACCEPTED'].includes(object.status);
    return standing ? `${object.id} is superseded here, and its status is ${object.status}; write SUPERSEDED` : null;
  },
  SUCCEEDS: ({ subject, object }) =>
    isBefore(subject.start, object.start) ? `${subject.id} begins before ${object.id}, and cannot come after it` : null,
  LEADS_TO: ({ subject, object }) =>
    isBefore(object.start, subject.start)
      ? `${object.id} is earlier than ${subject.id}, and cannot follow from it`
      : null,
  IMPOSES: ({ object: { id, kind, type } }) => {
    const right = kind === 'PROPOSAL' ? 'IMPOSED_SETTLEMENT' : 'LEGISLATED';
    return type === null || type === right
      ? null
      : `a law imposes a settlement: the type of ${id} is ${type}, not ${right}`;
  },
  ENACTS: ({ object: { id, status } }) =>
    ['INTRODUCED', 'IN_COMMITTEE'].includes(status ?? '')
      ? `a law is enacted when it is passed, and ${id} is ${status}; write INTRODUCES, or a later status`
      : null,
  SETS: ({ object: { id, type } }) =>
    type === null || type === 'DEADLINE' ? null : `a law sets a deadline, and ${id} is of type ${type}`,
  GOVERNS: ({ subject, object }) => {
    const right = { FEDERAL: 'COUNTRY', PROVINCIAL: 'PROVINCE' }[subject.type ?? ''];
    return right === undefined || object.type === null || object.type === right
      ? null
      : `a ${subject.type} government governs a ${right}, and ${object.id} is a ${object.type}`;
  },
  OFFICE_OF: ({ subject, object }) =>
    ['PREMIER', 'DEPUTY_PREMIER'].includes(subject.type ?? '') &&
    object.kind === 'GOVERNMENT' &&
    object.type === 'FEDERAL'
      ? `a ${subject.type} is of a provincial government, and ${object.id} is FEDERAL`
      : null,
  MAKES: ({ subject, object }) => {
    const [isUnion, isEmployer] = [
      subject.kind === 'UNION',
      ['GOVERNMENT', 'ADMINISTRATION', 'PUBLIC_BODY'].includes(subject.kind),
    ];
    if (object.kind !== 'PROPOSAL') return null;
    if (isUnion && object.type === 'OFFER')
      return `an OFFER is what an employer proposes, and ${subject.id} is a UNION`;
    if (isEmployer && object.type === 'DEMAND')
      return `a DEMAND is what a union asks for, and ${subject.id} is a ${subject.kind}`;
    return null;
  },
  PARTY_TO: (related) => {
    const {
      relationship: { side },
      subject,
      object,
    } = related;
    if (side === null) return null;
    const inCourt = ['APPLICANT', 'RESPONDENT', 'INTERVENER'].includes(side);
    if (inCourt !== (object.kind === 'LEGAL_CHALLENGE')) {
      const sides = object.kind === 'LEGAL_CHALLENGE' ? 'APPLICANT, RESPONDENT or INTERVENER' : 'EMPLOYEE or EMPLOYER';
      return `the side of a party to a ${object.kind} is ${sides}, not ${side}`;
    }
    const opposed = inCourt ? onTheOtherSide(related) : null;
    if (opposed !== null) return opposed;
    if (subject.kind === 'UNION' && side === 'EMPLOYER')
      return `${subject.id} is a UNION, and not on the side of the EMPLOYER`;
    const governs = ['GOVERNMENT', 'PUBLIC_BODY'].includes(subject.kind);
    return governs && side === 'EMPLOYEE'
      ? `${subject.id} is a ${subject.kind}, and not on the side of the EMPLOYEE`
      : null;
  },
  STANCE_TOWARDS: ({ relationship: { note } }) =>
    note === null ? 'the note of a stance says in words what it is; add one' : null,
  SAME_MEASURE_AS: (related) => {
    const { subject, object } = related;
    const other = [subject, object].find(({ type }) => type !== null && type !== 'FIGURE');
    return other ? `two figures are compared, and ${other.id} is a ${other.type}` : bothWays(related);
  },
  COVERS: ({ relationship, subject, all }) => {
    if (subject.kind !== 'BARGAINING_ROUND' || subject.type !== 'SINGLE_TABLE') return null;
    const isFirst = all.find(
      ({ type, subjectId, objectKind }) =>
        type === 'COVERS' && subjectId === subject.id && objectKind === 'BARGAINING_UNIT',
    );
    return isFirst === undefined || isFirst.id === relationship.id || relationship.objectKind !== 'BARGAINING_UNIT'
      ? null
      : `a round at a SINGLE_TABLE is for one unit, and ${subject.id} covers ${isFirst.objectId} already`;
  },
  PUBLISHED_BY: ({ relationship: { role }, subject, all }) =>
    role === null && all.filter(({ type, subjectId }) => type === 'PUBLISHED_BY' && subjectId === subject.id).length > 1
      ? `${subject.id} is published by several; say by "role" who is its publisher, and who the agency that wrote it`
      : null,
};

/** The types of relationships that the rules look at, beside those that they are of. */
const lookedAt: readonly RelationshipType[] = ['MAKES', 'ADMINISTRATION_OF', 'CHALLENGES', 'INTRODUCES', 'ENACTS'];

/** The types of relationships that decide whether something else may be said. */
export const decidingTypes: readonly string[] = [...Object.keys(relationshipRules), ...lookedAt, 'PART_OF', 'HOLDS'];

/** A case is against a law or an act of an employer, and a party to it stands on one side. */
function onTheOtherSide({ relationship, subject, object, all }: Related): string | null {
  const { side } = relationship;
  const against = 'a case is against a law or an act of an employer';
  if (subject.kind === 'UNION' && side === 'RESPONDENT')
    return `${against}, and ${subject.id} is a UNION; it is APPLICANT or INTERVENER`;
  const law = side === 'APPLICANT' ? ownLaw(subject.id, object.id, all) : null;
  if (law !== null) return `${against}, and ${law} is of ${subject.id} itself, which is RESPONDENT`;
  const other = all.find(
    (one) => one.type === 'PARTY_TO' && one.subjectId === subject.id && one.objectId === object.id && one.side !== side,
  );
  // Reported once, at the one that stands later.
  return other !== undefined && all.indexOf(other) < all.indexOf(relationship)
    ? `${subject.id} is ${other.side} in ${object.id} already; a party stands on one side`
    : null;
}

/** A law challenged in a case that a government, or an administration of it, brought in or passed itself. */
function ownLaw(government: string, challenge: string, all: readonly RelationshipRecord[]): string | null {
  const of = all.filter((one) => one.type === 'ADMINISTRATION_OF' && one.objectId === government);
  const makers = [government, ...of.map(({ subjectId }) => subjectId)];
  const laws = all.filter((one) => one.type === 'CHALLENGES' && one.subjectId === challenge);
  const isOwn = (law: string): boolean =>
    all.some(
      ({ type, subjectId, objectId }) =>
        (type === 'INTRODUCES' || type === 'ENACTS') && objectId === law && makers.includes(subjectId),
    );
  return laws.find(({ objectId }) => isOwn(objectId))?.objectId ?? null;
}

function bothWays({ relationship, all }: Related): string | null {
  const { type, subjectId, objectId } = relationship;
  const other = all.find((one) => one.type === type && one.subjectId === objectId && one.objectId === subjectId);
  // Reported once, at the one that stands later.
  return other !== undefined && all.indexOf(other) < all.indexOf(relationship)
    ? `${type} reads both ways, and stands the other way round at ${formatPlace(other.place)}`
    : null;
}

const makers: Partial<Record<string, string>> = {
  UNION: 'union',
  GOVERNMENT: 'employer',
  ADMINISTRATION: 'employer',
  PUBLIC_BODY: 'employer',
};

/** Whose a proposal is, by its type, or by who makes it; null: that cannot be told. */
function sideOf({ id, type }: EntityRecord, all: readonly RelationshipRecord[]): string | null {
  if (type === 'DEMAND') return 'union';
  if (type === 'OFFER') return 'employer';
  if (type === 'IMPOSED_SETTLEMENT') return 'law';
  const kinds = all
    .filter((one) => one.type === 'MAKES' && one.objectId === id)
    .map(({ subjectKind }) => makers[subjectKind]);
  const sides = new Set(kinds.filter((side) => side !== undefined));
  return sides.size === 1 ? ([...sides][0] ?? null) : null;
}

/** True if the one was certainly over before the other. */
const isBefore = (one: DateValue | null, other: DateValue | null): boolean =>
  one?.latest != null && other?.earliest != null && one.latest < other.earliest;
