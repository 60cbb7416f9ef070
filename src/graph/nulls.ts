/** Why an attribute is null: the sources leave it open, nobody has filled it in, or there can be none. */
import type { Basis } from '../generated/prisma/enums.ts';
import { isBasis } from '../records/basis.ts';
import {
  isRelationshipType,
  kindDefinition,
  type OpenRelation,
  openAttributes,
  ownQualifierNames,
  relationshipDefinition,
} from '../registry/index.ts';
import type { Graph } from './graph.ts';
import type { RelatedQuery, Relationship } from './index/relationships.ts';
import { all, type MaybePromise, mapMaybePromise } from './maybePromise.ts';
import type { Entity } from './rows/entities.ts';
import type { LegislationStage, Provision, Term } from './rows/entityParts.ts';
import type { Evidence, FactRef } from './rows/evidence.ts';

type NullReason = 'NOT_STATED' | 'NOT_FILLED_IN' | 'DOES_NOT_APPLY';

export interface Null {
  readonly attribute: string;
  readonly reason: NullReason;
  /** What speaks of the matter. */
  readonly evidence: readonly Evidence[];
}

/** What is known of an attribute of a fact. */
interface Attribute {
  readonly name: string;
  readonly value: unknown;
  /** Of a date: how it is known. */
  readonly basis?: Basis | null | undefined;
  /** Whether there can be one. */
  readonly applies?: boolean;
  /** The sources leave it open, and say so. */
  readonly notStated?: boolean;
}

/** Attributes that every fact of a sort has, the empty ones with why. `articlesAlone`: what only others say is empty too. */
function nullsOf(attributes: readonly Attribute[], evidence: readonly Evidence[], articlesAlone: boolean): Null[] {
  return attributes.flatMap(({ name, value, basis, applies = true, notStated = false }) => {
    const own = evidence.filter(({ attribute }) => attribute === name);
    const reason = (why: NullReason): Null[] => [{ attribute: name, reason: why, evidence: own }];
    if (isEmpty(value)) return reason(notStated ? 'NOT_STATED' : applies ? 'NOT_FILLED_IN' : 'DOES_NOT_APPLY');
    // What bears out the fact as a whole bears out each attribute that nothing else does.
    const bearing = own.length > 0 ? own : evidence.filter(({ attribute }) => attribute === null);
    // What the articles leave open, their own passages do not bear out.
    const outside = notStated
      ? own.some((one) => one.basis === 'EXTERNAL')
      : bearing.length > 0 && bearing.every((one) => one.basis === 'EXTERNAL');
    return articlesAlone && (basis === 'EXTERNAL' || outside) ? reason('NOT_STATED') : [];
  });
}

const isEmpty = (value: unknown): boolean =>
  value === null || value === undefined || (Array.isArray(value) && value.length === 0);

/** Relationships that stand for an attribute which a kind lists under `open`. */
const relationOf = {
  court: { types: ['HEARD_BY'], direction: 'OUT' },
  proposals: { types: ['MADE_IN'], direction: 'IN' },
} as const satisfies Record<OpenRelation, RelatedQuery>;

/** The empty attributes of an entity. */
export function nullsOfEntity(graph: Graph, entity: Entity, articlesAlone: boolean): MaybePromise<Null[]> {
  const { details } = kindDefinition(entity.kind);
  const detail = details === undefined ? null : graph.detail(details.model, entity.id);
  return mapMaybePromise(all([detail, graph.evidence.load({ column: 'entityId', id: entity.id })]), ([row, evidence]) =>
    nullsOf(attributesOf(graph, entity, row), evidence, articlesAlone),
  );
}

/** How an attribute that the articles leave open is known all the same; null: it is not. */
export function knownBy(graph: Graph, entityId: string, attribute: string): MaybePromise<Basis | null> {
  return mapMaybePromise(graph.entities.load(entityId), (entity) => {
    if (entity === null) return null;
    const { details } = kindDefinition(entity.kind);
    const detail = details === undefined ? null : graph.detail(details.model, entity.id);
    return mapMaybePromise(detail, (row) => {
      const found = attributesOf(graph, entity, row).find(({ name }) => name === attribute);
      // What has no basis of its own is from elsewhere: an article that told it would not leave it open.
      return found === undefined || isEmpty(found.value) ? null : (found.basis ?? 'EXTERNAL');
    });
  });
}

function attributesOf(graph: Graph, entity: Entity, row: Readonly<Record<string, unknown>> | null): Attribute[] {
  const { details, open } = kindDefinition(entity.kind);
  const open_ = new Set(entity.notStated.map(({ attribute }) => attribute));
  const known = openAttributes(entity.kind);
  const own = Object.entries(details?.attributes ?? {}).map(([name, type]): Attribute => {
    const value = row?.[type === 'entity' ? `${name}Id` : name];
    const basis = row?.[`${name}Basis`];
    return {
      name,
      value,
      basis: type === 'date' && isBasis(basis) ? basis : undefined,
      applies: appliesTo(entity, name, row),
      notStated: open_.has(name),
    };
  });
  // What all kinds are asked for, whether they have it or not.
  const shared = (['type', 'status', 'start', 'end'] as const).map((name): Attribute => {
    const basis = name === 'start' || name === 'end' ? entity[`${name}Basis`] : undefined;
    return { name, value: entity[name], basis, applies: known.includes(name), notStated: open_.has(name) };
  });
  const related = (open ?? []).map((name): Attribute => {
    const value = graph.relatedAll(entity.id, relationOf[name]);
    return { name, value, notStated: open_.has(name) };
  });
  return [...shared, ...own, ...related];
}

/** Whether an entity can have an attribute: it may be of some types alone, or stand instead of others. */
function appliesTo(entity: Entity, name: string, row: Readonly<Record<string, unknown>> | null): boolean {
  const { details } = kindDefinition(entity.kind);
  const types = details?.onlyOf?.[name];
  if (details?.ifAny?.includes(name) === true) return false;
  if (types !== undefined && entity.type !== null && !types.includes(entity.type)) return false;
  const others = (details?.alternatives ?? []).filter((each) => !each.includes(name));
  const isOne = details?.alternatives?.some((each) => each.includes(name)) === true;
  return !isOne || others.every((each) => each.every((other) => isEmpty(row?.[other])));
}

/** The empty attributes of a relationship: from when, until when, and the qualifiers of its type. */
export function nullsOfRelationship(
  graph: Graph,
  relationship: Relationship,
  articlesAlone: boolean,
): MaybePromise<Null[]> {
  const { id, type, validFrom, validTo, validFromBasis, validToBasis } = relationship;
  const { temporal = false, qualifiers = [] } = isRelationshipType(type) ? relationshipDefinition(type) : {};
  return withEvidence(graph, { column: 'relationshipId', id }, (evidence) => {
    const speaksOf = (name: string): boolean => evidence.some(({ attribute }) => attribute === name);
    // That a source leaves a date open is said by evidence for it without a date.
    const date = (name: 'from' | 'until', value: unknown, basis: Basis | null): Attribute => ({
      name,
      value,
      basis,
      applies: temporal,
      notStated: temporal && speaksOf(name),
    });
    const qualified = ownQualifierNames.map((name): Attribute => {
      return { name, value: relationship[name], applies: qualifiers.includes(name) };
    });
    const dates = [date('from', validFrom, validFromBasis), date('until', validTo, validToBasis)];
    // Most facts are told at first hand.
    const accordingTo = { name: 'accordingTo', value: relationship.accordingToId, applies: false };
    return nullsOf([...dates, ...qualified, accordingTo], evidence, articlesAlone);
  });
}

/** A date of a relationship that the articles leave open. */
export interface OpenDate {
  readonly attribute: 'from' | 'until';
  /** The passages that speak of the matter without stating it. */
  readonly evidence: readonly Evidence[];
  /** How it is known all the same; null: it is not. */
  readonly basis: Basis | null;
}

/**
 * The dates of a relationship that no article states, though one tells of it: there is none, it is only bounded (held
 * by a day), or another source settles it. Then the date of that source stands beside this.
 */
export function openDatesOf(graph: Graph, relationship: Relationship): MaybePromise<OpenDate[]> {
  const { id, type, validFrom, validFromEarliest, validFromBasis } = relationship;
  const { validTo, validToLatest, validToBasis } = relationship;
  if (!isRelationshipType(type) || relationshipDefinition(type).temporal !== true) return [];
  return mapMaybePromise(graph.evidence.load({ column: 'relationshipId', id }), (evidence) => {
    const passages = evidence.filter(({ articleId }) => articleId !== null);
    const isFor = (attribute: string) => (one: Evidence) => one.attribute === attribute;
    const open = (attribute: OpenDate['attribute'], date: string | null, bound: Date | null, basis: Basis | null) => {
      const isOpen = date === null ? evidence.some(isFor(attribute)) : basis === 'EXTERNAL' || bound === null;
      if (!isOpen || passages.length === 0) return [];
      const bearing = passages.filter((one) => one.attribute === null || isFor(attribute)(one));
      return [{ attribute, evidence: bearing, basis: date === null ? null : basis }];
    };
    return [
      ...open('from', validFrom, validFromEarliest, validFromBasis),
      ...open('until', validTo, validToLatest, validToBasis),
    ];
  });
}

/** The empty attributes of a term: one may have no figure, and be tied to no year. */
export function nullsOfTerm(graph: Graph, term: Term, articlesAlone: boolean): MaybePromise<Null[]> {
  const { id, year, years, value, unit, approximation, notStated } = term;
  return withEvidence(graph, { column: 'termId', id }, (evidence) =>
    nullsOf(
      [
        { name: 'year', value: year, applies: false },
        { name: 'years', value: years, applies: false },
        { name: 'value', value, applies: false, notStated },
        { name: 'unit', value: unit, applies: false, notStated },
        // Without one a figure is exact.
        { name: 'approximation', value: approximation, applies: false },
      ],
      evidence,
      articlesAlone,
    ),
  );
}

/** The empty attributes of a stage of legislation. */
export function nullsOfStage(graph: Graph, stage: LegislationStage, articlesAlone: boolean): MaybePromise<Null[]> {
  return withEvidence(graph, { column: 'stageId', id: stage.id }, (evidence) => {
    const notStated = evidence.some(({ attribute }) => attribute === 'date');
    return nullsOf([{ name: 'date', value: stage.date, basis: stage.dateBasis, notStated }], evidence, articlesAlone);
  });
}

/** The empty attributes of a provision: most have no condition, and affect nobody by name. */
export function nullsOfProvision(graph: Graph, provision: Provision, articlesAlone: boolean): MaybePromise<Null[]> {
  return withEvidence(graph, { column: 'provisionId', id: provision.id }, (evidence) =>
    nullsOf(
      [
        { name: 'condition', value: provision.condition, applies: false },
        { name: 'affects', value: provision.affects, applies: false },
      ],
      evidence,
      articlesAlone,
    ),
  );
}

const withEvidence = (
  graph: Graph,
  fact: FactRef,
  then: (evidence: readonly Evidence[]) => Null[],
): MaybePromise<Null[]> => mapMaybePromise(graph.evidence.load(fact), then);
